//! The odds of a block by rules: what a person would say who sees its length, its marks, its links and its place.

use super::PageType;
use crate::data::Hints;
use crate::dom::{Document, PerNode, Tag};
use crate::facts::{Facts, Seen, TextBlock};

/// What the names around a block say of it, each once, however often it is said.
const NAMED: &[(Hints, f32)] = &[
    (Hints::BODY, 1.4),
    (Hints::CONTENT, 0.4),
    (Hints::DEK, 0.6),
    (Hints::NAV, -2.5),
    (Hints::BREADCRUMB, -3.0),
    (Hints::PAGER, -2.0),
    (Hints::TOC, -1.0),
    (Hints::FOOTER, -1.6),
    (Hints::HEADER, -0.5),
    (Hints::SIDEBAR, -1.6),
    (Hints::SHARE, -2.5),
    (Hints::RELATED, -2.5),
    (Hints::TEASER, -0.8),
    (Hints::AUTHOR_CARD, -1.5),
    (Hints::TAGS, -1.5),
    (Hints::AD, -2.5),
    (Hints::PROMO, -1.5),
    (Hints::NEWSLETTER, -2.5),
    (Hints::COOKIE, -4.0),
    (Hints::MODAL, -2.5),
    (Hints::LOGIN, -1.5),
    (Hints::COPYRIGHT, -1.5),
    (Hints::META, -0.8),
    (Hints::WIDGET, -0.7),
    (Hints::CART, -1.0),
    (Hints::SEARCH, -0.8),
    (Hints::LOADING, -1.5),
    (Hints::SIGNATURE, -2.0),
    (Hints::TOOL, -0.7),
    (Hints::RATING, -0.7),
];

/// What the elements around a block say of it.
const TAGGED: &[(Tag, f32)] = &[
    (Tag::Article, 0.7),
    (Tag::Main, 0.7),
    (Tag::Nav, -3.0),
    (Tag::Footer, -2.2),
    (Tag::Aside, -1.6),
    (Tag::Header, -0.5),
    (Tag::Form, -0.8),
    (Tag::Dialog, -3.0),
    (Tag::Blockquote, 0.4),
    (Tag::Pre, 1.0),
    (Tag::AmpSidebar, -3.0),
    (Tag::AmpConsent, -4.0),
    (Tag::AmpAd, -4.0),
    (Tag::AmpEmbed, -3.0),
];

/// The odds of every block: each for itself first, then the short ones by the company they keep.
pub fn odds(doc: &Document, facts: &Facts, page_type: PageType) -> Vec<f32> {
    let above = above(doc);
    let alone: Vec<f32> = facts
        .text_blocks()
        .iter()
        .map(|block| lean(facts, block, page_type, doc.tag(block.holder), above.of(block.node)))
        .collect();
    let company = Company { facts, alone: &alone };
    (0..alone.len()).map(|at| squash(company.lean(at))).collect()
}

/// For each node, which of the rows of [`TAGGED`] are about it or what holds it, a bit for each.
fn above(doc: &Document) -> PerNode<u16> {
    let mut all: PerNode<u16> = PerNode::new(doc.len());
    for node in doc.nodes() {
        let tag = doc.tag(node);
        let own = TAGGED.iter().position(|row| row.0 == tag).map_or(0, |at| 1 << at);
        all.set(node, doc.parent(node).map_or(0, |parent| all.of(parent)) | own);
    }
    all
}

/// A lean for or against a block as odds, 0 to 1; a lean of 0 is even odds. No exponential: the same everywhere.
fn squash(lean: f32) -> f32 {
    0.5 + 0.5 * lean / (1.0 + lean.abs())
}

/// How far a block leans towards the content, by itself; `holder` is its holder's tag, `above` what [`above`] says of it.
fn lean(facts: &Facts, block: &TextBlock, page_type: PageType, holder: Tag, above: u16) -> f32 {
    let named = facts.hints_around(block.node);
    let comments = if page_type == PageType::Forum { 0.0 } else { -2.5 };
    let names: f32 = NAMED.iter().filter(|(hint, _)| named.has(*hint)).map(|(_, weight)| weight).sum();
    let commented = if named.has(Hints::COMMENT) { comments } else { 0.0 };
    let tags: f32 = (0..).zip(TAGGED).filter(|(at, _)| above >> at & 1 == 1).map(|(_, row)| row.1).sum();
    let shown = match block.seen {
        Seen::Yes => 0.0,
        Seen::Folded => -0.2,
        Seen::No => -2.5,
    };
    prose(block, page_type) + own_tag(holder) + names.clamp(-4.0, 1.8) + commented + tags + shown
}

/// What its text says: length and sentences for it, links against it. Pages that are no articles live of short text.
fn prose(block: &TextBlock, page_type: PageType) -> f32 {
    let words = block.counts.words as f32;
    let marks = (block.counts.stops + block.counts.commas).min(4) as f32;
    let base = if page_type == PageType::Article { -1.0 } else { -0.1 };
    let length = (words / 15.0).min(1.5);
    let sentences = if block.counts.stops > 0 && words >= 8.0 { 0.7 } else { 0.0 } + marks * 0.15;
    let links = match page_type {
        PageType::Collection | PageType::Listing => -1.0,
        _ => -3.0,
    };
    base + length + sentences + links * block.link_density()
}

fn own_tag(holder: Tag) -> f32 {
    match holder {
        Tag::P => 0.5,
        Tag::Li | Tag::Dt | Tag::Dd => -0.1,
        Tag::Pre => 0.8,
        tag if tag.is_heading() => 0.2,
        _ => 0.0,
    }
}

/// A block among its neighbours.
struct Company<'a> {
    facts: &'a Facts,
    alone: &'a [f32],
}

impl Company<'_> {
    /// A short block leans as its neighbours lean, the more the shorter it is.
    fn lean(&self, at: usize) -> f32 {
        let own = self.alone.get(at).copied().unwrap_or(0.0);
        let words = self.facts.text_blocks().get(at).map_or(0, |block| block.counts.words);
        if words >= 15 {
            return own;
        }
        let near = |away: usize| [at.checked_sub(away), at.checked_add(away)];
        let (mut sum, mut weight) = (0.0, 0.0);
        for away in 1..=3 {
            for neighbour in near(away).into_iter().flatten() {
                if let (Some(lean), Some(block)) = (self.alone.get(neighbour), self.facts.text_blocks().get(neighbour))
                {
                    let share = (block.counts.words as f32).min(40.0) / away as f32;
                    sum += lean * share;
                    weight += share;
                }
            }
        }
        let trust = 0.5 * (1.0 - words as f32 / 15.0);
        if weight > 0.0 { own * (1.0 - trust) + sum / weight * trust } else { own }
    }
}
