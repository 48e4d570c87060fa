//! How far above a block the nearest elements of some kinds are.

use super::Context;
use super::block::{MEANINGS, TAGS};
use crate::dom::NodeId;

/// How far up meanings and elements are looked for.
pub const FAR: f32 = 40.0;

/// The elements that hold a block. Blocks come in the order of the page, and most stand where the one before them does:
/// only what is new is looked at, so the depth of a page costs nothing.
#[derive(Debug, Default)]
pub struct Above {
    line: Vec<Level>,
    /// Room to work in.
    fresh: Vec<NodeId>,
}

/// An element of the line, and the nearest of each kind from it up: its place in the line from 1, 0 for none.
#[derive(Clone, Copy, Debug)]
struct Level {
    node: NodeId,
    tags: [u16; TAGS.len()],
    meanings: [u16; MEANINGS.len()],
}

impl Above {
    /// Goes to an element.
    pub fn enter(&mut self, context: &Context, node: NodeId) {
        let Context { doc, facts, .. } = context;
        while self.line.pop_if(|level| !doc.contains(level.node, node)).is_some() {}
        let last = self.line.last().map(|level| level.node);
        self.fresh.extend(doc.lineage(node).take_while(|up| Some(*up) != last));
        while let Some(node) = self.fresh.pop() {
            let nothing = Level { node, tags: [0; TAGS.len()], meanings: [0; MEANINGS.len()] };
            let mut level = Level { node, ..self.line.last().copied().unwrap_or(nothing) };
            let place = self.line.len() as u16 + 1;
            let (tag, hints) = (doc.tag(node), facts.hints(node));
            let tagged = level.tags.iter_mut().zip(TAGS).find(|(_, row)| row.1.contains(&tag));
            tagged.into_iter().for_each(|(nearest, _)| *nearest = place);
            if !hints.is_empty() {
                let meant = level.meanings.iter_mut().zip(MEANINGS).filter(|(_, row)| hints.has(row.1));
                meant.for_each(|(nearest, _)| *nearest = place);
            }
            self.line.push(level);
        }
    }

    /// How many elements there are, the one that was entered too.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.line.len()
    }

    /// How far up the nearest is of each row of `block::TAGS`.
    pub fn tags(&self) -> impl Iterator<Item = f32> {
        let nearest = self.line.last().map_or([0; TAGS.len()], |level| level.tags);
        nearest.into_iter().map(|place| self.levels(place))
    }

    /// How far up the nearest is of each row of `block::MEANINGS`.
    pub fn meanings(&self) -> impl Iterator<Item = f32> {
        let nearest = self.line.last().map_or([0; MEANINGS.len()], |level| level.meanings);
        nearest.into_iter().map(|place| self.levels(place))
    }

    fn levels(&self, place: u16) -> f32 {
        if place == 0 { FAR } else { (self.line.len().saturating_sub(usize::from(place)) as f32).min(FAR) }
    }
}
