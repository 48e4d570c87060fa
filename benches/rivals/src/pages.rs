//! The pages that are read.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// So many articles of the corpus, evenly from its whole.
const MOST: usize = 120;

/// The name of the set, and the texts of its pages.
pub fn all() -> Result<(String, Vec<String>), String> {
    match std::env::var_os("LEDE_CORPUS") {
        Some(corpus) => Ok(("articles of WCXB".to_owned(), collected(&PathBuf::from(corpus).join("wcxb"))?)),
        None => Ok(("tests/pages".to_owned(), own()?)),
    }
}

fn own() -> Result<Vec<String>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/pages");
    names(&folder)?.iter().filter(|name| name.ends_with(".html")).map(|name| text(&folder.join(name))).collect()
}

/// Those that the corpus says are articles.
fn collected(folder: &Path) -> Result<Vec<String>, String> {
    let truths = folder.join("ground-truth");
    let mut chosen = Vec::new();
    for name in names(&truths)? {
        let told = fs::read(truths.join(&name)).map_err(|error| format!("{name}: {error}"))?;
        let told: Value = serde_json::from_slice(&told).map_err(|error| format!("{name}: {error}"))?;
        if told["_internal"]["page_type"]["primary"] == "article" {
            chosen.push(folder.join("html").join(name.replace(".json", ".html.gz")));
        }
    }
    let step = chosen.len().div_ceil(MOST).max(1);
    chosen.iter().step_by(step).map(|path| text(path)).collect()
}

fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries.flatten().map(|it| it.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn text(path: &Path) -> Result<String, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut bytes = fs::read(path).map_err(fault)?;
    if path.extension().is_some_and(|it| it == "gz") {
        let packed = std::mem::take(&mut bytes);
        flate2::read::MultiGzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).map_err(fault)?;
    }
    Ok(lede::dom::html::to_text(&bytes, None).into_owned())
}
