//! Rules on how much of a part is links, and on what the blocks' odds say of it.

use super::rule::{Look, Rule, holds_story, never};
use crate::blocks::PageType;
use crate::data::Hints;
use crate::dom::{Attr, NodeId, Tag};

/// The rules.
pub const RULES: &[Rule] = &[
    Rule { name: "list of links", when: links, unless: is_wanted_list },
    Rule { name: "cards of other stories", when: cards, unless: holds_story },
    Rule { name: "unlikely", when: unlikely, unless: never },
];

/// A part that is links and little else.
fn links(look: &Look, node: NodeId) -> bool {
    let tag = look.tag(node);
    let boxed = matches!(tag, Tag::Ul | Tag::Ol | Tag::Div | Tag::Section | Tag::Table | Tag::Dl | Tag::Aside);
    let sum = look.sum(node);
    boxed && sum.links >= 3 && sum.link_density() > 0.75 && sum.stops < sum.links
}

/// Lists of links are what some pages are for; notes are links by nature.
fn is_wanted_list(look: &Look, node: NodeId) -> bool {
    let kind = look.page_type;
    let wanted = matches!(kind, PageType::Listing | PageType::Collection | PageType::Documentation | PageType::Forum);
    let notes = look.any_around(node, |look, at| look.named(at, Hints::NOTES));
    let in_table = look.is_in_table(node);
    let range = look.facts.range(look.doc, node);
    let odds: f32 = range.clone().map(|at| look.judged.odds_of(at)).sum::<f32>() / range.len().max(1) as f32;
    holds_story(look, node) || wanted || notes || in_table || odds > 0.6
}

/// Articles within the article: teasers of others.
fn cards(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let story = look.page_type == PageType::Article;
    story && look.tag(node) == Tag::Article && !look.is_root(node) && sum.link_density() > 0.5 && sum.prose == 0
}

/// A part all of whose text is more likely not to be content.
fn unlikely(look: &Look, node: NodeId) -> bool {
    let story = look.page_type == PageType::Article;
    let boxed = look.facts.is_block(node)
        && !look.is_root(node)
        && !look.tag(node).is_text_block()
        && !look.tag(node).is_table();
    if !story || !boxed || look.tag(node) == Tag::Figure {
        return false;
    }
    let range = look.facts.range(look.doc, node);
    let low = range.clone().all(|at| look.judged.odds_of(at) < 0.3);
    !range.is_empty() && low && !is_one_of_a_row(look, node) && look.prose_share(node) < 0.15
}

/// A line without links among lines of its kind, some of which are likely: an ingredient, an entry.
fn is_one_of_a_row(look: &Look, node: NodeId) -> bool {
    let class = look.doc.attr(node, Attr::Class);
    let alike = |at: NodeId| look.tag(at) == look.tag(node) && look.doc.attr(at, Attr::Class) == class;
    let likely = |at: NodeId| look.facts.range(look.doc, at).any(|block| look.judged.odds_of(block) >= 0.3);
    let mut row = look.doc.parent(node).into_iter().flat_map(|up| look.doc.children(up));
    class.is_some() && look.sum(node).links == 0 && row.any(|at| alike(at) && likely(at))
}
