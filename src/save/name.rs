//! Names of files from a template, such as every system takes.

use unicode_segmentation::UnicodeSegmentation;

use super::html::day;
use super::provenance::seconds;
use crate::article::{Article, Link};
use crate::data::files::{FORBIDDEN, RESERVED, UNSEEN};

/// The template where none is given.
pub const TEMPLATE: &str = "{date} {site} {title}";

/// The longest name in bytes, without its ending: systems take 255 of all, some of them in UTF-16.
const LONGEST: usize = 180;
/// The most folders in a template.
const DEEPEST: usize = 8;

/// The name of an article's file, without its ending. The template may hold `{date}` (the story's, else of the saving),
/// `{year}`, `{month}`, `{day}`, `{saved}`, `{site}`, `{host}`, `{title}`, `{author}`, `{lang}`, and `/` between folders.
#[must_use]
pub fn file_name(article: &Article, template: &str, saved: Option<jiff::Timestamp>) -> String {
    let template = if template.trim().is_empty() { TEMPLATE } else { template };
    let folders = template.split(['/', '\\']).map(|part| segment(&filled(part, article, saved)));
    let mut parts: Vec<String> = folders.filter(|part| !part.is_empty()).collect();
    let name = parts.pop().unwrap_or_else(|| "article".to_owned());
    parts.truncate(DEEPEST);
    parts.push(name);
    parts.join("/")
}

/// A part of the template with what its gaps stand for; what is no gap stays.
fn filled(template: &str, article: &Article, saved: Option<jiff::Timestamp>) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            break;
        };
        match value(name, article, saved) {
            Some(value) => out.push_str(&value),
            None => out.push_str(name),
        }
        rest = after;
    }
    out + rest
}

/// What a gap stands for, empty where it is not known; nothing where there is no such gap.
fn value(name: &str, article: &Article, saved: Option<jiff::Timestamp>) -> Option<String> {
    let saved = saved.map(seconds);
    let saved = saved.as_deref().and_then(|time| day(Some(time)));
    let date = day(article.published_time.as_deref()).or(saved).unwrap_or("");
    let link = Link::from(article.canonical_url.clone().or(article.url.clone()).unwrap_or_default());
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Some(match name {
        "date" => date.to_owned(),
        "year" => date.get(..4).unwrap_or("").to_owned(),
        "month" => date.get(5..7).unwrap_or("").to_owned(),
        "day" => date.get(8..10).unwrap_or("").to_owned(),
        "saved" => saved.unwrap_or("").to_owned(),
        "site" => article.site_name.clone().unwrap_or_else(|| link.host().to_owned()),
        "host" => link.host().to_owned(),
        "title" => text(&article.title),
        "author" => article.authors.first().cloned().unwrap_or_else(|| text(&article.byline)),
        "lang" => text(&article.lang),
        _ => return None,
    })
}

/// A name of a file or a folder.
fn segment(text: &str) -> String {
    let unseen = |c: char| c.is_control() || UNSEEN.iter().any(|(from, to)| (*from..=*to).contains(&c));
    let plain = |c: char| match c {
        '"' => Some('\''),
        '|' | '/' | '\\' => Some('-'),
        _ if FORBIDDEN.contains(&c) || c.is_whitespace() => Some(' '),
        _ if unseen(c) => None,
        _ => Some(c),
    };
    let text: String = text.chars().filter_map(plain).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A dot in front hides a file; Windows drops dots and blanks at the end; `~` and `-` in front mean something to programs.
    let text = text.trim_start_matches(['.', ' ', '~', '-']);
    let text = cut(text).trim_end_matches(['.', ' ']);
    let stem = text.split('.').next().unwrap_or("").trim_end().to_lowercase();
    if RESERVED.contains(&stem.as_str()) { format!("_{text}") } else { text.to_owned() }
}

/// No longer than a name may be, and no character of several parts torn.
fn cut(text: &str) -> &str {
    let end = text.grapheme_indices(true).map(|(at, whole)| at + whole.len()).take_while(|end| *end <= LONGEST).last();
    text.get(..end.unwrap_or(0)).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(title: &str, template: &str) -> String {
        let article = Article {
            title: Some(title.to_owned()),
            site_name: Some("The Site".to_owned()),
            published_time: Some("2026-11-25T10:00:00+01:00".to_owned()),
            url: Some("https://www.a.example/x".to_owned()),
            ..Article::default()
        };
        file_name(&article, template, None)
    }

    #[test]
    fn names_are_such_as_every_system_takes() {
        let all = [
            ("A title", "2026-11-25 The Site A title"),
            ("a/b\\c: d? \"e\" <f>|g*", "2026-11-25 The Site a-b-c d 'e' f -g"),
            ("Tab\there\u{202E}txt.exe", "2026-11-25 The Site Tab heretxt.exe"),
            ("ends. . .", "2026-11-25 The Site ends"),
        ];
        for (title, name) in all {
            assert_eq!(named(title, ""), name);
        }
        for (title, name) in [("CON", "_CON"), ("nul.txt", "_nul.txt"), ("com¹", "_com¹"), ("console", "console")] {
            assert_eq!(named(title, "{title}"), name);
        }
        for title in ["..", "", "/", "...", "\u{200B}", "?"] {
            assert_eq!(named(title, "{title}"), "article");
        }
        assert_eq!(named("../../etc/passwd", "{title}"), "etc-passwd");
    }

    #[test]
    fn templates_make_folders_and_know_their_gaps() {
        assert_eq!(named("A title", "{host}/{year}/{month}-{day} {title}"), "a.example/2026/11-25 A title");
        assert_eq!(named("A title", "/../{nothing}/{title"), "nothing/title");
    }

    #[test]
    fn long_names_are_cut_between_characters() {
        let family = "👨‍👩‍👧‍👦";
        for title in [family.repeat(40), "ก็".repeat(200), "é".repeat(300), "x".repeat(1000)] {
            let name = named(&title, "{title}");
            assert!((LONGEST - 30..=LONGEST).contains(&name.len()), "{}", name.len());
            assert!(title.starts_with(&name));
        }
        let name = named(&family.repeat(40), "{title}");
        assert_eq!(name.len() % family.len(), 0, "a family stays together");
        assert_eq!(
            named("T", "{title}/{title}/{title}/{title}/{title}/{title}/{title}/{title}/{title}/{title}/{title}")
                .matches('/')
                .count(),
            DEEPEST
        );
    }
}
