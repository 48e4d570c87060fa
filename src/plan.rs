//! What to hide in a live page so that the article is left: for cleaning in place.

use serde::Serialize;

use crate::dom::{Document, NodeId, PerNode};
use crate::find::Extent;
use crate::keep::Kept;

/// Elements by their place among the elements of the snapshot, as whoever took it knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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
    let mut hidden: PerNode<bool> = PerNode::new(doc.len());
    for dropped in &kept.dropped {
        hidden.set(dropped.node, true);
    }
    let is_part = |node: NodeId| extent.roots.contains(&node) || extent.headline == Some(node);
    let mut at = doc.body();
    let end = doc.end(at);
    while at < end {
        let inside = is_part(at);
        let next = if inside || !holds(at) && is_element(&at) { doc.end(at) } else { NodeId(at.0 + 1) };
        if !inside && !holds(at) && is_element(&at) {
            hidden.set(at, true);
        }
        at = next;
    }
    let hide: Vec<NodeId> = doc.nodes().filter(|node| hidden.of(*node) && is_element(node) && !holds(*node)).collect();
    let origins = |nodes: &[NodeId]| nodes.iter().map(|node| doc.origin(*node)).collect();
    Plan { roots: origins(&extent.roots), hide: origins(&hide) }
}
