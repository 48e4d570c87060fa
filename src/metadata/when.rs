//! When the story was published and last changed.

use super::Sources;
use super::date::{self, Stamp};
use crate::claims::{Field, Source};
use crate::data::Hints;
use crate::data::dates::{PUBLISHED, UPDATED};
use crate::dom::text::fold;
use crate::dom::{Attr, NodeId, Tag};
use crate::facts::TextBlock;

/// The order in which sources are believed.
const ORDER: &[Source] = &[Source::JsonLd, Source::OpenGraph, Source::Microdata, Source::JsonLdPage, Source::Meta];

/// The times of publication and of the last change. What the machines' parts of the page do not say, or say without a
/// time of day, is read beside the headline.
pub fn of(sources: &Sources) -> (Option<Stamp>, Option<Stamp>) {
    let seen = visible(sources);
    let published = best(claimed(sources, Field::Published), seen.published);
    let modified = best(claimed(sources, Field::Modified), seen.modified);
    // A page does not change before it is there.
    let modified = modified.filter(|stamp| published.is_none_or(|first| first.date <= stamp.date));
    (published, modified)
}

/// The first claim that can be read, made more precise by a later one of the same day.
fn claimed(sources: &Sources, field: Field) -> Option<Stamp> {
    let stamps = ORDER
        .iter()
        .flat_map(|source| sources.claims.from(field, *source))
        .filter_map(|claim| date::read(&claim.text, &sources.lang));
    stamps.fold(None, |best, next| Some(best_of(best, next)))
}

fn best_of(best: Option<Stamp>, next: Stamp) -> Stamp {
    let finer = |known: &Stamp| known.date == next.date && next.precision() > known.precision();
    best.filter(|known| !finer(known)).unwrap_or(next)
}

fn best(claimed: Option<Stamp>, seen: Option<Stamp>) -> Option<Stamp> {
    match seen {
        Some(seen) => Some(best_of(claimed, seen)),
        None => claimed,
    }
}

#[derive(Default)]
struct Visible {
    published: Option<Stamp>,
    modified: Option<Stamp>,
}

/// What a date in the text is the date of, and how well it is placed; the lower the better.
struct Candidate {
    stamp: Stamp,
    updated: bool,
    rank: u32,
}

/// The dates that readers see beside the headline.
fn visible(sources: &Sources) -> Visible {
    let mut candidates = Vec::new();
    let zone = &sources.zone;
    for (place, blocks) in [(0, &zone.head), (1, &zone.above), (2, &zone.tail)] {
        for (at, block) in blocks.iter().enumerate() {
            read_block(sources, *block, place * 100 + at as u32, &mut candidates);
        }
    }
    let first = |updated: bool| {
        let wanted = candidates.iter().filter(|candidate| candidate.updated == updated);
        wanted.min_by_key(|candidate| candidate.rank).map(|candidate| candidate.stamp)
    };
    Visible { published: first(false), modified: first(true) }
}

fn read_block(sources: &Sources, at: usize, place: u32, candidates: &mut Vec<Candidate>) {
    let Some(block) = sources.facts.text_blocks().get(at) else { return };
    from_elements(sources, block, place, candidates);
    let named = sources.facts.hints_around(block.node).has(Hints::META.and(Hints::DATE).and(Hints::BYLINE));
    // A date in the middle of prose is the story's, not the page's.
    if named || !block.is_prose() || block.counts.words <= 25 {
        let rank = place + 20 + if named { 0 } else { 10 } + if block.counts.words < 14 { 0 } else { 60 };
        from_text(sources, block, rank, candidates);
    }
}

/// The dates that `time` and `abbr` elements give in their attributes.
fn from_elements(sources: &Sources, block: &TextBlock, rank: u32, candidates: &mut Vec<Candidate>) {
    let doc = sources.doc;
    let is_time = |up: &NodeId| matches!(doc.tag(*up), Tag::Time | Tag::Abbr);
    let around = |node: NodeId| doc.ancestors(node).take(3).filter(is_time).collect::<Vec<_>>();
    let mut elements: Vec<NodeId> = (block.first.0..block.end.0).map(NodeId).flat_map(around).collect();
    elements.dedup();
    for element in elements {
        let value = doc.attr(element, Attr::Datetime).or_else(|| doc.attr(element, Attr::Title));
        if let Some(stamp) = value.and_then(|value| date::read(value, &sources.lang)) {
            let said = label(doc.text_between(block.first, element)).or_else(|| label_at_start(doc.text(element)));
            let updated = said.unwrap_or_else(|| says_updated(sources, element));
            candidates.push(Candidate { stamp, updated, rank });
        }
    }
}

/// The dates in a block's text; where there is none, one that counts back from now.
fn from_text(sources: &Sources, block: &TextBlock, rank: u32, candidates: &mut Vec<Candidate>) {
    let text = sources.doc.text_between(block.first, block.end);
    let found = date::all(text, &sources.lang);
    for (number, date) in found.iter().enumerate() {
        let from = number.checked_sub(1).and_then(|before| found.get(before)).map_or(0, |before| before.end);
        let before = text.get(from..date.start).unwrap_or("");
        let updated = label(before).unwrap_or_else(|| says_updated(sources, block.node));
        candidates.push(Candidate { stamp: date.stamp, updated, rank });
    }
    let relative = sources.options.now.filter(|_| found.is_empty() && block.counts.words < 12);
    if let Some(stamp) = relative.and_then(|now| date::read_relative(text, now)) {
        let updated = label(text).unwrap_or_else(|| says_updated(sources, block.node));
        candidates.push(Candidate { stamp, updated, rank: rank + 200 });
    }
}

/// What the words before a date say it is the date of: `true` for the last change. The word nearest to the date counts.
fn label(before: &str) -> Option<bool> {
    let folded = fold(before);
    let tail = |phrase: &str| folded.rfind(phrase).map(|at| at + phrase.len());
    let last = |phrases: &str| phrases.split('|').filter_map(tail).max();
    match (last(PUBLISHED), last(UPDATED)) {
        (Some(published), Some(updated)) => Some(updated >= published),
        (None, Some(_)) => Some(true),
        (Some(_), None) => Some(false),
        (None, None) => None,
    }
}

fn label_at_start(text: &str) -> Option<bool> {
    let head: String = text.chars().take(30).collect();
    label(&head)
}

/// Whether the names around a date say that it is of the last change.
fn says_updated(sources: &Sources, node: NodeId) -> bool {
    sources.doc.lineage(node).take(3).any(|at| {
        let names = [Attr::Class, Attr::Itemprop, Attr::Id].iter().filter_map(|attr| sources.doc.attr(at, *attr));
        names.flat_map(|name| name.split(|c: char| !c.is_alphabetic())).any(|word| {
            matches!(word.to_ascii_lowercase().as_str(), "updated" | "modified" | "datemodified" | "update")
        })
    })
}
