//! Rules on the posts of a thread: who wrote each and when stays, what else is told of the writer and what one may do
//! with a post goes.

use super::rule::{Look, Rule, holds_story, never};
use crate::blocks::PageType;
use crate::data::Hints;
use crate::dom::text::collapse;
use crate::dom::{NodeId, Tag};
use crate::metadata::date;

/// The rules.
pub const RULES: &[Rule] = &[
    Rule { name: "tools of a post", when: tools, unless: holds_story },
    Rule { name: "particulars of a poster", when: particulars, unless: never },
];

/// What one may do with a post, and what its writer puts below each.
fn tools(look: &Look, node: NodeId) -> bool {
    const TOOLS: Hints = Hints::TOOL.and(Hints::SHARE).and(Hints::RATING).and(Hints::LOGIN);
    look.page_type == PageType::Forum
        && look.facts.is_block(node)
        && (look.named(node, Hints::SIGNATURE) || look.named(node, TOOLS) && look.sum(node).prose == 0)
}

/// A line in the box about a post's writer after the one with the name, without a date: since when a member, how many
/// posts, a rank.
fn particulars(look: &Look, node: NodeId) -> bool {
    if look.page_type != PageType::Forum || !look.facts.is_block(node) {
        return false;
    }
    let sum = look.sum(node);
    let about = |at: &NodeId| look.named(*at, Hints::BYLINE.and(Hints::AUTHOR_CARD)) && look.sum(*at).blocks > 1;
    let Some(person) = look.doc.ancestors(node).take(3).find(about) else { return false };
    let first = look.facts.blocks_of(look.doc, person).first().is_some_and(|block| node < block.end);
    let timed = || look.doc.subtree(node).any(|at| look.tag(at) == Tag::Time);
    let dated = || !date::all(&collapse(look.doc.text(node)), look.metadata.lang.as_deref().unwrap_or("")).is_empty();
    !first && sum.prose == 0 && (1..=8).contains(&sum.words) && !timed() && !dated()
}
