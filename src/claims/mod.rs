//! What the page says of itself: every claim with its source. Nothing is chosen here.

mod comments;
mod entities;
mod json;
mod json_ld;
mod meta_tags;
mod microdata;
mod prose;

pub use crate::data::Field;
pub use comments::{Said, comments};
pub use entities::decode as decode_entities;

use crate::dom::{Document, NodeId};

/// The most claims of a source: each is compared with those before. No page of the corpus
/// has a thousand elements that could make one.
const MOST: usize = 2000;

/// Where a claim stands, the most trusted first. [`crate::metadata`] weighs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// JSON-LD of the story itself.
    JsonLd,
    /// JSON-LD of the page, the site or the way to it.
    JsonLdPage,
    /// OpenGraph.
    OpenGraph,
    /// Other `meta` elements with a known name.
    Meta,
    /// Microdata and microformats in the page's text.
    Microdata,
    /// `link` elements, `rel` attributes.
    Rel,
    /// The `title` element.
    TitleTag,
}

/// All sources in order of trust.
const SOURCES: [Source; 7] = [
    Source::JsonLd,
    Source::JsonLdPage,
    Source::OpenGraph,
    Source::Meta,
    Source::Microdata,
    Source::Rel,
    Source::TitleTag,
];

/// Who is claimed as an author: where the page says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Who {
    /// It does not say.
    #[default]
    Unknown,
    /// A person.
    Person,
    /// A desk, an agency, the publisher.
    Organization,
}

/// Something that the page says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// What it is about.
    pub field: Field,
    /// What it says: trimmed, on one line, entities decoded.
    pub text: String,
    /// Where it stands.
    pub source: Source,
    /// The element that says it, where it is text of the page.
    pub node: Option<NodeId>,
    /// Of an author: what it is.
    pub who: Who,
}

/// All claims, in the order in which they stand in each source.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    all: Vec<Claim>,
}

impl Claims {
    /// All claims, the sources in order of trust.
    pub fn all(&self) -> impl Iterator<Item = &Claim> {
        self.all.iter()
    }

    /// The claims on a field, the sources in order of trust.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &Claim> {
        self.all.iter().filter(move |claim| claim.field == field)
    }

    /// The claims on a field from one source.
    pub fn from(&self, field: Field, source: Source) -> impl Iterator<Item = &Claim> {
        self.of(field).filter(move |claim| claim.source == source)
    }

    /// The first claim on a field from one source.
    #[must_use]
    pub fn first(&self, field: Field, source: Source) -> Option<&Claim> {
        self.from(field, source).next()
    }

    fn add(&mut self, field: Field, source: Source, text: &str) {
        self.put(Claim { field, text: text.to_owned(), source, node: None, who: Who::Unknown });
    }

    fn put(&mut self, mut claim: Claim) {
        claim.text = crate::dom::text::collapse(&decode_entities(&claim.text));
        let mut before = self.all.iter().filter(|other| other.source == claim.source);
        if !claim.text.is_empty() && before.clone().count() < MOST && !before.any(|other| *other == claim) {
            self.all.push(claim);
        }
    }
}

/// Reads all that a page says of itself.
#[must_use]
pub fn read(doc: &Document) -> Claims {
    let mut claims = Claims::default();
    json_ld::read(doc, &mut claims);
    meta_tags::read(doc, &mut claims);
    microdata::read(doc, &mut claims);
    let in_order =
        |source: &Source| claims.all.iter().filter(|claim| claim.source == *source).cloned().collect::<Vec<_>>();
    Claims { all: SOURCES.iter().flat_map(in_order).collect() }
}
