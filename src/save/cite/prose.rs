//! Citations to be read. They are English, as the styles are.

use super::names::Name;
use super::{Date, Work};
use crate::data::citations::MONTHS;

/// Author, A., & Author, B. (2026, November 25). Title. Site. Address
pub fn apa(work: &Work) -> String {
    let names: Vec<String> = work.names.iter().map(Name::initials).collect();
    let authors = match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        // Of more than twenty, the first nineteen and the last.
        [first @ .., last] if names.len() > 20 => format!("{}, . . . {last}", joined(first.get(..19).unwrap_or(first))),
        [first @ .., last] => format!("{}, & {last}", joined(first)),
    };
    let date = work
        .published
        .map_or_else(|| "n.d.".to_owned(), |Date { year, month, day }| format!("{year}, {} {day}", month_of(month).0));
    let title = stopped(&work.title);
    let lead = if authors.is_empty() {
        format!("{title} ({date}).")
    } else {
        format!("{} ({date}). {title}", stopped(&authors))
    };
    parts([lead, site(work, &authors), work.url.clone()])
}

/// Last, First, and First Last. "Title." Site, 25 Nov. 2026, address. Accessed 27 Nov. 2026.
pub fn mla(work: &Work) -> String {
    let authors = match work.names.as_slice() {
        [] => String::new(),
        [one] => one.inverted(),
        [one, two] => format!("{}, and {}", one.inverted(), two.said()),
        [one, ..] => format!("{}, et al.", one.inverted()),
    };
    let day = |Date { year, month, day }| format!("{day} {} {year}", month_of(month).1);
    let address = work.url.split_once("://").map_or("", |parts| parts.1);
    let source = [work.site.clone(), work.published.map(day).unwrap_or_default(), address.to_owned()];
    let source: Vec<String> = source.into_iter().filter(|part| !part.is_empty()).collect();
    let seen = work.seen.map(|seen| format!("Accessed {}.", day(seen))).unwrap_or_default();
    parts([stopped(&authors), quoted(&work.title), stopped(&source.join(", ")), seen])
}

/// Last, First, and First Last. “Title.” Site, November 25, 2026. Address.
pub fn chicago(work: &Work) -> String {
    let authors = match work.names.as_slice() {
        [] => String::new(),
        [one] => one.inverted(),
        [one, rest @ ..] => {
            // Of more than ten, the first seven.
            let shown = if rest.len() > 9 { rest.get(..6).unwrap_or(rest) } else { rest };
            let mut names: Vec<String> = std::iter::once(one.inverted()).chain(shown.iter().map(Name::said)).collect();
            if shown.len() < rest.len() {
                format!("{}, et al.", names.join(", "))
            } else {
                let last = names.pop().unwrap_or_default();
                format!("{}, and {last}", names.join(", "))
            }
        }
    };
    let day = |Date { year, month, day }| format!("{} {day}, {year}", month_of(month).0);
    let source = [work.site.clone(), work.published.map(day).unwrap_or_default()];
    let source: Vec<String> = source.into_iter().filter(|part| !part.is_empty()).collect();
    let seen = work.seen.filter(|_| work.published.is_none()).map(|seen| format!("Accessed {}.", day(seen)));
    let address = if work.url.is_empty() { String::new() } else { format!("{}.", work.url) };
    parts([stopped(&authors), quoted(&work.title), stopped(&source.join(", ")), seen.unwrap_or_default(), address])
}

/// A month's name, and its short one.
fn month_of(month: u8) -> (&'static str, &'static str) {
    MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default()
}

fn joined(names: &[String]) -> String {
    names.join(", ")
}

/// The site, unless it is the author.
fn site(work: &Work, authors: &str) -> String {
    if work.site == authors { String::new() } else { stopped(&work.site) }
}

/// With a full stop, where it has no end of its own.
fn stopped(text: &str) -> String {
    if text.is_empty() || text.ends_with(['.', '?', '!', '。', '？', '！']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// A title in quotation marks; those within it are the inner ones.
fn quoted(title: &str) -> String {
    let inner: String = title
        .chars()
        .map(|c| match c {
            '“' => '‘',
            '”' => '’',
            '"' => '\'',
            _ => c,
        })
        .collect();
    format!("“{}”", stopped(&inner))
}

fn parts<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
