//! Long blocks whose text stands on the page once more, in one piece or in several: the source of the text for machines,
//! a copy for another width of the window.

use crate::data::Hints;
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
    let times = |all: &Lookup<u32>, run: &str| all.get(run).copied().unwrap_or(0);
    let mut copies = Vec::new();
    for (at, block) in blocks.into_iter().rev().filter(|row| row.1.counts.words >= LEAST) {
        let text = facts.folded(block);
        let is_code = is_code(block);
        // Most blocks say what no other does: so many runs that there are but once are their own.
        let (mut all, mut again) = (0, 0);
        for run in triples(text) {
            all += 1;
            again += u32::from(times(&known, run) > u32::from(!is_code));
        }
        let most = all as f32 * SAME;
        if again as f32 <= most {
            continue;
        }
        let mut own: Lookup<u32> = Lookup::default();
        if !is_code {
            triples(text).for_each(|run| *own.of(run, || 0) += 1);
        }
        let same = triples(text).filter(|run| times(&known, run) > times(&own, run)).count();
        if same as f32 > most {
            copies.push(at);
            if !is_code {
                triples(text).for_each(|run| *known.of(run, || 0) -= 1);
            }
        }
    }
    copies
}

/// The blocks, of those chosen, that stand in a part for narrow windows, where others say the same in one for all.
#[must_use]
pub fn for_narrow(doc: &Document, facts: &Facts, chosen: &[bool]) -> Vec<usize> {
    let blocks =
        || facts.text_blocks().iter().zip(chosen).enumerate().filter(|row| *row.1.1).map(|row| (row.0, row.1.0));
    let narrow: Vec<(usize, &TextBlock)> = blocks().filter(|row| is_for_narrow(doc, facts, row.1)).collect();
    if narrow.is_empty() {
        return Vec::new();
    }
    let mut wide: Lookup<()> = Lookup::default();
    blocks().filter(|row| !is_for_narrow(doc, facts, row.1)).for_each(|row| {
        wide.of(facts.folded(row.1), || ());
    });
    narrow.into_iter().filter(|row| wide.get(facts.folded(row.1)).is_some()).map(|row| row.0).collect()
}

fn is_for_narrow(doc: &Document, facts: &Facts, block: &TextBlock) -> bool {
    let narrow = |node| facts.hints(node).has(Hints::NARROW) && !facts.hints(node).has(Hints::WIDE);
    facts.hints_around(block.node).has(Hints::NARROW) && doc.lineage(block.first).any(narrow)
}

/// Each run of three words of a folded text.
fn triples(text: &str) -> impl Iterator<Item = &str> {
    let gaps = text.bytes().enumerate().filter(|row| row.1 == b' ').map(|row| row.0);
    // Where the last three words begin, the latest last.
    let mut starts = [None, None, Some(0)];
    gaps.chain([text.len()]).filter_map(move |end| {
        let start = starts[0];
        starts = [starts[1], starts[2], Some(end + 1)];
        text.get(start?..end)
    })
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;
    use crate::facts::measure;

    #[test]
    fn runs_are_of_three_words() {
        assert_eq!(triples("a mill by the ford").collect::<Vec<_>>(), ["a mill by", "mill by the", "by the ford"]);
        assert_eq!(triples("a mill").count() + triples("").count(), 0);
        assert_eq!(triples("a mill turns").count(), 1);
    }

    /// Which blocks go of a page of which all was chosen.
    fn gone(page: &str) -> Vec<usize> {
        let doc = crate::dom::html::parse(page, "https://mill.example/a");
        let facts = measure(&doc);
        for_narrow(&doc, &facts, &vec![true; facts.text_blocks().len()])
    }

    #[test]
    fn a_copy_for_narrow_windows_goes() {
        assert_eq!(gone("<div class='lg:hidden'><p>A mill.</div><div class='hidden lg:block'><p>A mill.</div>"), [0]);
        let page = "<p>A mill.<p>It turns again.<div class=d-md-none><p>A mill.<p>By the ford.</div>";
        assert_eq!(gone(page), [2]);
    }

    #[test]
    fn what_stands_in_no_other_part_stays() {
        assert!(gone("<div class='lg:hidden'><p>A mill.<p>A mill.</div>").is_empty());
        assert!(gone("<div class='md:hidden lg:block'><p>A mill.</div><p>A mill.").is_empty());
        assert!(gone("<p>A mill.<p>A mill.").is_empty());
    }
}
