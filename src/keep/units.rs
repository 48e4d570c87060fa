//! What belongs together stays or goes together, whatever was chosen block by block.

use std::ops::Range;

use super::{Chosen, Kept, alike, copies, notes, terms};
use crate::data::{Hints, PageType};
use crate::dom::text::Lookup;
use crate::dom::{Attr, Document, NodeId, Tag};
use crate::facts::{Facts, TextBlock};

/// How many blocks away from its picture the chosen text may be.
const NEAR: usize = 3;

/// The longest name of who wrote a post, in words.
const LONGEST_NAME: u32 = 6;

/// The share of the chosen words that a copy of the text is at least, counted in lines of some length.
const COPY: f32 = 0.15;
const LONG_LINE: u32 = 8;

/// So many different lines of some length at least: one that comes again and again is no copy of the text.
const LINES: usize = 4;

/// Lines of so many words are of the copy; shorter ones where those around them are.
const SHORT_LINE: u32 = 4;

/// A list has so many lines, of which so much is chosen, and less than this share of its text is links.
const LINES_OF_LIST: usize = 4;
const MOST_OF_LIST: f32 = 0.6;
const LEADS: f32 = 0.3;

/// So many words are no coincidence where a thread says them again.
const POSTED: u32 = 6;

/// How many blocks above the text a standfirst may be, and how many words it has at least.
const ABOVE: usize = 6;
const STANDFIRST: u32 = 8;

/// How many blocks below a heading its text may begin, where those between go by the rules.
const BESIDE: usize = 3;

/// The choice with its units made whole; `ruled` is what the rules would keep.
#[must_use]
pub fn complete(doc: &Document, facts: &Facts, ruled: &Kept, chosen: &Chosen) -> Vec<bool> {
    let mut units = Units { doc, facts, ruled, chosen: chosen.blocks.to_vec() };
    let thread = chosen.page_type == PageType::Forum;
    let deals = thread || matches!(chosen.page_type, PageType::Product | PageType::Collection);
    alike::to_chosen(doc, facts, chosen.blocks, chosen.page_type).into_iter().for_each(|at| units.set(at, true));
    for node in doc.subtree(doc.body()) {
        match doc.tag(node) {
            Tag::Pre => units.by_majority(node),
            Tag::Table if facts.is_data_table(node) => units.by_majority(node),
            Tag::Ul | Tag::Ol if !deals => units.with_lines(node),
            Tag::Details => units.with_summary(node),
            Tag::Math => units.with_formula(node),
            _ if thread && facts.hints(node).has(Hints::BYLINE.and(Hints::AUTHOR_CARD)) => units.with_poster(node),
            _ if ruled.nodes.of(node) && is_figure(doc, facts, node) => units.with_neighbours(node),
            _ => {}
        }
    }
    doc.subtree(doc.body()).filter(|node| facts.is_block(*node)).for_each(|node| units.unfolded_alike(node));
    for note in notes::cited(doc, facts, |at| chosen.blocks.get(at).copied().unwrap_or(false)) {
        units.add(note);
    }
    if chosen.page_type == PageType::Article {
        units.with_standfirst();
    }
    units.with_headings();
    // What one reads up on says the same of many things.
    if chosen.page_type != PageType::Documentation {
        copies::for_narrow(doc, facts, &units.chosen).into_iter().for_each(|at| units.set(at, false));
        units.said_once();
        if thread {
            units.posted_once();
        }
        if chosen.page_type == PageType::Product {
            terms::of_sale(doc, facts, &units.chosen).into_iter().for_each(|at| units.set(at, false));
        }
        copies::of_others(doc, facts, &units.chosen).into_iter().for_each(|at| units.set(at, false));
    }
    units.chosen
}

struct Units<'a> {
    doc: &'a Document,
    facts: &'a Facts,
    ruled: &'a Kept,
    chosen: Vec<bool>,
}

impl Units<'_> {
    fn is_chosen(&self, at: usize) -> bool {
        self.chosen.get(at).copied().unwrap_or(false)
    }

    fn set(&mut self, at: usize, stays: bool) {
        if let Some(chosen) = self.chosen.get_mut(at) {
            *chosen = stays;
        }
    }

    /// Adds those of some blocks that the rules keep.
    fn add(&mut self, range: Range<usize>) {
        for at in range {
            if self.stays(at) {
                self.set(at, true);
            }
        }
    }

    /// Tables and listings: as most of their words.
    fn by_majority(&mut self, node: NodeId) {
        let range = self.facts.range(self.doc, node);
        let stays = self.share_chosen(range.clone()) >= 0.5;
        range.for_each(|at| self.set(at, stays));
    }

    /// A list most of whose text stays has no holes, unless its lines lead elsewhere. A shop's list may be anything.
    fn with_lines(&mut self, list: NodeId) {
        let range = self.facts.range(self.doc, list);
        let leads = self.facts.sum_of(self.doc, list).link_density() >= LEADS;
        if !leads && range.len() >= LINES_OF_LIST && self.share_chosen(range.clone()) >= MOST_OF_LIST {
            self.add(range);
        }
    }

    /// What is named a standfirst stays with the text below it, as the rules have it.
    fn with_standfirst(&mut self) {
        let Some(first) = self.chosen.iter().position(|chosen| *chosen) else { return };
        for at in first.saturating_sub(ABOVE)..first {
            let Some(block) = self.facts.text_blocks().get(at) else { continue };
            let named = self.doc.lineage(block.first).take(NEAR).any(|node| self.facts.hints(node).has(Hints::DEK));
            if named && block.counts.words >= STANDFIRST && block.link_density() < LEADS && self.stays(at) {
                self.set(at, true);
            }
        }
    }

    /// What unfolds keeps the line that unfolds it.
    fn with_summary(&mut self, node: NodeId) {
        let range = self.facts.range(self.doc, node);
        let summary = self.doc.children(node).find(|child| self.doc.tag(*child) == Tag::Summary);
        if let Some(summary) = summary.filter(|_| range.clone().any(|at| self.is_chosen(at))) {
            self.add(self.facts.range(self.doc, summary));
        }
    }

    /// Of parts that unfold side by side all stay where most of their text does.
    fn unfolded_alike(&mut self, node: NodeId) {
        let unfolds = |at: &NodeId| self.doc.tag(*at) == Tag::Details || self.facts.hints(*at).has(Hints::FOLDED);
        let parts: Vec<_> = self.doc.children(node).filter(unfolds).map(|at| self.facts.range(self.doc, at)).collect();
        let [first, .., last] = parts.as_slice() else { return };
        if self.share_chosen(first.start..last.end) > 0.5 {
            parts.into_iter().for_each(|part| self.add(part));
        }
    }

    /// The share of some blocks' words that is chosen.
    fn share_chosen(&self, range: Range<usize>) -> f32 {
        let blocks = || range.clone().zip(self.facts.text_blocks().get(range.clone()).unwrap_or_default());
        let all: u32 = blocks().map(|(_, block)| block.counts.words).sum();
        let kept: u32 = blocks().filter(|(at, _)| self.is_chosen(*at)).map(|(_, block)| block.counts.words).sum();
        kept as f32 / all.max(1) as f32
    }

    /// A caption stays with its picture, and that with the text beside it.
    fn with_neighbours(&mut self, figure: NodeId) {
        let range = self.facts.range(self.doc, figure);
        let before = range.start.saturating_sub(NEAR)..range.start;
        let after = range.end..range.end + NEAR;
        if before.chain(after).any(|at| self.is_chosen(at)) {
            self.add(range);
        }
    }

    /// A formula on a line of its own stays with the text beside it: by itself it is a few letters.
    fn with_formula(&mut self, math: NodeId) {
        let block = self.facts.block_around(math).filter(|block| block.first < self.doc.end(math));
        let Some(block) = block.filter(|block| is_formula(self.doc, math, block)) else { return };
        let at = self.facts.range(self.doc, block.first).start;
        if (at.saturating_sub(NEAR)..=at + NEAR).any(|other| self.is_chosen(other)) {
            self.add(at..at + 1);
        }
    }

    /// A post's text keeps the name of who wrote it: the first line of the box about them.
    fn with_poster(&mut self, person: NodeId) {
        let range = self.facts.range(self.doc, person);
        let name = self.facts.text_blocks().get(range.start).filter(|block| block.counts.words <= LONGEST_NAME);
        if name.is_some() && (range.end..range.end + NEAR).any(|at| self.is_chosen(at)) {
            self.set(range.start, true);
        }
    }

    /// Where a good part of what was chosen stands on the page twice, as in one copy for each width of the window, the
    /// later copy goes.
    fn said_once(&mut self) {
        let mut known = Lookup::default();
        let chosen: Vec<usize> = (0..self.chosen.len()).filter(|at| self.is_chosen(*at)).collect();
        let words = |at: &usize| self.facts.text_blocks().get(*at).map_or(0, |block| block.counts.words);
        let text = |at: usize| self.facts.text_blocks().get(at).map_or("", |block| self.facts.folded(block));
        let mut again = |at: &usize| *known.of(text(*at), || *at) != *at;
        let again: Vec<bool> = chosen.iter().map(&mut again).collect();
        let all: u32 = chosen.iter().map(words).sum();
        let long = || chosen.iter().zip(&again).filter(|(at, again)| **again && words(at) >= LONG_LINE);
        let twice: u32 = long().map(|row| words(row.0)).sum();
        let mut lines = Lookup::default();
        let different = long().filter(|row| *lines.of(text(*row.0), || *row.0) == *row.0).count();
        if twice as f32 <= all as f32 * COPY || different < LINES {
            return;
        }
        let is_again = |at: Option<usize>| at.and_then(|at| again.get(at)).copied().unwrap_or(true);
        let goes = |at: usize, block: usize| {
            is_again(Some(at)) && (words(&block) >= SHORT_LINE || is_again(at.checked_sub(1)) && is_again(Some(at + 1)))
        };
        let gone: Vec<usize> =
            chosen.iter().enumerate().filter(|(at, block)| goes(*at, **block)).map(|row| *row.1).collect();
        gone.into_iter().for_each(|at| self.set(at, false));
    }

    /// What a thread says again word for word is a signature, or a post that another quotes: the first stays.
    fn posted_once(&mut self) {
        let mut known = Lookup::default();
        for (at, block) in self.facts.text_blocks().iter().enumerate() {
            let counts = block.counts.words >= POSTED && self.chosen.get(at).copied().unwrap_or(false);
            if counts && *known.of(self.facts.folded(block), || at) != at {
                self.set(at, false);
            }
        }
    }

    /// A heading stays with the text right below it, whatever tools stand beside it; so does the control that unfolds it.
    fn with_headings(&mut self) {
        for at in (0..self.chosen.len()).rev() {
            let Some(block) = self.facts.text_blocks().get(at) else { continue };
            let unfolds = self.unfolds(block);
            if !unfolds && !self.doc.tag(block.holder).is_heading() {
                continue;
            }
            let below = (at + 1..at + 1 + BESIDE).find(|next| self.is_chosen(*next) || self.stays(*next));
            if below.is_some_and(|next| self.is_chosen(next)) && (unfolds || self.stays(at)) {
                self.set(at, true);
            }
        }
    }

    /// Whether a block is the control that unfolds what is below it.
    fn unfolds(&self, block: &TextBlock) -> bool {
        self.doc.lineage(block.first).take(3).any(|at| self.doc.has_attr(at, Attr::AriaExpanded))
    }

    /// Whether the rules keep a block.
    fn stays(&self, at: usize) -> bool {
        self.facts.text_blocks().get(at).is_some_and(|block| self.ruled.nodes.of(block.first))
    }
}

/// Whether a line is a formula and little else: it may be drawn in letters too, and written as TeX.
fn is_formula(doc: &Document, math: NodeId, block: &TextBlock) -> bool {
    doc.text(math).len() * 3 >= doc.text_between(block.first, block.end).len()
}

/// Whether an element is a picture with its caption, whatever it is called: little text, and none that leads elsewhere.
fn is_figure(doc: &Document, facts: &Facts, node: NodeId) -> bool {
    let sum = facts.sum_of(doc, node);
    if !(1..=4).contains(&sum.blocks) {
        return false;
    }
    let drawn = || facts.holds_media(doc, node);
    doc.tag(node) == Tag::Figure || sum.links == 0 && sum.blocks <= 2 && sum.words <= 60 && drawn()
}
