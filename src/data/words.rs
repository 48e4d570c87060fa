//! A table of words.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Words or phrases, parted by bars, that can be asked for one of them. They are laid out at the first question.
#[derive(Debug)]
pub struct Words {
    all: &'static str,
    rows: OnceLock<HashMap<&'static str, usize>>,
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
        self.rows.get_or_init(|| self.rows().zip(0..).collect()).contains_key(word)
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
