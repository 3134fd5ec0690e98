//! How often, as it is chosen from a list or written out as a rule.

use super::words::Choice;
use crate::{rules::CommitmentRefusal as No, tables::clock_from};
use ::rhythm::{NotARecurrence, Recurrence};
use jiff::civil::{Time as Clock, Weekday};
use kernel::Day;
use web::{Tongue, Typed, WEEKDAYS};

const EVERY: [(&str, &str); 10] = [
    ("", "commit-every-none"),
    ("1", "commit-every-1"),
    ("2", "commit-every-2"),
    ("3", "commit-every-3"),
    ("4", "commit-every-4"),
    ("m1", "commit-every-m1"),
    ("m2", "commit-every-m2"),
    ("m3", "commit-every-m3"),
    ("m4", "commit-every-m4"),
    ("m-1", "commit-every-last"),
];

pub(super) fn everies(tongue: &Tongue, chosen: &str) -> Vec<Choice> {
    EVERY
        .iter()
        .map(|(value, key)| Choice {
            value: (*value).to_owned(),
            words: tongue.say(key).to_owned(),
            chosen: *value == chosen,
        })
        .collect()
}

pub(super) fn days(tongue: &Tongue, typed: &Typed, old: &[Weekday]) -> Vec<Choice> {
    WEEKDAYS
        .iter()
        .enumerate()
        .map(|(at, key)| {
            let value = (at + 1).to_string();
            let was = old
                .iter()
                .any(|day| usize::from(day.to_monday_zero_offset().unsigned_abs()) == at);
            Choice {
                chosen: typed.all("day").any(|day| day == value) || was,
                words: tongue.say(key).to_owned(),
                value,
            }
        })
        .collect()
}

/// The days that were ticked.
pub(super) fn days_typed(typed: &Typed) -> Vec<Weekday> {
    let mut days: Vec<Weekday> = typed
        .all("day")
        .filter_map(|day| day.parse().ok())
        .filter_map(|day: i8| Weekday::from_monday_one_offset(day).ok())
        .collect();
    days.sort_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    days
}

impl From<NotARecurrence> for No {
    fn from(not: NotARecurrence) -> Self {
        match not {
            NotARecurrence::NotUnderstood => Self::RhythmNotUnderstood,
            NotARecurrence::TooOften => Self::RhythmTooOften,
            NotARecurrence::NeverComes => Self::RhythmNever,
        }
    }
}

/// The rhythm that was typed: chosen from the list, or a rule written out.
pub(super) fn when_typed(typed: &Typed, start: Day) -> Result<Option<Recurrence>, No> {
    let clock = match typed.some("clock") {
        None => Clock::midnight(),
        Some(text) => clock_from(text).ok_or(No::DayNotUnderstood)?,
    };
    let starts = start.date().to_datetime(clock);
    if let Some(rule) = typed.some("rule") {
        return Ok(Some(Recurrence::new(rule, starts)?));
    }
    let days = days_typed(typed);
    let every = typed.text("every");
    match (every, every.strip_prefix('m')) {
        ("", _) if days.is_empty() => Ok(None),
        ("", _) => Ok(Some(Recurrence::weekly(&days, 1, starts)?)),
        (_, Some(nth)) if EVERY.iter().any(|(value, _)| *value == every) => {
            let [day] = days.as_slice() else {
                return Err(No::RhythmNotUnderstood);
            };
            let name = ::rhythm::short(*day);
            Ok(Some(Recurrence::new(
                &format!("FREQ=MONTHLY;BYDAY={nth}{name}"),
                starts,
            )?))
        }
        (weeks, _) => {
            let weeks = weeks.parse().map_err(|_| No::RhythmNotUnderstood)?;
            Ok(Some(Recurrence::weekly(&days, weeks, starts)?))
        }
    }
}
