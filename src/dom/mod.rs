//! What a page is: [`Document`], an arena that nothing can change once it is built.
//!
//! Nodes stand in document order, so a node's number says where it stands: node *i*'s subtree is `i..end(i)`, its
//! ancestors have smaller numbers, and all text lies in one string of which any subtree's text is one slice.
//!
//! Three roads lead here, all through [`builder::DocumentBuilder`]: the browser's [`snapshot`], a walk over a live DOM
//! (`live`, in WebAssembly) and an HTML file ([`html`], feature `html`).

pub mod attr;
pub mod builder;
#[cfg(feature = "html")]
pub mod html;
pub mod link;
#[cfg(target_arch = "wasm32")]
pub mod live;
mod names;
mod place;
pub mod snapshot;
pub mod tag;
pub mod text;

pub use attr::Attr;
pub use builder::DocumentBuilder;
pub use link::{Base, Link};
pub use place::Place;
pub use tag::Tag;

/// A node's position in document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct NodeId(pub(crate) u32);

impl NodeId {
    /// The position as an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The node at a position.
    #[must_use]
    pub fn at(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

/// What the browser's layout says of an element. Absent where there was no layout (a file): then none is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Flags(u8);

impl Flags {
    /// Not rendered: `display: none`, `visibility: hidden`, or inside such an element.
    pub const HIDDEN: Self = Self(1);
    /// A picture or frame drawn smaller than 64 px in one direction.
    pub const SMALL: Self = Self(2);
    /// A picture or frame drawn at least 200 px wide and 100 px high.
    pub const LARGE: Self = Self(4);
    /// Drawn for screen readers alone: clipped to a pixel.
    pub const CLIPPED: Self = Self(8);

    /// Flags from the bits that a snapshot carries; unknown bits are dropped.
    #[must_use]
    pub fn from_bits(bits: u32) -> Self {
        Self((bits & 15) as u8)
    }

    /// Whether all of `other`'s flags are set.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// One value for each node of a document; a node that it does not know has the default.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct PerNode<T>(Vec<T>);

impl<T: Clone + Default> PerNode<T> {
    /// The default for each of `len` nodes.
    #[must_use]
    pub fn new(len: usize) -> Self {
        Self(vec![T::default(); len])
    }

    /// The value of a node.
    #[must_use]
    pub fn of(&self, node: NodeId) -> T {
        self.0.get(node.index()).cloned().unwrap_or_default()
    }

    /// Gives a node its value.
    pub fn set(&mut self, node: NodeId, value: T) {
        if let Some(place) = self.0.get_mut(node.index()) {
            *place = value;
        }
    }

    /// A node's value, to be changed in place.
    pub fn get_mut(&mut self, node: NodeId) -> Option<&mut T> {
        self.0.get_mut(node.index())
    }
}

/// A stretch of one of a document's strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

/// A page as an arena of nodes in document order. Made by a [`DocumentBuilder`] alone; immutable.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Document {
    tags: Vec<Tag>,
    parents: Vec<NodeId>,
    ends: Vec<u32>,
    texts: Vec<u32>,
    flags: Vec<Flags>,
    attr_starts: Vec<u32>,
    attrs: Vec<(Attr, Span)>,
    other_names: Vec<String>,
    origins: Vec<u32>,
    text: String,
    values: String,
    url: String,
    has_layout: bool,
}

impl Document {
    /// How many nodes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tags.len()
    }

    /// Whether there is no node at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty()
    }

    /// The page's address, as given; empty where none was.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Whether a browser laid the page out, so that [`Flags`] mean something.
    #[must_use]
    pub fn has_layout(&self) -> bool {
        self.has_layout
    }

    /// All nodes in document order.
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.tags.len()).map(NodeId::at)
    }

    /// What a node is.
    #[must_use]
    pub fn tag(&self, node: NodeId) -> Tag {
        self.tags.get(node.index()).copied().unwrap_or_default()
    }

    /// The node that holds this one; none for the first.
    #[must_use]
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.parents.get(node.index()).copied().filter(|parent| *parent < node)
    }

    /// The first node after a node's subtree.
    #[must_use]
    pub fn end(&self, node: NodeId) -> NodeId {
        NodeId(self.ends.get(node.index()).copied().unwrap_or(node.0 + 1))
    }

    /// A node's children, in order.
    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.end(node);
        let first = Some(NodeId(node.0 + 1)).filter(|child| *child < end);
        std::iter::successors(first, move |child| Some(self.end(*child)).filter(|next| *next < end))
    }

    /// A node and all below it, in order.
    pub fn subtree(&self, node: NodeId) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (node.0..self.end(node).0).map(NodeId)
    }

    /// All below a node, in order.
    pub fn below(&self, node: NodeId) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (node.0 + 1..self.end(node).0).map(NodeId)
    }

    /// The nodes that hold this one, nearest first.
    pub fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(node), |at| self.parent(*at))
    }

    /// A node and the nodes that hold it, nearest first.
    pub fn lineage(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(Some(node), |at| self.parent(*at))
    }

    /// Whether `node` is `root` or lies below it.
    #[must_use]
    pub fn contains(&self, root: NodeId, node: NodeId) -> bool {
        root <= node && node < self.end(root)
    }

    /// The next node with the same parent.
    #[must_use]
    pub fn next_sibling(&self, node: NodeId) -> Option<NodeId> {
        let next = self.end(node);
        let parent = self.parent(node)?;
        (next < self.end(parent)).then_some(next)
    }

    /// The text of a node and all below it, white space as in the page.
    #[must_use]
    pub fn text(&self, node: NodeId) -> &str {
        self.text_between(node, self.end(node))
    }

    /// The text from one node up to, and without, another.
    #[must_use]
    pub fn text_between(&self, first: NodeId, end: NodeId) -> &str {
        let start = self.texts.get(first.index()).copied().unwrap_or(0);
        let stop = self.texts.get(end.index()).map_or(self.text.len(), |at| *at as usize);
        self.text.get(start as usize..stop).unwrap_or("")
    }

    /// An attribute's value.
    #[must_use]
    pub fn attr(&self, node: NodeId, name: Attr) -> Option<&str> {
        self.attrs(node).find(|(attr, _)| *attr == name).map(|(_, value)| value)
    }

    /// Whether an element has an attribute, whatever its value.
    #[must_use]
    pub fn has_attr(&self, node: NodeId, name: Attr) -> bool {
        self.attr(node, name).is_some()
    }

    /// An element's attributes, in order.
    pub fn attrs(&self, node: NodeId) -> impl Iterator<Item = (Attr, &str)> {
        let start = self.attr_starts.get(node.index()).copied().unwrap_or(0) as usize;
        let end = self.attr_starts.get(node.index() + 1).map_or(self.attrs.len(), |at| *at as usize);
        self.attrs.get(start..end).unwrap_or_default().iter().map(|(name, span)| (*name, span.of(&self.values)))
    }

    /// An attribute's name in full.
    #[must_use]
    pub fn attr_name(&self, attr: Attr) -> &str {
        match attr {
            Attr::Other(at) => self.other_names.get(at as usize).map_or("", String::as_str),
            known => known.name(),
        }
    }

    /// What the layout says of a node.
    #[must_use]
    pub fn flags(&self, node: NodeId) -> Flags {
        self.flags.get(node.index()).copied().unwrap_or_default()
    }

    /// The number under which whoever gave the page knows this node: its place among the elements of the snapshot.
    #[must_use]
    pub fn origin(&self, node: NodeId) -> u32 {
        self.origins.get(node.index()).copied().unwrap_or(0)
    }

    /// The first element of a kind, in document order.
    #[must_use]
    pub fn first(&self, tag: Tag) -> Option<NodeId> {
        self.tags.iter().position(|it| *it == tag).map(NodeId::at)
    }

    /// The body, or the root where there is none.
    #[must_use]
    pub fn body(&self) -> NodeId {
        self.first(Tag::Body).unwrap_or_default()
    }

    /// The same document as if no browser had laid it out.
    #[must_use]
    pub fn without_layout(mut self) -> Self {
        self.flags.fill(Flags::default());
        self.has_layout = false;
        self
    }

    /// The document in lines, one node each: what the three roads are compared by.
    #[must_use]
    pub fn outline(&self) -> String {
        use std::fmt::Write as _;
        let mut lines = String::new();
        let mut depth: PerNode<usize> = PerNode::new(self.len());
        for node in self.nodes() {
            let level = self.parent(node).map_or(0, |parent| depth.of(parent) + 1);
            depth.set(node, level);
            let _ = write!(lines, "{:level$}{}", "", self.tag(node).name());
            for (name, value) in self.attrs(node) {
                let _ = write!(lines, " {}={value:?}", self.attr_name(name));
            }
            if self.tag(node) == Tag::Text {
                let _ = write!(lines, " {:?}", self.text(node));
            }
            lines.push('\n');
        }
        lines
    }
}
