//! Gradient-boosted trees: questions on the numbers of a row, answers in whole steps. Only comparisons and sums of whole
//! numbers happen here, so a page gets the same answer on every machine.

use super::row::{Row, WIDTH};

/// What to ask of a row of numbers, and what to make of the answers.
#[derive(Clone, Debug, Default)]
pub struct Forest {
    step: f32,
    groups: usize,
    trees: Vec<Tree>,
    /// The questions of all trees, tree after tree; and their leaves.
    questions: Vec<Question>,
    leaves: Vec<i16>,
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

/// A question about one number of a row.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question {
    /// The number's place.
    pub place: u16,
    /// The key that it is compared with.
    pub border: u16,
    /// What follows where the number is at most the border, and where it is above it: a question, or a leaf below 0.
    pub next: [i8; 2],
}

impl Question {
    fn answer(&self, key: u16) -> i8 {
        let [least, above] = self.next;
        if key <= self.border { least } else { above }
    }
}

/// So many rows go down a tree side by side: the steps of one row wait for each other, those of several do not.
const ABREAST: usize = 8;

/// A tree has fewer questions: a power of two, as [`WIDTH`].
pub const MOST: usize = 32;

impl Forest {
    /// A forest without trees.
    #[must_use]
    pub fn new(step: f32, groups: usize) -> Self {
        Self { step, groups, ..Self::default() }
    }

    /// Takes a tree in. Its questions stand before those that they lead to.
    pub fn plant(&mut self, questions: &[Question], leaves: &[i16]) {
        let depth = depth(questions);
        let questions = append(&mut self.questions, questions);
        let leaves = append(&mut self.leaves, leaves);
        self.trees.push(Tree { questions, leaves, depth });
    }

    /// The same forest where the first numbers of every row are known: it asks about the others alone, which are counted
    /// anew from 0.
    #[must_use]
    pub fn given(&self, known: &[u16]) -> Self {
        let mut forest = Self::new(self.step, self.groups);
        let mut left = Left { all: &[], steps: &[], known, questions: Vec::new(), leaves: Vec::new() };
        for tree in &self.trees {
            left.questions.clear();
            left.leaves.clear();
            (left.all, left.steps) = (tree.questions.of(&self.questions), tree.leaves.of(&self.leaves));
            left.grow(root(left.all));
            forest.plant(&left.questions, &left.leaves);
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
        let mut sums = vec![0i32; self.groups];
        for (at, tree) in self.trees.iter().enumerate() {
            let [answer] = self.answers(tree, std::array::from_ref(row));
            if let Some(sum) = sums.get_mut(at % self.groups) {
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
        let mut sums = [0i32; N];
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
                let key = row.keys().get(usize::from(question.place) % WIDTH).copied().unwrap_or_default();
                let next = question.answer(key);
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

/// The most questions on a way from a tree's beginning to a leaf.
fn depth(questions: &[Question]) -> u8 {
    let mut depths = [1u8; MOST];
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

/// What is left of a tree when some numbers are known.
struct Left<'a> {
    all: &'a [Question],
    steps: &'a [i16],
    known: &'a [u16],
    questions: Vec<Question>,
    leaves: Vec<i16>,
}

impl Left<'_> {
    /// Copies it from a place on; returns what stands for that place.
    fn grow(&mut self, mut at: i8) -> i8 {
        while let Some(question) = usize::try_from(at).ok().and_then(|at| self.all.get(at)) {
            let Some(key) = self.known.get(usize::from(question.place)) else {
                let own = self.questions.len();
                let place = question.place - self.known.len() as u16;
                self.questions.push(Question { place, ..*question });
                let next = question.next.map(|next| self.grow(next));
                self.questions.get_mut(own).into_iter().for_each(|question| question.next = next);
                return own as i8;
            };
            at = question.answer(*key);
        }
        self.leaves.push(self.steps.get(leaf(at)).copied().unwrap_or(0));
        -(self.leaves.len() as i8)
    }
}
