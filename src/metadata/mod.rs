//! What the article is called, whose it is, when it was written: one value for each field, chosen from the claims and
//! from what stands beside the headline.

mod byline;
pub mod date;
mod heading;
mod image;
mod language;
mod list;
pub mod post;
mod section;
mod site;
mod title;
mod when;
mod zone;

use crate::claims::{Claims, Field, Source};
use crate::dom::{Base, Document, NodeId, Tag};
use crate::facts::Facts;
use crate::find::Extent;
use crate::options::Options;

pub use image::LeadImage;
pub use list::of_list;
pub use zone::Zone;

/// What is known of an article besides its text.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of the article, documented there")]
pub struct Metadata {
    pub url: Option<String>,
    pub canonical_url: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub authors: Vec<String>,
    pub site_name: Option<String>,
    pub published_time: Option<String>,
    pub modified_time: Option<String>,
    pub lang: Option<String>,
    pub dir: Option<String>,
    pub excerpt: Option<String>,
    pub section: Option<String>,
    pub tags: Vec<String>,
    pub image: Option<LeadImage>,
    pub license: Option<String>,
    pub is_accessible_for_free: Option<bool>,
}

/// What every field is resolved from.
pub struct Sources<'a> {
    /// The page.
    pub doc: &'a Document,
    /// What was measured of it.
    pub facts: &'a Facts,
    /// What it says of itself.
    pub claims: &'a Claims,
    /// Where the article is.
    pub extent: &'a Extent,
    /// What addresses are relative to.
    pub base: &'a Base,
    /// The text beside the headline, where bylines and dates stand.
    pub zone: Zone,
    /// The headline.
    pub headline: Option<NodeId>,
    /// The language; empty where it is not known.
    pub lang: String,
    /// The language by which dates are read: it settles whether the day or the month comes first.
    pub dates: String,
    /// What the caller said.
    pub options: &'a Options,
}

impl Sources<'_> {
    /// Whether a node stands in what is not the story's own word: under a picture, in a quotation, in a figure.
    fn is_quoted(&self, node: NodeId) -> bool {
        self.doc.ancestors(node).any(|up| matches!(self.doc.tag(up), Tag::Figure | Tag::Figcaption | Tag::Blockquote))
    }
}

/// Chooses a value for each field.
#[must_use]
pub fn resolve(
    doc: &Document,
    facts: &Facts,
    claims: &Claims,
    extent: &Extent,
    base: &Base,
    options: &Options,
) -> Metadata {
    let language = language::of(doc, claims, extent);
    let lang = language.lang.clone().unwrap_or_default();
    let zone = Zone::default();
    let dates = when::language(doc, &lang);
    let mut sources = Sources { doc, facts, claims, extent, base, zone, headline: None, lang, dates, options };
    let site = site::of(&sources);
    let heading = heading::of(&sources, &site);
    sources.headline = heading;
    sources.zone = zone::around(doc, facts, extent, heading);
    let title = title::of(&sources, &site, heading);
    let site_name = site.name.clone();
    let (published, modified) = when::of(&sources);
    let who = byline::of(&sources, &site);
    Metadata {
        url: Some(doc.url()).filter(|url| !url.is_empty()).map(str::to_owned),
        canonical_url: site::canonical(&sources),
        byline: who.line,
        authors: who.people,
        published_time: published.map(|stamp| stamp.to_string()),
        modified_time: modified.map(|stamp| stamp.to_string()),
        lang: language.lang,
        dir: language.dir,
        excerpt: excerpt(&sources),
        section: section::of(&sources, title.as_deref(), site_name.as_deref()),
        tags: section::tags(&sources),
        image: image::of(&sources),
        license: license(&sources),
        is_accessible_for_free: is_free(claims),
        title,
        site_name,
    }
}

/// What the page says that the story is about; else its first paragraph of prose.
fn excerpt(sources: &Sources) -> Option<String> {
    let claimed = [Source::JsonLd, Source::OpenGraph, Source::Meta, Source::JsonLdPage, Source::Microdata];
    let claimed = claimed.iter().find_map(|source| sources.claims.first(Field::Description, *source));
    claimed.map(|claim| claim.text.clone()).or_else(|| {
        let blocks = sources.facts.blocks_of(sources.doc, sources.extent.core);
        let first = blocks.iter().find(|block| block.is_prose())?;
        Some(crate::dom::text::collapse(sources.doc.text_between(first.first, first.end)))
    })
}

/// The licence: an address where it can be led to, else a name; never an address of another kind.
fn license(sources: &Sources) -> Option<String> {
    sources.claims.of(Field::License).find_map(|claim| {
        let is_name = claim.text.contains(' ') && !claim.text.contains("script:") || !claim.text.contains([':', '/']);
        let address = sources.base.address(&claim.text).filter(|_| claim.text.contains([':', '/', '.']));
        address.map(|link| link.as_str().to_owned()).or_else(|| Some(claim.text.clone()).filter(|_| is_name))
    })
}

fn is_free(claims: &Claims) -> Option<bool> {
    claims.of(Field::Free).find_map(|claim| match claim.text.to_ascii_lowercase().as_str() {
        "true" | "free" | "yes" | "http://schema.org/true" | "https://schema.org/true" => Some(true),
        "false" | "locked" | "metered" | "no" | "http://schema.org/false" | "https://schema.org/false" => Some(false),
        _ => None,
    })
}
