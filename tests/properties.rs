//! Whatever a page is like, the whole line holds: nothing panics, and what each stage promises of its value is true.
//! Pages are random trees of the elements, names and texts that the rules look for, and snapshots are damaged at random.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

use lede::article::Block;
use lede::dom::snapshot::{Snapshot, SnapshotWriter, decode};
use lede::dom::{Document, NodeId, Tag};
use lede::{Extraction, Options, extract, render};
use proptest::prelude::*;

const TAGS: &[&str] = &[
    "div",
    "p",
    "span",
    "a",
    "h1",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "article",
    "main",
    "nav",
    "aside",
    "footer",
    "header",
    "section",
    "blockquote",
    "pre",
    "code",
    "table",
    "tr",
    "td",
    "th",
    "caption",
    "figure",
    "figcaption",
    "img",
    "picture",
    "source",
    "noscript",
    "iframe",
    "video",
    "br",
    "hr",
    "b",
    "em",
    "sup",
    "q",
    "ruby",
    "rt",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "form",
    "button",
    "label",
    "input",
    "select",
    "option",
    "script",
    "svg",
    "math",
    "mi",
    "msup",
    "annotation",
    "time",
    "address",
    "x-card",
    "template",
    "amp-img",
    "amp-ad",
    "object",
    "textarea",
    "center",
    "font",
];
const NAMES: &[&str] = &[
    "",
    "content",
    "entry-content",
    "article-body",
    "sidebar",
    "share",
    "related",
    "comments",
    "comment",
    "comment-content",
    "ad-slot",
    "byline",
    "date",
    "caption",
    "credit",
    "footnotes",
    "sr-only",
    "hidden",
    "tags",
    "newsletter",
    "author-card",
    "post",
    "linenos",
    "katex-html",
    "headerlink",
    "pullquote",
    "breadcrumb",
    "toc",
    "cookie",
    "modal",
    "price",
    "cart",
    "faq",
    "S:1",
];
const TEXTS: &[&str] = &[
    "",
    " ",
    "\u{a0}",
    "word",
    "Advertisement",
    "Baca juga: ",
    "Read more",
    "By Ann Lee",
    "5 January 2025, 10:15",
    "The quick brown fox jumps over the lazy dog, and nobody minds it in the least.",
    "He said, \u{201c}It is what it is.\u{201d} Then he left, without a word, and the door closed behind him softly.",
    "清晨六点半，青石巷的老茶馆刚卸下门板，靠窗的三排书架前已经站了人。",
    "ไทยรัฐออนไลน์ รายงานว่า",
    "قبل شروق الشمس بقليل، تربط أم نوّاف الصندوق",
    "\u{1F600}\u{200d}\u{1F468}",
    "a\u{301}\u{0}\u{7f}\u{feff}",
    "<b>&amp;</b>",
    "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":[{\"name\":\"A\"}]",
    "2026年2月11日 오후 1시",
    "::::",
    "2",
    "Comments (2)",
    "1.2.3.4.5/6/7",
];
const VALUES: &[&str] = &[
    "",
    "#x",
    "x",
    "/a/b.jpg",
    "javascript:pwned(1)",
    "data:image/gif;base64,R0",
    "https://a.example/p.png 2x, b.png 300w,",
    "https://exämple.example/ü?q=%",
    "//",
    "http://[::1",
    "2025-01-05T10:15:00+02:00",
    "application/ld+json",
    "math/tex",
    "display:none",
    "position:absolute;clip:rect(0,0,0,0)",
    "author",
    "license",
    "next",
    "https://a.example/x?page=2",
    "https://a.example/x/3#y",
    "https://b.example/x/2",
    "https://schema.org/Comment",
    "65535",
    "-1",
    "99999999999",
    "true",
];
const ATTRIBUTES: &[&str] = &[
    "href",
    "src",
    "srcset",
    "data-src",
    "alt",
    "title",
    "datetime",
    "rel",
    "style",
    "role",
    "aria-hidden",
    "hidden",
    "type",
    "#script",
    "itemprop",
    "itemtype",
    "itemscope",
    "content",
    "name",
    "property",
    "colspan",
    "rowspan",
    "start",
    "width",
    "lang",
    "dir",
    "data-math",
    "poster",
    "onclick",
];

/// A node of a random page.
#[derive(Clone, Debug)]
enum Node {
    Text(&'static str),
    Element {
        tag: &'static str,
        name: &'static str,
        attributes: Vec<(&'static str, &'static str)>,
        flags: u32,
        children: Vec<Node>,
    },
}

/// Elements of which every letter comes out as text.
const PLAIN: &[&str] = &[
    "div",
    "p",
    "span",
    "a",
    "h2",
    "ul",
    "ol",
    "li",
    "section",
    "blockquote",
    "b",
    "em",
    "sup",
    "q",
    "br",
    "article",
    "main",
    "font",
    "center",
    "nav",
    "aside",
    "footer",
    "x-card",
];

fn node() -> impl Strategy<Value = Node> {
    tree(TAGS, ATTRIBUTES)
}

fn plain() -> impl Strategy<Value = Node> {
    tree(PLAIN, &["href", "style", "role", "aria-hidden", "hidden", "rel", "name"])
}

fn tree(tags: &'static [&'static str], attributes: &'static [&'static str]) -> impl Strategy<Value = Node> {
    let text = prop::sample::select(TEXTS).prop_map(Node::Text);
    text.prop_recursive(12, 160, 8, move |inner| {
        let attribute = (prop::sample::select(attributes), prop::sample::select(VALUES));
        let parts = (
            prop::sample::select(tags),
            prop::sample::select(NAMES),
            prop::collection::vec(attribute, 0..3),
            0u32..16,
            prop::collection::vec(inner, 0..8),
        );
        parts.prop_map(|(tag, name, attributes, flags, children)| Node::Element {
            tag,
            name,
            attributes,
            flags,
            children,
        })
    })
}

fn snapshot(nodes: &[Node]) -> Snapshot {
    let mut writer = SnapshotWriter::new("https://www.paper.example/news/2025/01/05/story.html");
    writer.open("html", 0, &[("lang", "en")]);
    writer.open("head", 0, &[]);
    writer.close();
    writer.open("body", 0, &[]);
    nodes.iter().for_each(|node| write(node, &mut writer));
    writer.close();
    writer.close();
    writer.finish()
}

fn write(node: &Node, writer: &mut SnapshotWriter) {
    match node {
        Node::Text(text) => writer.text(text),
        Node::Element { tag, name, attributes, flags, children } => {
            let all: Vec<(&str, &str)> =
                [("class", *name), ("id", *name)].into_iter().chain(attributes.iter().copied()).collect();
            writer.open(tag, *flags, &all);
            children.iter().for_each(|child| write(child, writer));
            writer.close();
        }
    }
}

fn html(nodes: &[Node]) -> String {
    nodes.iter().map(markup).collect()
}

fn markup(node: &Node) -> String {
    match node {
        Node::Text(text) => (*text).to_owned(),
        Node::Element { tag, name, attributes, children, .. } => {
            let attributes: Vec<String> =
                attributes.iter().map(|(name, value)| format!("{name}=\"{value}\"")).collect();
            format!("<{tag} class=\"{name}\" {}>{}</{tag}>", attributes.join(" "), html(children))
        }
    }
}

fn whole_line(doc: &Document) -> Extraction {
    let found = extract(doc, &Options { comments: true, ..Options::default() });
    holds(doc, &found);
    let article = render::rendered(found.article.clone());
    let _ = render::markdown(&article.body, &|_| None);
    let _ = lede::explain::explain(doc, &Options::default(), lede::Model::built_in());
    let json = serde_json::to_value(&article).expect("an article is JSON");
    assert_eq!(lede::article::read(&json), article);
    wishes(doc, &article.body);
    found
}

/// What a reader wishes of a page: numbers of elements that there are, that hold one another, and that there are not.
fn wishes(doc: &Document, body: &[Block]) {
    let part = |of: usize, parts: usize| doc.origin(NodeId::at(doc.len() * of / parts));
    let other = Options { candidate: 1, left_out: true, ..Options::default() };
    let keep = vec![part(3, 4), part(1, 2), part(2, 5), u32::MAX];
    let drop = vec![part(1, 3), part(3, 5), part(1, 2), 1 << 31];
    for options in [Options { keep, drop, ..other.clone() }, Options { keep: vec![0], drop: vec![3, 9], ..other }] {
        let found = extract(doc, &options);
        holds(doc, &found);
        let json = serde_json::to_value(&found.article).expect("an article is JSON");
        assert_eq!(lede::article::read(&json), found.article);
    }
    let left_out = extract(doc, &Options { left_out: true, ..Options::default() }).article;
    let rest: Vec<&Block> = left_out.body.iter().filter(|block| !matches!(block, Block::LeftOut(_))).collect();
    assert_eq!(rest, body.iter().collect::<Vec<_>>());
}

/// The tags of a text in HTML with their attributes: what stands between them is words, and words do nothing.
fn tags(html: &str) -> String {
    let mut quote = None;
    let mut within = false;
    let tells = |c: &char| {
        let was = within;
        match (*c, quote) {
            ('<', None) => within = true,
            ('>', None) => within = false,
            ('"' | '\'', None) if within => quote = Some(*c),
            (end, Some(begun)) if end == begun => quote = None,
            _ => {}
        }
        was || within
    };
    html.chars().filter(tells).collect()
}

/// What is true of every document and of all that is made of it.
fn holds(doc: &Document, found: &Extraction) {
    for node in doc.nodes() {
        assert!(doc.end(node) > node);
        if let Some(parent) = doc.parent(node) {
            assert!(parent < node && doc.end(node) <= doc.end(parent));
        }
        // What is kept stands in what is kept, up to a root.
        if found.kept.nodes.of(node) {
            let up = doc.parent(node);
            assert!(found.roots.contains(&node) || up.is_some_and(|parent| found.kept.nodes.of(parent)));
        }
    }
    let overlap = |a: NodeId, b: NodeId| a != b && (doc.contains(a, b) || doc.contains(b, a));
    assert!(!found.roots.iter().any(|a| found.roots.iter().any(|b| overlap(*a, *b))), "roots overlap");
    let content = render::html(&found.article.body);
    let tags = tags(&content).to_lowercase();
    for trap in ["<script", "javascript:", "onclick", "<iframe", "<style", "srcdoc"] {
        assert!(!tags.contains(trap), "{trap} in {content}");
    }
    let pages = found.pagination.as_ref().map(|pages| pages.pages.as_slice()).unwrap_or_default();
    assert!(pages.len() <= 30 && pages.iter().all(|page| page.number > 0 && page.url.host() == "a.example"));
    assert!(pages.iter().all(|page| page.url.as_str() != doc.url() && page.url.fragment().is_none()));
    let comments = found.comments.as_deref().unwrap_or_default();
    assert!(comments.iter().all(|comment| !comment.content.is_empty()) && (found.has_comments || comments.is_empty()));
    let odds = [found.article.article_probability, found.article.confidence];
    assert!(odds.iter().all(|odds| (0.0..=1.0).contains(odds)));
}

/// The letters of the kept text, in order, but for what shapes leave out or add (formulas, embeds, code, tables).
fn kept_letters(doc: &Document, found: &Extraction) -> String {
    let kept = found
        .roots
        .iter()
        .flat_map(|root| doc.subtree(*root))
        .filter(|node| doc.tag(*node) == Tag::Text && found.kept.nodes.of(*node));
    kept.flat_map(|node| doc.text(node).chars()).filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_random_snapshot_goes_through_the_whole_line(nodes in prop::collection::vec(node(), 1..6)) {
        whole_line(&decode(&snapshot(&nodes)).expect("what is written is read"));
    }

    #[test]
    fn a_random_file_goes_through_the_whole_line(nodes in prop::collection::vec(node(), 1..6)) {
        whole_line(&lede::dom::html::parse(&html(&nodes), "https://a.example/x"));
    }

    #[test]
    fn a_damaged_snapshot_is_an_error_or_a_page(nodes in prop::collection::vec(node(), 1..4), at in any::<prop::sample::Index>(), unit in 0u32..0xD800, cut in any::<bool>()) {
        let mut snapshot = snapshot(&nodes);
        let mut units: Vec<char> = snapshot.layout.chars().collect();
        let place = at.index(units.len());
        if cut { units.truncate(place) } else { units[place] = char::from_u32(unit).unwrap_or(' ') }
        snapshot.layout = units.into_iter().collect();
        if let Ok(doc) = decode(&snapshot) {
            whole_line(&doc);
        }
    }

    #[test]
    fn the_body_says_what_is_kept(nodes in prop::collection::vec(plain(), 1..6)) {
        let doc = decode(&snapshot(&nodes)).expect("what is written is read");
        let found = whole_line(&doc);
        let body: String = render::text(&found.article.body).chars().filter(|c| c.is_alphanumeric()).collect();
        prop_assert_eq!(body, kept_letters(&doc, &found));
    }

    #[test]
    fn any_text_may_hold_a_date(text in ".{0,80}", lang in "[a-z]{2}") {
        let found = lede::metadata::date::all(&text, &lang);
        prop_assert!(found.iter().all(|date| date.start <= date.end && date.end <= text.len()));
    }
}
