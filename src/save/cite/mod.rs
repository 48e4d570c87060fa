//! An article as a line of a bibliography.

mod exchange;
mod names;
mod prose;

use super::html::{day, title};
use super::provenance::seconds;
use crate::article::Article;
use names::{Name, names};

/// How an article is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// American Psychological Association, 7th edition.
    Apa,
    /// Modern Language Association, 9th edition.
    Mla,
    /// Chicago, 17th edition, as in a bibliography.
    Chicago,
    /// An entry for BibTeX.
    Bibtex,
    /// A record for programs that keep references.
    Ris,
}

impl Style {
    /// The style of a name: `apa`, `mla`, `chicago`, `bibtex`, `ris`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "apa" => Some(Self::Apa),
            "mla" => Some(Self::Mla),
            "chicago" => Some(Self::Chicago),
            "bibtex" => Some(Self::Bibtex),
            "ris" => Some(Self::Ris),
            _ => None,
        }
    }
}

/// An article in a style; `saved` is when it was seen.
#[must_use]
pub fn citation(article: &Article, style: Style, saved: Option<jiff::Timestamp>) -> String {
    let work = Work::of(article, saved);
    match style {
        Style::Apa => prose::apa(&work),
        Style::Mla => prose::mla(&work),
        Style::Chicago => prose::chicago(&work),
        Style::Bibtex => exchange::bibtex(&work),
        Style::Ris => exchange::ris(&work),
    }
}

/// A day.
#[derive(Clone, Copy)]
struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`.
    fn read(text: &str) -> Option<Self> {
        let text = day(Some(text))?;
        let number = |from: usize, to: usize| text.get(from..to)?.parse::<u16>().ok();
        Some(Self { year: number(0, 4)?, month: number(5, 7)? as u8, day: number(8, 10)? as u8 })
    }
}

/// What is cited of an article; every text in one line.
struct Work {
    names: Vec<Name>,
    title: String,
    site: String,
    published: Option<Date>,
    seen: Option<Date>,
    url: String,
    lang: String,
}

impl Work {
    fn of(article: &Article, saved: Option<jiff::Timestamp>) -> Self {
        let line = |text: &str| {
            let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let said = |text: &Option<String>| line(text.as_deref().unwrap_or(""));
        let url = article.canonical_url.as_ref().or(article.url.as_ref());
        Self {
            names: names(article).into_iter().map(|name| name.map(line)).collect(),
            title: line(title(article)),
            site: said(&article.site_name),
            published: article.published_time.as_deref().and_then(Date::read),
            seen: saved.and_then(|saved| Date::read(&seconds(saved))),
            url: url.and_then(|url| super::address::valid(url)).unwrap_or_default(),
            lang: said(&article.lang),
        }
    }
}
