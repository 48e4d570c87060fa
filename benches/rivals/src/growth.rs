//! Pages that grow: ten times the page should cost ten times as much, however it is built.

use serde_json::{Map, Value, json};

use crate::{children, rounded};

/// What ten times the page may cost.
const BAR: f64 = 11.0;
/// The sizes, in bytes.
const SIZES: [usize; 4] = [20_000, 200_000, 2_000_000, 20_000_000];
/// How pages are built: all paragraphs side by side; each section in the one before it; towers of five thousand elements
/// one in another; many small elements.
const SHAPES: [(&str, Fill); 4] = [("flat", flat), ("nested", nested), ("deep", deep), ("wide", wide)];
type Fill = fn(&mut Page);

const DEPTH: usize = 5_000;

const WORDS: &str = "river stone harbour window letter morning engine garden winter paper bridge market copper silver \
    island railway teacher doctor village mountain forest kitchen candle journey summer captain painter weather \
    council factory orchard station ladder meadow printer sailor theatre valley workshop barrel";

/// Measures, prints a table, and tells the same.
pub fn measure() -> Result<Map<String, Value>, String> {
    println!("{:<10}{:>12}{:>14}{:>12}{:>12}{:>14}", "growth", "page", "time", "cost x10", "memory", "of the page");
    let (mut worst, mut most_memory) = (0.0_f64, 0.0_f64);
    let mut rows = Vec::new();
    for (shape, _) in SHAPES {
        let mut last: Option<f64> = None;
        for size in SIZES {
            let said = children::run(&["one", shape, &size.to_string()])?;
            let number = |key: &str| said[key].as_f64().unwrap_or(f64::NAN);
            let (seconds, memory, bytes) = (number("seconds"), number("grown_mb"), number("bytes"));
            let cost = last.map(|last| seconds / last);
            let share = memory * 1e6 / bytes;
            worst = worst.max(cost.unwrap_or(0.0));
            // Below that, what the allocator takes at a time is more than the page.
            if size >= 2_000_000 {
                most_memory = most_memory.max(share);
            }
            let told = cost.map_or(String::new(), |cost| format!("{cost:.2}"));
            println!("{shape:<10}{size:>10} B{:>11.2} ms{told:>12}{memory:>9.1} MB{share:>14.2}", seconds * 1e3);
            rows.push(json!({
                "shape": shape, "bytes": bytes, "ms": rounded(seconds * 1e3, 3), "times_ten": cost.map(|it| rounded(it, 3)),
                "memory_mb": rounded(memory, 2), "memory_of_page": rounded(share, 2),
            }));
            last = Some(seconds);
        }
    }
    println!(
        "growth {worst:.2} (at most {BAR}); memory {most_memory:.2} of a page of 2 MB or more, beside the page itself"
    );
    let parts = json!({ "at_most": BAR, "holds": worst <= BAR, "rows": rows });
    let all = [
        ("growth", json!(rounded(worst, 3))),
        ("growth_parts", parts),
        ("memory_native", json!(rounded(most_memory, 2))),
    ];
    Ok(all.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// A page that is being written.
pub struct Page {
    html: String,
    bytes: usize,
    words: Vec<&'static str>,
    seed: u64,
}

impl Page {
    fn is_full(&self) -> bool {
        self.html.len() >= self.bytes
    }

    /// Another word each time: what is said twice is taken for a copy.
    fn word(&mut self) -> &'static str {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        self.words[self.seed as usize % self.words.len()]
    }

    fn paragraph(&mut self) {
        self.html.push_str("<p>The ");
        for at in 1..50 {
            let word = self.word();
            self.html.push_str(word);
            self.html.push_str(if at % 12 == 0 { ". It " } else { " " });
        }
        self.html.push_str("ended.</p>\n");
    }
}

/// A page of a shape, of at least so many bytes.
pub fn page(shape: &str, bytes: usize) -> Option<String> {
    let (_, fill) = SHAPES.iter().find(|(name, _)| *name == shape)?;
    let html = "<!doctype html><html lang=en><head><title>Down the river</title></head><body><article><h1>Down the river</h1>\n";
    let mut page =
        Page { html: html.to_owned(), bytes, words: WORDS.split_whitespace().collect(), seed: 88_172_645_463_325_252 };
    fill(&mut page);
    page.html.push_str("</article></body></html>\n");
    Some(page.html)
}

fn flat(page: &mut Page) {
    while !page.is_full() {
        page.paragraph();
    }
}

fn nested(page: &mut Page) {
    let mut depth = 0;
    while !page.is_full() {
        page.html.push_str("<section>");
        page.paragraph();
        depth += 1;
    }
    page.html.push_str(&"</section>".repeat(depth));
}

fn deep(page: &mut Page) {
    while !page.is_full() {
        // A small page is a lower tower.
        let depth = DEPTH.min(page.bytes / 30);
        page.html.push_str(&"<div>".repeat(depth));
        for _ in 0..10 {
            page.paragraph();
        }
        page.html.push_str(&"</div>".repeat(depth));
    }
}

fn wide(page: &mut Page) {
    while !page.is_full() {
        page.html.push_str("<div>");
        for _ in 0..20 {
            let word = page.word();
            page.html.push_str("<span>");
            page.html.push_str(word);
            page.html.push_str(" and more of it</span> ");
        }
        page.html.push_str("</div>\n");
    }
}
