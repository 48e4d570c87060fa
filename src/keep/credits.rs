//! A line that says whose a picture is, and nothing of what it shows.

use super::rule::{Look, Rule};
use crate::data::Hints;
use crate::data::captions::{AGENCIES, CREDIT_WORDS, SOURCE_WORDS};
use crate::dom::text::{fold, lower};
use crate::dom::{NodeId, Tag};

/// The rules.
pub const RULES: &[Rule] = &[Rule { name: "credit alone", when: credit, unless: has_caption }];

/// The longest such line, in words; the longest that names an agency alone. "Photo:" may head what a picture shows, too.
const LONGEST: u32 = 7;
const LONGEST_NAME: u32 = 6;

/// What ends a word that can announce nothing else.
const MARKS: [char; 4] = [':', '：', '＝', '='];

/// How far up from a credit its picture's box is looked for.
const NEAR: usize = 4;

/// A block that begins with a word that announces a credit; under a picture, one that names an agency.
fn credit(look: &Look, node: NodeId) -> bool {
    let sum = look.sum(node);
    if !look.facts.is_block(node) || sum.blocks != 1 || sum.words > LONGEST || look.tag(node).is_heading() {
        return false;
    }
    let text = look.doc.text(node).trim();
    let pictured = picture_box(look, node).is_some();
    // Who took it may stand in brackets behind what it shows.
    if !pictured && !text.contains(MARKS) || text.contains(" (") || look.holds_media(node) {
        return false;
    }
    let text = lower(text.trim_start_matches(|c: char| c.is_whitespace() || "([（.|".contains(c)));
    let announces =
        |word: &&str| text.starts_with(*word) && !SOURCE_WORDS.holds(word) && (pictured || word.ends_with(MARKS));
    let names_agency = || fold(&text).split(' ').any(|word| AGENCIES.holds(word));
    CREDIT_WORDS.rows().any(|word| announces(&word))
        || pictured && sum.words <= LONGEST_NAME && text.contains('/') && names_agency()
}

/// The element that holds a picture and what is written under it.
fn picture_box(look: &Look, node: NodeId) -> Option<NodeId> {
    let is_box = |at: &NodeId| look.tag(*at) == Tag::Figure || look.named(*at, Hints::CAPTION.and(Hints::CREDIT));
    look.doc.lineage(node).take(NEAR).filter(is_box).last()
}

/// Beside what the picture shows, a credit is part of the caption.
fn has_caption(look: &Look, node: NodeId) -> bool {
    picture_box(look, node).is_some_and(|figure| look.sum(figure).words > look.sum(node).words)
        || look.is_in_table(node)
}
