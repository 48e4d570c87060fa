//! An article as a file that lasts: whole, with its pictures in it where the format can, with what it is and where it
//! came from. The same article, saved at the same time with the same pictures, gives the same bytes.
//!
//! `docs/formats.md` tells what stands where in each format.

mod address;
mod annotation;
pub mod cite;
mod epub;
mod html;
mod json;
mod markdown;
mod math;
mod name;
mod pictures;
mod provenance;
mod standing;
mod text;
mod verify;

pub use annotation::Annotation;
pub use epub::book;
pub use name::file_name;
pub use pictures::{Missing, Picture};
pub use verify::{Check, State, verify};

use crate::article::Article;
use provenance::Provenance;

/// What an article is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A whole HTML file, its pictures inside.
    Html,
    /// Markdown (CommonMark with GFM's tables and footnotes), front matter first.
    Markdown,
    /// Text: the title, then the blocks, parted by blank lines; where it came from at the end.
    Text,
    /// The article's own JSON, with where it came from.
    Json,
    /// An EPUB 3.
    Epub,
}

impl Format {
    /// The format of a name: `html`, `markdown` (or `md`), `text` (or `txt`), `json`, `epub`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "html" => Some(Self::Html),
            "markdown" | "md" => Some(Self::Markdown),
            "text" | "txt" => Some(Self::Text),
            "json" => Some(Self::Json),
            "epub" => Some(Self::Epub),
            _ => None,
        }
    }

    /// The ending of such a file's name, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Json => "json",
            Self::Epub => "epub",
        }
    }
}

/// What goes into a file besides the article.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// When it is saved.
    pub saved: Option<jiff::Timestamp>,
    /// The pictures that were had.
    pub pictures: Vec<Picture>,
    /// Those that were not.
    pub missing: Vec<Missing>,
    /// Highlights and notes.
    pub annotations: Vec<Annotation>,
    /// How much of the page's words the article holds, 0 to 1.
    pub kept: Option<f64>,
    /// The few words of ours that stand in a file.
    pub words: Words,
}

/// The few words of ours that stand in a file, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Over the highlights.
    pub highlights: String,
    /// Over the pictures that could not be had.
    pub missing: String,
}

impl Default for Words {
    fn default() -> Self {
        Self { highlights: "Highlights".to_owned(), missing: "Pictures that could not be saved".to_owned() }
    }
}

/// Why a file cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The container of an EPUB could not be written.
    #[error("the EPUB could not be packed: {0}")]
    Pack(#[from] zip::result::ZipError),
    /// The same.
    #[error("the EPUB could not be packed: {0}")]
    Write(#[from] std::io::Error),
    /// A book without chapters.
    #[error("a book needs at least one article")]
    NoChapter,
}

/// An article as a file.
///
/// # Errors
/// When the container of an EPUB cannot be made.
pub fn file(article: &Article, format: Format, extras: &Extras) -> Result<Vec<u8>, SaveError> {
    let text = match format {
        Format::Html => html::file(article, extras),
        Format::Markdown => markdown::file(article, extras),
        Format::Text => text::file(article, extras),
        Format::Json => json::file(article, extras),
        Format::Epub => {
            let chapter = (article.clone(), extras.clone());
            return book(std::slice::from_ref(&chapter), None, extras.saved);
        }
    };
    Ok(text.into_bytes())
}

/// Where an article came from, as JSON.
#[must_use]
pub fn provenance(article: &Article, extras: &Extras) -> serde_json::Value {
    Provenance::of(article, extras).json()
}
