//! What to hide in a live page so that the article is left: for cleaning in place.

use serde::{Deserialize, Serialize};

use crate::dom::{Document, NodeId};
use crate::find::Extent;
use crate::keep::Kept;

/// Elements by their place among the elements of the snapshot, as whoever took it knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The parts of the page that hold the article.
    pub roots: Vec<u32>,
    /// Elements to hide; none lies within another, none holds anything of the article.
    pub hide: Vec<u32>,
}

/// The plan for a page: all beside the way to the article goes, and what was dropped within it.
#[must_use]
pub fn of(doc: &Document, extent: &Extent, kept: &Kept) -> Plan {
    let is_element = |node: &NodeId| doc.tag(*node) != crate::dom::Tag::Text;
    let holds = |node: NodeId| extent.roots.iter().chain(extent.headline.iter()).any(|part| doc.contains(node, *part));
    let mut hide: Vec<NodeId> = kept
        .dropped
        .iter()
        .map(|dropped| dropped.node)
        .filter(|node| Some(*node) != extent.headline)
        .filter(is_element)
        .collect();
    let mut at = doc.body();
    let end = doc.end(at);
    while at < end {
        if extent.roots.contains(&at) || extent.headline == Some(at) {
            at = doc.end(at);
        } else if holds(at) || !is_element(&at) {
            at = NodeId(at.0 + 1);
        } else {
            hide.push(at);
            at = doc.end(at);
        }
    }
    hide.retain(|node| !holds(*node));
    hide.sort_unstable();
    let origins = |nodes: &[NodeId]| nodes.iter().map(|node| doc.origin(*node)).collect();
    Plan { roots: origins(&extent.roots), hide: origins(&hide) }
}
