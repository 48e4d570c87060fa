//! `lede features`: what the models see of pages, for their training.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use lede::dom::text::collapse;
use lede::learn::features::Context;
use lede::{Options, learn};

use crate::input::{Addresses, Input};

/// Writes three files to a folder: `names.json` (the names of a page's numbers and of a block's), `pages.jsonl` (a line
/// a page: its ID, its numbers, the texts of its blocks and how they lie) and `rows.f32` (the blocks' numbers, little-endian, page after
/// page).
///
/// # Errors
/// When a file cannot be written.
pub fn write(inputs: &[Input], addresses: &Addresses, folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut pages = BufWriter::new(File::create(folder.join("pages.jsonl"))?);
    let mut rows = BufWriter::new(File::create(folder.join("rows.f32"))?);
    let mut names = None;
    for input in inputs {
        let Ok(page) = input.read(None) else { continue };
        let doc = lede::dom::html::parse(&page, addresses.of(&input.id));
        let ruled = lede::judge_by_rules(&doc, &Options::default());
        let context = Context::new(&doc, &ruled);
        let (page, blocks) = learn::rows(&context);
        names.get_or_insert_with(|| learn::names(&context));
        let texts = ruled.facts.text_blocks().iter().map(|block| collapse(doc.text_between(block.first, block.end)));
        let layout = learn::Layout::of(&context);
        let around: Vec<_> = layout.around.iter().map(|up| up.clone().map(|range| (range.start, range.end))).collect();
        let line = serde_json::json!({
            "id": input.id,
            "page": page,
            "texts": texts.collect::<Vec<_>>(),
            "around": around,
            "alike": layout.alike,
            "same": layout.same,
        });
        writeln!(pages, "{line}")?;
        for value in blocks.iter().flatten() {
            rows.write_all(&value.to_le_bytes())?;
        }
    }
    let (page, block) = names.unwrap_or_default();
    std::fs::write(folder.join("names.json"), serde_json::json!({ "page": page, "block": block }).to_string())
}
