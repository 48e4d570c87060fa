//! Why each part of a page went or stayed, as a tree in text.

use std::fmt::Write as _;

use crate::dom::text::{clip, collapse};
use crate::dom::{Attr, Document, NodeId, Tag};
use crate::facts::Seen;
use crate::keep::BY_HAND;
use crate::learn::{self, Choice, Model};
use crate::options::Options;
use crate::{Ruled, judge_by_rules};

/// The tree of a page: for each element its sums, its names' meanings, what was decided and by which rule; for each
/// text block the rules' odds and the model's.
#[must_use]
pub fn explain(doc: &Document, options: &Options, model: &Model) -> String {
    let ruled = judge_by_rules(doc, options);
    let choice = learn::choose(doc, &ruled, model, options);
    let mut tree = Tree { doc, ruled: &ruled, choice: &choice, out: String::new() };
    tree.head();
    tree.nodes();
    tree.out
}

struct Tree<'a> {
    doc: &'a Document,
    ruled: &'a Ruled,
    choice: &'a Choice,
    out: String,
}

impl Tree<'_> {
    fn head(&mut self) {
        let (ruled, reading) = (self.ruled, &self.choice.reading);
        let _ = writeln!(
            self.out,
            "page type {} (by the rules {}), an article with odds {:.2}; the text is right with odds {:.2}",
            reading.page_type.name(),
            ruled.judged.kind.page_type.name(),
            reading.sure.article,
            reading.sure.confidence
        );
        let _ = writeln!(
            self.out,
            "by the rules the best part scores {:.1}, the next {:.1}; policy {}, in the end {}",
            ruled.extent.score, ruled.extent.runner_up, ruled.kept.policy, self.choice.kept.policy
        );
        for claim in ruled.claims.all() {
            let _ = writeln!(self.out, "claim {:?} ({:?}): {}", claim.field, claim.source, clip(&claim.text, 100));
        }
        self.out.push('\n');
    }

    fn nodes(&mut self) {
        let mut blocks = self.ruled.facts.text_blocks().iter().enumerate().peekable();
        for node in self.doc.subtree(self.doc.body()) {
            if self.doc.tag(node) != Tag::Text {
                self.element(node);
            }
            while let Some((at, block)) = blocks.next_if(|(_, block)| block.first <= node) {
                let text = collapse(self.doc.text_between(block.first, block.end));
                let depth = self.doc.ancestors(node).count();
                let _ = writeln!(
                    self.out,
                    "{:depth$}{} {:.2} (rules {:.2}) \"{}\"",
                    "",
                    self.mark(node),
                    self.choice.reading.odds.get(at).copied().unwrap_or(0.0),
                    self.ruled.judged.odds_of(at),
                    clip(&text, 90)
                );
            }
        }
    }

    fn element(&mut self, node: NodeId) {
        let sum = self.ruled.facts.sum_of(self.doc, node);
        let decided = self.decision(node);
        if sum.blocks == 0 && decided.is_none() && !self.doc.tag(node).is_media() {
            return;
        }
        let depth = self.doc.ancestors(node).count();
        let name = |attr, sign: &str| {
            self.doc.attr(node, attr).map(|value| format!("{sign}{}", clip(&collapse(value), 40))).unwrap_or_default()
        };
        let hints: Vec<&str> = self.ruled.facts.hints(node).names().collect();
        let seen = if self.ruled.facts.seen(node) == Seen::Yes { "" } else { " not shown" };
        let _ = write!(
            self.out,
            "{:depth$}{} <{}{}{}>",
            "",
            self.mark(node),
            self.doc.tag(node).name(),
            name(Attr::Id, " #"),
            name(Attr::Class, " .")
        );
        let _ = write!(
            self.out,
            " {} words, links {:.2}, number {}{seen}",
            sum.words,
            sum.link_density(),
            self.doc.origin(node)
        );
        if !hints.is_empty() {
            let _ = write!(self.out, " [{}]", hints.join(" "));
        }
        let _ = writeln!(self.out, "{}", decided.map(|what| format!(" — {what}")).unwrap_or_default());
    }

    fn mark(&self, node: NodeId) -> char {
        if self.choice.kept.nodes.of(node) { '+' } else { '-' }
    }

    fn decision(&self, node: NodeId) -> Option<String> {
        let kept = &self.choice.kept;
        if kept.by_hand.contains(&node) {
            return Some(format!("kept: {BY_HAND}"));
        }
        if let Some(dropped) = kept.dropped.iter().find(|dropped| dropped.node == node && dropped.rule == BY_HAND) {
            return Some(format!("dropped: {}", dropped.rule));
        }
        if node == self.choice.extent.core {
            return Some("the best part".to_owned());
        }
        if self.choice.extent.headline == Some(node) {
            return Some("the headline".to_owned());
        }
        if self.choice.extent.roots.contains(&node) {
            return Some("belongs to it".to_owned());
        }
        kept.dropped.iter().find(|dropped| dropped.node == node).map(|dropped| format!("dropped: {}", dropped.rule))
    }
}
