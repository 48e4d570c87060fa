//! What each run of text is: part of the story or not, in odds; and what kind of page it stands on.

mod page_type;
mod rules;

pub use crate::data::PageType;
pub use page_type::{Kind, addressed, framed, said, titled};

use crate::claims::Claims;
use crate::dom::Document;
use crate::facts::Facts;

/// The judgement of a page's text blocks.
#[derive(Debug, Default)]
pub struct Judged {
    /// What kind of page it is.
    pub kind: Kind,
    /// For each text block the odds that it belongs to the page's main content, 0 to 1.
    pub odds: Vec<f32>,
}

impl Judged {
    /// The odds of a text block by its number.
    #[must_use]
    pub fn odds_of(&self, block: usize) -> f32 {
        self.odds.get(block).copied().unwrap_or(0.0)
    }
}

/// Judges every text block.
#[must_use]
pub fn judge(doc: &Document, facts: &Facts, claims: &Claims) -> Judged {
    let kind = page_type::of(doc, facts, claims);
    let odds = rules::odds(doc, facts, kind.page_type);
    Judged { kind, odds }
}
