//! The targets of `fuzz/`, with the compiler that all else is built with: every seed, and a bounded run of changed ones.
//! `cargo fuzz run --sanitizer none TARGET` runs one for as long as one likes.

#![allow(clippy::expect_used, reason = "a test that cannot go on should stop")]

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

/// How often a target is run here, unless `LEDE_FUZZ` says otherwise.
const RUNS: usize = 400;
/// How long one run may take.
const LONGEST: Duration = Duration::from_secs(5);
/// What seeds are changed with: signs that mean something somewhere.
const PIECES: &[&[u8]] = &[
    b"<",
    b">",
    b"\"",
    b"'",
    b"&",
    b"\0",
    b"]]>",
    b"-->",
    b"</",
    b"\\",
    b"`",
    b"\n",
    b"{",
    b"}",
    b"[",
    b",",
    b":",
    b"#",
    b"\xE2\x80\xAE",
    b"\x1B",
    b"javascript:",
    b"<svg>",
    b"<math>",
    b"&#x",
    b"99999999999",
    b"\xFF",
    b" ",
    b"(",
    b"|",
    b"*",
];

/// The same numbers each time (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 as usize % most.max(1)
    }
}

fn changed(seeds: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = seeds.get(numbers.below(seeds.len())).cloned().unwrap_or_default();
    for _ in 0..=numbers.below(8) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + numbers.below(6)).min(bytes.len());
        let piece = match numbers.below(4) {
            0 => vec![numbers.below(256) as u8],
            1 => bytes.get(at..end).map(<[u8]>::to_vec).unwrap_or_default().repeat(3),
            2 => Vec::new(),
            _ => PIECES.get(numbers.below(PIECES.len())).map(|piece| piece.to_vec()).unwrap_or_default(),
        };
        bytes.splice(at..end, piece);
    }
    bytes
}

#[test]
fn no_target_fails_on_its_seeds_or_near_them() {
    let runs = std::env::var("LEDE_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(RUNS);
    let mut total = 0;
    for (name, run) in targets::TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(name);
        let mut paths: Vec<_> =
            fs::read_dir(folder).expect("seeds").map(|entry| entry.expect("a seed").path()).collect();
        paths.sort();
        let seeds: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).expect("a seed")).collect();
        assert!(!seeds.is_empty(), "{name} has no seeds");
        let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
        for at in 0..seeds.len() + runs {
            let bytes = seeds.get(at).cloned().unwrap_or_else(|| changed(&seeds, &mut numbers));
            let began = Instant::now();
            assert!(catch_unwind(|| run(&bytes)).is_ok(), "{name} fails on {:?}", bytes.escape_ascii().to_string());
            assert!(
                began.elapsed() < LONGEST,
                "{name} takes {:?} on {:?}",
                began.elapsed(),
                bytes.escape_ascii().to_string()
            );
            total += 1;
        }
    }
    println!("{total} runs");
}
