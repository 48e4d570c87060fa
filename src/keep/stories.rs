//! Rules on where a part stands and what it begins with: other stories below this one, readers' voices, a card about
//! the writer.

use super::calls::leads_within_site;
use super::rule::{Look, Rule, never};
use crate::data::Hints;
use crate::dom::text::{count, fold};
use crate::dom::{NodeId, Tag};
use crate::facts::TextBlock;

/// The rules.
pub const RULES: &[Rule] = &[
    Rule { name: "another story", when: another_story, unless: holds_start },
    Rule { name: "readers' voices", when: counted_voices, unless: holds_start },
    Rule { name: "card about the writer", when: writer_card, unless: holds_start },
    Rule { name: "label above the headline", when: label, unless: never },
];

/// It is the article, or holds where it begins.
pub fn holds_start(look: &Look, node: NodeId) -> bool {
    let headline = look.extent.headline.is_some_and(|headline| look.doc.contains(node, headline));
    look.is_root(node) || headline || look.doc.contains(node, look.first_prose) || node < look.first_prose
}

/// A box, whatever element makes it.
fn is_box(look: &Look, node: NodeId) -> bool {
    matches!(look.tag(node), Tag::Div | Tag::Section | Tag::Article | Tag::Aside | Tag::Footer | Tag::Li | Tag::Unknown)
        && look.facts.is_block(node)
}

/// A story of its own, or one after such: they were appended when a reader came to the end of this one.
fn another_story(look: &Look, node: NodeId) -> bool {
    if !look.is_story_page() || !is_box(look, node) {
        return false;
    }
    let beside = || look.doc.parent(node).into_iter().flat_map(|up| look.doc.children(up)).take_while(|at| *at < node);
    is_another(look, node)
        || look.tag(node) == Tag::Article
            && beside().any(|at| look.tag(at) == Tag::Article && !holds_start(look, at) && is_another(look, at))
}

/// A box that begins with a heading that is a link to a page of its own, told by a name or a date or as an article; or an
/// article under a headline of the first level.
fn is_another(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let Some(heading) = look.facts.heading_below(look.doc, node) else { return false };
    let before = look.doc.text_between(node, heading);
    if sum.prose == 0 || sum.link_density() > 0.35 || count(before).words > 8 {
        return false;
    }
    let article = look.tag(node) == Tag::Article;
    let bears: fn(&Look, NodeId) -> bool =
        |look, at| look.tag(at) == Tag::Time || look.named(at, Hints::BYLINE.and(Hints::DATE).and(Hints::TEASER));
    let leads = look.sum(heading).link_density() > 0.9 && look.any_below(heading, leads_within_site);
    leads && (article || bears(look, node) || look.any_below(node, bears)) || article && look.tag(heading) == Tag::H1
}

/// A box under a short heading that ends with a count in brackets: "Reviews (12)".
fn counted_voices(look: &Look, node: NodeId) -> bool {
    if !look.is_story_page() || !is_box(look, node) || look.named(node, Hints::NOTES) {
        return false;
    }
    let blocks = look.facts.blocks_of(look.doc, node);
    let Some(first) = blocks.first().filter(|first| blocks.len() > 1 && first.counts.words <= 6) else { return false };
    let headed = look.doc.tag(first.holder).is_heading() || first.holder != node && first.counts.words <= 3;
    headed && ends_with_count(look.doc.text_between(first.first, first.end))
}

fn ends_with_count(text: &str) -> bool {
    let text = text.trim_end();
    let Some(rest) = text.strip_suffix(')').or_else(|| text.strip_suffix('）')) else { return false };
    let number = rest.trim_end_matches(|c| crate::dom::text::digit(c).is_some());
    number.len() < rest.len() && number.ends_with(['(', '（']) && number.chars().count() > 2
}

/// A box at the end that begins, under a heading or not, with the writer's name and goes on about them.
fn writer_card(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    if !look.is_story_page() || !is_box(look, node) || !(6..=90).contains(&sum.words) || sum.blocks > 5 {
        return false;
    }
    let names = look.metadata.authors.iter().chain(look.metadata.byline.iter());
    let names: Vec<String> = names.map(|name| fold(name)).filter(|name| name.contains(' ')).collect();
    let begins = |block: &TextBlock| {
        let text = look.facts.folded(block);
        names.iter().any(|name| text.starts_with(name.as_str()))
    };
    let last = look.facts.range(look.doc, node).end;
    let after = look.facts.text_blocks().get(last..look.facts.range(look.doc, look.extent.core).end);
    let over = after.is_none_or(|after| after.iter().filter(|block| block.is_prose()).count() < 2);
    over && look.facts.blocks_of(look.doc, node).iter().take(2).any(begins)
}

/// A few words before the headline: a flag, a section's name.
fn label(look: &Look, node: NodeId) -> bool {
    let Some(headline) = look.extent.headline.filter(|headline| node < *headline) else { return false };
    let Some(root) = look.extent.roots.iter().find(|root| look.doc.contains(**root, headline)) else { return false };
    let near = || count(look.doc.text_between(*root, headline)).words <= 20;
    look.is_story_page()
        && headline < look.first_prose
        && !look.doc.contains(node, headline)
        && look.facts.is_block(node)
        && !look.tag(node).is_heading()
        && !look.holds_media(node)
        && !look.holds_heading(node)
        && near()
}
