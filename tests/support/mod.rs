//! What the tests share: cases, their expectations, and how an article is held against one.

#![allow(dead_code, reason = "each test uses a part")]

pub mod folds;
pub mod markup;
pub mod score;

use std::fs;
use std::path::{Path, PathBuf};

use lede::article::Article;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

/// A page of ours and what must come out of it.
#[derive(Clone)]
pub struct Case {
    /// The file's name without its ending.
    pub name: String,
    /// The page's text.
    pub html: String,
    /// What must come out: `tests/pages/README.md` tells the keys.
    pub expected: Value,
}

/// The folder of our pages.
pub fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

/// All cases, in the order of their names.
///
/// # Panics
/// When a page has no expectation or one is no JSON: a case is two files.
pub fn cases() -> Vec<Case> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(pages()).expect("tests/pages").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    paths.sort();
    paths.iter().map(|path| case(path)).collect()
}

fn case(path: &Path) -> Case {
    let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let expectation = path.with_extension("expected.json");
    let text = fs::read_to_string(&expectation).unwrap_or_else(|error| panic!("{}: {error}", expectation.display()));
    let expected = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", expectation.display()));
    let bytes = fs::read(path).expect("a page");
    Case { name, html: lede::dom::html::to_text(&bytes, None).into_owned(), expected }
}

impl Case {
    /// The page's address.
    pub fn url(&self) -> &str {
        self.expected["url"].as_str().unwrap_or("")
    }

    /// What comes out of the page, by the model that has not learned from it.
    pub fn article(&self) -> Article {
        lede::render::rendered(self.extraction().article)
    }

    /// All that is found on the page, comments too.
    pub fn extraction(&self) -> lede::Extraction {
        let doc = lede::dom::html::parse(&self.html, self.url());
        let model = folds::Folds::get().model_for(self.url());
        lede::extract_with(&doc, &lede::Options { comments: true, ..lede::Options::default() }, model)
    }
}

/// Keys that say something of the case and nothing of the article.
const ABOUT: &[&str] =
    &["page", "url", "source", "kind", "notes", "known_failure", "known_odds", "pagination", "comments"];

/// Text as it is compared: NFKC, white space and case folded.
pub fn fold(text: &str) -> String {
    let text: String = text.nfkc().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}')).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn tight(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What is wrong with an article, a line each; nothing where all that is expected holds.
pub fn faults(article: &Article, expected: &Value) -> Vec<String> {
    let json = serde_json::to_value(article).expect("an article is JSON");
    let content = article.content.as_deref().unwrap_or("");
    let shown = markup::read(content);
    let held = Held {
        json: &json,
        text: fold(article.text_content.as_deref().unwrap_or("")),
        shown: tight(&fold(&shown.text)),
        html: content.replace("&amp;", "&"),
        tags: shown.tags,
    };
    let mut faults = held.same_words();
    for (key, want) in expected.as_object().expect("an expectation is an object") {
        if !ABOUT.contains(&key.as_str()) {
            faults.extend(held.hold(key, want).into_iter().map(|fault| format!("{key}: {fault}")));
        }
    }
    faults
}

/// What is wrong with what stands around an article: its other pages, readers' comments. A comment is expected as
/// `{ author, published, depth, text }`; a part that is not given may be anything.
pub fn faults_around(found: &lede::Extraction, expected: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    if let Some(want) = expected.get("pagination") {
        let got = serde_json::to_value(&found.pagination).expect("JSON");
        if *want != got {
            faults.push(format!("pagination: want {want}, got {got}"));
        }
    }
    if let Some(want) = expected.get("comments").and_then(Value::as_array) {
        let got = found.comments.as_deref().unwrap_or_default();
        let told: Vec<Value> = got.iter().map(comment).collect();
        let fits = |(want, got): (&Value, &Value)| {
            want.as_object().expect("an object").iter().all(|(key, value)| got.get(key) == Some(value))
        };
        if want.len() != told.len() || !want.iter().zip(&told).all(fits) || found.has_comments == want.is_empty() {
            faults.push(format!("comments: want {}, got {}", expected["comments"], Value::Array(told)));
        }
    }
    faults
}

fn comment(comment: &lede::comments::Comment) -> Value {
    let text = lede::render::text(&comment.content);
    serde_json::json!({
        "author": comment.author, "published": comment.published, "depth": comment.depth, "text": text.trim(),
    })
}

struct Held<'a> {
    json: &'a Value,
    /// The text, folded.
    text: String,
    /// The text of the HTML, folded, without white space.
    shown: String,
    html: String,
    /// The start tags of the HTML in one normal form.
    tags: String,
}

impl Held<'_> {
    /// `textContent` and `content` say the same, formulas apart.
    fn same_words(&self) -> Vec<String> {
        let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let same = self.tags.contains("<math") || words(&self.text) == words(&self.shown);
        if same { Vec::new() } else { vec!["textContent and content differ".to_owned()] }
    }

    fn hold(&self, key: &str, want: &Value) -> Vec<String> {
        let list: Vec<String> =
            want.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        let missing =
            |holds: &dyn Fn(&str) -> bool| list.iter().filter(|piece| !holds(piece)).cloned().collect::<Vec<_>>();
        match key {
            "must_keep" => {
                missing(&|piece| self.text.contains(&fold(piece)) && self.shown.contains(&tight(&fold(piece))))
            }
            "must_drop" => {
                missing(&|piece| !self.text.contains(&fold(piece)) && !self.shown.contains(&tight(&fold(piece))))
            }
            "images" => missing(&|url| self.html.contains(url)),
            "images_absent" => missing(&|url| !self.html.contains(url)),
            "html_must" => missing(&|piece| self.has(piece)),
            "html_forbidden" => missing(&|piece| !markup::bears(&self.tags, piece)),
            "in_order" => self.in_order(&list),
            "any_of" => want
                .as_array()
                .into_iter()
                .flatten()
                .filter(|group| !self.has_any(group))
                .map(ToString::to_string)
                .collect(),
            "max_count" => self.max_count(want),
            "paragraphs" => {
                let count = self.tags.matches("<p>").count() + self.tags.matches("<p ").count();
                let fits = want.as_array().into_iter().flatten().any(|number| number.as_u64() == Some(count as u64));
                if fits { Vec::new() } else { vec![format!("there are {count}")] }
            }
            "image" => self.image(want),
            _ => self.field(key, want),
        }
    }

    fn has(&self, piece: &str) -> bool {
        self.html.to_lowercase().contains(&piece.to_lowercase()) || self.tags.contains(&piece.to_lowercase())
    }

    fn has_any(&self, group: &Value) -> bool {
        group.as_array().into_iter().flatten().filter_map(Value::as_str).any(|piece| self.has(piece))
    }

    fn in_order(&self, pieces: &[String]) -> Vec<String> {
        let mut place = 0;
        for piece in pieces {
            match self.text.get(place..).and_then(|rest| rest.find(&fold(piece))) {
                Some(at) => place += at,
                None => return vec![format!("out of order or lost: {piece}")],
            }
        }
        Vec::new()
    }

    fn max_count(&self, want: &Value) -> Vec<String> {
        let counts =
            want.as_object().into_iter().flatten().map(|(piece, most)| {
                (piece, self.text.matches(&fold(piece)).count() as u64, most.as_u64().unwrap_or(0))
            });
        counts
            .filter(|(_, count, most)| count > most)
            .map(|(piece, count, most)| format!("{piece}: {count} times, not {most}"))
            .collect()
    }

    fn image(&self, want: &Value) -> Vec<String> {
        let got = &self.json["image"];
        if want.is_null() {
            return if got.is_null() { Vec::new() } else { vec![format!("want none, got {got}")] };
        }
        let text = |key: &str| fold(got[key].as_str().unwrap_or(""));
        let urls: Vec<&str> = want["url"]
            .as_str()
            .into_iter()
            .chain(want["url"].as_array().into_iter().flatten().filter_map(Value::as_str))
            .collect();
        let url = urls.is_empty() || urls.contains(&got["url"].as_str().unwrap_or(""));
        let caption = want["caption_starts"].as_str().is_none_or(|start| text("caption").starts_with(&fold(start)));
        let credit = want["credit"].as_str().is_none_or(|credit| text("credit") == fold(credit));
        if url && caption && credit { Vec::new() } else { vec![format!("want {want}, got {got}")] }
    }

    fn field(&self, key: &str, want: &Value) -> Vec<String> {
        const FIELDS: &[&str] = &[
            "title",
            "byline",
            "authors",
            "siteName",
            "publishedTime",
            "modifiedTime",
            "lang",
            "dir",
            "section",
            "tags",
            "excerpt",
            "canonicalUrl",
            "pageType",
            "license",
            "isAccessibleForFree",
        ];
        if !FIELDS.contains(&key) {
            return vec!["an unknown key".to_owned()];
        }
        let got = &self.json[key];
        if same(key, want, got) { Vec::new() } else { vec![format!("want {want}, got {got}")] }
    }
}

fn same(key: &str, want: &Value, got: &Value) -> bool {
    let text = |value: &Value| fold(value.as_str().unwrap_or(""));
    match (key, want) {
        (_, Value::Null) => got.is_null() || got.as_str() == Some("") || got.as_array().is_some_and(Vec::is_empty),
        (_, Value::Bool(_)) => want == got,
        ("publishedTime" | "modifiedTime", _) => same_time(want.as_str().unwrap_or(""), got.as_str().unwrap_or("")),
        ("lang", _) => text(want).split('-').next() == text(got).split('-').next(),
        (_, Value::Array(items)) => {
            let got = got.as_array().cloned().unwrap_or_default();
            items.iter().map(text).eq(got.iter().map(text))
        }
        _ => text(want) == text(got),
    }
}

/// A date asks for the day; a time for the instant.
fn same_time(want: &str, got: &str) -> bool {
    if !want.contains('T') {
        return got.get(..10) == Some(want);
    }
    match (want.parse::<jiff::Timestamp>(), got.parse::<jiff::Timestamp>()) {
        (Ok(want), Ok(got)) => want == got,
        _ => false,
    }
}
