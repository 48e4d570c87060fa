//! Why each part of a page went or stayed, as a tree in text.

use std::fmt::Write as _;

use crate::blocks::Judged;
use crate::claims::Claims;
use crate::dom::text::{clip, collapse};
use crate::dom::{Attr, Base, Document, NodeId, Tag};
use crate::facts::{Facts, Seen};
use crate::find::Extent;
use crate::keep::Kept;
use crate::options::Options;
use crate::{blocks, claims, facts, find, keep, metadata};

/// The tree of a page: for each element its sums, its names' meanings, what was decided and by which rule; for each
/// text block its odds.
#[must_use]
pub fn explain(doc: &Document, options: &Options) -> String {
    let facts = facts::measure(doc);
    let claims = claims::read(doc);
    let judged = blocks::judge(doc, &facts, &claims);
    let extent = find::extent(doc, &facts, &judged, &claims, options);
    let metadata = metadata::resolve(doc, &facts, &claims, &extent, &Base::of(doc), options);
    let kept = keep::choose(doc, &facts, &judged, &extent, &metadata, options);
    let mut tree = Tree { doc, facts: &facts, judged: &judged, extent: &extent, kept: &kept, out: String::new() };
    tree.head(&claims);
    tree.nodes();
    tree.out
}

struct Tree<'a> {
    doc: &'a Document,
    facts: &'a Facts,
    judged: &'a Judged,
    extent: &'a Extent,
    kept: &'a Kept,
    out: String,
}

impl Tree<'_> {
    fn head(&mut self, claims: &Claims) {
        let kind = self.judged.kind;
        let _ = writeln!(self.out, "page type {:?}, an article with odds {:.2}", kind.page_type, kind.article);
        let _ = writeln!(
            self.out,
            "best part scores {:.1}, the next {:.1}; policy {}",
            self.extent.score, self.extent.runner_up, self.kept.policy
        );
        for claim in claims.all() {
            let _ = writeln!(self.out, "claim {:?} ({:?}): {}", claim.field, claim.source, clip(&claim.text, 100));
        }
        self.out.push('\n');
    }

    fn nodes(&mut self) {
        let mut blocks = self.facts.text_blocks().iter().enumerate().peekable();
        for node in self.doc.subtree(self.doc.body()) {
            if self.doc.tag(node) != Tag::Text {
                self.element(node);
            }
            while let Some((at, block)) = blocks.next_if(|(_, block)| block.first <= node) {
                let text = collapse(self.doc.text_between(block.first, block.end));
                let depth = self.doc.ancestors(node).count();
                let _ = writeln!(
                    self.out,
                    "{:depth$}{} {:.2} \"{}\"",
                    "",
                    self.mark(node),
                    self.judged.odds_of(at),
                    clip(&text, 90)
                );
            }
        }
    }

    fn element(&mut self, node: NodeId) {
        let sum = self.facts.sum_of(self.doc, node);
        let decided = self.decision(node);
        if sum.blocks == 0 && decided.is_none() && !self.doc.tag(node).is_media() {
            return;
        }
        let depth = self.doc.ancestors(node).count();
        let name = |attr, sign: &str| {
            self.doc.attr(node, attr).map(|value| format!("{sign}{}", clip(&collapse(value), 40))).unwrap_or_default()
        };
        let hints: Vec<&str> = self.facts.hints(node).names().collect();
        let seen = if self.facts.seen(node) == Seen::Yes { "" } else { " not shown" };
        let _ = write!(
            self.out,
            "{:depth$}{} <{}{}{}>",
            "",
            self.mark(node),
            self.doc.tag(node).name(),
            name(Attr::Id, " #"),
            name(Attr::Class, " .")
        );
        let _ = write!(self.out, " {} words, links {:.2}{seen}", sum.words, sum.link_density());
        if !hints.is_empty() {
            let _ = write!(self.out, " [{}]", hints.join(" "));
        }
        let _ = writeln!(self.out, "{}", decided.map(|what| format!(" — {what}")).unwrap_or_default());
    }

    fn mark(&self, node: NodeId) -> char {
        if self.kept.nodes.of(node) { '+' } else { '-' }
    }

    fn decision(&self, node: NodeId) -> Option<String> {
        if node == self.extent.core {
            return Some("the best part".to_owned());
        }
        if self.extent.headline == Some(node) {
            return Some("the headline".to_owned());
        }
        if self.extent.roots.contains(&node) {
            return Some("belongs to it".to_owned());
        }
        self.kept
            .dropped
            .iter()
            .find(|dropped| dropped.node == node)
            .map(|dropped| format!("dropped: {}", dropped.rule))
    }
}
