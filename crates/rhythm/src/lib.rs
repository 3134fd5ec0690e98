//! Hours as people write them, read as rhythms: "2nd & 4th Tuesday 12:00pm - 4:00pm" becomes a
//! recurrence rule of RFC 5545 with its hours. What could not be read is named, word for word, and
//! nothing is guessed in silence: a text that was read by half says so, and is then doubtful.
//!
//! The crate asks no clock and does no I/O. It reads English and Spanish, gives the next dates in a
//! zone, and writes iCalendar.
//!
//! ```
//! use jiff::civil::date;
//!
//! let reading = rhythm::read("2nd & 4th Tuesday 12:00pm - 4:00pm");
//! assert!(reading.is_sure());
//! let [beat] = &reading.beats[..] else { unreachable!() };
//! assert_eq!(beat.rule(), "FREQ=MONTHLY;BYDAY=2TU,4TU");
//! assert_eq!(beat.to_string(), "FREQ=MONTHLY;BYDAY=2TU,4TU 12:00-16:00");
//! let next = rhythm::next_days(&reading.beats, date(2026, 3, 2), 2);
//! assert_eq!(next, [date(2026, 3, 10), date(2026, 3, 24)]);
//!
//! let half = rhythm::read("Every Saturday 9-11 a.m., weather permitting");
//! assert_eq!(half.beats[0].rule(), "FREQ=WEEKLY;BYDAY=SA");
//! assert_eq!(half.doubts, [rhythm::Doubt::NotUnderstood("weather permitting".to_owned())]);
//! ```
//!
//! # Rules worth knowing
//!
//! * "Every 3rd Tuesday" is the third Tuesday of the month, as those who publish such hours mean
//!   it. "Every other Tuesday" names no week to count from: it is not read.
//! * A half of the day that stands once counts for both ends where that makes sense: "4:00 – 5:30
//!   p.m.", "11:00 – 1:00 p.m.". Where none stands, as in "9-5", the hours of a working day are
//!   taken, and it is a doubt.
//! * Words that could change what is meant ("except", "until June", "by appointment", "seniors
//!   only") make the whole sentence unread. Words that are merely unknown are named, and what
//!   stands beside them is kept as doubtful.
//! * A sentence that says nothing of when ("Please bring a bag.") is neither read nor doubtful.
#![forbid(unsafe_code)]

mod assemble;
mod beat;
mod calendar;
mod clock;
mod dates;
mod lexicon;
mod planned;
mod read;
mod recurrence;
mod tokens;

pub use beat::{Beat, Hours, NotABeat, On, short};
pub use calendar::{Event, calendar};
pub use dates::{Occurrence, first_day, next, next_days};
pub use planned::{Planned, planned_calendar};
pub use read::{Doubt, Reading, read};
pub use recurrence::{NotARecurrence, Recurrence, Time};
