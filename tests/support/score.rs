//! How well a prediction agrees with what people made of a page: word F1, segments found, metadata matched. The
//! definitions are those of the corpus's own scorer (the WCXB benchmark's word score, Trafilatura's segment score).

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;

/// Runs of letters, digits and underscores.
pub fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn bag(words: &[String]) -> HashMap<&str, usize> {
    let mut bag = HashMap::new();
    for word in words {
        *bag.entry(word.as_str()).or_insert(0) += 1;
    }
    bag
}

/// The harmonic mean of the shares of words that are right and that are found.
pub fn word_f1(got: &str, want: &str) -> f64 {
    let (got, want) = (words(got), words(want));
    if want.is_empty() || got.is_empty() {
        return if want.is_empty() && got.is_empty() { 1.0 } else { 0.0 };
    }
    let (a, b) = (bag(&got), bag(&want));
    let shared: usize = a.iter().map(|(word, count)| (*count).min(b.get(word).copied().unwrap_or(0))).sum();
    2.0 * shared as f64 / (got.len() + want.len()) as f64
}

/// Pieces that should be there and those that should not, as one confusion matrix.
#[derive(Clone, Copy, Debug, Default)]
pub struct Confusion {
    pub found: usize,
    pub missed: usize,
    pub wrong: usize,
}

impl Confusion {
    /// Adds a page's pieces; white space is folded, case counts.
    pub fn add(&mut self, text: &str, with: &[&str], without: &[&str]) {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = one_line(text);
        let found = with.iter().filter(|piece| text.contains(&one_line(piece))).count();
        self.found += found;
        self.missed += with.len() - found;
        self.wrong += without.iter().filter(|piece| text.contains(&one_line(piece))).count();
    }

    /// F1.
    pub fn f1(&self) -> f64 {
        let all = 2 * self.found + self.missed + self.wrong;
        if all == 0 { 0.0 } else { 2.0 * self.found as f64 / all as f64 }
    }
}

fn norm(text: &str) -> Vec<String> {
    let text: String = lede::claims::decode_entities(text).nfkc().collect();
    words(&text)
}

/// Whether two titles say the same.
pub fn same_title(got: &str, want: &str) -> bool {
    norm(got) == norm(want)
}

const CREDENTIALS: &[&str] = &[
    "md", "m d", "do", "phd", "ph d", "mph", "ms", "msc", "ma", "ba", "mba", "rd", "rdn", "rn", "cpa", "cfa", "cfp",
    "jd", "esq", "dds", "dvm", "pharmd", "psyd", "edd", "faclm", "fand", "jr", "sr",
];

fn names(text: &str) -> Vec<Vec<String>> {
    let text = lede::claims::decode_entities(text);
    let text = text.trim();
    let lower = text.to_lowercase();
    let rest = lower.strip_prefix("written ").unwrap_or(&lower);
    let start = rest
        .strip_prefix("by")
        .filter(|rest| rest.starts_with([' ', ':']))
        .map_or(0, |rest| lower.len() - rest.trim_start_matches([' ', ':']).len());
    let text = if lower.len() == text.len() { text.get(start..).unwrap_or(text) } else { text };
    let parts = text
        .split([',', ';', '&', '|', '/', '\n'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" AND "));
    let mut names: Vec<Vec<String>> = parts
        .map(norm)
        .filter(|name| !name.is_empty() && !CREDENTIALS.contains(&name.join(" ").as_str()))
        .map(|mut name| {
            name.sort();
            name.dedup();
            name
        })
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Whether two bylines name the same people.
pub fn same_authors(got: &str, want: &str) -> bool {
    let want = names(want);
    !want.is_empty() && names(got) == want
}

/// Whether two dates are of the same day; a month alone matches any day of it.
pub fn same_day(got: &str, want: &str) -> bool {
    let day = |text: &str| {
        text.get(..10).filter(|day| day.bytes().filter(|byte| *byte == b'-').count() == 2).map(str::to_owned)
    };
    match day(want) {
        Some(want) => day(got) == Some(want),
        None => want.len() == 7 && got.starts_with(want),
    }
}

/// Of a field: how many pages give it, how many predictions there are on those, how many are right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field {
    pub given: usize,
    pub predicted: usize,
    pub right: usize,
}

impl Field {
    /// Adds a page.
    pub fn add(&mut self, got: Option<&str>, want: Option<&str>, same: impl Fn(&str, &str) -> bool) {
        if let Some(want) = want.filter(|want| !want.is_empty()) {
            self.given += 1;
            self.predicted += usize::from(got.is_some());
            self.right += usize::from(got.is_some_and(|got| same(got, want)));
        }
    }

    /// The share of the pages that give the field on which it is right.
    pub fn recall(&self) -> f64 {
        self.right as f64 / self.given.max(1) as f64
    }

    /// The share of the predictions on those pages that are right.
    pub fn precision(&self) -> f64 {
        self.right as f64 / self.predicted.max(1) as f64
    }
}
