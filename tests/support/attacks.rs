//! The attack pages of `tests/hostile`: what they are, and the pages that they make.

use std::fs;
use std::path::Path;

/// Where an attack stands in the shell of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Between the story's paragraphs.
    Text,
    /// In the page's head.
    Head,
    /// It is a page of its own.
    Whole,
}

/// An attack.
#[derive(Debug)]
pub struct Attack {
    /// `KIND/NAME`.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// The page, as bytes come.
    pub page: Vec<u8>,
}

/// All attacks, kind by kind.
///
/// # Panics
/// When a file can't be read, or is not written as `tests/hostile/README.md` tells.
pub fn attacks() -> Vec<Attack> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let shell = fs::read_to_string(folder.join("story.html")).expect("the story");
    let mut files: Vec<_> =
        fs::read_dir(&folder).expect("attacks").map(|entry| entry.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    files.iter().flat_map(|path| of_kind(path, &shell)).collect()
}

fn of_kind(path: &Path, shell: &str) -> Vec<Attack> {
    let kind = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path).expect("UTF-8");
    let (about, rest) = text.split_once("\n== ").expect("attacks");
    assert!(
        about.starts_with("# ") && about.contains("\n# Described in: "),
        "{kind}: what it is, and where it is described"
    );
    rest.split("\n== ").map(|one| attack(&kind, one, shell)).collect()
}

fn attack(kind: &str, text: &str, shell: &str) -> Attack {
    let (title, markup) = text.split_once('\n').expect("a title and its markup");
    let (name, what) = title.split_once(": ").expect("a name and what it is");
    assert!(!what.is_empty(), "{title}");
    let markup = markup.strip_suffix('\n').unwrap_or(markup);
    let (name, place) = match name.split_once(" [") {
        Some((name, "head]")) => (name, Place::Head),
        Some((name, "whole]")) => (name, Place::Whole),
        None => (name, Place::Text),
        Some(_) => panic!("{title}: no such place"),
    };
    let page = match place {
        Place::Text => shell.replace("<!--attack-->", markup),
        // The shell's own title gives way.
        Place::Head => shell.replace("<!--head-->", markup).replacen(
            SHELL_TITLE,
            if markup.contains("<title") { "" } else { SHELL_TITLE },
            1,
        ),
        Place::Whole => markup.to_owned(),
    };
    Attack { name: format!("{kind}/{name}"), place, page: bytes(&page) }
}

const SHELL_TITLE: &str = "<title>The lighthouse that was sold by weight</title>";

/// `\xHH` is a byte.
fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\x") {
        out.extend(before.as_bytes());
        if let Some(byte) = after.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            out.push(byte);
            rest = &after[2..];
        } else {
            out.extend(b"\\x");
            rest = after;
        }
    }
    out.extend(rest.as_bytes());
    out
}
