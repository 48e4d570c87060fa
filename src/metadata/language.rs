//! The language and the direction of the text: what the page declares, unless the text says otherwise.

use std::sync::OnceLock;

use crate::claims::{Claims, Field, Source};
use crate::data::languages::{SCRIPTS, WORDS};
use crate::dom::Document;
use crate::dom::text::Lookup;
use crate::find::Extent;

/// Language and direction.
#[derive(Clone, Debug, Default)]
pub struct Language {
    /// BCP 47.
    pub lang: Option<String>,
    /// `ltr` or `rtl`.
    pub dir: Option<String>,
}

/// How much of the text is looked at, in characters.
const SAMPLE: usize = 8_000;

/// The language: declared, where the text does not clearly speak another; else guessed from the text.
pub fn of(doc: &Document, claims: &Claims, extent: &Extent) -> Language {
    let text = sample(doc, extent);
    let declared = declared(claims);
    let guessed = guess(text, declared.as_deref().map_or("", primary));
    let lang = match (&declared, guessed) {
        (Some(tag), Some(guess)) if primary(tag) == guess.primary() || !guess.sure => Some(tag.clone()),
        (_, Some(guess)) => Some(guess.lang.to_owned()),
        (declared, None) => declared.clone(),
    };
    Language { lang, dir: direction(text) }
}

fn sample<'a>(doc: &'a Document, extent: &Extent) -> &'a str {
    let text = doc.text(extent.core);
    let text = if text.trim().len() < 40 { doc.text(doc.body()) } else { text };
    let end = text.char_indices().nth(SAMPLE).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or(text)
}

/// The tag that the page declares, in BCP 47's form.
fn declared(claims: &Claims) -> Option<String> {
    let order = [Source::Rel, Source::JsonLd, Source::Microdata, Source::OpenGraph, Source::Meta, Source::JsonLdPage];
    order.iter().flat_map(|source| claims.from(Field::Language, *source)).find_map(|claim| tag(&claim.text))
}

/// A language tag as BCP 47 writes it, or nothing where a text is none.
fn tag(text: &str) -> Option<String> {
    let text = text.split([',', ';', ' ']).next().unwrap_or("").replace('_', "-");
    let mut parts = text.split('-').filter(|part| !part.is_empty());
    let primary =
        parts.next().filter(|part| (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphabetic()))?;
    let mut tag = primary.to_ascii_lowercase();
    for part in parts.take_while(|part| part.chars().all(|c| c.is_ascii_alphanumeric())) {
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => {
                let (head, tail) = part.split_at_checked(1).unwrap_or((part, ""));
                tag.push_str(&head.to_ascii_uppercase());
                tag.push_str(&tail.to_ascii_lowercase());
            }
            _ => tag.push_str(part),
        }
    }
    Some(tag)
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// A language guessed from a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Guess {
    lang: &'static str,
    sure: bool,
}

impl Guess {
    fn primary(self) -> &'static str {
        primary(self.lang)
    }
}

/// The language of a text: by its letters where a script has one, else by the words that each language uses most.
fn guess(text: &str, declared: &str) -> Option<Guess> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 30 {
        return None;
    }
    // No script that is told by its letters has any in ASCII.
    let others: Vec<char> = text.chars().filter(|c| !c.is_ascii()).collect();
    let share = |wanted: &dyn Fn(char) -> bool| others.iter().filter(|c| wanted(**c)).count() as f32 / letters as f32;
    let within = |ranges: &[(u32, u32)], c: char| ranges.iter().any(|(from, to)| (*from..=*to).contains(&(c as u32)));
    if share(&|c| within(&[(0x3040, 0x30FF)], c)) > 0.1 {
        return Some(Guess { lang: "ja", sure: true });
    }
    if share(&|c| within(&[(0x4E00, 0x9FFF)], c)) > 0.5 {
        let traditional = "這國會時說們個過學為來對開發經無與當將從關於後還進電話點機".chars();
        let count = |signs: std::str::Chars| signs.map(|sign| text.matches(sign).count()).sum::<usize>();
        let simplified = "这国会时说们个过学为来对开发经无与当将从关于后还进电话点机".chars();
        let lang = if count(traditional) > count(simplified) { "zh-Hant" } else { "zh-Hans" };
        return Some(Guess { lang, sure: true });
    }
    let by_script = SCRIPTS.iter().find(|row| share(&|c| within(row.ranges, c)) > 0.5);
    match by_script {
        Some(row) if row.langs.len() == 1 => row.langs.first().map(|lang| Guess { lang, sure: true }),
        Some(row) => by_words(text, row.langs, declared),
        None => by_words(text, &[], declared),
    }
}

/// Which language's most frequent words a text uses most; among `langs`, or all where that is empty.
fn by_words(text: &str, langs: &[&str], declared: &str) -> Option<Guess> {
    let lower = crate::dom::text::lower(text);
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| !word.is_empty()).collect();
    let mut scores: Vec<(&'static str, usize)> = WORDS.iter().map(|row| (row.0, 0)).collect();
    for place in words.iter().filter_map(|word| speakers().get(word)).flatten() {
        scores.get_mut(*place).into_iter().for_each(|row| row.1 += 1);
    }
    scores.retain(|row| langs.is_empty() || langs.contains(&row.0));
    let first = scores
        .iter()
        .fold(None, |best: Option<&(&str, usize)>, row| best.filter(|best| best.1 >= row.1).or(Some(row)))?;
    let second = scores.iter().filter(|row| row.0 != first.0).map(|row| row.1).max().unwrap_or(0);
    let enough = first.1 * 12 >= words.len() && first.1 >= 4;
    // Of two near kin the better will do where the page declares neither.
    let beats = |row: &(&str, usize)| row.0 == declared && first.1 as f32 > row.1 as f32 * 1.6;
    let clear = first.1 as f32 > second as f32 * 1.25 || scores.iter().any(beats);
    (enough && clear).then_some(Guess { lang: first.0, sure: words.len() >= 40 && first.1 >= 10 })
}

/// For each word of the table, the rows that have it. Laid out once.
fn speakers() -> &'static Lookup<'static, Vec<usize>> {
    static SPEAKERS: OnceLock<Lookup<Vec<usize>>> = OnceLock::new();
    SPEAKERS.get_or_init(|| {
        let mut all: Lookup<Vec<usize>> = Lookup::default();
        for (place, row) in WORDS.iter().enumerate() {
            row.1.split(' ').for_each(|word| all.of(word, Vec::new).push(place));
        }
        all
    })
}

/// The direction that most of the text's letters run in.
fn direction(text: &str) -> Option<String> {
    let rtl = |c: &char| matches!(*c as u32, 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF);
    let (mut letters, mut right) = (0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        right += usize::from(rtl(&c));
    }
    (letters > 0).then(|| if right * 2 > letters { "rtl".to_owned() } else { "ltr".to_owned() })
}
