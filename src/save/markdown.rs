//! An article as a Markdown file: front matter in YAML, the title, the body, highlights.

use serde_json::Value;

use super::provenance::Provenance;
use super::{Extras, pictures};
use crate::article::Article;
use crate::render::{self, escape};

/// What ends the front matter, before which nothing counts for the hash of the content.
pub const END: &str = "\n---\n";

/// The file. Pictures that have a name are told by it; whoever saves the file puts them there.
pub fn file(article: &Article, extras: &Extras) -> String {
    let content = content(article, extras);
    let provenance = Provenance::of(article, extras).with_content(&content);
    let mut out = String::from("---\n");
    for (name, value) in &provenance.fields {
        row(name, value, &mut out);
    }
    if !article.tags.is_empty() {
        row("tags", &article.tags.clone().into(), &mut out);
    }
    out.pop();
    out.push_str(END);
    out.push_str(&content);
    out
}

fn row(name: &str, value: &Value, out: &mut String) {
    out.extend([name, ":"]);
    match value {
        Value::Array(values) => {
            values.iter().filter_map(Value::as_str).for_each(|text| out.extend(["\n  - ", &escape::yaml(text)]))
        }
        Value::String(text) => out.extend([" ", &escape::yaml(text)]),
        other => out.extend([" ", &other.to_string()]),
    }
    out.push('\n');
}

fn content(article: &Article, extras: &Extras) -> String {
    let mut out = String::from("\n");
    if let Some(title) = article.title.as_ref().filter(|title| !title.trim().is_empty()) {
        out.push_str("# ");
        escape::markdown(title.trim(), &mut out);
        out.push_str("\n\n");
    }
    let name = |src: &crate::article::Link| pictures::of(&extras.pictures, src.as_str())?.name.clone();
    out.push_str(&render::markdown(&article.body, &name));
    if !extras.annotations.is_empty() {
        out.push_str("\n## ");
        escape::markdown(&extras.words.highlights, &mut out);
        out.push('\n');
    }
    for annotation in &extras.annotations {
        for (lead, text) in [("\n> ", &annotation.exact), ("\n", &annotation.note)] {
            if !text.trim().is_empty() {
                let mut line = String::new();
                escape::markdown(text.trim(), &mut line);
                out.push_str(lead);
                escape::line_start(&line, &mut out);
                out.push('\n');
            }
        }
    }
    out
}
