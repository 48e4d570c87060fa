//! What was left out and can be shown all the same, for a reader who wants to see it in its place.

use super::whole::unshown;
use super::{BY_HAND, Kept, look};
use crate::blocks::Judged;
use crate::dom::{Document, NodeId, PerNode, Tag};
use crate::facts::{Facts, Seen};
use crate::find::Extent;
use crate::metadata::Metadata;

/// The name under which that is shown which stands beside the article's parts, between the headline and their end.
const BESIDE: &str = "beside the article";

/// Something that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The rule that took it.
    pub rule: &'static str,
    /// Its nodes: neighbours, of which one runs on into the next.
    pub nodes: Vec<NodeId>,
}

/// What was left out of the article's part of the page and right around it, in document order; and what of it can be
/// shown.
#[must_use]
pub fn left_out(
    doc: &Document,
    facts: &Facts,
    judged: &Judged,
    metadata: &Metadata,
    extent: &Extent,
    kept: &Kept,
) -> (Vec<Part>, PerNode<bool>) {
    let look = look(doc, facts, judged, judged.kind.page_type, extent, metadata);
    let mut shown = PerNode::new(doc.len());
    let mut gone: Vec<(NodeId, &'static str)> = kept.dropped.iter().map(|row| (row.node, row.rule)).collect();
    gone.extend(beside(doc, extent, kept).into_iter().map(|node| (node, BESIDE)));
    gone.sort_unstable_by_key(|row| row.0);
    let mut parts: Vec<Part> = Vec::new();
    for (root, rule) in gone {
        let mut at = root;
        while at < doc.end(root) {
            let goes = unshown(&look, at, None).is_some();
            shown.set(at, !goes);
            at = if goes { doc.end(at) } else { NodeId(at.0 + 1) };
        }
        if !doc.subtree(root).any(|node| shown.of(node) && tells(doc, facts, node)) {
            continue;
        }
        match parts.last_mut().filter(|part| part.rule == rule) {
            Some(part) if runs_on(doc, &part.nodes, root) => {
                let gap = part.nodes.last().map_or(root, |last| doc.end(*last));
                part.nodes.extend((gap.0..=root.0).map(NodeId));
                shown.set(gap, true);
            }
            _ => parts.push(Part { rule, nodes: vec![root] }),
        }
    }
    (parts, shown)
}

/// Whether a node is text that says something, or a picture or a player that one would see.
fn tells(doc: &Document, facts: &Facts, node: NodeId) -> bool {
    match doc.tag(node) {
        Tag::Text => doc.text(node).contains(char::is_alphanumeric),
        tag => tag.is_media() && facts.seen(node) != Seen::No && !doc.flags(node).has(crate::dom::Flags::SMALL),
    }
}

/// Whether a node follows others in one line, or one block another: nothing but white space stands between.
fn runs_on(doc: &Document, nodes: &[NodeId], next: NodeId) -> bool {
    nodes.last().is_some_and(|last| {
        let gap = doc.end(*last);
        let blank = doc.tag(gap) == Tag::Text && doc.end(gap) == next && doc.text(gap).trim().is_empty();
        doc.parent(*last) == doc.parent(next) && (gap == next || blank)
    })
}

/// What stands beside the article's parts from the headline to their end, the topmost elements that hold none of them.
/// Parts that a person has chosen elsewhere do not widen that.
fn beside(doc: &Document, extent: &Extent, kept: &Kept) -> Vec<NodeId> {
    let chosen = |root: &&NodeId| kept.by_hand.contains(root) && !doc.contains(**root, extent.core);
    let found = || extent.roots.iter().filter(|root| !chosen(root));
    let (Some(first), Some(last)) = (found().next(), found().next_back()) else { return Vec::new() };
    let headline = extent.headline.map(|node| doc.end(node)).filter(|end| end <= first);
    let is_dropped = |node| kept.dropped.iter().any(|row| row.rule == BY_HAND && doc.contains(node, row.node));
    let mut beside = Vec::new();
    let mut at = headline.unwrap_or(*first);
    while at < *last {
        if extent.roots.contains(&at) || kept.dropped.binary_search_by_key(&at, |row| row.node).is_ok() {
            at = doc.end(at);
        } else if extent.roots.iter().any(|root| doc.contains(at, *root)) || is_dropped(at) {
            at = NodeId(at.0 + 1);
        } else {
            beside.push(at);
            at = doc.end(at);
        }
    }
    beside
}
