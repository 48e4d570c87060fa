//! Which page of an article an address leads to, by its shape: what is asked, the last parts of the path.

use crate::data::paging::{ASKED, ASKED_PERHAPS, BEFORE, LISTS, SERIES, TRACKING};
use crate::dom::Place;
use crate::dom::text::lower;

/// The most digits of a page's number: longer numbers are those of stories.
const DIGITS: usize = 2;

/// How surely a number in an address is a page's, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// `story-2`: a second story of that name has such an address too.
    Dash,
    /// `story/2`, `story_2`, `?p=2`.
    Loose,
    /// `?page=2`, `story/page/2`, `story-p2`.
    Named,
}

/// An address as that of a page of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// The address without the number: what all pages have in common.
    pub stem: String,
    /// The number as it stands there; none where the address has none, as that of a first page.
    pub number: Option<u32>,
    /// How it stands there.
    pub form: Form,
}

/// Whether an address, perhaps a relative one, may have a page's number in it: most have none.
#[must_use]
pub fn may_be_numbered(href: &str) -> bool {
    let place = Place::of(href);
    without_ending(place.path.trim_end_matches('/')).ends_with(|c: char| c.is_ascii_digit())
        || pairs(place.query).any(|(_, value)| number(value).is_some())
}

/// An address as that of a first page, which has no number.
#[must_use]
pub fn whole(place: &Place) -> Option<Numbered> {
    let stem = stem(place, place.path, None)?;
    Some(Numbered { stem, number: None, form: Form::Named })
}

/// All that an address may be a page of.
#[must_use]
pub fn numbered(place: &Place) -> Vec<Numbered> {
    let asked = pairs(place.query).filter_map(|(key, value)| {
        let form = match lower(key) {
            key if ASKED.holds(&key) => Form::Named,
            key if key == ASKED_PERHAPS => Form::Loose,
            _ => return None,
        };
        Some(Numbered { stem: stem(place, place.path, Some(key))?, number: Some(number(value)?), form })
    });
    asked.chain(in_path(place)).collect()
}

/// The number in the last part of the path.
fn in_path(place: &Place) -> Option<Numbered> {
    let path = without_ending(place.path.trim_end_matches('/'));
    let (folder, name) = path.rsplit_once('/')?;
    let head = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = number(name.get(head.len()..)?)?;
    let (rest, form) = if head.is_empty() { of_part(folder) } else { of_tail(path, folder, head)? };
    Some(Numbered { stem: stem(place, rest, None)?, number: Some(number), form })
}

/// Where a part of the path is a number: what stands before it, without the word for a page.
fn of_part(folder: &str) -> (&str, Form) {
    match folder.rsplit_once('/') {
        Some((rest, word)) if BEFORE.holds(&lower(word)) => (rest, Form::Named),
        _ => (folder, Form::Loose),
    }
}

/// Where the last part of the path ends in a number: what stands before it, without a word for a page; nothing where
/// the word is one for something else.
fn of_tail<'a>(path: &'a str, folder: &'a str, head: &'a str) -> Option<(&'a str, Form)> {
    let is_mark = |c: char| matches!(c, '-' | '_' | ',' | '.' | '~');
    let bare = head.trim_end_matches(is_mark);
    let word = lower(bare.rsplit(is_mark).next().unwrap_or(""));
    if bare.is_empty() || SERIES.holds(&word) {
        return None;
    }
    let before = folder.len() + 1;
    if BEFORE.holds(&word) || word == "index" {
        let rest = bare.get(..bare.len().checked_sub(word.len())?)?.trim_end_matches(is_mark);
        let comments = SERIES.holds(&lower(rest.rsplit(is_mark).next().unwrap_or("")));
        let rest = if rest.is_empty() { folder } else { path.get(..before + rest.len())? };
        return Some((rest, Form::Named)).filter(|_| !comments);
    }
    let form = match head.get(bare.len()..)? {
        "" => return None,
        "-" | "." => Form::Dash,
        _ => Form::Loose,
    };
    Some((path.get(..before + bare.len())?, form))
}

/// What the addresses of all pages have in common: the host, the path without its ending, what is asked but for `key`.
/// A site's front is no article.
fn stem(place: &Place, path: &str, key: Option<&str>) -> Option<String> {
    let path = without_ending(path.trim_end_matches('/'));
    let path = path.strip_suffix("/index").unwrap_or(path);
    let host = place.host.strip_prefix("www.").unwrap_or(place.host);
    let mut stem = format!("{host}{path}?");
    let is_kept = |name: &str| Some(name) != key && !TRACKING.iter().any(|start| name.starts_with(start));
    for pair in place.query.split('&').filter(|pair| !pair.is_empty()) {
        if is_kept(pair.split('=').next().unwrap_or("")) {
            stem.extend([pair, "&"]);
        }
    }
    let lists = path.split('/').any(|part| LISTS.holds(&lower(part)));
    (stem.len() > host.len() + 1 && !lists).then_some(stem)
}

fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter_map(|pair| pair.split_once('='))
}

fn number(digits: &str) -> Option<u32> {
    let fits = (1..=DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| fits && (digits.len() == 1 || !digits.starts_with('0')))
}

/// A path without `.html` and its like.
fn without_ending(path: &str) -> &str {
    match path.rsplit_once('.') {
        Some((rest, end)) if (2..=5).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_alphabetic()) => rest,
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> Vec<(String, u32, Form)> {
        let numbered = numbered(&Place::of(address)).into_iter();
        numbered.map(|page| (page.stem, page.number.unwrap_or(0), page.form)).collect()
    }

    #[test]
    fn addresses_of_pages_share_a_stem() {
        let stem = whole(&Place::of("https://www.wharf.example/town/tide.html?utm_source=mail#top")).unwrap().stem;
        for (address, form) in [
            ("https://wharf.example/town/tide.html?page=3", Form::Named),
            ("https://wharf.example/town/tide/page/3/", Form::Named),
            ("https://wharf.example/town/tide-page-3.html", Form::Named),
            ("http://wharf.example/town/tide_p3.htm", Form::Named),
            ("https://wharf.example/town/tide/seite-3", Form::Named),
            ("https://wharf.example/town/tide/index3.html", Form::Named),
            ("https://wharf.example/town/tide/3", Form::Loose),
            ("https://wharf.example/town/tide.html/3/", Form::Loose),
            ("https://wharf.example/town/tide_3.html", Form::Loose),
            ("https://wharf.example/town/tide.html?p=3", Form::Loose),
            ("https://wharf.example/town/tide-3.html", Form::Dash),
        ] {
            assert_eq!(read(address), [(stem.clone(), 3, form)], "{address}");
        }
    }

    #[test]
    fn numbers_of_other_things_are_no_pages() {
        for address in [
            "https://wharf.example/?p=12",
            "https://wharf.example/page/2/",
            "https://wharf.example/town/tide-123",
            "https://wharf.example/town/tide-part-2",
            "https://wharf.example/town/tide/comment-page-2/",
            "https://wharf.example/town/tide?cpage=2",
            "https://wharf.example/town/tide?page=2024",
            "https://wharf.example/2024/05/01",
            "https://wharf.example/covid19",
            "https://wharf.example/category/tides/page/2/",
            "/-2",
            "",
        ] {
            assert!(read(address).is_empty(), "{address}: {:?}", read(address));
        }
    }
}
