//! Whether a file still holds what was saved. This finds damage; it is no signature: whoever changes a file on purpose
//! can change the hash in it as well.

use std::io::{Cursor, Read};

use serde_json::Value;
use zip::ZipArchive;

use super::provenance::{CONTENT, SAVED, TEXT, content_hash, text_hash};
use super::{Format, epub, html, json, markdown, text};
use crate::article;

/// The most that is unpacked of an EPUB, in bytes: a packed file may be a bomb.
const MOST: u64 = 512 << 20;

/// What was found of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Whether it is what was saved.
    pub state: State,
    /// What it is, where it is a file of Lede's.
    pub format: Option<Format>,
    /// When it was saved, as it says itself.
    pub saved: Option<String>,
}

/// Whether a file is what was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It is.
    Intact,
    /// It is not: what of it has changed.
    Changed(String),
    /// It says of itself nothing that can be checked.
    Unknown,
}

/// Checks a file.
#[must_use]
pub fn verify(bytes: &[u8]) -> Check {
    if bytes.starts_with(b"PK") {
        return of_epub(bytes);
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return of_damaged(bytes) };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
    if text.starts_with('{') {
        of_json(&text)
    } else if text.starts_with("<!DOCTYPE html>") {
        of_html(&text)
    } else if text.starts_with("---\n") {
        of_markdown(&text)
    } else {
        of_text(&text)
    }
}

const UNKNOWN: Check = Check { state: State::Unknown, format: None, saved: None };

/// A text that is no UTF-8 any more was changed, if it was one of Lede's.
fn of_damaged(bytes: &[u8]) -> Check {
    let text = String::from_utf8_lossy(bytes);
    let named = [CONTENT, TEXT].iter().any(|name| text.contains(name));
    let state = if named { State::Changed("it is no UTF-8 any more".to_owned()) } else { State::Unknown };
    Check { state, ..UNKNOWN }
}

fn compared(format: Format, stated: Option<&str>, found: &str, saved: Option<&str>) -> Check {
    let state = match stated {
        None => State::Unknown,
        Some(hash) if hash == found => State::Intact,
        Some(_) => State::Changed("the text is not the one that was saved".to_owned()),
    };
    Check { state, format: Some(format), saved: saved.map(str::to_owned) }
}

fn of_json(text: &str) -> Check {
    let broken = || {
        let state =
            if text.contains(TEXT) { State::Changed("it is no JSON any more".to_owned()) } else { State::Unknown };
        Check { state, ..UNKNOWN }
    };
    let Ok(value) = serde_json::from_str::<Value>(text) else { return broken() };
    let said = |name: &str| value.get(json::PROVENANCE)?.get(name)?.as_str();
    compared(Format::Json, said(TEXT), &text_hash(&article::read(&value)), said(SAVED))
}

fn of_html(text: &str) -> Check {
    let (start, end) = html::BODY;
    let (head, rest) = text.split_once(start).unwrap_or((text, ""));
    let body = rest.rsplit_once(end).map_or(rest, |parts| parts.0);
    let said = |name: &str| {
        let begins = format!("<meta name=\"lede:{name}\" content=\"");
        Some(head.split_once(begins.as_str())?.1.split_once('"')?.0)
    };
    compared(Format::Html, said(CONTENT), &content_hash(body), said(SAVED))
}

fn of_markdown(text: &str) -> Check {
    let (front, content) = text.split_once(markdown::END).unwrap_or((text, ""));
    let said = |name: &str| row(front.lines(), name).map(|value| value.trim_matches('"'));
    compared(Format::Markdown, said(CONTENT), &content_hash(content), said(SAVED))
}

fn of_text(text: &str) -> Check {
    let Some((content, end)) = text.rsplit_once(text::RULE) else { return UNKNOWN };
    compared(Format::Text, row(end.lines(), CONTENT), &content_hash(content), row(end.lines(), SAVED))
}

/// The value of a line `NAME: VALUE`.
fn row<'a>(mut lines: impl Iterator<Item = &'a str>, name: &str) -> Option<&'a str> {
    lines.find_map(|line| Some(line.strip_prefix(name)?.strip_prefix(':')?.trim()))
}

fn of_epub(bytes: &[u8]) -> Check {
    let broken = |what: String| Check { state: State::Changed(what), format: Some(Format::Epub), saved: None };
    let files = match unpacked(bytes) {
        Ok(files) => files,
        Err(error) => return broken(format!("its container is damaged: {error}")),
    };
    let Some((_, package)) = files.iter().find(|row| row.0 == epub::PACKAGE) else {
        return Check { format: None, ..UNKNOWN };
    };
    let package = String::from_utf8_lossy(package);
    let said = |name: &str| {
        let begins = format!("<meta property=\"{name}\">");
        Some(package.split_once(begins.as_str())?.1.split_once('<')?.0)
    };
    let inside = files.iter().filter_map(|(path, bytes)| Some((epub::in_package(path)?, bytes.as_slice())));
    let found = epub::contents_hash(inside);
    compared(Format::Epub, said("lede:contents-sha256"), &found, said("dcterms:modified"))
}

/// The files of a container, in its order. Reading one to its end checks its bytes too.
fn unpacked(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, std::io::Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut left = MOST;
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at)?;
        let mut content = Vec::new();
        file.by_ref().take(left + 1).read_to_end(&mut content)?;
        left = left.checked_sub(content.len() as u64).ok_or_else(|| std::io::Error::other("it is too large"))?;
        files.push((file.name()?.into_owned(), content));
    }
    Ok(files)
}
