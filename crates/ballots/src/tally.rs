//! Ranked ballots added up: of each pair, how many put the one before the other.

use crate::ranked::{LEFT_OUT, Ranked, RankedForm, Unranked};
use crate::{BallotError, Pairs};

/// Many ranked ballots as one table of pairs, and what it was made under.
///
/// A count is a sum: parts counted apart and merged are the whole, in whatever order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedCount {
    form: RankedForm,
    pairs: Pairs,
    named: Vec<u32>,
    ballots: u32,
    blank: u32,
}

impl RankedCount {
    pub(crate) fn of(form: RankedForm) -> RankedCount {
        RankedCount {
            form,
            pairs: Pairs::none(form.options()),
            named: vec![0; form.options()],
            ballots: 0,
            blank: 0,
        }
    }

    /// One ballot more. O(n²), a few steps of the processor for each four pairs.
    ///
    /// # Errors
    /// [`BallotError::OtherForm`] for another number of options, [`BallotError::TooManyBallots`].
    pub fn add(&mut self, ballot: &Ranked) -> Result<(), BallotError> {
        let places = &ballot.places[..];
        if places.len() != self.form.options() {
            return Err(BallotError::OtherForm);
        }
        let ballots = self.ballots.checked_add(1);
        self.ballots = ballots.ok_or(BallotError::TooManyBallots)?;
        self.blank += u32::from(ballot.is_blank());
        for (option, row) in self.pairs.rows().enumerate() {
            let mine = places[option];
            if mine == LEFT_OUT {
                continue;
            }
            self.named[option] += 1;
            // No branch inside: the compiler takes several pairs at a time.
            match self.form.unranked() {
                Unranked::LastTogether => {
                    for (sum, &theirs) in row.iter_mut().zip(places) {
                        *sum += u32::from(mine < theirs);
                    }
                }
                Unranked::NoPreference => {
                    for (sum, &theirs) in row.iter_mut().zip(places) {
                        *sum += u32::from((mine < theirs) & (theirs != LEFT_OUT));
                    }
                }
            }
        }
        Ok(())
    }

    /// All ballots of another count of the same form as well. O(n²).
    ///
    /// # Errors
    /// [`BallotError::OtherForm`], [`BallotError::TooManyBallots`].
    pub fn merge(&mut self, other: &RankedCount) -> Result<(), BallotError> {
        if self.form != other.form {
            return Err(BallotError::OtherForm);
        }
        let ballots = self.ballots.checked_add(other.ballots);
        self.ballots = ballots.ok_or(BallotError::TooManyBallots)?;
        self.blank += other.blank;
        self.pairs.add(&other.pairs);
        for (sum, more) in self.named.iter_mut().zip(&other.named) {
            *sum += more;
        }
        Ok(())
    }

    /// The form all of them have, and with it what options mean that were left out.
    #[must_use]
    pub fn form(&self) -> &RankedForm {
        &self.form
    }

    /// How many ballots, the blank ones with them.
    #[must_use]
    pub fn ballots(&self) -> u32 {
        self.ballots
    }

    /// How many of them name no option.
    #[must_use]
    pub fn blank(&self) -> u32 {
        self.blank
    }

    /// How many ballots name each option.
    #[must_use]
    pub fn named(&self) -> &[u32] {
        &self.named
    }

    /// Of each pair, how many put the one before the other: all that the order comes out of.
    #[must_use]
    pub fn pairs(&self) -> &Pairs {
        &self.pairs
    }
}
