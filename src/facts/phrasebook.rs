//! The phrases of [`crate::data::phrases`], to be looked up by how a text begins.

use std::sync::OnceLock;

use crate::data::phrases::{Kind, PHRASES, Place};
use crate::dom::text::is_cjk;

/// The longest text that may be a phrase with what it leads to, in letters.
const MOST: usize = 220;

#[derive(Clone, Copy, Debug)]
struct Entry {
    text: &'static str,
    kind: Kind,
    place: Place,
}

/// All phrases by their first sign.
#[derive(Debug, Default)]
pub struct Phrasebook {
    begins: [Vec<Entry>; SHELVES],
    within: [Vec<Entry>; SHELVES],
}

impl Phrasebook {
    /// The book, laid out once.
    #[must_use]
    pub fn get() -> &'static Self {
        static BOOK: OnceLock<Phrasebook> = OnceLock::new();
        BOOK.get_or_init(Self::new)
    }

    fn new() -> Self {
        let mut book = Self::default();
        for row in PHRASES {
            for text in row.all.split('|') {
                let entry = Entry { text, kind: row.kind, place: row.place };
                let shelves = if row.place == Place::Within { &mut book.within } else { &mut book.begins };
                shelves.get_mut(shelf(text)).into_iter().for_each(|shelf| shelf.push(entry));
            }
        }
        book
    }

    /// What a folded text is by the phrase that it is, begins with or holds. `links`: it holds a link, or is one.
    #[must_use]
    pub fn kind_of(&self, folded: &str, links: bool) -> Option<Kind> {
        if folded.is_empty() || folded.len() > MOST && folded.chars().filter(|c| *c != ' ').count() > MOST {
            return None;
        }
        let fits = |entry: &&Entry| match entry.place {
            Place::Whole => folded == entry.text,
            Place::StartOfLink => links && starts(folded, entry.text),
            Place::Start | Place::Within => starts(folded, entry.text),
        };
        let begun = self.beginning_with(folded).find(fits);
        begun.or_else(|| self.held_by(folded)).map(|entry| entry.kind)
    }

    /// The first phrase that a folded text holds: words from a word's start, signs of Han from any.
    fn held_by(&self, folded: &str) -> Option<&Entry> {
        let mut starts_word = true;
        folded.char_indices().find_map(|(at, c)| {
            let begins = std::mem::replace(&mut starts_word, c == ' ');
            if !begins && c.is_ascii() {
                return None;
            }
            let rest = folded.get(at..)?;
            let fits = |entry: &&Entry| {
                if begins {
                    starts(rest, entry.text)
                } else {
                    entry.text.ends_with(is_cjk) && rest.starts_with(entry.text)
                }
            };
            self.within.get(shelf(rest))?.iter().find(fits)
        })
    }

    /// What a folded text heads, where it is a heading of links, comments or keywords.
    #[must_use]
    pub fn heads(&self, folded: &str) -> Option<Kind> {
        self.beginning_with(folded)
            .find(|entry| entry.kind.heads() && starts(folded, entry.text))
            .map(|entry| entry.kind)
    }

    fn beginning_with(&self, folded: &str) -> impl Iterator<Item = &Entry> {
        self.begins.get(shelf(folded)).into_iter().flatten()
    }
}

/// How many shelves the phrases stand on: a text is compared with those on one.
const SHELVES: usize = 32;

/// The shelf of the phrases that may begin a text.
fn shelf(text: &str) -> usize {
    text.chars().next().map_or(0, |c| c as usize % SHELVES)
}

/// Whether a folded text begins with a phrase, as whole words.
fn starts(folded: &str, phrase: &str) -> bool {
    let rest = folded.strip_prefix(phrase);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || phrase.ends_with(is_cjk))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::text::fold;

    #[test]
    fn phrases_are_known_in_their_places() {
        let book = Phrasebook::new();
        let kind = |text: &str, links| book.kind_of(&fold(text), links);
        assert_eq!(kind("Baca juga: Pasar Apung", true), Some(Kind::ReadAlso));
        assert_eq!(kind("Related to this, the council said", false), None);
        assert_eq!(kind("ADVERTISEMENT", false), Some(Kind::Advert));
        assert_eq!(kind("Advertisement is a trade", false), None);
        assert_eq!(kind("相关阅读青石巷路灯换新", true), Some(Kind::ReadAlso));
        assert_eq!(kind("© 2025 A. All rights reserved.", false), Some(Kind::Copyright));
        assert_eq!(book.heads(&fold("Comments (3)")), Some(Kind::Comments));
    }

    #[test]
    fn every_phrase_is_folded() {
        for text in PHRASES.iter().flat_map(|row| row.all.split('|')) {
            assert_eq!(fold(text), text);
        }
    }
}
