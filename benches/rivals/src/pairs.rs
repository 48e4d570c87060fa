//! All engines on the same page, in turn.

use std::time::Instant;

use serde_json::{Map, Value, json};

use crate::engines::ENGINES;
use crate::{median, quantile, rounded};

/// How often each engine reads a page.
const TIMES: usize = 7;

/// What Lede's time may be, as a multiple of another's: the key in the JSON, the other, the most.
const BARS: [(&str, &str, f64); 3] = [
    ("time_vs_html5ever_parse", "html5ever", 2.5),
    ("time_vs_dom_smoothie", "dom_smoothie", 1.0),
    ("time_vs_rs_trafilatura", "rs-trafilatura", 0.2),
];

/// What each engine took on a page, in milliseconds: `None` where it has refused the page.
type Times = [Option<f64>; ENGINES.len()];

/// Measures, prints a table, and tells the same.
pub fn measure(set: &str, pages: &[String]) -> Map<String, Value> {
    let times: Vec<Times> = pages.iter().map(|page| times(page)).collect();
    let of = |at: usize| times.iter().filter_map(move |times| times[at]);
    println!("{set}: {} pages, the fastest of {TIMES} runs each", pages.len());
    println!("{:<18}{:>12}{:>12}{:>12}{:>9}", "", "median", "95 %", "mean", "refused");
    let mut told = Map::new();
    for (at, engine) in ENGINES.iter().enumerate() {
        let read = of(at).count();
        let (middle, high, mean) = (median(of(at)), quantile(of(at), 0.95), of(at).sum::<f64>() / read as f64);
        let refused = pages.len() - read;
        println!("{:<18}{middle:>9.3} ms{high:>9.3} ms{mean:>9.3} ms{refused:>9}", engine.name);
        let numbers = [middle, high, mean].map(|value| rounded(value, 4));
        let row = json!({ "median_ms": numbers[0], "p95_ms": numbers[1], "mean_ms": numbers[2], "pages": read, "refused": refused });
        told.insert(engine.name.to_owned(), row);
    }
    let mut all = Map::from_iter([("times".to_owned(), Value::Object(told))]);
    all.extend(BARS.iter().flat_map(|(key, other, bar)| ratio(key, other, *bar, &times)));
    all
}

fn times(page: &str) -> Times {
    let mut best = [Some(f64::MAX); ENGINES.len()];
    for _ in 0..TIMES {
        for (engine, best) in ENGINES.iter().zip(&mut best) {
            let began = Instant::now();
            let is_read = engine.reads(page);
            let took = began.elapsed().as_secs_f64() * 1e3;
            *best = best.filter(|_| is_read).map(|best| best.min(took));
        }
    }
    best
}

/// A ratio of medians over the pages that both have read, with what it is made of beside it.
fn ratio(key: &str, other: &str, bar: f64, times: &[Times]) -> [(String, Value); 2] {
    let at = ENGINES.iter().position(|engine| engine.name == other).unwrap_or_default();
    let both: Vec<(f64, f64)> = times.iter().filter_map(|times| times[0].zip(times[at])).collect();
    let [ours, theirs] = [median(both.iter().map(|it| it.0)), median(both.iter().map(|it| it.1))];
    let ratio = ours / theirs;
    let by_page = median(both.iter().map(|(ours, theirs)| ours / theirs));
    println!("{key:<26}{ratio:>7.3} (at most {bar}); median of the pages' own ratios {by_page:.3}");
    let parts = json!({
        "at_most": bar, "holds": ratio <= bar, "pages": both.len(), "by_page": rounded(by_page, 4),
        "lede_ms": rounded(ours, 4), "other_ms": rounded(theirs, 4), "other": other,
    });
    [(key.to_owned(), json!(rounded(ratio, 4))), (format!("{key}_parts"), parts)]
}
