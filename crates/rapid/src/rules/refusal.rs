//! What a person can mend, in sentences.

use kernel::{Message, Refusal};

/// Why something quick cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RapidRefusal {
    /// One of the three answers is missing.
    AnswersNeeded,
    /// From one hour to seven days.
    Hours,
    /// It has a cap, in whole numbers.
    CapNeeded,
    /// It waits no longer, or is gone.
    NotWaiting,
    /// A second person stands by it already.
    CosignedAlready,
    /// Whoever asks for it is not the second person.
    SecondNeeded,
    /// It does not act now.
    NotLive,
    /// It would cost more than is left of the cap.
    OverCap(i32),
    /// It has not ended, or was looked at.
    NotEnded,
    /// Whoever opened it does not say themself how it was.
    AnotherReviews,
    /// Words are missing.
    WordsNeeded,
    /// No caucus has that name.
    NoSuchCaucus,
    /// What happens, and where.
    ShapeNeeded,
    /// Nobody went to look.
    NobodyWent,
    /// Nobody said that they would go and look.
    NobodyLooks,
    /// Only what is confirmed is heard.
    NotConfirmed,
}

impl Refusal for RapidRefusal {
    fn message(&self) -> Message {
        match self {
            Self::AnswersNeeded => Message::plain("refused-rapid-answers"),
            Self::Hours => Message::plain("refused-rapid-hours"),
            Self::CapNeeded => Message::plain("refused-rapid-cap"),
            Self::NotWaiting => Message::plain("refused-rapid-not-waiting"),
            Self::CosignedAlready => Message::plain("refused-rapid-cosigned"),
            Self::SecondNeeded => Message::plain("refused-rapid-second"),
            Self::NotLive => Message::plain("refused-rapid-not-live"),
            Self::OverCap(left) => {
                Message::plain("refused-rapid-over").with("left", i64::from(*left))
            }
            Self::NotEnded => Message::plain("refused-rapid-not-ended"),
            Self::AnotherReviews => Message::plain("refused-rapid-reviewer"),
            Self::WordsNeeded => Message::plain("refused-rapid-words"),
            Self::NoSuchCaucus => Message::plain("refused-caucus-none"),
            Self::ShapeNeeded => Message::plain("refused-alert-shape"),
            Self::NobodyWent => Message::plain("refused-alert-nobody-went"),
            Self::NobodyLooks => Message::plain("refused-alert-nobody-looks"),
            Self::NotConfirmed => Message::plain("refused-alert-not-confirmed"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::AnswersNeeded
            | Self::Hours
            | Self::CapNeeded
            | Self::WordsNeeded
            | Self::NoSuchCaucus
            | Self::ShapeNeeded => 422,
            _ => 409,
        }
    }
}

store::stops_with!(RapidRefusal);
