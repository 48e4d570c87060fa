//! From the odds of each block to the blocks that stay.

use super::features::Sink;

/// Where the odds are cut, and what that leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cut {
    /// Whether each block stays.
    pub chosen: Vec<bool>,
    /// The odds at and above which blocks stay.
    pub at: f32,
    /// The F1 of words that this choice can expect.
    pub expected: f32,
}

/// How finely odds are told apart.
const STEPS: usize = 256;

/// Below these odds nothing stays beside what is likelier, however much of it there is: the odds of a page's blocks go
/// wrong together, so that ten pages of conditions of sale do not hold two pages of what was looked for.
const FLOOR: usize = STEPS / 5;

/// The blocks with the best odds, as many as promise the best F1 of words: what is kept and right, twice, over what is
/// kept and what should be. With odds that can be trusted this is the best cut for each page (Lewis 1995).
#[must_use]
pub fn best(odds: &[f32], words: &[f32]) -> Cut {
    let step = |odds: f32| ((odds * STEPS as f32) as usize).min(STEPS - 1);
    let mut steps = [(0.0f32, 0.0f32); STEPS];
    for (odds, words) in odds.iter().zip(words) {
        if let Some((all, right)) = steps.get_mut(step(*odds)) {
            *all += words;
            *right += odds * words;
        }
    }
    let right: f32 = steps.iter().map(|step| step.1).sum();
    let (mut kept, mut kept_right) = (0.0f32, 0.0f32);
    let mut best = (STEPS, 0.0f32);
    for (at, (all, right_here)) in steps.iter().enumerate().rev() {
        if at < FLOOR && kept > 0.0 {
            break;
        }
        kept += all;
        kept_right += right_here;
        let expected = 2.0 * kept_right / (kept + right).max(1e-9);
        if expected > best.1 {
            best = (at, expected);
        }
    }
    Cut {
        chosen: odds.iter().map(|odds| step(*odds) >= best.0).collect(),
        at: best.0 as f32 / STEPS as f32,
        expected: best.1,
    }
}

impl Cut {
    /// What the choice is like as a whole, for the models of the page.
    pub fn summary(&self, odds: &[f32], words: &[f32], sink: &mut impl Sink) {
        let all = || odds.iter().zip(words);
        let sum = |value: fn(f32, f32) -> f32| all().map(|(odds, words)| value(*odds, *words)).sum::<f32>();
        let (words_of_all, right) = (sum(|_, words| words), sum(|odds, words| odds * words));
        let kept = || all().zip(&self.chosen).filter(|row| *row.1).map(|row| row.0);
        let kept_words: f32 = kept().map(|row| *row.1).sum();
        let kept_right: f32 = kept().map(|row| row.0 * row.1).sum();
        sink.put("expected F1", self.expected);
        sink.put("cut", self.at);
        sink.put("chosen words", kept_words);
        sink.put("chosen blocks", kept().count() as f32);
        sink.share("chosen share", kept_words, words_of_all);
        sink.share("chosen right", kept_right, kept_words);
        sink.share("chosen of right", kept_right, right);
        sink.share("right share", right, words_of_all);
        sink.share("unsure", sum(|odds, words| if (0.2..0.8).contains(&odds) { words } else { 0.0 }), right);
        sink.share("long", kept().filter(|row| *row.1 >= 20.0).map(|row| *row.1).sum(), kept_words);
        let at = |chosen: Option<usize>| chosen.map_or(0.0, |at| at as f32);
        sink.share("first", at(self.chosen.iter().position(|chosen| *chosen)), odds.len() as f32);
        sink.share("last", at(self.chosen.iter().rposition(|chosen| *chosen)), odds.len() as f32);
        let ends = self.chosen.windows(2).filter(|pair| matches!(pair, [true, false])).count();
        sink.share("runs", ends as f32, kept().count() as f32);
        sink.put("longest", kept().map(|row| *row.1).fold(0.0, f32::max));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_likely_stays() {
        let cut = best(&[0.9, 0.8, 0.05], &[50.0, 50.0, 100.0]);
        assert_eq!(cut.chosen, [true, true, false]);
        assert!(cut.expected > 0.85 && cut.expected < 0.95, "{}", cut.expected);
    }

    #[test]
    fn much_that_is_unlikely_goes() {
        assert_eq!(best(&[0.6, 0.15], &[100.0, 9000.0]).chosen, [true, false]);
    }

    #[test]
    fn where_nothing_is_likely_the_likeliest_stays() {
        assert_eq!(best(&[0.1, 0.2], &[10.0, 10.0]).chosen, [false, true]);
        assert_eq!(best(&[], &[]).chosen, [] as [bool; 0]);
    }
}
