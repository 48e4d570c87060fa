//! Who may import whom, and how long a file may be: the rules of `ARCHITECTURE.md`, read from the sources.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The stages in the order in which a page passes them: each may use those before it and none after.
const ORDER: &[&str] = &[
    "options", "dom", "data", "facts", "claims", "blocks", "find", "metadata", "keep", "learn", "article", "render",
    "save", "plan", "act", "pages", "comments", "explain", "lib", "wasm",
];

/// Crates that one file alone may name, by the beginning of its path.
const ALONE: &[(&str, &[&str])] = &[
    ("html5ever", &["dom/html/"]),
    ("encoding_rs", &["dom/html/"]),
    ("wasm_bindgen", &["wasm/", "dom/live.rs"]),
    ("web_sys", &["wasm/", "dom/live.rs", "dom/link/"]),
    ("js_sys", &["wasm/", "dom/live.rs"]),
    ("serde_wasm_bindgen", &["wasm/reading.rs"]),
    ("clap", &["bin/"]),
    ("flate2", &["bin/"]),
    ("base64", &["save/pictures.rs"]),
    ("sha2", &["save/provenance.rs"]),
    ("unicode_segmentation", &["save/name.rs"]),
    ("zip", &["save/"]),
    ("jiff", &["metadata/date", "options.rs", "save/", "wasm/", "bin/"]),
    ("url", &["dom/link/"]),
];

/// The most lines of a file that is no table.
const LONGEST: usize = 500;

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut waiting = vec![root.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).expect("src") {
            let path = entry.expect("an entry").path();
            // The weights of the model lie among the sources too.
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    let name = |path: &Path| path.strip_prefix(&root).expect("in src").to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read_to_string(path).expect("a source"))).collect()
}

fn stage(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

fn rank(stage: &str) -> usize {
    ORDER
        .iter()
        .position(|name| *name == stage)
        .unwrap_or_else(|| panic!("src/{stage} stands in no place of the order in tests/layers.rs"))
}

/// The code without its tests: those may look where they like.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

#[test]
fn each_stage_uses_only_those_before_it() {
    let mut faults = Vec::new();
    for (file, text) in sources().iter().filter(|(file, _)| !file.starts_with("bin/") && !file.ends_with("tests.rs")) {
        for line in code(text).lines().filter(|line| !line.trim_start().starts_with("//")) {
            for used in line.split("crate::").skip(1) {
                let used = used.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or("");
                let is_stage = ORDER.contains(&used);
                if is_stage && rank(used) > rank(stage(file)) {
                    faults.push(format!("src/{file} uses crate::{used}, which comes after it: {}", line.trim()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_order_of_lib_is_the_order_of_the_stages() {
    let all = sources();
    let lib = &all.iter().find(|(file, _)| file == "lib.rs").expect("lib.rs").1;
    let modules = lib
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .collect::<Vec<_>>();
    let ranks: Vec<usize> = modules.iter().map(|name| rank(name)).collect();
    assert!(ranks.is_sorted(), "lib.rs lists {modules:?}");
}

#[test]
fn what_one_room_holds_is_named_there_alone() {
    let mut faults = Vec::new();
    for (file, text) in sources() {
        for (name, rooms) in ALONE.iter().filter(|row| !row.1.iter().any(|room| file.starts_with(room))) {
            let names = |line: &str| {
                [format!("use {name}::"), format!("{name}::")].iter().any(|piece| line.contains(piece.as_str()))
                    && !line.contains(&format!("_{name}::"))
            };
            let comment = |line: &str| line.trim_start().starts_with("//");
            if let Some(line) = code(&text).lines().find(|line| names(line) && !comment(line)) {
                faults.push(format!("src/{file} names {name}, which belongs to {rooms:?}: {}", line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn rendering_knows_articles_and_no_pages() {
    for (file, text) in
        sources().iter().filter(|(file, _)| ["render/", "save/"].iter().any(|room| file.starts_with(room)))
    {
        for stage in ["facts", "claims", "blocks", "find", "keep", "metadata"] {
            assert!(!code(text).contains(&format!("crate::{stage}")), "src/{file} uses {stage}");
        }
        assert!(!code(text).contains("Document"), "src/{file} names Document");
    }
}

#[test]
fn files_fit_a_sitting() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|(file, _)| !file.starts_with("data/"))
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|row| row.1 > LONGEST)
        .map(|(file, lines)| format!("src/{file}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines: {long:?}");
}
