//! Books pass epubcheck, the validator that shops run, without an error and without a warning.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

mod support;

use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;

use lede::article::{Article, Block};
use lede::save::{Extras, Format, Picture, book, file};

/// Where Debian's package puts it.
const JAR: &str = "/usr/share/java/epubcheck.jar";
/// The smallest GIF.
const GIF: &[u8] =
    b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

/// So many pages are books by themselves, and all are chapters of books; `LEDE_EPUBS` sets another number.
const BOOKS: usize = 8;
/// These, of each script and direction and with all that an article can hold, and others spread over all there are.
const ALONE: &[&str] = &[
    "news-ar-hijri-first-and-reporter-in-dateline",
    "i18n-japanese-ruby-without-rp",
    "math-katex-display-and-aligned",
    "lists-of-every-shape",
];

/// With a picture in the place of each that the page shows.
fn extras(article: &Article) -> Extras {
    let mut pictures = Vec::new();
    lede::render::each_picture(&article.body, &mut |src| {
        pictures.push(Picture { url: src.as_str().to_owned(), bytes: GIF.into(), ..Picture::default() });
    });
    // One stays away: a link stands in its place.
    pictures.truncate(pictures.len().saturating_sub(1).max(1));
    Extras { saved: "2026-11-27T09:30:00Z".parse().ok(), pictures, kept: Some(0.5), ..Extras::default() }
}

#[test]
fn books_pass_epubcheck() {
    let jar = std::env::var_os("LEDE_EPUBCHECK").map_or_else(|| PathBuf::from(JAR), PathBuf::from);
    assert!(jar.is_file(), "{} is missing: install epubcheck (Debian's package), or set LEDE_EPUBCHECK", jar.display());
    let cases = support::cases();
    let articles: Vec<(String, Article)> = cases.iter().map(|case| (case.name.clone(), case.article())).collect();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("epubcheck");
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut books = Vec::new();
    let told = |row: &&(String, Article)| row.1.body.iter().any(|block| !matches!(block, Block::Break));
    let is_named = |row: &&(String, Article)| ALONE.contains(&row.0.as_str());
    let (named, others): (Vec<_>, Vec<_>) = articles.iter().filter(told).partition(is_named);
    assert_eq!(named.len(), ALONE.len(), "{ALONE:?}");
    let count = std::env::var("LEDE_EPUBS").ok().and_then(|count| count.parse().ok()).unwrap_or(BOOKS);
    let step = others.len() / count.saturating_sub(ALONE.len()).max(1);
    for (name, article) in named.into_iter().chain(others.into_iter().step_by(step)) {
        books.push((name.clone(), file(article, Format::Epub, &extras(article)).expect("a book")));
    }
    assert!(books.len() >= count.min(articles.len()), "{} books", books.len());
    // Every article of ours is a chapter of one of two books, by its direction.
    let is_rtl = |row: &&(String, Article)| row.1.dir.as_deref() == Some("rtl");
    let (right, left): (Vec<_>, Vec<_>) = articles.iter().filter(told).partition(is_rtl);
    for (name, rows) in [("right-to-left", right), ("left-to-right", left)] {
        assert!(rows.len() >= 8, "{} chapters", rows.len());
        let chapters: Vec<(Article, Extras)> = rows.into_iter().map(|row| (row.1.clone(), extras(&row.1))).collect();
        books.push((name.to_owned(), book(&chapters, Some(name), chapters[0].1.saved).expect("a book")));
    }
    let waiting = Mutex::new(books);
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some((name, bytes)) = waiting.lock().expect("a list").pop() else { break };
                    let path = folder.join(format!("{name}.epub"));
                    std::fs::write(&path, bytes).expect("a file");
                    let checked = Command::new("java")
                        .args(["-XX:TieredStopAtLevel=1", "-jar"])
                        .arg(&jar)
                        .arg("--failonwarnings")
                        .arg(&path)
                        .output();
                    let checked = checked.expect("java");
                    if !checked.status.success() {
                        wrong
                            .lock()
                            .expect("a list")
                            .push(format!("{name}:\n{}", String::from_utf8_lossy(&checked.stderr)));
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("a list");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
