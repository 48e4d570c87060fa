//! "Two hours ago", "yesterday": dates that need to know what time it is.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Stamp;
use super::token::{Token, tokens};
use crate::data::dates::{AGO, DAYS_BACK, UNITS};
use crate::dom::text::fold;

/// The day that a short text counts back to from `now`. The day alone: who wrote "two hours ago" has rounded.
#[must_use]
pub fn read(text: &str, now: Timestamp) -> Option<Stamp> {
    let tokens = tokens(text);
    let folded = fold(text);
    let says_ago = AGO.iter().any(|word| folded.contains(word));
    let stretch = tokens.windows(2).find_map(|pair| match pair {
        [count, unit] => Some(i64::from(count.number.filter(|count| *count < 1000)?) * seconds(unit)?),
        _ => None,
    });
    let back = stretch.filter(|_| says_ago).or_else(|| days_back(&folded));
    let moment = Timestamp::from_second(now.as_second() - back?).ok()?;
    let date: Date = jiff::tz::Offset::UTC.to_datetime(moment).date();
    Some(Stamp { date, time: None, offset: None })
}

/// How long a unit is, in seconds.
fn seconds(unit: &Token) -> Option<i64> {
    let exact = UNITS.iter().find(|row| row.0.contains(&unit.word.as_str()));
    // A sign of Han is a token by itself: 時 of 時間. Korean writes the particle on: 시간전.
    let begins = || UNITS.iter().find(|row| row.0.iter().any(|word| !word.is_ascii() && unit.word.starts_with(word)));
    let sign = || {
        UNITS.iter().find(|row| {
            !unit.word.is_empty()
                && row.0.iter().any(|word| {
                    word.starts_with(&unit.word) && crate::dom::text::is_cjk(word.chars().next().unwrap_or(' '))
                })
        })
    };
    exact.or_else(begins).or_else(sign).map(|row| row.1)
}

fn days_back(folded: &str) -> Option<i64> {
    let says = |word: &str| {
        let spaced = format!(" {folded} ");
        spaced.contains(&format!(" {word} ")) || word.chars().any(crate::dom::text::is_cjk) && folded.contains(word)
    };
    let short = folded.split(' ').count() <= 6;
    DAYS_BACK.iter().find(|row| says(row.0)).filter(|_| short).map(|row| row.1 * 86_400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_that_end_now_give_a_day() {
        let now: Timestamp = "2026-11-25T12:00:00Z".parse().unwrap();
        for (text, want) in [
            ("2 hours ago", "2026-11-25"),
            ("vor 3 Tagen", "2026-11-22"),
            ("hace 2 semanas", "2026-11-11"),
            ("5時間前", "2026-11-25"),
            ("3일 전", "2026-11-22"),
            ("Uppdaterad för 13 timmar sedan", "2026-11-24"),
            ("gestern, 10:15 Uhr", "2026-11-24"),
        ] {
            assert_eq!(read(text, now).map(|stamp| stamp.to_string()).as_deref(), Some(want), "{text}");
        }
        assert_eq!(read("12 hours of music", now), None);
    }
}
