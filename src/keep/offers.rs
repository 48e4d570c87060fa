//! Rules on pages that offer something: what stands beside the offer.

use super::rule::{Look, Rule, holds_story};
use crate::blocks::PageType;
use crate::data::Hints;
use crate::dom::NodeId;

/// Rules that hold where little is left: the notes may well be longer than the offer, and so may what its buyers say.
pub const SURE: &[Rule] = &[
    Rule { name: "small print of an offer", when: small_print, unless: most_of_page },
    Rule { name: "buyers' voices", when: buyers, unless: most_of_page },
];

/// Rules on what others say of it, and on small print anywhere.
pub const RULES: &[Rule] = &[
    Rule { name: "customers' voices", when: voices, unless: holds_story },
    Rule { name: "small print by name", when: disclaimer, unless: holds_story },
];

/// Whether the page sells, shows or lists.
fn offers(look: &Look) -> bool {
    matches!(look.page_type, PageType::Product | PageType::Collection | PageType::Service | PageType::Listing)
}

/// Notes under an offer are conditions: what an article cites, it has read; what an offer cites, its lawyers have.
fn small_print(look: &Look, node: NodeId) -> bool {
    offers(look) && look.named(node, Hints::NOTES.and(Hints::SMALL_PRINT)) && look.facts.is_block(node)
}

/// What is named so on any other page.
fn disclaimer(look: &Look, node: NodeId) -> bool {
    look.named(node, Hints::SMALL_PRINT) && look.facts.is_block(node) && !look.tag(node).is_heading()
}

/// More than two thirds of the page's words.
fn most_of_page(look: &Look, node: NodeId) -> bool {
    look.sum(node).words * 3 > look.sum(look.doc.body()).words * 2
}

/// What customers say of an offer, as readers say it of an article.
fn voices(look: &Look, node: NodeId) -> bool {
    offers(look) && look.named(node, Hints::REVIEW) && !look.tag(node).is_heading() && !look.in_sentence(node)
}

/// What buyers say of a product; what clients say of a service is how it is shown.
fn buyers(look: &Look, node: NodeId) -> bool {
    look.page_type == PageType::Product && voices(look, node)
}
