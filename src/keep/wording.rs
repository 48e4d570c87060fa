//! Rules on what is written: the phrases by which pages lead away from the text.

use super::rule::{Look, Rule, never};
use crate::blocks::PageType;
use crate::data::phrases::Kind;
use crate::dom::{NodeId, Tag};
use crate::facts::TextBlock;

/// The rules.
pub const RULES: &[Rule] = &[
    Rule { name: "says what it is", when: boilerplate, unless: never },
    Rule { name: "heads links to elsewhere", when: headed_box, unless: super::rule::holds_story },
];

/// What says itself that it is not the story.
pub const SURE: &[Rule] = &[Rule { name: "about the writer", when: about_writer, unless: never }];

/// The longest note about a writer, in words.
const LONGEST_NOTE: u32 = 200;

/// The longest text that is looked at, in bytes.
const LONGEST: usize = 660;

/// A block, or a stretch of a line, that a known phrase says is no part of the text.
fn boilerplate(look: &Look, node: NodeId) -> bool {
    let tag = look.tag(node);
    let unit = look.facts.is_block(node)
        || matches!(tag, Tag::Strong | Tag::B | Tag::Em | Tag::I | Tag::Span | Tag::A | Tag::Small | Tag::Font);
    if !unit || tag.is_heading() && look.sum(node).links == 0 && !is_last_heading(look, node) {
        return false;
    }
    let text = look.doc.text(node);
    if text.len() > LONGEST || look.said(node, true).is_none() || goes_on(look, node) {
        return false;
    }
    let apart = || in_brackets(text) || look.in_row(node) || ends_line(look, node) || tells_time(look, node);
    if look.in_sentence(node) && !apart() {
        return false;
    }
    let links = look.sum(node).links > 0
        || look.doc.ancestors(node).take(2).any(|at| look.tag(at) == Tag::A)
        || look.any_below(node, |look, at| look.tag(at) == Tag::A);
    look.said(node, links).is_some()
}

/// Whether a sentence goes on after its last link: "See also the gauge, which knows what is coming."
fn goes_on(look: &Look, node: NodeId) -> bool {
    let mut links = look.doc.below(node).filter(|at| look.tag(*at) == Tag::A);
    let Some(last) = links.next_back().filter(|_| look.sum(node).blocks == 1) else { return false };
    let rest = look.doc.text_between(look.doc.end(last), look.doc.end(node));
    let closed = rest.trim_end().trim_end_matches(crate::dom::text::is_closing).ends_with(crate::dom::text::is_stop);
    closed && crate::dom::text::count(rest).words >= 4
}

fn in_brackets(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(['(', '[', '（', '【']) && text.ends_with([')', ']', '）', '】'])
}

/// Whether a stretch at the end of a short line tells how long it takes to read: it follows the date, not a sentence.
fn tells_time(look: &Look, node: NodeId) -> bool {
    let last = |block: &TextBlock| {
        block.counts.words <= 30 && crate::dom::text::is_blank(look.doc.text_between(look.doc.end(node), block.end))
    };
    let end = look.doc.end(node);
    look.facts.block_around(node).is_some_and(|block| end >= block.end || last(block))
        && look.said(node, false) == Some(Kind::ReadingTime)
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

/// A box below the headline that begins with a heading of that meaning, even where the story is shorter.
fn about_writer(look: &Look, node: NodeId) -> bool {
    let Some(headline) = look.extent.headline.filter(|headline| *headline < node) else { return false };
    let words = look.sum(node).words;
    let whole = look.is_root(node) && look.extent.roots.len() == 1;
    let boxed = look.facts.is_block(node) && !look.tag(node).is_text_block() && !whole;
    let Some(first) = look.facts.blocks_of(look.doc, node).first() else { return false };
    let above = || look.doc.text_between(look.doc.end(headline), node);
    boxed
        && words <= LONGEST_NOTE
        && words > first.counts.words
        && look.facts.phrases().heads(look.facts.folded(first)) == Some(Kind::Writer)
        && crate::dom::text::count(above()).words >= 10
}

/// Whether the last lines of a box say that a machine has made its text.
fn says_who_summed_up(look: &Look, blocks: &[TextBlock]) -> bool {
    blocks
        .last()
        .is_some_and(|last| last.said.first() == Some(&Some(Kind::Summary)) && look.facts.folded(last).len() < LONGEST)
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
    let folded = look.facts.folded(first);
    if sum.words < 120 && says_who_summed_up(look, blocks) {
        return true;
    }
    let kind = look.facts.phrases().heads(folded).filter(|_| first.counts.chars < 60);
    let links = rest_links as f32 / rest_chars as f32 > 0.5 || sum.prose == 0;
    match kind {
        Some(Kind::Comments) => links || look.page_type != PageType::Forum,
        // What a machine has made of the text goes whole.
        Some(Kind::Summary) => true,
        Some(Kind::Writer) | None => false,
        Some(_) => links,
    }
}
