//! The phrases of [`crate::data::phrases`], to be looked up by how a text begins.

use std::sync::OnceLock;

use crate::data::phrases::{Kind, PHRASES, Place};
use crate::dom::text::{Lookup, is_cjk, sign};

/// The longest text that may be a phrase with what it leads to, in letters.
const MOST: usize = 220;

#[derive(Clone, Copy, Debug)]
struct Entry {
    text: &'static str,
    kind: Kind,
    place: Place,
}

/// Phrases by how they begin.
#[derive(Debug, Default)]
struct Shelf {
    /// By their first word.
    words: Lookup<'static, Vec<Entry>>,
    /// The signs of those words: most others are told from them by theirs.
    signs_of_words: u64,
    /// Those in signs, after which a text goes on without a space.
    signs: Vec<Entry>,
}

impl Shelf {
    fn put(&mut self, entry: Entry) {
        if entry.text.ends_with(is_cjk) && !entry.text.contains(' ') {
            self.signs.push(entry);
        } else {
            let word = first_word(entry.text);
            self.signs_of_words |= sign(word);
            self.words.of(word, Vec::new).push(entry);
        }
    }

    /// Those that a folded text may begin with.
    fn beginning(&self, folded: &str) -> impl Iterator<Item = &Entry> {
        let in_signs = self.signs.iter().filter(|_| folded.starts_with(is_cjk));
        self.by_word(first_word(folded)).chain(in_signs)
    }

    /// Those whose first word is this one.
    fn by_word(&self, word: &str) -> impl Iterator<Item = &Entry> {
        let known = self.signs_of_words & sign(word) != 0;
        let entries = if known { self.words.get(word) } else { None };
        entries.into_iter().flatten()
    }
}

fn first_word(folded: &str) -> &str {
    let end = folded.bytes().position(|byte| byte == b' ').unwrap_or(folded.len());
    folded.get(..end).unwrap_or("")
}

/// All phrases.
#[derive(Debug, Default)]
pub struct Phrasebook {
    begins: Shelf,
    within: Shelf,
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
                let shelf = if row.place == Place::Within { &mut book.within } else { &mut book.begins };
                shelf.put(entry);
            }
        }
        book
    }

    /// What a folded text is by the phrase that it is, begins with or holds. `links`: it holds a link, or is one.
    #[must_use]
    pub fn kind_of(&self, folded: &str, signs: u64, links: bool) -> Option<Kind> {
        if folded.is_empty() || folded.len() > MOST && folded.chars().filter(|c| *c != ' ').count() > MOST {
            return None;
        }
        let fits = |entry: &&Entry| match entry.place {
            Place::Whole => folded == entry.text,
            Place::StartOfLink => links && starts(folded, entry.text),
            Place::Start | Place::Within => starts(folded, entry.text),
        };
        let begun = self.begins.beginning(folded).find(fits);
        begun.or_else(|| self.held_by(folded, signs)).map(|entry| entry.kind)
    }

    /// The first phrase that a folded text holds: words from a word's start, signs of Han from any.
    fn held_by(&self, folded: &str, signs: u64) -> Option<&Entry> {
        let mut rest = if signs & self.within.signs_of_words == 0 { "" } else { folded };
        let mut by_word = None;
        while by_word.is_none() && !rest.is_empty() {
            let word = first_word(rest);
            by_word = self.within.by_word(word).find(|entry| starts(rest, entry.text));
            rest = rest.get(word.len() + 1..).unwrap_or("");
        }
        let in_signs = || self.within.signs.iter().find(|entry| folded.contains(entry.text));
        by_word.or_else(|| if folded.is_ascii() { None } else { in_signs() })
    }

    /// What a folded text heads, where it is a heading of links, comments or keywords.
    #[must_use]
    pub fn heads(&self, folded: &str) -> Option<Kind> {
        let mut begun = self.begins.beginning(folded);
        begun.find(|entry| entry.kind.heads() && starts(folded, entry.text)).map(|entry| entry.kind)
    }
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
        let kind = |text: &str, links| book.kind_of(&fold(text), u64::MAX, links);
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
