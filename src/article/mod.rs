//! The article as data: [`Article`], the one shape that the command line prints, the reader shows and a library keeps.
//!
//! [`Article::body`] is the truth, a tree of typed blocks and inlines; everything that is shown or saved is rendered
//! from it. There is no way to say markup, a style or an event handler in it, and no address that is not a [`Link`].
//! `docs/article.md` tells the JSON field by field.

mod beside;
mod build;
mod code;
mod figure;
mod flow;
mod inline;
mod left_out;
mod list;
mod math;
mod record;
mod stored;
mod table;

use serde::Serialize;

pub use crate::blocks::PageType;
pub use crate::dom::{Base, Link};
use crate::learn::Odds;
pub use crate::metadata::{LeadImage, Metadata};

pub use build::{body, placed};
pub use left_out::with_left_out;
pub use record::completed;
pub use stored::read;

/// The version of the shape below; it grows when a stored article needs migrating.
pub const FORMAT: u32 = 1;

/// How deep blocks may stand in blocks, and inlines in inlines. What is deeper is unwrapped.
pub const MAX_DEPTH: usize = 32;

/// An article and what is known of it. A field that the page does not give is `None`, never invented.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// [`FORMAT`].
    pub format: u32,
    /// The page's address, as given.
    pub url: Option<String>,
    /// The address that the page calls its own.
    pub canonical_url: Option<String>,
    /// The headline, without the site's name.
    pub title: Option<String>,
    /// The authors' names as one writes them in a line; a desk or an agency where no person is named.
    pub byline: Option<String>,
    /// People, one by one.
    pub authors: Vec<String>,
    /// The publication.
    pub site_name: Option<String>,
    /// RFC 3339 with the page's own offset; a date alone where only the date is known.
    pub published_time: Option<String>,
    /// As `published_time`, of the last change that the page tells of.
    pub modified_time: Option<String>,
    /// BCP 47.
    pub lang: Option<String>,
    /// `ltr` or `rtl`.
    pub dir: Option<String>,
    /// What the page says the article is about, or its first paragraph.
    pub excerpt: Option<String>,
    /// The part of the site that it stands in.
    pub section: Option<String>,
    /// Keywords.
    pub tags: Vec<String>,
    /// The lead image.
    pub image: Option<LeadImage>,
    /// The licence's address or name.
    pub license: Option<String>,
    /// Whether the page says that it may be read without paying.
    pub is_accessible_for_free: Option<bool>,
    /// What kind of page it stands on.
    pub page_type: PageType,
    /// The odds that the page is an article at all, 0 to 1.
    pub article_probability: f64,
    /// The odds that the text as a whole is right, 0 to 1.
    pub confidence: f64,
    /// `body` as safe HTML. `None` where it was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// `body` as text, blocks parted by blank lines, without the title. `None` where it was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_content: Option<String>,
    /// The text's length in UTF-16 units.
    pub length: usize,
    /// Words; in scripts without spaces see [`crate::dom::text::Counts::words`].
    pub word_count: u32,
    /// Minutes to read it, at least 1 where there is any text.
    pub reading_minutes: u32,
    /// The text itself.
    pub body: Vec<Block>,
}

/// A piece of the text that stands by itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List(List),
    /// A list of terms and what they mean.
    Definitions(Vec<Definition>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Code, or other text whose lines and blanks matter.
    Code(Code),
    /// A table of data.
    Table(Table),
    /// Pictures with their caption.
    Figure(Figure),
    /// A player, a post or a map of somewhere else, as a link to it.
    Embed(Embed),
    /// A formula on a line of its own.
    Math(Math),
    /// Text that may be folded under a summary.
    Details(Details),
    /// What is no part of the article, where it was asked for.
    LeftOut(LeftOut),
    /// A change of subject.
    Break,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Heading {
    /// 2 to 6: level 1 is the title's.
    pub level: u8,
    /// Its text.
    pub content: Vec<Inline>,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct List {
    /// The first number of an ordered list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<i32>,
    /// The items, each a run of blocks.
    pub items: Vec<Vec<Block>>,
}

/// Terms and what they mean.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Definition {
    /// The terms.
    pub terms: Vec<Vec<Inline>>,
    /// What they mean.
    pub meaning: Vec<Block>,
}

/// Text whose lines and blanks matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Code {
    /// The language it is written in, as the page names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The lines, without a last line break.
    pub text: String,
}

/// A table of data.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Table {
    /// What stands over it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub caption: Vec<Inline>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A table's cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// Heads a row or a column.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub header: bool,
    /// How many columns it spans, 0 for one.
    #[serde(skip_serializing_if = "is_zero")]
    pub colspan: u16,
    /// How many rows it spans, 0 for one.
    #[serde(skip_serializing_if = "is_zero")]
    pub rowspan: u16,
    /// What stands in it.
    pub content: Vec<Block>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(number: &u16) -> bool {
    *number == 0
}

/// Pictures with their caption.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Figure {
    /// The pictures.
    pub images: Vec<Image>,
    /// The caption, the credit in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub caption: Vec<Inline>,
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Image {
    /// Its address.
    pub src: Link,
    /// What it shows, for those who don't see it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub alt: String,
    /// Its width in CSS pixels, 0 where the page does not say.
    #[serde(skip_serializing_if = "is_zero")]
    pub width: u16,
    /// Its height, likewise.
    #[serde(skip_serializing_if = "is_zero")]
    pub height: u16,
}

/// Something of another place, as a link to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Embed {
    /// Where it is seen.
    pub href: Link,
    /// What it is called.
    pub title: String,
    /// A picture of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub poster: Option<Link>,
}

/// A formula.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Math {
    /// In TeX.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tex: Option<String>,
    /// In MathML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mathml: Option<MathNode>,
}

/// A node of a formula in MathML.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MathNode {
    /// The element's name; what is no element of MathML is not rendered.
    pub tag: String,
    /// Its own text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The nodes below it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<MathNode>,
}

/// Text that may be folded under a summary. It is saved unfolded.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Details {
    /// The summary.
    pub summary: Vec<Inline>,
    /// What it folds.
    pub content: Vec<Block>,
}

/// What stood among the text and is no part of the article. It is no text of the article's: nothing counts it, and only
/// HTML shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LeftOut {
    /// The name of the rule by which it goes.
    pub rule: String,
    /// What stands in it.
    pub content: Vec<Block>,
}

/// A piece of a line of text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Inline {
    /// Text.
    Text(String),
    /// A link.
    Link(Anchor),
    /// The place that a link within the article leads to.
    Target(String),
    /// Strong importance, or bold.
    Strong(Vec<Inline>),
    /// Stress, or italics.
    Emphasis(Vec<Inline>),
    /// Code in a line.
    Code(Vec<Inline>),
    /// Below the line.
    Sub(Vec<Inline>),
    /// Above the line.
    Sup(Vec<Inline>),
    /// Marked.
    Mark(Vec<Inline>),
    /// No longer said.
    Deleted(Vec<Inline>),
    /// Underlined.
    Underline(Vec<Inline>),
    /// A quotation in a line; the marks are part of the rendering.
    Quote(Vec<Inline>),
    /// Text with its reading.
    Ruby(Vec<RubyPart>),
    /// A picture in a line.
    Image(Image),
    /// A formula in a line.
    Math(Math),
    /// The end of a line within a paragraph.
    LineBreak,
}

/// A link and its text.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Anchor {
    /// Where it leads.
    pub href: Link,
    /// Its text.
    pub content: Vec<Inline>,
}

/// A piece of text with its reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RubyPart {
    /// The text.
    pub base: String,
    /// How it is read; empty where the page does not say.
    pub reading: String,
}

/// Reading speeds in words a minute by language, and for scripts without spaces in characters a minute: means of silent
/// reading by adults, from S. Trauzettel-Klosinski, K. Dietz, "Standardized Assessment of Reading Performance: The New
/// International Reading Speed Texts `IReST`", IOVS 53 (2012). Chinese and Japanese: characters, two to a word here.
const SPEEDS: &[(&str, f64)] = &[
    ("ar", 138.0),
    ("zh", 127.0),
    ("nl", 202.0),
    ("en", 228.0),
    ("fi", 161.0),
    ("fr", 195.0),
    ("de", 179.0),
    ("he", 187.0),
    ("it", 188.0),
    ("ja", 178.0),
    ("pl", 166.0),
    ("pt", 181.0),
    ("ru", 184.0),
    ("sl", 180.0),
    ("es", 218.0),
    ("sv", 199.0),
    ("tr", 166.0),
];
/// The mean of the languages that were measured.
const MEAN_SPEED: f64 = 184.0;

impl Article {
    /// An article of what was found. `text` is its body as text.
    #[must_use]
    pub fn new(metadata: Metadata, body: Vec<Block>, text: &str, page_type: PageType, odds: Odds) -> Self {
        let counts = crate::dom::text::count(text);
        let speed = metadata
            .lang
            .as_deref()
            .and_then(|lang| SPEEDS.iter().find(|row| lang.starts_with(row.0)))
            .map_or(MEAN_SPEED, |row| row.1);
        let places = |odds: f32| (f64::from(odds) * 1000.0).round() / 1000.0;
        Self {
            format: FORMAT,
            url: metadata.url,
            canonical_url: metadata.canonical_url,
            title: metadata.title,
            byline: metadata.byline,
            authors: metadata.authors,
            site_name: metadata.site_name,
            published_time: metadata.published_time,
            modified_time: metadata.modified_time,
            lang: metadata.lang,
            dir: metadata.dir,
            excerpt: metadata.excerpt,
            section: metadata.section,
            tags: metadata.tags,
            image: metadata.image,
            license: metadata.license,
            is_accessible_for_free: metadata.is_accessible_for_free,
            page_type,
            article_probability: places(odds.article),
            confidence: places(odds.confidence),
            content: None,
            text_content: None,
            length: text.encode_utf16().count(),
            word_count: counts.words,
            reading_minutes: (f64::from(counts.words) / speed).ceil() as u32,
            body,
        }
    }
}
