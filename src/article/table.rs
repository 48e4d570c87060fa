//! Tables of data.

use super::flow::Page;
use super::{Block, Cell, Table};
use crate::dom::{Attr, NodeId, Tag};
use crate::facts::Hints;

/// A table's rows and caption.
pub fn of(page: &Page, node: NodeId, depth: usize) -> Option<Block> {
    let mut table = Table::default();
    for part in page.children(node) {
        match page.doc.tag(part) {
            Tag::Caption => table.caption = page.line(part, depth),
            Tag::Tr => table.rows.extend(row(page, part, depth)),
            Tag::Thead | Tag::Tbody | Tag::Tfoot => {
                let rows = page.children(part).filter(|child| page.doc.tag(*child) == Tag::Tr);
                table.rows.extend(rows.filter_map(|tr| row(page, tr, depth)));
            }
            _ => {}
        }
    }
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

fn row(page: &Page, tr: NodeId, depth: usize) -> Option<Vec<Cell>> {
    let is_cell = |node: &NodeId| matches!(page.doc.tag(*node), Tag::Td | Tag::Th);
    let cells: Vec<Cell> = page.children(tr).filter(is_cell).map(|td| cell(page, td, depth)).collect();
    let filled = cells.iter().any(|cell| !cell.content.is_empty());
    filled.then_some(cells)
}

fn cell(page: &Page, td: NodeId, depth: usize) -> Cell {
    // Spans as wide as the HTML standard allows.
    let span = |attr, most| {
        let number = page.doc.attr(td, attr).and_then(|text| text.trim().parse::<u16>().ok()).unwrap_or(1);
        if number > 1 { number.min(most) } else { 0 }
    };
    Cell {
        header: page.doc.tag(td) == Tag::Th,
        colspan: span(Attr::Colspan, 1000),
        rowspan: span(Attr::Rowspan, 65_534),
        content: page.blocks(page.children(td), depth),
    }
}

/// Whether a table only sets code beside its line numbers.
pub fn is_code(page: &Page, node: NodeId) -> bool {
    let numbers = page.doc.below(node).any(|cell| page.facts.hints(cell).has(Hints::LINE_NUMBER));
    numbers && page.doc.below(node).any(|inside| matches!(page.doc.tag(inside), Tag::Pre | Tag::Code))
        || page.facts.hints(node).has(Hints::CODE)
            && page.doc.below(node).any(|inside| page.doc.tag(inside) == Tag::Pre)
}
