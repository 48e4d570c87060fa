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

use super::features::Sink;
use super::model::ModelError;

/// What to ask of a row of numbers, and what to make of the answers.
#[derive(Clone, Debug, Default)]
pub struct Forest {
    step: f32,
    start: Vec<i32>,
    trees: Vec<Tree>,
    /// The questions of all trees, tree after tree; and their leaves.
    questions: Vec<Question>,
    leaves: Vec<i16>,
}

#[derive(Clone, Debug)]
struct Column {
    place: u16,
    borders: Vec<f32>,
}

#[derive(Clone, Copy, Debug)]
struct Tree {
    /// Where its questions and its leaves lie.
    questions: Span,
    leaves: Span,
    /// The most questions on a way to a leaf.
    depth: u8,
}

#[derive(Clone, Copy, Debug)]
struct Span {
    start: u32,
    number: u8,
}

impl Span {
    fn of<T>(self, all: &[T]) -> &[T] {
        let start = self.start as usize;
        all.get(start..start + usize::from(self.number)).unwrap_or_default()
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Question {
    border: f32,
    place: u16,
    /// What follows where the number is at most the border, and where it is above it: a question, or a leaf below 0.
    next: [i8; 2],
}

impl Question {
    fn answer(&self, row: &[f32]) -> i8 {
        let value = row.get(usize::from(self.place)).copied().unwrap_or(0.0);
        let [least, above] = self.next;
        if value <= self.border { least } else { above }
    }
}

/// So many rows go down a tree side by side: the steps of one row wait for each other, those of several do not.
const ABREAST: usize = 8;

/// The most numbers of a row, and the most questions of a tree: powers of two, so that no bound has to be looked at.
const WIDTH: usize = 512;
const MOST: usize = 32;

/// A row of numbers; those that nobody has put in are 0.
#[derive(Clone, Debug)]
pub struct Row {
    numbers: [f32; WIDTH],
    length: usize,
}

impl Default for Row {
    fn default() -> Self {
        Self { numbers: [0.0; WIDTH], length: 0 }
    }
}

impl Row {
    /// The numbers that were put in.
    pub fn numbers(&self) -> &[f32] {
        self.numbers.get(..self.length).unwrap_or_default()
    }

    /// Begins anew.
    pub fn clear(&mut self) {
        self.length = 0;
    }
}

impl Sink for Row {
    fn put(&mut self, _: &'static str, value: f32) {
        if let Some(place) = self.numbers.get_mut(self.length) {
            *place = value;
            self.length += 1;
        }
    }

    fn family(&mut self, _: &'static str, _: usize) {}
}

impl Forest {
    /// Reads a forest and says where in the bytes it ends.
    ///
    /// # Errors
    /// When the bytes end too early or a tree leads nowhere.
    pub fn read(bytes: &mut Bytes) -> Result<Self, ModelError> {
        let mut forest = Self::default();
        let mut columns = Vec::new();
        for _ in 0..bytes.u16()? {
            let place = bytes.u16()?;
            if usize::from(place) >= WIDTH {
                return Err(ModelError::Broken);
            }
            let borders = (0..bytes.u8()?).map(|_| bytes.f32()).collect::<Result<_, _>>()?;
            columns.push(Column { place, borders });
        }
        forest.step = bytes.f32()?;
        forest.start = (0..bytes.u8()?).map(|_| bytes.i32()).collect::<Result<_, _>>()?;
        for _ in 0..bytes.u16()? {
            let (questions, leaves) = tree(&columns, bytes)?;
            forest.plant(&questions, &leaves);
        }
        if forest.start.is_empty() { Err(ModelError::Broken) } else { Ok(forest) }
    }

    /// Takes a tree in.
    fn plant(&mut self, questions: &[Question], leaves: &[i16]) {
        let depth = depth(questions);
        let questions = append(&mut self.questions, questions);
        let leaves = append(&mut self.leaves, leaves);
        self.trees.push(Tree { questions, leaves, depth });
    }

    /// The same forest where the first numbers of every row are known: it asks about the others alone, which are counted
    /// anew from 0.
    #[must_use]
    pub fn given(&self, known: &[f32]) -> Self {
        let mut forest = Self { step: self.step, start: self.start.clone(), ..Self::default() };
        let (mut questions, mut leaves) = (Vec::new(), Vec::new());
        for tree in &self.trees {
            questions.clear();
            leaves.clear();
            let (all, steps) = (tree.questions.of(&self.questions), tree.leaves.of(&self.leaves));
            grow(all, steps, known, root(all), &mut questions, &mut leaves);
            forest.plant(&questions, &leaves);
        }
        forest
    }

    /// How long a row must be for all that is asked of it.
    #[cfg(test)]
    pub fn width(&self) -> usize {
        self.questions.iter().map(|question| usize::from(question.place) + 1).max().unwrap_or(0)
    }

    /// The score of each group for a row: log-odds.
    #[must_use]
    pub fn scores(&self, row: &Row) -> Vec<f32> {
        let mut sums = self.start.clone();
        let groups = sums.len();
        for (at, tree) in self.trees.iter().enumerate() {
            let [answer] = self.answers(tree, std::array::from_ref(row));
            if let Some(sum) = sums.get_mut(at % groups) {
                *sum += i32::from(answer);
            }
        }
        sums.into_iter().map(|sum| sum as f32 * self.step).collect()
    }

    /// The only group's score.
    #[must_use]
    pub fn score(&self, row: &Row) -> f32 {
        let [score] = self.scores_abreast(std::array::from_ref(row));
        score
    }

    /// The only group's score for each of several rows.
    #[must_use]
    pub fn scores_of(&self, rows: &[Row]) -> Vec<f32> {
        let (eights, rest) = rows.as_chunks::<ABREAST>();
        let eights = eights.iter().flat_map(|rows| self.scores_abreast(rows));
        eights.chain(rest.iter().map(|row| self.score(row))).collect()
    }

    fn scores_abreast<const N: usize>(&self, rows: &[Row; N]) -> [f32; N] {
        let mut sums = [self.start.first().copied().unwrap_or(0); N];
        for tree in &self.trees {
            for (sum, answer) in sums.iter_mut().zip(self.answers(tree, rows)) {
                *sum += i32::from(answer);
            }
        }
        sums.map(|sum| sum as f32 * self.step)
    }

    /// What a tree answers to some rows. Each goes as many steps as the deepest may need: who is at a leaf stays there.
    fn answers<const N: usize>(&self, tree: &Tree, rows: &[Row; N]) -> [i16; N] {
        let all = tree.questions.of(&self.questions);
        let mut questions = [Question::default(); MOST];
        questions.iter_mut().zip(all).for_each(|(place, question)| *place = *question);
        let mut places = [root(all); N];
        for _ in 0..tree.depth {
            for (at, row) in places.iter_mut().zip(rows) {
                let question = questions.get(*at as usize % MOST).copied().unwrap_or_default();
                let value = row.numbers.get(usize::from(question.place) % WIDTH).copied().unwrap_or(0.0);
                let [least, above] = question.next;
                let next = if value <= question.border { least } else { above };
                *at = if *at < 0 { *at } else { next };
            }
        }
        let leaves = tree.leaves.of(&self.leaves);
        places.map(|at| leaves.get(leaf(at)).copied().unwrap_or(0))
    }
}

/// Where a tree begins: at its first question, or at its only leaf.
fn root(questions: &[Question]) -> i8 {
    if questions.is_empty() { -1 } else { 0 }
}

/// A leaf's number from 0.
fn leaf(at: i8) -> usize {
    usize::from(at.unsigned_abs()).wrapping_sub(1)
}

fn append<T: Copy>(all: &mut Vec<T>, some: &[T]) -> Span {
    let span = Span { start: all.len() as u32, number: some.len() as u8 };
    all.extend_from_slice(some);
    span
}

/// A tree from a file: its questions and its leaves.
fn tree(columns: &[Column], bytes: &mut Bytes) -> Result<(Vec<Question>, Vec<i16>), ModelError> {
    let count = bytes.u8()?;
    if usize::from(count) > MOST {
        return Err(ModelError::Broken);
    }
    let mut questions = Vec::with_capacity(usize::from(count));
    let mut led = vec![false; usize::from(count)];
    for at in 0..i16::from(count) {
        let column = columns.get(usize::from(bytes.u8()?)).ok_or(ModelError::Broken)?;
        let border = *column.borders.get(usize::from(bytes.u8()?)).ok_or(ModelError::Broken)?;
        let next = [bytes.i8()?, bytes.i8()?];
        // Every step leads on, and to each question one way: no file can make the walk go round or fork without end.
        let mut leads_on = |next: i8| match usize::try_from(next) {
            Ok(place) => i16::from(next) > at && led.get_mut(place).is_some_and(|led| !std::mem::replace(led, true)),
            Err(_) => leaf(next) <= usize::from(count),
        };
        if !next.into_iter().all(&mut leads_on) {
            return Err(ModelError::Broken);
        }
        questions.push(Question { place: column.place, border, next });
    }
    let leaves = (0..=count).map(|_| bytes.i16()).collect::<Result<_, _>>()?;
    Ok((questions, leaves))
}

/// The most questions on a way from a tree's beginning to a leaf.
fn depth(questions: &[Question]) -> u8 {
    let mut depths = vec![1u8; questions.len()];
    let mut most = 0;
    for (at, question) in questions.iter().enumerate() {
        let own = depths.get(at).copied().unwrap_or(0);
        most = most.max(own);
        for next in question.next.iter().filter_map(|next| usize::try_from(*next).ok()) {
            depths.get_mut(next).into_iter().for_each(|depth| *depth = own.saturating_add(1));
        }
    }
    most
}

/// Copies what is left of a tree, from a place on, when some numbers are known; returns what stands for that place.
fn grow(
    all: &[Question],
    steps: &[i16],
    known: &[f32],
    mut at: i8,
    questions: &mut Vec<Question>,
    leaves: &mut Vec<i16>,
) -> i8 {
    let mut asked = None;
    while let Some(question) = usize::try_from(at).ok().and_then(|at| all.get(at)) {
        if usize::from(question.place) >= known.len() {
            asked = Some(question);
            break;
        }
        at = question.answer(known);
    }
    let Some(question) = asked else {
        leaves.push(steps.get(leaf(at)).copied().unwrap_or(0));
        return -(leaves.len() as i8);
    };
    let own = questions.len();
    questions.push(Question { place: question.place - known.len() as u16, ..*question });
    let next = question.next.map(|next| grow(all, steps, known, next, questions, leaves));
    questions.get_mut(own).into_iter().for_each(|question| question.next = next);
    own as i8
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
