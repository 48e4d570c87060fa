//! What of the article's part of the page stays, and why the rest goes. A rule sees the page and what was measured,
//! never what another rule decided; each node that goes has the rule that took it.

mod alike;
mod calls;
mod copies;
mod credits;
mod density;
mod hand;
mod left_out;
mod notes;
mod offers;
mod posts;
mod repeats;
mod rule;
mod settle;
mod stories;
mod structure;
mod terms;
#[cfg(all(test, feature = "html"))]
mod tests;
mod units;
mod whole;
mod wording;

use std::cell::Cell;

use crate::blocks::{Judged, PageType};
use crate::dom::text::fold;
use crate::dom::{Document, NodeId, PerNode};
use crate::facts::Facts;
use crate::find::Extent;
use crate::metadata::Metadata;
use crate::options::{Options, Scope};
pub use hand::{BY_HAND, by_hand};
pub use left_out::{Part, left_out};
use rule::{Look, Rule};
pub use settle::{Chosen, NOT_CHOSEN, settle};

/// What goes, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The topmost node that goes; all in it goes with it.
    pub node: NodeId,
    /// The rule's name.
    pub rule: &'static str,
}

/// What stays of a page.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Whether a node stays.
    pub nodes: PerNode<bool>,
    /// What goes, in document order; none lies within another.
    pub dropped: Vec<Dropped>,
    /// What a person has chosen to stay, in document order.
    pub by_hand: Vec<NodeId>,
    /// The policy that was used.
    pub policy: &'static str,
}

impl Kept {
    /// A rule's number in the order of all rules, from 1; 0 for none of them.
    #[must_use]
    pub fn number_of(&self, rule: &str) -> u8 {
        let all = POLICIES.iter().take(1).flat_map(|policy| policy.rules.iter().flat_map(|rules| rules.iter()));
        all.map(|row| row.name).position(|name| name == rule).and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
    }
}

/// How much is dropped: the first policy that leaves enough of the text is used.
struct Policy {
    name: &'static str,
    rules: &'static [&'static [Rule]],
    /// The share of the extent's text that must stay.
    enough: f32,
}

const POLICIES: &[Policy] = &[
    Policy {
        name: "strict",
        rules: &[
            structure::ALWAYS,
            structure::APART,
            structure::NAMED,
            wording::RULES,
            density::RULES,
            repeats::RULES,
            stories::RULES,
            calls::RULES,
            posts::RULES,
            wording::SURE,
        ],
        enough: 0.25,
    },
    Policy { name: "loose", rules: &[structure::ALWAYS, wording::RULES, repeats::RULES], enough: 0.1 },
    Policy { name: "all", rules: &[structure::NEVER_SHOWN], enough: 0.0 },
];

/// What someone has chosen stays, but for what is never text.
const CHOSEN: &[Policy] = &[Policy { name: "chosen", rules: &[structure::ALWAYS], enough: 0.0 }];

/// Chooses what stays.
#[must_use]
pub fn choose(
    doc: &Document,
    facts: &Facts,
    judged: &Judged,
    extent: &Extent,
    metadata: &Metadata,
    options: &Options,
) -> Kept {
    let look = look(doc, facts, judged, judged.kind.page_type, extent, metadata);
    let all: u32 = extent.roots.iter().map(|root| facts.sum_of(doc, *root).chars).sum();
    let mut kept = Kept::default();
    let policies = if options.scope == Scope::Everything { CHOSEN } else { POLICIES };
    for policy in policies {
        kept = apply(&look, policy);
        let chars: u32 =
            facts.text_blocks().iter().filter(|block| kept.nodes.of(block.first)).map(|block| block.counts.chars).sum();
        if chars as f32 >= all as f32 * policy.enough {
            break;
        }
    }
    kept
}

/// What the rules see.
fn look<'a>(
    doc: &'a Document,
    facts: &'a Facts,
    judged: &'a Judged,
    page_type: PageType,
    extent: &'a Extent,
    metadata: &'a Metadata,
) -> Look<'a> {
    Look {
        doc,
        facts,
        judged,
        page_type,
        extent,
        metadata,
        title: metadata.title.as_deref().map(fold).unwrap_or_default(),
        prose: rule::prose_of(doc, facts, extent),
        first_prose: rule::first_prose(doc, facts, extent),
        summed: Cell::new((NodeId::default(), facts.sum_of(doc, NodeId::default()))),
    }
}

fn apply(look: &Look, policy: &Policy) -> Kept {
    let doc = look.doc;
    let mut kept = Kept { nodes: PerNode::new(doc.len()), policy: policy.name, ..Kept::default() };
    for root in &look.extent.roots {
        let mut at = *root;
        while at < doc.end(*root) {
            if let Some(rule) = rule::against(look, at, policy.rules) {
                kept.dropped.push(Dropped { node: at, rule: rule.name });
                at = doc.end(at);
            } else {
                kept.nodes.set(at, true);
                at = NodeId(at.0 + 1);
            }
        }
    }
    kept
}
