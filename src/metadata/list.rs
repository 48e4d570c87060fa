//! What is known of a page that lists stories: no writer and no day of one of them.

use super::Metadata;
use crate::claims::{Claims, Field};
use crate::dom::{Attr, Document, NodeId, Place, Tag};
use crate::find::Extent;

/// So many headings that lead to pages of their own make a list.
const SEVERAL: usize = 5;

/// The metadata of a list of stories: where it is the front of a site, or has the headlines of several stories, the
/// writer and the day that only its text tells are those of one of them.
#[must_use]
pub fn of_list(metadata: Metadata, doc: &Document, claims: &Claims, extent: &Extent) -> Metadata {
    let place = Place::of(doc.url());
    let front = Place { query: "", ..place }.is_front();
    if !front && headlines(doc, extent.core) < SEVERAL {
        return metadata;
    }
    let told = |field| claims.of(field).any(|claim| claim.node.is_none());
    let mut metadata = metadata;
    if !told(Field::Author) {
        metadata.byline = None;
        metadata.authors.clear();
    }
    metadata.published_time = metadata.published_time.filter(|_| told(Field::Published));
    metadata
}

/// How many headings below a node lead to pages of their own.
fn headlines(doc: &Document, node: NodeId) -> usize {
    let leads = |at: NodeId| doc.tag(at) == Tag::A && doc.has_attr(at, Attr::Href);
    let heads =
        |at: &NodeId| doc.tag(*at).is_heading() && (doc.below(*at).any(leads) || doc.ancestors(*at).take(2).any(leads));
    doc.below(node).filter(heads).count()
}
