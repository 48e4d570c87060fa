//! How long it takes to find an article, beside the parse that every reader of HTML needs: `./build.sh bench`.
//!
//! Three things are measured on every page: html5ever's bare parse into the plainest of trees, the road from a file to a
//! [`Document`] (the same parser, and the document made of its tree), and Lede's whole line from the document to the
//! rendered article. A table tells the medians over the pages, and how many bare parses the file's whole way takes.
//! Pages are those of `tests/pages`, and those of the corpus where `LEDE_CORPUS` names its folder. Criterion then measures
//! the pages of `tests/pages` as a whole, and tells what has changed since its last run.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a measurement that cannot go on should stop"
)]

use std::fs;
use std::hint::black_box;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use html5ever::tendril::TendrilSink as _;
use lede::Options;
use lede::article::Article;
use lede::dom::{Document, html};
use markup5ever_rcdom::RcDom;

/// How often a page is measured; the fastest time counts, since all that disturbs makes it slower.
const TIMES: usize = 5;
/// Deep pages are walked by recursion up to the depth that a document may have.
const STACK: usize = 16 << 20;

fn main() {
    let measure = std::thread::Builder::new().stack_size(STACK).spawn(measure).expect("a thread");
    measure.join().expect("no panic on any page");
}

fn measure() {
    let ours = pages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages"));
    // `cargo test --benches` only wants to see that it runs.
    if std::env::args().any(|argument| argument == "--test") {
        return ours.iter().take(1).for_each(|page| println!("{:?}", time(page)));
    }
    println!(
        "{:<22}{:>6}{:>14}{:>14}{:>14}{:>8}",
        "medians by page", "pages", "bare parse", "document", "article", "ratio"
    );
    table("tests/pages", &ours);
    if let Some(corpus) = std::env::var_os("LEDE_CORPUS").map(PathBuf::from) {
        for set in ["wcxb", "segments", "readability"] {
            table(set, &pages(&corpus.join(set)));
        }
    }
    by_criterion(&ours);
}

/// The texts of all pages below a folder, in the order of their names; `expected.html` is no page.
fn pages(folder: &Path) -> Vec<String> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths.iter().flat_map(|path| if path.is_dir() { pages(path) } else { page(path).into_iter().collect() }).collect()
}

fn page(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let is_page = (name.ends_with(".html") || name.ends_with(".html.gz")) && !name.starts_with("expected.");
    is_page.then(|| {
        let mut bytes = fs::read(path).expect("a page");
        if name.ends_with(".gz") {
            let packed = std::mem::take(&mut bytes);
            flate2::read::MultiGzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).expect("a packed page");
        }
        html::to_text(&bytes, None).into_owned()
    })
}

fn bare_parse(page: &str) -> RcDom {
    html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(page)
}

fn document(page: &str) -> Document {
    html::parse(page, "https://example.org/")
}

fn article(doc: &Document) -> Article {
    lede::render::rendered(lede::extract(doc, &Options::default()).article)
}

/// The times of one page: bare parse, document, article.
fn time(page: &str) -> [Duration; 3] {
    let doc = document(page);
    let mut best = [Duration::MAX; 3];
    for _ in 0..TIMES {
        let now = [clock(|| bare_parse(page)), clock(|| document(page)), clock(|| article(&doc))];
        best.iter_mut().zip(now).for_each(|(best, now)| *best = now.min(*best));
    }
    best
}

/// What is made is dropped after the clock has stopped.
fn clock<T>(make: impl FnOnce() -> T) -> Duration {
    let began = Instant::now();
    let made = black_box(make());
    let took = began.elapsed();
    drop(made);
    took
}

fn table(set: &str, pages: &[String]) {
    let times: Vec<[f64; 3]> = pages.iter().map(|page| time(page).map(|time| time.as_secs_f64() * 1e3)).collect();
    let of = |value: fn(&[f64; 3]) -> f64| median(times.iter().map(value).collect());
    println!(
        "{set:<22}{:>6}{:>11.3} ms{:>11.3} ms{:>11.3} ms{:>8.2}",
        pages.len(),
        of(|[bare, ..]| *bare),
        of(|[_, document, _]| *document),
        of(|[.., article]| *article),
        of(|[bare, document, article]| (document + article) / bare),
    );
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

fn by_criterion(pages: &[String]) {
    let mut criterion = Criterion::default().sample_size(20).without_plots().configure_from_args();
    let docs: Vec<Document> = pages.iter().map(|page| document(page)).collect();
    let mut group = criterion.benchmark_group("tests/pages");
    group.throughput(Throughput::Bytes(pages.iter().map(|page| page.len() as u64).sum()));
    group.bench_function("bare parse", |it| {
        it.iter_with_large_drop(|| pages.iter().map(|page| bare_parse(page)).collect::<Vec<_>>());
    });
    group.bench_function("document", |it| {
        it.iter_with_large_drop(|| pages.iter().map(|page| document(page)).collect::<Vec<_>>());
    });
    group.bench_function("article of a document", |it| {
        it.iter_with_large_drop(|| docs.iter().map(article).collect::<Vec<_>>());
    });
    group.bench_function("article of a file", |it| {
        it.iter_with_large_drop(|| pages.iter().map(|page| article(&document(page))).collect::<Vec<_>>());
    });
    group.finish();
    criterion.final_summary();
}
