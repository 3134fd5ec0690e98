//! Why something about an open table cannot be done now, each as a sentence.

use kernel::{Message, Refusal};

/// Why something about an open table cannot be done now.
#[derive(Debug, PartialEq)]
pub enum TableRefusal {
    /// It has no name.
    NameNeeded,
    /// It has no place.
    PlaceNeeded,
    /// Nobody said when.
    RhythmNeeded,
    /// Nobody keeps it.
    KeeperNeeded,
    /// Somebody named a circle they are not in, or an organisation they do not speak for.
    NotYourKeeper,
    /// Only those who keep it.
    NotYours,
    /// A day that could not be read, or that is past or too far off.
    ReviewDay,
    /// A closed table says until when.
    ClosedDay,
    /// A closed table says why, to everybody.
    ClosedWordsNeeded,
    /// It has ended.
    Ended,
    /// It is open already.
    OpenAlready,
    /// Nothing of its rhythm was read, so there is nothing to confirm.
    NothingToConfirm,
    /// A batch that has been undone, or is too old.
    BatchGone,
}

impl Refusal for TableRefusal {
    fn message(&self) -> Message {
        match self {
            Self::NameNeeded => Message::plain("refused-table-name"),
            Self::PlaceNeeded => Message::plain("refused-table-place"),
            Self::RhythmNeeded => Message::plain("refused-table-rhythm"),
            Self::KeeperNeeded => Message::plain("refused-table-keeper"),
            Self::NotYourKeeper => Message::plain("refused-table-not-your-keeper"),
            Self::NotYours => Message::plain("refused-table-not-yours"),
            Self::ReviewDay => Message::plain("refused-table-review-day")
                .with("days", i64::from(super::LOOK_AGAIN_DAYS)),
            Self::ClosedDay => Message::plain("refused-table-closed-day")
                .with("days", i64::from(super::LOOK_AGAIN_DAYS)),
            Self::ClosedWordsNeeded => Message::plain("refused-table-closed-words"),
            Self::Ended => Message::plain("refused-table-ended"),
            Self::OpenAlready => Message::plain("refused-table-open-already"),
            Self::NothingToConfirm => Message::plain("refused-table-nothing-to-confirm"),
            Self::BatchGone => Message::plain("refused-table-batch-gone"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::NameNeeded
            | Self::PlaceNeeded
            | Self::RhythmNeeded
            | Self::KeeperNeeded
            | Self::ReviewDay
            | Self::ClosedDay
            | Self::ClosedWordsNeeded => 422,
            _ => 409,
        }
    }
}

store::stops_with!(TableRefusal);
