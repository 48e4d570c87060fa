//! From the nodes that stay to the article's blocks.

use super::flow::Page;
use super::{Base, Block, Heading};
use crate::dom::{Attr, Document, NodeId, PerNode, Tag};
use crate::facts::Facts;

/// Blocks, each with the node that it begins with.
pub type Placed = Vec<(Block, NodeId)>;

/// The blocks that the kept nodes of some roots make.
#[must_use]
pub fn body(doc: &Document, facts: &Facts, kept: &PerNode<bool>, roots: &[NodeId], base: &Base) -> Vec<Block> {
    placed(doc, facts, kept, roots, base).into_iter().map(|row| row.0).collect()
}

/// The same, with the place of each.
#[must_use]
pub fn placed(doc: &Document, facts: &Facts, kept: &PerNode<bool>, roots: &[NodeId], base: &Base) -> Placed {
    let places = places(doc, kept, roots, base);
    let page = Page { doc, facts, kept, base, places };
    let (mut blocks, starts) = page.placed(roots.iter().copied(), 0);
    settle_levels(&mut blocks);
    blocks.into_iter().zip(starts).collect()
}

/// Names that a kept link leads to and a kept node bears.
fn places<'a>(doc: &'a Document, kept: &PerNode<bool>, roots: &[NodeId], base: &Base) -> Vec<&'a str> {
    let nodes = || roots.iter().flat_map(|root| doc.subtree(*root)).filter(|node| kept.of(*node));
    // Only what names a place can lead to one: resolving all addresses would be dear.
    let hrefs = nodes().filter(|node| doc.tag(*node) == Tag::A).filter_map(|node| doc.attr(node, Attr::Href));
    let links = hrefs.filter(|href| href.contains('#')).filter_map(|href| base.link(href));
    let wanted: Vec<String> = links.filter_map(|link| link.fragment().map(str::to_owned)).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let names = nodes().flat_map(|node| {
        let name = doc.attr(node, Attr::Name).filter(|_| doc.tag(node) == Tag::A);
        [doc.attr(node, Attr::Id), name].into_iter().flatten()
    });
    names.filter(|name| wanted.iter().any(|wanted| wanted == name)).collect()
}

/// Level 1 is the title's, and no level is left out: a heading is one below the nearest before it that the page ranks
/// higher, or of level 2. Pages choose levels by their looks, while contents, EPUB and WCAG's technique G141 want them nested.
pub fn settle_levels(blocks: &mut [Block]) {
    let mut above: Vec<u8> = Vec::new();
    each_heading(blocks, &mut |heading| {
        above.retain(|level| *level < heading.level);
        above.push(heading.level);
        heading.level = u8::try_from(above.len()).map_or(6, |depth| (depth + 1).min(6));
    });
}

fn each_heading(blocks: &mut [Block], change: &mut impl FnMut(&mut Heading)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => change(heading),
            Block::Quote(inside) => each_heading(inside, change),
            Block::Details(details) => each_heading(&mut details.content, change),
            Block::List(list) => list.items.iter_mut().for_each(|item| each_heading(item, change)),
            Block::Definitions(groups) => groups.iter_mut().for_each(|group| each_heading(&mut group.meaning, change)),
            Block::Table(table) => {
                table.rows.iter_mut().flatten().for_each(|cell| each_heading(&mut cell.content, change))
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(levels: &[u8]) -> Vec<u8> {
        let heading = |level: &u8| Block::Heading(Heading { level: *level, content: Vec::new() });
        let mut blocks: Vec<Block> = levels.iter().map(heading).collect();
        settle_levels(&mut blocks);
        let mut settled = Vec::new();
        each_heading(&mut blocks, &mut |heading| settled.push(heading.level));
        settled
    }

    #[test]
    fn no_level_is_left_out() {
        assert_eq!(settled(&[2, 3, 2]), [2, 3, 2]);
        assert_eq!(settled(&[3, 3, 4]), [2, 2, 3]);
        assert_eq!(settled(&[2, 5, 6, 2, 4]), [2, 3, 4, 2, 3]);
        assert_eq!(settled(&[4, 2, 3]), [2, 2, 3]);
    }

    #[test]
    fn the_title_alone_has_level_one() {
        assert_eq!(settled(&[1, 2, 3, 1]), [2, 3, 4, 2]);
        assert_eq!(settled(&[1, 2, 3, 4, 5, 6]), [2, 3, 4, 5, 6, 6]);
    }
}
