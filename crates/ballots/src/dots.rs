//! Dots: each voter has some, and puts them where they like.

use std::fmt;

use crate::order::groups;
use crate::text::{printed, read_pairs, write_pairs};
use crate::{BallotError, TextError};

/// The most dots a voter can have.
pub const MOST_DOTS: u32 = 1_000_000;

/// What a ballot with dots looks like: how many options, how many dots, and how many may lie on one option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DotForm {
    options: usize,
    dots: u32,
    most_on_one: u32,
}

/// One ballot: how many dots lie on each option. It holds nothing else: no time, no number, nobody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Dots {
    on: Vec<u32>,
}

impl DotForm {
    /// A form with 1 to [`MOST_OPTIONS`](crate::MOST_OPTIONS) options and 1 to [`MOST_DOTS`] dots, of which 1 to all may lie on one.
    ///
    /// # Errors
    /// [`BallotError::OptionsOutOfRange`], [`BallotError::DotsOutOfRange`].
    pub fn new(options: usize, dots: u32, most_on_one: u32) -> Result<DotForm, BallotError> {
        crate::ranked::check_options(options)?;
        for (dots, most) in [(dots, MOST_DOTS), (most_on_one, dots)] {
            if !(1..=most).contains(&dots) {
                return Err(BallotError::DotsOutOfRange { dots, most });
            }
        }
        Ok(DotForm {
            options,
            dots,
            most_on_one,
        })
    }

    /// How many options there are.
    #[must_use]
    pub fn options(&self) -> usize {
        self.options
    }

    /// How many dots each voter has.
    #[must_use]
    pub fn dots(&self) -> u32 {
        self.dots
    }

    /// How many of them may lie on one option.
    #[must_use]
    pub fn most_on_one(&self) -> u32 {
        self.most_on_one
    }

    /// A ballot from the dots on each option. Dots that were not given are no fault.
    ///
    /// # Errors
    /// [`BallotError::OtherForm`] for another number of options, [`BallotError::TooManyOnOne`] and
    /// [`BallotError::TooManyDots`].
    pub fn ballot(&self, on: Vec<u32>) -> Result<Dots, BallotError> {
        if on.len() != self.options {
            return Err(BallotError::OtherForm);
        }
        let mut given = 0;
        for (option, &dots) in on.iter().enumerate() {
            given = self.one_more(given, option, dots)?;
        }
        Ok(Dots { on })
    }

    /// Reads a ballot: `1:3 4:2` is three dots on the first option and two on the fourth. An empty text or a
    /// single `-` is a blank ballot.
    ///
    /// # Errors
    /// The place and what is wrong there; besides what [`DotForm::ballot`] refuses, an option that is not there or
    /// stands twice, and signs that do not fit.
    pub fn read(&self, text: &str) -> Result<Dots, TextError> {
        let mut on: Vec<Option<u32>> = vec![None; self.options];
        let mut given = 0;
        read_pairs(text, self.options, |option, dots| {
            if on[option].replace(dots).is_some() {
                let number = printed(option);
                return Err(BallotError::OptionTwice { number });
            }
            given = self.one_more(given, option, dots)?;
            Ok(())
        })?;
        let on = on.into_iter().map(Option::unwrap_or_default).collect();
        Ok(Dots { on })
    }

    fn one_more(&self, given: u64, option: usize, dots: u32) -> Result<u64, BallotError> {
        if dots > self.most_on_one {
            return Err(BallotError::TooManyOnOne {
                number: printed(option),
                dots,
                most: self.most_on_one,
            });
        }
        let given = given + u64::from(dots);
        if given > u64::from(self.dots) {
            return Err(BallotError::TooManyDots {
                dots: given,
                most: self.dots,
            });
        }
        Ok(given)
    }

    /// A count of no ballots yet.
    #[must_use]
    pub fn count(&self) -> DotCount {
        DotCount {
            form: *self,
            sums: vec![0; self.options],
            ballots: 0,
            blank: 0,
        }
    }
}

impl Dots {
    /// The dots on each option.
    #[must_use]
    pub fn on(&self) -> &[u32] {
        &self.on
    }

    /// Whether no dot lies anywhere.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.on.iter().all(|&dots| dots == 0)
    }
}

/// As [`DotForm::read`] reads it, options in their order: equal ballots are equal texts.
impl fmt::Display for Dots {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_pairs(to, self.on.iter().map(|&dots| (dots > 0).then_some(dots)))
    }
}

/// The dots of many ballots: for each option their sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DotCount {
    form: DotForm,
    sums: Vec<u64>,
    ballots: u32,
    blank: u32,
}

impl DotCount {
    /// One ballot more. O(n).
    ///
    /// # Errors
    /// What [`DotForm::ballot`] would refuse, for a ballot of another form, and [`BallotError::TooManyBallots`].
    pub fn add(&mut self, ballot: &Dots) -> Result<(), BallotError> {
        if ballot.on.len() != self.form.options {
            return Err(BallotError::OtherForm);
        }
        let mut given = 0;
        for (option, &dots) in ballot.on.iter().enumerate() {
            given = self.form.one_more(given, option, dots)?;
        }
        let ballots = self.ballots.checked_add(1);
        self.ballots = ballots.ok_or(BallotError::TooManyBallots)?;
        self.blank += u32::from(given == 0);
        for (sum, &dots) in self.sums.iter_mut().zip(&ballot.on) {
            *sum += u64::from(dots);
        }
        Ok(())
    }

    /// All ballots of another count of the same form as well. O(n).
    ///
    /// # Errors
    /// [`BallotError::OtherForm`], [`BallotError::TooManyBallots`].
    pub fn merge(&mut self, other: &DotCount) -> Result<(), BallotError> {
        if self.form != other.form {
            return Err(BallotError::OtherForm);
        }
        let ballots = self.ballots.checked_add(other.ballots);
        self.ballots = ballots.ok_or(BallotError::TooManyBallots)?;
        self.blank += other.blank;
        for (sum, more) in self.sums.iter_mut().zip(&other.sums) {
            *sum += more;
        }
        Ok(())
    }

    /// The form all of them have.
    #[must_use]
    pub fn form(&self) -> &DotForm {
        &self.form
    }

    /// How many ballots, the blank ones with them.
    #[must_use]
    pub fn ballots(&self) -> u32 {
        self.ballots
    }

    /// How many of them have no dot anywhere.
    #[must_use]
    pub fn blank(&self) -> u32 {
        self.blank
    }

    /// The sum of dots on each option.
    #[must_use]
    pub fn sums(&self) -> &[u64] {
        &self.sums
    }

    /// Dots that were there to give and were not given, those of blank ballots with them.
    #[must_use]
    pub fn not_given(&self) -> u64 {
        u64::from(self.ballots) * u64::from(self.form.dots) - self.sums.iter().sum::<u64>()
    }

    /// The options from most dots to fewest; those with as many stand together. O(n log n).
    #[must_use]
    pub fn order(&self) -> Vec<Vec<u32>> {
        groups(self.sums.len(), |one, other| {
            self.sums[other].cmp(&self.sums[one])
        })
    }
}
