//! Words that stand side by side in elements of their own, with nothing between them: a page's style parts them, in boxes
//! or on lines. As text they would be one word.

use crate::dom::{Attr, Document, NodeId, Tag};
use crate::facts::Facts;

/// Letters that begin a word of its own: one may be a part of a name or an ornament.
const LETTERS: usize = 2;

/// Whether a blank is missing before an element of a line: two links that lead to different places are two things; and
/// where a word in small letters or a number ends, a capital begins another one.
pub fn lacks_blank(doc: &Document, facts: &Facts, node: NodeId) -> bool {
    let apart = |node| matches!(doc.tag(node), Tag::A | Tag::Span | Tag::Strong | Tag::B | Tag::Label | Tag::Button);
    if !apart(node) {
        return false;
    }
    let Some(before) = node.0.checked_sub(1).map(NodeId).filter(|before| doc.tag(*before) == Tag::Text) else {
        return false;
    };
    let around = doc.parent(node);
    let sibling = doc.lineage(before).find(|at| doc.parent(*at) == around);
    let Some(sibling) = sibling.filter(|at| apart(*at) && !facts.is_block(*at)) else { return false };
    let are_links = doc.tag(sibling) == Tag::A && doc.tag(node) == Tag::A;
    let differ = || doc.attr(sibling, Attr::Href) != doc.attr(node, Attr::Href);
    let (left, right) = (doc.text(before), doc.text(node));
    let parted = if are_links {
        left.ends_with(char::is_alphanumeric) && right.starts_with(char::is_alphanumeric) && differ()
    } else {
        ends_word(left) && begins_word(right)
    };
    parted && !doc.lineage(node).any(|at| matches!(doc.tag(at), Tag::Code | Tag::Pre | Tag::Kbd | Tag::Samp))
}

fn ends_word(text: &str) -> bool {
    let letters = text.chars().rev().take_while(|c| c.is_lowercase()).count();
    letters >= LETTERS || text.ends_with(|c: char| c.is_ascii_digit())
}

fn begins_word(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.chars().take_while(|c| c.is_alphabetic()).nth(LETTERS - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_with_a_capital_and_end_in_small_letters_or_digits() {
        assert!(begins_word("Lamp") && begins_word("VAT included") && !begins_word("lamp") && !begins_word("X"));
        assert!(ends_word("Storm") && ends_word("49.99") && !ends_word("NA") && !ends_word("i") && !ends_word("tall "));
    }
}
