//! Calendars, and offsets that change with the season.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::Offset;

use crate::data::dates::EUROPE_EAST;

/// A day of the Gregorian calendar in the years in which web pages can tell of one.
pub fn gregorian(year: u32, month: u32, day: u32) -> Option<Date> {
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (1900..=2100).contains(&year).then_some(date)
}

/// A day of the Persian solar calendar. Leap years by the 33-year rule, which holds from 1206 to 1498.
pub fn persian(year: u32, month: u32, day: u32) -> Option<Date> {
    let month_length = if month <= 6 { 31 } else { 30 };
    if !(1206..=1498).contains(&year) || !(1..=12).contains(&month) || !(1..=month_length).contains(&day) {
        return None;
    }
    let leap = |year: u32| matches!(year % 33, 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30);
    // 1 Farvardin 1400 was 21 March 2021.
    let years: i64 = if year >= 1400 {
        (1400..year).map(|year| if leap(year) { 366 } else { 365 }).sum()
    } else {
        -(year..1400).map(|year| if leap(year) { 366i64 } else { 365 }).sum::<i64>()
    };
    let months = i64::from((month - 1).min(6)) * 31 + i64::from((month - 1).saturating_sub(6)) * 30;
    let days = years + months + i64::from(day) - 1;
    add_days(Date::new(2021, 3, 21).ok()?, days)
}

/// A day some days later. By way of seconds: a tenth of the code that spans of time would bring.
fn add_days(date: Date, days: i64) -> Option<Date> {
    let midnight = Offset::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok()?;
    let moment = Timestamp::from_second(midnight.as_second() + days * 86_400).ok()?;
    Some(Offset::UTC.to_datetime(moment).date())
}

/// A zone's minutes east of Greenwich on a day.
#[must_use]
pub fn offset_minutes(zone: i16, date: Date) -> i16 {
    if zone == EUROPE_EAST { if is_european_summer(date) { 180 } else { 120 } } else { zone }
}

/// From the last Sunday of March to the last of October (Directive 2000/84/EC).
fn is_european_summer(date: Date) -> bool {
    let last_sunday = |month: i8| {
        let last = Date::new(date.year(), month, 31).ok()?;
        let back = i64::from(last.weekday().since(Weekday::Sunday));
        add_days(last, -back)
    };
    matches!((last_sunday(3), last_sunday(10)), (Some(from), Some(to)) if from <= date && date < to)
}
