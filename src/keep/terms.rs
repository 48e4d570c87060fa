//! Sections of a product's page that are no part of the product, told by their headings: how it is sent and taken back,
//! what its buyers say, what else there is to buy.

use crate::data::offers::BESIDE_OFFER;
use crate::dom::{Attr, Document, Tag};
use crate::facts::{Facts, TextBlock};

/// The longest such heading, in words.
const HEADING: u32 = 8;

/// More than this share of what was chosen is no section, but the page.
const MOST: f32 = 0.35;

/// The level of a control that unfolds its section: below all headings.
const CONTROL: u8 = 7;

/// How far up from its text a heading or a control is looked for.
const NEAR: usize = 3;

/// The blocks of such sections, of those chosen.
#[must_use]
pub fn of_sale(doc: &Document, facts: &Facts, chosen: &[bool]) -> Vec<usize> {
    let blocks = facts.text_blocks();
    let is_chosen = |at: &usize| chosen.get(*at).copied().unwrap_or(false);
    let words = |at: usize| blocks.get(at).map_or(0, |block| block.counts.words);
    let all: u32 = (0..blocks.len()).filter(is_chosen).map(words).sum();
    let mut gone = Vec::new();
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let level = level(doc, block).filter(|level| *level > 1 && begins_section(facts, block));
        let Some(level) = level else {
            at += 1;
            continue;
        };
        let ends = |other: &&TextBlock| self::level(doc, other).is_some_and(|other| other <= level);
        let end = at + 1 + blocks.iter().skip(at + 1).take_while(|other| !ends(other)).count();
        let section = (at..end).filter(is_chosen);
        if section.clone().map(words).sum::<u32>() as f32 <= all as f32 * MOST {
            gone.extend(section);
        }
        at = end;
    }
    gone
}

/// The level of a heading, or of a control that unfolds something.
fn level(doc: &Document, block: &TextBlock) -> Option<u8> {
    doc.lineage(block.first).skip(1).take(NEAR).find_map(|node| match doc.tag(node) {
        Tag::Summary => Some(CONTROL),
        Tag::Button => doc.has_attr(node, Attr::AriaExpanded).then_some(CONTROL),
        tag => tag.heading_level(),
    })
}

/// Whether a heading says that what follows is beside the offer; one that asks is a reader's question.
fn begins_section(facts: &Facts, block: &TextBlock) -> bool {
    let told = facts.folded(block);
    let words: Vec<&str> = told.split(' ').collect();
    let known = |run: usize| words.windows(run).any(|run| BESIDE_OFFER.holds(&run.join(" ")));
    block.counts.words <= HEADING && !block.ends_sentence && (1..=3).any(known)
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;
    use crate::facts::measure;

    /// What goes of a page of which all was chosen.
    fn gone(page: &str) -> Vec<String> {
        let doc = crate::dom::html::parse(page, "https://lamp.example/p/1");
        let facts = measure(&doc);
        let chosen = vec![true; facts.text_blocks().len()];
        let text = |at: usize| facts.text_blocks().get(at).map(|block| facts.folded(block).to_owned());
        of_sale(&doc, &facts, &chosen).into_iter().filter_map(text).collect()
    }

    const OFFER: &str = "<h1>Fern lamp</h1><h2>Description</h2><p>A lamp that bends where a hand bends it, of brass and oak, \
                         with a shade of pressed fern, a foot of river sand and a cord of linen that is long enough for \
                         any room with one window.</p>";

    #[test]
    fn a_section_goes_up_to_the_next_heading_of_its_level() {
        let page = format!(
            "{OFFER}<h2>Shipping &amp; returns</h2><h3>Islands</h3><p>By the ferry.</p><h2>Care</h2><p>Dust it.</p>"
        );
        assert_eq!(gone(&page), ["shipping returns", "islands", "by the ferry"]);
        assert_eq!(
            gone(&format!("{OFFER}<h2>Rückgabe</h2><p>In dreißig Tagen.</p>")),
            ["rückgabe", "in dreißig tagen"]
        );
    }

    #[test]
    fn controls_that_unfold_are_headings_too() {
        let page = format!(
            "{OFFER}<details><summary>Delivery</summary><p>By the ferry.</p></details>\
             <details><summary>Care</summary><p>Dust it.</p></details>"
        );
        assert_eq!(gone(&page), ["delivery", "by the ferry"]);
    }

    #[test]
    fn a_question_a_title_or_most_of_the_page_begins_no_such_section() {
        assert!(gone(&format!("{OFFER}<h2>Is delivery hard?</h2><p>By the ferry.</p>")).is_empty());
        assert!(gone("<h1>Delivery</h1><p>By the ferry.</p>").is_empty());
        assert!(
            gone("<h1>Lamp</h1><p>It bends.</p><h2>Delivery</h2><p>By the ferry on each day but one.</p>").is_empty()
        );
    }
}
