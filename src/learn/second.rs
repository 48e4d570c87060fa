//! The second look: what the odds of a block and of those around it say together. The first look sees each block by
//! itself; here a paragraph between two that stay is told from one between two that go.

use std::ops::Range;

use super::cut;
use super::features::{Context, LEVELS, Sink};
use super::forest::in_order;

/// What the second look needs to know of a page besides the odds.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The words of each block.
    pub words: Vec<f32>,
    /// For each block, the blocks of the elements around it, each more than the one before.
    pub around: Vec<[Range<usize>; LEVELS]>,
    /// For each block, a number for those built like it: by its holder, by its holder and that one's parent.
    pub alike: [Vec<u32>; 2],
    /// For each block, a number for those with the same text.
    pub same: Vec<u32>,
}

impl Layout {
    /// The layout of a page.
    #[must_use]
    pub fn of(context: &Context) -> Self {
        let blocks = context.facts.text_blocks();
        let alike = |level| (0..blocks.len()).map(|at| context.group_number(level, at)).collect();
        Self {
            words: blocks.iter().map(|block| block.counts.words as f32).collect(),
            around: (0..blocks.len()).map(|at| context.around(at).map(|node| context.range(node))).collect(),
            alike: [alike(0), alike(1)],
            same: context.texts.iter().map(|text| text.same).collect(),
        }
    }
}

/// How far the neighbours are told one by one.
const NEAR: isize = 6;

/// The lengths of the stretches before and after.
const STRETCHES: [usize; 3] = [4, 15, 40];

/// Odds at and above which a block is taken for sure enough to measure from.
const BARS: [f32; 2] = [0.5, 0.8];

/// What stands for no such block.
const NONE: f32 = 999.0;

/// A page after the first look.
pub struct Second<'a> {
    layout: &'a Layout,
    scores: &'a [f32],
    odds: &'a [f32],
    kinds: &'a [f32],
    /// Words, and words times odds, before each block.
    sums: Vec<(f64, f64)>,
    /// For each block, the words of those at least as sure, and the F1 that keeping them promises.
    ranks: Vec<(f32, f32)>,
    /// For blocks that are alike, by each of the two ways: their words, words times odds, number.
    groups: [Vec<(f32, f32, f32)>; 2],
    /// The best odds among blocks of the same text.
    best: Vec<f32>,
    /// For each bar, the blocks that pass it.
    sure: [Vec<usize>; 2],
    page: Vec<f32>,
}

impl<'a> Second<'a> {
    /// Looks over a page: the scores of the first look, the odds they stand for, the shares of the kinds of page.
    #[must_use]
    pub fn new(layout: &'a Layout, scores: &'a [f32], odds: &'a [f32], kinds: &'a [f32]) -> Self {
        let mut sums = vec![(0.0, 0.0)];
        for (odds, words) in odds.iter().zip(&layout.words) {
            let (all, right) = sums.last().copied().unwrap_or_default();
            sums.push((all + f64::from(*words), right + f64::from(odds * words)));
        }
        let right = sums.last().map_or(0.0, |sum| sum.1) as f32;
        let passing = |bar: f32| (0..odds.len()).filter(|at| odds.get(*at).is_some_and(|odds| *odds > bar)).collect();
        let mut page = Vec::new();
        cut::best(odds, &layout.words).summary(odds, &layout.words, &mut page);
        // There are at most as many groups and texts as blocks.
        let mut best = vec![0.0f32; odds.len()];
        for (same, odds) in layout.same.iter().zip(odds) {
            best.get_mut(*same as usize).into_iter().for_each(|best| *best = best.max(*odds));
        }
        let group = |alike: &Vec<u32>| {
            let mut groups = vec![(0.0, 0.0, 0.0); odds.len()];
            for ((alike, odds), words) in alike.iter().zip(odds).zip(&layout.words) {
                let group = groups.get_mut(*alike as usize);
                group.into_iter().for_each(|group| *group = (group.0 + words, group.1 + odds * words, group.2 + 1.0));
            }
            groups
        };
        Self {
            layout,
            scores,
            odds,
            kinds,
            sums,
            ranks: ranks(odds, &layout.words, right),
            groups: layout.alike.each_ref().map(group),
            best,
            sure: BARS.map(passing),
            page,
        }
    }

    /// The numbers that are the same for all blocks of the page.
    #[must_use]
    pub fn of_page(&self) -> Vec<f32> {
        [&self.page, self.kinds].concat()
    }

    /// The numbers of a block, by its number; those of the page stand before them.
    pub fn put(&self, at: usize, sink: &mut impl Sink) {
        let odds = self.odds.get(at).copied().unwrap_or(0.0);
        let words = self.layout.words.get(at).copied().unwrap_or(0.0);
        sink.put("odds", odds);
        sink.put("score", self.scores.get(at).copied().unwrap_or(0.0));
        for away in (-NEAR..=NEAR).filter(|away| *away != 0) {
            let other = at.checked_add_signed(away).and_then(|at| self.odds.get(at));
            sink.put("near", other.copied().unwrap_or(-0.1));
        }
        self.put_around(at, odds, words, sink);
        self.put_stretches(at, sink);
        self.put_sure(at, sink);
        let (rank, promise) = self.ranks.get(at).copied().unwrap_or_default();
        sink.share("rank share", rank, self.all().0);
        sink.put("rank", rank);
        sink.put("promise", promise);
        for (groups, alike) in self.groups.iter().zip(&self.layout.alike) {
            let group = alike.get(at).and_then(|alike| groups.get(*alike as usize)).copied().unwrap_or_default();
            sink.put("others alike", (group.1 - odds * words) / (group.0 - words).max(1.0));
            sink.put("alike", group.2);
        }
        let best = self.layout.same.get(at).and_then(|same| self.best.get(*same as usize));
        sink.put("best of same", best.copied().unwrap_or(odds));
    }

    /// Words, and words times odds, of the whole page.
    fn all(&self) -> (f32, f32) {
        self.sum(0..self.odds.len())
    }

    fn sum(&self, range: Range<usize>) -> (f32, f32) {
        let at = |at: usize| self.sums.get(at.min(self.odds.len())).copied().unwrap_or_default();
        let (start, end) = (at(range.start), at(range.end));
        ((end.0 - start.0) as f32, (end.1 - start.1) as f32)
    }

    fn put_around(&self, at: usize, odds: f32, own: f32, sink: &mut impl Sink) {
        let (all, right) = self.all();
        for range in self.layout.around.get(at).into_iter().flatten() {
            let (words, expected) = self.sum(range.clone());
            sink.put("mean around", expected / words.max(1.0));
            sink.put("mean of others around", (expected - odds * own) / (words - own).max(1.0));
            sink.share("around of expected", expected, right);
            sink.share("around of words", words, all);
        }
    }

    fn put_stretches(&self, at: usize, sink: &mut impl Sink) {
        let mean = |sum: (f32, f32)| sum.1 / sum.0.max(1.0);
        for length in STRETCHES {
            sink.put("stretch before", mean(self.sum(at.saturating_sub(length)..at)));
            sink.put("stretch after", mean(self.sum(at + 1..at + 1 + length)));
        }
        let right = self.all().1;
        sink.share("expected before", self.sum(0..at).1, right);
        sink.share("expected after", self.sum(at + 1..self.odds.len()).1, right);
    }

    fn put_sure(&self, at: usize, sink: &mut impl Sink) {
        for sure in &self.sure {
            let next = sure.partition_point(|other| *other < at);
            let last = sure.partition_point(|other| *other <= at);
            let away = |other: Option<usize>| other.map_or(NONE, |other| at as f32 - other as f32);
            sink.put("from the sure before", away(last.checked_sub(1).and_then(|at| sure.get(at)).copied()));
            let after = sure.get(next).map_or(NONE, |other| *other as f32 - at as f32);
            sink.put("to the sure after", after);
            sink.put("from the first sure", away(sure.first().copied()));
            sink.put("to the last sure", sure.last().map_or(NONE, |other| *other as f32 - at as f32));
        }
    }
}

/// For each block, the words of those at least as sure and, among equals, before it; and the F1 of keeping them.
fn ranks(odds: &[f32], words: &[f32], right: f32) -> Vec<(f32, f32)> {
    let mut ranks = vec![(0.0, 0.0); odds.len()];
    let (mut kept, mut kept_right) = (0.0f64, 0.0f64);
    // Odds are not below 0: their bits stand in their order.
    for at in in_order(odds.iter().map(|odds| !odds.to_bits())) {
        let (Some(odds), Some(words), Some(rank)) = (odds.get(at), words.get(at), ranks.get_mut(at)) else { continue };
        kept += f64::from(*words);
        kept_right += f64::from(odds * words);
        *rank = (kept as f32, (2.0 * kept_right / (kept + f64::from(right)).max(1e-6)) as f32);
    }
    ranks
}
