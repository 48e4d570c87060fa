//! Readers' comments that stand in a page's JSON-LD.

use serde_json::Value;

use super::{json, prose};
use crate::dom::{Attr, Document, Tag};

/// So many comments are read, and so deep are they looked for.
const MOST: usize = 1000;
const MAX_DEPTH: usize = 32;

/// A comment as a record gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Who wrote it.
    pub author: Option<String>,
    /// When.
    pub date: Option<String>,
    /// How deep it stands in the thread, from 0.
    pub depth: u32,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// All comments of a page's records, in order, answers after what they answer.
#[must_use]
pub fn comments(doc: &Document) -> Vec<Said> {
    let mut all = Vec::new();
    let scripts = doc.nodes().filter(|node| doc.tag(*node) == Tag::Script);
    // Few pages have any, and to read a record takes its time.
    let texts = scripts.filter_map(|node| doc.attr(node, Attr::Script)).filter(|text| text.contains("\"Comment\""));
    texts.flat_map(json::values).for_each(|value| gather(&value, 0, 0, &mut all));
    all
}

fn gather(value: &Value, level: usize, depth: u32, all: &mut Vec<Said>) {
    if level > MAX_DEPTH || all.len() >= MOST {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, level + 1, depth, all)),
        Value::Object(map) => {
            let is_comment = map.get("@type").and_then(Value::as_str) == Some("Comment");
            let paragraphs = map.get("text").and_then(Value::as_str).map(prose::paragraphs).unwrap_or_default();
            let told = is_comment && !paragraphs.is_empty();
            if told {
                let date = ["dateCreated", "datePublished"].iter().find_map(|key| map.get(*key)?.as_str());
                let author = map.get("author").and_then(name).map(|name| prose::paragraphs(name).join(" "));
                let author = author.filter(|name| !name.is_empty());
                all.push(Said { author, date: date.map(str::to_owned), depth, paragraphs });
            }
            let below = map.iter().filter(|(key, _)| matches!(key.as_str(), "comment" | "@graph" | "mainEntity"));
            below.for_each(|(_, value)| gather(value, level + 1, depth + u32::from(told), all));
        }
        _ => {}
    }
}

fn name(author: &Value) -> Option<&str> {
    match author {
        Value::String(name) => Some(name),
        Value::Array(all) => all.first().and_then(|author| author.get("name")).and_then(Value::as_str),
        _ => author.get("name").and_then(Value::as_str),
    }
}
