//! How good the text and the metadata are on pages whose truth people have made, and that they do not get worse.
//!
//! The corpus is not part of the project (its pages are other people's): `LEDE_CORPUS` names its folder, by default
//! `../shared/corpus`. Its README tells where each set comes from. `tests/quality.json` holds the figures of the last
//! commit; `LEDE_ACCEPT=1` writes it anew. Each page is judged by the model that has not seen its domain.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use lede::article::Article;
use serde_json::{Value, json};
use support::folds::Folds;
use support::score::{Confusion, Field, same_authors, same_day, same_title, word_f1};

/// How much a figure may fall before the test fails.
const SLACK: f64 = 0.003;

/// Figures that must be reached whatever was reached before.
const FLOORS: &[(&str, f64)] = &[
    ("wcxb.article", 0.945),
    ("wcxb.all", 0.86),
    ("readability.f1", 0.94),
    ("segments.f1", 0.92),
    // Of the pages acted on without being asked at most two in a hundred are no articles, and of the articles four in
    // five are acted on.
    ("acted.precision", 0.98),
    ("acted.recall", 0.8),
];

fn corpus() -> PathBuf {
    let named = std::env::var_os("LEDE_CORPUS").map(PathBuf::from);
    named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"))
}

fn page(path: &Path) -> String {
    let mut bytes = Vec::new();
    flate2::read::MultiGzDecoder::new(
        fs::File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
    )
    .read_to_end(&mut bytes)
    .expect("a packed page");
    lede::dom::html::to_text(&bytes, None).into_owned()
}

fn value(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        .expect("JSON")
}

/// A page to read, with its truth.
struct Page {
    file: PathBuf,
    url: String,
    truth: Value,
}

/// The articles of some pages, made by as many threads as there are cores.
fn read(pages: &[Page]) -> Vec<Article> {
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let share = pages.len().div_ceil(threads).max(1);
    let extract = |page_: &Page| {
        let doc = lede::dom::html::parse(&page(&page_.file), &page_.url);
        let model = Folds::get().model_for(&page_.url);
        lede::render::rendered(lede::extract_with(&doc, &lede::Options::default(), model).article)
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = pages
            .chunks(share)
            .map(|chunk| {
                std::thread::Builder::new()
                    .stack_size(16 << 20)
                    .spawn_scoped(scope, move || chunk.iter().map(extract).collect::<Vec<_>>())
                    .expect("a thread")
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("no panic on any page")).collect()
    })
}

type Figures = BTreeMap<String, f64>;

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

fn text(article: &Article) -> &str {
    article.text_content.as_deref().unwrap_or("")
}

/// Title, author and date over some pages.
#[derive(Default)]
struct Fields {
    title: Field,
    author: Field,
    date: Field,
}

impl Fields {
    fn add(&mut self, article: &Article, truth: &Value, date_key: &str) {
        self.title.add(article.title.as_deref(), truth["title"].as_str(), same_title);
        self.author.add(article.byline.as_deref(), truth["author"].as_str(), same_authors);
        self.date.add(article.published_time.as_deref(), truth[date_key].as_str(), same_day);
    }

    fn figures(&self, set: &str, figures: &mut Figures) {
        for (name, field) in [("title", &self.title), ("author", &self.author), ("date", &self.date)] {
            figures.insert(format!("{set}.{name}"), field.recall());
            figures.insert(format!("{set}.{name} precision"), field.precision());
        }
    }
}

/// Pages that are picked as articles, and whether they are.
#[derive(Default)]
struct Picked {
    right: usize,
    wrong: usize,
    articles: usize,
}

impl Picked {
    fn add(&mut self, is_picked: bool, is_article: bool) {
        self.right += usize::from(is_picked && is_article);
        self.wrong += usize::from(is_picked && !is_article);
        self.articles += usize::from(is_article);
    }

    fn figures(&self, name: &str, figures: &mut Figures) {
        let share = |all: usize| self.right as f64 / all.max(1) as f64;
        figures.insert(format!("{name}.precision"), share(self.right + self.wrong));
        figures.insert(format!("{name}.recall"), share(self.articles));
    }
}

fn wcxb(folder: &Path, figures: &mut Figures) {
    let mut files: Vec<PathBuf> = fs::read_dir(folder.join("ground-truth"))
        .expect("ground-truth")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let pages: Vec<Page> = files
        .iter()
        .map(|file| {
            let truth = value(file);
            let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
            Page {
                file: folder.join("html").join(format!("{name}.html.gz")),
                url: truth["url"].as_str().unwrap_or("").to_owned(),
                truth,
            }
        })
        .collect();
    let mut by_type: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let (mut all, mut fields, mut types) = (Vec::new(), Fields::default(), Field::default());
    // Those that would be cleaned without being asked, and those that are more likely articles than not.
    let (mut acted, mut told) = (Picked::default(), Picked::default());
    for (page, article) in pages.iter().zip(read(&pages)) {
        let truth = &page.truth["ground_truth"];
        let kind = page.truth["_internal"]["page_type"]["primary"]
            .as_str()
            .unwrap_or("article")
            .replace("category", "collection");
        let f1 = word_f1(text(&article), truth["main_content"].as_str().unwrap_or(""));
        by_type.entry(kind.clone()).or_default().push(f1);
        all.push(f1);
        fields.add(&article, truth, "publish_date");
        let got = serde_json::to_value(article.page_type).expect("a type");
        types.add(got.as_str(), Some(&kind), |got, want| got == want);
        acted.add(lede::act::may(&article), kind == "article");
        told.add(article.article_probability >= 0.5, kind == "article");
    }
    acted.figures("acted", figures);
    told.figures("told", figures);
    figures.insert("wcxb.all".into(), mean(&all));
    for (kind, scores) in &by_type {
        figures.insert(format!("wcxb.{kind}"), mean(scores));
    }
    fields.figures("wcxb", figures);
    figures.insert("wcxb.page type".into(), types.recall());
}

fn segments(folder: &Path, figures: &mut Figures) {
    let notes = value(&folder.join("segments.json"));
    let pages: Vec<Page> = notes
        .as_object()
        .expect("an object")
        .iter()
        .map(|(id, truth)| Page {
            file: folder.join("html").join(format!("{id}.html.gz")),
            url: truth["url"].as_str().unwrap_or("").to_owned(),
            truth: truth.clone(),
        })
        .collect();
    let (mut confusion, mut fields) = (Confusion::default(), Fields::default());
    for (page, article) in pages.iter().zip(read(&pages)) {
        let pieces =
            |key: &str| page.truth[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>();
        confusion.add(text(&article), &pieces("with"), &pieces("without"));
        fields.add(&article, &page.truth, "date");
    }
    figures.insert("segments.f1".into(), confusion.f1());
    fields.figures("segments", figures);
}

fn readability(folder: &Path, figures: &mut Figures) {
    let mut folders: Vec<PathBuf> = fs::read_dir(folder)
        .expect("readability")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    let pages: Vec<Page> = folders
        .iter()
        .map(|folder| Page {
            file: folder.join("source.html.gz"),
            url: "http://fakehost/test/page.html".into(),
            truth: json!({}),
        })
        .collect();
    let scores: Vec<f64> = folders
        .iter()
        .zip(read(&pages))
        .map(|(folder, article)| {
            word_f1(text(&article), &support::markup::text_of(&page(&folder.join("expected.html.gz"))))
        })
        .collect();
    figures.insert("readability.f1".into(), mean(&scores));
}

/// How the rivals do on these pages (the corpus's README, November 2026), beside ours.
const RIVALS: &[(&str, &[(&str, f64)])] = &[
    ("wcxb.all", &[("rs-trafilatura", 0.845), ("Defuddle", 0.820), ("Trafilatura", 0.815), ("Readability", 0.778)]),
    ("wcxb.article", &[("rs-trafilatura", 0.936), ("Defuddle", 0.928), ("Trafilatura", 0.933), ("Readability", 0.936)]),
    ("wcxb.service", &[("rs-trafilatura", 0.813), ("Defuddle", 0.767), ("Trafilatura", 0.770), ("Readability", 0.738)]),
    ("wcxb.product", &[("rs-trafilatura", 0.587), ("Defuddle", 0.558), ("Trafilatura", 0.609), ("Readability", 0.459)]),
    (
        "wcxb.collection",
        &[("rs-trafilatura", 0.620), ("Defuddle", 0.601), ("Trafilatura", 0.550), ("Readability", 0.478)],
    ),
    ("wcxb.forum", &[("rs-trafilatura", 0.765), ("Defuddle", 0.715), ("Trafilatura", 0.688), ("Readability", 0.492)]),
    ("wcxb.listing", &[("rs-trafilatura", 0.754), ("Defuddle", 0.649), ("Trafilatura", 0.572), ("Readability", 0.543)]),
    (
        "wcxb.documentation",
        &[("rs-trafilatura", 0.931), ("Defuddle", 0.917), ("Trafilatura", 0.895), ("Readability", 0.894)],
    ),
    ("wcxb.title", &[("rs-trafilatura", 0.707), ("Defuddle", 0.652), ("Trafilatura", 0.496), ("Readability", 0.485)]),
    ("wcxb.author", &[("rs-trafilatura", 0.714), ("Defuddle", 0.665), ("Trafilatura", 0.642), ("Readability", 0.595)]),
    ("wcxb.date", &[("rs-trafilatura", 0.614), ("Defuddle", 0.723), ("Trafilatura", 0.849), ("Readability", 0.521)]),
    ("segments.f1", &[("rs-trafilatura", 0.888), ("Defuddle", 0.869), ("Trafilatura", 0.926), ("Readability", 0.883)]),
    (
        "segments.title",
        &[("rs-trafilatura", 0.727), ("Defuddle", 0.722), ("Trafilatura", 0.649), ("Readability", 0.661)],
    ),
    (
        "segments.author",
        &[("rs-trafilatura", 0.584), ("Defuddle", 0.556), ("Trafilatura", 0.563), ("Readability", 0.455)],
    ),
    (
        "segments.date",
        &[("rs-trafilatura", 0.595), ("Defuddle", 0.627), ("Trafilatura", 0.884), ("Readability", 0.514)],
    ),
];

const NAMES: [&str; 4] = ["rs-trafilatura", "Defuddle", "Trafilatura", "Readability"];

fn print(figures: &Figures) {
    println!("{:<28}{:>8}{}", "", "Lede", NAMES.map(|name| format!("{name:>16}")).concat());
    for (name, figure) in figures {
        let row = RIVALS.iter().find(|row| row.0 == name).map_or(&[][..], |row| row.1);
        let rival = |rival: &str| {
            row.iter()
                .find(|cell| cell.0 == rival)
                .map_or_else(|| format!("{:>16}", ""), |cell| format!("{:>16.3}", cell.1))
        };
        println!("{name:<28}{figure:>8.4}{}", NAMES.map(rival).concat());
    }
}

#[test]
fn the_figures_hold() {
    let folder = corpus();
    assert!(
        folder.join("wcxb/ground-truth").is_dir(),
        "no corpus at {}: LEDE_CORPUS names its folder",
        folder.display()
    );
    let mut figures = Figures::new();
    wcxb(&folder.join("wcxb"), &mut figures);
    segments(&folder.join("segments"), &mut figures);
    readability(&folder.join("readability"), &mut figures);
    print(&figures);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quality.json");
    if std::env::var_os("LEDE_ACCEPT").is_some() {
        let rounded: BTreeMap<&String, f64> =
            figures.iter().map(|(name, figure)| (name, (figure * 10_000.0).round() / 10_000.0)).collect();
        fs::write(&file, serde_json::to_string_pretty(&rounded).expect("JSON") + "\n").expect("tests/quality.json");
        println!("wrote {}", file.display());
    }
    let last = value(&file);
    let figure = |name: &str| figures.get(name).copied().unwrap_or(0.0);
    let fell = last
        .as_object()
        .expect("an object")
        .iter()
        .filter(|(name, was)| figure(name) < was.as_f64().unwrap_or(0.0) - SLACK)
        .map(|(name, was)| format!("{name}: {:.4}, was {was}", figure(name)));
    let low = FLOORS
        .iter()
        .filter(|(name, floor)| figure(name) < *floor)
        .map(|(name, floor)| format!("{name}: {:.4}, must be {floor}", figure(name)));
    let faults: Vec<String> = fell.chain(low).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
