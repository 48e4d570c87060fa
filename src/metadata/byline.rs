//! Who wrote it: people, one by one; a desk or an agency where no person is named.

use super::Sources;
use super::date;
use crate::claims::{Claim, Field, Source, Who};
use crate::data::Hints;
use crate::data::bylines::{AND, BY, CREDENTIALS, NOBODY, ROLES};
use crate::data::dates::{PUBLISHED, UPDATED};
use crate::dom::text::{collapse, fold, is_cjk};
use crate::dom::{Attr, NodeId, Tag};
use crate::facts::TextBlock;

/// The order in which sources are believed.
const ORDER: &[Source] = &[Source::JsonLd, Source::Microdata, Source::Meta, Source::OpenGraph, Source::JsonLdPage];
/// The longest line that may be a byline, in characters.
const MOST: usize = 160;

/// Who wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// The names in a line.
    pub line: Option<String>,
    /// People.
    pub people: Vec<String>,
}

/// A byline: what is claimed, else what stands beside the headline.
pub fn of(sources: &Sources, site: Option<&str>) -> Byline {
    let mut desk = None;
    let lines = ORDER.iter().map(|source| claimed(sources, *source)).chain(std::iter::once_with(|| visible(sources)));
    for line in lines {
        let mut people: Vec<String> = Vec::new();
        for (name, who) in line {
            let is_site = site.is_some_and(|site| fold(site) == fold(&name));
            if who == Who::Organization || is_nobody(&name) || is_site {
                let fit = !is_site && name.chars().count() <= 60 && !is_generic(&name);
                desk = desk.or_else(|| Some(name).filter(|_| fit));
            } else if !people.iter().any(|known| fold(known) == fold(&name)) {
                people.push(name);
            }
        }
        if !people.is_empty() {
            return Byline { line: Some(people.join(", ")), people };
        }
    }
    Byline { line: desk, people: Vec::new() }
}

/// The names that one source claims.
fn claimed(sources: &Sources, source: Source) -> Vec<(String, Who)> {
    let claims = sources.claims.from(Field::Author, source).filter(|claim| !is_address(&claim.text));
    claims.flat_map(|claim: &Claim| names(&claim.text).into_iter().map(|name| (name, claim.who))).collect()
}

fn is_address(text: &str) -> bool {
    text.contains("://")
        || text.contains('@') && !text.contains(' ')
        || text.starts_with("www.")
        || text.starts_with('/')
}

/// The names in a byline.
fn names(line: &str) -> Vec<String> {
    let line = collapse(line);
    let line = without_by(&line);
    let line = until_other(line);
    let mut names = Vec::new();
    for part in split(line) {
        let name = without_roles(part);
        let folded = fold(&name);
        let long = name.chars().count();
        if (2..=60).contains(&long)
            && !CREDENTIALS.contains(&folded.as_str())
            && !name.chars().any(|c| c.is_ascii_digit())
            && !folded.is_empty()
        {
            names.push(name);
        }
    }
    names
}

/// A byline without the word that it begins with.
fn without_by(line: &str) -> &str {
    let lower = line.to_lowercase();
    let fits = |word: &&&str| {
        let rest = lower.strip_prefix(**word).filter(|_| lower.len() == line.len());
        rest.is_some_and(|rest| rest.starts_with([' ', ':', '：', '/']) || word.chars().any(is_cjk))
    };
    match BY.iter().filter(fits).max_by_key(|word| word.len()) {
        Some(word) => {
            without_by(line.get(word.len()..).unwrap_or("").trim_start_matches([' ', ':', '：', '/', '\u{a0}']))
        }
        None => line,
    }
}

/// A byline up to what is no name: a date, a place in brackets, a mail address, the site after a bar.
fn until_other(line: &str) -> &str {
    let mut end = line.len();
    let mut cut = |at: Option<usize>| end = at.filter(|at| *at > 0).map_or(end, |at| end.min(at));
    cut(line.find(['(', '|', '（', '•', '·', '<', '[']));
    cut(line.find(" - ").or_else(|| line.find(" – ")).or_else(|| line.find(" — ")));
    cut(date::all(line, "").first().map(|found| found.start));
    cut(labelled(line));
    if let Some(at) = line.find('@') {
        cut(line.get(..at).and_then(|head| head.rfind(' ')).or(Some(0)));
    }
    line.get(..end).unwrap_or(line).trim()
}

/// Where a word stands that announces a date.
fn labelled(line: &str) -> Option<usize> {
    let is_label = |word: &str| PUBLISHED.iter().chain(UPDATED).any(|label| fold(label) == fold(word));
    words(line).find(|(at, word)| *at > 0 && word.chars().count() > 3 && is_label(word)).map(|(at, _)| at)
}

/// The parts of a byline: at commas and the like, and at words for "and".
fn split(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for piece in line.split([',', ';', '/', '、', '،', '&', '・', '＆']) {
        let mut start = 0;
        for (at, word) in words(piece) {
            let joins = AND.contains(&fold(word).as_str()) && at > start;
            if joins && at + word.len() < piece.len() {
                parts.push(piece.get(start..at).unwrap_or("").trim());
                start = at + word.len();
            }
        }
        parts.push(piece.get(start..).unwrap_or("").trim());
    }
    parts.into_iter().map(without_and).filter(|part| !part.is_empty()).collect()
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ').scan(0, |at, word| {
        let here = *at;
        *at += word.len() + 1;
        Some((here, word))
    })
}

/// A part without the "and" that it begins with.
fn without_and(part: &str) -> &str {
    match part.split_once(' ') {
        Some((first, rest)) if AND.contains(&fold(first).as_str()) && first != "A" => rest.trim(),
        _ => part,
    }
}

/// A name without what its bearer is.
fn without_roles(part: &str) -> String {
    let mut name = part.trim().trim_end_matches(['.', ':', '-', '–', '=']).trim().to_owned();
    for role in ROLES {
        let lower = name.to_lowercase();
        if lower.len() != name.len() {
            break;
        }
        if let Some(rest) = lower.strip_suffix(role).filter(|rest| rest.ends_with(' ') || !role.is_ascii()) {
            name.truncate(rest.len());
            name.truncate(name.trim_end().len());
        }
        if let Some(rest) = lower.strip_prefix(role).filter(|rest| rest.starts_with(' ')) {
            name = name.get(lower.len() - rest.len()..).unwrap_or("").trim().to_owned();
        }
    }
    name
}

/// Whether a name is that of a desk, an agency or nobody.
fn is_nobody(name: &str) -> bool {
    fold(name).split(' ').any(|word| NOBODY.contains(&word))
}

/// Names that say nothing at all.
fn is_generic(name: &str) -> bool {
    matches!(
        fold(name).as_str(),
        "admin"
            | "administrator"
            | "author"
            | "user"
            | "webmaster"
            | "unknown"
            | "anonymous"
            | "guest"
            | "editor"
            | "staff"
            | "team"
            | "contributor"
    )
}

/// The names that stand beside the headline: nearest first what is marked as a byline, then what begins like one, then
/// what stands beside the date.
fn visible(sources: &Sources) -> Vec<(String, Who)> {
    let zone = &sources.zone;
    let above: Vec<usize> = zone.above.iter().take(3).copied().collect();
    let places = [&zone.head, &above, &zone.tail];
    let near = |place: &[usize]| place.iter().filter_map(|at| sources.facts.text_blocks().get(*at)).collect::<Vec<_>>();
    let lines = places.iter().flat_map(|place| {
        let blocks = near(place);
        let marked: Vec<String> = blocks.iter().flat_map(|block| marked(sources, block)).collect();
        let announced = blocks.iter().filter_map(|block| announced(sources, block));
        marked.into_iter().chain(announced.collect::<Vec<_>>())
    });
    first_names(lines.chain(beside_date(sources, &near(&zone.head)))).unwrap_or_default()
}

/// A line right before or after the date, or the part of its line before it, that is names and nothing else.
fn beside_date(sources: &Sources, blocks: &[&TextBlock]) -> Vec<String> {
    let text = |block: &TextBlock| collapse(sources.doc.text_between(block.first, block.end));
    let dated = |block: &&&TextBlock| block.counts.words < 30 && !date::all(&text(block), &sources.lang).is_empty();
    let Some(at) = blocks.iter().position(|block| dated(&block)) else { return Vec::new() };
    let near = [Some(at), at.checked_sub(1), Some(at + 1)];
    let fits = |line: &String| {
        let names = names(line);
        let whole = names.iter().all(|name| {
            (2..=4).contains(&name.split(' ').count()) && looks_like_name(name) && name.split(' ').all(starts_like_name)
        });
        !names.is_empty() && whole && names.iter().map(|name| name.split(' ').count()).sum::<usize>() <= 9
    };
    let block = |at: usize| {
        blocks
            .get(at)
            .filter(|block| !block.is_prose() && !sources.doc.tag(block.holder).is_heading() && block.counts.words < 30)
    };
    near.into_iter().flatten().filter_map(block).map(|block| text(block)).filter(fits).collect()
}

fn starts_like_name(word: &str) -> bool {
    let first = word.chars().next().unwrap_or(' ');
    !first.is_lowercase() || AND.contains(&word)
}

fn first_names(lines: impl Iterator<Item = String>) -> Option<Vec<(String, Who)>> {
    lines
        .map(|line| names(&line))
        .find(|names| !names.is_empty() && names.iter().all(|name| looks_like_name(name)))
        .map(|names| names.into_iter().map(|name| (name, Who::Unknown)).collect())
}

/// What elements in a block are marked as: `rel=author`, a class for authors.
fn marked(sources: &Sources, block: &TextBlock) -> Vec<String> {
    let doc = sources.doc;
    let is_author = |node: &NodeId| {
        let rel = doc
            .attr(*node, Attr::Rel)
            .is_some_and(|rel| rel.split_ascii_whitespace().any(|token| token.eq_ignore_ascii_case("author")));
        rel || sources.facts.hints(*node).has(Hints::BYLINE)
    };
    let mut nodes: Vec<NodeId> = Vec::new();
    for text in (block.first.0..block.end.0).map(NodeId) {
        nodes.extend(doc.ancestors(text).take(4).find(|node| is_author(node) && !nodes.contains(node)));
    }
    // The innermost say most exactly; several side by side are several authors.
    let inner: Vec<NodeId> = nodes
        .iter()
        .copied()
        .filter(|node| !nodes.iter().any(|other| other != node && doc.contains(*node, *other)))
        .collect();
    let texts: Vec<String> =
        inner.iter().map(|node| collapse(doc.text(*node))).filter(|text| text.chars().count() <= MOST).collect();
    let rels = inner.iter().all(|node| doc.tag(*node) == Tag::A);
    if rels && texts.len() > 1 { vec![texts.join(", ")] } else { texts }
}

/// A block, or one piece of text in it, that begins with a word for "by", or names someone by their trade.
fn announced(sources: &Sources, block: &TextBlock) -> Option<String> {
    let doc = sources.doc;
    let whole = collapse(doc.text_between(block.first, block.end));
    if whole.chars().count() > MOST || block.counts.words > 30 {
        return None;
    }
    let pieces = (block.first.0..block.end.0)
        .map(NodeId)
        .filter(|node| doc.tag(*node) == Tag::Text)
        .map(|node| collapse(doc.text(node)));
    let begins = |text: &String| without_by(text).len() < text.len() && !without_by(text).is_empty();
    let piece = pieces.into_iter().find(|piece| {
        begins(piece) && names(piece).iter().any(|name| looks_like_name(name)) && !names(piece).is_empty()
    });
    let joined = whole.contains(&[',', '&'][..]) || words(&whole).any(|(_, word)| AND.contains(&fold(word).as_str()));
    let begun = if joined { None } else { piece }.or_else(|| Some(whole.clone()).filter(begins));
    by_trade(&whole).or(begun)
}

/// Names beside the word for a reporter, as Korean ("한서진 기자") and Chinese ("记者 周文涛 实习记者 何静怡") papers write.
fn by_trade(line: &str) -> Option<String> {
    let words: Vec<&str> = line
        .split([' ', '=', '/', '·', ',', '(', ')', '（', '）', '：', ':', '\u{3000}'])
        .filter(|word| !word.is_empty())
        .collect();
    let is_name =
        |word: &&str, script: fn(char) -> bool| (2..=4).contains(&word.chars().count()) && word.chars().all(script);
    let hangul = |c: char| ('가'..='힣').contains(&c);
    let mut names: Vec<&str> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if matches!(*word, "기자" | "특파원" | "인턴기자" | "선임기자" | "논설위원") {
            names.extend(at.checked_sub(1).and_then(|at| words.get(at)).filter(|name| is_name(name, hangul)));
        } else if ["记者", "記者", "通讯员", "特派员"].iter().any(|trade| word.ends_with(trade)) {
            names.extend(
                words
                    .iter()
                    .skip(at + 1)
                    .take_while(|name| is_name(name, is_cjk) && !name.ends_with("记者") && !name.ends_with("記者")),
            );
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// Whether a text may be a name: a few words, capitals where the script has them.
fn looks_like_name(name: &str) -> bool {
    let words = name.split(' ').count();
    let first = name.chars().next();
    let cased = name.chars().any(char::is_lowercase);
    let capital = first.is_some_and(|c| !c.is_lowercase());
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    words <= 6 && letters >= 2 && (capital || !cased) && !name.chars().any(|c| matches!(c, '?' | '!' | ':' | '"' | '“'))
}
