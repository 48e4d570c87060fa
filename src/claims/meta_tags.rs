//! What the head says: `meta`, `link`, `title`, the language of `html`.

use super::{Claim, Claims, Field, Source, Who};
use crate::data::bylines::BY;
use crate::data::meta_keys::KEYS;
use crate::dom::text::fold;
use crate::dom::{Attr, Document, NodeId, Tag};

/// Reads the head. The elements count wherever they stand: pages put them in their bodies too.
pub fn read(doc: &Document, claims: &mut Claims) {
    for node in doc.nodes() {
        match doc.tag(node) {
            Tag::Meta => {
                meta(doc, node, claims);
                card(doc, node, claims);
            }
            Tag::Link => link(doc, node, claims),
            Tag::Html => {
                let lang = doc.attr(node, Attr::Lang).or_else(|| doc.attr(node, Attr::XmlLang));
                lang.into_iter().for_each(|lang| claims.add(Field::Language, Source::Rel, lang));
            }
            _ => {}
        }
    }
    // The first title outside of drawings; those were never told.
    if let Some(title) = doc.first(Tag::Title) {
        claims.add(Field::Title, Source::TitleTag, doc.text(title));
    }
}

fn meta(doc: &Document, node: NodeId, claims: &mut Claims) {
    let Some(content) = doc.attr(node, Attr::Content) else { return };
    let keys =
        [Attr::Property, Attr::Name, Attr::Itemprop, Attr::HttpEquiv].iter().filter_map(|attr| doc.attr(node, *attr));
    // One attribute may hold several names.
    for key in keys.flat_map(str::split_ascii_whitespace) {
        let key = key.to_ascii_lowercase();
        let Some(row) = KEYS.iter().find(|row| row.0 == key).or_else(|| own(&key)) else { continue };
        let source = if row.2 { Source::OpenGraph } else { Source::Meta };
        let who = if row.1 == Field::Author { Who::Unknown } else { Who::default() };
        if row.1 == Field::Tag && !row.2 {
            content.split([',', ';']).for_each(|tag| claims.add(Field::Tag, source, tag));
        } else {
            claims.put(Claim { field: row.1, text: content.to_owned(), source, node: None, who });
        }
    }
}

/// A key of a publisher's own for writers: a few letters before `:author`, as analytics of the press in Indonesia have
/// it. Cards of networks have accounts there.
fn own(key: &str) -> Option<&'static (&'static str, Field, bool)> {
    let prefix = key.strip_suffix(":author").filter(|prefix| (2..=4).contains(&prefix.len()) && *prefix != "book")?;
    KEYS.iter().find(|row| row.0 == "author").filter(|_| prefix.chars().all(|c| c.is_ascii_alphabetic()))
}

/// A card's rows: "Written by" under one name, who under the next.
fn card(doc: &Document, node: NodeId, claims: &mut Claims) {
    let key = |node: NodeId| doc.attr(node, Attr::Name).or_else(|| doc.attr(node, Attr::Property));
    let Some(number) = key(node).and_then(|key| key.strip_prefix("twitter:label")) else { return };
    let says = doc.attr(node, Attr::Content).is_some_and(|label| BY.holds(&fold(label)));
    let is_row = |at: &NodeId| {
        doc.tag(*at) == Tag::Meta && key(*at).and_then(|key| key.strip_prefix("twitter:data")) == Some(number)
    };
    if says && let Some(name) = doc.nodes().find(is_row).and_then(|row| doc.attr(row, Attr::Content)) {
        claims.add(Field::Author, Source::Meta, name);
    }
}

fn link(doc: &Document, node: NodeId, claims: &mut Claims) {
    let (Some(rel), Some(href)) = (doc.attr(node, Attr::Rel), doc.attr(node, Attr::Href)) else { return };
    for token in rel.split_ascii_whitespace() {
        let field = match token.to_ascii_lowercase().as_str() {
            "canonical" => Field::Canonical,
            "license" => Field::License,
            "image_src" => Field::Image,
            _ => continue,
        };
        claims.add(field, Source::Rel, href);
    }
}
