//! The words stages are stored as.

use crate::rules::Word;

kernel::text_enum!(
    /// The word a stage is stored as.
    StageWord {
        /// Received.
        Received = "received",
        /// Heard.
        Heard = "heard",
        /// Open.
        Open = "open",
        /// Claimed.
        Claimed = "claimed",
        /// Arranged.
        Arranged = "arranged",
        /// Said done.
        SaidDone = "said_done",
        /// The receiver: it helped.
        Confirmed = "confirmed",
        /// The receiver: partly.
        Partly = "partly",
        /// The receiver: it didn't help.
        NotRight = "not_right",
        /// The receiver: it made things harder.
        MadeHarder = "made_harder",
        /// A week of silence.
        Unconfirmed = "unconfirmed",
        /// With a partner.
        Referred = "referred",
        /// An honest no.
        Unable = "unable",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
);

impl StageWord {
    /// What the receiver said, where they did.
    pub fn word(self) -> Option<Word> {
        match self {
            Self::Confirmed => Some(Word::Helped),
            Self::Partly => Some(Word::Partly),
            Self::NotRight => Some(Word::DidntHelp),
            Self::MadeHarder => Some(Word::MadeHarder),
            _ => None,
        }
    }
}
