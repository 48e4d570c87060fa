//! Processes of their own: what a whole one takes, and how much memory.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use serde_json::{Map, Value, json};

use crate::engines::{ENGINES, Engine};
use crate::{STACK, cores, growth, median, pages, rounded};

/// How often each process is started.
const TIMES: usize = 3;

/// Runs this program again, and takes the line of JSON that it prints.
pub fn run(arguments: &[&str]) -> Result<Value, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let done = Command::new(program).args(arguments).output().map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&done.stdout);
    serde_json::from_str(&said).map_err(|_| format!("{}: {}", arguments.join(" "), done.status))
}

/// A process of each engine reads all pages, on one core and on all.
pub fn measure(count: usize) -> Result<Map<String, Value>, String> {
    let mut seen: BTreeMap<(usize, &str), Vec<(f64, Value)>> = BTreeMap::new();
    let jobs = [1, cores()];
    for _ in 0..TIMES {
        for jobs in jobs {
            for engine in &ENGINES {
                let began = Instant::now();
                let said = run(&["all", engine.name, &jobs.to_string()])?;
                seen.entry((jobs, engine.name)).or_default().push((began.elapsed().as_secs_f64(), said));
            }
        }
    }
    println!("a process that reads the {count} pages; median of {TIMES}");
    println!("{:<18}{:>6}{:>12}{:>12}{:>12}", "", "cores", "pages/s", "whole", "memory");
    let mut told: Map<String, Value> = Map::new();
    for ((jobs, name), runs) in &seen {
        let of = |key: &str| median(runs.iter().filter_map(|(_, said)| said[key].as_f64()));
        let rate = count as f64 / of("seconds");
        let (whole, memory) = (median(runs.iter().map(|(whole, _)| *whole)), of("peak_mb"));
        println!("{name:<18}{jobs:>6}{rate:>12.1}{whole:>10.2} s{memory:>9.1} MB");
        let row = json!({ "pages_per_second": rounded(rate, 1), "whole_s": rounded(whole, 3), "peak_mb": rounded(memory, 1) });
        told.entry(format!("cores_{jobs}")).or_insert_with(|| json!({}))[*name] = row;
    }
    Ok(Map::from_iter([("process".to_owned(), Value::Object(told))]))
}

/// In such a process: an engine reads all pages. The pages are read from the disk before the clock starts.
pub fn all(engine: &str, jobs: &str) -> Result<(), String> {
    let engine = Engine::named(engine).ok_or("no such engine")?;
    let jobs: usize = jobs.parse().map_err(|_| "no number of cores")?;
    let (_, pages) = pages::all()?;
    let began = Instant::now();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(page) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
            engine.reads(page);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            std::thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, work)
                .map_err(|error| error.to_string())?;
        }
        Ok::<(), String>(())
    })?;
    println!("{}", json!({ "seconds": began.elapsed().as_secs_f64(), "peak_mb": peak() }));
    Ok(())
}

/// In such a process: Lede reads a page of a shape and a size.
pub fn one(shape: &str, bytes: &str) -> Result<(), String> {
    let engine = Engine::named("lede").ok_or("no such engine")?;
    let page = growth::page(shape, bytes.parse().map_err(|_| "no size")?).ok_or("no such shape")?;
    let before = peak();
    let mut best = f64::MAX;
    // Small pages are over before the clock has seen them.
    let times = (4_000_000 / page.len()).clamp(3, 50);
    let mut first = None;
    for _ in 0..times {
        let began = Instant::now();
        engine.reads(&page);
        best = best.min(began.elapsed().as_secs_f64());
        first.get_or_insert_with(peak);
    }
    let grown = first.unwrap_or(before) - before;
    println!("{}", json!({ "seconds": best, "grown_mb": grown, "bytes": page.len() }));
    Ok(())
}

/// The most memory that this process has had, in MB of 10^6. Only Linux tells.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes: f64 = line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or(f64::NAN);
    kibibytes * 1024.0 / 1e6
}
