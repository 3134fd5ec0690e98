//! The next dates of a rhythm.

use crate::beat::{Beat, Hours};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use rrule::RRuleSet;

/// One time that a table is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The day, in the zone of the place.
    pub day: Date,
    /// The hours, where they are known.
    pub hours: Option<Hours>,
}

/// The days of one beat from a day on, that day among them, at most `most`.
fn days(beat: &Beat, from: Date, most: u16) -> Vec<Date> {
    // Days are counted without a zone: at midnight UTC every date is itself.
    let rule = format!(
        "DTSTART:{}T000000Z\nRRULE:{}",
        from.strftime("%Y%m%d"),
        beat.rule()
    );
    let Ok(set) = rule.parse::<RRuleSet>() else {
        return Vec::new();
    };
    let date = |seconds: i64| {
        let at = Timestamp::from_second(seconds).ok()?;
        Some(at.to_zoned_datetime(TimeZone::UTC).date())
    };
    let found = set.all(most).dates;
    found.iter().filter_map(|at| date(at.timestamp())).collect()
}

/// The first day of a beat on or after a day.
pub fn first_day(beat: &Beat, from: Date) -> Option<Date> {
    days(beat, from, 1).first().copied()
}

/// The next days of a rhythm from a day on, that day among them; each day once, at most `most`.
pub fn next_days(beats: &[Beat], from: Date, most: u16) -> Vec<Date> {
    let mut all: Vec<Date> = beats
        .iter()
        .flat_map(|beat| days(beat, from, most))
        .collect();
    all.sort_unstable();
    all.dedup();
    all.truncate(usize::from(most));
    all
}

/// The next time of a rhythm that is not over at a moment, in the zone of the place. A time
/// without an end is over with its day.
pub fn next(beats: &[Beat], now: Timestamp, zone: &TimeZone) -> Option<Occurrence> {
    let local = now.to_zoned_datetime(zone.clone()).datetime();
    // What began yesterday may go on past midnight.
    let yesterday = local.date().yesterday().unwrap_or(local.date());
    let mut times: Vec<(jiff::civil::DateTime, Occurrence)> = Vec::new();
    for beat in beats {
        for day in days(beat, yesterday, 3) {
            let (from, end) = match beat.hours {
                None => (day.at(0, 0, 0, 0), day.tomorrow().ok()?.at(0, 0, 0, 0)),
                Some(Hours { from, until }) => {
                    let starts = day.to_datetime(from);
                    let ends = match until {
                        None => day.tomorrow().ok()?.at(0, 0, 0, 0),
                        Some(until) if until > from => day.to_datetime(until),
                        Some(until) => day.tomorrow().ok()?.to_datetime(until),
                    };
                    (starts, ends)
                }
            };
            if end > local {
                let hours = beat.hours;
                times.push((from, Occurrence { day, hours }));
            }
        }
    }
    times.sort_by_key(|(from, _)| *from);
    times.first().map(|(_, occurrence)| *occurrence)
}

/// The zone's changes of offset after a moment, for six years: when, from which offset, to which,
/// and whether summer time begins.
pub(crate) fn changes(zone: &TimeZone, from: Timestamp) -> Vec<(Timestamp, i32, i32, bool)> {
    const YEARS: i64 = 6;
    let until = from
        .checked_add((YEARS * 366 * 24).hours())
        .unwrap_or(Timestamp::MAX);
    let mut offset = zone.to_offset(from).seconds();
    let mut found = Vec::new();
    for change in zone.following(from) {
        if change.timestamp() > until {
            break;
        }
        let to = change.offset().seconds();
        found.push((change.timestamp(), offset, to, change.dst().is_dst()));
        offset = to;
    }
    found
}
