//! What can be measured at every node, before anything is judged.
//!
//! Text is parted into [`TextBlock`]s, runs of text between the borders of block-level elements. Sums over any node are
//! differences of sums over the blocks before it, so a question about a subtree costs nothing.

mod blocks;
mod hints;
mod phrasebook;
pub mod picture;
mod tables;
mod visible;

pub use crate::data::Hints;
pub use blocks::TextBlock;
pub use hints::tokens;
pub use phrasebook::Phrasebook;
pub use visible::Seen;

use crate::dom::text::Counts;
use crate::dom::{Document, NodeId, PerNode, Tag};

/// Sums over the text of a subtree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Text blocks.
    pub blocks: u32,
    /// Characters that are not white space.
    pub chars: u32,
    /// Words.
    pub words: u32,
    /// Characters in links.
    pub link_chars: u32,
    /// Links.
    pub links: u32,
    /// Commas.
    pub commas: u32,
    /// Ends of sentences.
    pub stops: u32,
    /// Blocks that read as paragraphs of prose: see [`TextBlock::is_prose`].
    pub prose: u32,
    /// Characters in such blocks.
    pub prose_chars: u32,
}

impl Sums {
    fn with(self, block: &TextBlock) -> Self {
        let Counts { chars, words, commas, stops, .. } = block.counts;
        let prose = block.is_prose();
        Self {
            blocks: self.blocks + 1,
            chars: self.chars + chars,
            words: self.words + words,
            link_chars: self.link_chars + block.link_chars,
            links: self.links + block.links,
            commas: self.commas + commas,
            stops: self.stops + stops,
            prose: self.prose + u32::from(prose),
            prose_chars: self.prose_chars + if prose { chars } else { 0 },
        }
    }

    fn minus(self, other: Self) -> Self {
        Self {
            blocks: self.blocks.saturating_sub(other.blocks),
            chars: self.chars.saturating_sub(other.chars),
            words: self.words.saturating_sub(other.words),
            link_chars: self.link_chars.saturating_sub(other.link_chars),
            links: self.links.saturating_sub(other.links),
            commas: self.commas.saturating_sub(other.commas),
            stops: self.stops.saturating_sub(other.stops),
            prose: self.prose.saturating_sub(other.prose),
            prose_chars: self.prose_chars.saturating_sub(other.prose_chars),
        }
    }

    /// The share of the text that is links, 0 to 1.
    #[must_use]
    pub fn link_density(self) -> f32 {
        if self.chars == 0 { 0.0 } else { self.link_chars as f32 / self.chars as f32 }
    }
}

/// What was measured of a document.
#[derive(Debug, Default)]
pub struct Facts {
    block: PerNode<bool>,
    hints: PerNode<Hints>,
    around: PerNode<Hints>,
    seen: PerNode<Seen>,
    data_table: PerNode<bool>,
    /// The number of text blocks that begin before each node, and one more.
    first_block: Vec<u32>,
    sums: Vec<Sums>,
    text_blocks: Vec<TextBlock>,
    folded: String,
    /// All headings, and all that is drawn or played, in document order.
    headings: Vec<NodeId>,
    media: Vec<NodeId>,
}

/// A part of the page that holds more than this share of its text is the page itself, whatever it is called and
/// whether or not a script is to show it.
const WHOLE_PAGE: f32 = 0.5;

/// Measures a document.
#[must_use]
pub fn measure(doc: &Document) -> Facts {
    let block = block_level(doc);
    let mut facts =
        Facts { text_blocks: blocks::part(doc, &block), block, hints: hints::read(doc), ..Facts::default() };
    facts.folded = blocks::fold_all(doc, &mut facts.text_blocks);
    facts.first_block = blocks::firsts(doc, &facts.text_blocks);
    facts.sums = totals(&facts.text_blocks);
    let whole = whole_page(doc, &facts);
    facts.around = hints::around(doc, &facts.hints, &whole);
    facts.seen = visible::look(doc, &facts.hints, &whole);
    for text_block in &mut facts.text_blocks {
        text_block.seen = facts.seen.of(text_block.first);
    }
    facts.data_table = tables::of_data(doc, &facts);
    facts.headings = doc.nodes().filter(|node| doc.tag(*node).is_heading()).collect();
    facts.media = doc.nodes().filter(|node| doc.tag(*node).is_media()).collect();
    facts
}

/// The first of some nodes, in document order, that lies below a node.
fn first_below(doc: &Document, nodes: &[NodeId], node: NodeId) -> Option<NodeId> {
    let next = nodes.partition_point(|at| *at <= node);
    nodes.get(next).copied().filter(|at| *at < doc.end(node))
}

/// The sums over all blocks before each, and over all.
fn totals(text_blocks: &[TextBlock]) -> Vec<Sums> {
    let mut sums = vec![Sums::default()];
    let mut total = Sums::default();
    for text_block in text_blocks {
        total = total.with(text_block);
        sums.push(total);
    }
    sums
}

/// Which elements hold most of the page's text, by its prose where there is any.
fn whole_page(doc: &Document, facts: &Facts) -> PerNode<bool> {
    let all = facts.sum_of(doc, doc.body());
    let share = |sum: Sums| {
        if all.prose_chars > 400 {
            sum.prose_chars as f32 / all.prose_chars as f32
        } else {
            sum.chars as f32 / all.chars.max(1) as f32
        }
    };
    let mut whole = PerNode::new(doc.len());
    let mut at = Some(NodeId::default());
    while let Some(node) = at {
        whole.set(node, true);
        at = doc
            .children(node)
            .find(|child| share(facts.sum_of(doc, *child)) > WHOLE_PAGE && !is_consent(doc, facts, *child));
    }
    whole
}

/// Whether an element is a consent dialog, whose text may be longer than a short story's.
fn is_consent(doc: &Document, facts: &Facts, node: NodeId) -> bool {
    let holds_page = |at: NodeId| matches!(doc.tag(at), Tag::H1 | Tag::Main | Tag::Article);
    facts.hints(node).has(Hints::COOKIE) && !doc.subtree(node).any(holds_page)
}

impl Facts {
    /// Whether any of a block is shown: many begin with a word for screen readers alone.
    #[must_use]
    pub fn shows(&self, doc: &Document, block: &TextBlock) -> bool {
        (block.first.0..block.end.0).map(NodeId).any(|at| doc.tag(at) == Tag::Text && self.seen(at) != Seen::No)
    }

    /// Whether an element stands on lines of its own: a block-level element, an inline one that holds such, or an
    /// unknown one outside a paragraph.
    #[must_use]
    pub fn is_block(&self, node: NodeId) -> bool {
        self.block.of(node)
    }

    /// What an element's own names say.
    #[must_use]
    pub fn hints(&self, node: NodeId) -> Hints {
        self.hints.of(node)
    }

    /// What the names of an element and of all that holds it say.
    #[must_use]
    pub fn hints_around(&self, node: NodeId) -> Hints {
        self.around.of(node)
    }

    /// Whether and how an element is shown.
    #[must_use]
    pub fn seen(&self, node: NodeId) -> Seen {
        self.seen.of(node)
    }

    /// Whether a table holds data rather than the page's layout.
    #[must_use]
    pub fn is_data_table(&self, node: NodeId) -> bool {
        self.data_table.of(node)
    }

    /// The first heading below a node.
    #[must_use]
    pub fn heading_below(&self, doc: &Document, node: NodeId) -> Option<NodeId> {
        first_below(doc, &self.headings, node)
    }

    /// Whether a picture or a player lies below a node.
    #[must_use]
    pub fn holds_media(&self, doc: &Document, node: NodeId) -> bool {
        first_below(doc, &self.media, node).is_some()
    }

    /// The phrases by which pages lead away from the text.
    #[must_use]
    pub fn phrases(&self) -> &'static Phrasebook {
        Phrasebook::get()
    }

    /// All text blocks, in order.
    #[must_use]
    pub fn text_blocks(&self) -> &[TextBlock] {
        &self.text_blocks
    }

    /// A block's text, folded.
    #[must_use]
    pub fn folded(&self, block: &TextBlock) -> &str {
        self.folded.get(block.folded.0 as usize..block.folded.1 as usize).unwrap_or("")
    }

    /// The folded text of neighbouring blocks, with spaces between.
    #[must_use]
    pub fn folded_all(&self, blocks: &[TextBlock]) -> &str {
        let start = blocks.first().map_or(0, |block| block.folded.0 as usize);
        let end = blocks.last().map_or(0, |block| block.folded.1 as usize);
        self.folded.get(start..end).unwrap_or("")
    }

    /// The numbers of the text blocks that begin in a subtree.
    #[must_use]
    pub fn range(&self, doc: &Document, node: NodeId) -> std::ops::Range<usize> {
        self.before(node)..self.before(doc.end(node))
    }

    /// The text blocks that begin in a subtree.
    #[must_use]
    pub fn blocks_of(&self, doc: &Document, node: NodeId) -> &[TextBlock] {
        self.text_blocks.get(self.range(doc, node)).unwrap_or_default()
    }

    /// Sums over the text blocks that begin in a subtree.
    #[must_use]
    pub fn sum_of(&self, doc: &Document, node: NodeId) -> Sums {
        let range = self.range(doc, node);
        let at = |index: usize| self.sums.get(index).copied().unwrap_or_default();
        at(range.end).minus(at(range.start))
    }

    /// The text block that a node stands in, or that begins in it.
    #[must_use]
    pub fn block_around(&self, node: NodeId) -> Option<&TextBlock> {
        let next = self.before(node);
        let earlier = next.checked_sub(1).and_then(|at| self.text_blocks.get(at)).filter(|block| block.end > node);
        earlier.or_else(|| self.text_blocks.get(next))
    }

    fn before(&self, node: NodeId) -> usize {
        self.first_block.get(node.index()).map_or(self.text_blocks.len(), |count| *count as usize)
    }
}

/// Which elements stand on lines of their own.
fn block_level(doc: &Document) -> PerNode<bool> {
    let mut block = PerNode::new(doc.len());
    for node in doc.nodes().rev() {
        let tag = doc.tag(node);
        let own = match tag {
            Tag::Unknown => !runs_on(doc, node),
            Tag::Slot => false,
            _ => !tag.is_inline(),
        };
        if own || block.of(node) {
            block.set(node, true);
            // A formula's parts are no lines of text.
            if let Some(parent) = doc.parent(node).filter(|parent| !doc.tag(*parent).is_math()) {
                block.set(parent, true);
            }
        }
    }
    block
}

/// Whether an unknown element stands in a line of text: somewhere in a paragraph, a heading or an inline element.
fn runs_on(doc: &Document, node: NodeId) -> bool {
    let holder = doc.ancestors(node).find(|at| doc.tag(*at) != Tag::Unknown);
    holder.map(|at| doc.tag(at)).is_some_and(|tag| tag == Tag::P || tag.is_heading() || tag.is_inline())
}
