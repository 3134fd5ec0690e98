//! What is refused, each with a sentence.

use kernel::{Message, Refusal};

/// Why something about telling is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TellingRefusal {
    /// Not a mail address.
    AddressNotUnderstood,
    /// A letter needs somewhere to go.
    AddressNeeded,
    /// Not an hour.
    HourNotUnderstood,
    /// Guests of the network are told nothing by it.
    NotForGuests,
    /// A browser's own service that this network does not know.
    PlaceNotKnown,
    /// Enough browsers.
    PlacesFull,
    /// Enough letters that ask whether an address is theirs.
    EnoughLettersToday,
    /// A link of a letter that is not ours, or too old.
    LinkTooOld,
}

impl Refusal for TellingRefusal {
    fn message(&self) -> Message {
        match self {
            Self::AddressNotUnderstood => Message::plain("refused-mail-address"),
            Self::AddressNeeded => Message::plain("refused-mail-address-needed"),
            Self::HourNotUnderstood => Message::plain("refused-hour"),
            Self::NotForGuests => Message::plain("refused-guests-are-told-nothing"),
            Self::PlaceNotKnown => Message::plain("refused-wake-place"),
            Self::PlacesFull => Message::plain("refused-wake-places-full"),
            Self::EnoughLettersToday => Message::plain("refused-enough-letters"),
            Self::LinkTooOld => Message::plain("refused-letter-link"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::AddressNotUnderstood
            | Self::AddressNeeded
            | Self::HourNotUnderstood
            | Self::PlaceNotKnown => 422,
            Self::NotForGuests | Self::PlacesFull | Self::EnoughLettersToday | Self::LinkTooOld => {
                409
            }
        }
    }
}

store::stops_with!(TellingRefusal);
