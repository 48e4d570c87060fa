//! Rules on what is said twice.

use super::rule::{Look, Rule, never};
use crate::blocks::PageType;
use crate::data::Hints;
use crate::dom::text::{collapse, fold, is_closing, is_stop, likeness, signs};
use crate::dom::{Attr, NodeId, Tag};
use crate::metadata::date;

/// The rules.
pub const RULES: &[Rule] = &[
    Rule { name: "says what the head says", when: head_again, unless: never },
    Rule { name: "title again", when: title_again, unless: never },
    Rule { name: "quotation pulled out of the text", when: pull_quote, unless: never },
];

/// A heading that says what the title says, before any text.
fn title_again(look: &Look, node: NodeId) -> bool {
    if !look.tag(node).is_heading() || look.title.is_empty() {
        return false;
    }
    let first = look.extent.roots.first().is_some_and(|root| look.doc.text_between(*root, node).len() < 600);
    first && likeness(&fold(look.doc.text(node)), &look.title) > 0.9
}

/// A line above the text that says who wrote it and when, and little else; a thread's posts each have theirs.
fn head_again(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let above = node < look.first_prose && !look.doc.contains(node, look.first_prose);
    if !above
        || look.page_type == PageType::Forum
        || !look.facts.is_block(node)
        || look.tag(node).is_heading()
        || !(1..=30).contains(&sum.words)
        || is_captioned(look, node)
    {
        return false;
    }
    let text = collapse(look.doc.text(node));
    let lang = look.metadata.lang.as_deref().unwrap_or("");
    let dates = date::all(&text, lang);
    let mut rest = text.clone();
    for found in dates.iter().rev() {
        rest.replace_range(found.start..found.end, " ");
    }
    let names = look.metadata.authors.iter().chain(look.metadata.byline.iter());
    let folded = fold(&text);
    let named: Vec<String> = names.map(|name| fold(name)).filter(|name| folded.contains(name.as_str())).collect();
    if named.is_empty() && dates.is_empty() {
        return false;
    }
    let known = named
        .into_iter()
        .chain([look.metadata.site_name.as_deref(), look.metadata.section.as_deref()].into_iter().flatten().map(fold));
    let rest = known.fold(fold(&rest), |rest, name| rest.replace(name.as_str(), " "));
    let left = rest.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() as u32;
    // In a script without spaces a word is not told from a line.
    let left = left.max(crate::dom::text::count(&rest).words.saturating_sub(2));
    left <= 3 || left * 2 <= sum.words
}

fn is_captioned(look: &Look, node: NodeId) -> bool {
    let caption = |at: NodeId| matches!(look.tag(at), Tag::Figure | Tag::Figcaption) || look.named(at, Hints::CAPTION);
    look.doc.lineage(node).take(3).any(caption) || look.holds_media(node)
}

/// A quotation set apart whose words stand in the text.
fn pull_quote(look: &Look, node: NodeId) -> bool {
    let named = look.named(node, Hints::PULLQUOTE) || look.tag(node) == Tag::Aside;
    if !named && !is_set_apart(look, node) {
        return false;
    }
    let quoted = fold(look.doc.text(node));
    if quoted.len() <= 20 {
        return false;
    }
    let roots = look.extent.roots.iter();
    let texts = roots.map(|root| look.facts.folded_all(look.facts.blocks_of(look.doc, *root)));
    let times = || texts.flat_map(|text| text.matches(&quoted)).take(3).count();
    if named { times() > 1 } else { stands_in_longer(look, node, &quoted) && times() == 2 }
}

/// Whether a part ends as a sentence or a quotation ends, and holds no heading.
fn is_sentence(look: &Look, node: NodeId) -> bool {
    let ends = look.doc.text(node).trim_end().ends_with(|c| is_stop(c) || is_closing(c));
    ends && !look.holds_heading(node)
}

/// Whether a longer paragraph than the node holds its words.
fn stands_in_longer(look: &Look, node: NodeId, quoted: &str) -> bool {
    let longer = look.sum(node).chars * 5 / 4;
    let blocks = look.extent.roots.iter().flat_map(|root| look.facts.blocks_of(look.doc, *root));
    let own = signs(quoted);
    let others = blocks.filter(|block| block.counts.chars > longer && block.signs & own == own);
    others.into_iter().any(|block| !look.doc.contains(node, block.first) && look.facts.folded(block).contains(quoted))
}

/// A line by itself that may be a quotation pulled out of the text: no paragraph like those around it.
fn is_set_apart(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let tag = look.tag(node);
    let alike = |at: NodeId| look.tag(at) == tag && look.doc.attr(at, Attr::Class) == look.doc.attr(node, Attr::Class);
    let box_ = matches!(tag, Tag::Blockquote | Tag::Div | Tag::Figure | Tag::P | Tag::Q) && look.facts.is_block(node);
    box_ && node > look.first_prose
        && sum.blocks <= 2
        && (5..=45).contains(&sum.words)
        && sum.links == 0
        && is_sentence(look, node)
        && (tag == Tag::Blockquote
            || look
                .doc
                .parent(node)
                .is_some_and(|up| look.doc.children(up).filter(|at| alike(*at)).take(3).count() < 3))
}
