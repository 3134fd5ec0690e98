//! What a person can mend, in sentences.

use kernel::{Day, Message, Refusal};

/// Why something about a commitment cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitmentRefusal {
    /// Nothing was typed that says what.
    WordsNeeded,
    /// More than fits.
    WordsTooLong,
    /// A day to look at it again that has passed.
    ReviewPast,
    /// More than a year until it is looked at again.
    ReviewTooFar,
    /// A day or an hour that is none.
    DayNotUnderstood,
    /// A rhythm that cannot be read.
    RhythmNotUnderstood,
    /// A rhythm that comes more often than daily.
    RhythmTooOften,
    /// A rhythm that never comes.
    RhythmNever,
    /// Nobody was named for whom it is.
    ReceiverNeeded,
    /// Giver and receiver are the same.
    NotToOneself,
    /// They do not speak for that circle or organisation.
    NotYoursToSpeakFor,
    /// It is not an offer any more.
    NotOffered,
    /// It is not yet time to look at it again.
    NotYet(Day),
    /// It is not in force.
    NotLiving,
    /// It does not rest.
    NotResting,
    /// It was not set aside.
    NotSetAside,
    /// It has ended.
    HasEnded,
    /// It is being handed over already.
    HandingOverAlready,
    /// Only whoever gives it says this.
    GiverOnly,
    /// Only whoever receives it says this.
    ReceiverOnly,
    /// Somebody else was a moment quicker.
    PlaceTaken,
    /// It is not one of their times.
    NotYourTime,
    /// A time that is over.
    TimePassed,
    /// Resting people are asked for nothing, by themselves included.
    YouAreResting,
    /// Newcomers come along with somebody first.
    NotYetAMember,
    /// A ceiling that is no number from 0 to 12.
    CeilingNotUnderstood,
    /// A clause without numbers that can be kept.
    ClauseNotUnderstood,
    /// Numbers without the condition they are for.
    ClauseWithoutCondition,
    /// The clause was used as often as was agreed.
    UsedUp,
    /// It has no clause that wakes.
    NoClause,
    /// Nobody here goes by that name.
    SuccessorNotFound,
    /// Whoever shall take it on rests.
    SuccessorRests,
    /// Whoever offered it rests.
    GiverRests,
}

impl Refusal for CommitmentRefusal {
    fn message(&self) -> Message {
        match self {
            Self::WordsNeeded => Message::plain("refused-commit-words"),
            Self::WordsTooLong => Message::plain("refused-commit-long"),
            Self::ReviewPast => Message::plain("refused-commit-review-past"),
            Self::ReviewTooFar => Message::plain("refused-commit-review-far"),
            Self::DayNotUnderstood => Message::plain("refused-commit-day"),
            Self::RhythmNotUnderstood => Message::plain("refused-commit-rhythm"),
            Self::RhythmTooOften => Message::plain("refused-commit-rhythm-often"),
            Self::RhythmNever => Message::plain("refused-commit-rhythm-never"),
            Self::ReceiverNeeded => Message::plain("refused-commit-receiver"),
            Self::NotToOneself => Message::plain("refused-commit-oneself"),
            Self::NotYoursToSpeakFor => Message::plain("refused-commit-speak"),
            Self::NotOffered => Message::plain("refused-commit-not-offered"),
            Self::NotYet(day) => Message::plain("refused-commit-not-yet").with("day", *day),
            Self::NotLiving => Message::plain("refused-commit-not-living"),
            Self::NotResting => Message::plain("refused-commit-not-resting"),
            Self::NotSetAside => Message::plain("refused-commit-not-aside"),
            Self::HasEnded => Message::plain("refused-commit-ended"),
            Self::HandingOverAlready => Message::plain("refused-commit-handing"),
            Self::GiverOnly => Message::plain("refused-commit-giver-only"),
            Self::ReceiverOnly => Message::plain("refused-commit-receiver-only"),
            Self::PlaceTaken => Message::plain("refused-commit-place-taken"),
            Self::NotYourTime => Message::plain("refused-commit-not-time"),
            Self::TimePassed => Message::plain("refused-commit-time-passed"),
            Self::YouAreResting => Message::plain("refused-commit-resting"),
            Self::NotYetAMember => Message::plain("refused-commit-newcomer"),
            Self::CeilingNotUnderstood => Message::plain("refused-commit-ceiling-typed"),
            Self::ClauseNotUnderstood => Message::plain("refused-commit-clause"),
            Self::ClauseWithoutCondition => Message::plain("refused-commit-clause-when"),
            Self::UsedUp => Message::plain("refused-commit-used-up"),
            Self::NoClause => Message::plain("refused-commit-no-clause"),
            Self::SuccessorNotFound => Message::plain("refused-commit-successor"),
            Self::SuccessorRests => Message::plain("refused-commit-successor-rests"),
            Self::GiverRests => Message::plain("refused-commit-giver-rests"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::WordsNeeded
            | Self::WordsTooLong
            | Self::ReviewPast
            | Self::ReviewTooFar
            | Self::DayNotUnderstood
            | Self::RhythmNotUnderstood
            | Self::RhythmTooOften
            | Self::RhythmNever
            | Self::ReceiverNeeded
            | Self::NotToOneself
            | Self::CeilingNotUnderstood
            | Self::ClauseNotUnderstood
            | Self::ClauseWithoutCondition
            | Self::SuccessorNotFound => 422,
            _ => 409,
        }
    }
}

store::stops_with!(CommitmentRefusal);
