//! What an article is and where it came from: the same fields in every format.

use std::fmt::Write;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::Extras;
use crate::article::Article;
use crate::render;

/// The name of the field that holds the hash of the article's text.
pub const TEXT: &str = "text-sha256";
/// The name of the field that holds the hash of a file's own content.
pub const CONTENT: &str = "content-sha256";
/// The name of the field that tells when it was saved.
pub const SAVED: &str = "saved";

/// Fields in order: only those that are known.
pub struct Provenance {
    /// Names and values: texts, lists of texts, numbers.
    pub fields: Vec<(&'static str, Value)>,
}

impl Provenance {
    /// Of an article.
    pub fn of(article: &Article, extras: &Extras) -> Self {
        let authors = if article.authors.is_empty() {
            article.byline.clone().map(Value::from)
        } else {
            Some(Value::from(article.authors.clone()))
        };
        let text = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty()).map(Value::from);
        let kept =
            extras.kept.filter(|kept| kept.is_finite()).map(|kept| (kept.clamp(0.0, 1.0) * 1000.0).round() / 1000.0);
        let all = [
            ("title", text(&article.title)),
            ("author", authors),
            ("site", text(&article.site_name)),
            ("published", text(&article.published_time)),
            ("modified", text(&article.modified_time)),
            ("language", text(&article.lang)),
            ("url", text(&article.url)),
            ("canonical", text(&article.canonical_url)),
            ("license", text(&article.license)),
            (SAVED, extras.saved.map(|saved| seconds(saved).into())),
            ("lede", Some(env!("CARGO_PKG_VERSION").into())),
            ("words", Some(article.word_count.into())),
            ("kept", kept.map(Value::from)),
            (TEXT, Some(text_hash(article).into())),
        ];
        Self { fields: all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect() }
    }

    /// With the hash of the file's own content.
    pub fn with_content(mut self, content: &str) -> Self {
        self.fields.push((CONTENT, content_hash(content).into()));
        self
    }

    /// Each value as a text, a list's values one by one.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.fields.iter().flat_map(|(name, value)| {
            let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
            values.iter().map(|value| (*name, value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
        })
    }

    /// As an object.
    pub fn json(&self) -> Value {
        let fields = self.fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        Value::Object(fields.collect::<Map<String, Value>>())
    }
}

/// A time in UTC, to the second.
pub fn seconds(time: jiff::Timestamp) -> String {
    jiff::Timestamp::from_second(time.as_second()).unwrap_or_default().to_string()
}

/// The hash of an article's text: its title and its blocks, as its text file begins.
pub fn text_hash(article: &Article) -> String {
    sha256(render::title_and_text(article).as_bytes())
}

/// The hash of a file's content; line ends count as one character, as whatever passes files on may change them.
pub fn content_hash(content: &str) -> String {
    sha256(content.replace("\r\n", "\n").as_bytes())
}

/// A hash in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut digits, byte| {
        // Writing to a text cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
