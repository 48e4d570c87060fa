//! The names in a line that says who wrote something.

use crate::data::bylines::{
    AFTER_NAME, AND, AND_PERHAPS, ARTICLES, BY, BY_COLON, CREDENTIALS, NO_NAME, NOBODY, NOT_BY, PARTICLES, ROLES,
    TRADES, WITHIN_NO_NAME,
};
use crate::data::dates::{PUBLISHED, UPDATED};
use crate::dom::text::{fold, is_cjk};
use crate::metadata::date;
use crate::metadata::heading::tidy;

/// The longest name, in characters.
const LONGEST: usize = 60;

/// The names in a byline.
pub fn names(line: &str) -> Vec<String> {
    let line = tidy(line).replace(':', ": ").replace('：', "： ");
    let line = without_brackets(without_by(&line));
    let mut names = Vec::new();
    if is_of_others(&line) {
        return names;
    }
    for part in split(until_other(without_label(&line))) {
        let words: Vec<&str> = part.split(' ').collect();
        let described = words.iter().any(|word| TRADES.holds(&fold(word)));
        let name = without_roles(&words);
        let folded = fold(&name);
        if described && !names.is_empty() {
            // What follows a name and a comma is what its bearer does.
            break;
        }
        if is_name(&name, &folded) && !CREDENTIALS.holds(&folded) {
            names.push(name);
        }
    }
    names
}

/// A line without what stands in brackets after a name that is not the last: "Ann Lee (Oslo) and Bo Ek".
fn without_brackets(line: &str) -> String {
    let mut told = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(['(', '（'])
        && let Some((_, next)) = after.split_once([')', '）'])
    {
        let first = fold(next.trim_start().split(' ').next().unwrap_or(""));
        let goes_on = next.trim_start().starts_with([',', '、', '，', '،']);
        if !goes_on && !AND.holds(&first) && !AND_PERHAPS.holds(&first) || first.is_empty() && !goes_on {
            break;
        }
        told.push_str(before.trim_end());
        rest = next;
    }
    told + rest
}

/// A line without a word before a colon that no table knows, where a full name follows: some role in some language.
fn without_label(line: &str) -> &str {
    let Some((label, rest)) = line.split_once([':', '：']) else { return line };
    let rest = rest.trim_start();
    let short = label.split(' ').count() <= 2 && !is_full_name(label);
    let named = || {
        let first = split(until_other(rest)).first().copied().unwrap_or("");
        is_full_name(first) && is_name(first, &fold(first))
    };
    if short && named() { rest } else { line }
}

/// Whether a text can be a name at all.
fn is_name(name: &str, folded: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let first = folded.split(' ').next().unwrap_or("");
    let cjk = name.chars().any(is_cjk);
    let dates = name.contains(' ') && (PUBLISHED.holds(first) || UPDATED.holds(first));
    letters >= 2
        && !dates
        && name.chars().count() <= LONGEST
        && (cjk || !NO_NAME.holds(first))
        && !NO_NAME.holds(folded)
}

/// The words of a line and where each begins.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ').scan(0, |at, word| {
        let here = *at;
        *at += word.len() + 1;
        Some((here, word))
    })
}

/// A byline without the words that it begins with.
pub fn without_by(line: &str) -> &str {
    let mut rest = line;
    for _ in 0..3 {
        let Some(end) = end_of_by(rest) else { break };
        rest = rest.get(end..).unwrap_or("").trim_start_matches([' ', ':', '：', '/', '／', '＝', '=', '\u{a0}', '】']);
    }
    rest
}

/// Where the words end that announce a writer at a line's beginning.
fn end_of_by(line: &str) -> Option<usize> {
    let mut folded = String::new();
    let mut end = None;
    // "Posted in Gardens by": what was posted is the story.
    let told = || !is_of_others(line) || PUBLISHED.holds(&fold(line.split(' ').next().unwrap_or("")));
    for (at, word) in words(line).take(6) {
        if at > 0 {
            folded.push(' ');
        }
        folded.push_str(&fold(word));
        let here = at + word.len();
        let other = at == 0 && NOT_BY.holds(&folded);
        let joint = || at > 0 && !other && is_joint(line, at, word) && told();
        let labels = word.ends_with([':', '：']);
        if BY.holds(&folded) && !folded.is_empty() || labels && BY_COLON.holds(&folded) || joint() {
            end = Some(here);
        }
        if labels {
            break;
        }
    }
    end.or_else(|| {
        if line.is_ascii() {
            return None;
        }
        let line = line.trim_start_matches(['【', '[', '(', '（']);
        let begins = |word: &&str| word.starts_with(is_cjk) && line.starts_with(*word);
        let marked = |word: &&str| line.get(word.len()..).is_some_and(|rest| rest.starts_with(LABELS));
        let signs = BY.rows().filter(begins).chain(BY_COLON.rows().filter(begins).filter(marked));
        signs.map(str::len).max()
    })
}

/// Marks after a word that announces a name, where words are not parted by spaces.
const LABELS: [char; 6] = [':', '：', '／', '/', '｜', '＝'];

/// Whether a word joins what somebody has made to the name: "Gathered by", "Ein Porträt von". In names "von" follows
/// the first one.
fn is_joint(line: &str, at: usize, word: &str) -> bool {
    if !matches!(word, "by" | "von") {
        return false;
    }
    let before = line.get(..at).unwrap_or("").trim_end();
    let article = before.split(' ').next().is_some_and(|first| ARTICLES.holds(&fold(first)));
    let work = fold(before.rsplit(' ').next().unwrap_or(""));
    word == "by" && !NOT_BY.holds(&work) || word == "von" && (article || BY.holds(&format!("{work} von")))
}

/// Whether a line begins with a word for somebody who is no writer.
fn is_of_others(line: &str) -> bool {
    let first = line.split([' ', ':', '：', '/', '=', '＝']).next().unwrap_or("");
    let signs = || NOT_BY.rows().any(|word| word.starts_with(is_cjk) && line.starts_with(word));
    NOT_BY.holds(&fold(first)) && !first.is_empty() && first.len() < line.len() || signs()
}

/// A byline up to what is no name: a date, brackets, a mail address, the site after a bar, what others did.
fn until_other(line: &str) -> &str {
    let mut end = line.len();
    let mut cut = |at: Option<usize>| end = at.filter(|at| *at > 0).map_or(end, |at| end.min(at));
    cut(line.find(['(', '|', '（', '•', '·', '<', '[', '»', '】', '／', '\u{2014}']));
    cut([" - ", " – ", " // ", " in ", ". Fot", ". Pho"].iter().filter_map(|mark| line.find(mark)).min());
    let named = |at: &usize| line.get(..*at).is_some_and(is_full_name);
    cut(AFTER_NAME.iter().filter_map(|mark| line.find(mark)).filter(named).min());
    cut(credited(line));
    cut(date::all(line, "").first().map(|found| found.start));
    cut(labelled(line));
    if let Some(at) = line.find('@') {
        cut(line.get(..at).and_then(|head| head.rfind(' ')).or(Some(0)));
    }
    let slashed = line.find('／').and_then(|at| line.get(..at)?.rsplit_once(' '));
    cut(slashed.filter(|(_, label)| NOT_BY.holds(&fold(label))).map(|(names, _)| names.len()));
    if let Some(head) = line.find([':', '：']).and_then(|at| line.get(..at)) {
        // The word before a colon labels what follows it.
        cut(head.rfind(['.', ',', ';', ' ']).or(Some(head.len())));
    }
    let mut line = line.get(..end).unwrap_or(line).trim();
    while let Some((rest, last)) = line.rsplit_once(' ') {
        if !NO_NAME.holds(&fold(last)) && !AND.holds(&fold(last)) {
            break;
        }
        line = rest.trim_end_matches([',', ' ']);
    }
    line
}

/// Where a word stands for what somebody else has made: "Text von Ann Lee Illustration von Bo Ek".
fn credited(line: &str) -> Option<usize> {
    let mut words = words(line).peekable();
    while let Some((at, word)) = words.next() {
        let joined = words.peek().is_some_and(|(_, next)| matches!(*next, "von" | "by" | "par" | "di" | "por"));
        if at > 0 && joined && NOT_BY.holds(&fold(word)) {
            return Some(at);
        }
    }
    None
}

/// Where a word stands that announces a date.
fn labelled(line: &str) -> Option<usize> {
    let is_label = |word: &str| {
        let folded = fold(word);
        PUBLISHED.holds(&folded) || UPDATED.holds(&folded)
    };
    words(line).find(|(at, word)| *at > 0 && word.chars().count() > 3 && is_label(word)).map(|(at, _)| at)
}

/// The parts of a byline: at commas and the like, and at words for "and".
fn split(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for piece in line.split([',', ';', '/', '、', '،', '&', '・', '＆', '，', '+']) {
        let mut start = 0;
        for (at, word) in words(piece) {
            let after = at + word.len();
            if at > start && after < piece.len() && joins(piece.get(start..at), &fold(word), piece.get(after..)) {
                parts.push(piece.get(start..at).unwrap_or("").trim());
                start = after;
            }
        }
        parts.push(piece.get(start..).unwrap_or("").trim());
    }
    parts.into_iter().map(without_and).filter(|part| !part.is_empty()).collect()
}

/// Whether a word joins what stands before and after it, rather than being a part of a name.
fn joins(before: Option<&str>, word: &str, after: Option<&str>) -> bool {
    let several = |side: Option<&str>| side.is_some_and(|side| side.trim().contains(' '));
    AND.holds(word) || AND_PERHAPS.holds(word) && several(before) && several(after)
}

/// A part without the "and" that it begins with.
fn without_and(part: &str) -> &str {
    match part.split_once(' ') {
        Some((first, rest)) if AND.holds(&fold(first)) || AND_PERHAPS.holds(first) => rest.trim(),
        _ => part,
    }
}

/// A name without what its bearer is.
fn without_roles(words: &[&str]) -> String {
    let mut words = words;
    let is_role = |words: &[&str]| !words.is_empty() && ROLES.holds(&fold(&words.join(" ")));
    for many in [3, 2, 1] {
        if let Some((head, tail)) = words.len().checked_sub(many).and_then(|at| words.split_at_checked(at))
            && is_role(tail)
            && !(head.len() == 1 && tail.iter().all(|word| NOBODY.holds(&fold(word))))
        {
            words = head;
        }
        if let Some((head, tail)) = words.split_at_checked(many)
            && is_role(head)
        {
            words = tail;
        }
    }
    let name = words.join(" ");
    let name =
        name.trim_matches(|c| matches!(c, '.' | ':' | '-' | '–' | '=' | '"' | '“' | '”' | ' ' | '*' | '»' | '«'));
    // Initials keep their full stop.
    let initial = words.last().is_some_and(|last| last.ends_with('.') && last.chars().count() <= 4);
    if initial { format!("{name}.") } else { name.to_owned() }
}

/// Whether a text looks like a person's name: a few words, capitals where the script has them.
pub fn looks_like_name(name: &str) -> bool {
    let counts = name.split(' ').any(|word| word.chars().all(|c| c.is_ascii_digit()));
    let words = name.split(' ').count();
    let first = name.chars().next().filter(|c| !c.is_ascii_digit());
    let cased = name.chars().any(char::is_lowercase);
    let capital = first.is_some_and(|c| !c.is_lowercase());
    words <= 6
        && !counts
        && (capital || !cased)
        && !name.chars().any(|c| matches!(c, '?' | '!' | ':' | '"' | '“' | '„' | '#'))
}

/// Whether a word is the code of a language or a country: "DE", "FR".
fn is_code(word: &str) -> bool {
    word.len() == 2 && word.chars().all(char::is_uppercase)
}

/// Whether a name is one of two to four words, none of which is a trade.
pub fn is_full_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let starts = |word: &&str| !word.chars().next().unwrap_or(' ').is_lowercase() || PARTICLES.holds(&fold(word));
    let trade = fold(name).split(' ').any(|word| TRADES.holds(word));
    let cased = name.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let joined = !cased && words.iter().any(|word| WITHIN_NO_NAME.holds(&fold(word)));
    (2..=4).contains(&words.len())
        && !joined
        && looks_like_name(name)
        && !words.iter().all(|word| is_code(word))
        && !trade
        && words.iter().all(starts)
        && !name.contains(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_what_stands_around_them() {
        for (line, want) in [
            ("By Ann Lee and Bo Ek", "Ann Lee|Bo Ek"),
            ("By Ann Lee, MD, and Bo Ek, Senior Editor", "Ann Lee|Bo Ek"),
            ("Von Max Muster und Eva Klein, Berlin", "Max Muster|Eva Klein|Berlin"),
            ("Text: Tove Ahlgren. Pictures: Emre Saltik", "Tove Ahlgren"),
            ("Posted by Will Corrie at 12:23:00 AM", "Will Corrie"),
            ("Rosa-Maria Ferreira e Sousa", "Rosa-Maria Ferreira e Sousa"),
            ("Ana Silva e João Souza", "Ana Silva|João Souza"),
            ("José Ortega y Gasset", "José Ortega y Gasset"),
            ("Gathered by Oriane Bell", "Oriane Bell"),
            ("Interview: Oriane Bell", "Oriane Bell"),
            ("Text von Oriane Bell Illustration von Emre Saltik", "Oriane Bell"),
            ("By Tove Ahlgren For The Harbour Post", "Tove Ahlgren"),
            ("Posted in Gardens by Tove Ahlgren on", "Tove Ahlgren"),
            ("Photos by Emre Saltik", ""),
            ("Edited by Ann Lee", ""),
            ("R. R. am 7. August 2013", "R. R."),
            ("IndustrySelect on Tuesday, May 6, 2025", "IndustrySelect"),
            ("한서진 기자", "한서진"),
            ("记者陈予安", "陈予安"),
            ("文・写真＝榊ともえ", "榊ともえ"),
            ("Par Ann Lee (Oslo, envoyée spéciale) et Bo Ek", "Ann Lee|Bo Ek"),
            ("Publicada por Tove Ahlgren", "Tove Ahlgren"),
            ("Авторки: Соломія Гнатюк, Ярина Їжак", "Соломія Гнатюк|Ярина Їжак"),
            ("Skrevets: Tove Ahlgren", "Tove Ahlgren"),
            ("گفت‌وگو از: ترانه کیانی", "ترانه کیانی"),
            ("கட்டுரையாளர்: மலர் கண்ணன்", "மலர் கண்ணன்"),
            ("採訪／蘇巷南 攝影／何日光", "蘇巷南"),
            ("עודכן ב", ""),
            ("Written By", ""),
            ("Posted on", ""),
            ("Benjamin Johnson, Sr. Director of Operations, Atlas Van Lines", "Benjamin Johnson"),
            ("Sjoukje van der Ploeg", "Sjoukje van der Ploeg"),
            ("Theresa May", "Theresa May"),
        ] {
            assert_eq!(names(line).join("|"), want, "{line}");
        }
    }
}
