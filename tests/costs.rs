//! What a page costs, in what can be counted and comes out the same on every machine: how often memory is asked for,
//! how much of it, and how long the snapshot is. Time is measured by `./build.sh bench`, and holds nothing up.
//!
//! `tests/costs.json` has the counts, and the pages that they are of. One that rises by more than [`SLACK`] fails; one that falls as much wants the file
//! to be written anew, so that what was won is not lost again: `LEDE_ACCEPT=1 cargo test --features cli --test costs`.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

use std::alloc::System;
use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use lede::Options;
use lede::dom::snapshot::{Snapshot, SnapshotWriter, decode};
use lede::dom::{Document, NodeId, Tag, html};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, Stats, StatsAlloc};

#[global_allocator]
static MEMORY: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Compilers differ a little in how they collect.
const SLACK: f64 = 0.02;
/// By stage: what was counted, over all pages.
type Counts = BTreeMap<String, u64>;

#[derive(serde::Serialize, serde::Deserialize)]
struct Costs {
    /// Those of `tests/pages` that are counted: others may come and go.
    pages: Vec<String>,
    counts: Counts,
}

// One test alone: the counts are those of the whole process.
#[test]
fn pages_cost_no_more_than_they_did() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/costs.json");
    let Costs { pages, counts: was } =
        serde_json::from_slice(&fs::read(&file).expect("tests/costs.json")).expect("costs");
    let counting = move || (counted(&pages), pages);
    let thread = std::thread::Builder::new().stack_size(16 << 20).spawn(counting).expect("a thread");
    let (now, pages) = thread.join().expect("counts");
    if env::var_os("LEDE_ACCEPT").is_some() {
        let told = serde_json::to_string_pretty(&Costs { pages, counts: now }).expect("numbers");
        return fs::write(&file, told + "\n").expect("the file is written");
    }
    assert_eq!(was.keys().collect::<Vec<_>>(), now.keys().collect::<Vec<_>>(), "the counts have other names");
    let moved: Vec<String> = now.iter().filter_map(|(name, now)| moved(name, was[name], *now)).collect();
    assert!(moved.is_empty(), "LEDE_ACCEPT=1 writes down what is meant:\n{}", moved.join("\n"));
}

fn moved(name: &str, was: u64, now: u64) -> Option<String> {
    let by = now as f64 / was as f64 - 1.0;
    (by.abs() > SLACK).then(|| format!("{name}: {was} became {now}, {:+.1} %", by * 100.0))
}

fn counted(names: &[String]) -> Counts {
    let pages: Vec<String> = names.iter().map(|name| page(name)).collect();
    // Tables that are made when they are first asked for are no page's cost.
    pages.iter().take(1).for_each(|page| drop(through(page, &mut Counts::new())));
    let mut counts = Counts::new();
    pages.iter().for_each(|page| drop(through(page, &mut counts)));
    counts
}

fn page(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages").join(name);
    html::to_text(&fs::read(path).unwrap_or_else(|error| panic!("{name}: {error}")), None).into_owned()
}

/// A page from its text to the article, by the file's way and by the browser's.
fn through(page: &str, counts: &mut Counts) -> Option<String> {
    let parsed = count("parse", counts, || html::parse(page, "https://example.org/"));
    let snapshot = snapshot_of(&parsed);
    let length =
        snapshot.layout.encode_utf16().count() * 2 + snapshot.text.len() + snapshot.attrs.len() + snapshot.names.len();
    *counts.entry("snapshot: bytes".to_owned()).or_default() += length as u64;
    let doc = count("decode", counts, || decode(&snapshot)).expect("a snapshot of ours");
    let found = count("extract", counts, || lede::extract(&doc, &Options::default()).article);
    count("render", counts, || lede::render::rendered(found)).content
}

fn count<T>(stage: &str, counts: &mut Counts, make: impl FnOnce() -> T) -> T {
    let region = Region::new(MEMORY);
    let made = make();
    let Stats { allocations, reallocations, bytes_allocated, .. } = region.change();
    let mut add = |what: &str, number: usize| *counts.entry(format!("{stage}: {what}")).or_default() += number as u64;
    add("allocations", allocations + reallocations);
    add("bytes", bytes_allocated);
    made
}

/// The snapshot that a browser would hand over of such a document.
fn snapshot_of(doc: &Document) -> Snapshot {
    let mut writer = SnapshotWriter::new(doc.url());
    let mut open: Vec<NodeId> = Vec::new();
    for node in doc.nodes() {
        while open.last().is_some_and(|last| !doc.contains(*last, node)) {
            open.pop();
            writer.close();
        }
        if doc.tag(node) == Tag::Text {
            writer.text(doc.text(node));
        } else {
            let attrs: Vec<_> = doc.attrs(node).map(|(name, value)| (doc.attr_name(name), value)).collect();
            writer.open(doc.tag(node).name(), 0, &attrs);
            open.push(node);
        }
    }
    open.iter().for_each(|_| writer.close());
    writer.finish()
}
