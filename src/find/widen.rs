//! From the part that scored best to the whole article: the headline above it, and the pictures and the standfirst
//! between the two.

use crate::claims::{Claims, Field};
use crate::data::Hints;
use crate::dom::text::{Bag, fold};
use crate::dom::{Document, NodeId, Tag};
use crate::facts::{Facts, Seen};

/// The headline: the heading most like the title, in the part or before it; else the first of the highest level there.
pub fn headline(doc: &Document, facts: &Facts, core: NodeId, claims: &Claims) -> Option<NodeId> {
    let titles: Vec<String> = claims.of(Field::Title).map(|claim| fold(&claim.text)).collect();
    let titles: Vec<Bag> = titles.iter().map(|title| Bag::of(title)).collect();
    let named = |node: NodeId| {
        doc.tag(node).is_heading()
            || facts.hints(node).has(Hints::TITLE) && facts.is_block(node) && facts.sum_of(doc, node).chars < 300
    };
    let candidates = doc
        .subtree(doc.body())
        .filter(|node| node.0 < doc.end(core).0 && named(*node) && facts.seen(*node) != Seen::No);
    let scored = candidates.map(|node| {
        let text = fold(doc.text(node));
        let alike = titles.iter().map(|title| title.likeness(&text, u64::MAX)).fold(0.0, f32::max);
        let level = doc.tag(node).heading_level().map_or(0.0, |level| 0.3 - f32::from(level) * 0.05);
        (node, alike + level)
    });
    let best = scored.fold(
        None,
        |best: Option<(NodeId, f32)>, next| if best.is_none_or(|best| next.1 > best.1) { Some(next) } else { best },
    );
    best.filter(|(node, score)| *score > 0.6 || doc.tag(*node) == Tag::H1).map(|(node, _)| node)
}

/// The parts of the article: what belongs to it between the headline and the best part, then that part.
pub fn roots(doc: &Document, facts: &Facts, core: NodeId, headline: Option<NodeId>) -> Vec<NodeId> {
    let mut roots = Vec::new();
    if let Some(headline) = headline.filter(|node| *node < core && !doc.contains(core, *node)) {
        let mut at = doc.end(headline);
        while at < core {
            if doc.contains(at, core) {
                at = NodeId(at.0 + 1);
            } else if belongs(doc, facts, at) {
                roots.push(at);
                at = doc.end(at);
            } else {
                // Look into boxes, but not into what is said to be something else.
                let skip = doc.tag(at) == Tag::Text || is_other(doc, facts, at);
                at = if skip { doc.end(at) } else { NodeId(at.0 + 1) };
            }
        }
    }
    roots.push(core);
    roots
}

/// What stands between a headline and its text and is part of the story: a picture with its caption, a standfirst.
fn belongs(doc: &Document, facts: &Facts, node: NodeId) -> bool {
    if is_other(doc, facts, node) || facts.seen(node) == Seen::No {
        return false;
    }
    let sum = facts.sum_of(doc, node);
    let tag = doc.tag(node);
    let hints = facts.hints(node);
    if tag == Tag::Figure || tag.is_image() || tag == Tag::Picture {
        return sum.link_density() < 0.5;
    }
    let has_picture = || doc.below(node).any(|at| doc.tag(at).is_image());
    let boxed = facts.is_block(node) && sum.blocks <= 3 && sum.links == 0 && sum.chars < 500 && has_picture();
    let standfirst = (hints.has(Hints::DEK) || matches!(tag, Tag::P | Tag::H2))
        && sum.blocks == 1
        && sum.words >= 6
        && sum.link_density() < 0.3;
    let caption = hints.has(Hints::CAPTION) && sum.blocks <= 3;
    boxed || standfirst && !hints.has(Hints::META.and(Hints::BYLINE).and(Hints::DATE)) || caption
}

/// What is said to be no part of a story.
fn is_other(doc: &Document, facts: &Facts, node: NodeId) -> bool {
    const OTHER: Hints = Hints::NAV
        .and(Hints::BREADCRUMB)
        .and(Hints::SHARE)
        .and(Hints::RELATED)
        .and(Hints::AD)
        .and(Hints::PROMO)
        .and(Hints::NEWSLETTER)
        .and(Hints::COOKIE)
        .and(Hints::MODAL)
        .and(Hints::COMMENT)
        .and(Hints::AUTHOR_CARD)
        .and(Hints::TOOL)
        .and(Hints::SIDEBAR);
    let tag = doc.tag(node);
    let away = matches!(
        tag,
        Tag::Nav
            | Tag::Aside
            | Tag::Footer
            | Tag::Form
            | Tag::Button
            | Tag::Dialog
            | Tag::Ul
            | Tag::Ol
            | Tag::AmpAd
            | Tag::AmpSidebar
            | Tag::AmpConsent
    );
    away || facts.hints(node).has(OTHER)
}
