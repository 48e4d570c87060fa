//! Files that articles are saved as, read back by others' parsers: they hold the article's words in order, they say where
//! it came from, what is hostile in an article does nothing in them, and damage is found.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

mod support;
#[path = "support/hostile.rs"]
mod hostile_article;
#[path = "support/saved.rs"]
mod saved_files;

use std::io::{Cursor, Read};
use std::path::Path;

use hostile_article::{TRAPS, hostile};
use lede::article::{self, Article};
use lede::dom::text::plain;
use lede::render;
use lede::save::cite::{Style, citation};
use lede::save::{Annotation, Extras, Format, Missing, Picture, State, book, file, file_name, verify};
use markup5ever_rcdom::NodeData;
use pulldown_cmark::{Event, Options, Parser, Tag};
use saved_files::{Page, attribute, elements, words_of_html, words_of_markdown};
use serde_json::{Value, json};

const FORMATS: [Format; 5] = [Format::Html, Format::Markdown, Format::Text, Format::Json, Format::Epub];
/// The smallest GIF.
const GIF: &[u8] =
    b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

fn extras() -> Extras {
    Extras { saved: "2026-11-27T09:30:00.7Z".parse().ok(), kept: Some(0.4321), ..Extras::default() }
}

fn saved(article: &Article, format: Format) -> Vec<u8> {
    file(article, format, &extras()).expect("a file")
}

fn text_of(article: &Article, format: Format) -> String {
    String::from_utf8(saved(article, format)).expect("UTF-8")
}

/// The files of an EPUB, in order.
fn unpacked(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let mut all = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("its bytes");
        all.push((entry.name().expect("a name").into_owned(), String::from_utf8_lossy(&bytes).into_owned()));
    }
    all
}

/// Letters and digits: what is between them is the format's matter.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The article without MathML where there is TeX too: one format shows the one, another the other.
fn with_one_formula_each(article: &Article) -> Article {
    fn strip(value: &mut Value) {
        match value {
            Value::Array(all) => all.iter_mut().for_each(strip),
            Value::Object(map) => {
                if map.contains_key("tex") {
                    map.remove("mathml");
                }
                map.values_mut().for_each(strip);
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(article).expect("JSON");
    strip(&mut value);
    article::read(&value)
}

/// What is wrong with an article's files: each must hold its words, in order.
fn faults(article: &Article) -> Vec<String> {
    let article = with_one_formula_each(article);
    let title = article.title.clone().unwrap_or_default();
    let wanted = letters(&format!("{title} {}", render::text(&article.body)));
    let mut faults = Vec::new();
    let mut compare = |name: &str, words: String| {
        let found = letters(&words);
        if found != wanted {
            let same = found.chars().zip(wanted.chars()).take_while(|(a, b)| a == b).count();
            let near = |text: &str| text.chars().skip(same.saturating_sub(30)).take(90).collect::<String>();
            faults.push(format!("{name}:\n      {}\n  not {}", near(&found), near(&wanted)));
        }
    };
    let markdown = text_of(&article, Format::Markdown);
    compare("markdown", words_of_markdown(markdown.split_once("\n---\n").expect("front matter").1));
    let text = text_of(&article, Format::Text);
    compare("text", text.rsplit_once("\n-- \n").expect("where it came from").0.to_owned());
    compare("html", words_of_html(&text_of(&article, Format::Html), article.title.is_some()));
    let epub = unpacked(&saved(&article, Format::Epub));
    let chapter = epub.iter().find(|row| row.0.ends_with("chapter-0001.xhtml")).expect("a chapter");
    compare("epub", words_of_html(&chapter.1, article.title.is_some()));
    let json: Value = serde_json::from_str(&text_of(&article, Format::Json)).expect("JSON");
    let back = article::read(&json);
    if back != (Article { content: None, text_content: None, ..article }) {
        faults.push("json: another article comes back".to_owned());
    }
    faults
}

#[test]
fn every_format_holds_the_article_s_words_in_order() {
    let mut wrong = Vec::new();
    let cases = support::cases();
    for case in &cases {
        wrong.extend(faults(&case.article()).into_iter().map(|fault| format!("{}: {fault}", case.name)));
    }
    assert!(cases.len() > 250 && wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Of the corpus, so many at most where the build is slow: all of it in a release.
const SAMPLE: usize = 60;

#[test]
fn so_does_the_corpus() {
    let Some(folder) = std::env::var_os("LEDE_CORPUS") else { return };
    let mut pages: Vec<_> = walk(Path::new(&folder));
    pages.sort();
    let step = if cfg!(debug_assertions) { pages.len().div_ceil(SAMPLE).max(1) } else { 1 };
    let mut wrong = Vec::new();
    let mut read = 0;
    for path in pages.iter().step_by(step) {
        let mut bytes = std::fs::read(path).expect("a page");
        if bytes.starts_with(&[0x1F, 0x8B]) {
            let packed = std::mem::take(&mut bytes);
            flate2::read::MultiGzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).expect("a packed page");
        }
        let page = lede::dom::html::to_text(&bytes, None);
        let article =
            lede::extract(&lede::dom::html::parse(&page, "https://a.example/b/c"), &lede::Options::default()).article;
        wrong.extend(faults(&article).into_iter().map(|fault| format!("{}: {fault}", path.display())));
        read += 1;
    }
    assert!(read > 0 && wrong.is_empty(), "{} of {read} pages wrong\n{}", wrong.len(), wrong.join("\n"));
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let name = entry.to_string_lossy().into_owned();
        if entry.is_dir() {
            found.extend(walk(&entry));
        } else if name.strip_suffix(".gz").unwrap_or(&name).strip_suffix(".html").is_some() {
            found.push(entry);
        }
    }
    found
}

fn sample() -> Article {
    support::cases().into_iter().find(|case| case.name == "sample-news").expect("the sample").article()
}

#[test]
fn the_same_gives_the_same_bytes() {
    let article = sample();
    for format in FORMATS {
        assert_eq!(saved(&article, format), saved(&article, format), "{format:?}");
    }
    let epub = saved(&article, Format::Epub);
    assert_eq!(&epub[30..58], b"mimetypeapplication/epub+zip", "the first entry, as it is");
}

#[test]
fn damage_is_found_and_line_ends_are_none() {
    let article = sample();
    for format in FORMATS {
        let bytes = saved(&article, format);
        let check = verify(&bytes);
        assert_eq!((check.state, check.format), (State::Intact, Some(format)));
        assert_eq!(check.saved.as_deref(), Some("2026-11-27T09:30:00Z"));
        if format == Format::Epub {
            let at = bytes.len() / 2;
            let damaged = [&bytes[..at], &[bytes[at] ^ 1], &bytes[at + 1..]].concat();
            assert!(matches!(verify(&damaged).state, State::Changed(_)));
            assert!(matches!(verify(&bytes[..at]).state, State::Changed(_)));
            continue;
        }
        let text = String::from_utf8(bytes).expect("UTF-8");
        let word = "bakery";
        // In the text, and not in what is told of it.
        let first = matches!(format, Format::Text | Format::Json);
        let at = if first { text.find(word) } else { text.rfind(word) }.expect("a word of the text");
        let changed = format!("{}bakerx{}", &text[..at], &text[at + word.len()..]);
        assert!(matches!(verify(changed.as_bytes()).state, State::Changed(_)), "{format:?}");
        if format != Format::Json {
            assert_eq!(verify(text.replace('\n', "\r\n").as_bytes()).state, State::Intact, "{format:?}");
        }
    }
    for none in ["", "x", "{}", "{", "---\n", "<!DOCTYPE html>\n<p>", "PK", "-- \nLede\n"] {
        assert!(!matches!(verify(none.as_bytes()).state, State::Intact), "{none}");
    }
}

/// An EPUB of which a file was taken out, and the rest packed anew, is not what was saved.
#[test]
fn an_epub_that_lacks_a_file_is_told() {
    let bytes = saved(&sample(), Format::Epub);
    for gone in ["EPUB/style.css", "EPUB/chapter-0001.xhtml"] {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in unpacked(&bytes).into_iter().filter(|row| row.0 != gone) {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a file");
            std::io::Write::write_all(&mut zip, content.as_bytes()).expect("written");
        }
        let packed = zip.finish().expect("packed").into_inner();
        assert!(matches!(verify(&packed).state, State::Changed(_)), "{gone}");
    }
}

fn hostile_extras() -> Extras {
    let all = TRAPS.join(" ");
    let note = json!({"type": "Annotation", "body": {"value": all}, "target": {"selector": [{"type": "TextQuoteSelector", "exact": all}]}});
    Extras {
        pictures: vec![
            Picture {
                url: "https://a.example/1.gif".into(),
                mime: "text/html".into(),
                bytes: GIF.into(),
                name: Some("pictures/a (1)|<b>.gif".into()),
            },
            Picture {
                url: "https://a.example/2.gif".into(),
                mime: "image/gif".into(),
                bytes: b"<script>".to_vec(),
                name: None,
            },
        ],
        missing: vec![Missing { url: "javascript:alert(1)".into(), why: all }],
        annotations: Annotation::read(&note).into_iter().collect(),
        ..extras()
    }
}

#[test]
fn hostile_articles_do_nothing_in_html_and_books() {
    let bytes = file(&hostile(), Format::Html, &hostile_extras()).expect("a file");
    for format in FORMATS {
        let hostile = file(&hostile(), format, &hostile_extras()).expect("a file");
        assert_eq!(verify(&hostile).state, State::Intact, "{format:?}");
    }
    let html = String::from_utf8(bytes).expect("UTF-8");
    let chapters = unpacked(&file(&hostile(), Format::Epub, &hostile_extras()).expect("a book"));
    assert!(
        chapters.iter().all(|row| row.0.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/.-".contains(&byte)))
    );
    for markup in std::iter::once(&html).chain(chapters.iter().filter(|row| row.0.contains(".xhtml")).map(|row| &row.1))
    {
        let page = Page::parse(markup);
        for element in elements(&page.root()) {
            let NodeData::Element { name, attrs, .. } = &element.data else { continue };
            let tag = name.local.to_string();
            assert!(!["iframe", "object", "embed", "form", "base", "svg", "input"].contains(&tag.as_str()), "{tag}");
            if tag == "script" {
                assert_eq!(attribute(&element, "type").as_deref(), Some("application/ld+json"));
            }
            for attr in attrs.borrow().iter() {
                let (name, value) = (attr.name.local.to_string(), attr.value.to_string());
                assert!(!name.starts_with("on") && name != "style" && name != "srcdoc", "{name}");
                let local = [
                    "#",
                    "http://",
                    "https://",
                    "mailto:",
                    "style.css",
                    "chapter-0001.xhtml",
                    "pictures/",
                    "data:image/gif;base64,",
                ];
                assert!(
                    !["href", "src"].contains(&name.as_str()) || local.iter().any(|begin| value.starts_with(begin)),
                    "{name}={value}"
                );
            }
        }
    }
    let page = Page::parse(&html);
    let policy = elements(&page.root())
        .into_iter()
        .find(|element| attribute(element, "http-equiv").is_some())
        .expect("a policy");
    assert_eq!(
        attribute(&policy, "content").as_deref(),
        Some("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    );
    let script = html.split_once("ld+json\">").expect("data").1.split_once("</script>").expect("its end").0;
    let data: Value = serde_json::from_str(script).expect("JSON");
    assert_eq!(data["headline"], json!(plain(&TRAPS.join(" "))), "headline");
}

#[test]
fn hostile_articles_do_nothing_in_markdown() {
    let text =
        String::from_utf8(file(&hostile(), Format::Markdown, &hostile_extras()).expect("a file")).expect("UTF-8");
    assert_eq!(verify(text.as_bytes()).state, State::Intact);
    let (front, content) = text.split_once("\n---\n").expect("front matter");
    for line in front.lines().skip(1) {
        let value = line.strip_prefix("  - ").unwrap_or_else(|| line.split_once(':').expect("a field").1.trim());
        let plain = value.is_empty() || value.parse::<f64>().is_ok();
        assert!(plain || serde_json::from_str::<String>(value).is_ok(), "{line}");
        assert!(!value.chars().any(|c| c.is_control() || matches!(c, '\u{85}' | '\u{2028}')), "{line:?}");
    }
    assert!(!front.contains("\nevil:"));
    let mut headings = 0;
    for event in Parser::new_ext(content, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                assert!(dest_url.starts_with('#') || !dest_url.contains("evil"), "{dest_url}");
            }
            Event::InlineHtml(html) | Event::Html(html) => {
                let tags = ["<strong>", "</strong>", "<em>", "</em>", "<br>", "</a>", "<!-- -->"];
                assert!(tags.contains(&html.trim()) || html.starts_with("<a id=\""), "{html}");
            }
            _ => {}
        }
    }
    assert_eq!(headings, 2 + TRAPS.len(), "the title, the highlights, and those that the article has");
}

#[test]
fn hostile_articles_do_nothing_in_citations_and_names() {
    let article = hostile();
    for style in [Style::Apa, Style::Mla, Style::Chicago] {
        assert!(!citation(&article, style, None).contains(['\n', '\r', '\0']));
    }
    let bibtex = citation(&article, Style::Bibtex, None);
    let mut depth = 0;
    for (at, c) in bibtex.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        assert!(depth > 0 || at < 6 || at + 2 >= bibtex.len(), "closed at {at}: {bibtex}");
    }
    assert_eq!((depth, bibtex.matches("@misc").count()), (0, 1));
    let ris = citation(&article, Style::Ris, None);
    assert!(ris.lines().all(|line| line.get(2..6) == Some("  - ")), "{ris}");
    assert_eq!(
        (ris.matches("\nER  - ").count(), ris.matches("TY  - ").count()),
        (1, 1 + ris.matches(" TY  - ").count())
    );
    for template in ["", "{title}", "{author}/{site}", "../{title}", "C:\\{title}"] {
        let name = file_name(&article, template, None);
        assert!(
            !name.split('/').any(|part| part.is_empty() || part.starts_with('.') || part.ends_with(['.', ' '])),
            "{name}"
        );
        assert!(!name.contains(['\\', ':', '*', '?', '"', '<', '>', '|', '\0', '\u{202E}']), "{name}");
    }
}

#[test]
fn citations_are_as_the_styles_have_them() {
    let article = article::read(&json!({
        "title": "What the tide left", "authors": ["Ada Lee", "Jan van der Berg"], "siteName": "Sandbar Courier",
        "publishedTime": "2026-03-05T08:00:00+01:00", "url": "https://www.sandbar.example/tide?a=1", "lang": "en",
    }));
    let seen = "2026-11-27T23:30:00Z".parse().ok();
    let cited = |style| citation(&article, style, seen);
    assert_eq!(
        cited(Style::Apa),
        "Lee, A., & van der Berg, J. (2026, March 5). What the tide left. Sandbar Courier. https://www.sandbar.example/tide?a=1"
    );
    assert_eq!(
        cited(Style::Mla),
        "Lee, Ada, and Jan van der Berg. “What the tide left.” Sandbar Courier, 5 Mar. 2026, www.sandbar.example/tide?a=1. Accessed 27 Nov. 2026."
    );
    assert_eq!(
        cited(Style::Chicago),
        "Lee, Ada, and Jan van der Berg. “What the tide left.” Sandbar Courier, March 5, 2026. https://www.sandbar.example/tide?a=1."
    );
    let bibtex = "@misc{lee2026what,\n  author = {Lee, Ada and van der Berg, Jan},\n  title = {{What the tide left}},\n  howpublished = {Sandbar Courier},\n  year = {2026},\n  month = {3},\n  day = {5},\n  url = {https://www.sandbar.example/tide?a=1},\n  urldate = {2026-11-27},\n  language = {en},\n}\n";
    assert_eq!(cited(Style::Bibtex), bibtex);
    let ris = "TY  - ELEC\r\nAU  - Lee, Ada\r\nAU  - van der Berg, Jan\r\nTI  - What the tide left\r\nT2  - Sandbar Courier\r\nPY  - 2026\r\nDA  - 2026/03/05\r\nUR  - https://www.sandbar.example/tide?a=1\r\nY2  - 2026/11/27\r\nLA  - en\r\nER  - \r\n";
    assert_eq!(cited(Style::Ris), ris);
    let bare = article::read(&json!({"title": "Why?", "byline": "The desk"}));
    assert_eq!(citation(&bare, Style::Apa, None), "The desk. (n.d.). Why?");
    assert_eq!(citation(&bare, Style::Mla, None), "The desk. “Why?”");
}

#[test]
fn notes_formulas_and_tables_are_markdown_s_own() {
    let place = |name: &str| json!({"target": name});
    let link = |to: &str, text: &str| json!({"link": {"href": format!("#{to}"), "content": [{"text": text}]}});
    let article = article::read(&json!({"body": [
        {"paragraph": [{"text": "A claim"}, {"sup": [link("n1", "[1]")]}, place("r1"), {"text": " costs $5 and "}, {"math": {"tex": "a|b|_c"}}, {"text": ", then more"}, {"sup": [link("n2", "2")]}]},
        {"code": {"language": "rust", "text": "fn main() {}"}},
        {"table": {"rows": [[{"header": true, "rowspan": 2, "content": [{"paragraph": [{"text": "a|b"}]}]}, {"header": true, "content": [{"paragraph": [{"code": [{"text": "x|y"}]}]}]}], [{"content": [{"list": {"items": [[{"paragraph": [{"text": "1"}]}], [{"paragraph": [{"text": "2"}]}]]}}]}]]}},
        {"list": {"start": 1, "items": [[{"paragraph": [place("n1"), {"text": "Said by one. "}, link("r1", "↩")]}], [{"paragraph": [place("n2"), {"text": "By another."}]}]]}},
    ]}));
    let text = text_of(&article, Format::Markdown);
    let body = text.split_once("\n---\n\n").expect("front matter").1;
    let wanted = "A claim[^1] costs \\$5 and $a|b|_c$, then more[^2]\n\n```rust\nfn main() {}\n```\n\n| a\\|b | `x\\|y` |\n| --- | --- |\n|  | 1<br>2 |\n\n[^1]: Said by one.\n\n[^2]: By another.\n";
    assert_eq!(body, wanted);
}

#[test]
fn where_it_came_from_stands_in_every_copy() {
    let article = sample();
    let (url, hash) = (article.url.clone().expect("an address"), {
        let json: Value = serde_json::from_str(&text_of(&article, Format::Json)).expect("JSON");
        json["provenance"]["text-sha256"].as_str().expect("a hash").to_owned()
    });
    for format in FORMATS {
        let bytes = saved(&article, format);
        let text = if format == Format::Epub {
            unpacked(&bytes).into_iter().find(|row| row.0.contains(".opf")).expect("a package").1
        } else {
            String::from_utf8(bytes).expect("UTF-8")
        };
        let words = article.word_count.to_string();
        for told in [url.as_str(), &hash, "2026-11-27T09:30:00Z", env!("CARGO_PKG_VERSION"), "0.432", &words] {
            assert!(text.contains(told), "{format:?} lacks {told}");
        }
    }
}

#[test]
fn a_book_has_its_chapters_in_order_and_each_picture_once() {
    let picture = Picture { url: "https://a.example/1.gif".into(), bytes: GIF.into(), ..Picture::default() };
    let chapter = |title: &str| {
        let figure = json!({"figure": {"images": [{"src": "https://a.example/1.gif", "alt": "x"}]}});
        let heading = |level: u8, text: &str| json!({"heading": {"level": level, "content": [{"text": text}]}});
        let body = json!([heading(3, "in"), heading(2, "out"), heading(4, "deep"), heading(3, "back"), figure]);
        let article = article::read(&json!({"title": title, "lang": "ar", "dir": "rtl", "body": body}));
        (article, Extras { pictures: vec![picture.clone()], ..extras() })
    };
    let bytes = book(&[chapter("One"), chapter("Two & <three>")], Some("All"), extras().saved).expect("a book");
    assert_eq!(verify(&bytes).state, State::Intact);
    let files = unpacked(&bytes);
    let names: Vec<&str> = files.iter().map(|row| row.0.as_str()).collect();
    let wanted = [
        "mimetype",
        "META-INF/container.xml",
        "EPUB/package.opf",
        "EPUB/nav.xhtml",
        "EPUB/style.css",
        "EPUB/chapter-0001.xhtml",
        "EPUB/chapter-0002.xhtml",
        "EPUB/pictures/0001.gif",
    ];
    assert_eq!(names, wanted);
    assert!(
        files[2].1.contains("page-progression-direction=\"rtl\"") && files[2].1.contains("<dc:title>All</dc:title>")
    );
    let nav: String = files[3]
        .1
        .split_once("<ol>")
        .expect("a list")
        .1
        .split('<')
        .map(|part| part.split_once('>').map_or("", |row| row.1))
        .collect();
    let lines: Vec<&str> = nav.split('\n').filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, ["One", "in", "out", "deep", "back", "Two &amp; &lt;three&gt;", "in", "out", "deep", "back"]);
    assert!(book(&[], None, None).is_err());
}
