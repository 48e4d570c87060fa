//! Formulas: MathML, and TeX in the places where renderers leave it.

use super::{MAX_DEPTH, Math, MathNode};
use crate::dom::text::collapse;
use crate::dom::{Attr, Document, NodeId, Tag};

/// A formula, and whether it stands on a line of its own.
pub struct Formula {
    /// The formula.
    pub math: Math,
    /// Whether it stands on a line of its own.
    pub display: bool,
}

/// A `math` element.
pub fn of_mathml(doc: &Document, node: NodeId) -> Option<Formula> {
    let tex = doc.below(node).find(|at| {
        let encoding = doc.attr(*at, Attr::Encoding).unwrap_or("");
        doc.tag(*at) == Tag::Annotation && encoding.to_ascii_lowercase().contains("tex")
    });
    let mathml = tree(doc, node, 0);
    let math = Math { tex: tex.map(|at| collapse(doc.text(at))).filter(|tex| !tex.is_empty()), mathml: Some(mathml) };
    let display = doc.attr(node, Attr::Display).is_some_and(|kind| kind.eq_ignore_ascii_case("block"));
    (!collapse(doc.text(node)).is_empty()).then_some(Formula { math, display })
}

fn tree(doc: &Document, node: NodeId, depth: usize) -> MathNode {
    let mut whole = MathNode { tag: doc.tag(node).name().to_owned(), ..MathNode::default() };
    for child in doc.children(node) {
        match doc.tag(child) {
            Tag::Text => whole.text.push_str(&collapse(doc.text(child))),
            // The same once more for programs, in markup of any kind. Browsers never show it.
            Tag::AnnotationXml => {}
            tag if tag.is_math() && depth < MAX_DEPTH => whole.children.push(tree(doc, child, depth + 1)),
            _ => whole.text.push_str(&collapse(doc.text(child))),
        }
    }
    whole
}

/// The TeX that `MathJax` keeps in a script.
pub fn of_script(doc: &Document, node: NodeId) -> Option<Formula> {
    let kind = doc.attr(node, Attr::Type)?.to_ascii_lowercase();
    let tex = doc.attr(node, Attr::Script).filter(|_| kind.starts_with("math/tex"))?;
    of_tex(tex, kind.contains("mode=display"))
}

/// The TeX that an empty element keeps in an attribute.
pub fn of_attribute(doc: &Document, node: NodeId) -> Option<Formula> {
    let tex = doc.attr(node, Attr::DataMath)?;
    if collapse(doc.text(node)).is_empty() { of_tex(tex, false) } else { None }
}

fn of_tex(tex: &str, display: bool) -> Option<Formula> {
    let tex = collapse(tex);
    (!tex.is_empty()).then_some(Formula { math: Math { tex: Some(tex), mathml: None }, display })
}
