//! The package document: what the book is, what is in it, and in which order.

use super::{Chapter, Entry};
use crate::render::escape;
use crate::save::html::{day, known_language};
use crate::save::provenance::{Provenance, SAVED, TEXT, seconds, sha256};

/// What a book is made of.
pub struct Book<'a> {
    /// Its title.
    pub title: &'a str,
    /// When it was saved.
    pub saved: Option<jiff::Timestamp>,
    /// Its chapters.
    pub chapters: &'a [Chapter<'a>],
}

/// What the terms of ours mean is told in the formats' description.
const TERMS: &str = "https://github.com/lede-reader/lede/blob/main/docs/formats.md#";

/// A language for where none is known (BCP 47: undetermined).
const UNDETERMINED: &str = "und";

impl Book<'_> {
    /// The language of the book: its first chapter's.
    pub fn language(&self) -> &str {
        self.chapters.iter().find_map(|chapter| known_language(chapter.article)).unwrap_or(UNDETERMINED)
    }

    /// Whether pages go from right to left.
    pub fn is_rtl(&self) -> bool {
        self.chapters.first().is_some_and(|chapter| chapter.article.dir.as_deref() == Some("rtl"))
    }
}

/// The document.
pub fn file(book: &Book, entries: &[Entry], contents: &str) -> String {
    let mut out = Package(String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    out.0.push_str("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\"");
    out.attr("xml:lang", book.language());
    if book.is_rtl() {
        out.attr("dir", "rtl");
    }
    out.attr("prefix", &format!("lede: {TERMS}"));
    out.0.push_str(">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    metadata(book, contents, &mut out);
    out.0.push_str("</metadata>\n<manifest>\n");
    for (at, entry) in entries.iter().enumerate() {
        out.0.push_str("<item");
        out.attr("id", &id(at));
        out.attr("href", &entry.name);
        out.attr("media-type", entry.mime);
        out.attr("properties", entry.properties);
        out.0.push_str("/>\n");
    }
    out.0.push_str("</manifest>\n<spine");
    if book.is_rtl() {
        out.attr("page-progression-direction", "rtl");
    }
    out.0.push_str(">\n");
    for (at, _) in
        entries.iter().enumerate().filter(|row| book.chapters.iter().any(|chapter| chapter.name == row.1.name))
    {
        out.0.push_str("<itemref");
        out.attr("idref", &id(at));
        out.0.push_str("/>\n");
    }
    out.0.push_str("</spine>\n</package>\n");
    out.0
}

fn id(at: usize) -> String {
    format!("item-{}", at + 1)
}

fn metadata(book: &Book, contents: &str, out: &mut Package) {
    let hashes: String = book.chapters.iter().map(|chapter| hash(chapter) + "\n").collect();
    let saved = seconds(book.saved.unwrap_or_default());
    let id = uuid(&sha256(format!("{saved}\n{hashes}").as_bytes()));
    out.0.extend(["<dc:identifier id=\"id\">", &id, "</dc:identifier>\n"]);
    out.element("dc:title", book.title);
    out.element("dc:language", book.language());
    out.property("dcterms:modified", &saved);
    match book.chapters {
        [chapter] => single(chapter, out),
        chapters => chapters.iter().for_each(|chapter| authors(chapter, out)),
    }
    out.property("lede:contents-sha256", contents);
    let modes = if book.chapters.iter().all(|chapter| chapter.extras.pictures.is_empty()) {
        "textual"
    } else {
        "textual,visual"
    };
    for mode in modes.split(',') {
        out.property("schema:accessMode", mode);
    }
    out.property("schema:accessModeSufficient", modes);
    for feature in ["structuralNavigation", "tableOfContents", "readingOrder", "alternativeText"] {
        out.property("schema:accessibilityFeature", feature);
    }
    out.property("schema:accessibilityHazard", "unknown");
}

/// All that is known of the one article.
fn single(chapter: &Chapter, out: &mut Package) {
    let article = chapter.article;
    authors(chapter, out);
    let mut element = |name, text: Option<&String>| {
        if let Some(text) = text {
            out.element(name, text);
        }
    };
    element("dc:publisher", article.site_name.as_ref());
    element("dc:source", article.canonical_url.as_ref().or(article.url.as_ref()));
    element("dc:rights", article.license.as_ref());
    element("dc:description", article.excerpt.as_ref());
    article.tags.iter().for_each(|tag| element("dc:subject", Some(tag)));
    if let Some(day) = day(article.published_time.as_deref()) {
        out.element("dc:date", day);
    }
    for (name, value) in Provenance::of(article, chapter.extras).texts().filter(|row| row.0 != SAVED) {
        out.property(&format!("lede:{name}"), &value);
    }
}

fn authors(chapter: &Chapter, out: &mut Package) {
    let article = chapter.article;
    let byline = article.byline.iter().filter(|_| article.authors.is_empty());
    article.authors.iter().chain(byline).for_each(|name| out.element("dc:creator", name));
}

fn hash(chapter: &Chapter) -> String {
    let provenance = Provenance::of(chapter.article, chapter.extras);
    provenance.texts().find(|row| row.0 == TEXT).map(|row| row.1).unwrap_or_default()
}

/// A UUID of a hash (RFC 9562, version 8: made in a way of one's own).
fn uuid(hash: &str) -> String {
    let part = |from: usize, to: usize| hash.get(from..to).unwrap_or_default();
    let (first, last) = (part(0, 8), part(20, 32));
    format!("urn:uuid:{first}-{}-8{}-8{}-{last}", part(8, 12), part(13, 16), part(17, 20))
}

/// XML as it is written.
struct Package(String);

impl Package {
    fn attr(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0.extend([" ", name, "=\""]);
            escape::html(value, &mut self.0);
            self.0.push('"');
        }
    }

    /// An element of text; one of blanks is an error to validators.
    fn element(&mut self, name: &str, text: &str) {
        let mut escaped = String::new();
        escape::html(text, &mut escaped);
        if !escaped.trim().is_empty() {
            self.0.extend(["<", name, ">", escaped.trim(), "</", name, ">\n"]);
        }
    }

    fn property(&mut self, name: &str, value: &str) {
        let mut escaped = String::new();
        escape::html(value, &mut escaped);
        if !escaped.trim().is_empty() {
            self.0.extend(["<meta property=\"", name, "\">", escaped.trim(), "</meta>\n"]);
        }
    }
}
