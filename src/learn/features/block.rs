//! The numbers of a block itself: its text, its element, its place, what the rules made of it.

use super::above::{Above, FAR};
use super::{Context, Sink};
use crate::data::Hints;
use crate::dom::text::{Counts, digit, is_comma, is_stop};
use crate::dom::{NodeId, Tag};
use crate::facts::{Seen, TextBlock};

/// Elements whose distance above a block is told.
pub const TAGS: &[(&str, &[Tag])] = &[
    ("to article", &[Tag::Article]),
    ("to main", &[Tag::Main]),
    ("to nav", &[Tag::Nav]),
    ("to aside", &[Tag::Aside]),
    ("to footer", &[Tag::Footer]),
    ("to header", &[Tag::Header]),
    ("to form", &[Tag::Form]),
    ("to table", &[Tag::Table]),
    ("to list", &[Tag::Ul, Tag::Ol]),
    ("to item", &[Tag::Li]),
    ("to figure", &[Tag::Figure]),
    ("to quote", &[Tag::Blockquote]),
    ("to pre", &[Tag::Pre]),
    ("to section", &[Tag::Section]),
    ("to details", &[Tag::Details]),
    ("to dl", &[Tag::Dl]),
    ("to dialog", &[Tag::Dialog]),
    ("to control", &[Tag::Button, Tag::Label]),
    ("to link", &[Tag::A]),
    ("to p", &[Tag::P]),
    ("to noscript", &[Tag::Noscript]),
    ("to unknown", &[Tag::Unknown]),
];

/// Meanings whose distance above a block is told.
pub const MEANINGS: &[(&str, Hints)] = &[
    ("to BODY", Hints::BODY),
    ("to CONTENT", Hints::CONTENT),
    ("to TITLE", Hints::TITLE),
    ("to BYLINE", Hints::BYLINE),
    ("to DATE", Hints::DATE),
    ("to META", Hints::META),
    ("to CAPTION", Hints::CAPTION.and(Hints::CREDIT)),
    ("to NAV", Hints::NAV),
    ("to HEADER", Hints::HEADER),
    ("to FOOTER", Hints::FOOTER),
    ("to SIDEBAR", Hints::SIDEBAR),
    ("to BREADCRUMB", Hints::BREADCRUMB),
    ("to PAGER", Hints::PAGER),
    ("to TOC", Hints::TOC),
    ("to SHARE", Hints::SHARE),
    ("to RELATED", Hints::RELATED),
    ("to COMMENT", Hints::COMMENT),
    ("to AUTHOR_CARD", Hints::AUTHOR_CARD),
    ("to TAGS", Hints::TAGS),
    ("to AD", Hints::AD),
    ("to PROMO", Hints::PROMO),
    ("to NEWSLETTER", Hints::NEWSLETTER),
    ("to COOKIE", Hints::COOKIE),
    ("to MODAL", Hints::MODAL),
    ("to LOGIN", Hints::LOGIN),
    ("to GALLERY", Hints::GALLERY),
    ("to CARD", Hints::CARD.and(Hints::TEASER)),
    ("to PRODUCT", Hints::PRODUCT),
    ("to PRICE", Hints::PRICE),
    ("to REVIEW", Hints::REVIEW),
    ("to CART", Hints::CART),
    ("to FORUM", Hints::FORUM),
    ("to TOOL", Hints::TOOL),
    ("to WIDGET", Hints::WIDGET),
    ("to RATING", Hints::RATING),
    ("to DEK", Hints::DEK),
    ("to SPEC", Hints::SPEC),
    ("to FAQ", Hints::FAQ),
    ("to TAB", Hints::TAB),
    ("to SEARCH", Hints::SEARCH),
    ("to UNSEEN", Hints::UNSEEN),
    ("to CODE", Hints::CODE),
];

/// The text's own numbers.
pub fn text(context: &Context, at: usize, block: &TextBlock, sink: &mut impl Sink) {
    let Counts { chars, words, commas, stops, digits, capitals } = block.counts;
    let (letters, all) = (chars as f32, words as f32);
    sink.count("chars", chars);
    sink.count("words", words);
    sink.count("stops", stops);
    sink.count("commas", commas);
    sink.share("stops a word", stops as f32, all);
    sink.share("commas a word", commas as f32, all);
    sink.share("letters a word", letters, all);
    sink.share("digits", digits as f32, letters);
    sink.share("capitals", capitals as f32, letters);
    sink.put("links", block.link_density());
    sink.count("number of links", block.links);
    sink.share("bold", block.bold_chars as f32, letters);
    sink.flag("ends a sentence", block.ends_sentence);
    sink.flag("prose", block.is_prose());
    marks(context.doc.text_between(block.first, block.end), sink);
    let text = context.texts.get(at).copied().unwrap_or_default();
    sink.count("times", text.times);
    sink.count("earlier", text.earlier);
    sink.put("like title", text.like_title);
    sink.put("like description", text.like_description);
    sink.count("phrase", text.phrase);
}

/// What marks a text has, in any language.
fn marks(text: &str, sink: &mut impl Sink) {
    let (mut run, mut longest, mut bars, mut capital_words, mut words) = (0u32, 0u32, 0u32, 0u32, 0u32);
    let (mut money, mut right, mut at) = (false, false, false);
    let (mut in_word, mut first, mut last) = (false, ' ', ' ');
    for c in text.chars() {
        if c.is_whitespace() {
            in_word = false;
            continue;
        }
        if first == ' ' {
            first = c;
        }
        last = c;
        if c.is_ascii_alphanumeric() {
            let begins = u32::from(!std::mem::replace(&mut in_word, true));
            run += begins;
            words += begins;
            capital_words += if c.is_ascii_uppercase() { begins } else { 0 };
            continue;
        }
        if is_stop(c) || is_comma(c) {
            longest = longest.max(run);
            run = 0;
        } else if c.is_alphanumeric() {
            run += u32::from(!in_word);
            words += u32::from(!in_word);
            capital_words += u32::from(!in_word && c.is_uppercase());
        }
        in_word = c.is_alphanumeric() || in_word && matches!(c, '\'' | '’' | '-');
        money |= matches!(c, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₺' | '₴' | '₫' | '฿');
        right |= matches!(c, '©' | '®' | '™');
        at |= c == '@';
        bars += u32::from(matches!(c, '|' | '•' | '·' | '»' | '›' | '→' | '>'));
    }
    sink.count("longest run", longest.max(run));
    sink.share("capital words", capital_words as f32, words as f32);
    sink.flag("money", money);
    sink.flag("rights", right);
    sink.flag("at", at);
    sink.count("bars", bars);
    let kind = match first {
        _ if first.is_uppercase() => 3.0,
        _ if digit(first).is_some() => 1.0,
        _ if first.is_lowercase() => 2.0,
        _ if first.is_alphabetic() => 4.0,
        _ => 0.0,
    };
    sink.put("first", kind);
    sink.flag("colon", matches!(last, ':' | '：'));
    sink.flag("question", matches!(last, '?' | '？' | '؟'));
}

/// A tag as a number: what reads on first, what leads away last.
pub fn tag_number(tag: Tag) -> f32 {
    match tag {
        Tag::P => 1.0,
        Tag::Blockquote | Tag::Q => 2.0,
        Tag::Pre | Tag::Code => 3.0,
        Tag::Li => 4.0,
        Tag::Dd => 5.0,
        Tag::Dt => 6.0,
        Tag::Td => 7.0,
        Tag::Th | Tag::Caption => 8.0,
        Tag::Figcaption => 9.0,
        Tag::H1 => 10.0,
        Tag::H2 => 11.0,
        Tag::H3 => 12.0,
        Tag::H4 => 13.0,
        Tag::H5 | Tag::H6 => 14.0,
        Tag::Div => 15.0,
        Tag::Section | Tag::Article | Tag::Main => 16.0,
        Tag::Details | Tag::Summary => 17.0,
        Tag::Ul | Tag::Ol | Tag::Dl => 18.0,
        Tag::Table | Tag::Tr | Tag::Tbody | Tag::Thead => 19.0,
        Tag::Unknown => 20.0,
        Tag::A => 22.0,
        Tag::Button | Tag::Label => 23.0,
        Tag::Header => 24.0,
        Tag::Aside => 25.0,
        Tag::Form => 26.0,
        Tag::Footer => 27.0,
        Tag::Nav => 28.0,
        _ => 21.0,
    }
}

/// The element that holds it, and what stands above that.
pub fn element(context: &Context, block: &TextBlock, above: &mut Above, sink: &mut impl Sink) {
    let doc = context.doc;
    let up = |node: NodeId, levels: usize| doc.lineage(node).nth(levels).map_or(0.0, |node| tag_number(doc.tag(node)));
    sink.put("tag", up(block.node, 0));
    sink.put("holder", up(block.holder, 0));
    sink.put("parent", up(block.holder, 1));
    sink.put("grandparent", up(block.holder, 2));
    sink.put("seen", f32::from(block.seen as u8));
    above.enter(context, block.node);
    sink.count("depth", above.depth());
    sink.flag("silent", context.silent.of(block.node));
    for ((name, _), levels) in TAGS.iter().zip(above.tags()) {
        sink.put(name, levels);
    }
    let around = context.facts.hints_around(block.node);
    for ((name, hints), levels) in MEANINGS.iter().zip(above.meanings()) {
        sink.put(name, if around.has(*hints) { levels } else { FAR });
    }
}

/// Where on the page it stands.
pub fn place(context: &Context, at: usize, block: &TextBlock, sink: &mut impl Sink) {
    let blocks = context.facts.text_blocks();
    let before = context.before.get(at).copied().unwrap_or(0) as f32;
    sink.count("index", at);
    sink.share("index of all", at as f32, blocks.len() as f32);
    sink.share("text before", before, context.page.chars as f32);
    let doc = context.doc;
    let headline = context.extent.headline.map(|node| context.facts.range(doc, node).start);
    let signed = |other: Option<usize>| other.map_or(-999.0, |other| at as f32 - other as f32);
    sink.put("from headline", signed(headline));
    let headline_chars = headline.and_then(|other| context.before.get(other)).map_or(0.0, |chars| *chars as f32);
    sink.put("text from headline", before - headline_chars);
    let near = |found: Option<usize>| found.map_or(200.0, |other| at.abs_diff(other).min(200) as f32);
    let [before_it, after_it] = context.prose.each_ref().map(|nearest| nearest.get(at).copied().flatten());
    sink.put("to prose before", near(before_it));
    sink.put("to prose after", near(after_it));
    let heading = context.headings.get(at).copied().flatten();
    sink.put("from heading", near(heading));
    let heading_block = heading.and_then(|at| blocks.get(at));
    sink.put("heading level", heading_block.map_or(0.0, |block| tag_number(doc.tag(block.holder))));
    let heading_text = heading.and_then(|at| context.texts.get(at)).copied().unwrap_or_default();
    sink.count("heading phrase", heading_text.phrase);
    sink.put("heading like title", heading_text.like_title);
    let in_pick = doc.contains(context.extent.core, block.first);
    let core = context.facts.range(doc, context.extent.core);
    sink.put("from pick's start", at as f32 - core.start as f32);
    sink.put("to pick's end", core.end as f32 - at as f32);
    sink.flag("in pick", in_pick);
    for (name, largest) in [("in main", context.largest[0]), ("in article", context.largest[1])] {
        let within = |node| if doc.contains(node, block.first) { 1.0 } else { -1.0 };
        sink.put(name, largest.map_or(0.0, within));
    }
    let common = doc.lineage(context.extent.core).find(|up| doc.contains(*up, block.holder));
    let depth = |node: NodeId| f32::from(context.depth.of(node));
    sink.put("to common", common.map_or(FAR, |common| depth(block.holder) - depth(common)));
}

/// What the rules made of it.
pub fn rules(context: &Context, at: usize, block: &TextBlock, sink: &mut impl Sink) {
    sink.put("rules' odds", context.judged.odds_of(at));
    sink.flag("kept by rules", context.kept.nodes.of(block.first));
    sink.count("dropped by", context.dropped_by.get(at).copied().unwrap_or(0));
    sink.flag("folded", block.seen == Seen::Folded);
    let pick = context.facts.sum_of(context.doc, context.extent.core);
    sink.share("pick of page", pick.chars as f32, context.page.chars as f32);
    sink.put("pick's links", pick.link_density());
    sink.share("pick's prose", pick.prose_chars as f32, pick.chars as f32);
}
