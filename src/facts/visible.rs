//! Whether a page shows what stands in it: by attributes and inline styles everywhere, by layout where there is one.

use crate::data::Hints;
use crate::dom::{Attr, Document, Flags, NodeId, PerNode, Tag};

/// Whether and how something is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    /// Shown.
    #[default]
    Yes,
    /// Not shown until a reader unfolds it: a closed accordion, a tab, a "read more". Content all the same.
    Folded,
    /// Not shown.
    No,
}

/// How each node is shown. What is hidden hides all in it; but not what holds the whole page: a script shows that.
pub fn look(doc: &Document, hints: &PerNode<Hints>, whole: &PerNode<bool>) -> PerNode<Seen> {
    let mut seen: PerNode<Seen> = PerNode::new(doc.len());
    for node in doc.nodes() {
        let above = doc.parent(node).map_or(Seen::Yes, |parent| seen.of(parent));
        let own = if whole.of(node) { Seen::Yes } else { own(doc, hints, node) };
        seen.set(node, above.max(own));
    }
    seen
}

fn own(doc: &Document, hints: &PerNode<Hints>, node: NodeId) -> Seen {
    let tag = doc.tag(node);
    // A formula that only machines see has a twin for eyes, and it is the better one.
    if tag == Tag::Text || tag.is_math() || tag == Tag::Br || holds_formula(doc, node) {
        return Seen::Yes;
    }
    if hints.of(node).has(Hints::SR_ONLY) || doc.flags(node).has(Flags::CLIPPED) || is_clipped(doc, node) {
        return Seen::No;
    }
    let unseen = doc.has_attr(node, Attr::Hidden) || is_hidden(doc, node) || hides(doc, node);
    if !unseen {
        return if is_folded(doc, node) { Seen::Folded } else { Seen::Yes };
    }
    if folds(doc, hints, node) { Seen::Folded } else { Seen::No }
}

/// Text that a style sheet hides is shown by a script where it is longer than this: the layout alone knows, and there
/// is none in a file.
const LONG: usize = 1500;

/// Whether the layout hides an element, or a rule of the page's own where there is no layout.
fn is_hidden(doc: &Document, node: NodeId) -> bool {
    doc.flags(node).has(Flags::HIDDEN) && (doc.has_layout() || doc.text(node).len() < LONG)
}

fn holds_formula(doc: &Document, node: NodeId) -> bool {
    doc.end(node).0 - node.0 < 400 && doc.children(node).any(|child| doc.tag(child) == Tag::Math)
}

/// What a closed `details` folds, and what a control names as its panel.
fn is_folded(doc: &Document, node: NodeId) -> bool {
    doc.parent(node).is_some_and(|parent| {
        doc.tag(parent) == Tag::Details && !doc.has_attr(parent, Attr::Open) && doc.tag(node) != Tag::Summary
    })
}

/// Whether something hidden is hidden only until it is asked for.
fn folds(doc: &Document, hints: &PerNode<Hints>, node: NodeId) -> bool {
    let own = hints.of(node);
    let near = doc.ancestors(node).take(2).any(|up| hints.of(up).has(Hints::FOLDED));
    let panel = near || own.has(Hints::TAB) || own.has(Hints::FAQ) || own.has(Hints::FOLDED);
    let until_found = doc.attr(node, Attr::Hidden) == Some("until-found");
    let in_details = doc.ancestors(node).any(|up| doc.tag(up) == Tag::Details);
    // React streams parts of a page into hidden elements named S:n and moves them when its script runs.
    let streamed = doc.attr(node, Attr::Id).is_some_and(|id| id.starts_with("S:"));
    panel || until_found || in_details || streamed
}

/// Whether an inline style hides.
fn hides(doc: &Document, node: NodeId) -> bool {
    let (mut lifted, mut pushed) = (false, false);
    let hides = declarations(doc, node).any(|(name, value)| match name.as_str() {
        "display" => value == "none",
        "visibility" => value == "hidden" || value == "collapse",
        "font-size" => matches!(value.as_str(), "0" | "0px"),
        "position" => {
            lifted = value == "absolute" || value == "fixed";
            false
        }
        "left" | "top" | "text-indent" => {
            pushed |= value.starts_with("-9999");
            false
        }
        _ => false,
    });
    // Pushed off the screen, as old pages do for screen readers and spammers for machines.
    hides || lifted && pushed
}

/// Whether an inline style clips an element to a pixel, for screen readers alone.
fn is_clipped(doc: &Document, node: NodeId) -> bool {
    let mut absolute = false;
    let mut clipped = false;
    for (name, value) in declarations(doc, node) {
        absolute |= name == "position" && value == "absolute";
        let is_nothing = |value: &str| {
            value.trim_start_matches("rect(").split([',', ' ']).all(|part| {
                let number = part.trim_end_matches(')').trim_end_matches("px");
                number.is_empty() || number == "0" || number == "1"
            })
        };
        clipped |= name == "clip" && value.starts_with("rect(") && is_nothing(&value);
        clipped |= name == "clip-path" && value.replace(' ', "") == "inset(50%)";
    }
    absolute && clipped
}

/// The declarations of an inline style, in lower case, `!important` dropped.
fn declarations(doc: &Document, node: NodeId) -> impl Iterator<Item = (String, String)> {
    doc.attr(node, Attr::Style).unwrap_or("").split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let value = value.trim().to_ascii_lowercase();
        let value = value.strip_suffix("!important").unwrap_or(&value).trim_end().to_owned();
        Some((name.trim().to_ascii_lowercase(), value))
    })
}
