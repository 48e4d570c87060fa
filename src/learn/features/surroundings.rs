//! The numbers of what stands around a block: what is built like it, what holds it, what comes before and after.

use super::block::tag_number;
use super::{Context, Sink};
use crate::facts::TextBlock;

/// Blocks that are built alike.
pub fn repetition(context: &Context, at: usize, sink: &mut impl Sink) {
    for level in 0..3 {
        let group = context.group(level, at);
        sink.family("alike", level);
        sink.count("number", group.number);
        sink.share("of page", group.chars as f32, context.page.chars as f32);
        sink.share("length", group.chars as f32, group.number as f32);
        sink.share("links", group.link_chars as f32, group.chars as f32);
        sink.share("prose", group.prose as f32, group.number as f32);
    }
    sink.family("", 0);
}

/// The ancestors that hold more than the one below them.
pub fn ancestors(context: &Context, at: usize, sink: &mut impl Sink) {
    let (doc, facts) = (context.doc, context.facts);
    for (level, node) in context.around(at).into_iter().enumerate() {
        sink.family("up", level);
        let sum = facts.sum_of(doc, node);
        let range = context.range(node);
        let (siblings, alike) = context.siblings(node);
        let chars = sum.chars as f32;
        sink.count("chars", sum.chars);
        sink.share("of page", chars, context.page.chars as f32);
        sink.put("links", sum.link_density());
        sink.count("blocks", sum.blocks);
        sink.share("prose", sum.prose_chars as f32, chars);
        sink.share("stops a word", sum.stops as f32, sum.words as f32);
        sink.share("length", chars, sum.blocks as f32);
        sink.count("siblings", siblings);
        sink.count("siblings alike", alike);
        sink.share("place in it", at.saturating_sub(range.start) as f32, range.len() as f32);
        sink.put("tag", tag_number(doc.tag(node)));
    }
    sink.family("", 0);
}

/// The three blocks before and the three after.
pub fn neighbours(context: &Context, at: usize, sink: &mut impl Sink) {
    let blocks = context.facts.text_blocks();
    let depth = |block: &TextBlock| f32::from(context.depth.of(block.holder));
    let own = blocks.get(at).map_or(0.0, depth);
    for away in 1..=3 {
        for (name, other) in [("before", at.checked_sub(away)), ("after", at.checked_add(away))] {
            sink.family(name, away);
            let block = other.and_then(|at| blocks.get(at));
            sink.count("words", block.map_or(0, |block| block.counts.words));
            sink.put("links", block.map_or(-1.0, TextBlock::link_density));
            sink.put("holder", block.map_or(0.0, |block| tag_number(context.doc.tag(block.holder))));
            sink.put("deeper", block.map_or(0.0, |block| depth(block) - own));
            sink.flag("ends a sentence", block.is_some_and(|block| block.ends_sentence));
            sink.put("rules' odds", other.filter(|_| block.is_some()).map_or(-1.0, |at| context.judged.odds_of(at)));
            let text = other.and_then(|at| context.texts.get(at)).copied().unwrap_or_default();
            sink.count("phrase", text.phrase);
        }
    }
    sink.family("", 0);
}
