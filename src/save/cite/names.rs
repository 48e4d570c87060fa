//! People's names, parted as bibliographies want them.

use crate::article::Article;
use crate::data::citations::{FAMILY_FIRST, PARTICLES, SUFFIXES};
use crate::dom::text::fold;

/// A name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The family's, with what belongs to it; the whole where it can't be parted.
    pub family: String,
    /// What stands before it.
    pub given: String,
}

impl Name {
    /// With each part changed.
    pub fn map(self, change: impl Fn(&str) -> String) -> Self {
        Self { family: change(&self.family), given: change(&self.given) }
    }

    /// As it stands in a list: the family's name first.
    pub fn inverted(&self) -> String {
        if self.given.is_empty() { self.family.clone() } else { format!("{}, {}", self.family, self.given) }
    }

    /// As it is said.
    pub fn said(&self) -> String {
        if self.given.is_empty() { self.family.clone() } else { format!("{} {}", self.given, self.family) }
    }

    /// The family's name and the first letters of the others.
    pub fn initials(&self) -> String {
        let initial = |word: &str| word.chars().next().filter(|c| c.is_alphabetic()).map(|c| format!("{c}."));
        let part = |part: &str| part.split('-').filter_map(initial).collect::<Vec<_>>().join("-");
        let all: Vec<String> = self.given.split(' ').map(part).filter(|part| !part.is_empty()).collect();
        if all.is_empty() { self.family.clone() } else { format!("{}, {}", self.family, all.join(" ")) }
    }
}

/// Who wrote an article: people; else a desk or an agency as it is named.
pub fn names(article: &Article) -> Vec<Name> {
    let lang = article.lang.as_deref().unwrap_or("").split('-').next().unwrap_or("");
    let whole = article.byline.iter().filter(|_| article.authors.is_empty());
    let whole = whole.map(|name| Name { family: name.clone(), given: String::new() });
    article
        .authors
        .iter()
        .map(|name| parted(name, lang))
        .chain(whole)
        .filter(|name| !name.family.trim().is_empty())
        .collect()
}

fn parted(name: &str, lang: &str) -> Name {
    let words: Vec<&str> = name.split_whitespace().collect();
    let whole = || Name { family: name.to_owned(), given: String::new() };
    // What is written without cases is not taken apart: where its parts are is not told by blanks alone.
    if !name.chars().any(char::is_lowercase) && !name.chars().any(char::is_uppercase) {
        return whole();
    }
    if FAMILY_FIRST.contains(&lang) {
        let Some((first, rest)) = words.split_first() else { return whole() };
        return Name { family: (*first).to_owned(), given: rest.join(" ") };
    }
    let suffix = words.last().is_some_and(|word| words.len() > 2 && SUFFIXES.contains(&word.to_lowercase().as_str()));
    let mut first = words.len().saturating_sub(1 + usize::from(suffix));
    while first > 1 && words.get(first - 1).is_some_and(|word| PARTICLES.contains(&fold(word).as_str())) {
        first -= 1;
    }
    match words.split_at_checked(first) {
        Some((given, family)) if !family.is_empty() => Name { family: family.join(" "), given: given.join(" ") },
        _ => whole(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_at_the_family_s() {
        let all = [
            ("Ada Lovelace", "en", "Lovelace, A."),
            ("Ludwig van Beethoven", "de", "van Beethoven, L."),
            ("Jean-Paul Marie Sartre", "fr", "Sartre, J.-P. M."),
            ("Martin Luther King Jr.", "en", "King Jr., M. L."),
            ("Nguyễn Văn An", "vi", "Nguyễn, V. A."),
            ("山田太郎", "ja", "山田太郎"),
            ("محمد علي", "ar", "محمد علي"),
            ("Sukarno", "id", "Sukarno"),
            ("", "en", ""),
        ];
        for (name, lang, wanted) in all {
            assert_eq!(parted(name, lang).initials(), wanted);
        }
    }
}
