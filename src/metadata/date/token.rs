//! Numbers, words and marks.

use crate::dom::text::{digit, is_cjk, is_space};

/// A number, a word or a mark of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// A number's value, where it has at most nine digits.
    pub number: Option<u32>,
    /// A number's value, where it has at most eighteen.
    pub big: Option<u64>,
    /// How many digits a number has.
    pub digits: u8,
    /// A word in lower case; empty for others.
    pub word: String,
    /// A mark.
    pub mark: Option<char>,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// Parts a text. Digits of every script count; each sign of Han is a word by itself.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let end =
            |chars: &mut std::iter::Peekable<std::str::CharIndices>| chars.peek().map_or(text.len(), |(at, _)| *at);
        if is_space(c) || is_invisible(c) {
            continue;
        }
        let mut token = Token { start, ..Token::default() };
        if digit(c).is_some() {
            let mut value: u64 = 0;
            let mut next = Some(c);
            while let Some(digit) = next.and_then(digit) {
                value = value.saturating_mul(10).saturating_add(u64::from(digit));
                token.digits = token.digits.saturating_add(1);
                next = chars.peek().map(|(_, c)| *c);
                if next.and_then(crate::dom::text::digit).is_some() {
                    chars.next();
                }
            }
            token.big = (token.digits <= 18).then_some(value);
            token.number = u32::try_from(value).ok().filter(|_| token.digits <= 9);
        } else if is_cjk(c) {
            token.word.push(c);
        } else if is_letter(c) {
            token.word.push(crate::dom::text::lower_of(c));
            while let Some((_, c)) =
                chars.next_if(|(_, c)| is_letter(*c) && !is_cjk(*c) && digit(*c).is_none() || is_invisible(*c))
            {
                if !is_invisible(c) {
                    token.word.push(crate::dom::text::lower_of(c));
                }
            }
        } else {
            token.mark = Some(c);
        }
        token.end = end(&mut chars);
        tokens.push(token);
    }
    tokens
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{ad}')
}

/// A letter or a sign that belongs to one: vowel signs of Indic, Thai and Arabic scripts.
fn is_letter(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c as u32, 0x300..=0x36F | 0x64B..=0x65F | 0x93A..=0x94F | 0x9BC..=0x9CD | 0xA3C..=0xA4D | 0xABC..=0xACD | 0xBBE..=0xBCD | 0xC3E..=0xC4D | 0xCBC..=0xCCD | 0xD3B..=0xD4D | 0xE31..=0xE3A | 0xE47..=0xE4E)
        || matches!(c, 'º' | 'ª')
}
