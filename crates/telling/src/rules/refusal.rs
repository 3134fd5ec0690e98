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
    /// What an answer was about is not there any more.
    AnswerTooLate,
    /// It takes a proof that it is them, which no letter is.
    OnYourPage,
    /// Nobody here goes by that name.
    NobodyByThatName,
    /// What was typed from a text is none of our words.
    TextUnclear,
    /// A word that came by text was not done; nobody but whose it is learns why.
    TextNotDone,
    /// Only whoever is on shift types what came by text.
    ShiftFirst,
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
            Self::AnswerTooLate => Message::plain("refused-answer-too-late"),
            Self::OnYourPage => Message::plain("refused-on-your-page"),
            Self::NobodyByThatName => Message::plain("refused-text-nobody"),
            Self::TextUnclear => Message::plain("refused-text-unclear"),
            Self::TextNotDone => Message::plain("refused-text-not-done"),
            Self::ShiftFirst => Message::plain("refused-text-shift-first"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::AddressNotUnderstood
            | Self::AddressNeeded
            | Self::HourNotUnderstood
            | Self::PlaceNotKnown
            | Self::NobodyByThatName
            | Self::TextUnclear => 422,
            Self::NotForGuests
            | Self::PlacesFull
            | Self::EnoughLettersToday
            | Self::LinkTooOld
            | Self::AnswerTooLate
            | Self::OnYourPage
            | Self::TextNotDone
            | Self::ShiftFirst => 409,
        }
    }
}

store::stops_with!(TellingRefusal);
