//! An article as a text file: the title and the text, then where it came from.

use super::Extras;
use super::provenance::Provenance;
use crate::article::Article;
use crate::render;

/// Parts the text from what is told of it. Nothing of the text can look like the whole of it, which stands last.
pub const RULE: &str = "\n-- \nLede\n";

/// The file.
pub fn file(article: &Article, extras: &Extras) -> String {
    let text = render::title_and_text(article);
    let mut out = text.clone();
    out.push_str(RULE);
    for (name, value) in Provenance::of(article, extras).with_content(&text).texts() {
        out.extend([name, ": ", &one_line(&value), "\n"]);
    }
    if !extras.annotations.is_empty() {
        out.extend(["\n", &extras.words.highlights, "\n"]);
    }
    for annotation in &extras.annotations {
        out.extend(["\n> ", &one_line(&annotation.exact), "\n"]);
        if !annotation.note.trim().is_empty() {
            out.extend([&one_line(&annotation.note), "\n"]);
        }
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
