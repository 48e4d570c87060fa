//! Parts of the page taken whole: all of them that can be shown.

use super::rule::{self, Look};
use super::structure;
use crate::dom::{Flags, NodeId};
use crate::facts::Seen;

/// Rules that judge what a part is for. The others tell of what is no text at all, or stands there a second time.
const OF_PURPOSE: &[&str] = &["hidden", "for screen readers", "link to edit", "control"];

/// Why a node can't be shown. What a person has chosen, and all in it, is believed to be shown unless the layout says
/// that it is not: names and styles deceive.
pub fn unshown(look: &Look, node: NodeId, chosen: Option<NodeId>) -> Option<&'static str> {
    let seen = |node| look.facts.seen(node) != Seen::No;
    if !seen(node) && (chosen.is_none_or(seen) || look.doc.flags(node).has(Flags::HIDDEN)) {
        return Some("hidden");
    }
    let rules = if chosen == Some(node) { structure::NEVER_SHOWN } else { structure::ALWAYS };
    rule::against(look, node, &[rules]).map(|rule| rule.name).filter(|name| !OF_PURPOSE.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_that_are_set_aside_are_rules() {
        assert!(OF_PURPOSE.iter().all(|name| structure::ALWAYS.iter().any(|rule| rule.name == *name)));
    }
}
