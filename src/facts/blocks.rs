//! Runs of text between the borders of block-level elements.

use super::{Phrasebook, Seen};
use crate::data::phrases::Kind;
use crate::dom::text::{Counts, count, fold_onto, is_blank, is_closing, is_space, is_stop, signs};
use crate::dom::{Attr, Document, NodeId, PerNode, Tag};

/// A run of text without a block-level border in it. Blocks are in document order and do not overlap; together they
/// hold all text of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct TextBlock {
    /// The first text node.
    pub first: NodeId,
    /// The node after the last text node.
    pub end: NodeId,
    /// The deepest element that holds all of it.
    pub node: NodeId,
    /// The deepest block-level element that holds it.
    pub holder: NodeId,
    /// Its text, counted.
    pub counts: Counts,
    /// Characters in links.
    pub link_chars: u32,
    /// Links that begin in it.
    pub links: u32,
    /// Characters in bold type.
    pub bold_chars: u32,
    /// Whether and how it is shown.
    pub seen: Seen,
    /// Ends as a sentence ends.
    pub ends_sentence: bool,
    /// The signs of its words: see [`crate::dom::text::signs`].
    pub signs: u64,
    /// The phrase that it is, begins with or holds; and where it is taken for a link.
    pub said: [Option<Kind>; 2],
    /// Where its folded text lies in [`super::Facts::folded`].
    pub(super) folded: (u32, u32),
}

impl TextBlock {
    /// The share of its characters that are links.
    #[must_use]
    pub fn link_density(&self) -> f32 {
        if self.counts.chars == 0 { 0.0 } else { self.link_chars as f32 / self.counts.chars as f32 }
    }

    /// Reads as a paragraph of prose: some length, sentences, few links.
    #[must_use]
    pub fn is_prose(&self) -> bool {
        let Counts { chars, words, stops, commas, .. } = self.counts;
        chars >= 60 && words >= 10 && stops + commas >= 1 && self.link_density() < 0.4
    }
}

/// Parts a document's body into blocks.
pub fn part(doc: &Document, block: &PerNode<bool>) -> Vec<TextBlock> {
    let mut parting = Parting { doc, around: around(doc, block), blocks: Vec::new(), run: Vec::new() };
    let mut breaks = 0;
    let mut border = NodeId::default();
    for node in doc.subtree(doc.body()) {
        let tag = doc.tag(node);
        if tag == Tag::Br {
            breaks += 1;
        } else if tag != Tag::Text {
            // A border lies before every block-level element, and after it: where the holder changes.
            if block.of(node) {
                parting.close();
            }
        } else {
            let blank = is_blank(doc.text(node));
            let holder = parting.around.of(node).holder;
            if holder != border || breaks > 1 && !blank {
                parting.close();
            }
            border = holder;
            if !blank {
                breaks = 0;
                parting.run.push(node);
            }
        }
    }
    parting.close();
    parting.blocks
}

/// What a node stands in.
#[derive(Clone, Copy, Debug, Default)]
struct Around {
    /// The deepest block-level element around it.
    holder: NodeId,
    /// The link or button around it; the first node where there is none.
    link: NodeId,
    bold: bool,
}

fn around(doc: &Document, block: &PerNode<bool>) -> PerNode<Around> {
    let mut all: PerNode<Around> = PerNode::new(doc.len());
    for node in doc.nodes() {
        let mut here = doc.parent(node).map(|parent| all.of(parent)).unwrap_or_default();
        if block.of(node) {
            here.holder = node;
        }
        match doc.tag(node) {
            Tag::A if doc.has_attr(node, Attr::Href) => here.link = node,
            Tag::Button => here.link = node,
            Tag::B | Tag::Strong => here.bold = true,
            _ => {}
        }
        all.set(node, here);
    }
    all
}

struct Parting<'a> {
    doc: &'a Document,
    around: PerNode<Around>,
    blocks: Vec<TextBlock>,
    /// The text nodes of the block that grows.
    run: Vec<NodeId>,
}

impl Parting<'_> {
    fn close(&mut self) {
        let texts = std::mem::take(&mut self.run);
        let (Some(first), Some(last)) = (texts.first().copied(), texts.last().copied()) else { return };
        let end = NodeId(last.0 + 1);
        let text = self.doc.text_between(first, end);
        let counts = count(text);
        if counts.words == 0 {
            return;
        }
        let holder = self.around.of(first).holder;
        let mut block = TextBlock {
            first,
            end,
            node: self.doc.ancestors(first).find(|at| self.doc.contains(*at, last)).unwrap_or(holder),
            holder,
            counts,
            link_chars: 0,
            links: 0,
            bold_chars: 0,
            seen: Seen::Yes,
            ends_sentence: ends_sentence(text),
            signs: 0,
            said: [None; 2],
            folded: (0, 0),
        };
        let mut link = NodeId::default();
        for at in texts {
            let here = self.around.of(at);
            let plain = here.link == NodeId::default() && !here.bold;
            let text = if plain { "" } else { self.doc.text(at) };
            let chars = text.chars().filter(|c| !is_space(*c)).count() as u32;
            if here.link != NodeId::default() {
                block.link_chars += chars;
                block.links += u32::from(here.link != link);
            }
            link = here.link;
            block.bold_chars += if here.bold { chars } else { 0 };
        }
        self.blocks.push(block);
    }
}

/// Folds the text of all blocks, each once, and looks for phrases in it; returns the folded texts with spaces between.
pub fn fold_all(doc: &Document, blocks: &mut [TextBlock]) -> String {
    let mut all = String::with_capacity(doc.text(doc.body()).len());
    for block in blocks {
        let start = all.len() as u32;
        fold_onto(doc.text_between(block.first, block.end), &mut all);
        block.folded = (start, all.len() as u32);
        let folded = all.get(start as usize..).unwrap_or("");
        block.signs = signs(folded);
        let kind = |linked| Phrasebook::get().kind_of(folded, block.signs, linked);
        // What is nothing as a link is nothing at all.
        let linked = kind(true);
        block.said = [linked.and_then(|_| kind(false)), linked];
        all.push(' ');
    }
    all
}

/// Whether a text ends as a sentence does.
fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(|c| is_space(c) || is_closing(c)).ends_with(is_stop)
}

/// For each node, how many blocks begin before it.
pub fn firsts(doc: &Document, blocks: &[TextBlock]) -> Vec<u32> {
    let mut firsts = Vec::with_capacity(doc.len() + 1);
    let mut passed = 0u32;
    let mut rest = blocks.iter().peekable();
    for node in doc.nodes().chain([NodeId::at(doc.len())]) {
        while rest.peek().is_some_and(|block| block.first < node) {
            rest.next();
            passed += 1;
        }
        firsts.push(passed);
    }
    firsts
}
