//! What a comment says: its own nodes without the lines that tell who and when, and without what one may do with it.

use super::Around;
use super::items::Item;
use crate::article::{self, Base, Block};
use crate::data::Hints;
use crate::data::replies::{APART, TEXT};
use crate::dom::text::count;
use crate::dom::{Attr, NodeId, PerNode, Tag};
use crate::facts::{Seen, TextBlock, tokens};

/// The most words of a line of names and dates, of a tool, and of what only links hold.
const LINE: u32 = 14;
const TOOL: u32 = 20;
const LINKS: u32 = 4;
/// The longest count of votes, in bytes.
const COUNT: usize = 8;

/// The blocks of a comment. `kept` is a place to work in: nothing stays in it.
pub fn of(around: &Around, item: &Item, kept: &mut PerNode<bool>, base: &Base) -> Vec<Block> {
    let reading = Reading { around, item };
    let root = reading.text().unwrap_or(item.node);
    // Where nothing would be left, what looks like a tool is what was said.
    for strict in [true, false] {
        let nodes = reading.nodes(root, strict);
        nodes.iter().for_each(|node| kept.set(*node, true));
        let roots: Vec<NodeId> = around.doc.children(root).collect();
        let blocks = article::body(around.doc, around.facts, kept, &roots, base);
        nodes.iter().for_each(|node| kept.set(*node, false));
        if !blocks.is_empty() {
            return blocks;
        }
    }
    Vec::new()
}

struct Reading<'a> {
    around: &'a Around<'a>,
    item: &'a Item,
}

impl Reading<'_> {
    /// The element that is named as the comment's text and holds neither who nor when; the outermost such.
    fn text(&self) -> Option<NodeId> {
        let (doc, facts) = (self.around.doc, self.around.facts);
        let told = |node: NodeId| self.told().any(|told| doc.contains(node, told));
        let named = |node: NodeId| {
            let property = doc.attr(node, Attr::Itemprop).unwrap_or("");
            matches!(property, "text" | "commentText") || self.is_named(node, |name| TEXT.holds(name))
        };
        let own = self.item.own.iter().copied().filter(|node| *node != self.item.node && facts.is_block(*node));
        own.filter(|node| doc.tag(*node) != Tag::Text && named(*node) && !told(*node))
            .find(|node| doc.text(*node).contains(char::is_alphanumeric))
    }

    /// The elements that tell who and when.
    fn told(&self) -> impl Iterator<Item = NodeId> {
        let writer = self.item.writer.as_ref().map(|(node, _)| *node);
        writer.into_iter().chain(self.item.written.map(|written| written.node))
    }

    fn is_named(&self, node: NodeId, is: impl Fn(&str) -> bool) -> bool {
        let doc = self.around.doc;
        let class = doc.attr(node, Attr::Class).unwrap_or("");
        class.split_ascii_whitespace().any(|word| is(&tokens(word)))
    }

    /// The nodes that are what the comment says.
    fn nodes(&self, root: NodeId, strict: bool) -> Vec<NodeId> {
        let doc = self.around.doc;
        let mut nodes = Vec::new();
        let mut skip = root;
        let own = self.item.own.iter().copied().filter(|node| doc.contains(root, *node));
        let mut said = false;
        for node in own {
            if node < skip {
                continue;
            }
            let goes = node != root && (self.is_apart(node) || strict && self.is_tool(node));
            // A picture above the text is the writer's.
            let face = !said && doc.tag(node).is_image();
            if goes || face || self.is_line(node) || strict && self.is_count(node) {
                skip = doc.end(node);
            } else {
                said |= doc.tag(node) == Tag::Text && doc.text(node).contains(char::is_alphanumeric);
                nodes.push(node);
            }
        }
        nodes
    }

    /// What is never text.
    fn is_apart(&self, node: NodeId) -> bool {
        let (doc, facts) = (self.around.doc, self.around.facts);
        let tag = doc.tag(node);
        let control = tag.is_control()
            || tag.is_mute()
            || tag.is_head()
            || matches!(tag, Tag::Form | Tag::Nav | Tag::Svg | Tag::Dialog | Tag::Label | Tag::Menu);
        let holds_this = |root: NodeId| self.told().any(|told| told == root);
        control
            || tag != Tag::Text && holds_this(node)
            || facts.seen(node) == Seen::No
            || doc.attr(node, Attr::Role) == Some("button")
            || facts.hints(node).has(Hints::SR_ONLY.and(Hints::ICON).and(Hints::SIGNATURE))
    }

    /// What one may do with a comment, by its name or as a few links.
    fn is_tool(&self, node: NodeId) -> bool {
        const TOOLS: Hints = Hints::TOOL
            .and(Hints::SHARE)
            .and(Hints::RATING)
            .and(Hints::LOGIN)
            .and(Hints::META)
            .and(Hints::DATE)
            .and(Hints::BYLINE)
            .and(Hints::AUTHOR_CARD)
            .and(Hints::EDIT)
            .and(Hints::PERMALINK);
        let (doc, facts) = (self.around.doc, self.around.facts);
        if doc.tag(node) == Tag::Text {
            return false;
        }
        let words = count(doc.text(node)).words;
        let named = || facts.hints(node).has(TOOLS) || self.is_named(node, |name| APART.holds(name));
        let links = || {
            let blocks = facts.blocks_of(doc, node);
            let is_address = || doc.text(node).contains("://");
            blocks.len() == 1
                && words <= LINKS
                && blocks.iter().all(|block| block.link_density() > 0.9)
                && !is_address()
        };
        words <= TOOL && named() || facts.is_block(node) && links()
    }

    /// Whether a text stands in the line that tells who and when.
    fn is_line(&self, node: NodeId) -> bool {
        let (doc, facts) = (self.around.doc, self.around.facts);
        if doc.tag(node) != Tag::Text {
            return false;
        }
        let Some(block) = facts.block_around(node).filter(|block| block.counts.words <= LINE) else { return false };
        let holds = |told: NodeId| told < block.end && doc.end(told) > block.first;
        let dated =
            self.item.written.is_some_and(|written| holds(written.node) && !self.is_around(written.node, block));
        let name = self.item.writer.as_ref().filter(|(told, _)| holds(*told));
        dated || name.is_some_and(|(_, name)| block.counts.words <= count(name).words + 2)
    }

    /// How many have voted: a line without a letter.
    fn is_count(&self, node: NodeId) -> bool {
        let (doc, facts) = (self.around.doc, self.around.facts);
        let line = |block: &TextBlock| doc.text_between(block.first, block.end).trim();
        let counts =
            |text: &str| text.len() <= COUNT && !text.contains(char::is_alphabetic) && text.contains(char::is_numeric);
        doc.tag(node) == Tag::Text && facts.block_around(node).is_some_and(|block| counts(line(block)))
    }

    /// Whether an element holds more than a line.
    fn is_around(&self, node: NodeId, block: &TextBlock) -> bool {
        node < block.first && self.around.doc.end(node) > block.end
    }
}
