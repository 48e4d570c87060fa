//! The program from outside, where its own tests do not reach.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop")]

use std::io::{BufRead, BufReader, Write};
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

/// A record of an archive that holds what a server has answered.
fn record(id: &str, answer: &str) -> String {
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:{id}>\r\nWARC-Target-URI: https://weir.example/{id}\r\n\
         WARC-Date: 2026-11-25T10:00:00Z\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{answer}\r\n\r\n",
        answer.len()
    )
}

#[test]
fn an_archive_may_come_by_standard_input_and_what_fails_is_a_line_too() {
    let page =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>A heron on the weir</title><p>It stood there.</p>";
    let packed_oddly = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n?";
    let archive = [record("1", page), record("2", packed_oddly), record("3", page)].concat();
    let mut child = Command::new(env!("CARGO_BIN_EXE_lede"))
        .args(["clean", "--stdin", "warc", "--with", "failures", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program");
    child.stdin.take().expect("its input").write_all(archive.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("its end");
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<serde_json::Value> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect();
    let ids: Vec<&str> = lines.iter().map(|line| line["id"].as_str().unwrap_or("")).collect();
    assert_eq!(ids, ["urn:1", "urn:2", "urn:3"]);
    assert_eq!(lines[0]["title"], "A heron on the weir");
    assert_eq!(lines[1]["url"], "https://weir.example/2");
    assert!(lines[1]["error"].as_str().is_some_and(|error| error.contains("\"br\"")), "{}", lines[1]);
    assert!(lines[2].get("error").is_none());
}
