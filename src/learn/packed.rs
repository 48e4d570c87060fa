//! Forests in a file, as `training/forest.py` writes them, little-endian:
//!
//! ```text
//! u16 numbers asked about, and for each:  u16 its place in the row, u8 n, n × u16 borders (keys of a row), ascending
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

impl Bytes<'_> {
    /// Reads a forest.
    ///
    /// # Errors
    /// When the bytes end too early, or ask for what there is not.
    pub fn forest(&mut self) -> Result<Forest, ModelError> {
        let columns = (0..self.u16()?).map(|_| self.column()).collect::<Result<Vec<_>, _>>()?;
        let (step, groups) = (self.f32()?, self.u8()?);
        let scales = (0..self.u16()?).map(|_| self.u8()).collect::<Result<Vec<_>, _>>()?;
        let mut bits = Bits { bytes: self, byte: 0, left: 0 };
        let mut trees = scales.iter().map(|_| bits.tree()).collect::<Result<Vec<_>, _>>()?;
        let questions = || 0..trees.iter().map(|(questions, _)| questions.len()).sum::<usize>();
        let asked = questions().map(|_| self.u8()).collect::<Result<Vec<_>, _>>()?;
        let borders = questions().map(|_| self.u8()).collect::<Result<Vec<_>, _>>()?;
        let mut numbers = asked.into_iter().zip(borders);
        for (question, (asked, border)) in trees.iter_mut().flat_map(|tree| &mut tree.0).zip(&mut numbers) {
            let column = columns.get(usize::from(asked)).ok_or(ModelError::Broken)?;
            question.place = column.place;
            question.border = *column.borders.get(usize::from(border)).ok_or(ModelError::Broken)?;
        }
        let mut grown: Vec<Tree> = Vec::with_capacity(trees.len());
        for (scale, (questions, leaves)) in scales.into_iter().zip(trees) {
            let steps = (0..leaves).map(|_| Ok(i16::from(self.i8()?) * i16::from(scale)));
            grown.push((questions, steps.collect::<Result<_, _>>()?));
        }
        Ok(Forest::of(step, usize::from(groups).max(1), &grown))
    }

    fn column(&mut self) -> Result<Column, ModelError> {
        let place = self.u16()?;
        let borders = (0..self.u8()?).map(|_| self.u16()).collect::<Result<_, _>>()?;
        if usize::from(place) < WIDTH { Ok(Column { place, borders }) } else { Err(ModelError::Broken) }
    }

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
    use super::super::row::Row;
    use super::*;

    /// One number with two borders (1 and 2), one tree with two questions: up to 1, up to 2, above.
    const FILE: [u8; 23] = [1, 0, 0, 0, 2, 0x80, 0xBF, 0, 0xC0, 0, 0, 0x80, 0x3F, 1, 1, 0, 2, 0b00101, 0, 0, 0, 1, 5];

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
            let left = forest.given(&[]).score(&row, &mut Vec::new());
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
