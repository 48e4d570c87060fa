//! The text beside the headline, where pages write who and when: from a little above the headline to the first
//! paragraph of prose, and the lines right after the text.

use crate::data::Hints;
use crate::dom::{Document, NodeId};
use crate::facts::{Facts, TextBlock};
use crate::find::Extent;

/// How many blocks above the headline belong to its surroundings.
const ABOVE: usize = 6;
/// How many blocks after the text do.
const BELOW: usize = 8;
/// How many blocks stand at most between a headline and the first paragraph.
const BETWEEN: usize = 40;

/// Text blocks by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zone {
    /// Those above the headline, the nearest first.
    pub above: Vec<usize>,
    /// Those between the headline and the first paragraph, the first such paragraph too.
    pub head: Vec<usize>,
    /// Those after the last paragraph.
    pub tail: Vec<usize>,
}

/// The surroundings of an article.
#[must_use]
pub fn around(doc: &Document, facts: &Facts, extent: &Extent, headline: Option<NodeId>) -> Zone {
    let headline = headline.or(extent.headline);
    let blocks = facts.text_blocks();
    let core = facts.range(doc, extent.core);
    let prose = |at: &usize| {
        blocks.get(*at).is_some_and(|block| block.is_prose() && doc.tag(block.holder) != crate::dom::Tag::Figcaption)
    };
    let last = core.clone().rev().find(prose).unwrap_or(core.end);
    let after = headline.map_or(core.start, |node| facts.range(doc, node).end);
    let first = core.clone().find(|at| *at >= after && prose(at)).unwrap_or(core.start.max(after));
    let start = headline.map_or_else(|| first.saturating_sub(BETWEEN / 4), |node| facts.range(doc, node).end);
    let above = headline.map_or(start, |node| facts.range(doc, node).start);
    let fits = |at: &usize| {
        blocks.get(*at).is_some_and(|block| {
            facts.shows(doc, block)
                && !is_other(doc, facts, block)
                && !(facts.hints_around(block.node).has(Hints::NAV) && block.link_density() > 0.6)
        })
    };
    Zone {
        above: (above.saturating_sub(ABOVE)..above).rev().filter(fits).collect(),
        head: (start..(first + 3).min(start + BETWEEN)).filter(fits).collect(),
        tail: (last + 1..(last + 1 + BELOW).min(blocks.len())).filter(fits).collect(),
    }
}

/// Text of other stories, of readers, of the site. In French `pub` is an advertisement, elsewhere the publication.
fn is_other(doc: &Document, facts: &Facts, block: &TextBlock) -> bool {
    const OTHER: Hints = Hints::RELATED
        .and(Hints::COMMENT)
        .and(Hints::COOKIE)
        .and(Hints::MODAL)
        .and(Hints::NEWSLETTER)
        .and(Hints::SIDEBAR);
    let hints = facts.hints_around(block.node);
    hints.has(OTHER)
        || hints.has(Hints::AD) && !doc.text_between(block.first, block.end).contains(|c: char| c.is_ascii_digit())
}
