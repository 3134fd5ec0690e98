//! What a person can mend, in sentences.

use kernel::{Message, Refusal};

/// Why somebody cannot be vouched for, or let in, now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VouchRefusal {
    /// Whoever vouches came in less than ninety days ago.
    TooNew,
    /// Known for too short, and too little done together.
    TooLittle,
    /// Nobody goes by that name, or they are in.
    Nobody,
    /// For oneself.
    Oneself,
    /// They have vouched for them.
    Already,
    /// Two that are independent of one another are needed.
    NotIndependent,
    /// The space has not said yes.
    NotAdopted,
    /// It takes vouches already.
    SpaceThere,
    /// Only whoever looks after the circle.
    StewardsOnly,
}

impl Refusal for VouchRefusal {
    fn message(&self) -> Message {
        match self {
            Self::TooNew => Message::plain("refused-vouch-new"),
            Self::TooLittle => Message::plain("refused-vouch-little"),
            Self::Nobody => Message::plain("refused-vouch-nobody"),
            Self::Oneself => Message::plain("refused-vouch-self"),
            Self::Already => Message::plain("refused-vouch-already"),
            Self::NotIndependent => Message::plain("refused-vouch-independent"),
            Self::NotAdopted => Message::plain("refused-vouch-adopted"),
            Self::SpaceThere => Message::plain("refused-vouch-space"),
            Self::StewardsOnly => Message::plain("refused-vouch-stewards"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::TooLittle | Self::Nobody | Self::Oneself => 422,
            _ => 409,
        }
    }
}

store::stops_with!(VouchRefusal);
