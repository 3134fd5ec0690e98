//! What a person can mend, in sentences.

use kernel::{Day, Message, Refusal};

/// Why something about rest cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestRefusal {
    /// A day that is none, or has passed.
    DayNotUnderstood,
    /// Nobody here goes by that name.
    CoverNotFound,
    /// Whoever shall cover rests, or is the one who rests.
    CoverRests,
    /// Newcomers hold nothing yet that could rest.
    NotYetAMember,
    /// Only whoever looks after the circle, or the whole.
    NotYoursToPlan,
    /// Less than three weeks before.
    TooSoon(Day),
    /// An end before its beginning.
    EndsBefore,
    /// Longer than two months.
    TooLong,
    /// It has begun, or is over.
    SeasonBegan,
    /// There is one at that time already.
    SeasonThere,
    /// Nothing was typed that says what is kept alive.
    DutyNeeded,
    /// Nothing was typed that others could read.
    WordsNeeded,
}

impl Refusal for RestRefusal {
    fn message(&self) -> Message {
        match self {
            Self::DayNotUnderstood => Message::plain("refused-rest-day"),
            Self::CoverNotFound => Message::plain("refused-rest-cover"),
            Self::CoverRests => Message::plain("refused-rest-cover-rests"),
            Self::NotYetAMember => Message::plain("refused-rest-newcomer"),
            Self::NotYoursToPlan => Message::plain("refused-season-yours"),
            Self::TooSoon(day) => Message::plain("refused-season-soon").with("day", *day),
            Self::EndsBefore => Message::plain("refused-season-ends"),
            Self::TooLong => Message::plain("refused-season-long"),
            Self::SeasonBegan => Message::plain("refused-season-began"),
            Self::SeasonThere => Message::plain("refused-season-there"),
            Self::DutyNeeded => Message::plain("refused-lifeline-duty"),
            Self::WordsNeeded => Message::plain("refused-lifeline-words"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::DayNotUnderstood
            | Self::CoverNotFound
            | Self::TooSoon(_)
            | Self::EndsBefore
            | Self::TooLong
            | Self::DutyNeeded
            | Self::WordsNeeded => 422,
            _ => 409,
        }
    }
}

store::stops_with!(RestRefusal);
