//! What the names that a page gives its parts say of them: class, id, role, itemprop.

use std::sync::OnceLock;

use crate::data::names::{NAMES, ROLES};
use crate::data::{Hints, widths};
use crate::dom::text::{Lookup, lower_of};
use crate::dom::{Attr, Document, NodeId, PerNode};

/// What each element's own names say.
#[must_use]
pub fn read(doc: &Document) -> PerNode<Hints> {
    let mut hints = PerNode::new(doc.len());
    let meanings = meanings();
    // Names and their words come again and again.
    let mut known: Lookup<Hints> = Lookup::default();
    let mut words_known: Lookup<Hints> = Lookup::default();
    for node in doc.nodes() {
        let mut own = Hints::default();
        for (attr, value) in doc.attrs(node) {
            let said = match attr {
                Attr::Class | Attr::Id | Attr::Itemprop | Attr::DataComponent | Attr::DataTestid => {
                    *known.of(value, || {
                        let words = value.split_whitespace().take(MOST_WORDS);
                        let said = words.map(|word| *words_known.of(word, || of_word(word, meanings)));
                        said.fold(Hints::default(), Hints::and)
                    })
                }
                Attr::Role => of_role(value),
                Attr::DataAd => Hints::AD,
                _ => continue,
            };
            own = own.and(said);
        }
        if !own.is_empty() {
            hints.set(node, own);
        }
    }
    hints
}

/// The table as it is looked up, laid out once.
fn meanings() -> &'static Lookup<'static, Hints> {
    static MEANINGS: OnceLock<Lookup<Hints>> = OnceLock::new();
    MEANINGS.get_or_init(|| {
        let mut all: Lookup<Hints> = Lookup::default();
        for (hints, words) in NAMES {
            for word in words.split(' ') {
                let known = all.of(word, Hints::default);
                *known = known.and(*hints);
            }
        }
        all
    })
}

fn of_role(role: &str) -> Hints {
    let role = role.trim().to_ascii_lowercase();
    ROLES.iter().find(|(name, _)| *name == role).map_or(Hints::default(), |(_, hints)| *hints)
}

/// So many words of a name are read.
const MOST_WORDS: usize = 40;

/// The meanings of a word of a class or id: its tokens, alone and two by two, are looked up whole. No part of a token
/// counts.
fn of_word(word: &str, meanings: &Lookup<Hints>) -> Hints {
    let look_up = |token: &str| meanings.get(token).copied().unwrap_or_default();
    let mut hints = widths::meaning(word);
    let name = tokens(word);
    let mut rest = name.as_str();
    while !rest.is_empty() {
        let (token, after) = rest.split_once('-').unwrap_or((rest, ""));
        let next = after.split('-').next().unwrap_or("");
        // "ad-free", "advert-free": there is none.
        if next != "free" {
            hints = hints.and(look_up(token));
        }
        if !next.is_empty() {
            hints = hints.and(look_up(rest.get(..token.len() + 1 + next.len()).unwrap_or("")));
        }
        rest = after;
    }
    hints
}

/// A name's tokens in lower case, joined by `-`: parted at marks, at a change from small to capital letters, and before
/// digits.
#[must_use]
pub fn tokens(word: &str) -> String {
    let mut tokens = String::with_capacity(word.len() + 4);
    // Where the token begins that grows.
    let mut start = 0;
    let mut last = ' ';
    let mut in_number = false;
    for c in word.chars() {
        let parts = !c.is_alphabetic() || c.is_uppercase() && last.is_lowercase();
        if parts && tokens.len() > start {
            // Two letters between digits are part of a number in hexadecimal, no word.
            if in_number && tokens.len() - start <= 2 && c.is_ascii_digit() {
                tokens.truncate(start);
            } else {
                tokens.push('-');
                start = tokens.len();
            }
        }
        if c.is_alphabetic() {
            if tokens.len() == start {
                in_number = last.is_ascii_digit();
            }
            tokens.push(lower_of(c));
        }
        last = c;
    }
    if tokens.ends_with('-') {
        tokens.pop();
    }
    tokens
}

/// Meanings that speak against all that an element holds.
const AGAINST: Hints = Hints(!(Hints::BODY.0 | Hints::CONTENT.0 | Hints::FORUM.0 | Hints::PRODUCT.0 | Hints::CODE.0));

/// The meanings of a node and of all that holds it. What an element is called that holds the whole page says nothing
/// against its parts.
#[must_use]
pub fn around(doc: &Document, hints: &PerNode<Hints>, whole: &PerNode<bool>) -> PerNode<Hints> {
    let mut all: PerNode<Hints> = PerNode::new(doc.len());
    for node in doc.nodes() {
        let above = doc.parent(node).map_or(Hints::default(), |parent: NodeId| all.of(parent));
        let own = hints.of(node);
        all.set(node, above.and(if whole.of(node) { own.without(AGAINST) } else { own }));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_by_whole_tokens() {
        assert_eq!(tokens("articleBody_main-2col"), "article-body-main-col");
        assert_eq!(tokens("h.73f1ad82-"), "h");
        let meanings = meanings();
        let of =
            |name: &'static str| name.split(' ').map(|word| of_word(word, meanings)).fold(Hints::default(), Hints::and);
        assert!(of("share-sticky sticky w-10").has(Hints::SHARE));
        assert!(!of("blogindex").has(Hints::LOGIN));
        assert!(of("inner-link-baca-juga").has(Hints::RELATED));
        assert!(of("entry-content").has(Hints::BODY));
        assert!(of("ad-free-table").is_empty() && of("h.73f1ad82").is_empty());
    }
}
