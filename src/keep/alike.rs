//! Blocks that are built like what was chosen. A thread's posts are all built alike, and so are a manual's paragraphs:
//! where some stay, the others are of the same text, whatever is said in each.

use std::fmt::Write as _;

use crate::data::{Hints, PageType};
use crate::dom::text::Lookup;
use crate::dom::{Attr, Document, Tag};
use crate::facts::{Facts, TextBlock};

/// How much of what is built alike was chosen at least, so that all of it stays.
struct Least {
    /// The share of its words.
    share: f32,
    /// How many words.
    words: u32,
}

/// A post that is short, or in another tone than the first, looks like a page's clutter.
const OF_THREAD: Least = Least { share: 1.0 / 6.0, words: 60 };

/// A manual has notes and pointers that are built like its text.
const OF_MANUAL: Least = Least { share: 0.55, words: 30 };

/// The elements by which blocks are alike: the one that holds them and those around it.
const LEVELS: usize = 3;

/// A post's line of so few words may be one of its buttons.
const LABEL: u32 = 2;

/// How far up a quotation in a post is looked for.
const QUOTED: usize = 5;

/// The blocks, of those not chosen, that are built like enough of those that are; for other pages than threads and
/// manuals there are none, since a shop's cards are built alike whatever they sell.
#[must_use]
pub fn to_chosen(doc: &Document, facts: &Facts, chosen: &[bool], page_type: PageType) -> Vec<usize> {
    let (least, thread) = match page_type {
        PageType::Forum => (OF_THREAD, true),
        PageType::Documentation => (OF_MANUAL, false),
        _ => return Vec::new(),
    };
    let blocks =
        || facts.text_blocks().iter().zip(chosen).enumerate().map(|(at, (block, chosen))| (at, block, *chosen));
    let rows: Vec<(usize, u32, bool, String)> = blocks()
        .filter(|row| !thread || !is_beside_post(doc, facts, row.1))
        .map(|(at, block, chosen)| (at, block.counts.words, chosen, build(doc, facts, block)))
        .collect();
    let mut sums: Lookup<(u32, u32)> = Lookup::default();
    for (_, words, chosen, build) in &rows {
        let (all, kept) = sums.of(build, Default::default);
        *all += words;
        *kept += if *chosen { *words } else { 0 };
    }
    let enough = |build: &str| {
        sums.get(build).is_some_and(|(all, kept)| *kept >= least.words && *kept as f32 >= *all as f32 * least.share)
    };
    let added = rows.iter().filter(|row| !row.2 && (!thread || row.1 > LABEL) && enough(&row.3));
    added.map(|row| row.0).collect()
}

/// How a block is built: the names of the block-level elements that hold it, the innermost first.
fn build(doc: &Document, facts: &Facts, block: &TextBlock) -> String {
    let mut build = String::new();
    for node in doc.lineage(block.holder).filter(|node| facts.is_block(*node)).take(LEVELS) {
        let _ = write!(build, "{}.{}/", doc.tag(node).name(), doc.attr(node, Attr::Class).unwrap_or(""));
    }
    build
}

/// Whether a block tells of a post, or is another's words in one.
fn is_beside_post(doc: &Document, facts: &Facts, block: &TextBlock) -> bool {
    const TOLD: Hints = Hints::DATE.and(Hints::BYLINE).and(Hints::AUTHOR_CARD).and(Hints::META).and(Hints::SIGNATURE);
    let quoted = |tag: Tag| matches!(tag, Tag::Blockquote | Tag::Aside | Tag::Dl | Tag::Dd | Tag::Cite);
    facts.hints_around(block.node).has(TOLD) || doc.lineage(block.node).take(QUOTED).any(|node| quoted(doc.tag(node)))
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;
    use crate::facts::measure;

    const LONG: &str = "The wheel of the mill has stood still since the flood and I have tried to turn it by hand with \
                        two of my brothers and a rope of forty feet, but it moves by a hand's width and then falls back \
                        with a noise as of a cart on stones, so I ask whether anyone here has freed such a wheel before \
                        and with which tools, and whether the paddles must come off first.";

    /// A thread of a long post, two answers, a button and a quotation.
    fn thread() -> Document {
        let post = |text: &str| format!("<li class=post><div class=text><p>{text}</p></div></li>");
        let posts = [LONG, "Take the paddles off first, then oil the shaft.", "That helped me, thank you.", "Reply"];
        let posts: String = posts.into_iter().map(post).collect();
        let quoted = "<li class=post><blockquote class=text><p>Take the paddles off, he said.</p></blockquote></li>";
        crate::dom::html::parse(&format!("<ul>{posts}{quoted}</ul>"), "https://mill.example/t/1")
    }

    /// What is added where the first block alone was chosen.
    fn added(doc: &Document, page_type: PageType) -> Vec<usize> {
        let facts = measure(doc);
        let chosen: Vec<bool> = (0..facts.text_blocks().len()).map(|at| at == 0).collect();
        to_chosen(doc, &facts, &chosen, page_type)
    }

    #[test]
    fn answers_that_are_built_like_the_post_stay() {
        assert_eq!(added(&thread(), PageType::Forum), [1, 2]);
    }

    #[test]
    fn of_other_pages_nothing_is_added() {
        assert!(added(&thread(), PageType::Article).is_empty());
        assert!(added(&thread(), PageType::Collection).is_empty());
    }

    #[test]
    fn of_a_manual_what_is_like_most_of_it_stays() {
        let page =
            format!("<main><p>{LONG}<p>Oil the shaft.<p>Wait an hour.</main><footer><p>Made by millers.</footer>");
        let doc = crate::dom::html::parse(&page, "https://mill.example/manual");
        assert_eq!(added(&doc, PageType::Documentation), [1, 2]);
        // Too few words were chosen to tell what the text is like.
        let doc =
            crate::dom::html::parse("<main><p>Oil the shaft.<p>Wait an hour.</main>", "https://mill.example/manual");
        assert!(added(&doc, PageType::Documentation).is_empty());
    }
}
