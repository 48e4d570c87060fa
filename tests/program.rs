//! The program from outside, where its own tests do not reach.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop")]

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// More than a pipe holds.
const MANY: usize = 4_000;

/// Runs the program on a long page, reads a line of what it says, and stops reading: whether it ends well, and its errors.
fn read_one_line(command: &[&str]) -> (bool, String) {
    let folder = std::env::temp_dir().join(format!("lede-program-{}-{}", std::process::id(), command[0]));
    std::fs::create_dir_all(&folder).expect("a folder");
    let page = folder.join("long.html");
    std::fs::write(&page, format!("<title>Long</title><article>{}</article>", "<p>A line, and more.</p>".repeat(MANY)))
        .expect("a page");
    let mut child = Command::new(env!("CARGO_BIN_EXE_lede"))
        .args(command)
        .arg(&page)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
    assert!(!line.is_empty());
    let output = child.wait_with_output().expect("its end");
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn whoever_reads_may_stop_reading() {
    for command in [&["explain"][..], &["outline"], &["clean", "--format", "html"]] {
        assert_eq!(read_one_line(command), (true, String::new()), "{command:?}");
    }
}
