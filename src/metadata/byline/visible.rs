//! The names that stand beside the headline, or after the text.

use super::names::{is_full_name, looks_like_name, names, without_by};
use crate::data::Hints;
use crate::data::bylines::{NOT_BY, OFFICES, REPORTERS};
use crate::dom::text::{fold, is_cjk, is_space};
use crate::dom::{Attr, NodeId, Tag};
use crate::facts::{Seen, TextBlock};
use crate::metadata::heading::{shown, tidy};
use crate::metadata::{Sources, date};

/// The longest line that may be a byline, in characters.
const MOST: usize = 160;
/// How many blocks around the article may hold its byline.
const AROUND: usize = 10;
/// So many blocks after the headline may tell all of several writers.
const WIDER: usize = 4;
/// The longest text of an element whose attribute is a date, in characters.
const DATED: usize = 40;
/// What parts the facts in a line.
const MARKS: [char; 9] = ['|', '·', '•', '▪', '●', '—', '\t', '│', '►'];

/// The names that stand beside the headline: what is marked as a byline, what begins like one, what stands beside the
/// date. Then those above it, then those after the text.
pub fn names_beside(sources: &Sources) -> Vec<String> {
    let zone = &sources.zone;
    let above: Vec<usize> = zone.above.iter().take(4).copied().collect();
    let places = [(&zone.head, 2), (&above, 1), (&zone.tail, 0)];
    for (place, dated) in places {
        let fits = |block: &&TextBlock| may_hold(sources, block);
        let blocks: Vec<&TextBlock> =
            place.iter().filter_map(|at| sources.facts.text_blocks().get(*at)).filter(fits).collect();
        // Where letters have no case, a way through the site looks like a name.
        let is_name = |name: &String| dated == 2 || name.contains(char::is_lowercase);
        let beside = || Some(beside_date(sources, &blocks)).filter(|found| dated > 0 && found.iter().any(is_name));
        let found = marked_together(sources, &blocks)
            .map(|found| widest(sources, &blocks, found))
            .or_else(|| first(blocks.iter().map(|block| announced(sources, block))))
            .or_else(|| first(blocks.windows(2).map(|pair| announced_above(sources, pair))))
            .or_else(beside);
        if let Some(found) = found {
            return found;
        }
    }
    signed(sources).unwrap_or_default()
}

/// The names of the first block that is marked, and of the items after it in the same list.
fn marked_together(sources: &Sources, blocks: &[&TextBlock]) -> Option<Vec<String>> {
    let mut rest = blocks.iter().filter(|block| !is_credit(sources, block));
    let list = |block: &TextBlock| {
        let doc = sources.doc;
        doc.lineage(block.node).take(3).find(|up| doc.tag(*up) == Tag::Li).and_then(|item| doc.parent(item))
    };
    let (block, mut found) =
        rest.by_ref().map(|block| (block, marked(sources, block))).find(|(_, found)| !found.is_empty())?;
    let same = |next: &&&TextBlock| list(block).is_some() && list(next) == list(block);
    for name in rest.take_while(same).flat_map(|next| marked(sources, next)) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    Some(found)
}

/// The names of a line that is names alone and holds those found and more: an entry's writer is one of the page's.
fn widest(sources: &Sources, blocks: &[&TextBlock], found: Vec<String>) -> Vec<String> {
    let all = |block: &&TextBlock| {
        let line = tidy(sources.doc.text_between(block.first, block.end));
        // Most lines hold none of the names: no need to look for others.
        let line = Some(line).filter(|line| found.iter().all(|name| line.contains(name.as_str())))?;
        Some(names(&line)).filter(|all| is_names(&line) && all.len() > found.len())
    };
    let wider = blocks
        .iter()
        .take(WIDER)
        .find_map(|block| all(block).filter(|all| found.iter().all(|name| all.contains(name))));
    wider.unwrap_or(found)
}

/// A name by itself at the right under the text, as a letter is signed.
fn signed(sources: &Sources) -> Option<Vec<String>> {
    let doc = sources.doc;
    let at_right = |node: NodeId| {
        let style = doc.attr(node, Attr::Style).unwrap_or("").to_ascii_lowercase();
        let align = style.rfind("text-align").and_then(|at| style.get(at + "text-align".len()..));
        align.is_some_and(|rest| {
            ["right", "end"].contains(&rest.trim_start_matches([':', ' ']).split([';', ' ', '!']).next().unwrap_or(""))
        })
    };
    let blocks = sources.zone.tail.iter().filter_map(|at| sources.facts.text_blocks().get(*at));
    blocks.filter(|block| at_right(block.holder) && may_hold(sources, block)).find_map(|block| {
        let line = tidy(doc.text_between(block.first, block.end));
        Some(vec![line]).filter(|line| line.iter().all(|name| is_full_name(name) && names(name) == *line))
    })
}

/// The first name anywhere in the article, or right around it, that is marked or announced as its writer's.
pub fn names_elsewhere(sources: &Sources) -> Vec<String> {
    const OTHER: Hints = Hints::RELATED
        .and(Hints::TEASER)
        .and(Hints::CARD)
        .and(Hints::REVIEW)
        .and(Hints::AD)
        .and(Hints::COMMENT)
        .and(Hints::CREDIT)
        .and(Hints::PRODUCT);
    let core = sources.facts.range(sources.doc, sources.extent.core);
    let near = core.start.saturating_sub(AROUND)..core.end + AROUND;
    let blocks = near.filter_map(|at| sources.facts.text_blocks().get(at));
    let fits = |block: &&TextBlock| {
        let hints = sources.facts.hints_around(block.node);
        sources.facts.shows(sources.doc, block)
            && block.counts.words <= 16
            && !hints.has(OTHER)
            && may_hold(sources, block)
    };
    let blocks: Vec<&TextBlock> = blocks.filter(fits).collect();
    let full = |names: Vec<String>| if names.iter().all(|name| is_full_name(name)) { names } else { Vec::new() };
    first(blocks.iter().map(|block| full(marked(sources, block))))
        .or_else(|| first(blocks.iter().map(|block| full(announced(sources, block)))))
        .or_else(|| first(blocks.windows(2).map(|pair| full(announced_above(sources, pair)))))
        .unwrap_or_default()
}

fn first(mut found: impl Iterator<Item = Vec<String>>) -> Option<Vec<String>> {
    found.find(|names| !names.is_empty())
}

/// Whether a block may hold a byline: what stands under a picture does not.
fn may_hold(sources: &Sources, block: &TextBlock) -> bool {
    let hints = sources.facts.hints_around(block.node);
    let tag = sources.doc.tag(block.holder);
    let heads = tag.is_heading() && !hints.has(Hints::BYLINE);
    !hints.has(Hints::CAPTION) && tag != Tag::Figcaption && !heads
}

/// Whether a block is named as a credit; what bears a date is no picture's.
fn is_credit(sources: &Sources, block: &TextBlock) -> bool {
    let text = || sources.doc.text_between(block.first, block.end);
    sources.facts.hints_around(block.node).has(Hints::CREDIT) && date::all(text(), &sources.lang).is_empty()
}

/// The facts that a run of text holds: parted at marks, where style sheets part elements, and around dates.
fn pieces(sources: &Sources, from: NodeId, end: NodeId) -> Vec<String> {
    pieces_of(sources, from, end, |node| sources.facts.seen(node) != Seen::No)
}

/// As [`pieces`], with the words that screen readers alone tell.
fn pieces_told(sources: &Sources, from: NodeId, end: NodeId) -> Vec<String> {
    let told = |node: NodeId| sources.doc.ancestors(node).take(2).any(|up| sources.facts.hints(up).has(Hints::SR_ONLY));
    pieces_of(sources, from, end, |node| sources.facts.seen(node) != Seen::No || told(node))
}

fn pieces_of(sources: &Sources, from: NodeId, end: NodeId, counts: impl Fn(NodeId) -> bool) -> Vec<String> {
    let doc = sources.doc;
    let mut runs: Vec<String> = vec![String::new()];
    let mut last = Seen::Yes;
    for node in (from.0..end.0).map(NodeId) {
        if doc.tag(node) == Tag::Br {
            runs.push(String::new());
        }
        if doc.tag(node) != Tag::Text || !counts(node) {
            continue;
        }
        let text = doc.text(node);
        let glued = runs.last().is_some_and(|run| {
            run.chars().next_back().is_some_and(char::is_alphanumeric)
                && text.chars().next().is_some_and(char::is_alphanumeric)
        });
        let seen = sources.facts.seen(node);
        let parted = glued
            || seen != std::mem::replace(&mut last, seen)
            || sources.facts.block_around(node).is_some_and(|block| block.first == node);
        match runs.last_mut() {
            Some(run) if !parted => run.push_str(text),
            _ => runs.push(text.to_owned()),
        }
    }
    let mut pieces = Vec::new();
    for run in runs.iter().flat_map(|run| run.split(MARKS)) {
        let run = tidy(run).replace(':', ": ").replace(":  ", ": ");
        let mut start = 0;
        for found in date::all(&run, &sources.lang) {
            pieces.push(bare(run.get(start..found.start).unwrap_or("")));
            start = found.end;
        }
        pieces.push(bare(run.get(start..).unwrap_or("")));
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// A piece without what joined it to the next.
fn bare(piece: &str) -> String {
    piece.trim_matches(|c| is_space(c) || matches!(c, ',' | '-' | '–' | '/')).to_owned()
}

/// What elements in a block are marked as: `rel=author`, a class for authors.
fn marked(sources: &Sources, block: &TextBlock) -> Vec<String> {
    let doc = sources.doc;
    let leads_to_author = |node: NodeId| {
        let rel = doc.attr(node, Attr::Rel).unwrap_or("");
        rel.split_ascii_whitespace().any(|token| token.eq_ignore_ascii_case("author"))
    };
    let is_author = |node: &NodeId| leads_to_author(*node) || sources.facts.hints(*node).has(Hints::BYLINE);
    // A box around several authors, each of whom is marked in a block of their own.
    let holds_others = |node: NodeId| (block.end.0..doc.end(node).0).map(NodeId).any(leads_to_author);
    let mut nodes: Vec<NodeId> = Vec::new();
    for text in (block.first.0..block.end.0).map(NodeId) {
        nodes.extend(doc.ancestors(text).take(4).find(|node| is_author(node) && !nodes.contains(node)));
    }
    // The innermost say most exactly; several side by side are several authors.
    let inner = nodes.iter().filter(|node| !nodes.iter().any(|other| other != *node && doc.contains(**node, *other)));
    let short = |node: &&NodeId| shown(sources, **node).chars().count() <= MOST;
    let mut found: Vec<String> = Vec::new();
    let inner = inner.filter(|node| !holds_others(**node));
    for node in inner.filter(short).filter(|node| !made_else(sources, block, **node)) {
        for piece in pieces(sources, *node, doc.end(*node)) {
            let fits = |name: &String| looks_like_name(name) || *name == piece && is_account(sources, *node, name);
            found.extend(names(&piece).into_iter().filter(fits));
        }
    }
    found
}

/// Whether brackets after a name say that its bearer has made something else: "Bo Ek (photos)".
fn made_else(sources: &Sources, block: &TextBlock, node: NodeId) -> bool {
    let end = sources.doc.end(node);
    let after = if end < block.end { sources.doc.text_between(end, block.end).trim_start() } else { "" };
    let inside = after.strip_prefix(['(', '（']).and_then(|rest| rest.split([')', '）', ' ']).next());
    inside.is_some_and(|word| NOT_BY.holds(&fold(word)))
}

/// Whether a link leads to the account of a writer whose name there has no capitals.
fn is_account(sources: &Sources, node: NodeId, name: &str) -> bool {
    let doc = sources.doc;
    let leads = |at: NodeId| doc.tag(at) == Tag::A && doc.has_attr(at, Attr::Href);
    let linked = doc.subtree(node).any(leads) || doc.ancestors(node).take(2).any(leads);
    linked && !name.contains([' ', '/', '@']) && name.chars().count() >= 3 && name.starts_with(char::is_alphabetic)
}

/// What a piece of a block announces as names, or whom it names by their trade.
fn announced(sources: &Sources, block: &TextBlock) -> Vec<String> {
    if block.counts.words > 40 {
        return Vec::new();
    }
    let pieces = pieces_told(sources, block.first, block.end);
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        if let Some(told) = [by_trade(piece), by_office(piece)].into_iter().find(|told| !told.is_empty()) {
            return told;
        }
        let rest = without_by(piece);
        if rest.len() == piece.len() || piece.chars().count() > MOST {
            continue;
        }
        // The word may stand alone, with the name in the next element.
        let line = if rest.is_empty() { pieces.peek().map_or("", |next| next.as_str()) } else { piece };
        let found = names(line);
        // Names by which people go on the net have no capitals.
        let alone = rest.split(' ').count() <= 2;
        let handle = |name: &String| {
            !name.contains([' ', '@']) && (rest.is_empty() || alone && rest.split(' ').next() == Some(name.as_str()))
        };
        if !found.is_empty() && found.iter().all(|name| looks_like_name(name) || handle(name)) {
            return found;
        }
    }
    Vec::new()
}

/// What the second of two blocks names where the first is a word that announces a writer and nothing else.
fn announced_above(sources: &Sources, pair: &[&TextBlock]) -> Vec<String> {
    let [label, block] = pair else { return Vec::new() };
    let text = |block: &TextBlock| tidy(sources.doc.text_between(block.first, block.end));
    let above = text(label);
    let beside = label.end == block.first || sources.doc.text_between(label.end, block.first).trim().is_empty();
    if label.counts.words > 3 || block.counts.words > 12 || !beside || !without_by(&above).is_empty() {
        return Vec::new();
    }
    let found = names(&text(block));
    if found.iter().all(|name| looks_like_name(name)) { found } else { Vec::new() }
}

/// A piece of the dated line, or of the line before or after it, that is names and nothing else.
fn beside_date(sources: &Sources, blocks: &[&TextBlock]) -> Vec<String> {
    let text = |block: &TextBlock| tidy(sources.doc.text_between(block.first, block.end));
    let dated = |block: &&&TextBlock| {
        block.counts.words < 40 && (!date::all(&text(block), &sources.lang).is_empty() || bears_date(sources, block))
    };
    let Some(at) = blocks.iter().position(|block| dated(&block)) else { return Vec::new() };
    let near = [Some(at), at.checked_sub(1), at.checked_sub(2), Some(at + 1)];
    let blocks = near.into_iter().flatten().filter_map(|at| blocks.get(at));
    // A few words end with the full stop of an abbreviated year as a sentence does.
    let short = blocks
        .filter(|block| !is_credit(sources, block) && block.counts.words < if block.ends_sentence { 12 } else { 30 });
    short
        .flat_map(|block| pieces(sources, block.first, block.end))
        .map(|piece| if is_names(&piece) { names(&piece) } else { Vec::new() })
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Whether an element of a block has a date in an attribute.
fn bears_date(sources: &Sources, block: &TextBlock) -> bool {
    let doc = sources.doc;
    let dates = |up: NodeId| {
        let values = [Attr::Datetime, Attr::Title].into_iter().filter_map(move |attr| doc.attr(up, attr));
        values
            .filter(|_| doc.text(up).chars().count() <= DATED)
            .any(|value| date::read(value, &sources.dates).is_some())
    };
    (block.first.0..block.end.0).map(NodeId).any(|node| doc.ancestors(node).take(2).any(dates))
}

/// Whether a piece is full names and nothing else, but for what their bearers do.
fn is_names(piece: &str) -> bool {
    if piece.contains([':', '：']) {
        return false;
    }
    let found = names(piece);
    let length: usize = found.iter().map(|name| fold(name).len()).sum();
    let named =
        fold(piece.split(',').next().unwrap_or("")).len().max(if found.len() > 1 { fold(piece).len() } else { 0 });
    !found.is_empty() && found.iter().all(|name| is_full_name(name)) && length + 6 * found.len() >= named
}

/// Names beside the word for a reporter, as Korean ("한서진 기자") and Chinese ("记者 周文涛 实习记者 何静怡") papers write.
fn by_trade(line: &str) -> Vec<String> {
    let words: Vec<&str> = line
        .split([' ', '=', '/', '·', ',', '(', ')', '（', '）', '：', ':', '【', '】', '／', '\u{3000}'])
        .filter(|word| !word.is_empty())
        .collect();
    let is_name =
        |word: &&str, script: fn(char) -> bool| (2..=4).contains(&word.chars().count()) && word.chars().all(script);
    let hangul = |c: char| ('가'..='힣').contains(&c);
    let mut names: Vec<&str> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if matches!(*word, "기자" | "특파원" | "인턴기자" | "선임기자" | "논설위원") {
            names.extend(at.checked_sub(1).and_then(|at| words.get(at)).filter(|name| is_name(name, hangul)));
        } else if let Some(trade) = REPORTERS.rows().find(|trade| word.contains(*trade)) {
            let rest = word.rsplit_once(trade).map_or("", |(_, rest)| rest);
            names.extend(Some(rest).filter(|rest| is_name(rest, is_cjk)));
            let next = words.iter().skip(at + 1).filter(|_| rest.is_empty());
            names.extend(
                next.take_while(|name| is_name(name, is_cjk) && !REPORTERS.rows().any(|trade| name.ends_with(trade))),
            );
        }
    }
    names.into_iter().map(str::to_owned).collect()
}

/// Names after that of a paper's office and nothing else: "みさき支局 大槻奈緒".
fn by_office(line: &str) -> Vec<String> {
    let mut words = line.split([' ', '・', '\u{3000}']).filter(|word| !word.is_empty());
    let office = |word: &str| OFFICES.rows().any(|end| word.len() > end.len() && word.ends_with(end));
    if !words.next().is_some_and(office) {
        return Vec::new();
    }
    let rest: Vec<&str> = words.collect();
    let fits = |name: &&str| (3..=6).contains(&name.chars().count()) && name.chars().all(is_cjk);
    let named = (1..=3).contains(&rest.len()) && rest.iter().all(fits);
    rest.into_iter().filter(|_| named).map(str::to_owned).collect()
}
