//! Lists, terms and their meaning, folded text, ruby.

use super::flow::{Page, join};
use super::inline::shows;
use super::{Block, Definition, Details, List, RubyPart};
use crate::dom::text::collapse;
use crate::dom::{Attr, NodeId, Tag};

/// A list. What stands between its items is an item of its own.
pub fn of(page: &Page, node: NodeId, depth: usize) -> Option<Block> {
    let mut items: Vec<Vec<Block>> = Vec::new();
    let mut between: Vec<NodeId> = Vec::new();
    for child in page.children(node) {
        if page.doc.tag(child) == Tag::Li {
            items.extend(loose(page, &mut between, depth));
            items.push(page.blocks([child], depth));
        } else {
            between.push(child);
        }
    }
    items.extend(loose(page, &mut between, depth));
    items.retain(|item| !item.is_empty());
    let ordered = page.doc.tag(node) == Tag::Ol;
    let start = page.doc.attr(node, Attr::Start).and_then(|text| text.trim().parse().ok()).unwrap_or(1);
    (!items.is_empty()).then_some(Block::List(List { start: ordered.then_some(start), items }))
}

fn loose(page: &Page, between: &mut Vec<NodeId>, depth: usize) -> Option<Vec<Block>> {
    let nodes = std::mem::take(between);
    if nodes.is_empty() { None } else { Some(page.blocks(nodes, depth)) }
}

/// Terms and what they mean, in groups as they follow one another.
pub fn definitions(page: &Page, node: NodeId, depth: usize) -> Option<Block> {
    let mut groups: Vec<Definition> = Vec::new();
    for child in entries(page, node) {
        let is_term = page.doc.tag(child) == Tag::Dt;
        if groups.last().is_none_or(|last| is_term && !last.meaning.is_empty()) {
            groups.push(Definition::default());
        }
        let Some(group) = groups.last_mut() else { continue };
        if is_term {
            let term = page.line(child, depth);
            group.terms.extend(term.iter().any(shows).then_some(term));
        } else {
            group.meaning.extend(page.blocks([child], depth));
        }
    }
    groups.retain(|group| !group.terms.is_empty() || !group.meaning.is_empty());
    (!groups.is_empty()).then_some(Block::Definitions(groups))
}

/// The terms and meanings of a `dl`, those grouped in a `div` too.
fn entries(page: &Page, node: NodeId) -> Vec<NodeId> {
    let is_entry = |node: &NodeId| matches!(page.doc.tag(*node), Tag::Dt | Tag::Dd);
    let mut all = Vec::new();
    for child in page.children(node) {
        if !is_entry(&child) && page.children(child).any(|inside| is_entry(&inside)) {
            all.extend(page.children(child));
        } else {
            all.push(child);
        }
    }
    all
}

/// Folded text under its summary.
pub fn details(page: &Page, node: NodeId, depth: usize) -> Option<Block> {
    let (summaries, rest): (Vec<_>, Vec<_>) =
        page.children(node).partition(|child| page.doc.tag(*child) == Tag::Summary);
    let summary = join(summaries.into_iter().map(|node| Block::Paragraph(page.line(node, depth))).collect());
    let content = page.blocks(rest, depth);
    (summary.iter().any(shows) || !content.is_empty()).then_some(Block::Details(Details { summary, content }))
}

/// Text and its readings, in pairs.
pub fn ruby(page: &Page, node: NodeId) -> Vec<RubyPart> {
    let mut parts: Vec<RubyPart> = Vec::new();
    collect(page, node, &mut parts, &mut 0);
    parts.retain(|part| !part.base.is_empty() || !part.reading.is_empty());
    parts
}

/// All parts before `read` have their reading.
fn collect(page: &Page, node: NodeId, parts: &mut Vec<RubyPart>, read: &mut usize) {
    for child in page.children(node) {
        match page.doc.tag(child) {
            Tag::Rp => {}
            Tag::Rt => {
                let reading = collapse(page.doc.text(child));
                // Readings that follow several bases go to them one by one.
                while parts.get(*read).is_some_and(|part| !part.reading.is_empty()) {
                    *read += 1;
                }
                match parts.get_mut(*read) {
                    Some(part) => part.reading = reading,
                    None => parts.push(RubyPart { base: String::new(), reading }),
                }
            }
            Tag::Rtc => collect(page, child, parts, read),
            _ => {
                let base = collapse(page.doc.text(child));
                if !base.is_empty() {
                    parts.push(RubyPart { base, reading: String::new() });
                }
            }
        }
    }
}
