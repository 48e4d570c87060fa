//! A [`Document`] from an HTML file, parsed by html5ever as a browser with scripts on would parse it.
//!
//! html5ever moves nodes about while it parses, so the tree is built in a scratch arena and then told to the
//! [`DocumentBuilder`] in the order of the flat tree: shadow roots (declarative ones) in place of their hosts' children,
//! slots filled. What a browser would keep as text is parsed as a browser with scripts off would: `noscript`. The
//! documents of `srcdoc` frames stand inside their frames, as a browser's script sees them.

mod depth;
mod encoding;
mod style;
mod tree;

use std::borrow::Cow;

use html5ever::interface::{TokenizerResult, TreeSink};
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use super::{Document, DocumentBuilder, Flags, Tag};
use depth::DepthLimit;
pub use encoding::to_text;
use style::Hidden;
use tree::{Content, Tree, TreeId};

/// Parses a page. `url` is its address, empty where it is not known.
#[must_use]
pub fn parse(html: &str, url: &str) -> Document {
    let mut builder = DocumentBuilder::new(url);
    let tree = tree_of(html, Scripting::On);
    builder.reserve(tree.len(), html.len());
    tell(&tree, Part::Whole, &mut builder);
    builder.finish()
}

/// Whether the parser keeps `noscript` as text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scripting {
    On,
    Off,
}

/// What of a tree is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    /// The children of head and body: what a `noscript` holds.
    Fragment,
    /// The children of the body: what a frame shows.
    Body,
}

fn tree_of(html: &str, scripting: Scripting) -> Tree {
    let options = TreeBuilderOpts { scripting_enabled: scripting == Scripting::On, ..TreeBuilderOpts::default() };
    let sink = DepthLimit::new(TreeBuilder::new(Tree::for_page(html.len()), options));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.into_inner().sink.finish()
}

/// A step of the walk over the flat tree. It is kept on a stack of its own: pages may be very deep.
enum Step {
    Enter(TreeId, Option<usize>),
    Close,
}

/// A shadow tree that the walk is in: its host, and the shadow tree that the host stands in.
struct Scope {
    host: TreeId,
    outer: Option<usize>,
}

fn tell(tree: &Tree, part: Part, builder: &mut DocumentBuilder) {
    let mut scopes: Vec<Scope> = Vec::new();
    let hidden = Hidden::of(tree);
    let mut steps: Vec<Step> = roots(tree, part).into_iter().rev().map(|id| Step::Enter(id, None)).collect();
    while let Some(step) = steps.pop() {
        let Step::Enter(id, scope) = step else {
            builder.close();
            continue;
        };
        match tree.content(id) {
            Content::Text(text) => builder.text(text),
            Content::Element => {
                let tag = Tag::from_name(tree.name(id));
                if !is_left_out(tree, id, tag) {
                    open(tree, id, tag, hidden.has(tree, id), builder);
                    steps.push(Step::Close);
                    let (children, inner) = flat_children(tree, id, tag, scope, &mut scopes);
                    steps.extend(children.iter().rev().map(|child| Step::Enter(*child, inner)));
                }
            }
            Content::Nothing => {}
        }
    }
}

fn roots(tree: &Tree, part: Part) -> Vec<TreeId> {
    let html = tree.children(Tree::DOCUMENT).iter().copied().find(|id| tree.name(*id) == "html");
    let parts = html.map(|html| tree.children(html).to_vec()).unwrap_or_default();
    let inside = |name: &str| {
        let section = parts.iter().find(|id| tree.name(**id) == name);
        section.map(|id| tree.children(*id).to_vec()).unwrap_or_default()
    };
    match part {
        Part::Whole => html.into_iter().collect(),
        Part::Fragment => [inside("head"), inside("body")].concat(),
        Part::Body => inside("body"),
    }
}

/// Scripts without data, styles and inert templates are no part of a document.
fn is_left_out(tree: &Tree, id: TreeId, tag: Tag) -> bool {
    match tag {
        Tag::Style | Tag::Template => true,
        Tag::Script => !holds_data(tree.attr(id, "type").unwrap_or("")),
        _ => false,
    }
}

/// Whether a script's text is data that Lede reads: JSON-LD, or TeX for MathJax.
fn holds_data(script_type: &str) -> bool {
    let kind = script_type.trim_ascii().to_ascii_lowercase();
    kind.starts_with("application/ld+json") || kind.starts_with("math/tex")
}

fn open(tree: &Tree, id: TreeId, tag: Tag, hidden: bool, builder: &mut DocumentBuilder) {
    builder.open_as(tag, if hidden { Flags::HIDDEN } else { Flags::default() });
    for (name, value) in tree.attrs(id) {
        builder.attribute(&name, value);
    }
    match tag {
        Tag::Script => builder.attribute("#script", &tree.text(id)),
        Tag::Noscript if tree.children(id).iter().all(|child| matches!(tree.content(*child), Content::Text(_))) => {
            tell(&tree_of(&tree.text(id), Scripting::Off), Part::Fragment, builder);
        }
        Tag::Iframe => {
            if let Some(srcdoc) = open_srcdoc(tree, id) {
                tell(&tree_of(srcdoc, Scripting::On), Part::Body, builder);
            }
        }
        _ => {}
    }
}

/// A frame's own document, where the page around it may look into it.
fn open_srcdoc(tree: &Tree, id: TreeId) -> Option<&str> {
    let shut = tree.attr(id, "sandbox").is_some_and(|allowed| {
        !allowed.split_ascii_whitespace().any(|token| token.eq_ignore_ascii_case("allow-same-origin"))
    });
    tree.attr(id, "srcdoc").filter(|_| !shut)
}

/// An element's children in the flat tree, and the shadow tree that they stand in.
fn flat_children<'a>(
    tree: &'a Tree,
    id: TreeId,
    tag: Tag,
    scope: Option<usize>,
    scopes: &mut Vec<Scope>,
) -> (Cow<'a, [TreeId]>, Option<usize>) {
    if tag.drops_children() || matches!(tag, Tag::Noscript | Tag::Iframe) && !has_elements(tree, id) {
        return (Cow::Borrowed(&[]), scope);
    }
    if let Some(shadow) = tree.shadow(id) {
        scopes.push(Scope { host: id, outer: scope });
        return (Cow::Borrowed(tree.children(shadow)), Some(scopes.len() - 1));
    }
    if let Some(inside) = scope.and_then(|at| scopes.get(at)).filter(|_| tag == Tag::Slot) {
        let assigned = assigned(tree, inside.host, tree.attr(id, "name").unwrap_or(""));
        if !assigned.is_empty() {
            return (Cow::Owned(assigned), inside.outer);
        }
    }
    (Cow::Borrowed(tree.children(id)), scope)
}

fn has_elements(tree: &Tree, id: TreeId) -> bool {
    tree.children(id).iter().any(|child| matches!(tree.content(*child), Content::Element))
}

/// The host's own children that go into the slot of this name.
fn assigned(tree: &Tree, host: TreeId, slot: &str) -> Vec<TreeId> {
    let goes = |id: &TreeId| match tree.content(*id) {
        Content::Element => tree.attr(*id, "slot").unwrap_or("") == slot,
        Content::Text(_) => slot.is_empty(),
        Content::Nothing => false,
    };
    tree.children(host).iter().copied().filter(goes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(html: &str) -> String {
        let doc = parse(html, "");
        let outline = doc.outline();
        outline.split_once(" body").map_or(String::new(), |(_, rest)| rest.trim_start_matches('\n').to_owned())
    }

    #[test]
    fn a_declared_shadow_root_stands_in_place_of_its_hosts_children() {
        let out = body(concat!(
            "<x-shell><template shadowrootmode=open><nav>n</nav><slot></slot><slot name=end>none</slot></template>",
            "<p>one</p><i slot=gone>lost</i></x-shell><template><b>inert</b></template>",
        ));
        let want = "  x-unknown\n   nav\n    #text \"n\"\n   slot\n    p\n     #text \"one\"\n   slot name=\"end\"\n    #text \"none\"\n";
        assert_eq!(out, want);
    }

    #[test]
    fn noscript_is_parsed_and_scripts_keep_their_data_alone() {
        let out = body(concat!(
            "<body><noscript><img src=a.png></noscript><script>x()</script><script type='math/tex'>c^2</script>",
            "<iframe srcdoc='<p>in</p>'></iframe><iframe sandbox srcdoc='<p>shut</p>'></iframe><svg><text>t</text></svg>",
        ));
        let want = "  noscript\n   img src=\"a.png\"\n  script type=\"math/tex\" #script=\"c^2\"\n  iframe\n   p\n    #text \"in\"\n  iframe\n  svg\n";
        assert_eq!(out, want);
    }

    #[test]
    fn a_noscript_in_the_head_does_not_end_the_head() {
        let doc = parse("<head><noscript><img src=x></noscript><meta name=author content=A></head><p>t", "");
        assert!(doc.outline().contains(" head\n  noscript\n   img src=\"x\"\n  meta"), "{}", doc.outline());
    }

    #[test]
    fn fifty_thousand_levels_take_no_noticeable_time() {
        let html = format!("{}deep{}", "<div>".repeat(50_000), "</div>".repeat(50_000));
        let doc = parse(&html, "");
        assert_eq!(doc.text(doc.body()).trim(), "deep");
    }
}
