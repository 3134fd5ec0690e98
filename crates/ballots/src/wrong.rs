//! What can be wrong with a ballot, each so plain that a page can say it.

use std::{error::Error, fmt};

/// Why a form, a ballot or a sum is refused. Nothing was changed.
///
/// Options are named as they are printed on the ballot, beginning at 1, whether the ballot came as text or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BallotError {
    /// A form has no options, or more than [`MOST_OPTIONS`](crate::MOST_OPTIONS).
    OptionsOutOfRange {
        /// How many were given.
        options: usize,
        /// The most there can be.
        most: usize,
    },
    /// A form gives no dots, or more than [`MOST_DOTS`](crate::MOST_DOTS); or it lets none, or more than all of
    /// them, lie on one option.
    DotsOutOfRange {
        /// How many were given.
        dots: u32,
        /// The most there can be.
        most: u32,
    },
    /// The highest score of a form is 0, or more than [`MOST_SCORE`](crate::MOST_SCORE).
    HighestOutOfRange {
        /// The highest score given.
        highest: u32,
        /// The most it can be.
        most: u32,
    },
    /// A ballot names an option that the form does not have.
    NoSuchOption {
        /// The option, as printed.
        number: u64,
        /// How many options there are.
        options: usize,
    },
    /// A ballot names an option a second time.
    OptionTwice {
        /// The option, as printed.
        number: u64,
    },
    /// More dots lie on one option than the form allows.
    TooManyOnOne {
        /// The option, as printed.
        number: u64,
        /// How many lie there.
        dots: u32,
        /// The most that may.
        most: u32,
    },
    /// A ballot has more dots than there are to give.
    TooManyDots {
        /// How many it has.
        dots: u64,
        /// How many there are to give.
        most: u32,
    },
    /// A score is higher than the highest.
    ScoreTooHigh {
        /// The option, as printed.
        number: u64,
        /// The score.
        score: u32,
        /// The highest there is.
        most: u32,
    },
    /// A number of more than nine digits.
    NumberTooLong,
    /// A number should stand here.
    NumberExpected {
        /// What stands here instead; `None` where the text ends.
        found: Option<char>,
    },
    /// A sign that no ballot of this kind has here.
    NotExpected {
        /// What stands here; `None` where the text ends too early.
        found: Option<char>,
    },
    /// A ballot has another number of options than the form, a table of pairs is not square, or two counts are of
    /// two forms.
    OtherForm,
    /// A sum would hold more than [`MOST_BALLOTS`](crate::MOST_BALLOTS).
    TooManyBallots,
}

impl fmt::Display for BallotError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::OptionsOutOfRange { options, most } => {
                write!(to, "a ballot has 1 to {most} options, not {options}")
            }
            Self::DotsOutOfRange { dots, most } => {
                write!(to, "there can be 1 to {most} dots here, not {dots}")
            }
            Self::HighestOutOfRange { highest, most } => {
                write!(
                    to,
                    "the highest score can be 1 to {most} here, not {highest}"
                )
            }
            Self::NoSuchOption { number, options } => {
                write!(to, "there is no option {number}, there are {options}")
            }
            Self::OptionTwice { number } => write!(to, "option {number} stands here twice"),
            Self::TooManyOnOne { number, dots, most } => {
                write!(
                    to,
                    "{dots} dots lie on option {number}, and {most} may at most"
                )
            }
            Self::TooManyDots { dots, most } => {
                write!(to, "there are {dots} dots, and {most} to give")
            }
            Self::ScoreTooHigh {
                number,
                score,
                most,
            } => {
                write!(
                    to,
                    "option {number} has {score}, and the highest score is {most}"
                )
            }
            Self::NumberTooLong => write!(to, "this number is too long"),
            Self::NumberExpected { found: Some(found) } => {
                write!(to, "a number should stand here, not {found:?}")
            }
            Self::NumberExpected { found: None } => {
                write!(to, "a number should stand here, and the ballot ends")
            }
            Self::NotExpected { found: Some(found) } => write!(to, "{found:?} does not fit here"),
            Self::NotExpected { found: None } => write!(to, "the ballot ends too early"),
            Self::OtherForm => write!(to, "this is not of the same form"),
            Self::TooManyBallots => write!(to, "more ballots than one count can hold"),
        }
    }
}

impl Error for BallotError {}

/// What is wrong with a ballot that was typed, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextError {
    /// The place: which sign of the text, counting from 1; one past the last where the text ends too early.
    pub column: usize,
    /// What is wrong there.
    pub wrong: BallotError,
}

impl fmt::Display for TextError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "at sign {}: {}", self.column, self.wrong)
    }
}

impl Error for TextError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.wrong)
    }
}
