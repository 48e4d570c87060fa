//! Lede's native time beside that of other extractors, and of the bare parse that all of them need:
//! `./build.sh bench native` runs it.
//!
//! Pages are articles of the corpus where `LEDE_CORPUS` names its folder, else those of `tests/pages`. On each page every
//! engine runs in turn, several times over, and its fastest run counts: whatever disturbs makes it slower. Ratios are of
//! medians over the pages. Then each engine reads all of them in a process of its own, on one core and on all; and Lede
//! reads pages that grow. With `--json FILE` all of it is written down.

mod children;
mod engines;
mod growth;
mod pages;
mod pairs;
mod tree;

use std::fs;
use std::process::ExitCode;

use serde_json::{Map, Value, json};

/// Deep pages are walked by recursion, by rivals too.
const STACK: usize = 256 << 20;

fn main() -> ExitCode {
    let run = std::thread::Builder::new().stack_size(STACK).spawn(run);
    match run.map(std::thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        Ok(Ok(Err(why))) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
        _ => ExitCode::FAILURE,
    }
}

fn run() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => measure().map(drop),
        ["--json", file] => {
            let told = serde_json::to_string_pretty(&measure()?).map_err(|error| error.to_string())?;
            fs::write(file, told + "\n").map_err(|error| format!("{file}: {error}"))
        }
        // What the measurement starts itself with.
        ["all", engine, jobs] => children::all(engine, jobs),
        ["one", shape, bytes] => children::one(shape, bytes),
        _ => Err("usage: lede-rivals [--json FILE]".to_owned()),
    }
}

fn measure() -> Result<Value, String> {
    let (set, pages) = pages::all()?;
    let mut told = Map::new();
    told.insert("machine".to_owned(), machine());
    told.insert("versions".to_owned(), engines::versions());
    told.insert("set".to_owned(), json!(set));
    told.insert("pages".to_owned(), json!(pages.len()));
    told.extend(pairs::measure(&set, &pages));
    told.extend(children::measure(pages.len())?);
    told.extend(growth::measure()?);
    Ok(Value::Object(told))
}

fn machine() -> Value {
    let read = |path| fs::read_to_string(path).unwrap_or_default();
    let cpu = read("/proc/cpuinfo");
    let model =
        cpu.lines().find_map(|line| line.strip_prefix("model name")).map(|it| it.trim_start_matches([' ', '\t', ':']));
    let load = read("/proc/loadavg");
    json!({ "cpu": model, "cores": cores(), "load": load.split(' ').next() })
}

/// How many processors there are.
fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The value in the middle.
fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    quantile(values, 0.5)
}

/// The value below which such a part lies.
fn quantile(values: impl IntoIterator<Item = f64>, part: f64) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let at = (part * values.len() as f64) as usize;
    values.get(at.min(values.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

/// So many places after the point.
fn rounded(value: f64, places: i32) -> f64 {
    let scale = 10_f64.powi(places);
    (value * scale).round() / scale
}
