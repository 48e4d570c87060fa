//! Gradient-boosted trees as a compact table: questions on named numbers, answers in whole steps.
//!
//! The layout of one, little-endian, as `training/forest.py` writes it:
//!
//! ```text
//! u16 numbers asked about, and for each:  u16 its place in the row, u8 n, n × f32 borders, ascending
//! f32 the worth of one step
//! u8  groups (kinds of answer), and for each: i32 steps to begin with
//! u16 trees, in turn one for each group, and for each:
//!     u8 questions n, n × (u8 number asked about, u8 border, i8 if at most the border, i8 if above it), (n + 1) × i16 steps
//!     where what follows a question is another question, or, below 0, the leaf with that number from −1 down
//! ```
//!
//! Only comparisons and sums of whole numbers happen here, so a page gets the same answer on every machine.

use super::model::ModelError;

/// What to ask of a row of numbers, and what to make of the answers.
#[derive(Clone, Debug, Default)]
pub struct Forest {
    columns: Vec<Column>,
    step: f32,
    start: Vec<i32>,
    trees: Vec<Tree>,
}

#[derive(Clone, Debug)]
struct Column {
    place: u16,
    borders: Vec<f32>,
}

#[derive(Clone, Debug)]
struct Tree {
    questions: Vec<Question>,
    leaves: Vec<i16>,
}

#[derive(Clone, Copy, Debug)]
struct Question {
    place: u16,
    border: f32,
    least: i8,
    above: i8,
}

impl Forest {
    /// Reads a forest and says where in the bytes it ends.
    ///
    /// # Errors
    /// When the bytes end too early or a tree leads nowhere.
    pub fn read(bytes: &mut Bytes) -> Result<Self, ModelError> {
        let mut forest = Self::default();
        for _ in 0..bytes.u16()? {
            let place = bytes.u16()?;
            let borders = (0..bytes.u8()?).map(|_| bytes.f32()).collect::<Result<_, _>>()?;
            forest.columns.push(Column { place, borders });
        }
        forest.step = bytes.f32()?;
        forest.start = (0..bytes.u8()?).map(|_| bytes.i32()).collect::<Result<_, _>>()?;
        for _ in 0..bytes.u16()? {
            let tree = forest.tree(bytes)?;
            forest.trees.push(tree);
        }
        if forest.start.is_empty() { Err(ModelError::Broken) } else { Ok(forest) }
    }

    fn tree(&self, bytes: &mut Bytes) -> Result<Tree, ModelError> {
        let count = bytes.u8()?;
        let mut questions = Vec::with_capacity(usize::from(count));
        for at in 0..i16::from(count) {
            let column = self.columns.get(usize::from(bytes.u8()?)).ok_or(ModelError::Broken)?;
            let border = *column.borders.get(usize::from(bytes.u8()?)).ok_or(ModelError::Broken)?;
            let question = Question { place: column.place, border, least: bytes.i8()?, above: bytes.i8()? };
            // Every step leads on, so that no file can make the walk go round.
            let leads_on = |next: i8| {
                let next = i16::from(next);
                if next < 0 { -next - 1 <= i16::from(count) } else { next > at && next < i16::from(count) }
            };
            if !leads_on(question.least) || !leads_on(question.above) {
                return Err(ModelError::Broken);
            }
            questions.push(question);
        }
        let leaves = (0..=count).map(|_| bytes.i16()).collect::<Result<_, _>>()?;
        Ok(Tree { questions, leaves })
    }

    /// How long a row must be for all that is asked of it.
    #[cfg(test)]
    pub fn width(&self) -> usize {
        self.columns.iter().map(|column| usize::from(column.place) + 1).max().unwrap_or(0)
    }

    /// The score of each group for a row: log-odds.
    #[must_use]
    pub fn scores(&self, row: &[f32]) -> Vec<f32> {
        let mut sums = self.start.clone();
        let groups = sums.len();
        for (at, tree) in self.trees.iter().enumerate() {
            if let Some(sum) = sums.get_mut(at % groups) {
                *sum += i32::from(tree.answer(row));
            }
        }
        sums.into_iter().map(|sum| sum as f32 * self.step).collect()
    }

    /// The only group's score.
    #[must_use]
    pub fn score(&self, row: &[f32]) -> f32 {
        let start = self.start.first().copied().unwrap_or(0);
        self.trees.iter().fold(start, |sum, tree| sum + i32::from(tree.answer(row))) as f32 * self.step
    }
}

impl Tree {
    fn answer(&self, row: &[f32]) -> i16 {
        let mut at = if self.questions.is_empty() { -1 } else { 0 };
        while let Ok(index) = usize::try_from(at) {
            let Some(question) = self.questions.get(index) else { return 0 };
            let value = row.get(usize::from(question.place)).copied().unwrap_or(0.0);
            at = if value <= question.border { question.least } else { question.above };
        }
        self.leaves.get(usize::from(at.unsigned_abs()) - 1).copied().unwrap_or(0)
    }
}

/// A file read from its start.
pub struct Bytes<'a>(pub &'a [u8]);

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let (taken, rest) = self.0.split_first_chunk::<N>().ok_or(ModelError::Short)?;
        self.0 = rest;
        Ok(*taken)
    }

    pub fn u8(&mut self) -> Result<u8, ModelError> {
        Ok(u8::from_le_bytes(self.take()?))
    }

    fn i8(&mut self) -> Result<i8, ModelError> {
        Ok(i8::from_le_bytes(self.take()?))
    }

    pub fn u16(&mut self) -> Result<u16, ModelError> {
        Ok(u16::from_le_bytes(self.take()?))
    }

    fn i16(&mut self) -> Result<i16, ModelError> {
        Ok(i16::from_le_bytes(self.take()?))
    }

    fn i32(&mut self) -> Result<i32, ModelError> {
        Ok(i32::from_le_bytes(self.take()?))
    }

    pub fn u32(&mut self) -> Result<u32, ModelError> {
        Ok(u32::from_le_bytes(self.take()?))
    }

    pub fn f32(&mut self) -> Result<f32, ModelError> {
        Ok(f32::from_le_bytes(self.take()?))
    }
}
