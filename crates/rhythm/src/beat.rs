//! One beat of a rhythm: on which days, at which hours.

use jiff::civil::{Time, Weekday};
use std::{fmt, str::FromStr};

/// One beat of a rhythm: on which days, at which hours.
///
/// Written as a recurrence rule (RFC 5545, 3.3.10) and, after a blank, the hours:
/// `FREQ=MONTHLY;BYDAY=2TU,4TU 12:00-16:00`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beat {
    /// On which days.
    pub on: On,
    /// At which hours, in the zone of the place; none where only the day is known.
    pub hours: Option<Hours>,
}

/// On which days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum On {
    /// Every week on these days.
    Weekly(Vec<Weekday>),
    /// Every month on the first (1) to fifth (5), the last (-1) or the last but one (-2) of these.
    Monthly(Vec<(i8, Weekday)>),
}

/// From when and, where it was said, until when. An end that is not after the beginning is on the
/// next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// From when.
    pub from: Time,
    /// Until when.
    pub until: Option<Time>,
}

/// A text that is not a beat as [`Beat`] writes itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a beat")]
pub struct NotABeat;

pub(crate) const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];
const SHORT: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

pub(crate) fn number(day: Weekday) -> usize {
    usize::from(day.to_monday_zero_offset().unsigned_abs())
}

/// How rules of RFC 5545 name a day of the week: `MO` to `SU`.
pub fn short(day: Weekday) -> &'static str {
    SHORT[number(day)]
}

impl On {
    /// Each day once, in the order of the week; within it 1 to 5, then from the last.
    pub(crate) fn in_order(self) -> On {
        match self {
            On::Weekly(mut days) => {
                days.sort_by_key(|day| number(*day));
                days.dedup();
                On::Weekly(days)
            }
            On::Monthly(mut days) => {
                days.sort_by_key(|(nth, day)| (number(*day), *nth < 0, *nth));
                days.dedup();
                On::Monthly(days)
            }
        }
    }

    /// The weekdays it can fall on, in the order of the week.
    pub fn weekdays(&self) -> Vec<Weekday> {
        let on = |day: &Weekday| match self {
            On::Weekly(days) => days.contains(day),
            On::Monthly(days) => days.iter().any(|(_, other)| other == day),
        };
        WEEK.into_iter().filter(on).collect()
    }
}

impl Beat {
    /// The recurrence rule alone: `FREQ=WEEKLY;BYDAY=MO,WE`.
    pub fn rule(&self) -> String {
        let (freq, days): (_, Vec<String>) = match &self.on {
            On::Weekly(days) => (
                "WEEKLY",
                days.iter().map(|day| short(*day).to_owned()).collect(),
            ),
            On::Monthly(days) => (
                "MONTHLY",
                days.iter()
                    .map(|(nth, day)| format!("{nth}{}", short(*day)))
                    .collect(),
            ),
        };
        format!("FREQ={freq};BYDAY={}", days.join(","))
    }

    /// In plain English, as [`crate::read`] reads it back: "2nd Tuesday and 4th
    /// Tuesday of each month, 12:00 pm - 4:00 pm".
    pub fn in_english(&self) -> String {
        let name = |day: &Weekday| format!("{day:?}");
        let days = match &self.on {
            On::Weekly(days) => {
                let days: Vec<String> = days.iter().map(name).collect();
                format!("every {}", days.join(" and "))
            }
            On::Monthly(days) => {
                let one =
                    |(nth, day): &(i8, Weekday)| format!("{} {}", nth_in_english(*nth), name(day));
                let days: Vec<String> = days.iter().map(one).collect();
                format!("{} of each month", days.join(" and "))
            }
        };
        match self.hours {
            None => days,
            Some(Hours { from, until: None }) => format!("{days}, {}", in_english(from)),
            Some(Hours {
                from,
                until: Some(until),
            }) => format!("{days}, {} - {}", in_english(from), in_english(until)),
        }
    }
}

fn in_english(time: Time) -> String {
    let half = if time.hour() < 12 { "am" } else { "pm" };
    let hour = (time.hour() + 11) % 12 + 1;
    format!("{hour}:{:02} {half}", time.minute())
}

fn nth_in_english(nth: i8) -> &'static str {
    match nth {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        4 => "4th",
        5 => "5th",
        -2 => "second-to-last",
        _ => "last",
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.from.hour(), self.from.minute())?;
        match self.until {
            Some(until) => write!(f, "-{:02}:{:02}", until.hour(), until.minute()),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Beat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rule())?;
        match self.hours {
            Some(hours) => write!(f, " {hours}"),
            None => Ok(()),
        }
    }
}

fn time(text: &str) -> Result<Time, NotABeat> {
    let (hour, minute) = text.split_once(':').ok_or(NotABeat)?;
    let hour = hour.parse().map_err(|_| NotABeat)?;
    let minute = minute.parse().map_err(|_| NotABeat)?;
    Time::new(hour, minute, 0, 0).map_err(|_| NotABeat)
}

fn day(text: &str) -> Result<Weekday, NotABeat> {
    let at = SHORT.iter().position(|short| *short == text);
    at.map(|at| WEEK[at]).ok_or(NotABeat)
}

impl FromStr for Hours {
    type Err = NotABeat;

    fn from_str(text: &str) -> Result<Self, NotABeat> {
        let (from, until) = match text.split_once('-') {
            Some((from, until)) => (from, Some(time(until)?)),
            None => (text, None),
        };
        Ok(Hours {
            from: time(from)?,
            until,
        })
    }
}

impl FromStr for Beat {
    type Err = NotABeat;

    fn from_str(text: &str) -> Result<Self, NotABeat> {
        let (rule, hours) = match text.split_once(' ') {
            Some((rule, hours)) => (rule, Some(hours.parse()?)),
            None => (text, None),
        };
        let on = if let Some(days) = rule.strip_prefix("FREQ=WEEKLY;BYDAY=") {
            On::Weekly(days.split(',').map(day).collect::<Result<_, _>>()?)
        } else if let Some(days) = rule.strip_prefix("FREQ=MONTHLY;BYDAY=") {
            let nth = |text: &str| {
                let at = text.len().checked_sub(2).ok_or(NotABeat)?;
                let (nth, name) = text.split_at_checked(at).ok_or(NotABeat)?;
                let nth: i8 = nth.parse().map_err(|_| NotABeat)?;
                if !matches!(nth, 1..=5 | -2..=-1) {
                    return Err(NotABeat);
                }
                Ok((nth, day(name)?))
            };
            On::Monthly(days.split(',').map(nth).collect::<Result<_, _>>()?)
        } else {
            return Err(NotABeat);
        };
        Ok(Beat { on, hours })
    }
}
