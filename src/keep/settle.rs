//! What stays when something better than the rules has chosen the blocks of text: those, what stands between them
//! without text of its own, and nothing that a rule on its own meaning forbids.

use super::rule::{self, Look, Rule};
use super::{Dropped, Kept, calls, credits, density, look, offers, posts, repeats, stories, structure, units, wording};
use crate::blocks::{Judged, PageType};
use crate::dom::{Document, NodeId, PerNode, Tag};
use crate::facts::Facts;
use crate::find::Extent;
use crate::metadata::Metadata;

/// Rules that hold against any choice of blocks.
const VETO: &[&[Rule]] = &[
    structure::ALWAYS,
    structure::APART,
    structure::NOTICES,
    structure::FRAME,
    structure::DIALOGS,
    structure::HIDDEN,
    wording::RULES,
    repeats::RULES,
    stories::RULES,
    credits::RULES,
    calls::RULES,
    posts::RULES,
    offers::SURE,
    offers::RULES,
    wording::SURE,
];

/// Where these leave a sixth of what was chosen, they hold whatever the others do.
const SURE: &[&[Rule]] = &[
    structure::NEVER_SHOWN,
    structure::FRAME,
    structure::DIALOGS,
    structure::HIDDEN,
    offers::SURE,
    wording::SURE,
    stories::RULES,
];

/// These hold where the others would leave less than half: they have misread the page.
const LEAST: &[&[Rule]] =
    &[structure::NEVER_SHOWN, structure::FRAME, structure::DIALOGS, structure::HIDDEN, wording::SURE];

/// Rules for what has no text: pictures, videos, lines.
const WORDLESS: &[&[Rule]] = &[structure::ALWAYS, structure::APART, structure::NAMED, density::RULES, repeats::RULES];

/// The name under which an explanation shows what was not chosen.
pub const NOT_CHOSEN: &str = "not chosen";

/// What was chosen.
pub struct Chosen<'a> {
    /// For each block whether it stays.
    pub blocks: &'a [bool],
    /// What kind of page it is.
    pub page_type: PageType,
}

/// What a choice of blocks leaves of an extent; `ruled` is what the rules would leave.
#[must_use]
pub fn settle(
    doc: &Document,
    facts: &Facts,
    judged: &Judged,
    extent: &Extent,
    metadata: &Metadata,
    ruled: &Kept,
    chosen: &Chosen,
) -> Kept {
    let look = look(doc, facts, judged, chosen.page_type, extent, metadata);
    let blocks = units::complete(doc, facts, ruled, chosen);
    let mut before = vec![0u32];
    before.extend(blocks.iter().scan(0, |sum, chosen| {
        *sum += u32::from(*chosen);
        Some(*sum)
    }));
    let block_of = block_of(doc, facts);
    let settling = Settling { look, chosen: blocks, before, block_of };
    let kept = settling.settle(VETO);
    let enough = |all: usize| length(doc, &kept) * 2 >= all;
    if enough(settling.chosen_length()) {
        return kept;
    }
    let least = settling.settle(LEAST);
    if enough(length(doc, &least)) {
        return kept;
    }
    let sure = settling.settle(SURE);
    let sure = if length(doc, &sure) * 6 >= length(doc, &least) { sure } else { least };
    if length(doc, &kept) * 2 >= length(doc, &sure) { kept } else { sure }
}

/// How long the text is that stays.
fn length(doc: &Document, kept: &Kept) -> usize {
    let texts = doc.subtree(doc.body()).filter(|node| doc.tag(*node) == Tag::Text && kept.nodes.of(*node));
    texts.map(|node| doc.text(node).len()).sum()
}

struct Settling<'a> {
    look: Look<'a>,
    chosen: Vec<bool>,
    /// How many blocks were chosen before each.
    before: Vec<u32>,
    block_of: PerNode<u32>,
}

impl Settling<'_> {
    fn settle(&self, veto: &[&'static [Rule]]) -> Kept {
        let doc = self.look.doc;
        let mut kept = Kept { nodes: PerNode::new(doc.len()), policy: "learned", ..Kept::default() };
        for root in &self.look.extent.roots {
            let mut at = *root;
            while at < doc.end(*root) {
                if let Some(rule) = self.against(at, veto) {
                    kept.dropped.push(Dropped { node: at, rule });
                    at = doc.end(at);
                } else {
                    kept.nodes.set(at, true);
                    at = NodeId(at.0 + 1);
                }
            }
        }
        kept
    }

    /// How long the text is that was chosen, and what stands between.
    fn chosen_length(&self) -> usize {
        let doc = self.look.doc;
        let texts = self.look.extent.roots.iter().flat_map(|root| doc.subtree(*root));
        let stays =
            |node: &NodeId| doc.tag(*node) == Tag::Text && (self.block_of.of(*node) == 0 || self.is_chosen(*node));
        texts.filter(stays).map(|node| doc.text(node).len()).sum()
    }

    /// Whether a node lies in a block that was chosen.
    fn is_chosen(&self, node: NodeId) -> bool {
        let block = self.block_of.of(node) as usize;
        block > 0 && self.chosen.get(block - 1).copied().unwrap_or(false)
    }

    /// What speaks against a node.
    fn against(&self, node: NodeId, veto: &[&'static [Rule]]) -> Option<&'static str> {
        let range = self.look.facts.range(self.look.doc, node);
        let block = self.block_of.of(node) as usize;
        let taken = |rules| rule::against(&self.look, node, rules).map(|rule| rule.name);
        if block > 0 {
            return if self.is_chosen(node) { taken(veto) } else { Some(NOT_CHOSEN) };
        }
        if range.is_empty() {
            return taken(WORDLESS);
        }
        let count = |at: usize| self.before.get(at).copied().unwrap_or(0);
        if count(range.end) > count(range.start) { taken(veto) } else { Some(NOT_CHOSEN) }
    }
}

/// The number, from 1, of the block that a node lies in; 0 for what holds blocks or has no text around it.
fn block_of(doc: &Document, facts: &Facts) -> PerNode<u32> {
    let mut all = PerNode::new(doc.len());
    for (number, block) in (1..).zip(facts.text_blocks()) {
        // Its own element may hold far more than the block.
        let (first, end) = (block.first.0.max(block.node.0 + 1), block.end.min(doc.end(block.node)));
        (first..end.0).map(NodeId).for_each(|node| all.set(node, number));
        // What opens before the block's first text and holds nothing else.
        for node in doc.ancestors(block.first).take_while(|node| *node > block.holder && !facts.is_block(*node)) {
            if doc.end(node) <= block.end {
                all.set(node, number);
            }
        }
        all.set(block.first, number);
    }
    all
}
