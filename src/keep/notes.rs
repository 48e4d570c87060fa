//! Footnotes: what a mark in the text leads to belongs to the text, wherever on the page it stands.

use std::ops::Range;

use crate::dom::text::Lookup;
use crate::dom::{Attr, Document, NodeId, Tag};
use crate::facts::Facts;

/// The longest mark, in characters: "(123)", "注12".
const LONGEST_MARK: usize = 6;

/// The longest note, in words; what is longer is a part of the page.
const LONGEST_NOTE: u32 = 200;

/// The blocks of the notes that marks in chosen blocks lead to.
#[must_use]
pub fn cited(doc: &Document, facts: &Facts, chosen: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let marks: Vec<(NodeId, &str)> = doc
        .subtree(doc.body())
        .filter(|node| doc.tag(*node) == Tag::A && facts.range(doc, *node).start < facts.text_blocks().len())
        .filter_map(|node| Some((node, doc.attr(node, Attr::Href)?.trim().strip_prefix('#')?)))
        .filter(|(node, _)| is_mark(doc.text(*node)) && block_of(doc, facts, *node).is_some_and(&chosen))
        .collect();
    if marks.is_empty() {
        return Vec::new();
    }
    let places = places(doc);
    let notes = marks.iter().filter_map(|(mark, name)| {
        let place = places.get(name).filter(|place| **place > *mark)?;
        Some(facts.range(doc, note_at(doc, facts, *place)?))
    });
    notes.collect()
}

/// Whether a link's text is a number, a letter or a sign, with or without brackets.
fn is_mark(text: &str) -> bool {
    let text = text.trim();
    let signs = text.chars().filter(|c| !c.is_whitespace());
    let letters = signs.clone().filter(|c| c.is_alphabetic()).count();
    (1..=LONGEST_MARK).contains(&signs.clone().count()) && (letters <= 1 || signs.clone().any(char::is_numeric))
}

/// The number of the block that a node stands in.
fn block_of(doc: &Document, facts: &Facts, node: NodeId) -> Option<usize> {
    let blocks = facts.text_blocks();
    let at = blocks.partition_point(|block| block.end <= node);
    blocks.get(at).is_some_and(|block| block.first < doc.end(node)).then_some(at)
}

/// The first node with each name.
fn places(doc: &Document) -> Lookup<'_, NodeId> {
    let mut places = Lookup::default();
    for node in doc.subtree(doc.body()) {
        let name = doc.attr(node, Attr::Name).filter(|_| doc.tag(node) == Tag::A);
        for name in [doc.attr(node, Attr::Id), name].into_iter().flatten() {
            places.of(name, || node);
        }
    }
    places
}

/// The element that holds the note at a place: where that holds only the note's own mark, what is around it.
fn note_at(doc: &Document, facts: &Facts, place: NodeId) -> Option<NodeId> {
    let words = |node: NodeId| facts.sum_of(doc, node).words;
    let note = doc.lineage(place).find(|node| words(*node) > 1 && facts.is_block(*node))?;
    (words(note) <= LONGEST_NOTE && note != doc.body()).then_some(note)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_numbers_letters_and_signs() {
        for mark in ["1", "[12]", " * ", "†", "a", "注1", "[٣]"] {
            assert!(is_mark(mark), "{mark}");
        }
        for word in ["", "up", "edit", "1 Introduction"] {
            assert!(!is_mark(word), "{word}");
        }
    }
}
