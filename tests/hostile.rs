//! Pages that mean harm: whatever they hold, what Lede makes of them can do nothing, in any format.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

#[path = "support/attacks.rs"]
mod attack_pages;
#[path = "support/saved.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod saved_files;

use std::io::{Cursor, Read};
use std::time::{Duration, Instant};

use attack_pages::{Attack, Place, attacks};
use lede::article::{self, Article};
use lede::save::cite::{Style, citation};
use lede::save::{Extras, Format, State, file, file_name, verify};
use markup5ever_rcdom::NodeData;
use pulldown_cmark::{Event, Options, Parser, Tag};
use saved_files::{Page, elements};
use serde_json::Value;

/// The elements that the text of an article is made of, and their attributes.
const TEXT: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("article", &[]),
    ("aside", &["data-lede-left-out"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("caption", &[]),
    ("code", &["class"]),
    ("dd", &[]),
    ("del", &[]),
    ("details", &["open"]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("footer", &[]),
    ("h1", &[]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("header", &[]),
    ("hr", &[]),
    ("img", &["alt", "height", "src", "width"]),
    ("li", &[]),
    ("mark", &[]),
    ("ol", &["start"]),
    ("p", &["class"]),
    ("pre", &[]),
    ("q", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("span", &["class", "id"]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
];
/// The frame of a file, which an article has no word in but as text.
const FRAME: &[(&str, &[&str])] = &[
    ("body", &[]),
    ("head", &[]),
    ("html", &["dir", "lang", "xml:lang", "xmlns"]),
    ("link", &["href", "rel", "type"]),
    ("meta", &["charset", "content", "http-equiv", "name"]),
    ("script", &["type"]),
    ("section", &["class"]),
    ("style", &[]),
    ("title", &[]),
];
/// Formulas.
const MATH: &[&str] = &[
    "annotation",
    "math",
    "menclose",
    "merror",
    "mfenced",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "none",
    "semantics",
];
const MATH_ATTRIBUTES: &[&str] = &["display", "encoding", "xmlns"];
/// How long a small page may take, in a build without optimisation.
const LONGEST: Duration = Duration::from_secs(5);

fn read(attack: &Attack) -> Article {
    let page = lede::dom::html::to_text(&attack.page, None);
    let doc = lede::dom::html::parse(&page, "https://skerry.example/lighthouse");
    lede::extract(&doc, &lede::Options { comments: true, ..lede::Options::default() }).article
}

fn extras() -> Extras {
    Extras { saved: "2026-11-28T09:30:00Z".parse().ok(), ..Extras::default() }
}

/// What is wrong with markup: an element, an attribute or an address that no article can have.
fn faults_of_markup(markup: &str, is_file: bool) -> Vec<String> {
    let mut faults = Vec::new();
    for element in elements(&Page::parse(markup).root()) {
        let NodeData::Element { name, attrs, .. } = &element.data else { continue };
        let tag = &*name.local;
        let is_html = &*name.ns == "http://www.w3.org/1999/xhtml";
        let frame = if is_file { FRAME } else { &FRAME[..3] };
        let known = TEXT.iter().chain(frame).find(|row| row.0 == tag && is_html).map(|row| row.1);
        let is_math = &*name.ns == "http://www.w3.org/1998/Math/MathML" && MATH.contains(&tag);
        let Some(allowed) = known.or(is_math.then_some(MATH_ATTRIBUTES)) else {
            faults.push(format!("an element {tag} of {}", &*name.ns));
            continue;
        };
        for attr in attrs.borrow().iter() {
            let (name, value) = (&*attr.name.local, &*attr.value);
            if !allowed.contains(&name) {
                faults.push(format!("{tag} has {name}={value:?}"));
            }
            faults.extend(fault_of_value(tag, name, value));
        }
    }
    faults
}

fn fault_of_value(tag: &str, name: &str, value: &str) -> Option<String> {
    let begins = |all: &[&str]| all.iter().any(|begin| value.starts_with(begin));
    let is_right = match (tag, name) {
        ("a", "href") => begins(&["https://", "http://", "mailto:", "#"]) && !value.chars().any(char::is_control),
        ("link", "href") => value == "style.css",
        ("img", "src") => {
            begins(&["https://", "http://", "data:image/", "pictures/"]) && !value.starts_with("data:image/svg")
        }
        ("script", "type") => value == "application/ld+json",
        ("meta", "http-equiv") => value == "Content-Security-Policy",
        (_, "class") => value.split(' ').count() == 1,
        (_, "id") => !["createElement", "body", "reader"].contains(&value),
        ("td" | "th" | "img", "colspan" | "rowspan" | "width" | "height") => {
            value.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => true,
    };
    (!is_right).then(|| format!("{tag} {name}={value:?}"))
}

/// What is wrong with Markdown, read back by another's parser.
fn faults_of_markdown(text: &str) -> Vec<String> {
    let Some((front, content)) = text.split_once("\n---\n") else { return vec!["no front matter".into()] };
    let mut faults = Vec::new();
    for line in front.lines().skip(1) {
        let value = line.strip_prefix("  - ").unwrap_or_else(|| line.split_once(':').map_or("?", |row| row.1.trim()));
        let plain = value.is_empty() || value.parse::<f64>().is_ok() || ["true", "false"].contains(&value);
        let is_text = serde_json::from_str::<String>(value).is_ok();
        if !(plain || is_text) || value.chars().any(|c| c.is_control() || matches!(c, '\u{85}' | '\u{2028}')) {
            faults.push(format!("front matter: {line:?}"));
        }
    }
    for event in Parser::new_ext(content, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let is_right = ["https://", "http://", "mailto:", "#"].iter().any(|begin| dest_url.starts_with(begin));
                if !(is_right || dest_url.contains('@') && !dest_url.contains(':')) {
                    faults.push(format!("Markdown leads to {dest_url}"));
                }
            }
            Event::InlineHtml(html) | Event::Html(html) => {
                let html = html.trim();
                let place = html.strip_prefix("<a id=\"").and_then(|rest| rest.strip_suffix("\">"));
                let tags = [
                    "<br>", "</a>", "<!-- -->", "<sub>", "</sub>", "<sup>", "</sup>", "<mark>", "</mark>", "<u>",
                    "</u>",
                ];
                let marks = ["<strong>", "</strong>", "<em>", "</em>", "<del>", "</del>", "<q>", "</q>"];
                if !(tags.contains(&html)
                    || marks.contains(&html)
                    || place.is_some_and(|id| !id.contains(['"', '<', '>'])))
                {
                    faults.push(format!("Markdown holds {html}"));
                }
            }
            _ => {}
        }
    }
    faults
}

fn faults_of_book(bytes: &[u8]) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let mut faults = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let name = entry.name().expect("a name").into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("UTF-8");
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/.-".contains(&byte)) {
            faults.push(format!("a file {name}"));
        }
        if name.contains("chapter-") {
            faults.extend(faults_of_markup(&text, true));
        }
        if text
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r') || matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        {
            faults.push(format!("{name} holds what XML can't"));
        }
    }
    faults
}

fn faults_of_citations(article: &Article) -> Vec<String> {
    let mut faults = Vec::new();
    for style in [Style::Apa, Style::Mla, Style::Chicago] {
        if citation(article, style, None).chars().any(char::is_control) {
            faults.push("a citation of several lines".to_owned());
        }
    }
    let bibtex = citation(article, Style::Bibtex, None);
    let mut depth = 0;
    let inside = bibtex.trim_end().char_indices().filter(|(at, c)| {
        depth += i32::from(*c == '{') - i32::from(*c == '}');
        depth <= 0 && *at > 6
    });
    if inside.count() > 1 || depth != 0 || bibtex.contains("\\input") || bibtex.contains("\\write") {
        faults.push(format!("BibTeX: {bibtex}"));
    }
    let ris = citation(article, Style::Ris, None);
    if !ris.lines().all(|line| line.get(2..6) == Some("  - "))
        || ris.matches("\nER  - ").count() != 1
        || ris.contains("\nL1")
    {
        faults.push(format!("RIS: {ris}"));
    }
    faults
}

fn faults_of_names(article: &Article) -> Vec<String> {
    let bad = |name: &String| {
        name.is_empty()
            || name.len() > 400
            || name.split('/').any(|part| part.is_empty() || part.starts_with(['.', '-', '~']) || part.ends_with(['.', ' ']))
            || name.chars().any(|c| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
    };
    let names = ["", "{title}", "{author}/{site}", "../{title}"].map(|template| file_name(article, template, None));
    names.into_iter().filter(bad).map(|name| format!("a name {name:?}")).collect()
}

/// Characters that turn the text after them about, or that a terminal obeys: none is left.
fn faults_of_order(article: &Article) -> Vec<String> {
    fn texts(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text.clone()),
            Value::Array(all) => all.iter().for_each(|one| texts(one, found)),
            Value::Object(map) => map.values().for_each(|one| texts(one, found)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    texts(&serde_json::to_value(article).expect("JSON"), &mut all);
    let is_none = |c: char| matches!(c, '\u{202D}' | '\u{202E}') || c.is_control() && !matches!(c, '\n' | '\t');
    all.into_iter().filter(|text| text.contains(is_none)).map(|text| format!("no text: {text:?}")).collect()
}

fn faults(attack: &Attack) -> Vec<String> {
    let began = Instant::now();
    let article = read(attack);
    let mut faults = faults_of_markup(&lede::render::html(&article.body), false);
    for format in [Format::Html, Format::Markdown, Format::Text, Format::Json, Format::Epub] {
        let bytes = file(&article, format, &extras()).expect("a file");
        if verify(&bytes).state != State::Intact {
            faults.push(format!("{format:?} does not know itself"));
        }
        let text = || String::from_utf8(bytes.clone()).expect("UTF-8");
        match format {
            Format::Html => {
                faults.extend(faults_of_markup(&text(), true));
                let data = text().split_once("ld+json\">").map(|rest| rest.1.to_owned()).expect("data");
                if serde_json::from_str::<Value>(data.split_once("</script>").expect("its end").0).is_err() {
                    faults.push("linked data that is none".to_owned());
                }
            }
            Format::Markdown => faults.extend(faults_of_markdown(&text())),
            Format::Text => {
                if text().chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
                    faults.push("text that a terminal obeys".to_owned());
                }
            }
            Format::Json => {
                let value: Value = serde_json::from_str(&text()).expect("JSON");
                if article::read(&value) != (Article { content: None, text_content: None, ..article.clone() }) {
                    faults.push("another article comes back".to_owned());
                }
            }
            Format::Epub => faults.extend(faults_of_book(&bytes)),
        }
    }
    faults.extend(faults_of_citations(&article));
    faults.extend(faults_of_names(&article));
    faults.extend(faults_of_order(&article));
    // What an attack does not swallow by its own markup is not lost.
    if attack.place != Place::Whole
        && !lede::render::text(&article.body).contains("sold on Tuesday for the price of its iron")
    {
        faults.push("the story is lost".to_owned());
    }
    if began.elapsed() > LONGEST {
        faults.push(format!("it took {:?}", began.elapsed()));
    }
    faults
}

#[test]
fn attacks_do_nothing_in_any_format() {
    let all = attacks();
    let wrong: Vec<String> = all
        .iter()
        .flat_map(|attack| faults(attack).into_iter().map(|fault| format!("{}: {fault}", attack.name)))
        .collect();
    assert!(wrong.is_empty(), "{} wrong of {} attacks\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

/// The count that is promised, and that none is another once more.
#[test]
fn there_are_three_hundred_and_no_two_are_one() {
    let all = attacks();
    let pages: std::collections::HashSet<&[u8]> = all.iter().map(|attack| attack.page.as_slice()).collect();
    let names: std::collections::HashSet<&str> = all.iter().map(|attack| attack.name.as_str()).collect();
    assert!(all.len() >= 300 && pages.len() == all.len() && names.len() == all.len(), "{} attacks", all.len());
}

/// The checks find what they are there for: each of these is told.
#[test]
fn the_checks_can_fail() {
    for markup in [
        "<p onclick=x>",
        "<script>x</script>",
        "<a href=javascript:x>",
        "<img src=x onerror=y>",
        "<iframe></iframe>",
        "<svg></svg>",
        "<math><mi href='javascript:x'>",
        "<math><maction>",
        "<a href=' javascript:x'>",
        "<p style=x>",
        "<img src=data:image/svg+xml,x>",
        "<form></form>",
        "<base href=x>",
        "<td colspan='1 x'>",
        "<code class='a b'>",
    ] {
        let markup = if markup.starts_with("<td") { format!("<table><tr>{markup}") } else { markup.to_owned() };
        assert!(!faults_of_markup(&markup, false).is_empty(), "{markup}");
    }
    for text in ["---\na: b\n---\n", "---\na: \"b\"\n---\n<b>x</b>", "---\na: 1\n---\n[x](javascript:y)", "x"] {
        assert!(!faults_of_markdown(text).is_empty(), "{text}");
    }
    assert!(faults_of_markdown("---\na: \"b\"\nc: 1\n---\n[x](https://a.example)<br>").is_empty());
}
