//! What a person can mend, in sentences.

use super::Order;
use kernel::{Message, Refusal};

/// Why something in a round cannot be done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoundRefusal {
    /// The piece has not been with these places.
    NotReached(Order),
    /// The same, in the names of the circle.
    NotReachedYet(String),
    /// The turn or stage it was meant for is over.
    MovedOn,
    /// Another stage comes first.
    StageComesLater,
    /// Nobody sits in it yet.
    NobodySits,
    /// Nobody waits for the piece.
    NobodyWaits,
    /// The piece is with somebody else.
    NotYourTurn,
    /// Only whoever keeps the round.
    KeepersOnly,
    /// The round is over.
    Closed,
    /// A turn is too short or too long.
    TurnLength,
    /// A breath is too short or too long.
    PauseLength,
    /// No question was typed.
    QuestionNeeded,
    /// No name was typed.
    NameNeeded,
    /// Somebody in this round goes by that name.
    NameTaken,
    /// There is no more room in it.
    RoundFull,
    /// There are as many rounds as can be held at once.
    TooManyRounds,
    /// A day and hour to close: later than now, within two months.
    ClosingTime,
    /// It is open to be read; nothing more is given into it.
    SlowOver,
    /// Nothing was typed.
    WordsNeeded,
    /// Say back what was heard first.
    HearFirst,
}

impl Refusal for RoundRefusal {
    fn message(&self) -> Message {
        Message::plain(match self {
            Self::NotReachedYet(names) => {
                return Message::plain("refused-round-reached").with("names", names.as_str());
            }
            Self::NotReached(_) => "refused-round-reached-some",
            Self::MovedOn => "refused-round-moved",
            Self::StageComesLater => "refused-round-later",
            Self::NobodySits => "refused-round-nobody",
            Self::NobodyWaits => "refused-round-waits",
            Self::NotYourTurn => "refused-round-turn",
            Self::KeepersOnly => "refused-round-keeper",
            Self::Closed => "refused-round-closed",
            Self::TurnLength => "refused-round-seconds",
            Self::PauseLength => "refused-round-pause",
            Self::QuestionNeeded => "refused-round-question",
            Self::NameNeeded => "refused-round-name",
            Self::NameTaken => "refused-round-name-taken",
            Self::RoundFull => "refused-round-full",
            Self::TooManyRounds => "refused-round-many",
            Self::ClosingTime => "refused-slow-closes",
            Self::SlowOver => "refused-slow-over",
            Self::WordsNeeded => "refused-slow-words",
            Self::HearFirst => "refused-slow-hear",
        })
    }

    fn status(&self) -> u16 {
        match self {
            Self::TurnLength
            | Self::PauseLength
            | Self::QuestionNeeded
            | Self::NameNeeded
            | Self::ClosingTime
            | Self::WordsNeeded => 422,
            _ => 409,
        }
    }
}

store::stops_with!(RoundRefusal);
