//! `lede features`: what the models see of pages, for their training.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use lede::dom::text::collapse;
use lede::learn::features::Context;
use lede::{Options, learn};

use crate::input::{Addresses, Input};

/// Writes three files to a folder: `names.json` (the names of a page's numbers and of a block's), `pages.jsonl` (a line
/// a page: its ID, its numbers, the texts of its blocks) and `rows.f32` (the blocks' numbers, little-endian, page after
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
        let up: Vec<Vec<u32>> = ruled.facts.text_blocks().iter().map(|block| above(&doc, block.node)).collect();
        let names: std::collections::BTreeMap<u32, String> =
            up.iter().flatten().map(|node| (*node, names_of(&doc, *node))).collect();
        let line = serde_json::json!({ "id": input.id, "page": page, "texts": texts.collect::<Vec<_>>(), "up": up, "names": names });
        writeln!(pages, "{line}")?;
        for value in blocks.iter().flatten() {
            rows.write_all(&value.to_le_bytes())?;
        }
    }
    let (page, block) = names.unwrap_or_default();
    std::fs::write(folder.join("names.json"), serde_json::json!({ "page": page, "block": block }).to_string())
}

/// A node and the eleven above it, by position.
fn above(doc: &lede::dom::Document, node: lede::dom::NodeId) -> Vec<u32> {
    doc.lineage(node).take(12).filter_map(|node| u32::try_from(node.index()).ok()).collect()
}

/// The tokens of an element's names, each once.
fn names_of(doc: &lede::dom::Document, node: u32) -> String {
    use lede::dom::{Attr, NodeId};
    let node = NodeId::at(node as usize);
    let values = [Attr::Class, Attr::Id, Attr::Itemprop].into_iter().filter_map(|attr| doc.attr(node, attr));
    let mut tokens: Vec<String> = vec![doc.tag(node).name().to_owned()];
    tokens.extend(values.flat_map(str::split_whitespace).flat_map(lede::facts::tokens));
    tokens.dedup();
    tokens.join(" ")
}
