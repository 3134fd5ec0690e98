//! What a person can mend, in sentences.

use kernel::{Message, Refusal};

/// Why an answer cannot be taken now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PulseRefusal {
    /// Nothing is asked just now.
    NotOpen,
    /// A word to one of the two at least.
    WordNeeded,
    /// It is in already, and nobody can find it there.
    AnswerIn,
}

impl Refusal for PulseRefusal {
    fn message(&self) -> Message {
        match self {
            Self::NotOpen => Message::plain("refused-pulse-open"),
            Self::WordNeeded => Message::plain("refused-pulse-word"),
            Self::AnswerIn => Message::plain("refused-pulse-in"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::WordNeeded => 422,
            _ => 409,
        }
    }
}

store::stops_with!(PulseRefusal);
