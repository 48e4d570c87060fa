//! An article's body as Markdown: CommonMark; tables, footnotes and strokes as GFM has them; formulas in dollars.

mod line;
mod notes;

use std::collections::HashSet;

use super::text::line as plain;
use crate::article::{Block, Cell, Definition, Inline, Link, Math, Table};
use line::{code, destination, formula};
use notes::Notes;

/// A body. `picture` tells where the file of a picture lies; where nowhere, its address stands.
#[must_use]
pub fn body(blocks: &[Block], picture: &dyn Fn(&Link) -> Option<String>) -> String {
    let notes = Notes::of(blocks);
    let places = notes.places(blocks);
    let writer = Writer { picture, notes, places };
    let mut text = writer.stack(blocks, "\n\n");
    text.push('\n');
    text
}

/// What the parts of a body know of the whole.
struct Writer<'a> {
    picture: &'a dyn Fn(&Link) -> Option<String>,
    /// What is written as footnotes.
    notes: Notes,
    /// The places that are led to.
    places: HashSet<String>,
}

impl Writer<'_> {
    fn stack(&self, blocks: &[Block], gap: &str) -> String {
        let mut out = String::new();
        let mut before: Option<&Block> = None;
        for block in blocks {
            let part = self.block(block);
            if part.trim().is_empty() {
                continue;
            }
            if let Some(before) = before {
                out.push_str(gap);
                // Else two lists would be one.
                if matches!((before, block), (Block::List(_), Block::List(_))) {
                    out.extend(["<!-- -->", gap]);
                }
            }
            out.push_str(&part);
            before = Some(block);
        }
        out
    }

    fn block(&self, block: &Block) -> String {
        match block {
            Block::Heading(heading) => {
                let text = self.one_line(&heading.content);
                // Marks at the end would be taken for the heading's own.
                let text = text.strip_suffix('#').map_or(text.clone(), |rest| format!("{rest}\\#"));
                if text.is_empty() { text } else { format!("{} {text}", "#".repeat(heading.level.clamp(2, 6).into())) }
            }
            Block::Paragraph(content) => self.paragraph(content),
            Block::List(list) => match self.notes.definitions(list) {
                Some(labels) => self.definitions(&list.items, &labels),
                None => self.items(list.start, &list.items),
            },
            Block::Definitions(groups) => {
                groups.iter().map(|group| self.meaning(group)).collect::<Vec<_>>().join("\n\n")
            }
            Block::Quote(blocks) => prefixed(&self.stack(blocks, "\n\n"), "> ", "> "),
            Block::Code(code) => fenced(&code.text, code.language.as_deref()),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => {
                let images: Vec<String> = figure.images.iter().map(|image| self.image(image)).collect();
                let caption = self.paragraph(&figure.caption);
                let parts = [images.join("\n"), caption];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
            }
            Block::Embed(embed) => {
                let title = Inline::Text(embed.title.clone());
                let anchor = crate::article::Anchor { href: embed.href.clone(), content: vec![title] };
                self.paragraph(&[Inline::Link(anchor)])
            }
            Block::Math(math) => display(math),
            Block::Details(details) => {
                let summary = self.bold(&details.summary);
                let parts = [summary, self.stack(&details.content, "\n\n")];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
            }
            Block::LeftOut(_) => String::new(),
            Block::Break => "***".to_owned(),
        }
    }

    fn bold(&self, content: &[Inline]) -> String {
        self.one_line(&[Inline::Strong(content.to_vec())])
    }

    fn meaning(&self, group: &Definition) -> String {
        let terms: Vec<String> = group.terms.iter().map(|term| self.bold(term)).collect();
        let terms = terms.into_iter().filter(|term| !term.is_empty()).collect::<Vec<_>>().join("\\\n");
        let parts = [terms, self.stack(&group.meaning, "\n\n")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    fn items(&self, start: Option<i32>, items: &[Vec<Block>]) -> String {
        let mut lines = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let number = |start: i32| (start.max(0) as usize + at).min(999_999_999);
            let marker = start.map_or_else(|| "- ".to_owned(), |start| format!("{}. ", number(start)));
            let tight = item.len() > 1 && item.iter().skip(1).all(|block| matches!(block, Block::List(_)));
            let text = self.stack(item, if tight { "\n" } else { "\n\n" });
            let lead = prefixed(&text, &marker, &" ".repeat(marker.len()));
            lines.push(if text.is_empty() { marker.trim_end().to_owned() } else { lead });
        }
        lines.join("\n")
    }

    fn definitions(&self, items: &[Vec<Block>], labels: &[String]) -> String {
        let notes = items.iter().zip(labels).map(|(item, label)| {
            let text = self.stack(item, "\n\n");
            prefixed(&text, &format!("[^{label}]: "), "    ")
        });
        notes.collect::<Vec<_>>().join("\n\n")
    }

    /// A table. What spans several rows stands in the first of them.
    fn table(&self, table: &Table) -> String {
        let mut below: Vec<u16> = Vec::new();
        let rows: Vec<Vec<String>> = table.rows.iter().map(|row| self.row(row, &mut below)).collect();
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let headed = table.rows.first().is_some_and(|row| !row.is_empty() && row.iter().all(|cell| cell.header));
        let line = |cells: &[String]| {
            let texts = cells.iter().map(String::as_str).chain(std::iter::repeat("")).take(width);
            texts.fold(String::from("|"), |line, text| format!("{line} {text} |"))
        };
        let (head, rest) = match rows.split_first() {
            Some((first, rest)) if headed => (first.as_slice(), rest),
            _ => (&[][..], rows.as_slice()),
        };
        let mut lines = Vec::new();
        if width > 0 {
            lines.extend([line(head), format!("|{}", " --- |".repeat(width))]);
            lines.extend(rest.iter().map(|row| line(row)));
        }
        let parts = [self.paragraph(&table.caption), lines.join("\n")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// A row's cells; `below` counts for each column the rows that a cell above still spans.
    fn row(&self, row: &[Cell], below: &mut Vec<u16>) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        let spanned = |out: &mut Vec<String>, below: &mut Vec<u16>| {
            while let Some(left) = below.get_mut(out.len()).filter(|left| **left > 0) {
                *left -= 1;
                out.push(String::new());
            }
        };
        for cell in row {
            spanned(&mut out, below);
            let columns = usize::from(cell.colspan.clamp(1, WIDEST));
            if below.len() < out.len() + columns {
                below.resize(out.len() + columns, 0);
            }
            if let Some(places) = below.get_mut(out.len()..out.len() + columns) {
                places.fill(cell.rowspan.max(1) - 1);
            }
            let blocks: Vec<String> = cell.content.iter().map(|block| self.in_cell(block)).collect();
            let text = blocks.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("<br>");
            out.push(text.replace("\\|", "|").replace('|', "\\|"));
            out.extend(std::iter::repeat_n(String::new(), columns - 1));
        }
        spanned(&mut out, below);
        out
    }

    /// A block in a table's cell, which is one line.
    fn in_cell(&self, block: &Block) -> String {
        let joined = |parts: Vec<String>, mark: &str| {
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(mark)
        };
        let blocks = |blocks: &[Block]| joined(blocks.iter().map(|block| self.in_cell(block)).collect(), "<br>");
        let line = |content: &[Inline]| self.text(content).replace("\\\n", "<br>");
        match block {
            Block::Heading(heading) => self.bold(&heading.content),
            Block::Paragraph(content) => line(content),
            Block::List(list) => joined(list.items.iter().map(|item| blocks(item)).collect(), "<br>"),
            Block::Definitions(groups) => {
                let meaning = |group: &Definition| {
                    let terms = group.terms.iter().map(|term| self.bold(term));
                    joined(terms.chain([blocks(&group.meaning)]).collect(), "<br>")
                };
                joined(groups.iter().map(meaning).collect(), "<br>")
            }
            Block::Quote(inside) => blocks(inside),
            Block::Code(text) => joined(text.text.lines().map(code).collect(), "<br>"),
            Block::Table(table) => {
                let row = |row: &Vec<Cell>| joined(row.iter().map(|cell| blocks(&cell.content)).collect(), " ");
                joined([line(&table.caption)].into_iter().chain(table.rows.iter().map(row)).collect(), "<br>")
            }
            Block::Figure(figure) => {
                let images = figure.images.iter().map(|image| self.image(image));
                joined(images.chain([line(&figure.caption)]).collect(), "<br>")
            }
            Block::Details(details) => joined(vec![self.bold(&details.summary), blocks(&details.content)], "<br>"),
            Block::Math(math) => formula(math),
            Block::Embed(_) => self.block(block),
            Block::LeftOut(_) | Block::Break => String::new(),
        }
    }

    /// A file's name, or the address of a picture.
    fn source(&self, src: &Link) -> String {
        (self.picture)(src).map_or_else(|| destination(src.as_str()), |name| destination(&name))
    }
}

/// The most columns that one cell spans: a table of more is none.
const WIDEST: u16 = 100;

/// Lines with a mark before the first and another before the rest.
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let mut out = String::new();
    for (at, line) in text.split('\n').enumerate() {
        let mark = if at == 0 { first } else { rest };
        if at > 0 {
            out.push('\n');
        }
        out.push_str(if line.is_empty() { mark.trim_end() } else { mark });
        out.push_str(line);
    }
    out
}

/// A block of code; a name of a language that is more than a name is left out.
fn fenced(text: &str, language: Option<&str>) -> String {
    let fence = "`".repeat(line::longest_run(text, '`').max(2) + 1);
    let is_name = |name: &&str| name.chars().all(|c| c.is_alphanumeric() || "+-#._".contains(c));
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    format!("{fence}{}\n{text}\n{fence}", language.filter(is_name).unwrap_or(""))
}

/// A formula on a line of its own.
fn display(math: &Math) -> String {
    match &math.tex {
        // In one line: at the start of one, parts of a formula would be marks of Markdown's.
        Some(tex) if line::is_tex(tex) => format!("$${}$$", line::spaced(tex)),
        Some(tex) => fenced(tex, Some("tex")),
        None => {
            let mut out = String::new();
            super::escape::markdown(&plain(&[Inline::Math(math.clone())]), &mut out);
            out
        }
    }
}
