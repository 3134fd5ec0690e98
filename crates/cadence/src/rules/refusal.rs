//! What a person can mend, in sentences.

use kernel::{Day, Message, Refusal};
use rhythm::NotARecurrence;

/// Why something of P14 cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CadenceRefusal {
    /// A name is needed.
    NameNeeded,
    /// One of one's own circles is needed.
    CircleNeeded,
    /// A first day is needed.
    FirstNeeded,
    /// A time of day is needed.
    TimeNeeded,
    /// A season needs a last day, from tomorrow to this one.
    SeasonNeeded(Day),
    /// The rule cannot be read.
    NotUnderstood,
    /// The rule comes oftener than once a day.
    TooOften,
    /// No day fits the rule.
    NeverComes,
    /// No day of the season fits the rule.
    NotInSeason,
    /// That day is none of its times.
    NotPlanned,
    /// What became of that time is written down.
    ClosedAlready,
    /// That time is still to come.
    NotYet,
    /// The next date is after that time, up to this day.
    NextBetween(Day),
    /// There is another time on that day.
    AnotherThen,
    /// The circle says what comes next when the season ends.
    NotTheTime,
    /// It has ended.
    Ended,
}

impl From<NotARecurrence> for CadenceRefusal {
    fn from(not: NotARecurrence) -> Self {
        match not {
            NotARecurrence::NotUnderstood => Self::NotUnderstood,
            NotARecurrence::TooOften => Self::TooOften,
            NotARecurrence::NeverComes => Self::NeverComes,
        }
    }
}

impl Refusal for CadenceRefusal {
    fn message(&self) -> Message {
        Message::plain(match self {
            Self::NameNeeded => "refused-practice-name",
            Self::CircleNeeded => "refused-practice-circle",
            Self::FirstNeeded => "refused-practice-first",
            Self::TimeNeeded => "refused-practice-time",
            Self::SeasonNeeded(day) => {
                return Message::plain("refused-practice-season").with("day", *day);
            }
            Self::NotUnderstood => "refused-practice-rule",
            Self::TooOften => "refused-practice-often",
            Self::NeverComes => "refused-practice-never",
            Self::NotInSeason => "refused-practice-not-in-season",
            Self::NotPlanned => "refused-practice-not-planned",
            Self::ClosedAlready => "refused-practice-closed",
            Self::NotYet => "refused-practice-not-yet",
            Self::NextBetween(day) => {
                return Message::plain("refused-practice-next").with("day", *day);
            }
            Self::AnotherThen => "refused-practice-another",
            Self::NotTheTime => "refused-practice-not-the-time",
            Self::Ended => "refused-practice-ended",
        })
    }

    fn status(&self) -> u16 {
        match self {
            Self::ClosedAlready | Self::NotYet | Self::NotTheTime | Self::Ended => 409,
            _ => 422,
        }
    }
}

store::stops_with!(CadenceRefusal);
