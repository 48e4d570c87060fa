//! A [`Document`] from a live DOM, where WebAssembly may run beside the page: an extension's own pages, or a page that
//! embeds this module. Closed shadow roots are out of reach from here, and there is no layout.

use wasm_bindgen::JsCast;
use web_sys::{
    DomParser, Element, HtmlIFrameElement, HtmlSlotElement, HtmlTemplateElement, Node, NodeList, SupportedType,
};

use super::{Document, DocumentBuilder, Flags, Tag};

/// Reads a DOM. `url` is the page's address.
#[must_use]
pub fn read(document: &web_sys::Document, url: &str) -> Document {
    let mut builder = DocumentBuilder::new(url);
    let root = document.document_element().map(Node::from);
    walk(root.into_iter().collect(), &mut builder);
    builder.finish()
}

enum Step {
    Enter(Node),
    Close,
}

/// Tells nodes and all below them, in the order of the flat tree.
fn walk(nodes: Vec<Node>, builder: &mut DocumentBuilder) {
    let mut steps: Vec<Step> = nodes.into_iter().rev().map(Step::Enter).collect();
    while let Some(step) = steps.pop() {
        let Step::Enter(node) = step else {
            builder.close();
            continue;
        };
        if let Some(element) = node.dyn_ref::<Element>() {
            if is_left_out(element) {
                continue;
            }
            open(element, builder);
            steps.push(Step::Close);
            steps.extend(flat_children(element).into_iter().rev().map(Step::Enter));
        } else if matches!(node.node_type(), Node::TEXT_NODE | Node::CDATA_SECTION_NODE) {
            builder.text(&node.node_value().unwrap_or_default());
        }
    }
}

fn is_left_out(element: &Element) -> bool {
    match element.local_name().as_str() {
        "style" => true,
        "template" => element.dyn_ref::<HtmlTemplateElement>().is_some(),
        "script" => !holds_data(element),
        _ => false,
    }
}

fn holds_data(script: &Element) -> bool {
    let kind = script.get_attribute("type").unwrap_or_default().trim_ascii().to_ascii_lowercase();
    kind.starts_with("application/ld+json") || kind.starts_with("math/tex")
}

fn open(element: &Element, builder: &mut DocumentBuilder) {
    let name = element.local_name();
    builder.open(&name, Flags::default());
    let attributes = element.attributes();
    for attribute in (0..attributes.length()).filter_map(|at| attributes.item(at)) {
        builder.attribute(&attribute.name(), &attribute.value());
    }
    if name == "script" {
        builder.attribute("#script", &element.text_content().unwrap_or_default());
    }
}

/// An element's children in the flat tree: its shadow root's, its slot's, its frame's, its `noscript`'s.
fn flat_children(element: &Element) -> Vec<Node> {
    let name = element.local_name();
    if Tag::from_name(&name).drops_children() {
        return Vec::new();
    }
    if let Some(shadow) = element.shadow_root() {
        return list(&shadow.child_nodes());
    }
    if let Some(slot) = element.dyn_ref::<HtmlSlotElement>() {
        let assigned: Vec<Node> = slot.assigned_nodes().iter().filter_map(|node| node.dyn_into().ok()).collect();
        if !assigned.is_empty() {
            return assigned;
        }
    }
    match name.as_str() {
        "iframe" => framed(element),
        "noscript" if element.first_element_child().is_none() => parsed(&element.text_content().unwrap_or_default()),
        _ => list(&element.child_nodes()),
    }
}

/// The body of a frame's document, where the page may look into it.
fn framed(element: &Element) -> Vec<Node> {
    let document = element.dyn_ref::<HtmlIFrameElement>().and_then(HtmlIFrameElement::content_document);
    document.and_then(|document| document.body()).map(|body| list(&body.child_nodes())).unwrap_or_default()
}

/// What a scripted page keeps of a `noscript` as text, parsed as a page without scripts would.
fn parsed(html: &str) -> Vec<Node> {
    let document = DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml));
    let Ok(document) = document else { return Vec::new() };
    let head = document.head().map(|head| list(&head.child_nodes())).unwrap_or_default();
    let body = document.body().map(|body| list(&body.child_nodes())).unwrap_or_default();
    [head, body].concat()
}

fn list(nodes: &NodeList) -> Vec<Node> {
    (0..nodes.length()).filter_map(|at| nodes.item(at)).collect()
}
