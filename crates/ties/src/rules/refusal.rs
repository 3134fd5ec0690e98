//! What a person can mend, in sentences.

use kernel::{Message, Refusal};

/// Why something about a tie cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieRefusal {
    /// Nobody goes by that name.
    NobodyByThatName,
    /// Oneself.
    SomebodyElse,
    /// They have been asked, or it is under way.
    UnderWay,
    /// It was not agreed on yet.
    NotAgreed,
    /// They have not met yet.
    NotMet,
    /// Two different people, and what one of them cares about.
    TwoNeeded,
}

impl Refusal for TieRefusal {
    fn message(&self) -> Message {
        match self {
            Self::NobodyByThatName => Message::plain("refused-tie-nobody"),
            Self::SomebodyElse => Message::plain("refused-tie-self"),
            Self::UnderWay => Message::plain("refused-tie-under-way"),
            Self::NotAgreed => Message::plain("refused-tie-not-agreed"),
            Self::NotMet => Message::plain("refused-tie-not-met"),
            Self::TwoNeeded => Message::plain("refused-tie-two"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::NobodyByThatName | Self::SomebodyElse | Self::TwoNeeded => 422,
            _ => 409,
        }
    }
}

store::stops_with!(TieRefusal);
