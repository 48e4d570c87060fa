//! How a body is written into a file that stands alone: pictures in it, places numbered, addresses valid to the letter.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::{address, math};
use crate::article::{Article, Heading, Inline, Link, MathNode};
use crate::render::{self, Manner};

/// A heading of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// 2 to 6.
    pub level: u8,
    /// The ID of its element.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// The manner of a file.
pub struct Standing<'a> {
    is_xml: bool,
    picture: &'a dyn Fn(&str) -> Option<String>,
    /// The places' numbers, by their names: a page's names need not be names that a file may have.
    places: HashMap<String, usize>,
    /// Places that stand already: a page may have two of one name.
    written: RefCell<HashSet<String>>,
    /// The headings so far.
    pub sections: RefCell<Vec<Section>>,
}

impl<'a> Standing<'a> {
    /// The manner of an HTML file.
    pub fn html(article: &Article, picture: &'a dyn Fn(&str) -> Option<String>) -> Self {
        let mut places = HashMap::new();
        render::each_inline(&article.body, &mut |piece| {
            if let Inline::Target(name) = piece {
                let next = places.len() + 1;
                places.entry(name.clone()).or_insert(next);
            }
        });
        Self { is_xml: false, picture, places, written: RefCell::default(), sections: RefCell::default() }
    }

    /// The manner of a chapter.
    pub fn xml(article: &Article, picture: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Self { is_xml: true, ..Self::html(article, picture) }
    }
}

impl Manner for Standing<'_> {
    fn is_xml(&self) -> bool {
        self.is_xml
    }

    fn picture<'a>(&'a self, src: &'a Link) -> Option<Cow<'a, str>> {
        (self.picture)(src.as_str()).map(Cow::from)
    }

    fn address<'a>(&'a self, href: &'a Link) -> Option<Cow<'a, str>> {
        address::valid(href.as_str()).map(Cow::from)
    }

    fn place(&self, name: &str) -> Option<String> {
        self.places.get(name).map(|number| format!("place-{number}"))
    }

    fn target(&self, name: &str) -> Option<String> {
        self.place(name).filter(|id| self.written.borrow_mut().insert(id.clone()))
    }

    fn heading(&self, heading: &Heading) -> Option<String> {
        let mut sections = self.sections.borrow_mut();
        let id = format!("part-{}", sections.len() + 1);
        let text = render::line(&heading.content).split_whitespace().collect::<Vec<_>>().join(" ");
        sections.push(Section { level: heading.level.clamp(2, 6), id: id.clone(), text });
        Some(id)
    }

    fn takes(&self, formula: &MathNode) -> bool {
        math::is_sound(formula)
    }
}
