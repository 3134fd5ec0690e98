//! Dates and times as people type them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// How a date like 8/9/2017 is meant. A whole file is read one way: a row that only makes sense
/// the other way is not turned round, because its neighbours would then be wrong in silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 8/31/2017
    #[default]
    MonthFirst,
    /// 31/8/2017
    DayFirst,
}

/// A moment that could be read, with what had to be decided about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) at: Timestamp,
    /// The day it falls on in the zone of the file.
    pub(crate) day: Date,
    pub(crate) doubts: Vec<Doubt>,
}

/// What was doubtful about a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// 22:10 PM
    TwiceMarked,
    /// 19:16:99
    NoSuchSeconds,
    /// 8/31/2017
    NoHour,
    /// 1:30 in the night the clocks go back
    ClockChange,
}

/// Reads a moment: ISO 8601 with an offset, or a local date with or without a time.
pub(crate) fn read_stamp(text: &str, order: DateOrder, zone: &TimeZone) -> Option<Stamp> {
    let text = one_kind_of_blank(text);
    let text = text.trim();
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(Stamp {
            at,
            day: zone.to_datetime(at).date(),
            doubts: Vec::new(),
        });
    }
    let (date, time) = match text.find([' ', 'T', ',']) {
        Some(cut) => (&text[..cut], text[cut + 1..].trim()),
        None => (text, ""),
    };
    let day = read_day(date, order)?;
    let mut doubts = Vec::new();
    let time = if time.is_empty() {
        doubts.push(Doubt::NoHour);
        Time::midnight()
    } else {
        read_time(time, &mut doubts)?
    };
    let local = zone.to_ambiguous_timestamp(DateTime::from_parts(day, time));
    if local.is_ambiguous() {
        doubts.push(Doubt::ClockChange);
    }
    let at = local.compatible().ok()?;
    Some(Stamp { at, day, doubts })
}

/// Three numbers between slashes, hyphens or points: year first with four digits, or year last.
fn read_day(text: &str, order: DateOrder) -> Option<Date> {
    let mark = ['/', '-', '.'].into_iter().find(|&m| text.contains(m))?;
    let mut parts = text.split(mark);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = match (first.len(), order) {
        (4, _) => (first, second, third),
        (_, DateOrder::MonthFirst) => (third, first, second),
        (_, DateOrder::DayFirst) => (third, second, first),
    };
    let year = match (year.len(), number(year)?) {
        // People who write two digits mean this century.
        (2, short) => 2000 + short,
        (4, full) if full >= 1900 => full,
        _ => return None,
    };
    let month = i8::try_from(number(month)?).ok()?;
    let day = i8::try_from(number(day)?).ok()?;
    Date::new(year, month, day).ok()
}

fn read_time(text: &str, doubts: &mut Vec<Doubt>) -> Option<Time> {
    let (clock, half) = split_half(text);
    let mut parts = clock.split(':');
    let hour = number(parts.next()?)?;
    let minute = two_digits(parts.next()?)?;
    let second = match parts.next() {
        None => 0,
        // Fractions of a second do not order any queue.
        Some(second) => two_digits(second.split('.').next()?)?,
    };
    if parts.next().is_some() {
        return None;
    }
    let second = if second > 59 {
        doubts.push(Doubt::NoSuchSeconds);
        0
    } else {
        second
    };
    let hour = match (half, hour) {
        (None, hour) => hour,
        (Some(Half::Before), 12) => 0,
        (Some(Half::Before), 0..12) => hour,
        (Some(Half::After), 12) => 12,
        (Some(Half::After), 1..12) => hour + 12,
        (Some(Half::After), 13..24) => {
            doubts.push(Doubt::TwiceMarked);
            hour
        }
        // 14:00 AM and 0:30 PM contradict themselves.
        _ => return None,
    };
    let part = |n| i8::try_from(n).ok();
    Time::new(part(hour)?, part(minute)?, part(second)?, 0).ok()
}

enum Half {
    Before,
    After,
}

/// Takes AM or PM off the end, also as "a. m." and "p.m.".
fn split_half(text: &str) -> (&str, Option<Half>) {
    let cut = text
        .find(|sign: char| sign.is_alphabetic())
        .unwrap_or(text.len());
    let (clock, marker) = text.split_at(cut);
    let marker: String = marker
        .chars()
        .filter(|sign| !matches!(sign, '.' | ' '))
        .flat_map(char::to_lowercase)
        .collect();
    match marker.as_str() {
        "am" => (clock.trim_end(), Some(Half::Before)),
        "pm" => (clock.trim_end(), Some(Half::After)),
        // Left on, so that the digits before it do not pass for a time.
        _ => (text, None),
    }
}

fn two_digits(text: &str) -> Option<i16> {
    if text.len() == 2 { number(text) } else { None }
}

fn number(text: &str) -> Option<i16> {
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// Spreadsheet programs put narrow and unbreakable blanks before AM and PM.
fn one_kind_of_blank(text: &str) -> String {
    text.chars()
        .map(|sign| if sign.is_whitespace() { ' ' } else { sign })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texas() -> TimeZone {
        crate::zone_named("America/Chicago").expect("a bundled zone")
    }

    fn read(text: &str) -> Option<(String, Vec<Doubt>)> {
        let stamp = read_stamp(text, DateOrder::MonthFirst, &texas())?;
        Some((stamp.at.to_string(), stamp.doubts))
    }

    fn plainly(text: &str) -> String {
        let (at, doubts) = read(text).expect(text);
        assert_eq!(doubts, [], "{text}");
        at
    }

    #[test]
    fn every_shape_that_people_typed_in_2017() {
        for (text, at) in [
            ("2017-08-31 12:52", "2017-08-31T17:52:00Z"),
            ("2017-08-30 11:05 AM", "2017-08-30T16:05:00Z"),
            ("2017-08-29 10:29 PM", "2017-08-30T03:29:00Z"),
            ("2017-09-02 8:41 AM", "2017-09-02T13:41:00Z"),
            ("2017-08-30 12:10 AM", "2017-08-30T05:10:00Z"),
            ("2017-08-30 12:10 PM", "2017-08-30T17:10:00Z"),
            ("8/30/2017 11:34", "2017-08-30T16:34:00Z"),
            ("8/30/2017 22:50:10", "2017-08-31T03:50:10Z"),
            ("2017-8-30 19:20:00", "2017-08-31T00:20:00Z"),
            ("8/31/2017 7:22:54", "2017-08-31T12:22:54Z"),
            ("8/30/17 9:07 PM", "2017-08-31T02:07:00Z"),
            ("8/31/2017 10:10:10 PM", "2017-09-01T03:10:10Z"),
            ("9/1/2017 7:14:55", "2017-09-01T12:14:55Z"),
            ("9/1/2017 12:59:00 PM", "2017-09-01T17:59:00Z"),
            ("2017-08-31T12:52:00-05:00", "2017-08-31T17:52:00Z"),
            ("2017-08-31T17:52:00Z", "2017-08-31T17:52:00Z"),
            ("2017-08-31T12:52:00", "2017-08-31T17:52:00Z"),
            ("8/31/2017, 5:31\u{202f}p. m.", "2017-08-31T22:31:00Z"),
        ] {
            assert_eq!(plainly(text), at, "{text}");
        }
    }

    #[test]
    fn what_is_doubtful_is_said() {
        for (text, at, doubts) in [
            (
                "8/30/2017 22:10:10 PM",
                "2017-08-31T03:10:10Z",
                vec![Doubt::TwiceMarked],
            ),
            (
                "8/31/2017 19:16:99 PM",
                "2017-09-01T00:16:00Z",
                vec![Doubt::NoSuchSeconds, Doubt::TwiceMarked],
            ),
            ("8/31/2017", "2017-08-31T05:00:00Z", vec![Doubt::NoHour]),
            (
                "11/5/2017 1:30",
                "2017-11-05T06:30:00Z",
                vec![Doubt::ClockChange],
            ),
            (
                "3/12/2017 2:30",
                "2017-03-12T08:30:00Z",
                vec![Doubt::ClockChange],
            ),
        ] {
            assert_eq!(read(text), Some((at.to_owned(), doubts)), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_not_guessed() {
        for text in [
            "",
            "baddate",
            "tomorrow",
            "30/8/2017 12:00",
            "2017-02-30 10:00",
            "8/31 12:00",
            "8/31/217",
            "14:00 AM",
            "8/31/2017 14:00 AM",
            "8/31/2017 0:30 PM",
            "8/31/2017 25:00",
            "8/31/2017 12:61",
            "8/31/2017 1:2",
            "8/31/2017 12",
            "8/31/2017 5:31 CDT",
            "1/2/3/2017",
            "8/31/2017 ayer",
            "T",
            ",",
            "-",
            "8/+1/2017",
            "é/1/2017",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn day_first_is_for_the_whole_file() {
        let day = |text| read_day(text, DateOrder::DayFirst).map(|day| day.to_string());
        assert_eq!(day("9/1/2017").as_deref(), Some("2017-01-09"));
        assert_eq!(day("31.8.17").as_deref(), Some("2017-08-31"));
        assert_eq!(day("2017-08-31").as_deref(), Some("2017-08-31"));
        assert_eq!(day("8/31/2017"), None);
    }

    #[test]
    fn the_day_of_an_offset_is_the_day_in_the_zone() {
        let stamp = read_stamp("2017-09-01T02:00:00Z", DateOrder::MonthFirst, &texas());
        assert_eq!(
            stamp.map(|s| s.day.to_string()).as_deref(),
            Some("2017-08-31")
        );
    }
}
