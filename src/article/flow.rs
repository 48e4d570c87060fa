//! From kept nodes to blocks: a walk that gathers lines and ends them where blocks begin and end. This file decides
//! which shape an element has; the shapes with a file of their own are built there.

use super::beside;
use super::inline::{Line, Mark, content_of, shows};
use super::{Base, Block, Figure, Heading, Image, Inline, Link, MAX_DEPTH, code, figure, list, math, table};
use crate::dom::{Attr, Document, NodeId, PerNode, Tag};
use crate::facts::{Facts, Hints};

/// What every part of the walk reads.
pub struct Page<'a> {
    /// The page.
    pub doc: &'a Document,
    /// What was measured of it.
    pub facts: &'a Facts,
    /// Which nodes stay.
    pub kept: &'a PerNode<bool>,
    /// What addresses are relative to.
    pub base: &'a Base,
    /// Names of places that some kept link leads to and some kept node bears.
    pub places: Vec<&'a str>,
}

impl Page<'_> {
    /// A kept child of a node, in order.
    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.doc.children(node).filter(|child| self.kept.of(*child))
    }

    /// The blocks that some nodes make, `depth` deep in other blocks.
    pub fn blocks(&self, nodes: impl IntoIterator<Item = NodeId>, depth: usize) -> Vec<Block> {
        self.placed(nodes, depth).0
    }

    /// The same, with the node that each of them begins with.
    pub fn placed(&self, nodes: impl IntoIterator<Item = NodeId>, depth: usize) -> (Vec<Block>, Vec<NodeId>) {
        let mut flow =
            Flow { page: self, blocks: Vec::new(), starts: Vec::new(), begun: None, line: Line::default(), depth };
        for node in nodes {
            flow.node(node);
        }
        flow.end_paragraph();
        (flow.blocks, flow.starts)
    }

    /// What a node holds as one line of text.
    pub fn line(&self, node: NodeId, depth: usize) -> Vec<Inline> {
        join(self.blocks(self.children(node), depth))
    }

    /// A link as it stands in the article: a place that is not there is a place of the page's own address.
    fn link(&self, href: &str) -> Option<Link> {
        let link = self.base.link(href)?;
        match link.fragment() {
            Some(name) if !self.places.contains(&name) => {
                Some(Link::from(String::from(self.base.page()?.at_place(name))))
            }
            _ => Some(link),
        }
    }
}

/// A walk in progress.
struct Flow<'a> {
    page: &'a Page<'a>,
    blocks: Vec<Block>,
    /// Where each of the blocks begins.
    starts: Vec<NodeId>,
    /// Where the line does.
    begun: Option<NodeId>,
    line: Line,
    depth: usize,
}

impl Flow<'_> {
    fn node(&mut self, node: NodeId) {
        let Page { doc, facts, kept, .. } = self.page;
        if !kept.of(node) {
            return;
        }
        let tag = doc.tag(node);
        self.begun.get_or_insert(node);
        if tag == Tag::Text {
            self.text(doc.text(node));
        } else if facts.is_block(node) {
            self.block(node, tag);
            self.place(node);
            self.begun = None;
        } else {
            self.inline(node, tag);
            self.place(node);
        }
    }

    /// Says of the blocks added last that they begin at a node.
    fn place(&mut self, node: NodeId) {
        self.starts.resize(self.blocks.len(), node);
    }

    fn children(&mut self, node: NodeId) {
        for child in self.page.doc.children(node) {
            self.node(child);
        }
    }

    fn text(&mut self, text: &str) {
        if self.line.is_over() && !crate::dom::text::is_blank(text) {
            self.end_paragraph();
        }
        self.line.text(text);
    }

    fn inline(&mut self, node: NodeId, tag: Tag) {
        self.target(node);
        if beside::lacks_blank(self.page.doc, self.page.facts, node) {
            self.line.text(" ");
        }
        match tag {
            Tag::Br => {
                self.line.line_break();
                // XHTML lets it hold text.
                self.children(node);
            }
            Tag::Wbr => {}
            Tag::Ruby => {
                let parts = list::ruby(self.page, node);
                self.line.piece(Inline::Ruby(parts));
            }
            Tag::Math => self.formula(math::of_mathml(self.page.doc, node)),
            Tag::Script => self.formula(math::of_script(self.page.doc, node)),
            _ if tag.is_image() => self.image(node),
            _ if tag.is_media() && tag != Tag::Picture => self.embed(node),
            _ if math::of_attribute(self.page.doc, node).is_some() => {
                self.formula(math::of_attribute(self.page.doc, node))
            }
            _ => self.marked(node, tag),
        }
    }

    fn marked(&mut self, node: NodeId, tag: Tag) {
        match self.mark(node, tag) {
            Some(mark) => {
                self.line.open(mark);
                self.children(node);
                self.line.close();
            }
            None => self.children(node),
        }
    }

    fn mark(&self, node: NodeId, tag: Tag) -> Option<Mark> {
        Some(match tag {
            Tag::A => Mark::Link(self.page.doc.attr(node, Attr::Href).and_then(|href| self.page.link(href))?),
            Tag::B | Tag::Strong => Mark::Strong,
            Tag::I | Tag::Em | Tag::Cite | Tag::Dfn | Tag::Var => Mark::Emphasis,
            Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt => Mark::Code,
            Tag::Sub => Mark::Sub,
            Tag::Sup => Mark::Sup,
            Tag::Mark => Mark::Highlight,
            Tag::Del | Tag::S | Tag::Strike => Mark::Deleted,
            Tag::U | Tag::Ins => Mark::Underline,
            Tag::Q => Mark::Quote,
            _ => return None,
        })
    }

    /// A block-level element: the line before it ends, it makes its blocks, the line after it begins.
    fn block(&mut self, node: NodeId, tag: Tag) {
        if self.depth >= MAX_DEPTH {
            return self.plain_block(node, tag);
        }
        let (page, deeper) = (self.page, self.depth + 1);
        match tag {
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir => self.shape(node, |node| list::of(page, node, deeper)),
            Tag::Dl => self.shape(node, |node| list::definitions(page, node, deeper)),
            Tag::Blockquote => self.shape(node, |node| {
                let quoted = page.blocks(page.children(node), deeper);
                (!quoted.is_empty()).then_some(Block::Quote(quoted))
            }),
            Tag::Table if table::is_code(page, node) => self.shape(node, |node| code::of_table(page, node)),
            Tag::Table if page.facts.is_data_table(node) => self.shape(node, |node| table::of(page, node, deeper)),
            Tag::Figure => self.figure(node),
            Tag::Details => self.shape(node, |node| list::details(page, node, deeper)),
            _ => self.plain_block(node, tag),
        }
    }

    fn plain_block(&mut self, node: NodeId, tag: Tag) {
        let page = self.page;
        match tag {
            Tag::Pre => self.shape(node, |node| code::of(page, node)),
            Tag::Hr => self.shape(node, |_| Some(Block::Break)),
            _ if tag.is_heading() => self.heading(node, tag.heading_level().unwrap_or(2)),
            _ if tag.is_media() => self.embed(node),
            _ if self.is_caption(node) => self.caption(node),
            _ => {
                self.end_paragraph();
                self.target(node);
                // A link or a mark around blocks holds for the lines in them.
                self.marked(node, tag);
                self.end_paragraph();
            }
        }
    }

    /// Ends the line, then adds the block that a node makes.
    fn shape(&mut self, node: NodeId, make: impl FnOnce(NodeId) -> Option<Block>) {
        self.end_paragraph();
        self.target(node);
        if let Some(block) = make(node) {
            self.settle_targets();
            self.blocks.push(block);
        }
    }

    fn heading(&mut self, node: NodeId, level: u8) {
        self.end_paragraph();
        self.target(node);
        self.children(node);
        let content = self.line.finish();
        let (images, text) = split_images(content);
        self.push_figure(images);
        if text.iter().any(shows) {
            self.blocks.push(Block::Heading(Heading { level, content: text }));
        } else {
            self.restore_targets(text);
        }
    }

    fn image(&mut self, node: NodeId) {
        if let Some(image) = figure::image(self.page, node) {
            self.line.piece(Inline::Image(image));
        }
    }

    fn embed(&mut self, node: NodeId) {
        if let Some(embed) = figure::embed(self.page, node) {
            self.end_paragraph();
            self.blocks.push(Block::Embed(embed));
        } else if matches!(self.page.doc.tag(node), Tag::Object | Tag::Iframe | Tag::AmpIframe | Tag::AmpEmbed) {
            // What stands in for it, or the frame's own document.
            self.children(node);
        }
    }

    fn formula(&mut self, formula: Option<math::Formula>) {
        match formula {
            Some(math::Formula { math, display: true }) => {
                self.end_paragraph();
                self.blocks.push(Block::Math(math));
            }
            Some(math::Formula { math, display: false }) => self.line.piece(Inline::Math(math)),
            None => {}
        }
    }

    /// A `figure`: its pictures with their caption; or whatever else it holds, the caption below.
    fn figure(&mut self, node: NodeId) {
        self.end_paragraph();
        self.target(node);
        let (captions, content): (Vec<_>, Vec<_>) =
            self.page.children(node).partition(|child| self.page.doc.tag(*child) == Tag::Figcaption);
        let blocks = self.page.blocks(content, self.depth + 1);
        let caption = captions.into_iter().map(|node| Block::Paragraph(self.page.line(node, self.depth + 1))).collect();
        let caption = join(caption);
        let all_pictures = blocks.iter().all(|block| matches!(block, Block::Figure(_)));
        if all_pictures && (!blocks.is_empty() || caption.iter().any(shows)) {
            self.blocks.push(Block::Figure(merge(blocks, caption)));
        } else {
            self.blocks.extend(blocks);
            if caption.iter().any(shows) {
                self.blocks.push(Block::Paragraph(caption));
            }
        }
    }

    /// Whether an element is the caption of the picture before it.
    fn is_caption(&self, node: NodeId) -> bool {
        let Page { facts, doc, .. } = self.page;
        let named = doc.tag(node) == Tag::Figcaption
            || facts.hints(node).has(Hints::CAPTION)
            || facts.hints(node).has(Hints::CREDIT);
        named && facts.sum_of(doc, node).chars < 600
    }

    fn caption(&mut self, node: NodeId) {
        self.end_paragraph();
        let caption = self.page.line(node, self.depth + 1);
        match self.blocks.last_mut() {
            Some(Block::Figure(figure)) if caption.iter().any(shows) => {
                if !figure.caption.is_empty() {
                    figure.caption.push(Inline::Text(" ".to_owned()));
                }
                figure.caption.extend(caption);
            }
            _ if caption.iter().any(shows) => self.blocks.push(Block::Paragraph(caption)),
            _ => {}
        }
    }

    /// Ends the line: a paragraph, with the pictures at its edges as figures of their own.
    fn end_paragraph(&mut self) {
        let mut content = self.line.finish();
        let edge = |piece: &Inline| only_images(piece).is_some();
        let lead = content.iter().take_while(|piece| edge(piece)).count();
        let mut rest = content.split_off(lead);
        let tail = rest.iter().rev().take_while(|piece| edge(piece)).count();
        let last = rest.split_off(rest.len() - tail);
        self.push_figure(content.iter().filter_map(only_images).flatten().collect());
        trim(&mut rest);
        if rest.iter().any(shows) {
            self.blocks.push(Block::Paragraph(rest));
        } else {
            self.restore_targets(rest);
        }
        self.push_figure(last.iter().filter_map(only_images).flatten().collect());
        if let Some(begun) = self.begun.take() {
            self.place(begun);
        }
    }

    fn push_figure(&mut self, images: Vec<Image>) {
        if !images.is_empty() {
            self.blocks.push(Block::Figure(Figure { images, caption: Vec::new() }));
        }
    }

    fn target(&mut self, node: NodeId) {
        let doc = self.page.doc;
        let name = doc.attr(node, Attr::Id).or_else(|| doc.attr(node, Attr::Name).filter(|_| doc.tag(node) == Tag::A));
        if let Some(name) = name.filter(|name| self.page.places.contains(name)) {
            self.line.target(name);
        }
    }

    /// Places that waited for text which did not come wait on.
    fn restore_targets(&mut self, line: Vec<Inline>) {
        for piece in line {
            if let Inline::Target(name) = piece {
                self.line.target(&name);
            }
        }
    }

    /// Places that wait before a block that is no text get a paragraph of their own.
    fn settle_targets(&mut self) {
        let waiting = self.line.finish();
        if !waiting.is_empty() {
            self.blocks.push(Block::Paragraph(waiting));
        }
    }
}

/// The pictures of an inline that holds nothing else.
fn only_images(piece: &Inline) -> Option<Vec<Image>> {
    match piece {
        Inline::Image(image) => Some(vec![image.clone()]),
        Inline::LineBreak => Some(Vec::new()),
        Inline::Text(text) if crate::dom::text::is_blank(text) => Some(Vec::new()),
        Inline::Text(_) | Inline::Target(_) | Inline::Math(_) | Inline::Ruby(_) => None,
        other => {
            let inside: Option<Vec<_>> = content_of(other).iter().map(only_images).collect();
            inside.map(|images| images.concat())
        }
    }
}

/// The pictures at the top of a line, and the line without them.
fn split_images(line: Vec<Inline>) -> (Vec<Image>, Vec<Inline>) {
    let (pictures, text): (Vec<_>, Vec<_>) = line.into_iter().partition(|piece| {
        let pictures = only_images(piece);
        pictures.is_some_and(|images| !images.is_empty())
    });
    (pictures.iter().filter_map(only_images).flatten().collect(), text)
}

/// Drops blanks and line breaks at a line's ends.
fn trim(line: &mut Vec<Inline>) {
    let blank = |piece: &Inline| {
        matches!(piece, Inline::LineBreak) || matches!(piece, Inline::Text(text) if crate::dom::text::is_blank(text))
    };
    while line.last().is_some_and(blank) {
        line.pop();
    }
    let lead = line.iter().take_while(|piece| blank(piece)).count();
    line.drain(..lead);
    if let Some(Inline::Text(text)) = line.last_mut() {
        text.truncate(text.trim_end().len());
    }
    if let Some(Inline::Text(text)) = line.first_mut() {
        text.drain(..text.len() - text.trim_start().len());
    }
}

/// Figures as one, under one caption.
fn merge(blocks: Vec<Block>, caption: Vec<Inline>) -> Figure {
    let mut whole = Figure::default();
    for block in blocks {
        if let Block::Figure(figure) = block {
            whole.images.extend(figure.images);
            whole.caption.extend(figure.caption);
        }
    }
    if !whole.caption.is_empty() && !caption.is_empty() {
        whole.caption.push(Inline::Text(" ".to_owned()));
    }
    whole.caption.extend(caption);
    whole
}

/// The text of blocks as one line.
pub fn join(blocks: Vec<Block>) -> Vec<Inline> {
    let mut line = Vec::new();
    for block in blocks {
        let content = match block {
            Block::Paragraph(content) | Block::Heading(Heading { content, .. }) => content,
            Block::Figure(figure) => figure.images.into_iter().map(Inline::Image).chain(figure.caption).collect(),
            Block::List(list) => join(list.items.into_iter().flatten().collect()),
            Block::Quote(blocks) => join(blocks),
            Block::Details(details) => details.summary.into_iter().chain(join(details.content)).collect(),
            Block::Code(code) => vec![Inline::Code(vec![Inline::Text(code.text)])],
            Block::Math(math) => vec![Inline::Math(math)],
            Block::Definitions(groups) => groups
                .into_iter()
                .flat_map(|group| group.terms.into_iter().flatten().chain(join(group.meaning)))
                .collect(),
            Block::Table(table) => join(table.rows.into_iter().flatten().flat_map(|cell| cell.content).collect()),
            Block::Embed(embed) => {
                vec![Inline::Link(super::Anchor { href: embed.href, content: vec![Inline::Text(embed.title)] })]
            }
            Block::LeftOut(_) | Block::Break => Vec::new(),
        };
        if !line.is_empty() && !content.is_empty() {
            line.push(Inline::Text(" ".to_owned()));
        }
        line.extend(content);
    }
    line
}
