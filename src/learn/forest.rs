//! Gradient-boosted trees: questions on the numbers of a row, answers in whole steps. Only comparisons and sums of whole
//! numbers happen here, so a page gets the same answer on every machine.
//!
//! No tree is walked. Each keeps a set of the leaves that it may still lead to, a bit for each, from left to right. Number
//! after number, the questions whose border lies below it strike out the leaves on their left; those borders stand in
//! order, so the first that does not ends the search. The leftmost leaf that is left is the answer: `QuickScorer`, by
//! Lucchese et al., SIGIR 2015.

use std::ops::Range;

use super::row::{Row, WIDTH};

/// What to ask of a row of numbers, and what to make of the answers.
#[derive(Clone, Debug, Default)]
pub struct Forest {
    step: f32,
    groups: usize,
    columns: Vec<Column>,
    nodes: Vec<Node>,
    /// Where each tree's leaves begin, and all leaves.
    trees: Vec<u32>,
    leaves: Vec<i16>,
}

/// The questions about one number, by their borders.
#[derive(Clone, Debug)]
struct Column {
    place: usize,
    nodes: Range<usize>,
}

/// A question: the numbers up to its border lead to the leaves from `first` to before `middle`, those above to the leaves
/// from there to before `end`.
#[derive(Clone, Copy, Debug)]
struct Node {
    border: u16,
    tree: u16,
    first: u8,
    middle: u8,
    end: u8,
}

impl Node {
    fn left(self) -> u32 {
        leaves(self.first, self.middle)
    }

    fn right(self) -> u32 {
        leaves(self.middle, self.end)
    }
}

/// The numbers of some keys in the order of the keys; of like ones the first comes first. One sort of whole numbers for
/// all: each other kind of sort is six thousand bytes of the module.
pub fn in_order(keys: impl Iterator<Item = u32>) -> impl Iterator<Item = usize> {
    let mut rows: Vec<u64> = keys.zip(0u64..).map(|(key, number)| u64::from(key) << 32 | number).collect();
    rows.sort_unstable();
    rows.into_iter().map(|row| row as u32 as usize)
}

/// The set of some leaves.
fn leaves(first: u8, end: u8) -> u32 {
    ((1u64 << end) - (1u64 << first)) as u32
}

/// A tree has at most so many leaves: a bit for each.
pub const MOST: usize = 32;

/// A question as it stands in a tree.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question {
    /// The place of the number that it asks about.
    pub place: u16,
    /// The key that the number is compared with.
    pub border: u16,
    /// What follows where the number is at most the border, and where it is above it: a question, or a leaf below 0.
    pub next: [i8; 2],
}

/// A tree: its questions, each before those that it leads to, and its leaves from left to right.
pub type Tree = (Vec<Question>, Vec<i16>);

impl Forest {
    /// The forest of some trees, which belong to the groups by turns; `step` is the worth of one step.
    #[must_use]
    pub fn of(step: f32, groups: usize, trees: &[Tree]) -> Self {
        let mut forest = Self { step, groups, ..Self::default() };
        let mut nodes: Vec<(u16, Node)> = Vec::new();
        for (number, (questions, leaves)) in trees.iter().enumerate() {
            forest.trees.push(forest.leaves.len() as u32);
            forest.leaves.extend_from_slice(leaves);
            if !questions.is_empty() {
                spread(questions, 0, 0, number as u16, &mut nodes);
            }
        }
        let keys = nodes.iter().map(|(place, node)| u32::from(*place) << 16 | u32::from(node.border));
        for (at, number) in in_order(keys).enumerate() {
            let Some((place, node)) = nodes.get(number).copied() else { continue };
            forest.nodes.push(node);
            match forest.columns.last_mut() {
                Some(column) if column.place == usize::from(place) => column.nodes.end = at + 1,
                _ => forest.columns.push(Column { place: usize::from(place), nodes: at..at + 1 }),
            }
        }
        forest
    }

    /// What is left to ask where the first numbers of every row are known; the others are counted anew from 0.
    #[must_use]
    pub fn given(&self, known: &[u16]) -> Left<'_> {
        let mut left =
            Left { forest: self, open: vec![u32::MAX; self.trees.len()], columns: Vec::new(), nodes: Vec::new() };
        for column in &self.columns {
            let Some(key) = known.get(column.place) else { break };
            for node in self.nodes_of(column) {
                let closed = if *key > node.border { node.left() } else { node.right() };
                left.open.get_mut(usize::from(node.tree)).into_iter().for_each(|open| *open &= !closed);
            }
        }
        for column in self.columns.iter().filter(|column| column.place >= known.len()) {
            let start = left.nodes.len();
            for node in self.nodes_of(column) {
                let open = left.open.get(usize::from(node.tree)).copied().unwrap_or(0);
                if open & node.left() != 0 {
                    left.nodes.push(Strike { border: node.border, tree: node.tree, stays: !node.left() });
                }
            }
            if left.nodes.len() > start {
                left.columns.push(Column { place: column.place - known.len(), nodes: start..left.nodes.len() });
            }
        }
        left
    }

    fn nodes_of(&self, column: &Column) -> &[Node] {
        self.nodes.get(column.nodes.clone()).unwrap_or_default()
    }

    /// How long a row must be for all that is asked of it.
    #[cfg(test)]
    pub fn width(&self) -> usize {
        self.columns.last().map_or(0, |column| column.place + 1)
    }

    /// The score of each group for a row: log-odds.
    #[must_use]
    pub fn scores(&self, row: &Row) -> Vec<f32> {
        let mut sums = vec![0i32; self.groups];
        let open = self.given(row.keys()).open;
        for (tree, (start, open)) in self.trees.iter().zip(open).enumerate() {
            if let Some(sum) = sums.get_mut(tree % self.groups) {
                *sum += self.answer(*start, open);
            }
        }
        sums.into_iter().map(|sum| sum as f32 * self.step).collect()
    }

    /// The only group's score.
    #[must_use]
    pub fn score(&self, row: &Row) -> f32 {
        self.scores(row).first().copied().unwrap_or(0.0)
    }

    /// Whether it can be asked row after row.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.groups == 1 && self.trees.len() <= TREES
    }

    /// The leftmost open leaf's steps.
    fn answer(&self, start: u32, open: u32) -> i32 {
        self.leaves.get(start as usize + open.trailing_zeros() as usize).map_or(0, |steps| i32::from(*steps))
    }
}

/// Tells which leaves a tree's question, and all that it leads to, stand over; returns the leaf after them.
fn spread(questions: &[Question], at: i8, first: u8, tree: u16, nodes: &mut Vec<(u16, Node)>) -> u8 {
    let Some(question) = usize::try_from(at).ok().and_then(|at| questions.get(at)) else { return first + 1 };
    let [least, above] = question.next;
    let middle = spread(questions, least, first, tree, nodes);
    let end = spread(questions, above, middle, tree, nodes);
    nodes.push((question.place, Node { border: question.border, tree, first, middle, end }));
    end
}

/// A forest that is asked row after row has at most so many trees: a power of two, so that no bound has to be looked at.
pub const TREES: usize = 512;

/// Room to work in: the leaves of each tree that are open.
pub type Open = [u32; TREES];

/// A forest of which some numbers are known.
#[derive(Debug)]
pub struct Left<'a> {
    forest: &'a Forest,
    /// The leaves of each tree that are open.
    open: Vec<u32>,
    columns: Vec<Column>,
    nodes: Vec<Strike>,
}

/// What a question strikes out.
#[derive(Clone, Copy, Debug)]
struct Strike {
    border: u16,
    tree: u16,
    stays: u32,
}

impl Left<'_> {
    /// The only group's score for a row; `open` is room to work in.
    #[must_use]
    pub fn score(&self, row: &Row, open: &mut Open) -> f32 {
        open.iter_mut().zip(&self.open).for_each(|(open, known)| *open = *known);
        self.strike(row, open);
        let answers = self.forest.trees.iter().zip(open).map(|(start, open)| self.forest.answer(*start, *open));
        answers.sum::<i32>() as f32 * self.forest.step
    }

    fn strike(&self, row: &Row, open: &mut Open) {
        for column in &self.columns {
            let key = row.keys().get(column.place % WIDTH).copied().unwrap_or(0);
            for node in self.nodes.get(column.nodes.clone()).unwrap_or_default() {
                if key <= node.border {
                    break;
                }
                if let Some(open) = open.get_mut(usize::from(node.tree) % TREES) {
                    *open &= node.stays;
                }
            }
        }
    }
}
