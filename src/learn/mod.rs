//! The learned part: what the models see, and what they say.

pub mod features;

use features::{Context, Names};

/// The names of a page's numbers and of a block's, in order.
#[must_use]
pub fn names(context: &Context) -> (Vec<String>, Vec<String>) {
    let mut page = Names::default();
    features::of_page(context, &mut page);
    let mut block = Names::default();
    features::of_block(context, 0, &mut block);
    (page.names, block.names)
}

/// The numbers of a page, and of each of its blocks.
#[must_use]
pub fn rows(context: &Context) -> (Vec<f32>, Vec<Vec<f32>>) {
    let mut page = Vec::new();
    features::of_page(context, &mut page);
    let row = |at| {
        let mut row = Vec::new();
        features::of_block(context, at, &mut row);
        row
    };
    (page, (0..context.facts.text_blocks().len()).map(row).collect())
}
