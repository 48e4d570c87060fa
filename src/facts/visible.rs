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
    if tag == Tag::Text || tag.is_math() || tag == Tag::Br {
        return Seen::Yes;
    }
    // Of most elements nothing is said.
    let told = hints.of(node).has(Hints::SR_ONLY)
        || doc.flags(node) != Flags::default()
        || doc.attrs(node).any(|(attr, _)| matches!(attr, Attr::Hidden | Attr::Style));
    // A formula that only machines see has a twin for eyes, and it is the better one.
    if !told && !is_folded(doc, node) || holds_formula(doc, node) {
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
    let hides = declarations(doc, node).any(|(name, value)| {
        if is(name, "position") {
            lifted = is(value, "absolute") || is(value, "fixed");
        }
        pushed |= ["left", "top", "text-indent"].iter().any(|side| is(name, side)) && value.starts_with("-9999");
        is(name, "display") && is(value, "none")
            || is(name, "visibility") && (is(value, "hidden") || is(value, "collapse"))
            || is(name, "font-size") && (value == "0" || is(value, "0px"))
    });
    // Pushed off the screen, as old pages do for screen readers and spammers for machines.
    hides || lifted && pushed
}

/// Whether an inline style clips an element to a pixel, for screen readers alone.
fn is_clipped(doc: &Document, node: NodeId) -> bool {
    let mut absolute = false;
    let mut clipped = false;
    for (name, value) in declarations(doc, node) {
        absolute |= is(name, "position") && is(value, "absolute");
        clipped |= is(name, "clip") && is_nothing(value);
        clipped |= is(name, "clip-path") && is(&value.replace(' ', ""), "inset(50%)");
    }
    absolute && clipped
}

/// Whether a rectangle is of a pixel at most.
fn is_nothing(value: &str) -> bool {
    let sides = value.get(..5).filter(|head| is(head, "rect(")).and_then(|head| value.get(head.len()..));
    sides.is_some_and(|sides| {
        sides.split([',', ' ']).all(|side| {
            let number = side.trim_end_matches(')').trim_end_matches("px");
            number.is_empty() || number == "0" || number == "1"
        })
    })
}

fn is(text: &str, word: &str) -> bool {
    text.eq_ignore_ascii_case(word)
}

/// The declarations of an inline style, `!important` dropped.
fn declarations(doc: &Document, node: NodeId) -> impl Iterator<Item = (&str, &str)> {
    doc.attr(node, Attr::Style).unwrap_or("").split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let value = value.split('!').next().unwrap_or("");
        Some((name.trim(), value.trim()))
    })
}
