//! From the nodes that stay to the article's blocks.

use super::flow::Page;
use super::{Base, Block, Heading};
use crate::dom::{Attr, Document, NodeId, PerNode, Tag};
use crate::facts::Facts;

/// Blocks, each with the node that it begins with.
pub type Placed = Vec<(Block, NodeId)>;

/// The blocks that the kept nodes of some roots make.
#[must_use]
pub fn body(doc: &Document, facts: &Facts, kept: &PerNode<bool>, roots: &[NodeId], base: &Base) -> Vec<Block> {
    placed(doc, facts, kept, roots, base).into_iter().map(|row| row.0).collect()
}

/// The same, with the place of each.
#[must_use]
pub fn placed(doc: &Document, facts: &Facts, kept: &PerNode<bool>, roots: &[NodeId], base: &Base) -> Placed {
    let places = places(doc, kept, roots, base);
    let page = Page { doc, facts, kept, base, places };
    let (mut blocks, starts) = page.placed(roots.iter().copied(), 0);
    settle_levels(&mut blocks);
    blocks.into_iter().zip(starts).collect()
}

/// Names that a kept link leads to and a kept node bears.
fn places<'a>(doc: &'a Document, kept: &PerNode<bool>, roots: &[NodeId], base: &Base) -> Vec<&'a str> {
    let nodes = || roots.iter().flat_map(|root| doc.subtree(*root)).filter(|node| kept.of(*node));
    let links =
        nodes().filter(|node| doc.tag(*node) == Tag::A).filter_map(|node| base.link(doc.attr(node, Attr::Href)?));
    let wanted: Vec<String> = links.filter_map(|link| link.fragment().map(str::to_owned)).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let names = nodes().flat_map(|node| {
        let name = doc.attr(node, Attr::Name).filter(|_| doc.tag(node) == Tag::A);
        [doc.attr(node, Attr::Id), name].into_iter().flatten()
    });
    names.filter(|name| wanted.iter().any(|wanted| wanted == name)).collect()
}

/// Level 1 is the title's: where the text has headings of level 1 of its own, all go down one.
pub fn settle_levels(blocks: &mut [Block]) {
    let mut levels = Vec::new();
    each_heading(blocks, &mut |heading| levels.push(heading.level));
    if levels.contains(&1) {
        each_heading(blocks, &mut |heading| heading.level = (heading.level + 1).min(6));
    }
}

fn each_heading(blocks: &mut [Block], change: &mut impl FnMut(&mut Heading)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => change(heading),
            Block::Quote(inside) => each_heading(inside, change),
            Block::Details(details) => each_heading(&mut details.content, change),
            Block::List(list) => list.items.iter_mut().for_each(|item| each_heading(item, change)),
            Block::Definitions(groups) => groups.iter_mut().for_each(|group| each_heading(&mut group.meaning, change)),
            Block::Table(table) => {
                table.rows.iter_mut().flatten().for_each(|cell| each_heading(&mut cell.content, change))
            }
            _ => {}
        }
    }
}
