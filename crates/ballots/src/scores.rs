//! Scores: each voter gives each option a number from 0 to the highest, or none.

use std::{cmp::Ordering, fmt};

use crate::order::groups;
use crate::text::{printed, read_pairs, write_pairs};
use crate::{BallotError, TextError};

/// The highest score a form can have.
pub const MOST_SCORE: u32 = 1_000_000;

/// What an option means that a voter gave no score. To be stated on the ballot; the count keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unscored {
    /// It says nothing of that option: the order is by the mean of the scores that were given.
    LeftAside,
    /// It is a score of 0: the order is by the sum.
    Zero,
}

impl Unscored {
    /// A word to keep it by, which never changes: `left-aside`, `zero`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Unscored::LeftAside => "left-aside",
            Unscored::Zero => "zero",
        }
    }

    /// The treatment of that word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Unscored> {
        [Unscored::LeftAside, Unscored::Zero]
            .into_iter()
            .find(|one| one.word() == word)
    }
}

/// What a ballot with scores looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ScoreForm {
    options: usize,
    highest: u32,
    unscored: Unscored,
}

/// One ballot: a score for each option, or none. It holds nothing else: no time, no number, nobody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scores {
    scores: Vec<Option<u32>>,
}

impl ScoreForm {
    /// A form with 1 to [`MOST_OPTIONS`](crate::MOST_OPTIONS) options and scores from 0 to `highest`, which is 1 to
    /// [`MOST_SCORE`].
    ///
    /// # Errors
    /// [`BallotError::OptionsOutOfRange`], [`BallotError::HighestOutOfRange`].
    pub fn new(options: usize, highest: u32, unscored: Unscored) -> Result<ScoreForm, BallotError> {
        crate::ranked::check_options(options)?;
        if !(1..=MOST_SCORE).contains(&highest) {
            return Err(BallotError::HighestOutOfRange {
                highest,
                most: MOST_SCORE,
            });
        }
        Ok(ScoreForm {
            options,
            highest,
            unscored,
        })
    }

    /// How many options there are.
    #[must_use]
    pub fn options(&self) -> usize {
        self.options
    }

    /// The highest score there is.
    #[must_use]
    pub fn highest(&self) -> u32 {
        self.highest
    }

    /// What an option without a score means.
    #[must_use]
    pub fn unscored(&self) -> Unscored {
        self.unscored
    }

    /// A ballot from a score, or none, for each option.
    ///
    /// # Errors
    /// [`BallotError::OtherForm`] for another number of options, [`BallotError::ScoreTooHigh`].
    pub fn ballot(&self, scores: Vec<Option<u32>>) -> Result<Scores, BallotError> {
        self.check(&scores)?;
        Ok(Scores { scores })
    }

    fn check(&self, scores: &[Option<u32>]) -> Result<(), BallotError> {
        if scores.len() != self.options {
            return Err(BallotError::OtherForm);
        }
        let mut given = scores.iter().enumerate();
        given.try_for_each(|(option, &score)| self.check_one(option, score.unwrap_or_default()))
    }

    fn check_one(&self, option: usize, score: u32) -> Result<(), BallotError> {
        if score <= self.highest {
            return Ok(());
        }
        Err(BallotError::ScoreTooHigh {
            number: printed(option),
            score,
            most: self.highest,
        })
    }

    /// Reads a ballot: `1:5 2:0` gives the first option 5, the second 0, and all others nothing. An empty text or
    /// a single `-` is a blank ballot.
    ///
    /// # Errors
    /// The place and what is wrong there: a score too high, an option that is not there or stands twice, signs
    /// that do not fit.
    pub fn read(&self, text: &str) -> Result<Scores, TextError> {
        let mut scores: Vec<Option<u32>> = vec![None; self.options];
        read_pairs(text, self.options, |option, score| {
            if scores[option].replace(score).is_some() {
                let number = printed(option);
                return Err(BallotError::OptionTwice { number });
            }
            self.check_one(option, score)
        })?;
        Ok(Scores { scores })
    }

    /// A count of no ballots yet.
    #[must_use]
    pub fn count(&self) -> ScoreCount {
        ScoreCount {
            form: *self,
            sums: vec![0; self.options],
            scored: vec![0; self.options],
            ballots: 0,
            blank: 0,
        }
    }
}

impl Scores {
    /// The score of each option, or none.
    #[must_use]
    pub fn scores(&self) -> &[Option<u32>] {
        &self.scores
    }

    /// Whether no option has a score.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.scores.iter().all(Option::is_none)
    }
}

/// As [`ScoreForm::read`] reads it, options in their order: equal ballots are equal texts.
impl fmt::Display for Scores {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_pairs(to, self.scores.iter().copied())
    }
}

/// A mean that is not rounded: a sum, and over how many. 1/2 is equal to 2/4.
#[derive(Debug, Clone, Copy)]
pub struct Mean {
    /// The sum of the scores.
    pub sum: u64,
    /// How many scores there are, never 0.
    pub over: u32,
}

impl Mean {
    /// The mean times `places`, rounded down: with 100, two places after the point. Only for showing it.
    #[must_use]
    pub fn rounded(self, places: u32) -> u64 {
        let mean = u128::from(self.sum) * u128::from(places) / u128::from(self.over.max(1));
        u64::try_from(mean).unwrap_or(u64::MAX)
    }
}

impl Ord for Mean {
    fn cmp(&self, other: &Mean) -> Ordering {
        let mine = u128::from(self.sum) * u128::from(other.over);
        mine.cmp(&(u128::from(other.sum) * u128::from(self.over)))
    }
}

impl PartialOrd for Mean {
    fn partial_cmp(&self, other: &Mean) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Mean {
    fn eq(&self, other: &Mean) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Mean {}

/// The scores of many ballots: for each option their sum and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreCount {
    form: ScoreForm,
    sums: Vec<u64>,
    scored: Vec<u32>,
    ballots: u32,
    blank: u32,
}

impl ScoreCount {
    /// One ballot more. O(n).
    ///
    /// # Errors
    /// What [`ScoreForm::ballot`] would refuse, for a ballot of another form, and [`BallotError::TooManyBallots`].
    pub fn add(&mut self, ballot: &Scores) -> Result<(), BallotError> {
        self.form.check(&ballot.scores)?;
        let ballots = self.ballots.checked_add(1);
        self.ballots = ballots.ok_or(BallotError::TooManyBallots)?;
        self.blank += u32::from(ballot.is_blank());
        for (option, score) in ballot.scores.iter().enumerate() {
            if let Some(score) = score {
                self.sums[option] += u64::from(*score);
                self.scored[option] += 1;
            }
        }
        Ok(())
    }

    /// All ballots of another count of the same form as well. O(n).
    ///
    /// # Errors
    /// [`BallotError::OtherForm`], [`BallotError::TooManyBallots`].
    pub fn merge(&mut self, other: &ScoreCount) -> Result<(), BallotError> {
        if self.form != other.form {
            return Err(BallotError::OtherForm);
        }
        let ballots = self.ballots.checked_add(other.ballots);
        self.ballots = ballots.ok_or(BallotError::TooManyBallots)?;
        self.blank += other.blank;
        for option in 0..self.sums.len() {
            self.sums[option] += other.sums[option];
            self.scored[option] += other.scored[option];
        }
        Ok(())
    }

    /// The form all of them have, and with it what an option without a score means.
    #[must_use]
    pub fn form(&self) -> &ScoreForm {
        &self.form
    }

    /// How many ballots, the blank ones with them.
    #[must_use]
    pub fn ballots(&self) -> u32 {
        self.ballots
    }

    /// How many of them have no score at all.
    #[must_use]
    pub fn blank(&self) -> u32 {
        self.blank
    }

    /// The sum of each option's scores.
    #[must_use]
    pub fn sums(&self) -> &[u64] {
        &self.sums
    }

    /// How many ballots have a score for each option.
    #[must_use]
    pub fn scored(&self) -> &[u32] {
        &self.scored
    }

    /// The mean of the scores an option was given; `None` where there is none, or no such option.
    #[must_use]
    pub fn mean(&self, option: u32) -> Option<Mean> {
        let over = *self.scored.get(option as usize)?;
        let sum = self.sums[option as usize];
        (over > 0).then_some(Mean { sum, over })
    }

    /// The options from first to last, by mean ([`Unscored::LeftAside`]; what nobody gave a score stands last) or
    /// by sum ([`Unscored::Zero`]); equal ones stand together. O(n log n).
    #[must_use]
    pub fn order(&self) -> Vec<Vec<u32>> {
        groups(self.sums.len(), |one, other| match self.form.unscored {
            Unscored::LeftAside => self.mean(other as u32).cmp(&self.mean(one as u32)),
            Unscored::Zero => self.sums[other].cmp(&self.sums[one]),
        })
    }
}
