//! A body that also holds what was left out. Each piece stands between blocks of the body, after the one that it stands
//! in on the page: so the body without these pieces is the same as ever.

use super::flow::Page;
use super::{Base, Block, LeftOut, build};
use crate::dom::{Document, PerNode};
use crate::facts::Facts;
use crate::keep::Part;

/// What was left out, and which of its nodes can be shown.
pub type Parts = (Vec<Part>, PerNode<bool>);

/// Puts what was left out between the blocks of a body; `base` and the rest are as for the body.
#[must_use]
pub fn with_left_out(
    body: build::Placed,
    doc: &Document,
    facts: &Facts,
    base: &Base,
    (parts, shown): &Parts,
) -> Vec<Block> {
    let page = Page { doc, facts, kept: shown, base, places: Vec::new() };
    let mut rest = body.into_iter().peekable();
    let mut blocks = Vec::new();
    for part in parts {
        while let Some((block, _)) = rest.next_if(|(_, start)| part.nodes.first().is_some_and(|first| start <= first)) {
            blocks.push(block);
        }
        let mut content = page.blocks(part.nodes.iter().copied(), 1);
        build::settle_levels(&mut content);
        match blocks.last_mut() {
            Some(Block::LeftOut(last)) if last.rule == part.rule => last.content.append(&mut content),
            _ if content.is_empty() => {}
            _ => blocks.push(Block::LeftOut(LeftOut { rule: part.rule.to_owned(), content })),
        }
    }
    blocks.extend(rest.map(|(block, _)| block));
    blocks
}
