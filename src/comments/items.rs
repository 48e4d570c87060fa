//! Which elements are one comment each: those that are named so, and the items of lists and the articles under a name
//! or a heading for comments; with somebody's name or a date, and something said.

use std::ops::Range;

use super::{Around, own_nodes};
use crate::data::Hints;
use crate::data::phrases::Kind;
use crate::data::replies::{ITEM, LATEST};
use crate::dom::text::{Lookup, count};
use crate::dom::{Attr, Document, NodeId, PerNode, Tag};
use crate::facts::{Seen, tokens};
use crate::metadata::post::Written;

/// The most words of a heading for comments.
const HEADING: u32 = 8;
/// So many headings for comments are followed.
const SECTIONS: usize = 20;

/// A comment's element and what its lines tell.
#[derive(Clone, Debug)]
pub struct Item {
    /// The element that holds it.
    pub node: NodeId,
    /// Its nodes, without those of the comments within it.
    pub own: Vec<NodeId>,
    /// How deep it stands.
    pub depth: u32,
    /// Who wrote it, and where that stands.
    pub writer: Option<(NodeId, String)>,
    /// When, and where that stands.
    pub written: Option<Written>,
}

/// All comments, in order.
pub fn of(around: &Around) -> Vec<Item> {
    let doc = around.doc;
    let candidates = candidates(around);
    if candidates.is_empty() {
        return Vec::new();
    }
    let mut is_one: PerNode<bool> = PerNode::new(doc.len());
    candidates.iter().for_each(|(node, _)| is_one.set(*node, true));
    // What tells nothing of its own is a box around comments, or a tool of one.
    for (node, named) in &candidates {
        let own = own_nodes(doc, *node, |at| is_one.of(at));
        if judge(around, *node, own, *named).is_none() {
            is_one.set(*node, false);
        }
    }
    let mut items: Vec<Item> = Vec::new();
    for (node, named) in candidates.into_iter().filter(|row| is_one.of(row.0)) {
        let own = own_nodes(doc, node, |at| is_one.of(at));
        items.extend(judge(around, node, own, named));
    }
    let before = before(around);
    let answers = |up: &NodeId| is_one.of(*up) || before.of(*up).is_some_and(|before| is_one.of(before));
    // How many comments it answers: those that hold it, and those before the boxes that hold it.
    let depth = |item: &Item| doc.ancestors(item.node).filter(answers).count() as u32;
    let depths: Vec<u32> = items.iter().map(depth).collect();
    let least = depths.iter().copied().min().unwrap_or(0);
    items.iter_mut().zip(depths).for_each(|(item, depth)| item.depth = depth - least);
    items
}

/// What may be a comment, and whether it is named so.
fn candidates(around: &Around) -> Vec<(NodeId, bool)> {
    const APART: Hints = Hints::SIDEBAR.and(Hints::NAV).and(Hints::RELATED).and(Hints::REVIEW).and(Hints::BREADCRUMB);
    let (doc, facts) = (around.doc, around.facts);
    let sections = sections(around);
    // Names that the story has around it too say nothing against comments.
    let apart = APART.without(facts.hints_around(around.extent.core));
    let mut known: Lookup<bool> = Lookup::default();
    let mut found = Vec::new();
    for node in (around.extent.core.max(doc.body()).index()..doc.end(doc.body()).index()).map(NodeId::at) {
        let tag = doc.tag(node);
        if tag == Tag::Text || !facts.is_block(node) {
            continue;
        }
        let told = told(doc, node);
        let is_named = |class: &str| class.split_ascii_whitespace().any(|word| ITEM.holds(&tokens(word)));
        let named = told.comment || told.class.is_some_and(|class| *known.of(class, || is_named(class)));
        let listed = || {
            let item = matches!(tag, Tag::Li | Tag::Article) || told.article;
            item && (facts.hints_around(node).has(Hints::COMMENT)
                || sections.iter().any(|section| section.contains(&node)))
        };
        let fits = (named || listed())
            && tag != Tag::Form
            && !tag.is_heading()
            && facts.seen(node) != Seen::No
            && !facts.hints_around(node).has(apart)
            && !facts.range(doc, node).is_empty()
            && !doc.lineage(node).any(|up| is_latest(around, up));
        if fits {
            found.push((node, named));
        }
    }
    found
}

/// Whether an element lists the site's latest comments, on whatever story.
fn is_latest(around: &Around, node: NodeId) -> bool {
    let names = [Attr::Class, Attr::Id].into_iter().filter_map(|attr| around.doc.attr(node, attr));
    names.flat_map(str::split_ascii_whitespace).any(|name| LATEST.iter().any(|latest| name.contains(latest)))
}

/// What the markup says of an element.
#[derive(Clone, Copy, Debug, Default)]
struct Told<'a> {
    class: Option<&'a str>,
    /// It is a comment: by microdata, by its role.
    comment: bool,
    /// It is an article by its role.
    article: bool,
}

/// Every element of the page is asked, so its attributes are looked through once.
fn told(doc: &Document, node: NodeId) -> Told<'_> {
    let mut told = Told::default();
    for (attr, value) in doc.attrs(node) {
        match attr {
            Attr::Class => told.class = told.class.or(Some(value)),
            Attr::Itemtype => told.comment |= matches!(value.rsplit('/').next(), Some("Comment" | "UserComments")),
            Attr::Role => {
                told.comment |= value == "comment";
                told.article |= value == "article";
            }
            _ => {}
        }
    }
    told
}

/// What stands under headings for comments, up to the next heading of their level.
fn sections(around: &Around) -> Vec<Range<NodeId>> {
    let (doc, facts) = (around.doc, around.facts);
    let heads = |folded: &str| {
        let words = folded.trim_start_matches(|c: char| c.is_numeric() || c == ' ');
        facts.phrases().heads(words) == Some(Kind::Comments)
    };
    let headings = facts
        .text_blocks()
        .iter()
        .filter(|block| block.counts.words <= HEADING && !around.kept.of(block.first) && heads(facts.folded(block)));
    let section = |block: &crate::facts::TextBlock| {
        // The heading may stand in a box of its own.
        let holds = |up: &NodeId| !facts.blocks_of(doc, *up).is_empty() && doc.end(*up) > block.end;
        let more = |up: &NodeId| !doc.text_between(block.end, doc.end(*up)).trim().is_empty();
        let parent = doc.lineage(block.holder).take(6).find(|up| holds(up) && more(up))?;
        let level = doc.tag(block.holder).heading_level();
        let ends = |at: &NodeId| doc.tag(*at).heading_level().is_some_and(|other| level.is_none_or(|own| other <= own));
        let end = (block.end.index()..doc.end(parent).index()).map(NodeId::at).find(ends).unwrap_or(doc.end(parent));
        Some(block.end..end)
    };
    headings.take(SECTIONS).filter_map(section).collect()
}

/// A comment, where an element's own lines are those of one.
fn judge(around: &Around, node: NodeId, own: Vec<NodeId>, named: bool) -> Option<Item> {
    let (doc, facts) = (around.doc, around.facts);
    let texts = own.iter().filter(|at| doc.tag(**at) == Tag::Text);
    let (mut words, mut told) = (0, 0);
    for at in texts {
        let count = count(doc.text(*at)).words;
        words += count;
        told += if around.kept.of(*at) { count } else { 0 };
    }
    if words == 0 || told * 2 > words {
        return None;
    }
    let written = around.posts.written(&own);
    let writer = around.posts.writer(&own, written);
    let dated = written.is_some();
    if !(dated || named && writer.is_some()) {
        return None;
    }
    // More than the lines that tell who and when.
    let name = writer.as_ref().map_or(0, |(_, name)| count(name).words);
    let date = written.filter(|written| doc.tag(written.node) != Tag::Meta);
    let date = date.map_or(0, |written| count(doc.text(written.node)).words);
    let is_form = own.iter().any(|at| doc.tag(*at) == Tag::Textarea) && !dated;
    let fits = words > name + date && !is_form && facts.sum_of(doc, node).words > 0;
    fits.then_some(Item { node, own, depth: 0, writer, written })
}

/// The element before each in the same box.
fn before(around: &Around) -> PerNode<Option<NodeId>> {
    let doc = around.doc;
    let mut last: PerNode<Option<NodeId>> = PerNode::new(doc.len());
    let mut before = PerNode::new(doc.len());
    for node in doc.nodes().filter(|node| doc.tag(*node) != Tag::Text) {
        if let Some(parent) = doc.parent(node) {
            before.set(node, last.of(parent));
            last.set(parent, Some(node));
        }
    }
    before
}
