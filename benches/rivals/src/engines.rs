//! What is measured: each engine takes a page's text and says how much it has found.

use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};

use lede::Options;
use lede::dom::html;
use serde_json::{Value, json};

use crate::tree;

/// The address that every engine is told.
const URL: &str = "https://example.org/story";

/// Something that reads pages.
pub struct Engine {
    /// Its name in tables and in the JSON.
    pub name: &'static str,
    run: fn(&str) -> Option<usize>,
}

/// All of them, Lede first and the floor last.
pub const ENGINES: [Engine; 4] = [
    Engine { name: "lede", run: lede },
    Engine { name: "dom_smoothie", run: dom_smoothie },
    Engine { name: "rs-trafilatura", run: rs_trafilatura },
    Engine { name: "html5ever", run: html5ever },
];

impl Engine {
    /// The engine of a name.
    pub fn named(name: &str) -> Option<&'static Engine> {
        ENGINES.iter().find(|engine| engine.name == name)
    }

    /// Reads a page, from its text to what the engine gives, and lets all of it go again. `false` where it has refused the
    /// page, or broken off.
    pub fn reads(&self, page: &str) -> bool {
        catch_unwind(AssertUnwindSafe(|| black_box((self.run)(black_box(page))).is_some())).unwrap_or(false)
    }
}

/// The whole line, with the model and with the rendering to HTML and to text.
fn lede(page: &str) -> Option<usize> {
    let document = html::parse(page, URL);
    let article = lede::render::rendered(lede::extract(&document, &Options::default()).article);
    Some(article.content.as_deref().map_or(0, str::len))
}

fn dom_smoothie(page: &str) -> Option<usize> {
    let article = dom_smoothie::Readability::new(page, Some(URL), None).ok()?.parse().ok()?;
    Some(article.content.len() + article.text_content.len())
}

fn rs_trafilatura(page: &str) -> Option<usize> {
    let options = rs_trafilatura::Options { url: Some(URL.to_owned()), ..rs_trafilatura::Options::default() };
    Some(rs_trafilatura::extract_with_options(page, &options).ok()?.content_text.len())
}

/// The parse alone.
fn html5ever(page: &str) -> Option<usize> {
    Some(tree::parse(&tree::Nodes::with_capacity(page.len() / 24 + 16), page))
}

/// The version of each, as the lock file has them.
pub fn versions() -> Value {
    let lock = include_str!("../Cargo.lock");
    let version = |name: &str| {
        let (_, rest) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
        rest.split('"').next()
    };
    ENGINES.iter().map(|engine| (engine.name.to_owned(), json!(version(engine.name)))).collect()
}
