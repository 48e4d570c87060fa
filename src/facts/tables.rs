//! Tables of data, told from tables that lay a page out.

use super::Facts;
use crate::dom::{Attr, Document, NodeId, PerNode, Tag};

/// Which tables hold data.
pub fn of_data(doc: &Document, facts: &Facts) -> PerNode<bool> {
    let mut data = PerNode::new(doc.len());
    for node in doc.nodes().filter(|node| doc.tag(*node) == Tag::Table) {
        data.set(node, is_data(doc, facts, node));
    }
    data
}

/// What Gecko's accessibility code asks of a table, in short: a role or a nested table settles it, then what only
/// data has (captions, heads), then its shape; last, whether its cells hold so much prose that it is a page's column.
fn is_data(doc: &Document, facts: &Facts, table: NodeId) -> bool {
    let role = doc.attr(table, Attr::Role).unwrap_or("");
    if role == "presentation" || role == "none" {
        return false;
    }
    let parts: Vec<NodeId> = doc.below(table).collect();
    let count = |wanted: &[Tag]| parts.iter().filter(|at| wanted.contains(&doc.tag(**at))).count();
    if count(&[Tag::Table]) > 0 {
        return false;
    }
    let (rows, cells) = (count(&[Tag::Tr]), count(&[Tag::Td, Tag::Th]));
    if rows == 0 || cells == 0 {
        return false;
    }
    let sum = facts.sum_of(doc, table);
    let columns = cells / rows;
    let headed = count(&[Tag::Th, Tag::Caption, Tag::Colgroup]) > 0
        || doc.attr(table, Attr::Summary).is_some_and(|text| !text.is_empty());
    let prose_in_cells = sum.prose as usize * 4 > cells * 3 && columns <= 2;
    if headed {
        return cells > 1 && !(prose_in_cells && rows <= 2);
    }
    columns >= 2 && rows >= 2 && !prose_in_cells
}
