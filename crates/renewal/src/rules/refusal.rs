//! What a person can mend, in sentences.

use kernel::{Day, Message, Refusal};

/// Why something about stepping back or renewal cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenewalRefusal {
    /// A day that is none, has passed, or comes later than this one.
    DayNotUnderstood(Day),
    /// To be reached before the last day, or after this one.
    ReachTooLong(Day),
    /// That thing cannot become that.
    NotThisWay,
    /// Nobody was named.
    NameNeeded,
    /// Nobody here goes by that name.
    NameNotFound,
    /// Whoever was named rests, or is the one who steps back.
    NameRests,
    /// Newcomers hold nothing yet.
    NothingHeldYet,
    /// They are on their way already.
    AlreadyGoing,
    /// Whoever it is about speaks for themself.
    YouSpeakYourself,
    /// Neither their buddy, nor whoever learns alongside, nor of Care, nor a steward.
    NotNear,
    /// A second person must say yes, not the same one.
    SecondNeeded,
    /// A season that begins in the past.
    SeasonPast,
    /// Shorter than three weeks: this day at the earliest.
    SeasonShort(Day),
    /// Longer than two months: this day at the latest.
    SeasonLong(Day),
    /// Read together before its end, or after this day.
    GatheringDay(Day),
    /// There is one at that time already.
    SeasonThere,
    /// It has opened.
    SeasonBegan,
    /// It is not being gathered.
    NotGathering,
    /// No season hears words now.
    SeasonNotOpen,
    /// Only whoever looks after the whole.
    NotYoursToPlan,
    /// Only whoever looks after a circle of theirs, or their buddy.
    NotYoursToRelay,
    /// Nothing was chosen.
    WordNeeded,
}

impl Refusal for RenewalRefusal {
    fn message(&self) -> Message {
        match self {
            Self::DayNotUnderstood(day) => Message::plain("refused-going-day").with("day", *day),
            Self::ReachTooLong(day) => Message::plain("refused-going-reach").with("day", *day),
            Self::NotThisWay => Message::plain("refused-going-way"),
            Self::NameNeeded => Message::plain("refused-going-name"),
            Self::NameNotFound => Message::plain("refused-going-nobody"),
            Self::NameRests => Message::plain("refused-going-rests"),
            Self::NothingHeldYet => Message::plain("refused-going-newcomer"),
            Self::AlreadyGoing => Message::plain("refused-going-already"),
            Self::YouSpeakYourself => Message::plain("refused-emergency-self"),
            Self::NotNear => Message::plain("refused-emergency-near"),
            Self::SecondNeeded => Message::plain("refused-emergency-second"),
            Self::SeasonPast => Message::plain("refused-renewal-past"),
            Self::SeasonShort(day) => Message::plain("refused-renewal-short").with("day", *day),
            Self::SeasonLong(day) => Message::plain("refused-renewal-long").with("day", *day),
            Self::GatheringDay(day) => Message::plain("refused-renewal-gathers").with("day", *day),
            Self::SeasonThere => Message::plain("refused-renewal-there"),
            Self::SeasonBegan => Message::plain("refused-renewal-began"),
            Self::NotGathering => Message::plain("refused-renewal-not-gathering"),
            Self::SeasonNotOpen => Message::plain("refused-renewal-not-open"),
            Self::NotYoursToPlan => Message::plain("refused-renewal-yours"),
            Self::NotYoursToRelay => Message::plain("refused-renewal-relay"),
            Self::WordNeeded => Message::plain("refused-renewal-word"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::DayNotUnderstood(_)
            | Self::ReachTooLong(_)
            | Self::NameNeeded
            | Self::NameNotFound
            | Self::NameRests
            | Self::SeasonPast
            | Self::SeasonShort(_)
            | Self::SeasonLong(_)
            | Self::GatheringDay(_)
            | Self::WordNeeded => 422,
            _ => 409,
        }
    }
}

store::stops_with!(RenewalRefusal);
