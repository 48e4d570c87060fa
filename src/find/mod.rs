//! Where the article is: the smallest part of the page that holds what the blocks' odds speak for, with what belongs to
//! it between the headline and the text.

mod widen;

use crate::blocks::{Judged, PageType};
use crate::claims::Claims;
use crate::dom::{Document, NodeId, PerNode, Tag};
use crate::facts::Facts;
use crate::options::{Options, Scope};

/// Odds at which a block neither speaks for a part of the page nor against it.
const EVEN: f32 = 0.42;
/// A long block counts as this many words: one endless paragraph outweighs a page otherwise.
const MOST_WORDS: f32 = 120.0;

/// Where the article is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extent {
    /// The parts of the page that hold it, in order; none lies within another.
    pub roots: Vec<NodeId>,
    /// The headline in the page's text, where there is one.
    pub headline: Option<NodeId>,
    /// The part that scored best, before what belongs to it was added.
    pub core: NodeId,
    /// The best part's score.
    pub score: f32,
    /// The score of the best part that neither holds that one nor lies in it.
    pub runner_up: f32,
}

/// Finds the article.
#[must_use]
pub fn extent(doc: &Document, facts: &Facts, judged: &Judged, claims: &Claims, options: &Options) -> Extent {
    if options.scope == Scope::Everything {
        return Extent { roots: vec![doc.body()], core: doc.body(), ..Extent::default() };
    }
    let gains = gains(facts, judged);
    let candidates = scores(doc, facts, &gains);
    let (core, score) =
        best(&candidates, |_| true).filter(|found| found.1 > 0.0).unwrap_or_else(|| (middle(doc, facts), 0.0));
    let apart = |node: NodeId| !doc.contains(node, core) && !doc.contains(core, node);
    let runner_up = best(&candidates, apart).map_or(0.0, |(_, score)| score.max(0.0));
    let headline = widen::headline(doc, facts, core, claims);
    let roots = widen::roots(doc, facts, core, headline);
    Extent { roots, headline, core, score, runner_up }
}

/// Where nothing speaks for any part: the page's middle as its markup names it, else all of it.
fn middle(doc: &Document, facts: &Facts) -> NodeId {
    let named =
        |tag: Tag| doc.subtree(doc.body()).find(|node| doc.tag(*node) == tag && facts.sum_of(doc, *node).words > 0);
    named(Tag::Main).or_else(|| named(Tag::Article)).unwrap_or_else(|| doc.body())
}

/// What each block adds to a part that holds it: words for it or against it.
fn gains(facts: &Facts, judged: &Judged) -> Vec<f32> {
    let even = if judged.kind.page_type == PageType::Article { EVEN } else { EVEN - 0.1 };
    let gain = |(at, block): (usize, &crate::facts::TextBlock)| {
        (block.counts.words as f32).min(MOST_WORDS) * (judged.odds_of(at) - even)
    };
    facts.text_blocks().iter().enumerate().map(gain).collect()
}

/// The score of every element that may be the article, as (node, score), in document order.
fn scores(doc: &Document, facts: &Facts, gains: &[f32]) -> Vec<(NodeId, f32)> {
    let mut before = vec![0.0f32];
    let mut total = 0.0;
    for gain in gains {
        total += gain;
        before.push(total);
    }
    let at = |index: usize| before.get(index).copied().unwrap_or(total);
    let may_be = |node: &NodeId| {
        facts.is_block(*node) && !matches!(doc.tag(*node), Tag::Html | Tag::Head | Tag::Tr | Tag::Tbody)
    };
    let score = |node: NodeId| {
        let range = facts.range(doc, node);
        (node, at(range.end) - at(range.start))
    };
    doc.subtree(doc.body()).filter(may_be).filter(|node| !facts.range(doc, *node).is_empty()).map(score).collect()
}

/// The candidate with the best score; of equals the deepest.
fn best(candidates: &[(NodeId, f32)], wanted: impl Fn(NodeId) -> bool) -> Option<(NodeId, f32)> {
    candidates.iter().filter(|row| wanted(row.0)).copied().fold(None, |best: Option<(NodeId, f32)>, next| {
        if best.is_none_or(|best| next.1 >= best.1) { Some(next) } else { best }
    })
}

/// The nodes of an extent as a set.
#[must_use]
pub fn nodes(doc: &Document, extent: &Extent) -> PerNode<bool> {
    let mut within = PerNode::new(doc.len());
    for node in extent.roots.iter().flat_map(|root| doc.subtree(*root)) {
        within.set(node, true);
    }
    within
}
