//! The one way to make a [`Document`].

use super::{Attr, Document, Flags, NodeId, Span, Tag};

/// How deep a document may be; what lies deeper is hung on the deepest level there is, in order. Chromium's and
/// Firefox's parsers do the same at the same depth.
pub const MAX_DEPTH: usize = 512;
/// An attribute value longer than this many UTF-16 units is taken for empty: it is a picture written into the page or
/// a script's state.
pub const MAX_VALUE: usize = 16_384;
/// The text of a data script may be this long, in UTF-16 units.
pub const MAX_SCRIPT: usize = 1_048_576;

/// Takes a page's nodes in document order, then yields a [`Document`]. Opens and closes that do not match are mended:
/// a close too many is ignored, what is open at the end is closed.
#[derive(Debug, Default)]
pub struct DocumentBuilder {
    doc: Document,
    open: Vec<NodeId>,
    /// Elements open below `MAX_DEPTH`, or inside an element whose children are dropped.
    dropped: usize,
    too_deep: usize,
    elements: u32,
}

impl DocumentBuilder {
    /// A builder for the page at `url`; give an empty one where it is not known.
    #[must_use]
    pub fn new(url: &str) -> Self {
        Self { doc: Document { url: url.to_owned(), ..Document::default() }, ..Self::default() }
    }

    /// Says that the flags given with elements come from a layout.
    pub fn has_layout(&mut self) {
        self.doc.has_layout = true;
    }

    /// Makes room for a page of so many nodes and bytes.
    pub fn reserve(&mut self, nodes: usize, bytes: usize) {
        let doc = &mut self.doc;
        doc.tags.reserve(nodes);
        doc.parents.reserve(nodes);
        doc.ends.reserve(nodes);
        doc.texts.reserve(nodes);
        doc.flags.reserve(nodes);
        doc.attr_starts.reserve(nodes);
        doc.origins.reserve(nodes);
        doc.attrs.reserve(nodes);
        doc.text.reserve(bytes / 4);
        doc.values.reserve(bytes / 4);
    }

    /// Opens an element. `name` is its local name in lower case.
    pub fn open(&mut self, name: &str, flags: Flags) {
        self.open_as(Tag::from_name(name), flags);
    }

    /// Opens an element of a kind.
    pub fn open_as(&mut self, tag: Tag, flags: Flags) {
        let origin = self.elements;
        self.elements = self.elements.saturating_add(1);
        let inside = self.open.last().map(|top| self.doc.tag(*top));
        if self.dropped > 0 || inside.is_some_and(Tag::drops_children) {
            self.dropped += 1;
            return;
        }
        if self.open.len() >= MAX_DEPTH {
            self.too_deep += 1;
            self.close_top();
        }
        let node = self.push(tag, flags, origin);
        self.open.push(node);
    }

    /// Gives the element opened last an attribute. Attributes that Lede does not read are dropped.
    pub fn attribute(&mut self, name: &str, value: &str) {
        if self.dropped > 0 {
            return;
        }
        let Some(tag) = self.open.last().map(|top| self.doc.tag(*top)) else { return };
        let Some(attr) = Attr::from_name(name).or_else(|| self.other(tag, name)) else { return };
        let most = if attr == Attr::Script { MAX_SCRIPT } else { MAX_VALUE };
        // A UTF-16 unit takes at least one byte, so most values are settled by their length in bytes.
        let value = if value.len() > most && value.encode_utf16().count() > most { "" } else { value };
        let start = self.doc.values.len() as u32;
        self.doc.values.push_str(value);
        let span = Span { start, end: self.doc.values.len() as u32 };
        self.doc.attrs.push((attr, span));
    }

    /// Adds text. Text inside scripts, players and the like is dropped; text after text is joined to it.
    pub fn text(&mut self, text: &str) {
        let Some(top) = self.open.last().copied() else { return };
        let tag = self.doc.tag(top);
        let text = &*super::text::plain(text);
        if self.dropped > 0 || text.is_empty() || tag.is_mute() || tag == Tag::Iframe {
            return;
        }
        let last = NodeId::at(self.doc.len().saturating_sub(1));
        let joins = self.doc.tag(last) == Tag::Text && self.doc.parent(last) == Some(top) && self.text_is_last();
        if !joins {
            self.push(Tag::Text, Flags::default(), self.elements);
        }
        self.doc.text.push_str(text);
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        if self.dropped > 0 {
            self.dropped -= 1;
        } else if self.too_deep > 0 {
            self.too_deep -= 1;
        } else {
            self.close_top();
        }
    }

    /// Closes what is open and yields the document.
    #[must_use]
    pub fn finish(mut self) -> Document {
        while !self.open.is_empty() {
            self.close_top();
        }
        self.doc
    }

    /// Whether nothing was opened or closed since the last node, a text.
    fn text_is_last(&self) -> bool {
        self.doc.ends.last() == Some(&(self.doc.len() as u32))
    }

    fn push(&mut self, tag: Tag, flags: Flags, origin: u32) -> NodeId {
        let node = NodeId::at(self.doc.len());
        let doc = &mut self.doc;
        doc.tags.push(tag);
        doc.parents.push(self.open.last().copied().unwrap_or(node));
        doc.ends.push(node.0 + 1);
        doc.texts.push(doc.text.len() as u32);
        doc.flags.push(flags);
        doc.attr_starts.push(doc.attrs.len() as u32);
        doc.origins.push(origin);
        node
    }

    fn close_top(&mut self) {
        let Some(node) = self.open.pop() else { return };
        let end = self.doc.len() as u32;
        if let Some(place) = self.doc.ends.get_mut(node.index()) {
            *place = end;
        }
    }

    /// Keeps a `data-*` attribute of a picture or a player under its own name.
    fn other(&mut self, tag: Tag, name: &str) -> Option<Attr> {
        let loads = tag.is_media() || matches!(tag, Tag::Source | Tag::A | Tag::Div | Tag::Figure | Tag::Span);
        if !loads || !name.starts_with("data-") {
            return None;
        }
        let names = &mut self.doc.other_names;
        let at = names.iter().position(|it| it == name).unwrap_or_else(|| {
            names.push(name.to_owned());
            names.len() - 1
        });
        u16::try_from(at).ok().map(Attr::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(steps: impl FnOnce(&mut DocumentBuilder)) -> Document {
        let mut builder = DocumentBuilder::new("https://example.org/");
        steps(&mut builder);
        builder.finish()
    }

    #[test]
    fn nodes_stand_in_document_order_and_text_is_one_slice() {
        let doc = build(|b| {
            b.open("html", Flags::default());
            b.open("p", Flags::default());
            b.attribute("class", "lead");
            b.attribute("onclick", "x()");
            b.text("One ");
            b.open("b", Flags::default());
            b.text("two");
            b.close();
            b.text(" three");
            b.close();
            b.close();
        });
        let paragraph = NodeId(1);
        assert_eq!(doc.text(paragraph), "One two three");
        assert_eq!(doc.attr(paragraph, Attr::Class), Some("lead"));
        assert_eq!(doc.attrs(paragraph).count(), 1);
        assert_eq!(doc.children(paragraph).map(|n| doc.tag(n)).collect::<Vec<_>>(), [Tag::Text, Tag::B, Tag::Text]);
        assert_eq!(doc.end(paragraph), NodeId(6));
    }

    #[test]
    fn text_joins_text_unless_something_stands_between() {
        let doc = build(|b| {
            b.open("p", Flags::default());
            b.text("a");
            b.text("b");
            b.open("br", Flags::default());
            b.close();
            b.text("c");
        });
        assert_eq!(doc.outline(), "p\n #text \"ab\"\n br\n #text \"c\"\n");
    }

    #[test]
    fn scripts_and_choices_leave_no_text_but_their_elements_count() {
        let doc = build(|b| {
            b.open("div", Flags::default());
            b.open("select", Flags::default());
            b.open("option", Flags::default());
            b.text("Austria");
            b.close();
            b.close();
            b.open("p", Flags::default());
            b.text("x");
        });
        assert_eq!(doc.outline(), "div\n select\n p\n  #text \"x\"\n");
        assert_eq!(doc.origin(NodeId(2)), 3);
    }

    #[test]
    fn what_is_too_deep_hangs_on_the_deepest_level_in_order() {
        let doc = build(|b| {
            for at in 0..600 {
                b.open("div", Flags::default());
                b.text(&format!("{at} "));
            }
            for _ in 0..600 {
                b.close();
            }
            b.open("p", Flags::default());
            b.text("after");
        });
        let depth = doc.nodes().map(|n| doc.ancestors(n).count()).max();
        assert_eq!(depth, Some(MAX_DEPTH));
        let words: Vec<usize> = doc.text(NodeId(0)).split_whitespace().filter_map(|w| w.parse().ok()).collect();
        assert_eq!(words, (0..600).collect::<Vec<_>>());
    }

    #[test]
    fn unmatched_closes_are_ignored() {
        let doc = build(|b| {
            b.close();
            b.text("lost");
            b.open("p", Flags::default());
            b.text("kept");
            b.close();
            b.close();
        });
        assert_eq!(doc.outline(), "p\n #text \"kept\"\n");
    }
}
