//! A table of words.

use std::sync::OnceLock;

use crate::dom::text::Lookup;

/// Words or phrases, parted by bars, that can be asked for one of them. They are laid out at the first question.
#[derive(Debug)]
pub struct Words {
    all: &'static str,
    rows: OnceLock<Lookup<'static, ()>>,
}

impl Words {
    /// A table.
    #[must_use]
    pub const fn new(all: &'static str) -> Self {
        Self { all, rows: OnceLock::new() }
    }

    /// Its words, in order.
    pub fn rows(&self) -> std::str::Split<'static, char> {
        self.all.split('|')
    }

    /// Whether it holds a word, from the first sign to the last.
    #[must_use]
    pub fn holds(&self, word: &str) -> bool {
        let rows = self.rows.get_or_init(|| {
            let mut rows = Lookup::default();
            self.rows().for_each(|row| {
                rows.of(row, || ());
            });
            rows
        });
        rows.get(word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_held_whole() {
        static TABLE: Words = Words::new("by|text by|por");
        assert!(TABLE.holds("text by") && TABLE.holds("por"));
        assert!(!TABLE.holds("text") && !TABLE.holds("po") && !TABLE.holds("by|text by") && !TABLE.holds(""));
        assert_eq!(TABLE.rows().count(), 3);
    }
}
