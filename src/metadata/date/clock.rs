//! The time of day beside a date, and its zone.

use jiff::civil::Time;

use super::{Reader, Stamp, offset_minutes};
use crate::data::dates::{AFTER_NOON, BEFORE_NOON, ZONES};

/// A time of day.
pub fn of(hour: u64, minute: u64, second: u64) -> Option<Time> {
    let part = |number: u64| i8::try_from(number).ok();
    Time::new(part(hour)?, part(minute)?, part(second.min(59))?, 0).ok()
}

/// The stamp with the time that stands after its date, or before it; and the token after all of it.
pub fn complete(reader: &Reader, stamp: Stamp, first: usize, next: usize) -> (Stamp, usize) {
    if stamp.time.is_some() {
        return (stamp, next);
    }
    let after = (next..next + 6)
        .map_while(|at| reader.get(at).map(|_| at))
        .take_while(|at| may_stand_between(reader, next, *at))
        .find_map(|at| time_at(reader, at));
    let found = after.or_else(|| {
        let back = (1..=7).filter_map(|away| first.checked_sub(away));
        back.filter_map(|at| time_at(reader, at)).find(|(_, end)| *end <= first)
    });
    let Some((time, end)) = found else { return (stamp, next) };
    let (offset, end) = zone(reader, stamp, end);
    (Stamp { time: Some(time), offset, ..stamp }, end.max(next))
}

/// Only marks and a few words stand between a date and its time.
fn may_stand_between(reader: &Reader, first: usize, at: usize) -> bool {
    (first..at).all(|token| {
        reader.get(token).is_some_and(|token| {
            token.number.is_none() && token.word.chars().count() <= 9 && token.mark.is_none_or(|mark| mark != '(')
        })
    })
}

/// A time of day at a token, and the token after it.
fn time_at(reader: &Reader, at: usize) -> Option<(Time, usize)> {
    if at > 0
        && (reader.is_mark(at - 1, ":/")
            || reader.is_mark(at - 1, ".")
                && reader.get(at - 1)?.end == reader.get(at)?.start
                && reader.number(at.checked_sub(2)?, 1..=4).is_some())
    {
        return None;
    }
    if let Some(packed) = reader.number(at, 6..=6).filter(|_| at > 0 && reader.word(at - 1) == Some("t")) {
        return Some((of(u64::from(packed / 10_000), u64::from(packed / 100 % 100), u64::from(packed % 100))?, at + 1));
    }
    let hour = reader.number(at, 1..=2)?;
    let dotted = reader.is_mark(at + 1, ".") && (says_time_before(reader, at) || says_time_after(reader, at + 3));
    let parted = reader.is_mark(at + 1, ":：٫")
        || dotted
        || reader.word(at + 1).is_some_and(|word| matches!(word, "h" | "時" | "시" | "点" | "點" | "uhr" | "giờ"));
    if !parted {
        // "8am", "18 Uhr" stand for the full hour.
        return whole_hour(reader, at, hour);
    }
    let Some(minute) =
        reader.number(at + 2, 2..=2).or_else(|| reader.number(at + 2, 1..=1).filter(|_| !reader.is_mark(at + 1, ":")))
    else {
        return whole_hour(reader, at, hour);
    };
    let mut end = at + 3;
    let mut second = 0;
    if reader.is_mark(end, ":")
        && let Some(number) = reader.number(end + 1, 2..=2)
    {
        second = number;
        end += 2;
        // A fraction of a second.
        if reader.is_mark(end, ".,")
            && reader.number(end + 1, 1..=9).is_some()
            && reader.get(end)?.end == reader.get(end + 1)?.start
        {
            end += 2;
        }
    } else if reader.word(end).is_some_and(|word| matches!(word, "分" | "분" | "min")) {
        end += 1;
    }
    let (hour, end) = half(reader, at, hour, end);
    Some((of(u64::from(hour), u64::from(minute), u64::from(second))?, end))
}

fn whole_hour(reader: &Reader, at: usize, hour: u32) -> Option<(Time, usize)> {
    let (moved, end) = half(reader, at, hour, at + 1);
    let says = end > at + 1 || reader.word(at + 1) == Some("uhr");
    says.then(|| of(u64::from(moved), 0, 0)).flatten().map(|time| (time, end))
}

/// The hour by the half of the day that stands after it (or, in Korean and Chinese, before), and the token after.
fn half(reader: &Reader, at: usize, hour: u32, end: usize) -> (u32, usize) {
    let word = |at: usize| reader.word(at).unwrap_or("");
    let is_half = |word: &str| !word.is_empty() && (AFTER_NOON.holds(word) || BEFORE_NOON.holds(word));
    let before = at.checked_sub(1).map_or("", word);
    let pair = || at.checked_sub(2).map_or(String::new(), |two| format!("{}{before}", word(two)));
    let (half, end) = match (word(end), word(end + 2)) {
        (first @ ("a" | "p"), "m") if reader.is_mark(end + 1, ".") => (format!("{first}m"), end + 3),
        (after, _) if is_half(after) => (after.to_owned(), end + 1),
        _ if is_half(before) => (before.to_owned(), end),
        // A sign of Han is a word by itself.
        _ => (pair(), end),
    };
    match hour {
        0..12 if AFTER_NOON.holds(&half) => (hour + 12, end),
        12 if BEFORE_NOON.holds(&half) => (0, end),
        _ => (hour, end),
    }
}

fn says_time_before(reader: &Reader, at: usize) -> bool {
    let near = |away: usize| at.checked_sub(away).and_then(|at| reader.word(at));
    [1, 2].into_iter().filter_map(near).any(|word| {
        matches!(word, "kl" | "klo" | "klokken" | "pukul" | "jam" | "um" | "ore" | "alle" | "o" | "ob" | "ساعت" | "h")
    })
}

fn says_time_after(reader: &Reader, at: usize) -> bool {
    reader.word(at).is_some_and(|word| word == "uhr" || word == "h" || ZONES.iter().any(|zone| zone.0 == word))
}

/// The offset that stands after a time: a number of hours, or a zone's name.
fn zone(reader: &Reader, stamp: Stamp, at: usize) -> (Option<i16>, usize) {
    if reader.is_mark(at, "+-−") {
        let sign = if reader.is_mark(at, "+") { 1 } else { -1 };
        let minutes = match (reader.number(at + 1, 2..=2), reader.number(at + 1, 4..=4)) {
            (Some(hours), _) if reader.is_mark(at + 2, ":") => {
                reader.number(at + 3, 2..=2).map(|minutes| (hours * 60 + minutes, at + 4))
            }
            (Some(hours), _) => Some((hours * 60, at + 2)),
            (_, Some(packed)) => Some((packed / 100 * 60 + packed % 100, at + 2)),
            _ => None,
        };
        if let Some((minutes, end)) = minutes.filter(|(minutes, _)| *minutes <= 14 * 60) {
            return (i16::try_from(minutes).ok().map(|minutes| minutes * sign), end);
        }
    }
    let near = (at..at + 5).take_while(|near| reader.get(*near).is_some_and(|token| token.number.is_none()));
    for near in near {
        if let Some(row) = ZONES.iter().find(|row| names(reader, near, row.0) && reader.lang.starts_with(row.1)) {
            // "GMT+7" counts on from the zone.
            let (more, end) = if matches!(row.0, "gmt" | "utc") && reader.is_mark(near + 1, "+-") {
                hours_after(reader, near + 1)
            } else {
                (0, near + 1)
            };
            return (Some(offset_minutes(row.2, stamp.date).saturating_add(more)), end);
        }
    }
    (None, at)
}

fn hours_after(reader: &Reader, at: usize) -> (i16, usize) {
    let sign = if reader.is_mark(at, "+") { 1 } else { -1 };
    match reader.number(at + 1, 1..=2) {
        Some(hours) => (i16::try_from(hours * 60).unwrap_or(0) * sign, at + 2),
        None => match reader.number(at + 1, 4..=4) {
            Some(packed) => (i16::try_from(packed / 100 * 60 + packed % 100).unwrap_or(0) * sign, at + 2),
            None => (0, at),
        },
    }
}

/// Whether a zone's name stands at a token: a word, or signs of Han in a row.
fn names(reader: &Reader, at: usize, name: &str) -> bool {
    let is_word = reader.word(at) == Some(name);
    let in_a_row = name.chars().any(crate::dom::text::is_cjk)
        && reader.get(at).and_then(|token| reader.text.get(token.start..)).is_some_and(|rest| rest.starts_with(name));
    is_word || in_a_row
}
