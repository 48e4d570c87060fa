//! What a rule is, and what it sees.

use crate::blocks::Judged;
use crate::data::Hints;
use crate::dom::{Document, NodeId, Tag};
use crate::facts::{Facts, Sums};
use crate::find::Extent;

/// What every rule sees.
pub struct Look<'a> {
    /// The page.
    pub doc: &'a Document,
    /// What was measured of it.
    pub facts: &'a Facts,
    /// What its blocks were judged to be.
    pub judged: &'a Judged,
    /// Where the article is.
    pub extent: &'a Extent,
    /// The title, folded.
    pub title: String,
    /// Characters of prose in the extent.
    pub prose: u32,
}

impl Look<'_> {
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
        self.facts.sum_of(self.doc, node)
    }

    /// Whether a node is one of the article's parts itself.
    pub fn is_root(&self, node: NodeId) -> bool {
        self.extent.roots.contains(&node)
    }

    /// The share of the article's prose that a node holds.
    pub fn prose_share(&self, node: NodeId) -> f32 {
        if self.prose == 0 { 0.0 } else { self.sum(node).prose_chars as f32 / self.prose as f32 }
    }

    /// Whether a node stands in a line of text, in the middle of a sentence: taking it would break the sentence.
    pub fn in_sentence(&self, node: NodeId) -> bool {
        if self.facts.is_block(node) {
            return false;
        }
        let Some(holder) = self.doc.ancestors(node).find(|at| self.facts.is_block(*at)) else { return false };
        let text = |first, end| !crate::dom::text::is_blank(self.doc.text_between(first, end));
        text(holder, node) || text(self.doc.end(node), self.doc.end(holder))
    }
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

/// Nothing speaks for it.
pub fn never(_: &Look, _: NodeId) -> bool {
    false
}

/// It holds a good part of the article's prose.
pub fn holds_story(look: &Look, node: NodeId) -> bool {
    look.is_root(node) || look.prose_share(node) > 0.3
}
