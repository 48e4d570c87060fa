//! Rules on elements, names and what is shown.

use super::rule::{Look, Rule, holds_story, never};
use super::stories::holds_start;
use crate::blocks::PageType;
use crate::data::Hints;
use crate::dom::text::{collapse, is_space};
use crate::dom::{Attr, NodeId, Tag};
use crate::facts::Seen;

/// What is never shown on any page.
pub const NEVER_SHOWN: &[Rule] = &[Rule { name: "no content", when: no_content, unless: never }];

/// Rules that hold under every policy but the last.
pub const ALWAYS: &[Rule] = &[
    Rule { name: "no content", when: no_content, unless: never },
    Rule { name: "hidden", when: hidden, unless: holds_story },
    Rule { name: "for screen readers", when: |look, node| look.named(node, Hints::SR_ONLY), unless: holds_story },
    Rule { name: "icon", when: icon, unless: never },
    Rule { name: "second drawing of a formula", when: math_twin, unless: never },
    Rule { name: "line numbers", when: line_numbers, unless: never },
    Rule { name: "link to edit", when: |look, node| look.named(node, Hints::EDIT), unless: holds_story },
    Rule { name: "link to itself", when: permalink, unless: never },
    Rule { name: "control", when: control, unless: in_story_control },
    Rule { name: "headline", when: headline, unless: never },
];

/// Rules on elements that are never the story.
pub const APART: &[Rule] = &[
    Rule { name: "navigation", when: navigation, unless: holds_story },
    Rule { name: "aside", when: aside, unless: holds_story },
    Rule { name: "asks for an address", when: asks_for_address, unless: holds_story },
    Rule { name: "dialog", when: |look, node| look.tag(node) == Tag::Dialog, unless: holds_story },
];

/// Rules on names that nothing but clutter bears.
pub const NOTICES: &[Rule] =
    &[Rule { name: "notice by name", when: |look, node| look.named(node, NOTICE), unless: is_text_of_story }];

/// What opens over the page when it is asked for.
pub const DIALOGS: &[Rule] = &[Rule { name: "long text in a dialog", when: long_dialog, unless: holds_start }];

/// What a framework's class hides, where there is no layout that knows better.
pub const HIDDEN: &[Rule] = &[Rule { name: "hidden by its class", when: hidden_by_class, unless: holds_page }];

/// The site's own head and foot, which are all that is there of a page that a script fills: they are no article, even
/// where there is nothing else.
pub const FRAME: &[Rule] = &[Rule { name: "site's own links", when: site_links, unless: never }];

/// A head, a foot or a way about the site, outside of any part of the page's text, that is links and little else.
fn site_links(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let part =
        |at: NodeId| matches!(look.tag(at), Tag::Main | Tag::Article | Tag::Section | Tag::Aside | Tag::Blockquote);
    matches!(look.tag(node), Tag::Footer | Tag::Header | Tag::Nav)
        && sum.link_density() > SITE_LINKS
        && !look.doc.ancestors(node).any(part)
}

/// The share of such a part's text that is links, at least.
const SITE_LINKS: f32 = 0.7;

/// The page's middle, which a script shows when all is there: more than half of its words, or its headline.
fn holds_page(look: &Look, node: NodeId) -> bool {
    let headline = look.extent.headline.is_some_and(|headline| look.doc.contains(node, headline));
    look.is_root(node) || headline || look.sum(node).words * 2 > look.sum(look.doc.body()).words
}

fn hidden_by_class(look: &Look, node: NodeId) -> bool {
    const FOLDS: Hints = Hints::FOLDED.and(Hints::TAB).and(Hints::FAQ);
    look.named(node, Hints::HIDE)
        && !look.doc.has_layout()
        && look.facts.is_block(node)
        && !look.doc.lineage(node).take(3).any(|at| look.named(at, FOLDS))
}

/// A dialog needs so many words to be more than a question: conditions of use, a policy.
const LONG_DIALOG: u32 = 200;

/// A dialog, by its element or its name, with pages of text.
fn long_dialog(look: &Look, node: NodeId) -> bool {
    let dialog = look.tag(node) == Tag::Dialog || look.named(node, Hints::MODAL) && look.facts.is_block(node);
    dialog && look.sum(node).words >= LONG_DIALOG
}

/// Rules on what elements and their names say they are.
pub const NAMED: &[Rule] = &[
    Rule { name: "footer", when: |look, node| look.tag(node) == Tag::Footer, unless: foot_of_story },
    Rule { name: "form", when: |look, node| look.tag(node) == Tag::Form, unless: holds_story },
    Rule { name: "comments", when: comments, unless: holds_story },
    Rule { name: "clutter by name", when: clutter, unless: is_text_of_story },
    Rule { name: "byline", when: byline, unless: never },
    Rule { name: "page's own frame", when: own_frame, unless: holds_story },
];

fn no_content(look: &Look, node: NodeId) -> bool {
    let tag = look.tag(node);
    match tag {
        Tag::Script => !look
            .doc
            .attr(node, Attr::Type)
            .is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("math/tex")),
        Tag::Style
        | Tag::Template
        | Tag::Head
        | Tag::Meta
        | Tag::Link
        | Tag::Title
        | Tag::Base
        | Tag::Select
        | Tag::Datalist
        | Tag::Option
        | Tag::Textarea
        | Tag::Input
        | Tag::Progress
        | Tag::Meter
        | Tag::Canvas
        | Tag::AmpAd
        | Tag::AmpSidebar
        | Tag::AmpConsent
        | Tag::Portal
        | Tag::Svg => true,
        _ => false,
    }
}

/// Not shown. What only waits to be unfolded stays.
fn hidden(look: &Look, node: NodeId) -> bool {
    look.facts.seen(node) == Seen::No
}

/// The numbers beside a listing's lines. A gutter between the columns of a page's grid has the same name and holds text.
fn line_numbers(look: &Look, node: NodeId) -> bool {
    look.named(node, Hints::LINE_NUMBER) && !look.doc.text(node).contains(char::is_alphabetic)
}

/// A picture drawn by a font: a ligature's word or an empty box.
fn icon(look: &Look, node: NodeId) -> bool {
    let inline = !look.facts.is_block(node) && look.tag(node) != Tag::Text;
    let named = look.named(node, Hints::ICON);
    if !inline || !named && look.doc.attr(node, Attr::AriaHidden) != Some("true") {
        return false;
    }
    let text = look.doc.text(node).trim();
    let ligature = text.contains('_') && text.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit());
    (named || look.tag(node) == Tag::I || ligature) && text.split_whitespace().nth(1).is_none()
}

fn math_twin(look: &Look, node: NodeId) -> bool {
    if look.named(node, Hints::MATH_TWIN) {
        return true;
    }
    // Wikipedia draws its formulas once more as pictures.
    let fallback = look.doc.attr(node, Attr::Class).is_some_and(|class| class.contains("mwe-math-fallback-image"));
    let beside = |parent| look.any_below(parent, |look, at| look.tag(at) == Tag::Math);
    fallback && look.doc.parent(node).is_some_and(|parent| look.tag(parent) == Tag::Span && beside(parent))
}

/// The longest such sign, in bytes.
const SIGN: usize = 12;

/// A heading's link to itself, or a note's way back drawn as a sign.
fn permalink(look: &Look, node: NodeId) -> bool {
    if look.tag(node) != Tag::A {
        return false;
    }
    let text = look.doc.text(node).trim_matches(is_space);
    if text.len() > SIGN {
        return false;
    }
    let text = collapse(text);
    let sign = matches!(text.as_str(), "#" | "¶" | "§" | "🔗" | "" | "↩" | "↩︎" | "⏎");
    let in_heading = look.any_around(node, |look, at| look.tag(at).is_heading());
    let leads_here = look.doc.attr(node, Attr::Href).is_some_and(|href| href.contains('#'));
    let holds_picture = look.holds_media(node);
    sign && leads_here && !holds_picture && !look.doc.has_attr(node, Attr::Id)
        || look.named(node, Hints::PERMALINK) && in_heading && text.chars().count() <= 2
}

fn control(look: &Look, node: NodeId) -> bool {
    matches!(look.tag(node), Tag::Button | Tag::Label | Tag::Output)
}

/// A control that is text: a heading that unfolds its answer, words of a sentence.
fn in_story_control(look: &Look, node: NodeId) -> bool {
    let heads = look
        .doc
        .ancestors(node)
        .take(2)
        .any(|at| look.tag(at).is_heading() || matches!(look.tag(at), Tag::Dt | Tag::Summary));
    let unfolds = look.doc.has_attr(node, Attr::AriaExpanded) && look.sum(node).words >= 3;
    heads
        || ticks_line(look, node)
        || unfolds && leads_its_box(look, node)
        || look.in_sentence(node) && !look.in_row(node) && !next_to_control(look, node)
}

/// Whether a label is a line of a list that one may tick off: what a dish is made of, what to do.
fn ticks_line(look: &Look, node: NodeId) -> bool {
    let line = || look.doc.ancestors(node).take(3).find(|at| matches!(look.tag(*at), Tag::Li | Tag::P));
    look.tag(node) == Tag::Label
        && line().is_some_and(|line| look.sum(line).words <= look.sum(node).words * 2 && look.any_below(line, is_tick))
        && !look.doc.ancestors(node).any(|at| matches!(look.tag(at), Tag::Form | Tag::Fieldset))
}

fn is_tick(look: &Look, node: NodeId) -> bool {
    look.tag(node) == Tag::Input
        && look.doc.attr(node, Attr::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"))
}

/// Whether a control is the first text of the element it stands in: the heading of what it unfolds. After the text it is
/// a "read more".
fn leads_its_box(look: &Look, node: NodeId) -> bool {
    look.doc.parent(node).is_some_and(|up| look.doc.text_between(up, node).trim().is_empty())
}

fn next_to_control(look: &Look, node: NodeId) -> bool {
    let Some(parent) = look.doc.parent(node) else { return false };
    // Words of a sentence may be buttons, and several.
    let sentence = look.tag(parent) == Tag::P && look.doc.text(parent).trim_end().ends_with(crate::dom::text::is_stop);
    !sentence && look.doc.children(parent).filter(|at| look.tag(*at) == Tag::Button).count() > 1
}

/// The headline stands above the text, as the title.
fn headline(look: &Look, node: NodeId) -> bool {
    look.extent.headline == Some(node) && !look.is_root(node)
}

fn navigation(look: &Look, node: NodeId) -> bool {
    let hints = Hints::BREADCRUMB.and(Hints::PAGER);
    look.tag(node) == Tag::Nav || look.doc.attr(node, Attr::Role) == Some("navigation") || look.named(node, hints)
}

/// A box around a field for a mail address: a newsletter's.
fn asks_for_address(look: &Look, node: NodeId) -> bool {
    let field: fn(&Look, NodeId) -> bool = |look, at| {
        look.tag(at) == Tag::Input
            && look.doc.attr(at, Attr::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("email"))
    };
    look.facts.is_block(node) && look.sum(node).words < 60 && look.any_below(node, field)
}

/// What stands beside the text, unless it is text: a note or a quotation set apart.
fn aside(look: &Look, node: NodeId) -> bool {
    if look.tag(node) != Tag::Aside {
        return false;
    }
    let sum = look.sum(node);
    (sum.prose == 0 && !is_fact_box(look, node)) || sum.link_density() > 0.25
}

/// A box of facts within the text: a heading and some words, nothing to follow or to press.
fn is_fact_box(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let headed = look.holds_heading(node);
    headed && sum.blocks > 1 && sum.words >= 8 && is_quiet(look, node) && is_within_text(look, node)
}

/// Whether a part has nothing to follow and nothing to press: what calls for something has.
pub fn is_quiet(look: &Look, node: NodeId) -> bool {
    look.sum(node).links == 0
        && !look.any_below(node, |look, at| matches!(look.tag(at), Tag::Button | Tag::Input | Tag::Form | Tag::Select))
}

/// Whether prose of the story stands before a node and after it.
fn is_within_text(look: &Look, node: NodeId) -> bool {
    let range = look.facts.range(look.doc, look.extent.core);
    let own = look.facts.range(look.doc, node);
    let prose = |range: std::ops::Range<usize>| {
        look.facts.text_blocks().get(range).is_some_and(|blocks| blocks.iter().any(crate::facts::TextBlock::is_prose))
    };
    range.start <= own.start && own.end <= range.end && prose(range.start..own.start) && prose(own.end..range.end)
}

/// A part's foot that holds footnotes or much of the text.
fn foot_of_story(look: &Look, node: NodeId) -> bool {
    let quoted = look.doc.ancestors(node).take(2).any(|at| look.tag(at) == Tag::Blockquote);
    holds_story(look, node)
        || quoted
        || look.named(node, Hints::NOTES)
        || look.any_below(node, |look, at| look.named(at, Hints::NOTES))
}

fn comments(look: &Look, node: NodeId) -> bool {
    look.named(node, Hints::COMMENT)
        && look.page_type != PageType::Forum
        && look.facts.is_block(node)
        && !is_in_table(look, node)
        && !(look.tag(node).is_heading() && heads_prose(look, node))
}

/// Whether the text after a heading is prose, and none of readers.
fn heads_prose(look: &Look, node: NodeId) -> bool {
    let next = look.facts.text_blocks().get(look.facts.range(look.doc, node).end);
    next.is_some_and(|block| block.is_prose() && !look.facts.hints_around(block.node).has(Hints::COMMENT))
}

/// Names of things that are no part of any story.
const CLUTTER: Hints = Hints::SHARE
    .and(Hints::RELATED)
    .and(Hints::AD)
    .and(Hints::PROMO)
    .and(Hints::NEWSLETTER)
    .and(Hints::COOKIE)
    .and(Hints::MODAL)
    .and(Hints::LOGIN)
    .and(Hints::AUTHOR_CARD)
    .and(Hints::TAGS)
    .and(Hints::RATING)
    .and(Hints::LOADING)
    .and(Hints::SIGNATURE)
    .and(Hints::COPYRIGHT)
    .and(Hints::SEARCH)
    .and(Hints::CART);

fn clutter(look: &Look, node: NodeId) -> bool {
    look.named(node, CLUTTER) || look.named(node, Hints::TOOL) && look.facts.is_block(node) && look.sum(node).prose == 0
}

/// Something named like clutter that is text all the same: much of it, or a cell, or a word in a sentence.
fn is_text_of_story(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let prose =
        sum.prose >= 3 && sum.link_density() < 0.2 && look.named(node, Hints::TAGS.and(Hints::CARD).and(Hints::PROMO));
    let heading = look.tag(node).is_heading();
    let table = look.facts.is_data_table(node) && sum.link_density() < 0.3;
    holds_story(look, node) || prose || heading || table || misnamed(look, node) || look.in_sentence(node)
}

/// Names of clutter that other things bear too.
const LOOSE: Hints = Hints::SHARE
    .and(Hints::RELATED)
    .and(Hints::PROMO)
    .and(Hints::LOGIN)
    .and(Hints::TAGS)
    .and(Hints::SEARCH)
    .and(Hints::CART)
    .and(Hints::AD);

/// Names that nothing else bears.
const STRICT: Hints = CLUTTER.without(LOOSE);

/// Names of what speaks to the reader of something else than the story.
const NOTICE: Hints = Hints::NEWSLETTER.and(Hints::COOKIE);

/// Prose under a name that many things bear, with nothing to follow and nothing to press; a quotation of somewhere else.
fn misnamed(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let quoted = look.tag(node) == Tag::Blockquote && sum.link_density() < 0.4;
    is_in_table(look, node) || quoted || !look.named(node, STRICT) && sum.prose > 0 && is_quiet(look, node)
}

fn is_in_table(look: &Look, node: NodeId) -> bool {
    look.is_in_table(node) && look.tag(node) != Tag::Table
}

/// The line that says who wrote it and when: metadata, not text.
fn byline(look: &Look, node: NodeId) -> bool {
    let names = Hints::BYLINE.and(Hints::META).and(Hints::DATE);
    let sum = look.sum(node);
    let forum = look.page_type == PageType::Forum;
    look.named(node, names)
        && look.facts.is_block(node)
        && sum.words < 30
        && sum.blocks <= 5
        && !forum
        && !is_in_table(look, node)
        && !look.tag(node).is_heading()
        && !is_data_of_story(look, node)
}

/// Facts below the first paragraph that say neither who nor when, and lead nowhere: a recipe's times, a film's length.
fn is_data_of_story(look: &Look, node: NodeId) -> bool {
    const TOLD: Hints = Hints::BYLINE.and(Hints::DATE).and(Hints::TAGS);
    node > look.first_prose
        && look.sum(node).links == 0
        && !look.named(node, TOLD)
        && !look.any_below(node, |look, at| look.tag(at) == Tag::Time || look.named(at, TOLD))
}

/// The site's head and foot, where the article's part is the whole page.
fn own_frame(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    let quiet = is_quiet(look, node);
    let inside = || look.any_around(node, |look, at| matches!(look.tag(at), Tag::Main | Tag::Article));
    let site = look.named(node, Hints::FOOTER.and(Hints::SIDEBAR)) && !(quiet && sum.prose > 0 && inside())
        || look.named(node, Hints::NAV) && sum.prose == 0 && !quiet
        || look.named(node, Hints::HEADER) && sum.prose == 0 && !heads_text(look, node);
    let header = look.tag(node) == Tag::Header && sum.link_density() > 0.4;
    (site || header) && look.facts.is_block(node) && !is_in_table(look, node) && !look.tag(node).is_heading()
}

/// The head of a part of the text, not of the page: it stands below the first paragraph, or holds the standfirst.
fn heads_text(look: &Look, node: NodeId) -> bool {
    let unfolds = look.any_below(node, |look, at| look.doc.has_attr(at, Attr::AriaExpanded) && look.sum(at).words >= 3);
    let below = node > look.first_prose && (unfolds || look.sum(node).link_density() < 0.3);
    below || look.any_below(node, |look, at| look.named(at, Hints::DEK))
}
