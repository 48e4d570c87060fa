//! Text that only the record of a page holds: a script brings it to the screen, or will once somebody has paid.

use super::{Block, Inline};
use crate::claims::{Claims, Field};
use crate::dom::text::{Bag, fold};

/// The least that a record must hold, in words: what is shorter is a summary.
const LEAST: usize = 25;

/// The blocks with what only the record holds, where that is more than they hold themselves; paragraphs that the record
/// has too give way to its own. `text` is that of the blocks; what is told in `gone`, folded, does not come again.
#[must_use]
pub fn completed(body: &[Block], text: &str, claims: &Claims, gone: &str) -> Option<Vec<Block>> {
    let paragraphs: Vec<&str> = claims.of(Field::Text).map(|claim| claim.text.as_str()).collect();
    if paragraphs.is_empty() {
        return None;
    }
    let (told, shown) = (fold(&paragraphs.join(" ")), fold(text));
    let (all, shared) = (Bag::of(&told).total(), Bag::of(&shown).shared(&told));
    if all < LEAST || shown.split(' ').count() >= all || shared * 2 >= all {
        return None;
    }
    let repeats = |block: &&Block| matches!(block, Block::Paragraph(inlines) if repeats(inlines, &told));
    let rest = body.iter().filter(|block| !repeats(block)).cloned();
    let stays = |text: &&str| gone.is_empty() || !gone.contains(fold(text).as_str());
    let own = paragraphs.into_iter().filter(stays).map(|text| Block::Paragraph(vec![Inline::Text(text.to_owned())]));
    Some(rest.chain(own).collect())
}

/// Whether a paragraph is plain text that the record holds.
fn repeats(inlines: &[Inline], told: &str) -> bool {
    let [Inline::Text(text)] = inlines else { return false };
    told.contains(fold(text).as_str())
}
