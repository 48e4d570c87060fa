//! An article as one HTML file. It asks for nothing: its policy lets it load nothing and run nothing.

use serde_json::{Value, json};

use super::provenance::{Provenance, seconds};
use super::standing::Standing;
use super::{Extras, address, pictures};
use crate::article::{Article, Link};
use crate::render::{HtmlWriter, escape};

/// What the file may load: pictures that it holds itself, and the style that stands in it.
const POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
/// The style, for HTML and for books.
pub const STYLE: &str = include_str!("style.css");
/// Between these stands what the hash of the content is made of.
pub const BODY: (&str, &str) = ("<body>", "</body>");

/// The file.
pub fn file(article: &Article, extras: &Extras) -> String {
    let picture = |url: &str| pictures::of(&extras.pictures, url)?.data();
    let manner = Standing::html(article, &picture);
    let body = body(&manner, article, extras);
    let provenance = Provenance::of(article, extras).with_content(&body);
    let mut out = HtmlWriter::new(&manner);
    out.raw("<!DOCTYPE html>\n<html");
    language(&mut out, article);
    out.raw(">\n<head>\n<meta charset=\"utf-8\">\n");
    meta(&mut out, "http-equiv", "Content-Security-Policy", POLICY);
    meta(&mut out, "name", "viewport", "width=device-width, initial-scale=1");
    out.row("title", "", Some(title(article)));
    head(&mut out, &provenance);
    out.raw("<script type=\"application/ld+json\">");
    out.raw(&escape::script(&linked_data(article, extras).to_string()));
    out.raw("</script>\n<style>\n");
    out.raw(STYLE);
    out.raw("</style>\n</head>\n");
    out.html.extend([BODY.0, &body, BODY.1, "\n</html>\n"]);
    out.html
}

/// The title; a file must have one.
pub fn title(article: &Article) -> &str {
    let said = [&article.title, &article.canonical_url, &article.url].into_iter().flatten();
    said.map(String::as_str).map(str::trim).find(|text| !text.is_empty()).unwrap_or("Untitled")
}

/// Language and direction, where they are what such things may be.
pub fn language(out: &mut HtmlWriter, article: &Article) {
    out.attr("lang", known_language(article).unwrap_or(""));
    out.attr("dir", article.dir.as_deref().filter(|dir| ["ltr", "rtl"].contains(dir)).unwrap_or(""));
}

/// The language, where its tag is well formed (BCP 47).
pub fn known_language(article: &Article) -> Option<&str> {
    let lang = article.lang.as_deref()?;
    let mut parts = lang.split('-');
    let first = parts.next()?;
    let well = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    let rest = parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    (well && rest).then_some(lang)
}

fn meta(out: &mut HtmlWriter, key: &str, name: &str, value: &str) {
    out.void("meta", &[(key, name), ("content", value)]);
    out.raw("\n");
}

/// Where it came from, as elements of the head.
pub fn head(out: &mut HtmlWriter, provenance: &Provenance) {
    for (name, value) in provenance.texts() {
        meta(out, "name", &format!("lede:{name}"), &value);
    }
}

/// What stands in the body: the article, the highlights, what is missing, where it came from.
pub fn body(manner: &Standing, article: &Article, extras: &Extras) -> String {
    let mut out = HtmlWriter::new(manner);
    out.raw("\n<article>\n<header>\n");
    out.row("p", "site", article.site_name.as_deref());
    out.row("h1", "", Some(title(article)));
    out.row("p", "byline", article.byline.as_deref());
    if let Some(day) = day(article.published_time.as_deref()) {
        out.raw("<p class=\"date\"><time");
        out.attr("datetime", day);
        out.raw(">");
        out.text(day);
        out.raw("</time></p>\n");
    }
    out.raw("</header>\n");
    out.blocks(&article.body);
    out.raw("\n</article>\n");
    highlights(&mut out, extras);
    missing(&mut out, extras);
    source(&mut out, article, extras);
    out.html
}

/// The day of a time.
pub fn day(time: Option<&str>) -> Option<&str> {
    let day = time?.get(..10)?;
    let number =
        |from: usize, to: usize| day.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_written_so = day.get(4..5) == Some("-") && day.get(7..8) == Some("-");
    let (year, month, date) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    // Made of numbers: jiff's parser of times alone weighs 140 kB.
    let real = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, date.parse().ok()?);
    (is_written_so && real.is_ok()).then_some(day)
}

fn highlights(out: &mut HtmlWriter, extras: &Extras) {
    if extras.annotations.is_empty() {
        return;
    }
    out.raw("<section class=\"highlights\">\n");
    out.row("h2", "", Some(&extras.words.highlights));
    for annotation in &extras.annotations {
        out.element("blockquote", |out| out.element("p", |out| out.text(&annotation.exact)));
        out.raw("\n");
        out.row("p", "note", Some(annotation.note.as_str()).filter(|note| !note.trim().is_empty()));
    }
    out.raw("</section>\n");
}

fn missing(out: &mut HtmlWriter, extras: &Extras) {
    if extras.missing.is_empty() {
        return;
    }
    out.raw("<section class=\"missing\">\n");
    out.row("h2", "", Some(&extras.words.missing));
    out.element("ul", |out| {
        for one in &extras.missing {
            out.element("li", |out| {
                out.anchor(&Link::from(one.url.clone()), |out| out.text(&one.url));
                if !one.why.is_empty() {
                    out.raw(" – ");
                    out.text(&one.why);
                }
            });
        }
    });
    out.raw("\n</section>\n");
}

fn source(out: &mut HtmlWriter, article: &Article, extras: &Extras) {
    out.raw("<footer>\n<p>");
    let url = article.canonical_url.as_ref().or(article.url.as_ref()).cloned().map(Link::from);
    if let Some(link) = url.filter(Link::is_some) {
        out.anchor(&link, |out| out.text(link.as_str()));
        out.raw(" · ");
    }
    if let Some(saved) = extras.saved.map(seconds) {
        out.text(&saved);
        out.raw(" · ");
    }
    out.raw(concat!("Lede ", env!("CARGO_PKG_VERSION"), "</p>\n</footer>\n"));
}

/// What it is in the words of schema.org.
fn linked_data(article: &Article, extras: &Extras) -> Value {
    let url = article.canonical_url.as_ref().or(article.url.as_ref()).and_then(|url| address::valid(url));
    let authors: Vec<Value> = article.authors.iter().map(|name| json!({"@type": "Person", "name": name})).collect();
    let authors = (!authors.is_empty()).then_some(Value::from(authors));
    let all = [
        ("@context", Some("https://schema.org".into())),
        ("@type", Some("Article".into())),
        ("headline", Some(title(article).into())),
        ("author", authors.or_else(|| article.byline.clone().map(Value::from))),
        ("publisher", article.site_name.as_ref().map(|name| json!({"@type": "Organization", "name": name}))),
        ("datePublished", article.published_time.clone().map(Value::from)),
        ("dateModified", article.modified_time.clone().map(Value::from)),
        ("inLanguage", article.lang.clone().map(Value::from)),
        ("url", url.clone().map(Value::from)),
        ("mainEntityOfPage", url.map(Value::from)),
        ("description", article.excerpt.clone().map(Value::from)),
        ("articleSection", article.section.clone().map(Value::from)),
        ("keywords", (!article.tags.is_empty()).then(|| article.tags.clone().into())),
        ("license", article.license.clone().map(Value::from)),
        ("isAccessibleForFree", article.is_accessible_for_free.map(Value::from)),
        ("wordCount", Some(article.word_count.into())),
        ("sdDatePublished", extras.saved.map(|saved| seconds(saved).into())),
        (
            "sdPublisher",
            Some(json!({"@type": "SoftwareApplication", "name": "Lede", "softwareVersion": env!("CARGO_PKG_VERSION")})),
        ),
    ];
    Value::Object(all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}
