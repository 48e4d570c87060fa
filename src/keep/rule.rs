//! What a rule is, and what it sees.

use std::cell::Cell;

use crate::blocks::{Judged, PageType};
use crate::data::Hints;
use crate::data::phrases::Kind;
use crate::dom::text::fold;
use crate::dom::{Document, NodeId, Tag};
use crate::facts::{Facts, Seen, Sums, TextBlock};
use crate::find::Extent;
use crate::metadata::Metadata;

/// What every rule sees.
pub struct Look<'a> {
    /// The page.
    pub doc: &'a Document,
    /// What was measured of it.
    pub facts: &'a Facts,
    /// What its blocks were judged to be.
    pub judged: &'a Judged,
    /// What kind of page it is taken for.
    pub page_type: PageType,
    /// Where the article is.
    pub extent: &'a Extent,
    /// What is known of it besides its text.
    pub metadata: &'a Metadata,
    /// The title, folded.
    pub title: String,
    /// Characters of prose in the extent.
    pub prose: u32,
    /// The first paragraph of prose in the best part.
    pub first_prose: NodeId,
    /// The node whose sums were asked for last, and those: one rule after another asks of the same node.
    pub summed: Cell<(NodeId, Sums)>,
}

impl Look<'_> {
    /// The phrase that a node's text is, begins with or holds; `linked`: where it is taken for a link.
    pub fn said(&self, node: NodeId, linked: bool) -> Option<Kind> {
        let blocks = self.facts.blocks_of(self.doc, node);
        match blocks {
            [block] if block.end <= self.doc.end(node) => block.said.get(usize::from(linked)).copied().flatten(),
            [_, _, ..] => {
                let signs = blocks.iter().fold(0, |signs, block| signs | block.signs);
                self.facts.phrases().kind_of(self.facts.folded_all(blocks), signs, linked)
            }
            // A part of a line.
            _ => self.facts.phrases().kind_of(&fold(self.doc.text(node)), u64::MAX, linked),
        }
    }

    /// A node's tag.
    pub fn tag(&self, node: NodeId) -> Tag {
        self.doc.tag(node)
    }

    /// Whether a node's own names have one of these meanings.
    pub fn named(&self, node: NodeId, hints: Hints) -> bool {
        self.facts.hints(node).has(hints)
    }

    /// The sums of a node's text.
    pub fn sum(&self, node: NodeId) -> Sums {
        let (last, sums) = self.summed.get();
        if last == node {
            return sums;
        }
        let sums = self.facts.sum_of(self.doc, node);
        self.summed.set((node, sums));
        sums
    }

    /// Whether something below a node is so.
    pub fn any_below(&self, node: NodeId, is: fn(&Look, NodeId) -> bool) -> bool {
        self.doc.below(node).any(|at| is(self, at))
    }

    /// Whether a node, or one of those that hold it, is so.
    pub fn any_around(&self, node: NodeId, is: fn(&Look, NodeId) -> bool) -> bool {
        self.doc.lineage(node).any(|at| is(self, at))
    }

    /// Whether a node holds a picture or a player.
    pub fn holds_media(&self, node: NodeId) -> bool {
        self.facts.holds_media(self.doc, node)
    }

    /// Whether a node holds a heading.
    pub fn holds_heading(&self, node: NodeId) -> bool {
        self.facts.heading_below(self.doc, node).is_some()
    }

    /// Whether a node stands in a table of data.
    pub fn is_in_table(&self, node: NodeId) -> bool {
        self.any_around(node, |look, at| look.facts.is_data_table(at))
    }

    /// Whether the page is taken for an article.
    pub fn is_story_page(&self) -> bool {
        self.page_type == PageType::Article
    }

    /// Whether a node is one of the article's parts itself.
    pub fn is_root(&self, node: NodeId) -> bool {
        self.extent.roots.contains(&node)
    }

    /// The share of the article's prose that a node holds.
    pub fn prose_share(&self, node: NodeId) -> f32 {
        if self.prose == 0 { 0.0 } else { self.sum(node).prose_chars as f32 / self.prose as f32 }
    }

    /// Whether an element is one of a row of at least three with nothing between them: no word of a sentence.
    pub fn in_row(&self, node: NodeId) -> bool {
        let Some(row) = self.doc.parent(node) else { return false };
        let loose = |at: NodeId| self.tag(at) == Tag::Text && !crate::dom::text::is_blank(self.doc.text(at));
        self.doc.children(row).filter(|at| self.tag(*at) != Tag::Text).take(3).count() > 2
            && !self.doc.children(row).any(loose)
    }

    /// Whether a node stands in a line of text, in the middle of a sentence: taking it would break the sentence.
    pub fn in_sentence(&self, node: NodeId) -> bool {
        if self.facts.is_block(node) {
            return false;
        }
        let Some(block) = self.facts.block_around(node).filter(|block| block.first < self.doc.end(node)) else {
            return false;
        };
        let end = self.doc.end(node);
        let is_break = |at: &NodeId| self.doc.tag(*at) == Tag::Br;
        let before = (block.first.0..node.0).rev().map(NodeId).take_while(|at| !is_break(at));
        let after = (end.0..block.end.0).map(NodeId).take_while(|at| !is_break(at));
        before.chain(after).any(|at| self.doc.tag(at) == Tag::Text && !crate::dom::text::is_blank(self.doc.text(at)))
    }
}

/// The first paragraph of prose in the best part of the page; its first node where there is none.
pub fn first_prose(doc: &Document, facts: &Facts, extent: &Extent) -> NodeId {
    let blocks = facts.blocks_of(doc, extent.core);
    let prose = |block: &&TextBlock| {
        block.is_prose()
            && doc.tag(block.holder) != Tag::Figcaption
            && !facts.hints(block.holder).has(Hints::META.and(Hints::CAPTION).and(Hints::DEK))
    };
    blocks.iter().find(prose).map_or(extent.core, |block| block.first)
}

/// Characters of prose in an extent.
pub fn prose_of(doc: &Document, facts: &Facts, extent: &Extent) -> u32 {
    extent.roots.iter().map(|root| facts.sum_of(doc, *root).prose_chars).sum()
}

/// A reason to drop a node with all in it.
pub struct Rule {
    /// Its name, which an explanation shows.
    pub name: &'static str,
    /// Whether it speaks against a node.
    pub when: fn(&Look, NodeId) -> bool,
    /// What speaks for the node all the same.
    pub unless: fn(&Look, NodeId) -> bool,
}

impl Rule {
    /// Whether the rule takes a node.
    pub fn takes(&self, look: &Look, node: NodeId) -> bool {
        (self.when)(look, node) && !(self.unless)(look, node)
    }
}

/// The first rule that takes a node. A run of text goes with what holds it, unless it is not shown.
pub fn against(look: &Look, node: NodeId, rules: &[&'static [Rule]]) -> Option<&'static Rule> {
    if look.tag(node) == Tag::Text && look.facts.seen(node) != Seen::No {
        return None;
    }
    rules.iter().flat_map(|rules| rules.iter()).find(|rule| rule.takes(look, node))
}

/// Nothing speaks for it.
pub fn never(_: &Look, _: NodeId) -> bool {
    false
}

/// It holds a good part of the article's prose.
pub fn holds_story(look: &Look, node: NodeId) -> bool {
    look.is_root(node) || look.prose_share(node) > 0.3
}
