//! Rules on what asks a reader to do something: to go elsewhere, to join, to press, to answer.

use super::rule::{Look, Rule, holds_story, never};
use crate::data::names::CALLED;
use crate::dom::text::count;
use crate::dom::{Attr, NodeId, Place, Tag};
use crate::facts::TextBlock;

/// The rules.
pub const RULES: &[Rule] = &[
    Rule { name: "line that leads elsewhere", when: leading_line, unless: never },
    Rule { name: "asks to join", when: asks_to_join, unless: holds_story },
    Rule { name: "asks for an answer", when: asks_for_answer, unless: holds_story },
    Rule { name: "links to nowhere", when: leads_nowhere, unless: holds_story },
    Rule { name: "words of a control", when: control_words, unless: holds_story },
    Rule { name: "counter", when: counter, unless: never },
    Rule { name: "for those without scripts", when: without_scripts, unless: holds_story },
];

/// A line between paragraphs that is a link to a page of the same site, under a label or under none: "Read also: …",
/// whatever the language.
fn leading_line(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let tag = look.tag(node);
    let line = matches!(tag, Tag::P | Tag::Div) && look.facts.is_block(node) && sum.blocks == 1 && sum.links == 1;
    if !line || !look.is_story_page() || node < look.first_prose || !(3..=40).contains(&sum.words) {
        return false;
    }
    let Some(link) = look.doc.below(node).find(|at| look.tag(*at) == Tag::A) else { return false };
    let before = look.doc.text_between(node, link).trim();
    let after = look.doc.text_between(look.doc.end(link), look.doc.end(node)).trim();
    let title = look.doc.text(link);
    let own = look.facts.range(look.doc, node);
    let is_prose =
        |at: Option<usize>| at.and_then(|at| look.facts.text_blocks().get(at)).is_some_and(TextBlock::is_prose);
    let (above, below) = (is_prose(own.start.checked_sub(1)), is_prose(Some(own.end)));
    let placed = if before.is_empty() { above && below && sum.words <= 20 } else { above || below };
    placed && is_label(before) && after.chars().count() <= 1 && count(title).words >= 3 && leads_within_site(look, link)
}

/// A few words before a link, ended by a mark that leads on, or none.
fn is_label(text: &str) -> bool {
    let ended = text.ends_with([':', '：', '|', '】', ']', '›', '»', '▶', '►', '→', '>', '–', '—', '-']);
    text.is_empty() || ended && count(text).words <= 6
}

/// Whether a link leads to another page of the same site.
pub fn leads_within_site(look: &Look, link: NodeId) -> bool {
    let href = look.doc.attr(link, Attr::Href).unwrap_or("").trim();
    if href.is_empty() || href.starts_with('#') {
        return false;
    }
    if href.contains("://") {
        let own = Place::of(look.doc.url()).site();
        !own.is_empty() && Place::of(href).site() == own
    } else {
        !href.contains(':')
    }
}

/// A short box or line with a link whose address says that one may join, pay or log in there.
fn asks_to_join(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let unit = look.facts.is_block(node) && !look.tag(node).is_table() && !look.tag(node).is_heading();
    if !unit || !look.is_story_page() || node < look.first_prose || !(1..=3).contains(&sum.links) || sum.words > 40 {
        return false;
    }
    let called =
        |at: NodeId| look.doc.attr(at, Attr::Href).is_some_and(|href| leads_within_site(look, at) && is_called(href));
    let links: Vec<NodeId> = look.doc.below(node).filter(|at| look.tag(*at) == Tag::A).collect();
    !links.is_empty() && links.into_iter().all(called)
}

fn is_called(href: &str) -> bool {
    let word = Place::of(href).last();
    CALLED.split(' ').any(|called| word.eq_ignore_ascii_case(called))
}

/// A short box with a field or a choice and a button: a newsletter, a poll, a search.
fn asks_for_answer(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    if !look.facts.is_block(node)
        || sum.words >= 45
        || sum.prose > 1
        || !look.is_story_page()
        || look.tag(node).is_table()
    {
        return false;
    }
    let (mut field, mut button) = (false, false);
    for at in look.doc.below(node) {
        let kind = look.doc.attr(at, Attr::Type).unwrap_or("");
        field |= look.tag(at) == Tag::Input && matches!(kind, "" | "text" | "tel" | "email" | "search" | "radio");
        button |= look.tag(at) == Tag::Button || look.tag(at) == Tag::Input && kind == "submit";
    }
    field && button
}

/// A few words that are links to places that are not on the page: buttons that scripts make of links.
fn leads_nowhere(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let boxed = look.facts.is_block(node) && !look.tag(node).is_heading() && !look.tag(node).is_table();
    if !boxed || sum.links == 0 || sum.words > 15 || sum.stops > 0 || sum.link_density() < 0.4 || !look.is_story_page()
    {
        return false;
    }
    let mut links = look.doc.below(node).filter(|at| look.tag(*at) == Tag::A).peekable();
    links.peek().is_some() && links.all(|link| is_nowhere(look, link))
}

fn is_nowhere(look: &Look, link: NodeId) -> bool {
    let Some(href) = look.doc.attr(link, Attr::Href) else { return true };
    let Some(name) = href.trim().strip_prefix('#') else { return href.starts_with("javascript:") };
    let bears = |at: NodeId| [Attr::Id, Attr::Name].iter().any(|attr| look.doc.attr(at, *attr) == Some(name));
    name.is_empty() || !look.doc.has_attr(link, Attr::Id) && !look.doc.nodes().any(bears)
}

/// A word or two beside buttons: "Sort by:".
fn control_words(look: &Look, node: NodeId) -> bool {
    let boxed = matches!(look.tag(node), Tag::Div | Tag::Section | Tag::Unknown) && look.facts.is_block(node);
    let sum = look.sum(node);
    if !boxed || sum.blocks > 1 || sum.words > 8 {
        return false;
    }
    let (mut buttons, mut words) = (0, 0);
    for child in look.doc.children(node) {
        if look.tag(child) == Tag::Button {
            buttons += 1;
        } else {
            words += count(look.doc.text(child)).words;
        }
    }
    buttons > 0 && words <= 2 && !look.any_below(node, |look, at| look.doc.has_attr(at, Attr::AriaExpanded))
}

/// "1 / 3" beside the buttons of a gallery.
fn counter(look: &Look, node: NodeId) -> bool {
    let text = look.doc.text(node);
    if text.len() > 24 || !matches!(look.tag(node), Tag::Span | Tag::Div | Tag::P) {
        return false;
    }
    let counts = |c: char| c.is_ascii_digit() || c == '/' || c.is_ascii_whitespace();
    let beside = |up: NodeId| look.doc.children(up).any(|at| look.tag(at) == Tag::Button);
    text.contains('/') && text.chars().all(counts) && look.doc.parent(node).is_some_and(beside)
}

/// What a page says where no scripts run. Pictures in it are kept by those who look for them.
fn without_scripts(look: &Look, node: NodeId) -> bool {
    look.tag(node) == Tag::Noscript && !look.holds_media(node)
}
