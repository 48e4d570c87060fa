//! A date in a text, in any of the forms in which pages write dates.
//!
//! A text is parted into numbers, words and marks; the forms are patterns over those, so that one reader serves the
//! machine's forms (ISO 8601, RFC 2822, seconds since 1970), the press of some seventy languages, and the digits and
//! calendars of other scripts (Buddhist years, the Persian solar year, Japanese eras).

mod calendar;
mod clock;
mod relative;
mod token;

use std::fmt;
use std::sync::OnceLock;

use jiff::civil::{Date, Time};

use crate::data::dates::{ERAS, LUNAR_MONTHS, PERSIAN_MONTHS};
use crate::data::months::{CROATIAN, MONTHS};
use crate::dom::text::{Lookup, digit, is_cjk};
pub use calendar::offset_minutes;
pub use relative::read as read_relative;
use token::{Token, tokens};

/// A point in time as a page gives it: a day, perhaps a time of day, perhaps an offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The day.
    pub date: Date,
    /// The time of day.
    pub time: Option<Time>,
    /// Minutes east of Greenwich.
    pub offset: Option<i16>,
}

impl fmt::Display for Stamp {
    /// RFC 3339; the date alone where the time or the offset is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.date.year(), self.date.month(), self.date.day())?;
        let (Some(time), Some(offset)) = (self.time, self.offset) else { return Ok(()) };
        write!(f, "T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
        if offset == 0 {
            return f.write_str("Z");
        }
        let sign = if offset < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
    }
}

impl Stamp {
    fn day(date: Date) -> Self {
        Self { date, time: None, offset: None }
    }

    /// How much of it is known: 1 for a day, 2 with a time, 3 with an offset.
    #[must_use]
    pub fn precision(&self) -> u8 {
        1 + u8::from(self.time.is_some()) + u8::from(self.time.is_some() && self.offset.is_some())
    }

    /// How many days later another is; exact for neighbours.
    #[must_use]
    pub fn days_to(&self, other: Self) -> i16 {
        let years = other.date.year() - self.date.year();
        let length =
            if self.date.in_leap_year() && years > 0 || other.date.in_leap_year() && years < 0 { 366 } else { 365 };
        years * length + other.date.day_of_year() - self.date.day_of_year()
    }

    /// The day whose number is this one's month, and the other way round: what "03/10/2023" may mean as well.
    #[must_use]
    pub fn turned(&self) -> Option<Date> {
        Date::new(self.date.year(), self.date.day(), self.date.month()).ok().filter(|date| *date != self.date)
    }

    /// An hour or two before midnight to the second, in universal time, as the midnight that follows.
    #[must_use]
    pub fn from_midnight(self) -> Self {
        let before =
            self.time.filter(|time| time.minute() == 0 && time.second() == 0).map_or(0, |time| 24 - time.hour());
        let next = self.date.tomorrow().ok().filter(|_| self.offset == Some(0) && matches!(before, 1 | 2));
        next.map_or(self, |date| Self { date, time: Some(Time::midnight()), offset: Some(i16::from(before) * 60) })
    }

    /// This moment, given in universal time, by the clock of the place whose day a page shows.
    #[must_use]
    pub fn at_place(&self, shown: Self) -> Self {
        let (Some(there), Some(here)) = (shown.time, self.time) else { return shown };
        let minutes = |time: Time| i16::from(time.hour()) * 60 + i16::from(time.minute());
        let offset = self.days_to(shown).signum() * 24 * 60 + minutes(there) - minutes(here);
        let is_zone = offset % 15 == 0 && offset.abs() <= 14 * 60;
        Self { offset: Some(offset).filter(|_| is_zone).or(shown.offset), ..shown }
    }
}

/// Whether the day comes first where numbers are parted by slashes: what the first date says of which one number can be
/// no month.
#[must_use]
pub fn day_comes_first(text: &str) -> Option<bool> {
    let mut looked_at = 0;
    text.match_indices('/').find_map(|(slash, _)| {
        let own = |byte: &u8| byte.is_ascii_digit() || *byte == b'/';
        let before = text.as_bytes().get(looked_at..slash)?.iter().rev().take_while(|byte| own(byte)).count();
        let after = text.as_bytes().get(slash..)?.iter().take_while(|byte| own(byte)).count();
        looked_at = slash + after;
        let mut parts = text.get(slash - before..slash + after)?.split('/').map(str::parse::<u16>);
        let (Some(Ok(first)), Some(Ok(second)), Some(Ok(1900..2100))) = (parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        match (first, second) {
            (13..=31, 1..=12) => Some(true),
            (1..=12, 13..=31) => Some(false),
            _ => None,
        }
    })
}

/// A date found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The date.
    pub stamp: Stamp,
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The first date in a text. `lang` settles what the text leaves open: whether the month or the day comes first.
#[must_use]
pub fn read(text: &str, lang: &str) -> Option<Stamp> {
    all(text, lang).first().map(|found| found.stamp)
}

/// All dates in a text, in order.
#[must_use]
pub fn all(text: &str, lang: &str) -> Vec<Found> {
    if !text.contains(|c| digit(c).is_some() || is_cjk(c)) {
        return Vec::new();
    }
    let reader = Reader { text, tokens: tokens(text), lang };
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        match reader.date_at(at) {
            Some((stamp, next)) => {
                let (stamp, next) = clock::complete(&reader, stamp, at, next);
                let end = reader.tokens.get(next.saturating_sub(1)).map_or(text.len(), |token| token.end);
                let start = reader.tokens.get(at).map_or(0, |token| token.start);
                found.push(Found { stamp, start, end });
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// So many tokens after a month's name its day is no longer its day.
const FAR: usize = 9;

/// A text in the reading.
struct Reader<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    lang: &'a str,
}

impl Reader<'_> {
    fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn number(&self, at: usize, digits: std::ops::RangeInclusive<u8>) -> Option<u32> {
        self.get(at)?.number.filter(|_| self.get(at).is_some_and(|token| digits.contains(&token.digits)))
    }

    fn word(&self, at: usize) -> Option<&str> {
        self.get(at).map(|token| token.word.as_str()).filter(|word| !word.is_empty())
    }

    fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.get(at).is_some_and(|token| token.mark.is_some_and(|mark| marks.contains(mark)))
    }

    /// The first token from `at` on that is no mark among these and no word that merely joins.
    fn skip(&self, mut at: usize, marks: &str) -> usize {
        while self.is_mark(at, marks) || self.word(at).is_some_and(joins) {
            at += 1;
        }
        at
    }

    /// A date that begins at a token, and the token after it.
    fn date_at(&self, at: usize) -> Option<(Stamp, usize)> {
        self.numeric(at)
            .or_else(|| self.east_asian(at))
            .or_else(|| self.in_signs(at))
            .or_else(|| self.day_month_year(at))
            .or_else(|| self.month_day_year(at))
            .or_else(|| self.year_month_day(at))
            .or_else(|| self.packed(at))
    }

    /// 2025-01-05, 2025/1/5, 5.1.2025, 1/5/2025.
    fn numeric(&self, at: usize) -> Option<(Stamp, usize)> {
        let mark = self.get(at + 1)?.mark.filter(|mark| matches!(mark, '-' | '/' | '.' | '‐' | '–' | '٫'))?;
        let gap = usize::from(self.get(at + 1)?.end < self.get(at + 2)?.start);
        if gap > 0 && mark != '.'
            || self.get(at + 3)?.mark != Some(mark)
            || at > 0 && self.is_mark(at - 1, "-/") && self.number(at.checked_sub(2)?, 1..=4).is_some()
        {
            return None;
        }
        let middle = self.number(at + 2, 1..=2)?;
        if let Some(year) = self.number(at, 4..=4) {
            let date = Self::settle(year, middle, self.number(at + 4, 1..=2)?)?;
            return Some((Stamp::day(date), at + 5));
        }
        let first = self.number(at, 1..=2)?;
        let year = self
            .number(at + 4, 4..=4)
            .or_else(|| self.number(at + 4, 2..=2).filter(|year| mark == '.' && *year < 40).map(|year| year + 2000))?;
        let month_first = mark == '/' && self.month_comes_first() || mark == '-' && self.is_american();
        let (day, month) = if month_first && first <= 12 || middle > 12 { (middle, first) } else { (first, middle) };
        Some((Stamp::day(Self::settle(year, month, day)?), at + 5))
    }

    fn month_comes_first(&self) -> bool {
        let lang = self.lang.to_ascii_lowercase();
        lang.is_empty() || lang == "en" || lang.starts_with("en-ph") || self.is_american()
    }

    fn is_american(&self) -> bool {
        let lang = self.lang.to_ascii_lowercase();
        lang.starts_with("en-us") || lang.starts_with("en_us")
    }

    /// 2025年1月5日, 2025년 1월 5일, 令和7年1月5日; ngày 5 tháng 1 năm 2025.
    fn east_asian(&self, at: usize) -> Option<(Stamp, usize)> {
        let begins = |at: usize, signs: &[&str]| {
            self.word(at).is_some_and(|word| signs.iter().any(|sign| word.starts_with(sign)))
        };
        if begins(at + 1, &["tháng"]) {
            let (day, month) = (self.number(at, 1..=2)?, self.number(at + 2, 1..=2)?);
            let next = if begins(at + 3, &["năm"]) { at + 4 } else { self.skip(at + 3, ",/-") };
            return Some((Stamp::day(Self::settle(self.number(next, 4..=4)?, month, day)?), next + 1));
        }
        let (year, at) = match self.era(at) {
            Some(found) => found,
            None => (self.number(at, 4..=4)?, at + 1),
        };
        if !(begins(at, &["年", "년"]) && begins(at + 2, &["月", "월"])) {
            return None;
        }
        let date = Self::settle(year, self.number(at + 1, 1..=2)?, self.number(at + 3, 1..=2)?)?;
        let end = at + 4 + usize::from(begins(at + 4, &["日", "일"]));
        Some((Stamp::day(date), end))
    }

    /// 二〇二四年十二月二十一日: numbers in signs of Han, as upright lines have them.
    fn in_signs(&self, at: usize) -> Option<(Stamp, usize)> {
        self.word(at).filter(|word| word.starts_with(is_cjk))?;
        let (year, at) = self.number_in_signs(at, &["年"])?;
        let (month, at) = self.number_in_signs(at, &["月"])?;
        let (day, at) = self.number_in_signs(at, &["日", "號"])?;
        Some((Stamp::day(Self::settle(year, month, day)?), at))
    }

    /// A number in signs of Han, and the token after the sign that ends it.
    fn number_in_signs(&self, from: usize, ends: &[&str]) -> Option<(u32, usize)> {
        const SIGNS: &str = "〇一二三四五六七八九";
        let (mut value, mut tens) = (0, 0);
        for at in from..from + 6 {
            let sign = self.word(at)?;
            if at > from && ends.contains(&sign) {
                return Some((tens + value, at + 1));
            }
            if sign == "十" {
                (tens, value) = (value.max(1) * 10, 0);
            } else {
                value = value * 10 + SIGNS.chars().position(|known| sign.starts_with(known))? as u32;
            }
        }
        None
    }

    /// A year counted by an era, and the token after its number.
    fn era(&self, at: usize) -> Option<(u32, usize)> {
        let start = self.get(at)?.start;
        let rest = self.text.get(start..)?;
        let (name, before) = ERAS.iter().find(|(name, _)| rest.starts_with(name))?;
        let next = (at..at + 4).find(|next| self.get(*next).is_some_and(|token| token.start >= start + name.len()))?;
        let year =
            if self.word(next).is_some_and(|word| word.starts_with('元')) { 1 } else { self.number(next, 1..=3)? };
        Some((u32::try_from(*before).ok()? + year, next + 1))
    }

    /// 5 January 2025, 5. Januar 2025, 5 de enero de 2025, ۵ دی ۱۴۰۳.
    fn day_month_year(&self, at: usize) -> Option<(Stamp, usize)> {
        let day = self.number(at, 1..=2)?;
        let mut next = at + 1;
        if self.word(next).is_some_and(is_ordinal) {
            next += 1;
        }
        let (month, after) = self.month(self.skip(next, ".,-/’'"))?;
        // The Levant names a month twice: آذار/مارس.
        let after = match self.month(after + 1) {
            Some((again, end)) if self.is_mark(after, "/") && again.number == month.number => end,
            _ => after,
        };
        let year_at = self.skip(after, ".,-/’'");
        let year = self.number(year_at, 4..=4)?;
        Some((Stamp::day(Self::in_calendar(year, month, day)?), year_at + 1))
    }

    /// January 5, 2025.
    fn month_day_year(&self, at: usize) -> Option<(Stamp, usize)> {
        // Most words of a text are far from any number.
        let near = self.tokens.get(at + 1..self.tokens.len().min(at + FAR))?;
        if near.iter().all(|token| token.digits == 0) {
            return None;
        }
        let (month, after) = self.month(at)?;
        let day_at = self.skip(after, ".-");
        let day = self.number(day_at, 1..=2)?;
        let after_day = day_at + 1 + usize::from(self.word(day_at + 1).is_some_and(is_ordinal));
        let year_at = self.skip(after_day, ".,-،");
        let year = self.number(year_at, 4..=4)?;
        Some((Stamp::day(Self::in_calendar(year, month, day)?), year_at + 1))
    }

    /// 2025. január 5., 2025 m. sausio 5 d.
    fn year_month_day(&self, at: usize) -> Option<(Stamp, usize)> {
        let year = self.number(at, 4..=4)?;
        let mut next = self.skip(at + 1, ".,-/");
        if self.word(next) == Some("m") {
            next = self.skip(next + 1, ".");
        }
        let (month, after) = self.month(next)?;
        let day_at = self.skip(after, ".,-/");
        let date = Self::in_calendar(year, month, self.number(day_at, 1..=2)?)?;
        Some((Stamp::day(date), day_at + 1))
    }

    /// 20250105, seconds or milliseconds since 1970.
    fn packed(&self, at: usize) -> Option<(Stamp, usize)> {
        let token = self.get(at)?;
        let digits = token.big.filter(|_| matches!(token.digits, 8 | 10 | 13 | 14))?;
        if matches!(token.digits, 10 | 13) {
            let seconds = i64::try_from(if token.digits == 13 { digits / 1000 } else { digits }).ok()?;
            // Only where the number is all there is: others are numbers of something.
            let whole = self.tokens.len() == 1;
            let moment = jiff::Timestamp::from_second(seconds).ok().filter(|_| whole)?;
            let utc = jiff::tz::Offset::UTC.to_datetime(moment);
            return Some((Stamp { date: utc.date(), time: Some(utc.time()), offset: Some(0) }, at + 1));
        }
        let day = if token.digits == 14 { digits / 1_000_000 } else { digits };
        let part = |by: u64, of: u64| u32::try_from(day / by % of).ok();
        let date = calendar::gregorian(part(10_000, 10_000)?, part(100, 100)?, part(1, 100)?)?;
        let clock = digits % 1_000_000;
        let time = (token.digits == 14).then(|| clock::of(clock / 10_000, clock / 100 % 100, clock % 100)).flatten();
        Some((Stamp { date, time, offset: None }, at + 1))
    }

    /// A date of numbers alone: the year tells the calendar.
    fn settle(year: u32, month: u32, day: u32) -> Option<Date> {
        match year {
            1300..=1499 => calendar::persian(year, month, day),
            2400..=2700 => calendar::gregorian(year - 543, month, day),
            _ => calendar::gregorian(year, month, day),
        }
    }

    fn in_calendar(year: u32, month: Month, day: u32) -> Option<Date> {
        if month.persian { calendar::persian(year, month.number, day) } else { Self::settle(year, month.number, day) }
    }

    /// The month that a word, or two words, name, and the token after it.
    fn month(&self, at: usize) -> Option<(Month, usize)> {
        let word = self.word(at)?;
        let next = if self.is_mark(at + 1, ".") { at + 2 } else { at + 1 };
        let pair = self.word(next).and_then(|second| self.named(&format!("{word} {second}")));
        if let Some(month) = pair {
            return Some((month, next + 1));
        }
        self.named(word).map(|month| (month, at + 1))
    }

    fn named(&self, name: &str) -> Option<Month> {
        let common = |number: usize| Month { number: number as u32 + 1, persian: false };
        if self.lang.starts_with("hr")
            && let Some((_, month)) = CROATIAN.iter().find(|row| row.0 == name)
        {
            return Some(Month { number: u32::from(*month), persian: false });
        }
        let at = *month_names().get(name)?;
        Some(if at < MONTHS.len() { common(at) } else { Month { persian: true, ..common(at - MONTHS.len()) } })
    }
}

/// Every name of a month with its place in the year, counted from 0; those of the Persian year follow those of ours. Laid
/// out once. The Levant's آذار is March; Persia's آذر is the ninth month.
fn month_names() -> &'static Lookup<'static, usize> {
    static NAMES: OnceLock<Lookup<usize>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let persian =
            PERSIAN_MONTHS.iter().zip(MONTHS.len()..).flat_map(|(names, at)| names.iter().map(move |name| (*name, at)));
        let common = MONTHS.iter().enumerate().flat_map(|(at, names)| names.split('|').map(move |name| (name, at)));
        let mut all = Lookup::default();
        for (name, at) in persian.chain(common) {
            all.of(name, || at);
        }
        all
    })
}

/// A month and the calendar that it is of.
#[derive(Clone, Copy)]
struct Month {
    number: u32,
    persian: bool,
}

/// Words between the parts of a date that say nothing of it.
fn joins(word: &str) -> bool {
    matches!(word, "de" | "of" | "del" | "di" | "da" | "den" | "the" | "d" | "ta" | "tou" | "م")
}

/// Endings of ordinal numbers.
fn is_ordinal(word: &str) -> bool {
    matches!(
        word,
        "st" | "nd" | "rd" | "th" | "er" | "re" | "e" | "º" | "ª" | "ème" | "го" | "е" | "an" | "ú" | "η" | "ης"
    )
}

/// Whether a text names a month of the Islamic lunar year.
#[must_use]
pub fn names_lunar_month(text: &str) -> bool {
    tokens(text).iter().any(|token| LUNAR_MONTHS.contains(&token.word.as_str()))
}

#[cfg(test)]
mod tests;
