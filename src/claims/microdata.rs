//! What the page's text says by its markup: microdata, microformats, `rel`, `time`.

use super::{Claim, Claims, Field, Source, Who};
use crate::dom::text::collapse;
use crate::dom::{Attr, Document, NodeId, Tag};

/// Reads the body. Claims within items of their own (comments, related stories, products offered) are left out.
pub fn read(doc: &Document, claims: &mut Claims) {
    let telling = |attr| matches!(attr, Attr::Itemprop | Attr::Itemscope | Attr::Rel | Attr::Class);
    for node in doc.subtree(doc.body()).filter(|node| doc.attrs(*node).any(|row| telling(row.0))) {
        if let Some(properties) = doc.attr(node, Attr::Itemprop).filter(|_| in_story(doc, node)) {
            properties.split_ascii_whitespace().for_each(|property| item(doc, node, property, claims));
        }
        if doc.has_attr(node, Attr::Itemscope)
            && let Some(kind) = doc.attr(node, Attr::Itemtype).filter(|_| is_story(doc, node))
        {
            put(claims, Field::Type, kind.rsplit('/').next().unwrap_or(kind), node, Who::Unknown);
        }
        if doc
            .attr(node, Attr::Rel)
            .is_some_and(|rel| rel.split_ascii_whitespace().any(|token| token.eq_ignore_ascii_case("license")))
        {
            doc.attr(node, Attr::Href)
                .into_iter()
                .for_each(|href| put(claims, Field::License, href, node, Who::Unknown));
        }
        hentry(doc, node, claims);
    }
}

fn item(doc: &Document, node: NodeId, property: &str, claims: &mut Claims) {
    let field = match property.to_ascii_lowercase().as_str() {
        "headline" => Field::Title,
        "name" if item_of(doc, node).is_some_and(|item| is_story(doc, item)) => Field::Title,
        "author" | "creator" => return author(doc, node, claims),
        "datepublished" | "datecreated" => Field::Published,
        "datemodified" => Field::Modified,
        "articlesection" => Field::Section,
        "keywords" => Field::Tag,
        "inlanguage" => Field::Language,
        "isaccessibleforfree" => Field::Free,
        "license" => Field::License,
        "description" => Field::Description,
        _ => return,
    };
    put(claims, field, &value(doc, node), node, Who::Unknown);
}

/// An author: the names within it, or its text.
fn author(doc: &Document, node: NodeId, claims: &mut Claims) {
    let kind = doc.attr(node, Attr::Itemtype).unwrap_or("").to_ascii_lowercase();
    let who = if kind.ends_with("organization") {
        Who::Organization
    } else if kind.ends_with("person") {
        Who::Person
    } else {
        Who::Unknown
    };
    let names: Vec<NodeId> = doc.below(node).filter(|at| doc.attr(*at, Attr::Itemprop) == Some("name")).collect();
    if names.is_empty() {
        put(claims, Field::Author, &value(doc, node), node, who);
    }
    for name in names {
        put(claims, Field::Author, &value(doc, name), name, who);
    }
}

/// hAtom: `hentry` with `entry-title`, `published`, `updated`, `author`.
fn hentry(doc: &Document, node: NodeId, claims: &mut Claims) {
    let Some(class) = doc.attr(node, Attr::Class) else { return };
    let fields = class.split_ascii_whitespace().filter_map(|token| match token {
        "entry-title" => Some(Field::Title),
        "published" | "dt-published" | "entry-date" => Some(Field::Published),
        "updated" | "dt-updated" => Some(Field::Modified),
        _ => None,
    });
    // Of several the first of these.
    let Some(field) = fields.min_by_key(|field| *field as u8) else { return };
    put(claims, field, &value(doc, node), node, Who::Unknown);
}

/// An element's value as microdata has it: its content, its date, its text.
fn value(doc: &Document, node: NodeId) -> String {
    let given = match doc.tag(node) {
        Tag::Meta => doc.attr(node, Attr::Content),
        Tag::Time => doc.attr(node, Attr::Datetime),
        Tag::Abbr => doc.attr(node, Attr::Title),
        Tag::Data | Tag::Meter => doc.attr(node, Attr::Value),
        Tag::Link => doc.attr(node, Attr::Href),
        _ => doc.attr(node, Attr::Content).or_else(|| doc.attr(node, Attr::Datetime)),
    };
    given.filter(|value| !value.trim().is_empty()).map_or_else(|| collapse(doc.text(node)), str::to_owned)
}

fn put(claims: &mut Claims, field: Field, text: &str, node: NodeId, who: Who) {
    claims.put(Claim { field, text: text.to_owned(), source: Source::Microdata, node: Some(node), who });
}

/// The item that a property belongs to.
fn item_of(doc: &Document, node: NodeId) -> Option<NodeId> {
    doc.ancestors(node).find(|at| doc.has_attr(*at, Attr::Itemscope))
}

fn is_story(doc: &Document, item: NodeId) -> bool {
    let kind = kind_of(doc, item);
    matches!(kind.as_str(), "recipe" | "review" | "report" | "howto" | "product" | "qapage")
        || kind.ends_with("article")
        || kind.ends_with("posting")
        // Other questions are those of lists of them.
        || kind == "question" && doc.ancestors(item).any(|up| kind_of(doc, up) == "qapage")
}

fn kind_of(doc: &Document, item: NodeId) -> String {
    let kind = doc.attr(item, Attr::Itemtype).unwrap_or("");
    kind.rsplit('/').next().unwrap_or("").to_ascii_lowercase()
}

/// Whether a property is the story's: of a story that stands in no other item, or of the page.
fn in_story(doc: &Document, node: NodeId) -> bool {
    let Some(item) = item_of(doc, node) else { return true };
    let kind = doc.attr(item, Attr::Itemtype).unwrap_or("").to_ascii_lowercase();
    let outer = doc.ancestors(item).any(|at| doc.has_attr(at, Attr::Itemscope) && is_story(doc, at));
    !outer && (is_story(doc, item) || kind.ends_with("webpage"))
}
