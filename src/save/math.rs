//! Which formulas are sound MathML: validators judge it by its grammar, and some readers of books give up on what is not.

use crate::article::MathNode;

/// Elements of MathML and how many children they want.
const ARITY: &[(&str, usize)] = &[
    ("mfrac", 2),
    ("mover", 2),
    ("mroot", 2),
    ("msub", 2),
    ("msubsup", 3),
    ("msup", 2),
    ("munder", 2),
    ("munderover", 3),
];
/// Elements that hold text alone.
const TOKENS: &[&str] = &["mi", "mn", "mo", "ms", "mtext"];
/// Elements that hold any number of others.
const ROWS: &[&str] = &["math", "menclose", "mpadded", "mphantom", "mrow", "msqrt", "mstyle"];

/// Whether a formula is sound.
pub fn is_sound(node: &MathNode) -> bool {
    node.tag == "math" && holds(node)
}

fn holds(node: &MathNode) -> bool {
    let tag = node.tag.as_str();
    if TOKENS.contains(&tag) {
        return node.children.is_empty();
    }
    if !node.text.trim().is_empty() {
        return false;
    }
    let all = |tags: &[&str]| node.children.iter().all(|child| tags.contains(&child.tag.as_str()) && parts(child));
    match tag {
        "mspace" => node.children.is_empty(),
        "mtable" => all(&["mtr"]),
        "semantics" => match node.children.split_first() {
            Some((first, notes)) => {
                holds(first) && notes.iter().all(|note| note.tag == "annotation" && note.children.is_empty())
            }
            None => false,
        },
        _ => match ARITY.iter().find(|row| row.0 == tag) {
            Some((_, wanted)) => node.children.len() == *wanted && node.children.iter().all(holds),
            None => ROWS.contains(&tag) && node.children.iter().all(holds),
        },
    }
}

/// Rows and cells of a table.
fn parts(node: &MathNode) -> bool {
    let cells = node
        .children
        .iter()
        .all(|child| if node.tag == "mtr" { child.tag == "mtd" && parts(child) } else { holds(child) });
    node.text.trim().is_empty() && cells
}
