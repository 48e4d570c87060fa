//! Code and other text whose lines and blanks matter.

use super::flow::Page;
use super::{Block, Code};
use crate::dom::{Attr, NodeId, Tag};
use crate::facts::Hints;

/// Beginnings of class names that are followed by a language's name (GitHub, Prism, highlight.js, Sphinx, Jekyll,
/// `SyntaxHighlighter`).
const LANGUAGE_PREFIXES: &[&str] =
    &["language-", "lang-", "highlight-source-", "highlight-text-", "brush:", "sourceCode-", "hljs-language-"];

/// A block of code, without its line numbers.
pub fn of(page: &Page, node: NodeId) -> Option<Block> {
    block(page, node, node)
}

/// The code of a table that sets it beside its line numbers: all the preformatted text in it.
pub fn of_table(page: &Page, table: NodeId) -> Option<Block> {
    block(page, table, table)
}

fn block(page: &Page, node: NodeId, named: NodeId) -> Option<Block> {
    let mut text = String::new();
    lines(page, node, &mut text);
    let text = text.trim_end().trim_start_matches(['\n', '\r']).to_owned();
    (!text.trim().is_empty()).then(|| Block::Code(Code { language: language(page, named), text }))
}

/// The text of a node, a line break for each `br` and around each block.
fn lines(page: &Page, node: NodeId, text: &mut String) {
    for child in page.children(node) {
        let tag = page.doc.tag(child);
        if page.facts.hints(child).has(Hints::LINE_NUMBER) {
            continue;
        }
        let own_line =
            page.facts.is_block(child) && !matches!(tag, Tag::Pre | Tag::Code | Tag::Td | Tag::Tbody | Tag::Table);
        if tag == Tag::Text {
            let piece = page.doc.text(child);
            // White space between the parts of a table is not code.
            if !(page.doc.tag(node).is_table() && piece.trim().is_empty()) {
                text.push_str(piece);
            }
        } else if tag == Tag::Br {
            text.push('\n');
        } else {
            break_line(text, own_line);
            lines(page, child, text);
            break_line(text, own_line);
        }
    }
}

fn break_line(text: &mut String, wanted: bool) {
    if wanted && !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

/// The language that a class near the code names: on it, in it, or on the two elements around it.
fn language(page: &Page, node: NodeId) -> Option<String> {
    let doc = page.doc;
    let inside = doc.subtree(node).filter(|at| matches!(doc.tag(*at), Tag::Pre | Tag::Code));
    let around = doc.ancestors(node).take(2);
    std::iter::once(node).chain(inside.take(3)).chain(around).find_map(|at| {
        let attribute = doc.attr(at, Attr::DataLang).or_else(|| doc.attr(at, Attr::DataLanguage));
        let class = doc.attr(at, Attr::Class).unwrap_or("");
        attribute.or_else(|| named_by(class)).map(str::trim).filter(|name| is_name(name)).map(str::to_ascii_lowercase)
    })
}

fn named_by(class: &str) -> Option<&str> {
    class.split_whitespace().enumerate().find_map(|(at, token)| {
        let prefix = LANGUAGE_PREFIXES.iter().find(|prefix| token.starts_with(**prefix))?;
        let name = token.strip_prefix(prefix)?;
        // "brush: python"
        if name.is_empty() {
            class.split_whitespace().nth(at + 1).map(|next| next.trim_end_matches(';'))
        } else {
            Some(name)
        }
    })
}

fn is_name(name: &str) -> bool {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-' | '_' | '.'));
    plain
        && !name.is_empty()
        && name.len() <= 20
        && !matches!(name, "none" | "plaintext" | "text" | "plain" | "nohighlight")
}
