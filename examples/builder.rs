//! A document from any tree: `cargo run --example builder`. Who has a parser already needs neither html5ever nor a file; the
//! tree is told in document order, element by element.

use lede::Options;
use lede::dom::{Document, DocumentBuilder, Flags};

/// A tree of another program's.
enum Node {
    Element(&'static str, &'static [(&'static str, &'static str)], Vec<Node>),
    Text(&'static str),
}

fn main() {
    let sentence = "The heron came to the weir at dawn and stood there until the miller opened the sluice.";
    let paragraphs = (0..6).map(|_| Node::Element("p", &[], vec![Node::Text(sentence)]));
    let headline = Node::Element("h1", &[], vec![Node::Text("A heron on the weir")]);
    let byline = Node::Element("p", &[("class", "byline")], vec![Node::Text("By Ann Marsh")]);
    let story = [headline, byline].into_iter().chain(paragraphs).collect();
    let menu =
        Node::Element("nav", &[], vec![Node::Element("a", &[("href", "/birds")], vec![Node::Text("More birds")])]);
    let body = Node::Element("body", &[], vec![menu, Node::Element("article", &[], story)]);
    let page = Node::Element("html", &[("lang", "en")], vec![body]);

    let article = lede::extract(&document(&page), &Options::default()).article;
    println!("{}", article.title.as_deref().unwrap_or("no title"));
    println!("{}", article.byline.as_deref().unwrap_or("nobody"));
    println!("{}", lede::render::text(&article.body));
}

fn document(page: &Node) -> Document {
    let mut builder = DocumentBuilder::new("https://weir.example/herons/");
    tell(page, &mut builder);
    builder.finish()
}

fn tell(node: &Node, builder: &mut DocumentBuilder) {
    match node {
        Node::Text(text) => builder.text(text),
        Node::Element(name, attributes, children) => {
            builder.open(name, Flags::default());
            for (name, value) in *attributes {
                builder.attribute(name, value);
            }
            for child in children {
                tell(child, builder);
            }
            builder.close();
        }
    }
}
