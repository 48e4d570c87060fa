//! An article as Markdown: CommonMark, tables as GFM has them.

use super::escape;
use super::text::line as plain;
use crate::article::{Article, Block, Cell, Image, Inline, Link, Math, Table};

/// A whole file: front matter, the title, the body.
#[must_use]
pub fn file(article: &Article) -> String {
    let mut out = String::from("---\n");
    let fields = [
        ("title", article.title.as_ref()),
        ("byline", article.byline.as_ref()),
        ("site", article.site_name.as_ref()),
        ("published", article.published_time.as_ref()),
        ("modified", article.modified_time.as_ref()),
        ("lang", article.lang.as_ref()),
        ("url", article.canonical_url.as_ref().or(article.url.as_ref())),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            out.extend([name, ": ", &escape::yaml(value), "\n"]);
        }
    }
    out.push_str("---\n\n");
    if let Some(title) = &article.title {
        out.push_str("# ");
        escape::markdown(title, false, &mut out);
        out.push_str("\n\n");
    }
    out.push_str(&body(&article.body));
    out
}

/// A body.
#[must_use]
pub fn body(blocks: &[Block]) -> String {
    let mut text = stack(blocks, "\n\n");
    text.push('\n');
    text
}

fn stack(blocks: &[Block], gap: &str) -> String {
    let parts: Vec<String> = blocks.iter().map(block).filter(|part| !part.trim().is_empty()).collect();
    parts.join(gap)
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(heading) => {
            format!("{} {}", "#".repeat(heading.level.clamp(2, 6).into()), one_line(&heading.content))
        }
        Block::Paragraph(content) => line(content, true),
        Block::List(list) => items(list.start, &list.items),
        Block::Definitions(groups) => {
            let group = |group: &crate::article::Definition| {
                let terms: Vec<String> = group.terms.iter().map(|term| format!("**{}**", one_line(term))).collect();
                format!("{}\n\n{}", terms.join("  \n"), stack(&group.meaning, "\n\n"))
            };
            groups.iter().map(group).collect::<Vec<_>>().join("\n\n")
        }
        Block::Quote(blocks) => prefixed(&stack(blocks, "\n\n"), "> ", "> "),
        Block::Code(code) => {
            let fence = "`".repeat(longest_run(&code.text, '`').max(2) + 1);
            format!("{fence}{}\n{}\n{fence}", code.language.as_deref().unwrap_or(""), code.text)
        }
        Block::Table(table) => rows(table),
        Block::Figure(figure) => {
            let images: Vec<String> = figure.images.iter().map(image).collect();
            let caption = line(&figure.caption, true);
            [images.join("\n"), caption].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
        }
        Block::Embed(embed) => {
            let mut title = String::new();
            escape::markdown(&embed.title, false, &mut title);
            linked(&title, &embed.href)
        }
        Block::Math(math) => formula(math, "$$"),
        Block::Details(details) => format!("**{}**\n\n{}", one_line(&details.summary), stack(&details.content, "\n\n")),
        Block::LeftOut(_) => String::new(),
        Block::Break => "---".to_owned(),
    }
}

fn items(start: Option<i32>, items: &[Vec<Block>]) -> String {
    let mut lines = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let marker = start.map_or_else(|| "- ".to_owned(), |start| format!("{}. ", start.max(0) as usize + at));
        let gap = if item.len() > 1 && item.iter().skip(1).all(|block| matches!(block, Block::List(_))) {
            "\n"
        } else {
            "\n\n"
        };
        lines.push(prefixed(&stack(item, gap), &marker, &" ".repeat(marker.len())));
    }
    lines.join("\n")
}

/// Lines with a mark before the first and another before the rest.
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let mut out = String::new();
    for (at, line) in text.lines().enumerate() {
        let mark = if at == 0 { first } else { rest };
        if at > 0 {
            out.push('\n');
        }
        out.push_str(if line.is_empty() { mark.trim_end() } else { mark });
        out.push_str(line);
    }
    out
}

fn rows(table: &Table) -> String {
    let width = table.rows.iter().map(|row| columns(row)).max().unwrap_or(0);
    let (head, body) = match table.rows.split_first() {
        Some((first, rest)) if first.iter().all(|cell| cell.header) => (cells(first, width), rest),
        _ => (cells(&[], width), table.rows.as_slice()),
    };
    let mut lines = vec![head, format!("|{}", " --- |".repeat(width))];
    lines.extend(body.iter().map(|row| cells(row, width)));
    let caption = line(&table.caption, true);
    if caption.is_empty() { lines.join("\n") } else { format!("{caption}\n\n{}", lines.join("\n")) }
}

fn columns(row: &[Cell]) -> usize {
    row.iter().map(|cell| usize::from(cell.colspan.max(1))).sum()
}

fn cells(row: &[Cell], width: usize) -> String {
    let mut out = String::from("|");
    for cell in row {
        let text = stack(&cell.content, "\n").replace("\\\n", "<br>").replace('\n', "<br>");
        out.extend([" ", &text, " |"]);
        out.push_str(&"  |".repeat(usize::from(cell.colspan.max(1)) - 1));
    }
    out.push_str(&"  |".repeat(width.saturating_sub(columns(row))));
    out
}

fn one_line(content: &[Inline]) -> String {
    line(content, false).replace("\\\n", " ").replace('\n', " ")
}

fn line(content: &[Inline], starts: bool) -> String {
    let mut out = String::new();
    for piece in content {
        inline(piece, starts, &mut out);
    }
    out.trim().to_owned()
}

fn inline(piece: &Inline, starts: bool, out: &mut String) {
    let starts = starts && (out.is_empty() || out.ends_with('\n'));
    let inside = |content: &[Inline]| {
        let mut text = String::new();
        content.iter().for_each(|piece| inline(piece, false, &mut text));
        text
    };
    match piece {
        Inline::Text(text) => escape::markdown(text, starts, out),
        Inline::Link(anchor) => out.push_str(&linked(&inside(&anchor.content), &anchor.href)),
        Inline::Target(name) => {
            out.push_str("<a id=\"");
            escape::html(name, out);
            out.push_str("\"></a>");
        }
        Inline::Strong(content) => marked(&inside(content), "**", out),
        Inline::Emphasis(content) => marked(&inside(content), "*", out),
        Inline::Deleted(content) => marked(&inside(content), "~~", out),
        Inline::Code(content) => out.push_str(&code(&plain(content))),
        Inline::Sub(content) => tagged(&inside(content), "sub", out),
        Inline::Sup(content) => tagged(&inside(content), "sup", out),
        Inline::Mark(content) => tagged(&inside(content), "mark", out),
        Inline::Underline(content) => tagged(&inside(content), "u", out),
        Inline::Quote(content) => tagged(&inside(content), "q", out),
        Inline::Ruby(_) => out.push_str(&plain(std::slice::from_ref(piece))),
        Inline::Image(picture) => out.push_str(&image(picture)),
        Inline::Math(math) => out.push_str(&formula(math, "$")),
        Inline::LineBreak => out.push_str("\\\n"),
    }
}

/// Text in marks, which may not touch blanks on their inner side.
fn marked(text: &str, mark: &str, out: &mut String) {
    let inner = text.trim();
    if inner.is_empty() {
        return out.push_str(text);
    }
    let lead = text.len() - text.trim_start().len();
    let tail = text.trim_end().len();
    out.push_str(text.get(..lead).unwrap_or(""));
    out.extend([mark, inner, mark]);
    out.push_str(text.get(tail..).unwrap_or(""));
}

fn tagged(text: &str, tag: &str, out: &mut String) {
    out.extend(["<", tag, ">", text, "</", tag, ">"]);
}

fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`') + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn formula(math: &Math, fence: &str) -> String {
    match &math.tex {
        Some(tex) => format!("{fence}{tex}{fence}"),
        None => plain(&[Inline::Math(math.clone())]),
    }
}

fn image(image: &Image) -> String {
    let mut alt = String::new();
    escape::markdown(&image.alt.replace('\n', " "), false, &mut alt);
    format!("!{}", linked(&alt, &image.src))
}

fn linked(text: &str, href: &Link) -> String {
    let url = href.as_str();
    if url.is_empty() {
        return text.to_owned();
    }
    if url.contains(['(', ')', ' ']) { format!("[{text}](<{url}>)") } else { format!("[{text}]({url})") }
}

fn longest_run(text: &str, mark: char) -> usize {
    text.split(|c| c != mark).map(str::len).max().unwrap_or(0)
}
