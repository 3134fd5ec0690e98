//! This practice's tables and queries; nobody else's.

mod asked;
mod commitment;
mod party;
mod place;
mod time;

pub(crate) use asked::*;
pub(crate) use commitment::*;
pub(crate) use party::*;
pub(crate) use place::*;
pub(crate) use time::*;

use jiff::civil::{DateTime, Time};
use kernel::Day;
use rhythm::Recurrence;

/// A review that got a word, by month; and one that got none until it was set aside.
pub(crate) const HEARD: (&str, &str) = ("heard-back", "heard");
pub(crate) const NOT_HEARD: (&str, &str) = ("heard-back", "silent");

/// An hour and a minute as they are stored: `17:00`.
pub(crate) fn clock_text(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// An hour and a minute as they were stored or typed.
pub(crate) fn clock_from(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':')?;
    let two = |text: &str| text.get(..2.min(text.len()))?.parse().ok();
    Time::new(two(hour)?, two(minute)?, 0, 0).ok()
}

/// A stored rhythm: its rule, its hour and its first day. A rule that was stored is one that was read.
pub(crate) fn recurrence(
    rule: Option<&str>,
    clock: Option<&str>,
    starts: Day,
) -> Option<Recurrence> {
    let time = clock.and_then(clock_from).unwrap_or(Time::midnight());
    let starts: DateTime = starts.date().to_datetime(time);
    Recurrence::new(rule?, starts).ok()
}
