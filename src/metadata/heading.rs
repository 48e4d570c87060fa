//! The headline in the page's text, and what texts say as readers see them.

use super::Sources;
use super::site::Site;
use super::title::{splits, without_site};
use crate::claims::Field;
use crate::data::Hints;
use crate::dom::text::{Bag, fold, is_space};
use crate::dom::{NodeId, Tag};
use crate::facts::Seen;

/// How alike a heading and a title are at least that mean the same story.
const ALIKE: f32 = 0.3;
/// How much less a heading counts that is no `h1` and not all of the title or a part of it.
const LOWER: f32 = 0.3;
/// How alike a heading is that is a part of the title; the part that it begins with counts a little more.
const PART: f32 = 0.9;
const FIRST_PART: f32 = 0.92;
/// The longest headline, in characters.
const LONGEST: usize = 300;

/// The headline: the heading most like what the page calls its title; else the first `h1` that is not the site's name.
/// Of two that are parts of the title, as the site's and the story's names may be, the later is the story's.
pub fn of(sources: &Sources, site: &Site) -> Option<NodeId> {
    const OTHER: Hints = Hints::RELATED.and(Hints::COMMENT).and(Hints::COOKIE).and(Hints::MODAL).and(Hints::NEWSLETTER);
    let doc = sources.doc;
    let titles = Titles::of(sources, site);
    let (mut best, mut first) = (None, None);
    let mut most = ALIKE;
    let is_heading = |node: &NodeId| doc.tag(*node).is_heading();
    let prose = sources.facts.blocks_of(doc, sources.extent.core).iter().find(|block| block.is_prose());
    let prose = prose.map_or(doc.end(sources.extent.core), |block| block.first);
    let fits = |node: &NodeId| {
        sources.facts.seen(*node) != Seen::No
            && !sources.facts.hints_around(*node).has(OTHER)
            && (doc.tag(*node) == Tag::H1 || *node < prose)
    };
    for node in doc.subtree(doc.body()).filter(is_heading).filter(fits) {
        let text = shown(sources, node);
        let alike = titles.likeness(&text);
        if text.is_empty() || text.chars().count() > LONGEST || site.is_exactly(&text) && alike < 1.0 {
            continue;
        }
        let top = doc.tag(node) == Tag::H1;
        first = first.or(Some(node).filter(|_| top && !site.is_exactly(&text)));
        let alike = if top || alike >= PART { alike } else { alike - LOWER };
        let later = alike > most || top && alike >= PART && most < 1.0;
        if later || top && alike >= most && alike >= 1.0 && best.is_some_and(|best| doc.tag(best) != Tag::H1) {
            (best, most) = (Some(node), alike);
        }
    }
    let named = || {
        sources.extent.headline.filter(|node| {
            let text = shown(sources, *node);
            titles.likeness(&text) > ALIKE + LOWER && !site.is_exactly(&text)
        })
    };
    best.or_else(named).or(first)
}

/// What the page says that it is called, folded: whole, and in parts.
struct Titles {
    whole: Vec<String>,
    parts: Vec<(String, f32)>,
}

impl Titles {
    fn of(sources: &Sources, site: &Site) -> Self {
        let mut titles = Self { whole: Vec::new(), parts: Vec::new() };
        for claim in sources.claims.of(Field::Title) {
            titles.whole.push(fold(&without_site(&claim.text, site, "")));
            for (left, _, right) in splits(&claim.text) {
                titles.parts.extend([(fold(left), FIRST_PART), (fold(right), PART)]);
            }
        }
        titles
    }

    fn likeness(&self, text: &str) -> f32 {
        let folded = fold(text);
        let bag = Bag::of(&folded);
        let whole = self.whole.iter().map(|title| bag.likeness(title, u64::MAX)).fold(0.0, f32::max);
        let part = self.parts.iter().filter(|row| row.0 == folded).map(|row| row.1).fold(0.0, f32::max);
        if whole > 0.99 { 1.0 } else { part.max(whole * 0.85) }
    }
}

/// A node's text as readers see it, on one line: what stands on lines of its own is parted from the rest; helper texts,
/// permalinks and soft hyphens are left out.
pub fn shown(sources: &Sources, node: NodeId) -> String {
    shown_from(sources, node, node)
}

/// As [`shown`], from a node within on.
fn shown_from(sources: &Sources, node: NodeId, from: NodeId) -> String {
    const HELPERS: Hints = Hints::SR_ONLY.and(Hints::PERMALINK).and(Hints::EDIT).and(Hints::ICON);
    let doc = sources.doc;
    let mut line = String::new();
    let mut last = None;
    for at in doc.subtree(node).filter(|at| *at >= from && doc.tag(*at) == Tag::Text) {
        let up: Vec<NodeId> = doc.lineage(at).take_while(|up| *up != node).collect();
        // Small signs beside others tell how these are read.
        let reading = up.iter().any(|up| matches!(doc.tag(*up), Tag::Rt | Tag::Rp));
        if reading || sources.facts.seen(at) == Seen::No || up.iter().any(|up| sources.facts.hints(*up).has(HELPERS)) {
            continue;
        }
        let block = sources.facts.block_around(at).map(|block| block.first);
        if last.is_some_and(|last| last != block) {
            line.push(' ');
        }
        last = Some(block);
        let text = doc.text(at);
        if runs_together(&line, text) {
            line.push(' ');
        }
        line.push_str(text);
    }
    tidy(&line)
}

/// A headline without the kicker that stands before it in an element of its own, where the rest is a title.
pub fn without_kicker(sources: &Sources, node: NodeId, is_title: impl Fn(&str) -> bool) -> Option<String> {
    let doc = sources.doc;
    let texts = doc.below(node).filter(|at| doc.tag(*at) == Tag::Text).skip(1).take(4);
    let rest = texts.map(|at| shown_from(sources, node, at)).find(|rest| is_title(&fold(rest)))?;
    Some(rest.trim_start_matches([':', '|', '–', '-', ' ']).to_owned())
}

/// Whether two pieces are words that style sheets part: "by" and "Ann".
fn runs_together(before: &str, after: &str) -> bool {
    let mut next = after.chars();
    let begins = next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase);
    begins && before.chars().rev().take(2).filter(|c| c.is_lowercase()).count() == 2
}

/// A text on one line without soft hyphens and signs that are not seen.
pub fn tidy(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let words = text.split(is_space).filter(|word| !word.is_empty());
    for word in words {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200e}' | '\u{200f}')));
    }
    line.truncate(line.trim_end_matches(['¶', ' ']).len());
    line
}
