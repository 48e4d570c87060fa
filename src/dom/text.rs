//! Counting and comparing text, in any script and without tables of Unicode.

mod lookup;
mod lower;
mod plain;

pub use lookup::Lookup;
pub use lower::{lower, lower_of};
pub use plain::plain;

/// How the characters of a text divide: what facts and features are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// Characters that are not white space.
    pub chars: u32,
    /// Words: runs between spaces; in scripts without spaces every second character of Han, kana or Hangul-free text,
    /// every fifth of Thai, Lao, Khmer and Burmese (their mean lengths of a word).
    pub words: u32,
    /// Commas of any script.
    pub commas: u32,
    /// Ends of sentences of any script.
    pub stops: u32,
    /// Digits of any script that has decimal ones in the tables below.
    pub digits: u32,
    /// Capital letters.
    pub capitals: u32,
}

impl std::ops::Add for Counts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            chars: self.chars + other.chars,
            words: self.words + other.words,
            commas: self.commas + other.commas,
            stops: self.stops + other.stops,
            digits: self.digits + other.digits,
            capitals: self.capitals + other.capitals,
        }
    }
}

/// Whether a character is written without spaces between words, and how many of them make a word.
fn chars_per_word(c: char) -> Option<u32> {
    match c as u32 {
        0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => Some(2),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF => Some(5),
        _ => None,
    }
}

/// Whether a character is an ideograph or a syllable of Chinese or Japanese.
#[must_use]
pub fn is_cjk(c: char) -> bool {
    chars_per_word(c) == Some(2)
}

/// Marks that part clauses, in the scripts that have their own.
#[must_use]
pub fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،' | '、' | '，' | ';' | '；' | '؛' | '﹐' | '﹑' | '⸲' | '⸴' | '⹁' | '︐' | '︑')
}

/// Marks that end sentences, in the scripts that have their own.
#[must_use]
pub fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '…' | '؟' | '۔' | '।' | '॥' | '።' | '။' | '។' | '։' | '．' | '｡')
}

/// Quotation marks and brackets that may follow the end of a sentence.
#[must_use]
pub fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '«' | '“' | '」' | '』' | '）' | ')' | ']' | '›' | '*')
}

/// A decimal digit's value, in any of the scripts that dates are written in.
#[must_use]
pub fn digit(c: char) -> Option<u32> {
    const ZEROS: [u32; 15] =
        [0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0xFF10];
    let code = c as u32;
    if c.is_ascii() {
        return code.checked_sub(0x30).filter(|value| *value < 10);
    }
    ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero)
}

/// Counts a text.
#[must_use]
pub fn count(text: &str) -> Counts {
    let mut counts = Counts::default();
    let mut in_word = false;
    // Characters of scripts without spaces, in tenths of a word.
    let mut tenths = 0;
    for c in text.chars() {
        // Most of most texts.
        if c.is_ascii_alphabetic() {
            counts.chars += 1;
            counts.words += u32::from(!in_word);
            in_word = true;
            counts.capitals += u32::from(c.is_ascii_uppercase());
            continue;
        }
        if is_space(c) {
            in_word = false;
            continue;
        }
        counts.chars += 1;
        counts.commas += u32::from(is_comma(c));
        counts.stops += u32::from(is_stop(c));
        if let Some(chars) = chars_per_word(c) {
            tenths += 10 / chars;
            in_word = false;
        } else if c.is_alphanumeric() {
            counts.words += u32::from(!in_word);
            in_word = true;
            counts.digits += u32::from(digit(c).is_some());
            counts.capitals += u32::from(c.is_uppercase());
        }
    }
    counts.words += tenths.div_ceil(10);
    counts
}

/// White space as HTML collapses it, with the no-break and ideographic blanks that pages indent with.
#[must_use]
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// A text on one line: runs of white space as one space, none at the ends, and nothing in it that is no text.
#[must_use]
pub fn collapse(text: &str) -> String {
    let text = &*plain(text);
    let mut line = String::with_capacity(text.len());
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether there is nothing in a text but white space.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}

/// A text's words in lower case, marks dropped, joined by single spaces: what is compared when two texts may say the
/// same.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(text, &mut folded);
    folded
}

/// Adds a folded text to another.
pub fn fold_onto(text: &str, folded: &mut String) {
    let start = folded.len();
    let mut gap = false;
    let mut rest = text;
    loop {
        // Most words are of ASCII: they are taken whole.
        let end = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if !word.is_empty() {
            if std::mem::take(&mut gap) && folded.len() > start {
                folded.push(' ');
            }
            let begun = folded.len();
            folded.push_str(word);
            folded.get_mut(begun..).into_iter().for_each(str::make_ascii_lowercase);
        }
        let mut chars = after.chars();
        let Some(c) = chars.next() else { return };
        rest = chars.as_str();
        let is_word = if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || is_mark(c) };
        if !is_word {
            gap |= !matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\'' | '’');
            continue;
        }
        if std::mem::take(&mut gap) && folded.len() > start {
            folded.push(' ');
        }
        folded.push(lower_of(c));
    }
}

/// The signs of the words of a folded text, one bit of 64 for each: a text whose signs another lacks holds words that the
/// other lacks.
#[must_use]
pub fn signs(folded: &str) -> u64 {
    words(folded).fold(0, |signs, word| signs | sign(word))
}

/// Vowel signs and other marks that belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x900..=0xDFF | 0xE31..=0xE4E | 0x64B..=0x65F | 0x102B..=0x103E | 0x17B4..=0x17D3)
        && !c.is_alphanumeric()
        && !matches!(c, '।' | '॥')
}

/// How alike two folded texts are: see [`Bag::likeness`].
#[must_use]
pub fn likeness(a: &str, b: &str) -> f32 {
    Bag::of(a).likeness(b, u64::MAX)
}

/// The words of a folded text that others are compared with.
#[derive(Clone, Debug, Default)]
pub struct Bag<'a> {
    /// Each word's place among the numbers.
    words: Lookup<'a, usize>,
    /// How often each word occurs.
    numbers: Vec<usize>,
    total: usize,
    /// The signs of the words: most others are told from them by theirs.
    signs: u64,
}

/// One of 64 bits that a word's first byte and its length stand for.
#[must_use]
pub fn sign(word: &str) -> u64 {
    let first = word.as_bytes().first().copied().unwrap_or(0);
    1 << ((usize::from(first) * 5 + word.len()) % 64)
}

impl<'a> Bag<'a> {
    /// The words of a folded text.
    #[must_use]
    pub fn of(folded: &'a str) -> Self {
        let mut bag = Self::default();
        for word in words(folded) {
            let place = *bag.words.of(word, || bag.numbers.len());
            if place == bag.numbers.len() {
                bag.numbers.push(0);
            }
            bag.numbers.get_mut(place).into_iter().for_each(|number| *number += 1);
            bag.signs |= sign(word);
            bag.total += 1;
        }
        bag
    }

    /// How alike another folded text is: twice the shared words over all words, 0 to 1. Words count as often as they
    /// occur. `signs` are those of the other's words, or more: where none of the bag's is among them nothing is shared.
    #[must_use]
    pub fn likeness(&self, folded: &str, signs: u64) -> f32 {
        if self.signs & signs == 0 {
            return 0.0;
        }
        let (shared, other) = self.count(folded);
        let total = self.total + other;
        if total == 0 { 0.0 } else { 2.0 * shared as f32 / total as f32 }
    }

    /// How many words it has.
    #[must_use]
    pub fn total(&self) -> usize {
        self.total
    }

    /// How many of another folded text's words it has too.
    #[must_use]
    pub fn shared(&self, folded: &str) -> usize {
        self.count(folded).0
    }

    /// How many of another folded text's words it has too, and how many there are.
    fn count(&self, folded: &str) -> (usize, usize) {
        let (mut total, mut shared) = (0usize, 0usize);
        let mut left = self.numbers.clone();
        for word in words(folded) {
            total += 1;
            if self.signs & sign(word) == 0 {
                continue;
            }
            let left = self.words.get(word).and_then(|place| left.get_mut(*place));
            if let Some(left) = left.filter(|left| **left > 0) {
                *left -= 1;
                shared += 1;
            }
        }
        (shared, total)
    }
}

/// The words of a folded text; in Chinese and Japanese its characters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let by_sign = !text.is_ascii() && text.chars().any(is_cjk);
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(' ');
        let space = || rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
        let end = if by_sign { rest.chars().next()?.len_utf8() } else { space() };
        let (word, after) = rest.split_at_checked(end).filter(|(word, _)| !word.is_empty())?;
        rest = after;
        Some(word)
    })
}

/// A text's first `most` characters, cut at the end of a word where there is one near.
#[must_use]
pub fn clip(text: &str, most: usize) -> &str {
    let Some((cut, _)) = text.char_indices().nth(most) else { return text };
    let head = text.get(..cut).unwrap_or(text);
    let end = head.rfind(' ').filter(|at| *at > cut / 2).unwrap_or(cut);
    head.get(..end).unwrap_or(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_every_script() {
        assert_eq!(count("The well, which is dry.").words, 5);
        assert_eq!(count("— a — b").words, 2);
        assert_eq!(count("老茶馆里的旧书").words, 4);
        assert_eq!(count("ไทยรัฐออนไลน์").words, 3);
        assert_eq!(count("قافلة كتب، على ظهور الجمال").commas, 1);
        assert_eq!(count("पुल खुला।").stops, 1);
    }

    #[test]
    fn folding_keeps_words_and_drops_marks() {
        assert_eq!(fold("  «Don’t» stop,\n NOW! "), "dont stop now");
        assert_eq!(fold("हिन्दी की"), "हिन्दी की");
        assert_eq!(collapse("\u{a0} a \n\t b\u{3000}"), "a b");
    }

    #[test]
    fn likeness_is_one_for_the_same_words_and_nothing_for_none() {
        assert!((likeness("a b c", "c b a") - 1.0).abs() < f32::EPSILON);
        assert!(likeness("a b", "c d").abs() < f32::EPSILON && likeness("", "").abs() < f32::EPSILON);
    }

    #[test]
    fn digits_of_many_scripts() {
        assert_eq!("१५٣۱๒".chars().filter_map(digit).collect::<Vec<_>>(), [1, 5, 3, 1, 2]);
        assert_eq!(clip("one two three", 8), "one two");
    }
}
