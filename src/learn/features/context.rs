//! What is computed once for a page and used for each of its blocks.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::Ruled;
use crate::blocks::Judged;
use crate::claims::{Claims, Field};
use crate::dom::text::{Bag, fold};
use crate::dom::{Attr, Document, NodeId, PerNode, Tag};
use crate::facts::{Facts, Sums, TextBlock};
use crate::find::Extent;
use crate::keep::Kept;
use crate::metadata::Metadata;

/// How many of the elements around a block are told of.
pub const LEVELS: usize = 6;

/// What the models see a page through.
pub struct Context<'a> {
    /// The page.
    pub doc: &'a Document,
    /// What was measured of it.
    pub facts: &'a Facts,
    /// What it says of itself.
    pub claims: &'a Claims,
    /// What the rules judged.
    pub judged: &'a Judged,
    /// Where the rules find the article.
    pub extent: &'a Extent,
    /// What is known of it besides its text.
    pub metadata: &'a Metadata,
    /// What the rules keep.
    pub kept: &'a Kept,
    /// For each block, what was worked out of its text.
    pub texts: Vec<Text>,
    /// For each block, which rule dropped it: the rule's number from 1, 0 for none.
    pub dropped_by: Vec<u8>,
    /// For each block, the last heading before it.
    pub headings: Vec<Option<usize>>,
    /// How many characters come before each block.
    pub before: Vec<u32>,
    /// How many elements hold a node.
    pub depth: PerNode<u16>,
    /// For each block, the elements around it.
    around: Vec<[NodeId; LEVELS]>,
    /// For each block, the nearest block of prose before it, and after it.
    pub prose: [Vec<Option<usize>>; 2],
    /// Whether a node, or what holds it, is said to be for eyes alone.
    pub silent: PerNode<bool>,
    /// Sums over the page.
    pub page: Sums,
    /// The `main` and the `article` with the most text.
    pub largest: [Option<NodeId>; 2],
    /// Hash of an element's tag and class names.
    signatures: PerNode<u32>,
    /// How many elements are the children of an element.
    children: PerNode<u16>,
    /// How many siblings have an element's signature, itself too.
    alike: PerNode<u16>,
    /// What repeats, by how the blocks' holders are built.
    groups: [Vec<Group>; 3],
    group_of: [Vec<u32>; 3],
}

/// What was worked out of a block's text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Text {
    /// How often the same words stand on the page.
    pub times: u16,
    /// How often they stood before.
    pub earlier: u16,
    /// How alike it is to the title, 0 to 1.
    pub like_title: f32,
    /// The share of its words that the page's description has.
    pub like_description: f32,
    /// The kind of boilerplate that its words are known for, 0 for none.
    pub phrase: u8,
    /// The number of the text: the same for all blocks that say the same.
    pub same: u32,
}

/// Blocks that are built alike.
#[derive(Clone, Copy, Debug, Default)]
pub struct Group {
    /// How many they are.
    pub number: u32,
    /// Their characters.
    pub chars: u32,
    /// Their characters in links.
    pub link_chars: u32,
    /// How many are prose.
    pub prose: u32,
}

impl<'a> Context<'a> {
    /// The context of a page that the rules have judged.
    #[must_use]
    pub fn new(doc: &'a Document, ruled: &'a Ruled) -> Self {
        let Ruled { facts, claims, judged, extent, metadata, kept, .. } = ruled;
        let signatures = signatures(doc);
        let mut context = Self {
            doc,
            facts,
            claims,
            judged,
            extent,
            metadata,
            kept,
            texts: Vec::new(),
            dropped_by: Vec::new(),
            headings: Vec::new(),
            before: Vec::new(),
            prose: nearest_prose(facts),
            silent: silent(doc),
            depth: depth(doc),
            around: Vec::new(),
            page: facts.sum_of(doc, doc.body()),
            largest: [Tag::Main, Tag::Article].map(|tag| largest(doc, facts, tag)),
            children: children(doc),
            alike: alike(doc, &signatures),
            signatures,
            groups: Default::default(),
            group_of: Default::default(),
        };
        context.around = facts.text_blocks().iter().map(|block| context.find_around(block)).collect();
        context.read_texts();
        context.find_rules();
        context.find_headings();
        context.find_groups();
        context
    }

    /// Which group of blocks built alike a block belongs to, by how much of its surroundings is compared: its holder,
    /// its holder and that one's parent, the tags alone of four levels.
    #[must_use]
    pub fn group(&self, level: usize, at: usize) -> Group {
        let signature = self.group_of.get(level).and_then(|of| of.get(at));
        signature.and_then(|group| self.groups.get(level)?.get(*group as usize)).copied().unwrap_or_default()
    }

    /// The number of such a group, the same for all its blocks and for no others.
    #[must_use]
    pub fn group_number(&self, level: usize, at: usize) -> u32 {
        self.group_of.get(level).and_then(|of| of.get(at)).copied().unwrap_or(0)
    }

    /// The elements around a block that hold more blocks than the one below them, from the block up; the last stands
    /// for those that are missing.
    #[must_use]
    pub fn around(&self, at: usize) -> [NodeId; LEVELS] {
        self.around.get(at).copied().unwrap_or_default()
    }

    fn find_around(&self, block: &TextBlock) -> [NodeId; LEVELS] {
        let mut around = [NodeId::default(); LEVELS];
        let (mut held, mut last) = (0, NodeId::default());
        let mut lineage = self.doc.lineage(block.holder);
        for place in &mut around {
            if let Some(node) = lineage.find(|node| self.range(*node).len() > held) {
                held = self.range(node).len();
                last = node;
            }
            *place = last;
        }
        around
    }

    /// The blocks that an element holds.
    #[must_use]
    pub fn range(&self, node: NodeId) -> std::ops::Range<usize> {
        self.facts.range(self.doc, node)
    }

    /// How many element children the node's parent has, and how many of those are built like the node.
    #[must_use]
    pub fn siblings(&self, node: NodeId) -> (u16, u16) {
        (self.doc.parent(node).map_or(1, |parent| self.children.of(parent)), self.alike.of(node))
    }

    fn read_texts(&mut self) {
        let title = self.metadata.title.as_deref().map(fold).unwrap_or_default();
        let description = self.claims.of(Field::Description).next().map(|claim| fold(&claim.text)).unwrap_or_default();
        let (title, description) = (Bag::of(&title), Bag::of(&description));
        let facts = self.facts;
        let hashes = facts.text_blocks().iter().map(|block| hash(facts.folded(block).bytes(), 7));
        let (same, number) = numbered(hashes);
        let mut seen = vec![0u16; number];
        for (block, same) in facts.text_blocks().iter().zip(same) {
            let folded = facts.folded(block);
            let times = seen.get(same as usize).copied().unwrap_or(0);
            seen.get_mut(same as usize).into_iter().for_each(|times| *times = times.saturating_add(1));
            let short = block.counts.words <= 40;
            self.texts.push(Text {
                times: 0,
                earlier: times,
                like_title: if short { title.likeness(folded, block.signs) } else { 0.0 },
                like_description: if block.counts.words >= 5 { description.likeness(folded, block.signs) } else { 0.0 },
                same,
                phrase: block.said.get(usize::from(block.links > 0)).copied().flatten().map_or(0, |kind| kind as u8),
            });
        }
        for text in &mut self.texts {
            text.times = seen.get(text.same as usize).copied().unwrap_or(1);
        }
    }

    fn find_rules(&mut self) {
        let mut dropped: PerNode<u8> = PerNode::new(self.doc.len());
        for row in &self.kept.dropped {
            let number = self.kept.number_of(row.rule);
            for node in self.doc.subtree(row.node) {
                dropped.set(node, number);
            }
        }
        self.dropped_by = self.facts.text_blocks().iter().map(|block| dropped.of(block.first)).collect();
    }

    fn find_headings(&mut self) {
        let mut last = None;
        let mut chars = 0;
        for (at, block) in self.facts.text_blocks().iter().enumerate() {
            self.headings.push(last);
            self.before.push(chars);
            chars += block.counts.chars;
            if self.doc.tag(block.holder).is_heading() {
                last = Some(at);
            }
        }
    }

    fn find_groups(&mut self) {
        for (level, (groups, of)) in self.groups.iter_mut().zip(&mut self.group_of).enumerate() {
            let blocks = self.facts.text_blocks();
            let signatures = blocks.iter().map(|block| signature(self.doc, &self.signatures, level, block));
            let (numbers, number) = numbered(signatures);
            *groups = vec![Group::default(); number];
            for (block, at) in blocks.iter().zip(&numbers) {
                let Some(group) = groups.get_mut(*at as usize) else { continue };
                group.number += 1;
                group.chars += block.counts.chars;
                group.link_chars += block.link_chars;
                group.prose += u32::from(block.is_prose());
            }
            *of = numbers;
        }
    }
}

/// A hash of what stands around a block, by how much of it is compared.
fn signature(doc: &Document, signatures: &PerNode<u32>, level: usize, block: &TextBlock) -> u32 {
    let own = signatures.of(block.holder);
    match level {
        0 => own,
        1 => own ^ doc.parent(block.holder).map_or(0, |parent| signatures.of(parent).rotate_left(7)),
        _ => hash(doc.lineage(block.holder).take(4).map(|node| doc.tag(node) as u8), 3),
    }
}

/// Numbers values from 0 in the order in which they come first; returns how many different ones there are, too.
pub fn numbered(values: impl Iterator<Item = u32>) -> (Vec<u32>, usize) {
    let mut known: HashMap<u32, u32, RandomState> = HashMap::default();
    let number = |value| {
        let next = known.len() as u32;
        *known.entry(value).or_insert(next)
    };
    let numbers = values.map(number).collect();
    (numbers, known.len())
}

/// For each block, the nearest block of prose before it, and after it.
fn nearest_prose(facts: &Facts) -> [Vec<Option<usize>>; 2] {
    let passed = |last: &mut Option<usize>, at: usize, block: &TextBlock| {
        let nearest = *last;
        *last = if block.is_prose() { Some(at) } else { nearest };
        Some(nearest)
    };
    let blocks = || facts.text_blocks().iter().enumerate();
    let before = blocks().scan(None, |last, (at, block)| passed(last, at, block)).collect();
    let mut after: Vec<_> = blocks().rev().scan(None, |last, (at, block)| passed(last, at, block)).collect();
    after.reverse();
    [before, after]
}

fn depth(doc: &Document) -> PerNode<u16> {
    let mut all: PerNode<u16> = PerNode::new(doc.len());
    for node in doc.nodes() {
        all.set(node, doc.parent(node).map_or(0, |parent| all.of(parent) + 1));
    }
    all
}

fn silent(doc: &Document) -> PerNode<bool> {
    let mut all: PerNode<bool> = PerNode::new(doc.len());
    for node in doc.nodes() {
        let above = doc.parent(node).is_some_and(|parent| all.of(parent));
        all.set(node, above || doc.attr(node, Attr::AriaHidden) == Some("true"));
    }
    all
}

/// The element of a kind that holds the most text.
fn largest(doc: &Document, facts: &Facts, tag: Tag) -> Option<NodeId> {
    doc.subtree(doc.body()).filter(|node| doc.tag(*node) == tag).max_by_key(|node| facts.sum_of(doc, *node).chars)
}

/// The FNV hash of some bytes.
pub fn hash(bytes: impl Iterator<Item = u8>, seed: u32) -> u32 {
    bytes.fold(0x811C_9DC5 ^ seed, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A hash of each element's tag and class names, digits left out: numbers tell members of a row apart.
fn signatures(doc: &Document) -> PerNode<u32> {
    let mut all = PerNode::new(doc.len());
    for node in doc.nodes().filter(|node| doc.tag(*node) != Tag::Text) {
        let class = doc.attr(node, Attr::Class).unwrap_or("");
        all.set(node, hash(class.bytes().filter(|byte| !byte.is_ascii_digit()), doc.tag(node) as u32));
    }
    all
}

fn children(doc: &Document) -> PerNode<u16> {
    let mut all: PerNode<u16> = PerNode::new(doc.len());
    for node in doc.nodes().filter(|node| doc.tag(*node) != Tag::Text) {
        if let Some(count) = doc.parent(node).and_then(|parent| all.get_mut(parent)) {
            *count = count.saturating_add(1);
        }
    }
    all
}

fn alike(doc: &Document, signatures: &PerNode<u32>) -> PerNode<u16> {
    let elements = || doc.nodes().filter(|node| doc.tag(*node) != Tag::Text);
    let key =
        |node: NodeId| signatures.of(node) ^ doc.parent(node).map_or(0, |parent| parent.0.wrapping_mul(0x9E37_79B1));
    let (numbers, number) = numbered(elements().map(key));
    let mut counts = vec![0u16; number];
    for at in &numbers {
        counts.get_mut(*at as usize).into_iter().for_each(|count| *count = count.saturating_add(1));
    }
    let mut all = PerNode::new(doc.len());
    for (node, at) in elements().zip(numbers) {
        all.set(node, counts.get(at as usize).copied().unwrap_or(1));
    }
    all
}
