//! An article as HTML: elements and attributes from a fixed list, text escaped, nothing else.

use super::escape;
use crate::article::{Article, Block, Cell, Definition, Embed, Image, Inline, Link, Math, MathNode, RubyPart, Table};
use crate::dom::Tag;

/// What the names of places begin with, so that none is taken for a property of the page that shows them.
const PLACE: &str = "lede-";

/// A body as HTML.
#[must_use]
pub fn fragment(blocks: &[Block]) -> String {
    let mut out = Writer::default();
    out.blocks(blocks);
    out.html
}

/// A whole file that stands alone: the head, the headline with what is known of the story, the body.
#[must_use]
pub fn file(article: &Article) -> String {
    let mut out = Writer::default();
    out.raw("<!DOCTYPE html>\n<html");
    out.attr("lang", article.lang.as_deref().unwrap_or(""));
    out.attr("dir", article.dir.as_deref().unwrap_or(""));
    out.raw(">\n<head>\n<meta charset=\"utf-8\">\n");
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    out.text(article.title.as_deref().unwrap_or(""));
    out.raw("</title>\n<style>\n");
    out.raw(include_str!("style.css"));
    out.raw("</style>\n</head>\n<body>\n<article>\n");
    out.head(article);
    out.blocks(&article.body);
    out.raw("\n</article>\n</body>\n</html>\n");
    out.html
}

#[derive(Default)]
struct Writer {
    html: String,
}

impl Writer {
    fn raw(&mut self, markup: &str) {
        self.html.push_str(markup);
    }

    fn text(&mut self, text: &str) {
        escape::html(text, &mut self.html);
    }

    /// An attribute, unless it is empty.
    fn attr(&mut self, name: &str, value: &str) {
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

    fn head(&mut self, article: &Article) {
        self.raw("<header>\n");
        self.row("p", "site", article.site_name.as_deref());
        self.row("h1", "", article.title.as_deref());
        self.row("p", "byline", article.byline.as_deref());
        if let Some(time) = &article.published_time {
            self.raw("<p class=\"date\"><time");
            self.attr("datetime", time);
            self.raw(">");
            self.text(time.get(..10).unwrap_or(time));
            self.raw("</time></p>\n");
        }
        if let Some(url) = article.canonical_url.as_ref().or(article.url.as_ref()) {
            let link = Link::from(url.clone());
            if link.is_some() {
                self.raw("<p class=\"source\"><a");
                self.attr("href", link.as_str());
                self.raw(">");
                self.text(link.host());
                self.raw("</a></p>\n");
            }
        }
        self.raw("</header>\n");
    }

    fn row(&mut self, tag: &str, class: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.html.extend(["<", tag]);
            self.attr("class", class);
            self.raw(">");
            self.text(text);
            self.html.extend(["</", tag, ">\n"]);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
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
                self.element(&tag, |out| out.line(&heading.content));
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
                self.raw("<details open>");
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
            Block::Break => self.raw("<hr>"),
        }
    }

    fn element(&mut self, tag: &str, inside: impl FnOnce(&mut Self)) {
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
        for term in &group.terms {
            self.element("dt", |out| out.line(term));
        }
        if !group.meaning.is_empty() {
            self.element("dd", |out| out.tight(&group.meaning));
        }
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
        self.number("colspan", cell.colspan);
        self.number("rowspan", cell.rowspan);
        self.raw(">");
        self.tight(&cell.content);
        self.html.extend(["</", tag, ">"]);
    }

    fn image(&mut self, image: &Image) {
        if !image.src.is_some() {
            return;
        }
        self.raw("<img");
        self.attr("src", image.src.as_str());
        self.raw(" alt=\"");
        self.text(&image.alt);
        self.raw("\"");
        self.number("width", image.width);
        self.number("height", image.height);
        self.raw(">");
    }

    fn embed(&mut self, embed: &Embed) {
        self.element("figure", |out| {
            out.raw("<a");
            out.attr("href", embed.href.as_str());
            out.raw(">");
            if let Some(poster) = &embed.poster {
                out.image(&Image { src: poster.clone(), ..Image::default() });
            }
            out.text(&embed.title);
            out.raw("</a>");
        });
    }

    fn line(&mut self, content: &[Inline]) {
        for piece in content {
            self.inline(piece);
        }
    }

    fn inline(&mut self, piece: &Inline) {
        match piece {
            Inline::Text(text) => self.text(text),
            Inline::Link(anchor) => self.link(&anchor.href, &anchor.content),
            Inline::Target(name) => {
                self.raw("<span");
                self.attr("id", &format!("{PLACE}{name}"));
                self.raw("></span>");
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
            Inline::Ruby(parts) => self.element("ruby", |out| parts.iter().for_each(|part| out.ruby(part))),
            Inline::Image(image) => self.image(image),
            Inline::Math(math) => self.math(math, false),
            Inline::LineBreak => self.raw("<br>"),
        }
    }

    fn link(&mut self, href: &Link, content: &[Inline]) {
        if !href.is_some() {
            return self.line(content);
        }
        self.raw("<a");
        match href.fragment() {
            Some(name) => self.attr("href", &format!("#{PLACE}{name}")),
            None => self.attr("href", href.as_str()),
        }
        self.raw(">");
        self.line(content);
        self.raw("</a>");
    }

    fn ruby(&mut self, part: &RubyPart) {
        self.text(&part.base);
        if !part.reading.is_empty() {
            self.raw("<rp>（</rp>");
            self.element("rt", |out| out.text(&part.reading));
            self.raw("<rp>）</rp>");
        }
    }

    fn math(&mut self, math: &Math, display: bool) {
        match (&math.mathml, &math.tex) {
            (Some(tree), _) => self.math_node(tree, display),
            (None, Some(tex)) => self.element("code", |out| out.text(tex)),
            (None, None) => {}
        }
    }

    /// A node of a formula. What is no element of MathML, stored articles being only data, is left out.
    fn math_node(&mut self, node: &MathNode, display: bool) {
        if !Tag::from_name(&node.tag).is_math() {
            return;
        }
        self.html.extend(["<", &node.tag]);
        if display && node.tag == "math" {
            self.attr("display", "block");
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
