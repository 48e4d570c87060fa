//! Lede as a library: `cargo run --features html --example library`. The README shows this file.

use lede::Options;
use lede::dom::html;
use lede::render::markdown;

fn main() -> std::io::Result<()> {
    let bytes = std::fs::read("tests/pages/sample-news.html")?;
    let page = html::to_text(&bytes, None);
    let document = html::parse(&page, "https://sandbarcourier.example/estuary/sample-news.html");
    let article = lede::extract(&document, &Options::default()).article;
    println!("{} ({} words)", article.title.as_deref().unwrap_or("no title"), article.word_count);
    println!("{}", markdown(&article.body, &|_| None));
    Ok(())
}
