//! Rules on what is written: the phrases by which pages lead away from the text.

use super::rule::{Look, Rule, never};
use crate::data::phrases::{self, Place};
use crate::dom::text::{fold, is_cjk};
use crate::dom::{NodeId, Tag};

/// The rules.
pub const RULES: &[Rule] = &[
    Rule { name: "says what it is", when: boilerplate, unless: never },
    Rule { name: "heads links to elsewhere", when: headed_box, unless: super::rule::holds_story },
];

/// The longest text that may be a phrase with what it leads to, in characters.
const MOST: u32 = 220;

/// A block, or a stretch of a line, that a known phrase says is no part of the text.
fn boilerplate(look: &Look, node: NodeId) -> bool {
    let tag = look.tag(node);
    let unit = look.facts.is_block(node)
        || matches!(tag, Tag::Strong | Tag::B | Tag::Em | Tag::I | Tag::Span | Tag::A | Tag::Small | Tag::Font);
    if !unit || tag.is_heading() && look.sum(node).links == 0 && !is_last_heading(look, node) {
        return false;
    }
    let text = look.doc.text(node);
    if text.len() > MOST as usize * 3 || look.in_sentence(node) && !in_brackets(text) && !ends_line(look, node) {
        return false;
    }
    let folded = fold(text);
    let links = look.sum(node).links > 0
        || look.doc.ancestors(node).take(2).any(|at| look.tag(at) == Tag::A)
        || look.doc.subtree(node).any(|at| look.tag(at) == Tag::A);
    matches(&folded, links)
}

/// Whether a folded text is, or begins with, a phrase of clutter.
fn matches(folded: &str, links: bool) -> bool {
    let length = folded.chars().filter(|c| *c != ' ').count() as u32;
    phrases::PHRASES.iter().any(|row| match row.place {
        Place::Whole => folded == row.text,
        Place::Start => length <= MOST && starts(folded, row.text),
        Place::StartOfLink => links && length <= MOST && starts(folded, row.text),
        Place::Within => length <= MOST && contains(folded, row.text),
    })
}

/// Whether a folded text begins with a phrase, as whole words.
fn starts(folded: &str, phrase: &str) -> bool {
    folded
        .strip_prefix(phrase)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || phrase.chars().any(is_cjk))
}

fn contains(folded: &str, phrase: &str) -> bool {
    folded.match_indices(phrase).any(|(at, _)| {
        let before = folded.get(..at).is_none_or(|before| before.is_empty() || before.ends_with(' '));
        (before && folded.get(at..).is_some_and(|rest| starts(rest, phrase))) || phrase.chars().any(is_cjk)
    })
}

fn in_brackets(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(['(', '[', '（', '【']) && text.ends_with([')', ']', '）', '】'])
}

/// Whether a stretch of a line stands at the line's end, after the end of a sentence.
fn ends_line(look: &Look, node: NodeId) -> bool {
    let Some(block) = look.facts.block_around(node).filter(|block| block.first < node) else { return false };
    let before = look.doc.text_between(block.first, node).trim_end();
    let end = look.doc.end(node);
    let after = if end < block.end { look.doc.text_between(end, block.end) } else { "" };
    let closed = before.trim_end_matches(crate::dom::text::is_closing).ends_with(crate::dom::text::is_stop);
    crate::dom::text::is_blank(after) && closed
}

/// Whether a heading has no text of its own below it before the next heading or the end.
fn is_last_heading(look: &Look, node: NodeId) -> bool {
    let after = look.facts.range(look.doc, node).end;
    look.facts
        .text_blocks()
        .get(after)
        .is_none_or(|next| look.doc.tag(next.holder).is_heading() || next.link_density() > 0.5)
}

/// A box whose first words are such a phrase and that holds little but links.
fn headed_box(look: &Look, node: NodeId) -> bool {
    if !look.facts.is_block(node) || look.tag(node).is_text_block() && look.tag(node) != Tag::Li {
        return false;
    }
    let blocks = look.facts.blocks_of(look.doc, node);
    let Some(first) = blocks.first().filter(|_| (2..=40).contains(&blocks.len())) else { return false };
    let sum = look.sum(node);
    let rest_chars = sum.chars.saturating_sub(first.counts.chars).max(1);
    let rest_links = sum.link_chars.saturating_sub(first.link_chars);
    let folded = fold(look.doc.text_between(first.first, first.end));
    let heads = first.counts.chars < 60 && phrases::PHRASES.iter().any(|row| row.heads && starts(&folded, row.text));
    let box_of = |phrases: &[&str]| phrases.iter().any(|phrase| starts(&folded, phrase));
    let comments = look.judged.kind.page_type != crate::blocks::PageType::Forum && box_of(phrases::COMMENTS);
    heads && (comments || rest_links as f32 / rest_chars as f32 > 0.5 || sum.prose == 0 || box_of(phrases::WHOLE_BOX))
}
