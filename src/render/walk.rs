//! Walks through a body.

use crate::article::{Block, Inline, Link};

/// What a walk comes by.
enum Part<'a> {
    /// A piece of a line.
    Piece(&'a Inline),
    /// The address of a picture.
    Picture(&'a Link),
}

/// Every piece of every line, in order.
pub fn each_inline<'a>(blocks: &'a [Block], see: &mut dyn FnMut(&'a Inline)) {
    each(blocks, &mut |part| {
        if let Part::Piece(piece) = part {
            see(piece);
        }
    });
}

/// The address of every picture, in order.
pub fn each_picture<'a>(blocks: &'a [Block], see: &mut dyn FnMut(&'a Link)) {
    each(blocks, &mut |part| {
        if let Part::Picture(src) = part {
            see(src);
        }
    });
}

fn each<'a>(blocks: &'a [Block], see: &mut dyn FnMut(Part<'a>)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => in_line(&heading.content, see),
            Block::Paragraph(content) => in_line(content, see),
            Block::List(list) => list.items.iter().for_each(|item| each(item, see)),
            Block::Definitions(groups) => groups.iter().for_each(|group| {
                group.terms.iter().for_each(|term| in_line(term, see));
                each(&group.meaning, see);
            }),
            Block::Quote(blocks) => each(blocks, see),
            Block::Table(table) => {
                in_line(&table.caption, see);
                table.rows.iter().flatten().for_each(|cell| each(&cell.content, see));
            }
            Block::Figure(figure) => {
                figure.images.iter().for_each(|image| see(Part::Picture(&image.src)));
                in_line(&figure.caption, see);
            }
            Block::Details(details) => {
                in_line(&details.summary, see);
                each(&details.content, see);
            }
            Block::Embed(embed) => embed.poster.iter().for_each(|src| see(Part::Picture(src))),
            Block::Code(_) | Block::Math(_) | Block::LeftOut(_) | Block::Break => {}
        }
    }
}

/// Whether a link stands among some pieces.
pub fn has_link(content: &[Inline]) -> bool {
    let mut found = false;
    in_line(content, &mut |part| found |= matches!(part, Part::Piece(Inline::Link(_))));
    found
}

fn in_line<'a>(content: &'a [Inline], see: &mut dyn FnMut(Part<'a>)) {
    for piece in content {
        see(Part::Piece(piece));
        match piece {
            Inline::Link(anchor) => in_line(&anchor.content, see),
            Inline::Image(image) => see(Part::Picture(&image.src)),
            Inline::Strong(inside)
            | Inline::Emphasis(inside)
            | Inline::Code(inside)
            | Inline::Sub(inside)
            | Inline::Sup(inside)
            | Inline::Mark(inside)
            | Inline::Deleted(inside)
            | Inline::Underline(inside)
            | Inline::Quote(inside) => in_line(inside, see),
            Inline::Text(_) | Inline::Target(_) | Inline::Ruby(_) | Inline::Math(_) | Inline::LineBreak => {}
        }
    }
}
