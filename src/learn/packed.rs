//! Forests in a file, as `training/forest.py` writes them, little-endian:
//!
//! ```text
//! u16 numbers asked about, and for each:  u16 its place in the row, u8 how many borders it has
//! their borders (keys of a row), ascending, each as what it is above the one before it:
//!     u8 for each: the low byte
//!     u8 for each: the high byte
//! f32 the worth of one step
//! u8  groups (kinds of answer), to which the trees belong by turns
//! u16 trees, and of all of them one after the other:
//!     u8 for each: how many steps each of its leaves' steps is
//!     a bit for each question (1) and leaf (0), a question before what follows where the number is at most the border,
//!       that before what follows where it is above; the first bit is a byte's lowest
//!     u8 for each question: the number asked about
//!     u8 for each question: the border
//!     i8 for each leaf: its steps
//! ```

use super::forest::{Forest, MOST, Question, Tree};
use super::model::ModelError;
use super::row::WIDTH;

/// A file read from its start.
pub struct Bytes<'a>(pub &'a [u8]);

struct Column {
    place: u16,
    borders: Vec<u16>,
}

impl<'a> Bytes<'a> {
    /// Reads a forest.
    ///
    /// # Errors
    /// When the bytes end too early, or ask for what there is not.
    pub fn forest(&mut self) -> Result<Forest, ModelError> {
        let columns = self.columns()?;
        let (step, groups) = (self.f32()?, self.u8()?);
        let count = self.u16()?;
        let scales = self.bytes(count.into())?;
        let mut bits = Bits { bytes: self, byte: 0, left: 0 };
        let mut trees = scales.iter().map(|_| bits.tree()).collect::<Result<Vec<_>, _>>()?;
        let questions = trees.iter().map(|(questions, _)| questions.len()).sum();
        let mut numbers = self.bytes(questions)?.iter().zip(self.bytes(questions)?);
        for (question, (asked, border)) in trees.iter_mut().flat_map(|tree| &mut tree.0).zip(&mut numbers) {
            let column = columns.get(usize::from(*asked)).ok_or(ModelError::Broken)?;
            question.place = column.place;
            question.border = *column.borders.get(usize::from(*border)).ok_or(ModelError::Broken)?;
        }
        let mut grown: Vec<Tree> = Vec::with_capacity(trees.len());
        for (scale, (questions, leaves)) in scales.iter().zip(trees) {
            let steps = self.bytes(leaves)?.iter().map(|step| i16::from(step.cast_signed()) * i16::from(*scale));
            grown.push((questions, steps.collect()));
        }
        Ok(Forest::of(step, usize::from(groups).max(1), &grown))
    }

    fn columns(&mut self) -> Result<Vec<Column>, ModelError> {
        let mut columns = Vec::new();
        let mut all = 0;
        for _ in 0..self.u16()? {
            let (place, count) = (self.u16()?, usize::from(self.u8()?));
            if usize::from(place) >= WIDTH {
                return Err(ModelError::Broken);
            }
            columns.push(Column { place, borders: vec![0; count] });
            all += count;
        }
        let mut steps = self.bytes(all)?.iter().zip(self.bytes(all)?);
        for column in &mut columns {
            let mut below = 0u16;
            for (border, (low, high)) in column.borders.iter_mut().zip(&mut steps) {
                below = below.wrapping_add(u16::from_le_bytes([*low, *high]));
                *border = below;
            }
        }
        Ok(columns)
    }

    fn bytes(&mut self, count: usize) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(ModelError::Short)?;
        self.0 = rest;
        Ok(taken)
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let (taken, rest) = self.0.split_first_chunk::<N>().ok_or(ModelError::Short)?;
        self.0 = rest;
        Ok(*taken)
    }

    pub fn u8(&mut self) -> Result<u8, ModelError> {
        Ok(u8::from_le_bytes(self.take()?))
    }

    pub fn u16(&mut self) -> Result<u16, ModelError> {
        Ok(u16::from_le_bytes(self.take()?))
    }

    pub fn u32(&mut self) -> Result<u32, ModelError> {
        Ok(u32::from_le_bytes(self.take()?))
    }

    fn f32(&mut self) -> Result<f32, ModelError> {
        Ok(f32::from_le_bytes(self.take()?))
    }
}

/// The shapes of trees.
struct Bits<'a, 'b> {
    bytes: &'a mut Bytes<'b>,
    byte: u8,
    left: u8,
}

impl Bits<'_, '_> {
    fn next(&mut self) -> Result<bool, ModelError> {
        if self.left == 0 {
            (self.byte, self.left) = (self.bytes.u8()?, 8);
        }
        let bit = self.byte & 1 == 1;
        self.byte >>= 1;
        self.left -= 1;
        Ok(bit)
    }

    /// A tree's questions, which as yet ask about nothing, and how many leaves it has.
    fn tree(&mut self) -> Result<(Vec<Question>, usize), ModelError> {
        let (mut questions, mut leaves) = (Vec::<Question>::new(), 0usize);
        // The questions above, and which of their answers comes next.
        let mut open: Vec<(usize, usize)> = Vec::new();
        loop {
            let asks = self.next()?;
            let own = if asks { questions.len() as i8 } else { -(leaves as i8) - 1 };
            if let Some((above, answer)) = open.last().copied() {
                let next = questions.get_mut(above).and_then(|question| question.next.get_mut(answer));
                next.into_iter().for_each(|next| *next = own);
            }
            if asks {
                open.push((questions.len(), 0));
                questions.push(Question::default());
                if questions.len() >= MOST {
                    return Err(ModelError::Broken);
                }
                continue;
            }
            leaves += 1;
            while open.pop_if(|(_, answer)| *answer == 1).is_some() {}
            match open.last_mut() {
                Some((_, answer)) => *answer = 1,
                None => return Ok((questions, leaves)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::features::Sink;
    use super::super::forest::TREES;
    use super::super::row::Row;
    use super::*;

    /// One number with two borders (1 and 2), one tree with two questions: up to 1, up to 2, above.
    const FILE: [u8; 23] = [1, 0, 0, 0, 2, 0x80, 0x80, 0xBF, 0, 0, 0, 0x80, 0x3F, 1, 1, 0, 2, 0b00101, 0, 0, 0, 1, 5];

    fn read(tail: &[u8]) -> Result<Forest, ModelError> {
        Bytes(&[&FILE, tail].concat()).forest()
    }

    #[test]
    fn a_tree_leads_each_number_to_its_leaf() {
        let forest = read(&[0xFE, 7]).expect("a forest");
        for (number, score) in [(0.0, 10.0), (1.0, 10.0), (1.5, -4.0), (2.0, -4.0), (3.0, 14.0)] {
            let mut row = Row::default();
            row.put("number", number);
            assert!((forest.score(&row) - score).abs() < f32::EPSILON, "{number}: {}", forest.score(&row));
            let left = forest.given(&[]).score(&row, &mut [0; TREES]);
            assert!((left - score).abs() < f32::EPSILON, "{number}: {left}");
        }
    }

    #[test]
    fn what_is_cut_short_or_never_ends_is_refused() {
        assert_eq!(read(&[0xFE]).err(), Some(ModelError::Short));
        let endless = [&FILE[..17], &[0xFF; 40]].concat();
        assert_eq!(Bytes(&endless).forest().err(), Some(ModelError::Broken));
    }
}
