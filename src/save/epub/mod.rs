//! Articles as an EPUB 3: one, or several as the chapters of a book.

mod nav;
mod package;

use std::collections::HashMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::html::{self, STYLE, language, title};
use super::pictures::{self, Kind, Picture};
use super::provenance::{Provenance, sha256};
use super::standing::{Section, Standing};
use super::{Extras, SaveError};
use crate::article::Article;
use crate::render::{self, HtmlWriter};

/// Where the package lies in the container.
pub const PACKAGE: &str = "EPUB/package.opf";
/// The folder of all that the package names.
const FOLDER: &str = "EPUB/";
const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"#;

/// A file of the package.
struct Entry<'a> {
    /// Its name, from the package's own folder.
    name: String,
    mime: &'static str,
    /// What the manifest says of it.
    properties: &'static str,
    bytes: std::borrow::Cow<'a, [u8]>,
    /// Pictures are packed already.
    packed: bool,
}

/// An article of the book.
struct Chapter<'a> {
    article: &'a Article,
    extras: &'a Extras,
    /// Its file.
    name: String,
    /// Its headings.
    sections: Vec<Section>,
}

/// Pictures of all chapters, each once, by their addresses.
type Album<'a> = HashMap<&'a str, (String, &'a Picture, Kind)>;

/// A book of some articles. `name` is its title; without one it is the first article's.
///
/// # Errors
/// When there is no article, or the container cannot be written.
pub fn book(
    articles: &[(Article, Extras)],
    name: Option<&str>,
    saved: Option<jiff::Timestamp>,
) -> Result<Vec<u8>, SaveError> {
    let Some((first, _)) = articles.first() else { return Err(SaveError::NoChapter) };
    let album = album(articles);
    let mut entries = Vec::new();
    let mut chapters = Vec::new();
    for (at, (article, extras)) in articles.iter().enumerate() {
        let (entry, sections) = chapter(at + 1, article, extras, &album);
        chapters.push(Chapter { article, extras, name: entry.name.clone(), sections });
        entries.push(entry);
    }
    let book = package::Book { title: name.unwrap_or_else(|| title(first)), saved, chapters: &chapters };
    entries.insert(0, plain("nav.xhtml", "application/xhtml+xml", "nav", nav::file(&book)));
    entries.insert(1, plain("style.css", "text/css", "", STYLE.to_owned()));
    entries.extend(pictures_of(&album));
    let contents = contents_hash(entries.iter().map(|entry| (entry.name.as_str(), entry.bytes.as_ref())));
    let package = package::file(&book, &entries, &contents);
    pack(&package, &entries)
}

fn plain(name: &str, mime: &'static str, properties: &'static str, text: String) -> Entry<'static> {
    Entry { name: name.to_owned(), mime, properties, bytes: text.into_bytes().into(), packed: false }
}

/// The hash of all that is in a package, by names and bytes in their order.
pub fn contents_hash<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut list = String::new();
    files.for_each(|(name, bytes)| list.extend([sha256(bytes).as_str(), "  ", name, "\n"]));
    sha256(list.as_bytes())
}

fn album(articles: &[(Article, Extras)]) -> Album<'_> {
    let mut album = Album::new();
    let shown = articles.iter().flat_map(|(article, extras)| {
        let mut used = Vec::new();
        render::each_picture(&article.body, &mut |src| used.push(src));
        used.into_iter().filter_map(|src| pictures::of(&extras.pictures, src.as_str()))
    });
    for picture in shown {
        let Some(kind) = picture.kind().filter(|kind| kind.in_books) else { continue };
        let number = album.len() + 1;
        album.entry(&picture.url).or_insert_with(|| (format!("pictures/{number:04}.{}", kind.ending), picture, kind));
    }
    album
}

fn pictures_of<'a>(album: &Album<'a>) -> Vec<Entry<'a>> {
    let entry = |(name, picture, kind): &(String, &'a Picture, Kind)| Entry {
        name: name.clone(),
        mime: kind.mime,
        properties: "",
        bytes: picture.bytes.as_slice().into(),
        packed: true,
    };
    let mut entries: Vec<Entry> = album.values().map(entry).collect();
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries
}

fn chapter(number: usize, article: &Article, extras: &Extras, album: &Album) -> (Entry<'static>, Vec<Section>) {
    let picture = |url: &str| album.get(url).map(|found| found.0.clone());
    let manner = Standing::xml(article, &picture);
    let body = html::body(&manner, article, extras);
    let mut out = HtmlWriter::new(&manner);
    out.raw(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"",
    );
    out.attr("xml:lang", html::known_language(article).unwrap_or(""));
    language(&mut out, article);
    out.raw(">\n<head>\n");
    out.row("title", "", Some(title(article)));
    html::head(&mut out, &Provenance::of(article, extras));
    out.void("link", &[("rel", "stylesheet"), ("type", "text/css"), ("href", "style.css")]);
    out.raw("\n</head>\n");
    out.html.extend([html::BODY.0, &body, html::BODY.1, "\n</html>\n"]);
    let properties = if body.contains("<math") { "mathml" } else { "" };
    let text = out.html;
    let name = format!("chapter-{number:04}.xhtml");
    (plain(&name, "application/xhtml+xml", properties, text), manner.sections.take())
}

/// The container: the mark of its kind first and as it is, each file with the same time.
fn pack(package: &str, entries: &[Entry]) -> Result<Vec<u8>, SaveError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let as_it_is = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let smaller = as_it_is.compression_method(CompressionMethod::Deflated);
    let mut add = |name: &str, bytes: &[u8], options| -> Result<(), SaveError> {
        zip.start_file(name, options)?;
        Ok(zip.write_all(bytes)?)
    };
    add("mimetype", b"application/epub+zip", as_it_is)?;
    add("META-INF/container.xml", CONTAINER.as_bytes(), smaller)?;
    add(PACKAGE, package.as_bytes(), smaller)?;
    for entry in entries {
        let options = if entry.packed { as_it_is } else { smaller };
        add(&format!("{FOLDER}{}", entry.name), &entry.bytes, options)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// A file's name from the package's folder; nothing where it stands elsewhere.
pub fn in_package(path: &str) -> Option<&str> {
    path.strip_prefix(FOLDER).filter(|name| format!("{FOLDER}{name}") != PACKAGE)
}
