//! The numbers of the whole page.

use super::{Context, Sink};
use crate::blocks::{PageType, addressed, framed, said, titled};
use crate::claims::{Field, Source};
use crate::data::Hints;
use crate::dom::{Attr, NodeId, Place, Tag};
use crate::facts::TextBlock;

/// Elements that are counted.
const TAGS: &[(&str, &[Tag])] = &[
    ("h1", &[Tag::H1]),
    ("h2", &[Tag::H2]),
    ("h3", &[Tag::H3]),
    ("p", &[Tag::P]),
    ("li", &[Tag::Li]),
    ("img", &[Tag::Img]),
    ("table", &[Tag::Table]),
    ("form", &[Tag::Form]),
    ("input", &[Tag::Input]),
    ("select", &[Tag::Select]),
    ("button", &[Tag::Button]),
    ("iframe", &[Tag::Iframe]),
    ("video", &[Tag::Video]),
    ("article", &[Tag::Article]),
    ("section", &[Tag::Section]),
    ("main", &[Tag::Main]),
    ("figure", &[Tag::Figure]),
    ("time", &[Tag::Time]),
    ("pre", &[Tag::Pre, Tag::Code]),
    ("details", &[Tag::Details]),
    ("blockquote", &[Tag::Blockquote]),
];

/// Meanings that are counted.
const MEANINGS: &[(&str, Hints)] = &[
    ("PRICE", Hints::PRICE),
    ("CART", Hints::CART),
    ("PRODUCT", Hints::PRODUCT),
    ("REVIEW", Hints::REVIEW),
    ("FORUM", Hints::FORUM),
    ("COMMENT", Hints::COMMENT),
    ("CODE", Hints::CODE),
    ("CARD", Hints::CARD),
    ("TEASER", Hints::TEASER),
    ("FAQ", Hints::FAQ),
    ("TOC", Hints::TOC),
    ("BREADCRUMB", Hints::BREADCRUMB),
    ("PAGER", Hints::PAGER),
    ("SPEC", Hints::SPEC),
    ("GALLERY", Hints::GALLERY),
    ("BYLINE", Hints::BYLINE),
    ("DATE", Hints::DATE),
    ("AUTHOR_CARD", Hints::AUTHOR_CARD),
    ("TAGS", Hints::TAGS),
    ("BODY", Hints::BODY),
    ("SIDEBAR", Hints::SIDEBAR),
    ("RELATED", Hints::RELATED),
];

/// The names of each kind's numbers, in the order of [`PageType::ALL`].
const TYPES: &[(&str, &str, &str, &str, PageType)] = &[
    ("says article", "frame of article", "title of article", "address of article", PageType::Article),
    ("says forum", "frame of forum", "title of forum", "address of forum", PageType::Forum),
    ("says product", "frame of product", "title of product", "address of product", PageType::Product),
    ("says collection", "frame of collection", "title of collection", "address of collection", PageType::Collection),
    ("says listing", "frame of listing", "title of listing", "address of listing", PageType::Listing),
    (
        "says documentation",
        "frame of documentation",
        "title of documentation",
        "address of documentation",
        PageType::Documentation,
    ),
    ("says service", "frame of service", "title of service", "address of service", PageType::Service),
];

/// All numbers of the page.
pub fn put(context: &Context, sink: &mut impl Sink) {
    text(context, sink);
    parts(context, sink);
    claims(context, sink);
    address(context.doc.url(), sink);
    pick(context, sink);
    repetition(context, sink);
    leads(context, sink);
}

fn text(context: &Context, sink: &mut impl Sink) {
    let page = context.page;
    let (chars, blocks) = (page.chars as f32, page.blocks as f32);
    sink.count("words", page.words);
    sink.count("blocks", page.blocks);
    sink.count("prose", page.prose);
    sink.share("prose share", page.prose_chars as f32, chars);
    sink.put("links", page.link_density());
    sink.share("stops a word", page.stops as f32, page.words as f32);
    sink.share("commas a word", page.commas as f32, page.words as f32);
    sink.share("length", chars, blocks);
    let all = context.facts.text_blocks();
    let count = |wanted: &dyn Fn(&TextBlock) -> bool| all.iter().filter(|block| wanted(block)).count() as f32;
    sink.share("short blocks", count(&|block| block.counts.words <= 4), blocks);
    sink.share("linked blocks", count(&|block| block.link_density() > 0.9), blocks);
    sink.count("longest", all.iter().map(|block| block.counts.words).max().unwrap_or(0));
    let money = |block: &TextBlock| {
        let text = context.doc.text_between(block.first, block.end);
        block.counts.words < 20 && text.contains(['$', '€', '£', '¥', '₹']) && block.counts.digits > 0
    };
    sink.put("prices", count(&money));
    sink.put(
        "questions",
        count(&|block| context.doc.text_between(block.first, block.end).trim_end().ends_with(['?', '？', '؟'])),
    );
}

fn parts(context: &Context, sink: &mut impl Sink) {
    let mut tags = vec![0u32; TAGS.len()];
    let mut meanings = vec![0u32; MEANINGS.len()];
    for node in context.doc.subtree(context.doc.body()) {
        let tag = context.doc.tag(node);
        if tag == Tag::Text {
            continue;
        }
        if let Some(count) = TAGS.iter().position(|row| row.1.contains(&tag)).and_then(|at| tags.get_mut(at)) {
            *count += 1;
        }
        let hints = context.facts.hints(node);
        if !hints.is_empty() {
            for (count, row) in meanings.iter_mut().zip(MEANINGS) {
                *count += u32::from(hints.has(row.1));
            }
        }
    }
    TAGS.iter().zip(tags).for_each(|(row, count)| sink.count(row.0, count));
    MEANINGS.iter().zip(meanings).for_each(|(row, count)| sink.count(row.0, count));
    sink.count("nodes", context.doc.len());
}

fn claims(context: &Context, sink: &mut impl Sink) {
    let claims = context.claims;
    let told = framed(context.doc).into_iter().zip(titled(claims));
    for ((says, frame, title, address, page_type), (framed, titled)) in TYPES.iter().zip(told) {
        sink.put(says, said(claims, *page_type));
        sink.put(frame, framed);
        sink.put(title, titled);
        sink.put(address, addressed(context.doc, *page_type));
    }
    let og =
        |wanted: &str| claims.from(Field::Type, Source::OpenGraph).any(|claim| claim.text.eq_ignore_ascii_case(wanted));
    sink.flag("og article", og("article"));
    sink.flag("og website", og("website"));
    sink.flag("og product", og("product") || og("og:product"));
    sink.flag("author claimed", claims.of(Field::Author).next().is_some());
    sink.flag("date claimed", claims.of(Field::Published).next().is_some());
    sink.flag("date claimed by story", claims.first(Field::Published, Source::JsonLd).is_some());
    sink.flag("section claimed", claims.of(Field::Section).next().is_some());
    sink.count("tags claimed", claims.of(Field::Tag).count());
    sink.flag("author known", !context.metadata.authors.is_empty());
    sink.flag("date known", context.metadata.published_time.is_some());
    sink.flag("headline", context.extent.headline.is_some());
    sink.put("rules' article", context.judged.kind.article);
    sink.put("rules' type", f32::from(context.judged.kind.page_type as u8));
}

fn address(url: &str, sink: &mut impl Sink) {
    let place @ Place { path, query, .. } = Place::of(url);
    let parts: Vec<&str> = place.parts().collect();
    let last = place.last();
    sink.count("path parts", parts.len());
    sink.count("words in path", last.split(['-', '_', '+']).filter(|word| word.len() > 1).count());
    sink.count("letters in path", last.len());
    sink.count("digits in path", path.bytes().filter(u8::is_ascii_digit).count());
    let year = |part: &&str| {
        part.len() == 4
            && (part.starts_with("19") || part.starts_with("20"))
            && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    sink.flag("year in path", parts.iter().any(year));
    sink.flag("asks", !query.is_empty());
    sink.flag("ends in slash", path.ends_with('/'));
    sink.flag("ends in html", last.contains(".htm") || last.contains(".shtml"));
}

/// The part that the rules picked.
fn pick(context: &Context, sink: &mut impl Sink) {
    let (doc, facts, extent) = (context.doc, context.facts, context.extent);
    let core = facts.sum_of(doc, extent.core);
    let range = facts.range(doc, extent.core);
    sink.put("pick's score", extent.score);
    sink.share("runner-up", extent.runner_up, extent.score);
    sink.count("pick's words", core.words);
    sink.share("pick of page", core.chars as f32, context.page.chars as f32);
    sink.share("pick's prose of all", core.prose_chars as f32, context.page.prose_chars as f32);
    sink.put("pick's links", core.link_density());
    sink.share("pick's length", core.chars as f32, core.blocks as f32);
    sink.share("before pick", range.start as f32, context.page.blocks as f32);
    for (name, largest) in [("main of page", context.largest[0]), ("article of page", context.largest[1])] {
        let prose = largest.map_or(0, |node| facts.sum_of(doc, node).prose_chars);
        sink.share(name, prose as f32, context.page.prose_chars as f32);
    }
    let stays = facts.text_blocks().iter().filter(|block| context.kept.nodes.of(block.first));
    let (mut words, mut prose) = (0, 0);
    for block in stays {
        words += block.counts.words;
        prose += if block.is_prose() { block.counts.words } else { 0 };
    }
    sink.count("kept words", words);
    sink.share("kept prose", prose as f32, words as f32);
    let above = |tag: Tag| doc.lineage(extent.core).any(|node: NodeId| doc.tag(node) == tag);
    sink.flag("pick in article", above(Tag::Article));
    sink.flag("pick in main", above(Tag::Main));
}

/// The largest groups of blocks that are built alike.
fn repetition(context: &Context, sink: &mut impl Sink) {
    for level in [1, 2] {
        let groups = (0..context.facts.text_blocks().len()).map(|at| context.group(level, at));
        let largest = groups.max_by_key(|group| group.chars).unwrap_or_default();
        sink.family("largest", level);
        sink.count("number", largest.number);
        sink.share("of page", largest.chars as f32, context.page.chars as f32);
        sink.share("length", largest.chars as f32, largest.number as f32);
        sink.share("links", largest.link_chars as f32, largest.chars as f32);
    }
    sink.family("", 0);
}

/// Where the page leads.
fn leads(context: &Context, sink: &mut impl Sink) {
    let doc = context.doc;
    let place = Place::of(doc.url());
    let (mut links, mut below, mut headings, mut linked) = (0u32, 0u32, 0u32, 0u32);
    for node in doc.subtree(doc.body()) {
        let tag = doc.tag(node);
        if tag == Tag::A {
            links += 1;
            below += u32::from(doc.attr(node, Attr::Href).is_some_and(|href| lies_below(&place, href)));
        } else if tag.is_heading() {
            let leads = |at: NodeId| doc.tag(at) == Tag::A && doc.has_attr(at, Attr::Href);
            headings += 1;
            linked += u32::from(doc.below(node).any(leads) || doc.ancestors(node).take(3).any(leads));
        }
    }
    sink.share("links below", below as f32, links as f32);
    sink.count("number of links below", below);
    sink.count("headings that lead", linked);
    sink.share("share of headings that lead", linked as f32, headings as f32);
    let blocks = context.facts.text_blocks().iter().zip(&context.texts);
    let mut same = vec![0u32; context.texts.len()];
    for (_, text) in blocks.filter(|(block, _)| block.counts.words <= 5) {
        same.get_mut(text.same as usize).into_iter().for_each(|times| *times += 1);
    }
    sink.count("times said", same.into_iter().max().unwrap_or(0));
}

/// Whether a link's address lies below a page's: a list leads to its stories, which often lie below its own address.
fn lies_below(page: &Place, href: &str) -> bool {
    let folder = page.path.rsplit_once('.').filter(|(_, ending)| ending.starts_with("htm") || *ending == "php");
    let folder = folder.map_or(page.path, |(name, _)| name).trim_end_matches('/');
    let link = Place::of(href.trim());
    let same = link.host.is_empty() || link.host == page.host;
    same && link.path.strip_prefix(folder).is_some_and(|rest| rest.len() > 1 && rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stories_lie_below_their_section() {
        let place = Place::of("https://wharf.example/town/?page=2");
        assert!(lies_below(&place, "/town/tide.html"));
        assert!(lies_below(&place, "https://wharf.example/town/2025/tide"));
        for other in ["/town/", "/town?page=3", "/townhall", "/sport/a", "https://mill.example/town/a", "#top", ""] {
            assert!(!lies_below(&place, other), "{other}");
        }
        assert!(lies_below(&Place::of("https://wharf.example"), "/town/tide.html"));
    }
}
