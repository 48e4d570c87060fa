//! An article as plain text.

use crate::article::{Article, Block, Inline, MathNode, RubyPart, Table};

/// The blocks of a body, parted by blank lines, without the title.
#[must_use]
pub fn text(blocks: &[Block]) -> String {
    let parts: Vec<String> = blocks.iter().map(block).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

/// The title and the text.
#[must_use]
pub fn title_and_text(article: &Article) -> String {
    let title = article.title.as_deref().unwrap_or("");
    let body = text(&article.body);
    let gap = if title.is_empty() || body.is_empty() { "" } else { "\n\n" };
    format!("{title}{gap}{body}\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(heading) => line(&heading.content),
        Block::Paragraph(content) => line(content),
        Block::List(list) => lines(list.items.iter().map(|item| stack(item))),
        Block::Definitions(groups) => lines(
            groups.iter().flat_map(|group| group.terms.iter().map(|term| line(term)).chain([stack(&group.meaning)])),
        ),
        Block::Quote(blocks) => text(blocks),
        Block::Code(code) => code.text.clone(),
        Block::Table(table) => rows(table),
        Block::Figure(figure) => line(&figure.caption),
        Block::Embed(embed) => embed.title.clone(),
        Block::Math(math) => formula(math),
        Block::Details(details) => lines([line(&details.summary), text(&details.content)]),
        Block::LeftOut(_) | Block::Break => String::new(),
    }
}

/// Blocks that stand in an item or a cell: a line each.
fn stack(blocks: &[Block]) -> String {
    lines(blocks.iter().map(block))
}

fn lines(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

fn rows(table: &Table) -> String {
    let rows = table.rows.iter().map(|row| {
        let cells: Vec<String> = row.iter().map(|cell| stack(&cell.content)).collect();
        cells.join("\t")
    });
    lines(std::iter::once(line(&table.caption)).chain(rows))
}

/// A line's text.
#[must_use]
pub fn line(content: &[Inline]) -> String {
    let mut out = String::new();
    for piece in content {
        write(piece, &mut out);
    }
    let trimmed = out.trim();
    if trimmed.len() == out.len() { out } else { trimmed.to_owned() }
}

fn write(piece: &Inline, out: &mut String) {
    match piece {
        Inline::Text(text) => out.push_str(text),
        Inline::LineBreak => out.push('\n'),
        Inline::Ruby(parts) => parts.iter().for_each(|part| ruby(part, out)),
        Inline::Math(math) => out.push_str(&formula(math)),
        Inline::Target(_) | Inline::Image(_) => {}
        Inline::Link(anchor) => anchor.content.iter().for_each(|piece| write(piece, out)),
        Inline::Strong(content)
        | Inline::Emphasis(content)
        | Inline::Code(content)
        | Inline::Sub(content)
        | Inline::Sup(content)
        | Inline::Mark(content)
        | Inline::Deleted(content)
        | Inline::Underline(content)
        | Inline::Quote(content) => content.iter().for_each(|piece| write(piece, out)),
    }
}

fn ruby(part: &RubyPart, out: &mut String) {
    out.push_str(&part.base);
    if !part.reading.is_empty() {
        out.extend(["（", &part.reading, "）"]);
    }
}

/// A formula's text: its TeX, else the letters of its MathML.
fn formula(math: &crate::article::Math) -> String {
    math.tex.clone().unwrap_or_else(|| math.mathml.as_ref().map(letters).unwrap_or_default())
}

fn letters(node: &MathNode) -> String {
    let mut all = node.text.clone();
    node.children.iter().for_each(|child| all.push_str(&letters(child)));
    all
}
