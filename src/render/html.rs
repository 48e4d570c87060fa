//! An article as HTML: elements and attributes from a fixed list, text escaped, nothing else.

use std::borrow::Cow;

use super::escape;
use crate::article::{Block, Cell, Definition, Embed, Heading, Image, Inline, Link, Math, MathNode, RubyPart, Table};
use crate::dom::Tag;

/// What the names of places begin with, so that none is taken for a property of the page that shows them.
const PLACE: &str = "lede-";
/// The most columns that a cell may span (HTML's own bound).
const WIDEST: u16 = 1000;
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// A body as HTML.
#[must_use]
pub fn fragment(blocks: &[Block]) -> String {
    let mut out = Writer::new(&Fragment);
    out.blocks(blocks);
    out.html
}

/// What differs between HTML for a page that shows it and a file that stands alone.
pub trait Manner {
    /// Whether it is XML: every element closed, formulas in their namespace.
    fn is_xml(&self) -> bool {
        false
    }

    /// Where a picture is found; where nowhere, a link to it stands in its place.
    fn picture<'a>(&'a self, src: &'a Link) -> Option<Cow<'a, str>>;

    /// An address that is led to; where none, there is only its text.
    fn address<'a>(&'a self, href: &'a Link) -> Option<Cow<'a, str>>;

    /// The ID of a place that is led to.
    fn place(&self, name: &str) -> Option<String>;

    /// The ID that a place itself gets.
    fn target(&self, name: &str) -> Option<String> {
        self.place(name)
    }

    /// The ID that a heading gets.
    fn heading(&self, _: &Heading) -> Option<String> {
        None
    }

    /// Whether a formula may stand as MathML.
    fn takes(&self, _: &MathNode) -> bool {
        true
    }
}

/// A body for a page that shows it: addresses as they are.
struct Fragment;

impl Manner for Fragment {
    fn picture<'a>(&'a self, src: &'a Link) -> Option<Cow<'a, str>> {
        Some(src.as_str().into())
    }

    fn address<'a>(&'a self, href: &'a Link) -> Option<Cow<'a, str>> {
        Some(href.as_str().into())
    }

    fn place(&self, name: &str) -> Option<String> {
        Some(format!("{PLACE}{name}"))
    }
}

/// HTML as it is written.
pub struct Writer<'a> {
    /// What is written so far.
    pub html: String,
    manner: &'a dyn Manner,
    /// A link may not stand in a link.
    in_link: bool,
}

impl<'a> Writer<'a> {
    /// An empty page.
    #[must_use]
    pub fn new(manner: &'a dyn Manner) -> Self {
        Self { html: String::new(), manner, in_link: false }
    }

    /// Markup of ours.
    pub fn raw(&mut self, markup: &str) {
        self.html.push_str(markup);
    }

    /// Text.
    pub fn text(&mut self, text: &str) {
        escape::html(text, &mut self.html);
    }

    /// An attribute, unless it is empty.
    pub fn attr(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.html.extend([" ", name, "=\""]);
            escape::html(value, &mut self.html);
            self.html.push('"');
        }
    }

    fn number(&mut self, name: &str, value: u16) {
        if value > 0 {
            self.attr(name, &value.to_string());
        }
    }

    /// An element without content.
    pub fn void(&mut self, tag: &str, attrs: &[(&str, &str)]) {
        self.html.extend(["<", tag]);
        attrs.iter().for_each(|(name, value)| self.attr(name, value));
        self.close_void();
    }

    fn close_void(&mut self) {
        self.raw(if self.manner.is_xml() { "/>" } else { ">" });
    }

    /// A row of text in an element, where there is any.
    pub fn row(&mut self, tag: &str, class: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.html.extend(["<", tag]);
            self.attr("class", class);
            self.raw(">");
            self.text(text);
            self.html.extend(["</", tag, ">\n"]);
        }
    }

    /// A body.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            if at > 0 {
                self.raw("\n");
            }
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => {
                let tag = format!("h{}", heading.level.clamp(2, 6));
                self.html.extend(["<", &tag]);
                let id = self.manner.heading(heading);
                self.attr("id", id.as_deref().unwrap_or(""));
                self.raw(">");
                self.line(&heading.content);
                self.html.extend(["</", &tag, ">"]);
            }
            Block::Paragraph(content) => self.element("p", |out| out.line(content)),
            Block::List(list) => self.list(list.start, &list.items),
            Block::Definitions(groups) => {
                self.element("dl", |out| groups.iter().for_each(|group| out.definition(group)))
            }
            Block::Quote(blocks) => self.element("blockquote", |out| out.blocks(blocks)),
            Block::Code(code) => {
                self.raw("<pre><code");
                self.attr("class", &code.language.as_ref().map(|name| format!("language-{name}")).unwrap_or_default());
                self.raw(">");
                self.text(&code.text);
                self.raw("</code></pre>");
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.element("figure", |out| {
                figure.images.iter().for_each(|image| out.image(image));
                if !figure.caption.is_empty() {
                    out.element("figcaption", |out| out.line(&figure.caption));
                }
            }),
            Block::Embed(embed) => self.embed(embed),
            Block::Math(math) => self.element("p", |out| out.math(math, true)),
            Block::Details(details) => {
                self.raw(if self.manner.is_xml() { "<details open=\"open\">" } else { "<details open>" });
                self.element("summary", |out| out.line(&details.summary));
                self.blocks(&details.content);
                self.raw("</details>");
            }
            Block::LeftOut(part) => {
                self.raw("<aside");
                self.attr("data-lede-left-out", &part.rule);
                self.raw(">");
                self.blocks(&part.content);
                self.raw("</aside>");
            }
            Block::Break => self.void("hr", &[]),
        }
    }

    /// An element round what is written within.
    pub fn element(&mut self, tag: &str, inside: impl FnOnce(&mut Self)) {
        self.html.extend(["<", tag, ">"]);
        inside(self);
        self.html.extend(["</", tag, ">"]);
    }

    fn list(&mut self, start: Option<i32>, items: &[Vec<Block>]) {
        let tag = if start.is_some() { "ol" } else { "ul" };
        self.html.extend(["<", tag]);
        if let Some(start) = start.filter(|start| *start != 1) {
            self.attr("start", &start.to_string());
        }
        self.raw(">");
        for item in items {
            self.element("li", |out| out.tight(item));
        }
        self.html.extend(["</", tag, ">"]);
    }

    /// What stands in an item or a cell: a paragraph alone needs no element of its own.
    fn tight(&mut self, blocks: &[Block]) {
        match blocks {
            [Block::Paragraph(content)] => self.line(content),
            [Block::Paragraph(content), rest @ ..] if rest.iter().all(|block| matches!(block, Block::List(_))) => {
                self.line(content);
                self.blocks(rest);
            }
            _ => self.blocks(blocks),
        }
    }

    fn definition(&mut self, group: &Definition) {
        // A term without a meaning, and a meaning without a term, want an empty one.
        if group.terms.is_empty() {
            self.element("dt", |_| {});
        }
        for term in &group.terms {
            self.element("dt", |out| out.line(term));
        }
        self.element("dd", |out| out.tight(&group.meaning));
    }

    fn table(&mut self, table: &Table) {
        self.raw("<table>");
        if !table.caption.is_empty() {
            self.element("caption", |out| out.line(&table.caption));
        }
        let is_head = |row: &&Vec<Cell>| row.iter().all(|cell| cell.header);
        let heads = table.rows.iter().take_while(is_head).count();
        let (head, body) = table.rows.split_at_checked(heads).unwrap_or((&[], &table.rows));
        for (tag, rows) in [("thead", head), ("tbody", body)] {
            if !rows.is_empty() {
                self.element(tag, |out| {
                    rows.iter().for_each(|row| out.element("tr", |out| row.iter().for_each(|cell| out.cell(cell))))
                });
            }
        }
        self.raw("</table>");
    }

    fn cell(&mut self, cell: &Cell) {
        let tag = if cell.header { "th" } else { "td" };
        self.html.extend(["<", tag]);
        self.number("colspan", cell.colspan.min(WIDEST));
        self.number("rowspan", cell.rowspan);
        self.raw(">");
        self.tight(&cell.content);
        self.html.extend(["</", tag, ">"]);
    }

    fn image(&mut self, image: &Image) {
        if !image.src.is_some() {
            return;
        }
        let Some(src) = self.manner.picture(&image.src) else { return self.absent(image) };
        self.raw("<img");
        self.attr("src", &src);
        self.raw(" alt=\"");
        self.text(&image.alt);
        self.raw("\"");
        self.number("width", image.width);
        self.number("height", image.height);
        self.close_void();
    }

    /// A picture that is not to be had: a link by the name of what it shows, else of its file.
    fn absent(&mut self, image: &Image) {
        let path = image.src.as_str().split(['?', '#']).next().unwrap_or_default();
        let name = path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(image.src.host());
        let text = if image.alt.trim().is_empty() { name } else { &image.alt };
        self.raw("<span class=\"picture\">");
        self.anchor(&image.src, |out| out.text(text));
        self.raw("</span>");
    }

    fn embed(&mut self, embed: &Embed) {
        self.element("figure", |out| {
            out.anchor(&embed.href, |out| {
                if let Some(poster) = embed.poster.as_ref().filter(|poster| out.manner.picture(poster).is_some()) {
                    out.image(&Image { src: poster.clone(), ..Image::default() });
                }
                out.text(&embed.title);
            });
        });
    }

    /// A line.
    pub fn line(&mut self, content: &[Inline]) {
        for piece in content {
            self.inline(piece);
        }
    }

    fn inline(&mut self, piece: &Inline) {
        match piece {
            Inline::Text(text) => self.text(text),
            Inline::Link(anchor) => self.anchor(&anchor.href, |out| out.line(&anchor.content)),
            Inline::Target(name) => {
                if let Some(id) = self.manner.target(name) {
                    self.raw("<span");
                    self.attr("id", &id);
                    self.raw("></span>");
                }
            }
            Inline::Strong(content) => self.element("strong", |out| out.line(content)),
            Inline::Emphasis(content) => self.element("em", |out| out.line(content)),
            Inline::Code(content) => self.element("code", |out| out.line(content)),
            Inline::Sub(content) => self.element("sub", |out| out.line(content)),
            Inline::Sup(content) => self.element("sup", |out| out.line(content)),
            Inline::Mark(content) => self.element("mark", |out| out.line(content)),
            Inline::Deleted(content) => self.element("del", |out| out.line(content)),
            Inline::Underline(content) => self.element("u", |out| out.line(content)),
            Inline::Quote(content) => self.element("q", |out| out.line(content)),
            Inline::Ruby(parts) => parts.iter().for_each(|part| self.ruby(part)),
            Inline::Image(image) => self.image(image),
            Inline::Math(math) => self.math(math, false),
            Inline::LineBreak => self.void("br", &[]),
        }
    }

    /// A link round what is written within; without one where it leads nowhere, or within another.
    pub fn anchor(&mut self, href: &Link, inside: impl FnOnce(&mut Self)) {
        let address = match href.fragment() {
            Some(name) => self.manner.place(name).map(|id| format!("#{id}").into()),
            None => self.manner.address(href).filter(|address| !address.is_empty()),
        };
        let Some(address) = address.filter(|_| !self.in_link) else { return inside(self) };
        self.raw("<a");
        self.attr("href", &address);
        self.raw(">");
        self.in_link = true;
        inside(self);
        self.in_link = false;
        self.raw("</a>");
    }

    /// Text with its reading; what has none stands by itself.
    fn ruby(&mut self, part: &RubyPart) {
        if part.reading.is_empty() {
            return self.text(&part.base);
        }
        self.element("ruby", |out| {
            out.text(&part.base);
            out.raw("<rp>（</rp>");
            out.element("rt", |out| out.text(&part.reading));
            out.raw("<rp>）</rp>");
        });
    }

    fn math(&mut self, math: &Math, display: bool) {
        let tree = math.mathml.as_ref().filter(|tree| self.manner.takes(tree));
        match (tree, &math.tex) {
            (Some(tree), _) => self.math_node(tree, display),
            (None, Some(tex)) => self.element("code", |out| out.text(tex)),
            (None, None) => self.text(&super::text::line(&[Inline::Math(math.clone())])),
        }
    }

    /// A node of a formula. What is no element of MathML, stored articles being only data, is left out.
    fn math_node(&mut self, node: &MathNode, display: bool) {
        let tag = Tag::from_name(&node.tag);
        if !tag.is_math() || tag == Tag::AnnotationXml {
            return;
        }
        self.html.extend(["<", &node.tag]);
        if node.tag == "math" {
            self.attr("xmlns", if self.manner.is_xml() { MATHML } else { "" });
            self.attr("display", if display { "block" } else { "" });
        }
        if node.tag == "annotation" {
            self.attr("encoding", "application/x-tex");
        }
        self.raw(">");
        self.text(&node.text);
        node.children.iter().for_each(|child| self.math_node(child, display));
        self.html.extend(["</", &node.tag, ">"]);
    }
}
