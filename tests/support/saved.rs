//! Saved files, read back by others' parsers.

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A page as html5ever reads it.
pub struct Page(RcDom);

impl Page {
    /// Parses one.
    pub fn parse(markup: &str) -> Self {
        Self(html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(markup))
    }

    /// Its root.
    pub fn root(&self) -> Handle {
        self.0.document.clone()
    }
}

/// An element's attribute.
pub fn attribute(element: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &element.data else { return None };
    attrs.borrow().iter().find(|attr| &*attr.name.local == wanted).map(|attr| attr.value.to_string())
}

/// All elements below a node, in order.
pub fn elements(node: &Handle) -> Vec<Handle> {
    let mut found = Vec::new();
    for child in node.children.borrow().iter() {
        if matches!(child.data, NodeData::Element { .. }) {
            found.push(child.clone());
        }
        found.extend(elements(child));
    }
    found
}

fn tag(node: &Handle) -> String {
    if let NodeData::Element { name, .. } = &node.data { name.local.to_string() } else { String::new() }
}

/// The words of the article in a saved page: its title, where it has one of its own, and its text.
pub fn words_of_html(markup: &str, has_title: bool) -> String {
    let page = Page::parse(markup);
    let article = elements(&page.root()).into_iter().find(|element| tag(element) == "article").expect("an article");
    let mut words = String::new();
    collect(&article, has_title, &mut words);
    words
}

fn collect(node: &Handle, has_title: bool, words: &mut String) {
    for child in node.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => words.push_str(&contents.borrow()),
            // Links that stand for pictures are ours.
            NodeData::Element { .. } if attribute(child, "class").as_deref() == Some("picture") => {}
            NodeData::Element { .. } if tag(child) == "header" => {
                let titles = elements(child).into_iter().filter(|element| has_title && tag(element) == "h1");
                titles.for_each(|title| collect(&title, has_title, words));
            }
            _ => collect(child, has_title, words),
        }
        words.push(' ');
    }
}

/// The words of a Markdown file's content. Marks of footnotes count, as they do in the text; pictures' words do not.
pub fn words_of_markdown(content: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH;
    let mut words = String::new();
    let mut pictures = 0;
    for event in Parser::new_ext(content, options) {
        match event {
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(TagEnd::Image) => pictures -= 1,
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text)
                if pictures == 0 =>
            {
                words.push_str(&text);
            }
            Event::FootnoteReference(label) => words.push_str(&label),
            _ => words.push(' '),
        }
    }
    words
}
