//! An article as a file of JSON: the article, where it came from, highlights, pictures.

use serde_json::{Value, json};

use super::Extras;
use super::pictures::base64;
use super::provenance::Provenance;
use crate::article::Article;

/// The name of the field that tells where an article came from.
pub const PROVENANCE: &str = "provenance";

/// The file. What is rendered from the body is left out: whoever reads it renders it again.
pub fn file(article: &Article, extras: &Extras) -> String {
    let article = Article { content: None, text_content: None, ..article.clone() };
    let Ok(Value::Object(mut fields)) = serde_json::to_value(&article) else { return String::new() };
    fields.insert(PROVENANCE.to_owned(), Provenance::of(&article, extras).json());
    if !extras.annotations.is_empty() {
        let all = extras.annotations.iter().map(|annotation| annotation.whole.clone());
        fields.insert("annotations".to_owned(), all.collect());
    }
    let pictures = extras.pictures.iter().filter_map(|picture| {
        let kind = picture.kind()?;
        Some(json!({"url": picture.url, "mime": kind.mime, "base64": base64(&picture.bytes)}))
    });
    let pictures: Vec<Value> = pictures.collect();
    if !pictures.is_empty() {
        fields.insert("pictures".to_owned(), pictures.into());
    }
    if !extras.missing.is_empty() {
        let all = extras.missing.iter().map(|one| json!({"url": one.url, "why": one.why}));
        fields.insert("missing".to_owned(), all.collect());
    }
    format!("{}\n", Value::Object(fields))
}
