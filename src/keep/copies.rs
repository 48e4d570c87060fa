//! Long blocks whose text stands on the page once more, in one piece or in several: the source of the text for machines,
//! a copy for another width of the window.

use crate::dom::text::Lookup;
use crate::dom::{Document, Tag};
use crate::facts::{Facts, TextBlock};

/// A copy of so many words at least; what is shorter may be a quotation or a summary.
const LEAST: u32 = 80;

/// The share of its runs of three words that stand in other blocks too.
const SAME: f32 = 0.6;

/// The blocks, of those chosen, that others say too: of two alike the later. A listing of code goes only where prose says
/// the same; of one that changes from step to step each state is wanted.
#[must_use]
pub fn of_others(doc: &Document, facts: &Facts, chosen: &[bool]) -> Vec<usize> {
    let blocks: Vec<(usize, &TextBlock)> =
        facts.text_blocks().iter().enumerate().filter(|row| chosen.get(row.0).copied().unwrap_or(false)).collect();
    if blocks.iter().all(|row| row.1.counts.words < LEAST) {
        return Vec::new();
    }
    let is_code = |block: &TextBlock| doc.lineage(block.node).any(|at| doc.tag(at) == Tag::Pre);
    let mut known: Lookup<u32> = Lookup::default();
    for (_, block) in blocks.iter().filter(|row| !is_code(row.1)) {
        triples(facts.folded(block)).for_each(|run| *known.of(run, || 0) += 1);
    }
    let mut copies = Vec::new();
    for (at, block) in blocks.into_iter().rev().filter(|row| row.1.counts.words >= LEAST) {
        let text = facts.folded(block);
        let mut own: Lookup<u32> = Lookup::default();
        if !is_code(block) {
            triples(text).for_each(|run| *own.of(run, || 0) += 1);
        }
        let times = |all: &Lookup<u32>, run| all.get(run).copied().unwrap_or(0);
        let same = triples(text).filter(|run| times(&known, run) > times(&own, run)).count();
        if same as f32 > triples(text).count() as f32 * SAME {
            copies.push(at);
            if !is_code(block) {
                triples(text).for_each(|run| *known.of(run, || 0) -= 1);
            }
        }
    }
    copies
}

/// Each run of three words of a folded text.
fn triples(text: &str) -> impl Iterator<Item = &str> {
    let ends = |at: usize| text.get(at..).and_then(|rest| rest.find(' ')).map_or(text.len(), |gap| at + gap);
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let first = ends(start);
        let second = ends(first + 1);
        let third = ends(second + 1);
        next = (third < text.len()).then_some(first + 1);
        (second < text.len()).then(|| text.get(start..third)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::triples;

    #[test]
    fn runs_are_of_three_words() {
        assert_eq!(triples("a mill by the ford").collect::<Vec<_>>(), ["a mill by", "mill by the", "by the ford"]);
        assert_eq!(triples("a mill").count() + triples("").count(), 0);
        assert_eq!(triples("a mill turns").count(), 1);
    }
}
