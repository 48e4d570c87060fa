//! The dates that readers see: beside the headline, else after the text, else anywhere in the article.

use crate::data::dates::{AT_FIRST, OF_OTHERS, PUBLISHED, PUBLISHED_AFTER, UPDATED};
use crate::data::{Hints, Words};
use crate::dom::text::fold;
use crate::dom::{Attr, NodeId, Tag};
use crate::facts::TextBlock;
use crate::metadata::Sources;
use crate::metadata::date::{self, Stamp};

/// The most words of a line that is there for its date.
const SHORT: u32 = 14;
/// The most words of a line in which a date may be the story's all the same.
const LONG: u32 = 25;
/// The longest text of an element whose attribute is a date, in characters.
const MARKED: usize = 40;
/// How much of a line that is a date may be something else, in bytes.
const ALONE: usize = 12;
/// How far from the beginning of the text a date may stand that begins it, in bytes.
const DATELINE: usize = 40;

/// The most words of the card of another story, and of a note on when a story was new.
const CARD: u32 = 60;
const NOTE: u32 = 50;
/// So many blocks from the beginning may begin with a date.
const FIRST: usize = 12;
/// So many blocks before the article, or after it, may tell its date.
const BEFORE: usize = 40;
const AFTER: usize = 8;
/// So many words after a date may say what it is.
const WORDS_AFTER: usize = 5;

/// Where dates are looked for: beside the headline, above it, in the text, after it.
const ABOVE: u32 = 100;
const ELSEWHERE: u32 = 200;
const TAIL: u32 = 300;
/// So many blocks after the headline are right beside it.
const NEXT: u32 = 5;

/// How well a date is placed: the lower the better.
mod rank {
    /// A word says that it is the date of publication.
    pub const LABELLED: u32 = 0;
    /// An element is there for it.
    pub const MARKED: u32 = 1;
    /// It stands in a line of its own.
    pub const ALONE: u32 = 2;
    /// It stands in a short line.
    pub const SHORT: u32 = 3;
    /// It begins the text.
    pub const BEGINS: u32 = 4;
    /// It stands in some sentence.
    pub const SENTENCE: u32 = 5;
    /// It counts back from now.
    pub const RELATIVE: u32 = 6;
}

/// A date as readers see it.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    pub stamp: Stamp,
    /// Whether it is plainly the story's.
    pub plain: bool,
    /// Whether it stands beside the headline.
    pub near: bool,
}

/// The dates that readers see.
#[derive(Debug, Default)]
pub struct Visible {
    pub published: Option<Sight>,
    pub modified: Option<Stamp>,
}

struct Candidate {
    stamp: Stamp,
    /// What a word beside it says it is the date of: `true` for the last change.
    updated: Option<bool>,
    rank: u32,
    place: u32,
}

/// The dates of the story that readers see.
pub fn dates(sources: &Sources) -> Visible {
    let zone = &sources.zone;
    let mut candidates = Vec::new();
    read_blocks(sources, &zone.head, 0, &mut candidates);
    read_blocks(sources, &zone.above, ABOVE, &mut candidates);
    for look in [elsewhere, opening, aside] {
        if candidates.is_empty() {
            look(sources, &mut candidates);
        }
    }
    if candidates.is_empty() {
        read_blocks(sources, &zone.tail, TAIL, &mut candidates);
        told_after(sources, &mut candidates);
    }
    at_first(sources, &mut candidates);
    let best = |updated: bool| {
        let wanted = candidates.iter().filter(|candidate| candidate.updated.unwrap_or(false) == updated);
        wanted.min_by_key(|candidate| candidate.rank * 1000 + candidate.place)
    };
    let plain = |candidate: &Candidate| {
        candidate.rank == rank::LABELLED && candidate.place < TAIL
            || candidate.rank == rank::MARKED && candidate.place < ELSEWHERE
            || candidate.rank == rank::ALONE && candidate.place < NEXT
    };
    Visible {
        published: best(false).map(|candidate| Sight {
            stamp: candidate.stamp,
            plain: plain(candidate),
            near: candidate.place < ELSEWHERE && candidate.rank <= rank::SHORT,
        }),
        modified: best(true).map(|candidate| candidate.stamp),
    }
}

fn read_blocks(sources: &Sources, blocks: &[usize], place: u32, candidates: &mut Vec<Candidate>) {
    for (at, block) in blocks.iter().enumerate() {
        read_block(sources, *block, place + at as u32, candidates);
    }
}

/// The first date anywhere in the article that stands by itself in a line that is there for it.
fn elsewhere(sources: &Sources, candidates: &mut Vec<Candidate>) {
    const OTHER: Hints = Hints::RELATED.and(Hints::TEASER).and(Hints::CARD).and(Hints::REVIEW).and(Hints::AD);
    let range = sources.facts.range(sources.doc, sources.extent.core);
    for at in range {
        let Some(block) = sources.facts.text_blocks().get(at) else { continue };
        let other = !sources.facts.shows(sources.doc, block) || sources.facts.hints_around(block.node).has(OTHER);
        if other || block.counts.words > SHORT {
            continue;
        }
        read_block(sources, at, ELSEWHERE, candidates);
        candidates.retain(|candidate| candidate.rank <= rank::MARKED || candidate.updated == Some(true));
        if !candidates.is_empty() {
            return;
        }
    }
}

/// A date with which one of the first paragraphs begins, as agencies and parishes write.
fn opening(sources: &Sources, candidates: &mut Vec<Candidate>) {
    let range = sources.facts.range(sources.doc, sources.extent.core);
    for at in range.take(FIRST) {
        let Some(block) = sources.facts.text_blocks().get(at).filter(|block| block.is_prose()) else { continue };
        let text = sources.doc.text_between(block.first, block.end);
        let head = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let found = date::all(crate::dom::text::clip(text, head + DATELINE), &sources.dates);
        if let Some(date) = found.first().filter(|date| date.start <= head && sources.facts.shows(sources.doc, block)) {
            candidates.push(Candidate { stamp: date.stamp, updated: None, rank: rank::BEGINS, place: ELSEWHERE });
            return;
        }
    }
}

/// A date between the headline and the end of the article that a word says is that of publication, even in a column
/// beside it.
fn aside(sources: &Sources, candidates: &mut Vec<Candidate>) {
    const OTHER: Hints =
        Hints::RELATED.and(Hints::TEASER).and(Hints::CARD).and(Hints::REVIEW).and(Hints::AD).and(Hints::COMMENT);
    let core = sources.facts.range(sources.doc, sources.extent.core);
    for at in core.start.saturating_sub(BEFORE)..core.end {
        let Some(block) = sources.facts.text_blocks().get(at) else { continue };
        let other = !sources.facts.shows(sources.doc, block) || sources.facts.hints_around(block.node).has(OTHER);
        if other || block.counts.words > SHORT {
            continue;
        }
        read_block(sources, at, ELSEWHERE, candidates);
        candidates.retain(|candidate| candidate.rank == rank::LABELLED);
        if !candidates.is_empty() {
            return;
        }
    }
}

/// A date after the text in a sentence that tells of the publication: "Der Eintrag wurde am 3. Mai 2010 gepostet".
fn told_after(sources: &Sources, candidates: &mut Vec<Candidate>) {
    let blocks = sources.zone.tail.iter().filter_map(|at| sources.facts.text_blocks().get(*at));
    for text in blocks.map(|block| sources.doc.text_between(block.first, block.end)) {
        for date in date::all(text, &sources.dates) {
            let after = fold(crate::dom::text::clip(text.get(date.end..).unwrap_or(""), DATELINE));
            if after.split(' ').take(WORDS_AFTER).any(|word| PUBLISHED_AFTER.holds(word)) {
                let stamp = date.stamp;
                candidates.push(Candidate { stamp, updated: Some(false), rank: rank::LABELLED, place: TAIL });
            }
        }
    }
}

/// The day when a story was new that says that it has been changed since.
fn at_first(sources: &Sources, candidates: &mut Vec<Candidate>) {
    let core = sources.facts.range(sources.doc, sources.extent.core);
    let near = core.clone().chain(core.end..core.end + AFTER);
    let says = |table: &Words, text: &str| table.rows().any(|phrase| text.contains(phrase));
    for text in near
        .filter_map(|at| sources.facts.text_blocks().get(at))
        .filter(|block| block.counts.words <= NOTE && block.counts.digits > 0)
        .filter(|block| says(&AT_FIRST, sources.facts.folded(block)))
        .map(|block| sources.doc.text_between(block.first, block.end))
    {
        let found = date::all(text, &sources.dates);
        let Some(date) = found.first() else { continue };
        let before = fold(text.get(..date.start).unwrap_or(""));
        let after = fold(text.get(date.end..).unwrap_or(""));
        if says(&AT_FIRST, &before) && says(&UPDATED, &after) {
            candidates.push(Candidate {
                stamp: date.stamp,
                updated: Some(false),
                rank: rank::LABELLED,
                place: ELSEWHERE,
            });
        }
    }
}

fn read_block(sources: &Sources, at: usize, place: u32, candidates: &mut Vec<Candidate>) {
    let Some(block) = sources.facts.text_blocks().get(at) else { return };
    if sources.is_quoted(block.node) || in_card(sources, block) {
        return;
    }
    let before = candidates.len();
    from_elements(sources, block, place, candidates);
    if candidates.len() == before {
        from_text(sources, block, place, candidates);
    }
    if candidates.len() == before {
        return;
    }
    if let Some(updated) = label_above(sources, at) {
        for candidate in candidates.iter_mut().skip(before).filter(|candidate| candidate.updated.is_none()) {
            candidate.updated = Some(updated);
            candidate.rank = if updated { candidate.rank } else { rank::LABELLED };
        }
    }
}

/// The dates that elements give in their attributes: `time` and `abbr`, and whatever is there for a date.
fn from_elements(sources: &Sources, block: &TextBlock, place: u32, candidates: &mut Vec<Candidate>) {
    let doc = sources.doc;
    let is_time = |up: &NodeId| {
        let dated = doc.has_attr(*up, Attr::Datetime) || doc.has_attr(*up, Attr::Title);
        matches!(doc.tag(*up), Tag::Time | Tag::Abbr) || dated && doc.text(*up).chars().count() <= MARKED
    };
    let around = |node: NodeId| doc.ancestors(node).take(3).filter(is_time).collect::<Vec<_>>();
    let mut elements: Vec<NodeId> = (block.first.0..block.end.0).map(NodeId).flat_map(around).collect();
    elements.dedup();
    for element in elements {
        let value = doc.attr(element, Attr::Datetime).or_else(|| doc.attr(element, Attr::Title));
        if let Some(stamp) = value.and_then(|value| date::read(value, &sources.dates)) {
            let head: String = doc.text(element).chars().take(30).collect();
            let said = label(doc.text_between(block.first, element)).or_else(|| label(&head));
            let updated = said.or_else(|| says_updated(sources, element));
            let rank = if updated == Some(false) { rank::LABELLED } else { rank::MARKED };
            candidates.push(Candidate { stamp, updated, rank, place });
        }
    }
}

/// The dates in a block's text; where there is none, one that counts back from now.
fn from_text(sources: &Sources, block: &TextBlock, place: u32, candidates: &mut Vec<Candidate>) {
    const NAMED: Hints = Hints::META.and(Hints::DATE).and(Hints::BYLINE);
    let words = block.counts.words;
    let named = sources.facts.hints_around(block.node).has(NAMED);
    let text = sources.doc.text_between(block.first, block.end);
    let mut found = date::all(text, &sources.dates);
    let dated = |node: NodeId| sources.doc.ancestors(node).take(2).any(|up| sources.facts.hints(up).has(Hints::DATE));
    let marked = named || (block.first.0..block.end.0).map(NodeId).any(dated);
    let parted = if found.is_empty() && marked && words <= SHORT { apart(sources, block) } else { String::new() };
    let text = if parted.is_empty() { text } else { &parted };
    if !parted.is_empty() {
        found = date::all(text, &sources.dates);
    }
    for (number, date) in found.iter().enumerate() {
        let from = number.checked_sub(1).and_then(|before| found.get(before)).map_or(0, |before| before.end);
        let before = text.get(from..date.start).unwrap_or("");
        if is_of_others(before) {
            continue;
        }
        let said = label(before);
        let begins = date.start <= DATELINE && place < ABOVE;
        let rank = match () {
            () if words <= SHORT && said == Some(false) && (!(ABOVE..ELSEWHERE).contains(&place) || words <= 6) => {
                rank::LABELLED
            }
            () if words <= LONG && named => rank::MARKED,
            () if date.end + ALONE >= date.start + text.trim().len() => rank::ALONE,
            () if words <= SHORT => rank::SHORT,
            () if begins => rank::BEGINS,
            // A date in the middle of prose is the story's, not the page's.
            () if words <= LONG || named => rank::SENTENCE,
            () => continue,
        };
        let updated = said.or_else(|| says_updated(sources, block.node));
        candidates.push(Candidate { stamp: date.stamp, updated, rank, place });
    }
    let relative = sources.options.now.filter(|_| found.is_empty() && words < 12);
    if let Some(stamp) = relative.and_then(|now| date::read_relative(text, now)) {
        let updated = label(text).or_else(|| says_updated(sources, block.node));
        candidates.push(Candidate { stamp, updated, rank: rank::RELATIVE, place });
    }
}

/// A block's texts with spaces between: a day, a month and a year that a style sheet parts.
fn apart(sources: &Sources, block: &TextBlock) -> String {
    let doc = sources.doc;
    let texts = (block.first.0..block.end.0).map(NodeId).filter(|at| doc.tag(*at) == Tag::Text);
    texts.map(|at| doc.text(at)).collect::<Vec<_>>().join(" ")
}

/// What the block above one says that it is the date of, where it says nothing else.
fn label_above(sources: &Sources, at: usize) -> Option<bool> {
    let above = sources.facts.text_blocks().get(at.checked_sub(1)?).filter(|block| block.counts.words <= 3)?;
    let folded = sources.facts.folded(above);
    let is_one = |phrases: &Words| {
        phrases.rows().any(|phrase| folded.strip_prefix(phrase).is_some_and(|rest| rest.split(' ').count() <= 2))
    };
    if is_one(&PUBLISHED) { Some(false) } else { Some(true).filter(|_| is_one(&UPDATED)) }
}

/// Whether a date stands in the card of another story: beside a heading of its own that leads there.
fn in_card(sources: &Sources, block: &TextBlock) -> bool {
    let (doc, facts) = (sources.doc, sources.facts);
    let core = sources.extent.core;
    let small = |up: &NodeId| !doc.contains(*up, core) && facts.sum_of(doc, *up).words <= CARD;
    let Some(card) = doc.ancestors(block.node).take_while(small).filter(|up| doc.tag(*up) != Tag::Header).last() else {
        return false;
    };
    doc.subtree(card).filter(|at| doc.tag(*at).is_heading()).any(|heading| {
        let words = facts.sum_of(doc, heading).words;
        let leads = |at: NodeId| doc.tag(at) == Tag::A && doc.has_attr(at, Attr::Href);
        let linked = doc.subtree(heading).any(leads) || doc.ancestors(heading).take(2).any(leads);
        words >= 4 && linked && sources.headline != Some(heading) && !doc.contains(heading, block.node)
    })
}

/// What the words before a date say it is the date of: `true` for the last change. The word nearest to the date counts.
fn label(before: &str) -> Option<bool> {
    let folded = fold(before);
    let tail = |phrase: &str| folded.rfind(phrase).map(|at| at + phrase.len());
    let last = |phrases: &Words| phrases.rows().filter_map(tail).max();
    match (last(&PUBLISHED), last(&UPDATED)) {
        (Some(published), Some(updated)) => Some(updated >= published),
        (None, Some(_)) => Some(true),
        (Some(_), None) => Some(false),
        (None, None) => None,
    }
}

/// Whether the words before a date end with one that says that it is of something else.
fn is_of_others(before: &str) -> bool {
    let folded = fold(before);
    OF_OTHERS.rows().any(|phrase| folded.ends_with(phrase))
}

/// Whether the names around a date say that it is of the last change. `entry-date updated` is of both.
fn says_updated(sources: &Sources, node: NodeId) -> Option<bool> {
    let says = sources.doc.lineage(node).take(3).any(|at| {
        let names = [Attr::Class, Attr::Itemprop, Attr::Id].iter().filter_map(|attr| sources.doc.attr(at, *attr));
        names.filter(|name| !name.contains("entry-date")).flat_map(|name| name.split(|c: char| !c.is_alphabetic())).any(
            |word| matches!(word.to_ascii_lowercase().as_str(), "updated" | "modified" | "datemodified" | "update"),
        )
    });
    says.then_some(true)
}
