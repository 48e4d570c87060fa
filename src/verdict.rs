//! How sure we are.

use crate::blocks::Judged;
use crate::facts::Facts;
use crate::find::Extent;
use crate::keep::Kept;

/// Odds, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Odds {
    /// That the page is an article.
    pub article: f32,
    /// That the text as a whole is right.
    pub confidence: f32,
}

/// Weighs the judgement of the page, of the text that stayed, and the distance to the next best part of the page.
pub fn of(facts: &Facts, judged: &Judged, extent: &Extent, kept: &Kept) -> Odds {
    let stays = facts.text_blocks().iter().enumerate().filter(|(_, block)| kept.nodes.of(block.first));
    let (mut words, mut weighted, mut prose) = (0.0f32, 0.0f32, 0.0f32);
    for (at, block) in stays {
        let count = block.counts.words as f32;
        words += count;
        weighted += count * judged.odds_of(at);
        prose += if block.is_prose() { count } else { 0.0 };
    }
    if words == 0.0 {
        return Odds::default();
    }
    let mean = weighted / words;
    let enough = (words / 150.0).min(1.0);
    let apart = if extent.score > 0.0 { 1.0 - (extent.runner_up / extent.score).clamp(0.0, 1.0) } else { 0.0 };
    let confidence = (0.5 * mean + 0.2 * apart + 0.3 * (prose / words)) * (0.3 + 0.7 * enough);
    Odds {
        article: (judged.kind.article * (0.4 + 0.6 * enough)).clamp(0.0, 1.0),
        confidence: confidence.clamp(0.0, 1.0),
    }
}
