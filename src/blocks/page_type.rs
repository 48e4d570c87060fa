//! What kind of page it is, and whether it is an article at all.

use serde::Serialize;

use crate::claims::{Claims, Field};
use crate::data::Hints;
use crate::dom::Document;
use crate::facts::Facts;

/// What kind of page an article stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "each variant is a kind of page by its plain name")]
pub enum PageType {
    #[default]
    Article,
    Forum,
    Product,
    Collection,
    Listing,
    Documentation,
    Service,
}

impl PageType {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 7] = [
        Self::Article,
        Self::Forum,
        Self::Product,
        Self::Collection,
        Self::Listing,
        Self::Documentation,
        Self::Service,
    ];

    /// The kind of a name, as JSON has it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page_type| page_type.name() == name)
    }

    /// The name, as JSON has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Forum => "forum",
            Self::Product => "product",
            Self::Collection => "collection",
            Self::Listing => "listing",
            Self::Documentation => "documentation",
            Self::Service => "service",
        }
    }
}

/// A page's kind, and the odds that it is an article.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Kind {
    /// What kind of page it is.
    pub page_type: PageType,
    /// The odds that it is an article, 0 to 1.
    pub article: f32,
}

/// What a page's own words on its type say (schema.org types and `og:type`).
const SAID: &[(&str, PageType, f32)] = &[
    ("newsarticle", PageType::Article, 3.0),
    ("article", PageType::Article, 2.0),
    ("blogposting", PageType::Article, 2.5),
    ("reportagenewsarticle", PageType::Article, 3.0),
    ("liveblogposting", PageType::Article, 3.0),
    ("recipe", PageType::Article, 1.5),
    ("techarticle", PageType::Documentation, 1.0),
    ("product", PageType::Product, 2.5),
    ("productgroup", PageType::Product, 2.5),
    ("discussionforumposting", PageType::Forum, 3.5),
    ("qapage", PageType::Forum, 3.0),
    ("collectionpage", PageType::Listing, 1.0),
    ("itemlist", PageType::Collection, 0.8),
    ("service", PageType::Service, 1.5),
    ("localbusiness", PageType::Service, 1.5),
    ("softwareapplication", PageType::Service, 1.0),
];

/// Words in an address and what they say.
const ADDRESSED: &[(&str, PageType, f32)] = &[
    ("forum", PageType::Forum, 2.0),
    ("forums", PageType::Forum, 2.0),
    ("viewtopic", PageType::Forum, 3.0),
    ("showthread", PageType::Forum, 3.0),
    ("thread", PageType::Forum, 2.0),
    ("threads", PageType::Forum, 2.0),
    ("topic", PageType::Forum, 1.0),
    ("questions", PageType::Forum, 1.5),
    ("community", PageType::Forum, 0.7),
    ("product", PageType::Product, 2.0),
    ("products", PageType::Product, 1.5),
    ("dp", PageType::Product, 1.0),
    ("shop", PageType::Collection, 0.7),
    ("collections", PageType::Collection, 2.5),
    ("category", PageType::Collection, 1.5),
    ("tag", PageType::Listing, 1.5),
    ("docs", PageType::Documentation, 3.0),
    ("doc", PageType::Documentation, 2.0),
    ("documentation", PageType::Documentation, 3.0),
    ("reference", PageType::Documentation, 1.5),
    ("api", PageType::Documentation, 1.0),
    ("wiki", PageType::Documentation, 1.0),
    ("manual", PageType::Documentation, 1.5),
    ("services", PageType::Service, 1.5),
    ("service", PageType::Service, 1.5),
    ("pricing", PageType::Service, 1.5),
    ("solutions", PageType::Service, 1.5),
    ("features", PageType::Service, 1.0),
    ("blog", PageType::Article, 1.5),
    ("news", PageType::Article, 1.0),
    ("article", PageType::Article, 1.5),
    ("articles", PageType::Article, 1.0),
    ("story", PageType::Article, 1.0),
    ("posts", PageType::Article, 1.0),
];

/// Weighs what speaks for each kind.
pub fn of(doc: &Document, facts: &Facts, claims: &Claims) -> Kind {
    let weigh = |page_type| said(claims, page_type) + addressed(doc, page_type) + looks(doc, facts, page_type);
    let weights = PageType::ALL.map(|page_type| (page_type, weigh(page_type)));
    let best = weights.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(PageType::Article, |row| row.0);
    let of = |wanted: PageType| weights.iter().find(|row| row.0 == wanted).map_or(0.0, |row| row.1);
    let rival = weights.iter().filter(|row| row.0 != PageType::Article).map(|row| row.1).fold(0.0, f32::max);
    let lead = of(PageType::Article) - rival;
    Kind { page_type: best, article: 0.5 + 0.5 * lead / (1.0 + lead.abs()) }
}

/// How much the page's own words on its type speak for a kind, 0 for nothing.
#[must_use]
pub fn said(claims: &Claims, page_type: PageType) -> f32 {
    let types = claims.of(Field::Type).map(|claim| claim.text.to_ascii_lowercase());
    let weights =
        types.flat_map(|said| SAID.iter().filter(move |row| row.0 == said && row.1 == page_type).map(|row| row.2));
    weights.fold(0.0, f32::max)
}

/// How much the page's address speaks for a kind, 0 for nothing.
#[must_use]
pub fn addressed(doc: &Document, page_type: PageType) -> f32 {
    let address = doc.url().to_ascii_lowercase();
    let place = address.split_once("://").map_or("", |(_, rest)| rest);
    let place = place.split(['#']).next().unwrap_or("");
    let words = place.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let weights =
        words.flat_map(|word| ADDRESSED.iter().filter(move |row| row.0 == word && row.1 == page_type).map(|row| row.2));
    let front = place.split(['/', '?']).filter(|part| !part.is_empty()).count() <= 1;
    let start = match page_type {
        PageType::Service if front => 2.0,
        PageType::Article if front => -1.5,
        _ => 0.0,
    };
    weights.fold(0.0, f32::max) + start
}

/// What the page's parts look like.
fn looks(doc: &Document, facts: &Facts, page_type: PageType) -> f32 {
    let sum = facts.sum_of(doc, doc.body());
    let named = |hint: Hints| doc.nodes().filter(|node| facts.hints(*node).has(hint)).count() as f32;
    let prose_share = sum.prose_chars as f32 / sum.chars.max(1) as f32;
    match page_type {
        PageType::Article => prose_share * 2.0 + (sum.prose as f32 / 20.0).min(0.8),
        PageType::Forum => (named(Hints::FORUM) / 10.0).min(1.5),
        PageType::Product => (named(Hints::CART) / 3.0).min(1.2) + (named(Hints::PRICE) / 10.0).min(0.5),
        PageType::Collection => (named(Hints::PRICE) / 20.0).min(1.5) + (named(Hints::PRODUCT) / 40.0).min(1.0),
        PageType::Listing => (1.0 - prose_share) * 1.2,
        PageType::Documentation => (named(Hints::CODE) / 6.0).min(1.2),
        PageType::Service => (1.0 - prose_share) * 1.0,
    }
}
