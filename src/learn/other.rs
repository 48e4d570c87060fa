//! The second candidate, for whoever doubts the first. Where pages are read wrong, most often too little stays; so the
//! second is what a looser cut leaves, and where that says much the same, what the rules leave without the model. Of
//! pages in doubt this mends more than the next best part of the page, a tighter cut or all of a wider part do.

use super::Choice;
use crate::Ruled;
use crate::dom::Document;
use crate::find::Extent;
use crate::keep::{self, Chosen, Kept};
use crate::options::Options;

/// From this confidence on no second candidate is looked for unless somebody asks for it.
const DOUBT: f32 = 0.6;

/// The looser cut, as a share of the first one's odds.
const LOOSER: f32 = 0.3;

/// Texts that have this share of their words in common are the same.
const SAME: f32 = 0.9;

/// A way to another choice.
type Way = fn(&Document, &Ruled, &Choice) -> (Extent, Kept);

/// Tells whether there is a second candidate, where that is asked for or in doubt; takes it where it is wanted.
pub fn consider(doc: &Document, ruled: &Ruled, choice: &mut Choice, options: &Options) {
    if options.candidate == 0 && choice.reading.sure.confidence >= DOUBT {
        return;
    }
    let ways: [Way; 2] = [looser, |_, ruled, _| (ruled.extent.clone(), ruled.kept.clone())];
    let mut seconds = ways.into_iter().map(|way| way(doc, ruled, choice));
    let second = seconds.find(|(_, kept)| differs(ruled, &choice.kept, kept));
    if let Some((extent, kept)) = second {
        choice.candidates = 2;
        if options.candidate > 0 {
            choice.extent = extent;
            choice.kept = kept;
        }
    }
}

/// What stays of the blocks that are a good deal less likely too.
fn looser(doc: &Document, ruled: &Ruled, choice: &Choice) -> (Extent, Kept) {
    let reading = &choice.reading;
    let chosen = reading.odds.iter().zip(&reading.chosen).filter(|row| *row.1).map(|row| *row.0);
    let least = chosen.fold(1.0, f32::min) * LOOSER;
    let blocks: Vec<bool> = reading.odds.iter().map(|odds| *odds >= least).collect();
    let extent = super::around(doc, ruled, &blocks);
    let chosen = Chosen { blocks: &blocks, page_type: reading.page_type };
    let kept = keep::settle(doc, &ruled.facts, &ruled.judged, &extent, &ruled.metadata, &ruled.kept, &chosen);
    (extent, kept)
}

/// Whether a second choice says something, and something else than the first.
fn differs(ruled: &Ruled, first: &Kept, second: &Kept) -> bool {
    let (mut one, mut other, mut both) = (0, 0, 0);
    for block in ruled.facts.text_blocks() {
        let [in_first, in_second] = [first, second].map(|kept| u32::from(kept.nodes.of(block.first)));
        one += block.counts.words * in_first;
        other += block.counts.words * in_second;
        both += block.counts.words * in_first * in_second;
    }
    other > 0 && 2.0 * (both as f32) < SAME * (one + other) as f32
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use crate::dom::html::parse;
    use crate::learn::{Choice, choose};
    use crate::{Model, Options, judge_by_rules};

    /// Two pieces, of which one is far likelier than the other.
    const PAGE: &str = "<h1>A mill</h1><article><p>The mill by the ford turns again, the miller says, and the village
        can hear it from the church to the bridge.<p>It stood still for years.</article><div class=promo><p>Come to the
        fair by the river, where there will be music, cakes and a race of ducks, as every year.</div>";

    fn chosen(candidate: u8, confidence: f32) -> (Choice, u8) {
        let doc = parse(PAGE, "https://mill.example/a");
        let ruled = judge_by_rules(&doc, &Options::default());
        let mut choice = choose(&doc, &ruled, Model::built_in(), &Options::default());
        choice.reading.sure.confidence = confidence;
        choice.candidates = 1;
        // All that the model holds for likely is the first piece.
        let blocks = ruled.facts.text_blocks();
        choice.reading.odds = (0..blocks.len()).map(|at| if at < 3 { 0.9 } else { 0.5 }).collect();
        choice.reading.chosen = (0..blocks.len()).map(|at| at < 3).collect();
        let promo = blocks.last().map(|block| block.first).unwrap_or_default();
        choice.kept.nodes.set(promo, false);
        super::consider(&doc, &ruled, &mut choice, &Options { candidate, ..Options::default() });
        let has_promo = u8::from(choice.kept.nodes.of(promo));
        (choice, has_promo)
    }

    #[test]
    fn where_the_first_is_sure_none_is_looked_for_unasked() {
        assert_eq!(chosen(0, 0.9).0.candidates, 1);
    }

    #[test]
    fn where_the_first_is_in_doubt_a_second_is_told_of_and_given_when_asked_for() {
        let (choice, has_promo) = chosen(0, 0.4);
        assert_eq!((choice.candidates, has_promo), (2, 0));
        let (choice, has_promo) = chosen(1, 0.4);
        assert_eq!((choice.candidates, has_promo), (2, 1));
    }

    #[test]
    fn a_second_that_says_the_same_is_none() {
        let doc =
            parse("<h1>A mill</h1><p>The mill by the ford turns again, the miller says.", "https://mill.example/a");
        for candidate in [0, 1] {
            let found = crate::extract(&doc, &Options { candidate, ..Options::default() });
            assert_eq!(found.candidates, 1);
            assert!(found.article.length > 40);
        }
    }
}
