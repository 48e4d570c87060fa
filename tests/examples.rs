//! The examples do what they say, and the package holds what builds the library and nothing else.

#![allow(clippy::expect_used, reason = "a test that cannot go on should stop")]

use std::process::Command;

/// What an example prints.
fn run(name: &str, arguments: &[&str]) -> String {
    let profile: &[&str] = if cfg!(debug_assertions) { &[] } else { &["--release"] };
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["run", "--quiet", "--locked", "--features", "cli", "--example", name])
        .args(profile)
        .arg("--")
        .args(arguments)
        .output()
        .expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_library_reads_a_page() {
    let printed = run("library", &[]);
    assert!(printed.starts_with("After ninety years, the tide mill grinds again (542 words)\n"), "{printed}");
    assert!(printed.contains("Volunteers in Pellow Haven have brought a tide mill back to work"));
}

#[test]
fn an_article_becomes_files_that_hold() {
    let folder = std::env::temp_dir().join(format!("lede-examples-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let address = "https://sandbarcourier.example/estuary/mill.html";
    let printed = run("files", &["tests/pages/sample-news.html", address, &folder.to_string_lossy()]);
    let files: Vec<_> = std::fs::read_dir(&folder).expect("the folder").filter_map(Result::ok).collect();
    assert_eq!((printed.lines().count(), files.len()), (5, 5), "{printed}");
    for file in files {
        let check = lede::save::verify(&std::fs::read(file.path()).expect("a file"));
        assert_eq!(check.state, lede::save::State::Intact, "{}", file.path().display());
    }
    std::fs::remove_dir_all(&folder).expect("the folder goes");
}

#[test]
fn a_tree_of_another_parsers_is_read() {
    let printed = run("builder", &[]);
    assert!(printed.starts_with("A heron on the weir\nAnn Marsh\nThe heron came to the weir"), "{printed}");
    assert!(!printed.contains("More birds"));
}

#[test]
fn what_is_published_has_all_sources_and_no_pages() {
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["package", "--list", "--allow-dirty", "--offline", "--quiet"])
        .output()
        .expect("cargo");
    let list = String::from_utf8_lossy(&output.stdout).into_owned();
    let files: Vec<&str> = list.lines().map(str::trim).filter(|file| !file.is_empty()).collect();
    for wanted in
        ["src/lib.rs", "src/learn/lede.model", "src/save/style.css", "examples/library.rs", "LICENSE", "README.md"]
    {
        assert!(files.contains(&wanted), "{wanted} is not among {files:?}");
    }
    let rooms =
        ["src/", "examples/", "docs/", "Cargo.", "CHANGELOG.md", "LICENSE", "README.md", ".cargo_vcs_info.json"];
    let strangers: Vec<_> = files.iter().filter(|file| !rooms.iter().any(|room| file.starts_with(room))).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let bytes: u64 = files.iter().filter_map(|file| Some(std::fs::metadata(root.join(file)).ok()?.len())).sum();
    assert!(bytes < 2_000_000, "{bytes} bytes");
}
