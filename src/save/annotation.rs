//! Highlights and notes, as the W3C's Web Annotation Data Model has them.

use serde_json::Value;

/// A highlight, with a note or without.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotation {
    /// The words that are marked.
    pub exact: String,
    /// What was noted of them.
    pub note: String,
    /// The whole annotation.
    pub whole: Value,
}

impl Annotation {
    /// Reads one; nothing where it marks no words.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        let selector = value.pointer("/target/selector")?;
        let all = selector.as_array().map_or(std::slice::from_ref(selector), Vec::as_slice);
        let exact = all.iter().find_map(|one| one.get("exact")?.as_str()).filter(|text| !text.trim().is_empty())?;
        let body = value.get("body");
        let note = body.and_then(|body| body.get("value").unwrap_or(body).as_str()).unwrap_or_default();
        Some(Self { exact: exact.to_owned(), note: note.to_owned(), whole: value.clone() })
    }
}
