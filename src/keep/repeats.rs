//! Rules on what is said twice.

use super::rule::{Look, Rule, never};
use crate::data::Hints;
use crate::dom::text::{fold, likeness};
use crate::dom::{NodeId, Tag};

/// The rules.
pub const RULES: &[Rule] = &[
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

/// A quotation set apart whose words stand in the text.
fn pull_quote(look: &Look, node: NodeId) -> bool {
    if !look.named(node, Hints::PULLQUOTE) && look.tag(node) != Tag::Aside {
        return false;
    }
    let quoted = fold(look.doc.text(node));
    let long_enough = quoted.len() > 20;
    long_enough && look.extent.roots.iter().any(|root| fold(look.doc.text(*root)).matches(&quoted).count() > 1)
}
