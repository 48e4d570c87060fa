//! What fuzzers run: each takes any bytes, makes a page or a snapshot of them, takes it through the whole line, and holds
//! the result against what ARCHITECTURE promises. A panic is a fault, whatever caused it.

#![allow(clippy::panic, clippy::expect_used, reason = "a fault is told by a panic")]

use std::fmt::Write as _;

use lede::article::{self, Article};
use lede::dom::snapshot::{self, Snapshot};
use lede::dom::{Document, DocumentBuilder, Flags, html};
use lede::render;

/// A target: its name, and what it runs.
pub type Target = (&'static str, fn(&[u8]));

/// All targets. Each has a folder of seeds by its name.
pub const TARGETS: &[Target] = &[
    ("dates", dates),
    ("html", html_page),
    ("json_ld", json_ld),
    ("markdown", markdown),
    ("page", structured_page),
    ("snapshot", snapshot_of),
    ("srcset", srcset),
    ("urls", urls),
];

const URL: &str = "https://skerry.example/lighthouse";
const STORY: &str =
    "The old lighthouse was sold on Tuesday for the price of its iron, which was more than anybody had paid for it.";
/// All that `render/html.rs` may write.
const ELEMENTS: &str = " a aside blockquote br caption code dd del details dl dt em figcaption figure h2 h3 h4 h5 h6 hr img li \
    mark ol p pre q rp rt ruby span strong sub summary sup table tbody td th thead tr u ul annotation math menclose merror \
    mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup \
    msup mtable mtd mtext mtr munder munderover none semantics ";

/// Bytes as a page's file.
pub fn html_page(bytes: &[u8]) {
    let text = html::to_text(bytes, None);
    holds(&html::parse(&text, URL));
}

/// Bytes as the four strings of a snapshot, parted at their first zeros.
pub fn snapshot_of(bytes: &[u8]) {
    let mut parts = bytes.splitn(4, |byte| *byte == 0).map(|part| String::from_utf8_lossy(part).into_owned());
    let mut part = || parts.next().unwrap_or_default();
    // The layout's numbers are small: each byte is one.
    let layout = part().bytes().map(char::from).collect();
    let taken =
        Snapshot { version: snapshot::VERSION, url: URL.into(), layout, names: part(), text: part(), attrs: part() };
    if let Ok(doc) = snapshot::decode(&taken) {
        holds(&doc);
    }
}

/// Text as a page's linked data.
pub fn json_ld(bytes: &[u8]) {
    let data = String::from_utf8_lossy(bytes);
    holds(&story(|page| {
        page.open("script", Flags::default());
        page.attribute("type", "application/ld+json");
        page.attribute("#script", &data);
        page.close();
    }));
}

/// Text as a date, wherever one may stand.
pub fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    holds(&story(|page| {
        element(page, "meta", &[("property", "article:published_time"), ("content", &text)], "");
        element(page, "time", &[("datetime", &text)], &text);
        element(page, "p", &[("class", "date")], &text);
    }));
}

/// Text as a list of pictures.
pub fn srcset(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    holds(&story(|page| {
        element(page, "img", &[("srcset", &text), ("src", "a.jpg"), ("width", "600"), ("height", "400")], "");
        element(page, "img", &[("data-srcset", &text), ("data-src", &text), ("width", &text)], "");
    }));
}

/// Text as an address, wherever one may stand.
pub fn urls(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    holds(&story(|page| {
        element(page, "base", &[("href", &text)], "");
        element(page, "link", &[("rel", "canonical"), ("href", &text)], "");
        element(page, "a", &[("href", &text)], "a link");
        element(page, "p", &[("id", &text)], "a place");
        element(page, "iframe", &[("src", &text)], "");
        element(page, "img", &[("src", &text), ("width", "600"), ("height", "400")], "");
    }));
}

/// Text as all that Markdown has to escape.
pub fn markdown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    holds(&story(|page| {
        element(page, "p", &[], &text);
        element(page, "h2", &[], &text);
        element(page, "pre", &[("class", "language-c")], &text);
        page.open("ul", Flags::default());
        element(page, "li", &[], &text);
        page.close();
        page.open("p", Flags::default());
        for name in ["b", "code", "i", "del"] {
            element(page, name, &[], &text);
        }
        element(page, "a", &[("href", "https://a.example/(x)")], &text);
        page.close();
    }));
}

/// What a made page is made of: elements with attributes, and texts.
const NAMES: &[&str] = &[
    "p",
    "div",
    "b",
    "a href=https://a.example/ ",
    "a href=javascript:x ",
    "table",
    "tr",
    "td",
    "svg",
    "math",
    "mi",
    "mtext",
    "annotation-xml",
    "style",
    "title",
    "template",
    "noscript",
    "select",
    "option",
    "form",
    "ruby",
    "rt",
    "li",
    "ul",
    "dl",
    "dd",
    "img src=x onerror=y ",
    "img srcset='a 1x,b' ",
    "iframe srcdoc='<p>x' ",
    "foreignObject",
    "desc",
    "textarea",
    "xmp",
    "h2 id=x ",
    "pre",
    "code class=language-x ",
    "br",
    "section class=comments ",
    "article",
    "body onload=x ",
    "details",
    "figure",
    "!--",
];
const TEXTS: &[&str] =
    &["word word, word. ", "&lt;script>", "]]>", "-->", "\u{202E}x", "\u{0}", "```", "[x](y)", "&#x3C;", STORY];

/// Bytes as choices of who makes a page: elements in one another, foreign ones, attributes, text.
pub fn structured_page(bytes: &[u8]) {
    let mut page = String::from("<!doctype html><title>x</title><article>");
    let mut open: Vec<&str> = Vec::new();
    for byte in bytes {
        let at = usize::from(*byte >> 2);
        match byte & 3 {
            0 => page.push_str(TEXTS.get(at % TEXTS.len()).unwrap_or(&"")),
            1 if !open.is_empty() => {
                // Not always the last: misnested, as pages are.
                let name = open.remove(open.len() - 1 - at % open.len().min(3));
                let _ = write!(page, "</{}>", name.split(' ').next().unwrap_or(name));
            }
            _ => {
                let name = NAMES.get((at * 2 + usize::from(byte & 1)) % NAMES.len()).unwrap_or(&"p");
                let _ = write!(page, "<{name}>");
                open.push(name);
            }
        }
    }
    html_page(page.as_bytes());
}

fn story(inside: impl FnOnce(&mut DocumentBuilder)) -> Document {
    let mut page = DocumentBuilder::new(URL);
    for name in ["html", "body", "article"] {
        page.open(name, Flags::default());
    }
    element(&mut page, "h1", &[], "The lighthouse that was sold by weight");
    element(&mut page, "p", &[], STORY);
    inside(&mut page);
    element(&mut page, "p", &[], STORY);
    page.finish()
}

fn element(page: &mut DocumentBuilder, name: &str, attributes: &[(&str, &str)], text: &str) {
    page.open(name, Flags::default());
    for (name, value) in attributes {
        page.attribute(name, value);
    }
    page.text(text);
    page.close();
}

/// Takes a document through the line.
fn holds(doc: &Document) {
    let options = lede::Options { comments: true, left_out: true, ..lede::Options::default() };
    let article = lede::extract(doc, &options).article;
    markup_is_ours(&render::html(&article.body));
    let text = render::text(&article.body);
    assert!(!text.contains(['\u{202E}', '\u{1B}', '\u{7F}']), "what is no text came in");
    markdown_is_ours(&render::markdown(&article.body, &|_| None));
    comes_back(&article);
}

/// Each tag is one that we write, and each address leads where an article may lead.
fn markup_is_ours(markup: &str) {
    for tag in markup.split('<').skip(1) {
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(ELEMENTS.contains(&format!(" {name} ")), "<{name}>");
        for part in [" href=\"", " src=\""] {
            let Some((_, value)) = tag.split_once('>').map_or(tag, |(inside, _)| inside).split_once(part) else {
                continue;
            };
            let is_right = ["https://", "http://", "mailto:", "#lede-"].iter().any(|begin| value.starts_with(begin));
            assert!(is_right, "{part}{value}");
        }
    }
}

fn markdown_is_ours(text: &str) {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    for event in Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                let name: String =
                    html.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
                let is_ours =
                    ["a", "br", "del", "em", "mark", "q", "strong", "sub", "sup", "u"].contains(&name.as_str());
                assert!(
                    is_ours && !html.contains('=') || html.starts_with("<a id=\"") || html.trim() == "<!-- -->",
                    "{html}"
                );
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let scheme = dest_url.split([':', '/', '#']).next().unwrap_or("").to_ascii_lowercase();
                assert!(!["javascript", "data", "vbscript"].contains(&scheme.as_str()), "{dest_url}");
            }
            _ => {}
        }
    }
}

/// What is stored is what is read back.
fn comes_back(article: &Article) {
    let stored = serde_json::to_value(article).expect("an article is JSON");
    assert!(article::read(&stored) == *article, "another article comes back");
}
