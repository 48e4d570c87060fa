//! What a person has chosen by hand, here or by a rule remembered for the site, holds against all that was found: one
//! part stays whole, wherever it stands, another goes. Where such parts lie within one another the innermost holds.

use super::rule::Look;
use super::whole::unshown;
use super::{Dropped, Kept, look};
use crate::blocks::Judged;
use crate::dom::{Document, NodeId, PerNode, Tag};
use crate::facts::Facts;
use crate::find::Extent;
use crate::metadata::Metadata;
use crate::options::Options;

/// The name under which an explanation shows what a person has chosen.
pub const BY_HAND: &str = "chosen by hand";

/// What a person has said of a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mark {
    #[default]
    None,
    Keep,
    Drop,
}

/// The extent and what stays of it, after what a person has chosen; nothing where that is nothing of this page.
#[must_use]
pub fn by_hand(
    doc: &Document,
    facts: &Facts,
    judged: &Judged,
    metadata: &Metadata,
    extent: &Extent,
    kept: &Kept,
    options: &Options,
) -> Option<(Extent, Kept)> {
    let marks = marks(doc, options)?;
    let look = look(doc, facts, judged, judged.kind.page_type, extent, metadata);
    let hand = Hand::of(&look, marks, kept);
    let (roots, chosen) = hand.settle(extent, kept.policy);
    let headline = extent.headline.filter(|node| !hand.is_dropped(*node));
    Some((Extent { roots, headline, ..extent.clone() }, chosen))
}

/// What was said of each element; nothing where no element was meant.
fn marks(doc: &Document, options: &Options) -> Option<PerNode<Mark>> {
    if options.keep.is_empty() && options.drop.is_empty() {
        return None;
    }
    let sorted = |numbers: &[u32]| {
        let mut numbers = numbers.to_vec();
        numbers.sort_unstable();
        numbers
    };
    let (keep, drop) = (sorted(&options.keep), sorted(&options.drop));
    let mut marks = PerNode::new(doc.len());
    let mut any = false;
    for node in doc.nodes().filter(|node| doc.tag(*node) != Tag::Text) {
        let is_in = |numbers: &[u32]| numbers.binary_search(&doc.origin(node)).is_ok();
        let mark = match (is_in(&keep), is_in(&drop)) {
            (_, true) => Mark::Drop,
            (true, false) => Mark::Keep,
            (false, false) => continue,
        };
        // What holds the body is the body: nothing else of it is ever text.
        let node = if doc.contains(node, doc.body()) { doc.body() } else { node };
        marks.set(node, mark);
        any |= doc.contains(doc.body(), node);
    }
    any.then_some(marks)
}

/// A page with what was said of it.
struct Hand<'a> {
    doc: &'a Document,
    marks: PerNode<Mark>,
    /// The innermost element around each node, or itself, that something was said of.
    said: PerNode<Option<NodeId>>,
    /// Why each node goes, by itself or with what holds it.
    why: PerNode<Option<&'static str>>,
    /// Whether something below a node stays because it was said.
    holds: PerNode<bool>,
}

impl<'a> Hand<'a> {
    fn of(look: &Look<'a>, marks: PerNode<Mark>, kept: &Kept) -> Self {
        let doc = look.doc;
        let mut found = PerNode::new(doc.len());
        for dropped in &kept.dropped {
            found.set(dropped.node, Some(dropped.rule));
        }
        let all = doc.len();
        let mut hand = Self { doc, marks, said: PerNode::new(all), why: PerNode::new(all), holds: PerNode::new(all) };
        for node in doc.subtree(doc.body()) {
            let up = doc.parent(node).filter(|up| doc.contains(doc.body(), *up));
            let above = up.and_then(|up| hand.why.of(up));
            let mark = hand.marks.of(node);
            let said = if mark == Mark::None { up.and_then(|up| hand.said.of(up)) } else { Some(node) };
            let why = match (mark, said) {
                (Mark::Drop, _) => Some(BY_HAND),
                (Mark::Keep, _) => unshown(look, node, said),
                (Mark::None, Some(_)) => above.or_else(|| unshown(look, node, said)),
                (Mark::None, None) => above.or_else(|| found.of(node)),
            };
            hand.said.set(node, said);
            hand.why.set(node, why);
            if mark == Mark::Keep && why.is_none() {
                hand.held_by(node);
            }
        }
        hand
    }

    /// Says of all that holds a node that it does.
    fn held_by(&mut self, node: NodeId) {
        for up in self.doc.ancestors(node) {
            if self.holds.of(up) {
                break;
            }
            self.holds.set(up, true);
        }
    }

    fn is_dropped(&self, node: NodeId) -> bool {
        self.said.of(node).is_some_and(|said| self.marks.of(said) == Mark::Drop)
    }

    /// Why a node goes with all in it.
    fn against(&self, node: NodeId) -> Option<&'static str> {
        self.why.of(node).filter(|_| !self.holds.of(node))
    }

    /// The parts of the page that hold the article now, and what stays of them.
    fn settle(&self, extent: &Extent, policy: &'static str) -> (Vec<NodeId>, Kept) {
        let doc = self.doc;
        let mut kept = Kept { nodes: PerNode::new(doc.len()), policy, ..Kept::default() };
        let mut roots = Vec::new();
        // Where the part ends that the walk is in.
        let mut inside = doc.body();
        let mut at = doc.body();
        let end = doc.end(at);
        while at < end {
            let is_kept = self.marks.of(at) == Mark::Keep && self.why.of(at).is_none();
            let is_part = at < inside || is_kept || extent.roots.contains(&at);
            let holds_part = || extent.roots.iter().any(|root| doc.contains(at, *root));
            match self.against(at) {
                Some(rule) if is_part || rule == BY_HAND && holds_part() => {
                    kept.dropped.push(Dropped { node: at, rule });
                    at = doc.end(at);
                    continue;
                }
                _ if is_part && at >= inside => {
                    roots.push(at);
                    inside = doc.end(at);
                }
                _ => {}
            }
            if is_part {
                kept.nodes.set(at, true);
            }
            if is_kept {
                kept.by_hand.push(at);
            }
            at = NodeId(at.0 + 1);
        }
        (roots, kept)
    }
}
