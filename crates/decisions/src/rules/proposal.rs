//! A proposal on its way to a decision: by consent, never past an open objection or a shut gate, and not
//! before its time (P19, P28).

use super::{COOLING, Class, DecisionRefusal as No, LONGEST_REVIEW_DAYS, Manner, PAST_REVIEW_DAYS};
use kernel::{Day, Moment};

kernel::text_enum!(
    /// Where a proposal is on its way.
    Stage {
        /// Everybody comes to understand it the same.
        Questions = "questions",
        /// What people notice.
        Reactions = "reactions",
        /// Each speaks or passes.
        Round = "round",
        /// Adopted; after cooling it is in effect.
        Adopted = "adopted",
        /// Its author set it down.
        SetDown = "set_down",
        /// It was in effect, and the circle ended it.
        Ended = "ended",
    }
);

impl Stage {
    /// Those in which it is still being talked about.
    pub const OPEN: [Self; 3] = [Self::Questions, Self::Reactions, Self::Round];
}

/// What is counted around a proposal when it might be adopted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// How many members of the circle are here and do not rest.
    pub here: usize,
    /// How many of them spoke or passed on this text.
    pub spoke: usize,
    /// How many of those agree.
    pub agree: usize,
    /// How many of those stand aside.
    pub aside: usize,
    /// Objections that are open.
    pub objections: usize,
    /// Gates of those it falls on, and how many of them are shut.
    pub gates: usize,
    /// See [`Facts::gates`].
    pub shut: usize,
    /// A rest season lies over the circle: nothing is decided in it.
    pub resting: bool,
}

/// A proposal, as far as rules look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// How weighty it is.
    pub class: Class,
    /// By which way it is decided.
    pub manner: Manner,
    /// Where it is.
    pub stage: Stage,
    /// From when its time runs: when it was opened, or its meaning last changed.
    pub since: Moment,
    /// Which text this is, from 1.
    pub version: i32,
    /// In how many sittings it was heard.
    pub sittings: i32,
    /// The day of the last one.
    pub sat_on: Option<Day>,
    /// In how many it must be heard.
    pub sittings_needed: i32,
    /// How often it was laid over.
    pub laid_over: i32,
    /// Whether somebody has said that a "typo" changed the meaning; once for each proposal.
    pub disputed: bool,
    /// When it was adopted.
    pub adopted: Option<Moment>,
    /// The day on which it is looked at again.
    pub review_on: Option<Day>,
}

impl Proposal {
    /// A proposal is opened.
    pub fn open(class: Class, manner: Manner, now: Moment) -> Self {
        Self {
            class,
            manner,
            stage: Stage::Questions,
            since: now,
            version: 1,
            sittings: 0,
            sat_on: None,
            sittings_needed: i32::from(class.sittings()),
            laid_over: 0,
            disputed: false,
            adopted: None,
            review_on: None,
        }
    }

    /// Whether it is still being talked about.
    pub fn is_open(&self) -> bool {
        Stage::OPEN.contains(&self.stage)
    }

    fn open_or(&self) -> Result<(), No> {
        match self.is_open() {
            true => Ok(()),
            false => Err(No::NotOpen),
        }
    }

    /// The earliest moment at which it can be adopted.
    pub fn earliest(&self) -> Moment {
        self.since.plus_seconds(self.class.least_open())
    }

    /// From questions to reactions, from reactions to the round.
    ///
    /// # Errors
    /// [`No::NotOpen`], also where it is in the round already.
    pub fn go_on(self) -> Result<Self, No> {
        let stage = match self.stage {
            Stage::Questions => Stage::Reactions,
            Stage::Reactions => Stage::Round,
            _ => return Err(No::NotOpen),
        };
        Ok(Self { stage, ..self })
    }

    /// Another text. Where its meaning changed the clock begins anew and everybody speaks anew; where it
    /// was a slip of the pen, nothing does. Nothing that was adopted is changed: it is proposed anew.
    ///
    /// # Errors
    /// [`No::NotOpen`].
    pub fn amend(self, changed: bool, now: Moment) -> Result<Self, No> {
        self.open_or()?;
        Ok(match changed {
            true => Self {
                since: self.since.max(now),
                version: self.version + 1,
                ..self
            },
            false => self,
        })
    }

    /// A reader says that what was called a slip of the pen changed the meaning: once.
    ///
    /// # Errors
    /// [`No::DisputedAlready`], [`No::NotOpen`].
    pub fn dispute(self, now: Moment) -> Result<Self, No> {
        if self.disputed {
            return Err(No::DisputedAlready);
        }
        let changed = self.amend(true, now)?;
        Ok(Self {
            disputed: true,
            ..changed
        })
    }

    /// It was heard in a sitting. One a day: the second is after a night's sleep.
    ///
    /// # Errors
    /// [`No::SatToday`], [`No::NotOpen`].
    pub fn sit(self, today: Day) -> Result<Self, No> {
        self.open_or()?;
        if self.sat_on.is_some_and(|day| day >= today) {
            return Err(No::SatToday);
        }
        Ok(Self {
            sittings: self.sittings + 1,
            sat_on: Some(today),
            ..self
        })
    }

    /// Somebody asks that it wait for the next sitting: anybody, once. The second time the circle is
    /// asked.
    ///
    /// # Errors
    /// [`No::LayOverTwice`], [`No::NotOpen`].
    pub fn lay_over(self, circle_consents: bool) -> Result<Self, No> {
        self.open_or()?;
        if self.laid_over >= 1 && !circle_consents {
            return Err(No::LayOverTwice);
        }
        Ok(Self {
            laid_over: self.laid_over + 1,
            sittings_needed: self.sittings_needed.max(self.sittings + 1),
            ..self
        })
    }

    /// Whether it can be adopted now, and where not, the first reason.
    ///
    /// # Errors
    /// As said.
    pub fn decidable(&self, facts: &Facts, now: Moment) -> Result<(), No> {
        self.open_or()?;
        if self.stage != Stage::Round {
            return Err(No::NoRoundYet);
        }
        if facts.resting {
            return Err(No::CircleRests);
        }
        if now < self.earliest() {
            return Err(No::TooEarly(self.earliest()));
        }
        if self.sittings < self.sittings_needed {
            return Err(No::SittingNeeded);
        }
        if facts.objections > 0 {
            return Err(No::ObjectionOpen);
        }
        if facts.shut > 0 || (self.class.needs_a_gate() && facts.gates == 0) {
            return Err(match facts.gates {
                0 => No::GateNeeded,
                _ => No::GateShut,
            });
        }
        if facts.spoke < self.manner.quorum(facts.here) {
            return Err(No::TooFewSpoke);
        }
        if !self.manner.is_carried(facts.agree, facts.aside) {
            return Err(No::NotCarried);
        }
        Ok(())
    }

    /// It is adopted, with a day on which it is looked at again.
    ///
    /// # Errors
    /// As [`Self::decidable`]; [`No::ReviewDay`] where that day is past or later than a year.
    pub fn adopt(
        self,
        facts: &Facts,
        review_on: Option<Day>,
        (now, today): (Moment, Day),
    ) -> Result<Self, No> {
        self.decidable(facts, now)?;
        let latest = today.plus(LONGEST_REVIEW_DAYS);
        let review_on = review_on
            .filter(|day| *day > today && *day <= latest)
            .ok_or(No::ReviewDay(latest))?;
        Ok(Self {
            stage: Stage::Adopted,
            adopted: Some(now),
            review_on: Some(review_on),
            ..self
        })
    }

    /// From when it is in effect.
    pub fn in_effect_from(&self) -> Option<Moment> {
        let cooling = match self.class.cools() {
            true => COOLING,
            false => 0,
        };
        self.adopted
            .filter(|_| self.stage == Stage::Adopted)
            .map(|at| at.plus_seconds(cooling))
    }

    /// Whether it binds now.
    pub fn is_in_effect(&self, now: Moment) -> bool {
        self.in_effect_from().is_some_and(|from| now >= from)
    }

    /// Whether an objection can be raised now: in the round, and while it cools, when it opens it again.
    ///
    /// # Errors
    /// [`No::NoRoundYet`], [`No::NotOpen`].
    pub fn object(self, now: Moment) -> Result<Self, No> {
        match self.stage {
            Stage::Round => Ok(self),
            Stage::Questions | Stage::Reactions => Err(No::NoRoundYet),
            Stage::Adopted if !self.is_in_effect(now) => Ok(Self {
                stage: Stage::Round,
                adopted: None,
                review_on: None,
                ..self
            }),
            _ => Err(No::NotOpen),
        }
    }

    /// Its author sets it down, or the circle ends what was in effect.
    ///
    /// # Errors
    /// [`No::NotOpen`].
    pub fn end(self, now: Moment) -> Result<Self, No> {
        let stage = match self.stage {
            _ if self.is_open() => Stage::SetDown,
            Stage::Adopted if self.is_in_effect(now) => Stage::Ended,
            _ => return Err(No::NotOpen),
        };
        Ok(Self { stage, ..self })
    }

    /// The circle looked at it, and it goes on until another day.
    ///
    /// # Errors
    /// [`No::NotOpen`] where it is not in effect; [`No::ReviewDay`].
    pub fn keep(self, review_on: Option<Day>, (now, today): (Moment, Day)) -> Result<Self, No> {
        if !self.is_in_effect(now) {
            return Err(No::NotOpen);
        }
        let latest = today.plus(LONGEST_REVIEW_DAYS);
        let review_on = review_on
            .filter(|day| *day > today && *day <= latest)
            .ok_or(No::ReviewDay(latest))?;
        Ok(Self {
            review_on: Some(review_on),
            ..self
        })
    }

    /// Past its review, and still in force until the circle looks.
    pub fn is_past_review(&self, today: Day) -> bool {
        self.stage == Stage::Adopted
            && self
                .review_on
                .is_some_and(|day| today.0 > day.0 + PAST_REVIEW_DAYS)
    }
}

#[cfg(test)]
#[path = "proposal_tests.rs"]
mod tests;
