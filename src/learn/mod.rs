//! The learned part: it sees what the rules made of a page, and says which blocks of text stay, what kind of page it is,
//! and how sure one can be.

mod cut;
pub mod features;
mod forest;
mod model;
mod other;
mod packed;
mod row;
mod second;

pub use model::{Model, ModelError};

use crate::Ruled;
use crate::blocks::PageType;
use crate::dom::{Document, NodeId, PerNode};
use crate::find::Extent;
use crate::keep::{self, Chosen, Kept};
use crate::options::{Options, Scope};
use features::{Above, Context, Names, Sink};
use forest::{Left, Open, TREES};
use row::Row;
pub use second::Layout;
use second::Second;

/// How sure one can be, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Odds {
    /// That the page is an article.
    pub article: f32,
    /// That the text as a whole is right.
    pub confidence: f32,
}

/// What the model says of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// For each block, the odds that it is part of the answer, 0 to 1.
    pub odds: Vec<f32>,
    /// For each block, whether it stays.
    pub chosen: Vec<bool>,
    /// What kind of page it is.
    pub page_type: PageType,
    /// How sure that is.
    pub sure: Odds,
}

/// What stays of a page in the end.
#[derive(Debug)]
pub struct Choice {
    /// The parts of the page that hold it.
    pub extent: Extent,
    /// What stays of them, and why the rest goes.
    pub kept: Kept,
    /// What the model said.
    pub reading: Reading,
    /// How many candidates there are, 1 or 2: see [`Options::candidate`].
    pub candidates: u8,
    /// The parts and what stays of them without what a person has chosen by hand; none where nothing was.
    pub unaided: Option<(Vec<NodeId>, PerNode<bool>)>,
}

/// Chooses what stays: the blocks that the model wants, with what the rules know of what has no text, and nothing that
/// they forbid. Where a reader has chosen a part of the page, that stays whole; where the model wants nothing, the
/// rules have the last word.
#[must_use]
pub fn choose(doc: &Document, ruled: &Ruled, model: &Model, options: &Options) -> Choice {
    let reading = read(doc, ruled, model);
    let whole = options.scope == Scope::Everything;
    let extent = if whole { ruled.extent.clone() } else { around(doc, ruled, &reading.chosen) };
    let kept = if whole || !reading.chosen.contains(&true) {
        keep::choose(doc, &ruled.facts, &ruled.judged, &extent, &ruled.metadata, options)
    } else {
        let chosen = Chosen { blocks: &reading.chosen, page_type: reading.page_type };
        keep::settle(doc, &ruled.facts, &ruled.judged, &extent, &ruled.metadata, &ruled.kept, &chosen)
    };
    let mut choice = Choice { extent, kept, reading, candidates: 1, unaided: None };
    if !whole {
        other::consider(doc, ruled, &mut choice, options);
    }
    let Ruled { facts, judged, metadata, .. } = ruled;
    match keep::by_hand(doc, facts, judged, metadata, &choice.extent, &choice.kept, options) {
        Some((extent, kept)) => {
            Choice { unaided: Some((choice.extent.roots, choice.kept.nodes)), extent, kept, ..choice }
        }
        None => choice,
    }
}

/// The parts that hold the chosen blocks: those of the rules where they do, else the least part that holds all.
fn around(doc: &Document, ruled: &Ruled, chosen: &[bool]) -> Extent {
    let extent = ruled.extent.clone();
    let blocks = || ruled.facts.text_blocks().iter().zip(chosen).filter(|row| *row.1).map(|row| row.0);
    if blocks().all(|block| extent.roots.iter().any(|root| doc.contains(*root, block.first))) {
        return extent;
    }
    let holds = |node: &NodeId| {
        blocks().all(|block| doc.contains(*node, block.first))
            && extent.roots.iter().all(|root| doc.contains(*node, *root))
    };
    let least = doc.lineage(extent.core).find(holds).unwrap_or(doc.body());
    Extent { roots: vec![least], ..extent }
}

/// Asks the model about a page that the rules have judged.
#[must_use]
pub fn read(doc: &Document, ruled: &Ruled, model: &Model) -> Reading {
    let context = Context::new(doc, ruled);
    let mut row = Row::default();
    features::of_page(&context, &mut row);
    let kinds = model::shares(&model.kinds.scores(&row));
    let First { scores, telling } = first_look(&context, model, &model.blocks.given(row.known()));
    let layout = Layout::of(&context);
    let odds = second_look(&layout, &scores, &kinds, model);
    let cut = cut::best(&odds, &layout.words);
    kinds.iter().for_each(|share| row.put("kind", *share));
    cut.summary(&odds, &layout.words, &mut row);
    means(&telling, &cut.chosen, &layout.words, model.means.len()).into_iter().for_each(|mean| row.put("mean", mean));
    let kinds = model::shares(&model.page_type.scores(&row));
    let likeliest = kinds
        .iter()
        .zip(PageType::ALL)
        .fold((0.0, PageType::Article), |best, (share, kind)| if *share > best.0 { (*share, kind) } else { best });
    Reading {
        chosen: cut.chosen,
        odds,
        page_type: likeliest.1,
        sure: Odds {
            article: agreed(calibrated(model::odds(model.article.score(&row))), likeliest.1),
            confidence: model::odds(model.confidence.score(&row)),
        },
    }
}

/// The odds that a page is an article, where its likeliest kind is told by other trees: where these see something else, it
/// is none.
fn agreed(odds: f32, kind: PageType) -> f32 {
    if kind == PageType::Article { odds } else { odds.min(DOUBTED) }
}

/// The best odds of a page whose likeliest kind is another.
const DOUBTED: f32 = 0.49;

/// The odds as they come true: of pages that the trees give so much, one in two is an article. Whichever fifth of the
/// domains is left out, the others say the same. From [`SURE`] on they come true as they are.
fn calibrated(odds: f32) -> f32 {
    if odds >= SURE {
        odds
    } else if odds >= EVEN {
        0.5 + (odds - EVEN) * (SURE - 0.5) / (SURE - EVEN)
    } else {
        odds * 0.5 / EVEN
    }
}

const EVEN: f32 = 0.54;
const SURE: f32 = 0.9;

/// What the first look leaves of each block.
struct First {
    scores: Vec<f32>,
    /// Those of its numbers that tell of the page: as many for each block as the model asks for, one block after another.
    telling: Vec<f32>,
}

/// Sees each block by itself; `blocks` is the model's first look where the page's numbers are known.
fn first_look(context: &Context, model: &Model, blocks: &Left) -> First {
    let mut first = First { scores: Vec::new(), telling: Vec::new() };
    let (mut row, mut above, mut open): (_, _, Open) = (Row::default(), Above::default(), [0; TREES]);
    for at in 0..context.facts.text_blocks().len() {
        row.clear();
        features::of_block(context, at, &mut above, &mut row);
        first.telling.extend(model.means.iter().map(|place| row.number(usize::from(*place))));
        first.scores.push(blocks.score(&row, &mut open));
    }
    first
}

/// The means of some numbers of the blocks over the words that stay: a page is what most of its text is.
fn means(numbers: &[f32], chosen: &[bool], words: &[f32], width: usize) -> Vec<f32> {
    let (mut sums, mut all) = (vec![0.0f32; width], 0.0f32);
    for ((row, words), _) in numbers.chunks(width.max(1)).zip(words).zip(chosen).filter(|row| *row.1) {
        sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value * words);
        all += words;
    }
    sums.into_iter().map(|sum| sum / all.max(1.0)).collect()
}

/// The odds of each block after the second look.
fn second_look(layout: &Layout, scores: &[f32], kinds: &[f32], model: &Model) -> Vec<f32> {
    let odds: Vec<f32> = scores.iter().map(|score| model::odds(*score)).collect();
    let second = Second::new(layout, scores, &odds, kinds);
    let mut page = Row::default();
    second.of_page().iter().for_each(|value| page.put("page", *value));
    let forest = model.second.given(page.known());
    let (mut row, mut open): (_, Open) = (Row::default(), [0; TREES]);
    let ask = |at| {
        row.clear();
        second.put(at, &mut row);
        model::odds(forest.score(&row, &mut open))
    };
    (0..scores.len()).map(ask).collect()
}

/// The names of a page's numbers and of a block's, in order.
#[must_use]
pub fn names(context: &Context) -> (Vec<String>, Vec<String>) {
    let mut page = Names::default();
    features::of_page(context, &mut page);
    let mut block = Names::default();
    features::of_block(context, 0, &mut Above::default(), &mut block);
    (page.names, block.names)
}

/// The numbers of a page, and of each of its blocks.
#[must_use]
pub fn rows(context: &Context) -> (Vec<f32>, Vec<Vec<f32>>) {
    let mut page = Vec::new();
    features::of_page(context, &mut page);
    let mut above = Above::default();
    let row = |at| {
        let mut row = Vec::new();
        features::of_block(context, at, &mut above, &mut row);
        row
    };
    (page, (0..context.facts.text_blocks().len()).map(row).collect())
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;
    use crate::judge_by_rules;

    const PAGE: &str =
        "<h1>A mill</h1><p>The mill by the ford turns again, the miller says.<p>It stood still for years.";

    #[test]
    fn the_model_asks_for_numbers_that_there_are() {
        let doc = crate::dom::html::parse(PAGE, "https://mill.example/a");
        let ruled = judge_by_rules(&doc, &Options::default());
        let context = Context::new(&doc, &ruled);
        let (page, block) = names(&context);
        let (of_page, of_blocks) = rows(&context);
        assert_eq!(page.len(), of_page.len());
        assert!(of_blocks.iter().all(|row| row.len() == block.len()));
        let model = Model::built_in();
        assert!(model.kinds.width() <= page.len());
        assert!(model.blocks.width() <= page.len() + block.len());
        assert!(model.means.iter().all(|place| usize::from(*place) < block.len()));
        let layout = Layout::of(&context);
        let second = Second::new(&layout, &[0.0; 3], &[0.5; 3], &[0.0; PageType::ALL.len()]);
        let mut row = second.of_page();
        second.put(1, &mut row);
        assert!(model.second.width() <= row.len());
    }

    #[test]
    fn what_other_trees_take_for_another_kind_is_no_article() {
        assert!(agreed(0.9, PageType::Forum) < 0.5 && agreed(0.9, PageType::Article) > 0.8);
        assert!(agreed(0.1, PageType::Forum) < 0.2);
    }

    #[test]
    fn odds_keep_their_order_when_calibrated() {
        let told: [f32; 101] = std::array::from_fn(|odds| calibrated(odds as f32 / 100.0));
        assert!(told.is_sorted() && (0.0..=1.0).contains(&told[0]) && told[100] > 0.99, "{told:?}");
        assert!(told[53] < 0.5 && told[55] > 0.5 && told[89] < SURE && told[91] > SURE);
    }

    #[test]
    fn a_story_stays_whole() {
        let doc = crate::dom::html::parse(PAGE, "https://mill.example/a");
        let ruled = judge_by_rules(&doc, &Options::default());
        let reading = read(&doc, &ruled, Model::built_in());
        assert_eq!(reading.chosen.len(), ruled.facts.text_blocks().len());
        assert!(reading.chosen.ends_with(&[true, true]));
    }
}
