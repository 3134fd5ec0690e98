//! Why something about an ask cannot be done now, each as a sentence.

use kernel::{Message, Refusal};

/// Why something about an ask cannot be done now.
#[derive(Debug, PartialEq)]
pub enum AskRefusal {
    /// Nothing was typed that says what would help.
    WordsNeeded,
    /// More words than fit.
    WordsTooLong,
    /// No way to reach the person or anyone for them.
    ContactNeeded,
    /// A day that could not be read.
    DayNotUnderstood,
    /// The line is closed; its public sentence says until when.
    LineClosed,
    /// Somebody else has said "I can", or it was withdrawn.
    NotOpen,
    /// The asker wants only the shift to come.
    ShiftOnly,
    /// Resting people are asked for nothing, by themselves included.
    YouAreResting,
    /// Newcomers come along with somebody first.
    NotYetAMember,
    /// Only whoever is on shift.
    ShiftOnlyDeed,
    /// Only people who answer the line take a shift.
    NotOnTheLine,
    /// Nobody has spoken with the asker yet.
    NotHeard,
    /// It has been heard already.
    AlreadyHeard,
    /// The asker has not said which words may be shared.
    NoConsent,
    /// The asker has not said that a partner may be told.
    NoPartnerConsent,
    /// Somebody said "I can" for an organisation they do not speak for.
    NotTheirs,
    /// Nothing was written for the board.
    PublishedNeeded,
    /// A name or a number stands in what would be on the board.
    PublishedHasContact,
    /// Only whoever said "I can".
    NotYours,
    /// Not agreed yet when and how.
    NotArranged,
    /// No plan was written.
    PlanNeeded,
    /// Not said done yet, so nobody is asked how it was.
    NotSaidDone,
    /// There is no follow-up to make.
    NoFollowUp,
    /// An honest no needs its reason in plain words.
    ReasonNeeded,
    /// It has ended already.
    AlreadyEnded,
    /// Too many guesses at a status page.
    TooManyGuesses,
    /// The code and the two digits do not fit together.
    CodeDoesNotFit,
    /// A complaint is heard by somebody who was not involved.
    YouWereInvolved,
    /// A complaint that is not at this step.
    ComplaintElsewhere,
    /// A hand-over note is confirmed by the next holder, not by who wrote it.
    NotYourNote,
    /// The word texts begin with is more than a word.
    NotAWord,
    /// A draw needs at least two codes of asks that are open, and fewer things than codes.
    DrawNeedsCodes,
    /// A code that is not of an open ask.
    DrawCodeUnknown(String),
    /// The second person rolls their own dice.
    DrawSecondPerson,
    /// A draw that has been made.
    DrawMade,
    /// Dice: digits from 1 to 6, at least ten from each.
    DiceNotUnderstood,
    /// The file could not be read.
    FileNeeded,
    /// A batch whose rows have moved on cannot be undone by itself.
    BatchGone,
}

impl Refusal for AskRefusal {
    fn message(&self) -> Message {
        match self {
            Self::WordsNeeded => Message::plain("refused-words-needed"),
            Self::WordsTooLong => Message::plain("refused-words-too-long"),
            Self::ContactNeeded => Message::plain("refused-contact-needed"),
            Self::DayNotUnderstood => Message::plain("refused-ask-day"),
            Self::LineClosed => Message::plain("refused-line-closed"),
            Self::NotOpen => Message::plain("refused-not-open"),
            Self::ShiftOnly => Message::plain("refused-shift-only"),
            Self::YouAreResting => Message::plain("refused-you-are-resting"),
            Self::NotYetAMember => Message::plain("refused-not-yet-a-member"),
            Self::ShiftOnlyDeed => Message::plain("refused-shift-deed"),
            Self::NotOnTheLine => Message::plain("refused-not-on-the-line"),
            Self::NotHeard => Message::plain("refused-not-heard"),
            Self::AlreadyHeard => Message::plain("refused-already-heard"),
            Self::NoConsent => Message::plain("refused-no-consent"),
            Self::NotTheirs => Message::plain("refused-not-theirs"),
            Self::NoPartnerConsent => Message::plain("refused-no-partner-consent"),
            Self::PublishedNeeded => Message::plain("refused-published-needed"),
            Self::PublishedHasContact => Message::plain("refused-published-contact"),
            Self::NotYours => Message::plain("refused-not-yours"),
            Self::NotArranged => Message::plain("refused-not-arranged"),
            Self::PlanNeeded => Message::plain("refused-plan-needed"),
            Self::NotSaidDone => Message::plain("refused-not-said-done"),
            Self::NoFollowUp => Message::plain("refused-no-follow-up"),
            Self::ReasonNeeded => Message::plain("refused-reason-needed"),
            Self::AlreadyEnded => Message::plain("refused-already-ended"),
            Self::TooManyGuesses => Message::plain("refused-code-guesses"),
            Self::CodeDoesNotFit => Message::plain("refused-code"),
            Self::YouWereInvolved => Message::plain("refused-involved"),
            Self::ComplaintElsewhere => Message::plain("refused-complaint-elsewhere"),
            Self::NotAWord => Message::plain("refused-not-a-word"),
            Self::NotYourNote => Message::plain("refused-own-note"),
            Self::DrawNeedsCodes => Message::plain("refused-draw-codes"),
            Self::DrawCodeUnknown(code) => {
                Message::plain("refused-draw-unknown").with("code", code)
            }
            Self::DrawSecondPerson => Message::plain("refused-draw-second"),
            Self::DrawMade => Message::plain("refused-draw-made"),
            Self::DiceNotUnderstood => Message::plain("refused-dice"),
            Self::FileNeeded => Message::plain("refused-file-needed"),
            Self::BatchGone => Message::plain("refused-batch-gone"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::WordsNeeded
            | Self::WordsTooLong
            | Self::ContactNeeded
            | Self::DayNotUnderstood
            | Self::PublishedNeeded
            | Self::PublishedHasContact
            | Self::PlanNeeded
            | Self::ReasonNeeded
            | Self::CodeDoesNotFit
            | Self::DrawNeedsCodes
            | Self::DrawCodeUnknown(_)
            | Self::DiceNotUnderstood
            | Self::NotAWord
            | Self::FileNeeded => 422,
            _ => 409,
        }
    }
}

store::stops_with!(AskRefusal);
