//! One commitment from the offer to its end (P1).

use super::CommitmentRefusal as No;
use kernel::Day;

/// The longest words of a commitment, in characters.
pub const WORDS_LIMIT: usize = 280;
/// Looked at again after a season, unless another day was said.
pub const REVIEW_DAYS: i32 = 90;
/// Looked at again within a year.
pub const LONGEST_REVIEW_DAYS: i32 = 365;
/// From so many days before its day it can be looked at again.
pub const LOOK_DAYS: i32 = 14;
/// Silence after the day of review: so many days later a buddy is asked.
pub const BUDDY_DAYS: i32 = 20;
/// Silence after that: so many days later others plan without it.
pub const SET_ASIDE_DAYS: i32 = 60;
/// A hand-over takes two weeks, unless it is done before.
pub const HAND_OVER_DAYS: i32 = 14;
/// What has ended stays on its two sides' pages so long.
pub const AGAIN_DAYS: i32 = 30;

kernel::text_enum!(
    /// What a commitment is about; what is material comes first.
    Kind {
        /// Things.
        Material = "material",
        /// Money.
        Money = "money",
        /// A room, a van, a garden.
        Space = "space",
        /// What somebody knows how to do.
        Skill = "skill",
        /// Being there.
        ShowUp = "show_up",
        /// Care of people.
        Care = "care",
        /// Risk taken for others.
        Risk = "risk",
    }
);

kernel::text_enum!(
    /// Who reads of it beside the two sides.
    Sight {
        /// Nobody.
        Sides = "sides",
        /// The network's members.
        Network = "network",
    }
);

kernel::text_enum!(
    /// Where a commitment is on its way.
    Stage {
        /// Offered; the receiver has not said yes.
        Offered = "offered",
        /// In force.
        Active = "active",
        /// Its day has come and no word yet. Nothing changes by it.
        AwaitingWord = "awaiting_word",
        /// A buddy was asked to see how they are.
        BuddyAsked = "buddy_asked",
        /// "Please don't plan on this"; and nothing more.
        SetAside = "set_aside",
        /// It rests, by its giver's word.
        Resting = "resting",
        /// It is being handed over.
        HandingOver = "handing_over",
        /// Given back.
        Released = "released",
        /// Done.
        Completed = "completed",
        /// Never came to be: declined, taken back, or nobody said yes.
        Closed = "closed",
    }
);

impl Stage {
    /// Those in which it is there to be planned on.
    pub const LIVING: [Self; 4] = [
        Self::Active,
        Self::AwaitingWord,
        Self::BuddyAsked,
        Self::HandingOver,
    ];
    /// Those in which it is over.
    pub const ENDED: [Self; 3] = [Self::Released, Self::Completed, Self::Closed];

    /// It is there to be planned on.
    pub fn is_living(self) -> bool {
        Self::LIVING.contains(&self)
    }

    /// It is over.
    pub fn has_ended(self) -> bool {
        Self::ENDED.contains(&self)
    }
}

/// One commitment, as far as rules look at it. Who is who is for the deed to say: each step here is
/// the giver's or the receiver's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Where it is.
    pub stage: Stage,
    /// Since which day.
    pub since: Day,
    /// Its first day.
    pub start: Day,
    /// The day it is looked at again.
    pub review_on: Day,
    /// How often its giver has said it anew, the offer counted.
    pub version: i32,
}

/// What a clock did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// An offer nobody answered is over; silence is never a yes.
    OfferOver,
    /// One gentle note to its giver.
    AwaitsWord,
    /// A buddy is asked.
    BuddyAsked,
    /// Others plan without it.
    SetAside,
    /// What nobody took on by then is given back.
    HandedBack,
}

fn refuse_if(condition: bool, no: No) -> Result<(), No> {
    if condition { Err(no) } else { Ok(()) }
}

/// A day of review: after today, and within a year of the start.
fn review(start: Day, today: Day, on: Day) -> Result<Day, No> {
    refuse_if(on <= today || on <= start, No::ReviewPast)?;
    refuse_if(
        on > start.max(today).plus(LONGEST_REVIEW_DAYS),
        No::ReviewTooFar,
    )?;
    Ok(on)
}

/// Words that say something, and fit.
fn words(text: &str) -> Result<(), No> {
    refuse_if(text.trim().is_empty(), No::WordsNeeded)?;
    refuse_if(text.trim().chars().count() > WORDS_LIMIT, No::WordsTooLong)
}

impl Commitment {
    /// Somebody offers something; it is nothing until the receiver has said yes.
    ///
    /// # Errors
    /// Without words, or without a day to look at it again.
    pub fn offer(text: &str, start: Day, review_on: Day, today: Day) -> Result<Self, No> {
        words(text)?;
        let start = start.max(today);
        Ok(Self {
            stage: Stage::Offered,
            since: today,
            start,
            review_on: review(start, today, review_on)?,
            version: 1,
        })
    }

    fn at(self, stage: Stage, today: Day) -> Self {
        Self {
            stage,
            since: today,
            ..self
        }
    }

    fn anew(self, today: Day) -> Self {
        Self {
            version: self.version.saturating_add(1),
            ..self.at(Stage::Active, today)
        }
    }

    /// The receiver wants it.
    pub fn accept(self, today: Day) -> Result<Self, No> {
        refuse_if(self.stage != Stage::Offered, No::NotOffered)?;
        Ok(self.at(Stage::Active, today))
    }

    /// The receiver does not, or the giver takes it back; nobody asks why.
    pub fn close(self, today: Day) -> Result<Self, No> {
        refuse_if(self.stage != Stage::Offered, No::NotOffered)?;
        Ok(self.at(Stage::Closed, today))
    }

    /// It stays as it is, until another day. From two weeks before its day on.
    pub fn keep(self, review_on: Day, today: Day) -> Result<Self, No> {
        self.is_theirs()?;
        let may = today >= self.review_on.plus(-LOOK_DAYS) || self.stage != Stage::Active;
        refuse_if(!may, No::NotYet(self.review_on.plus(-LOOK_DAYS)))?;
        Ok(Self {
            review_on: review(self.start, today, review_on)?,
            ..self.anew(today)
        })
    }

    /// Less of it, at any time, at once.
    pub fn ease(self, text: &str, today: Day) -> Result<Self, No> {
        self.is_theirs()?;
        words(text)?;
        // Whoever speaks has spoken: a day that is past is moved on a little, never asked about.
        let review_on = self.review_on.max(today.plus(LOOK_DAYS));
        Ok(Self {
            review_on,
            ..self.anew(today)
        })
    }

    /// Whether a word of its giver on this day is one that its review waited for.
    pub fn review_waits(&self, today: Day) -> bool {
        match self.stage {
            Stage::Active => today >= self.review_on.plus(-LOOK_DAYS),
            Stage::AwaitingWord | Stage::BuddyAsked => true,
            _ => false,
        }
    }

    /// It rests.
    pub fn rest(self, today: Day) -> Result<Self, No> {
        refuse_if(!self.stage.is_living(), No::NotLiving)?;
        Ok(self.at(Stage::Resting, today))
    }

    /// It goes on; its days are as many as they were.
    pub fn go_on(self, today: Day) -> Result<Self, No> {
        refuse_if(self.stage != Stage::Resting, No::NotResting)?;
        let rested = (today.0 - self.since.0).max(0);
        Ok(self.later(rested).at(Stage::Active, today))
    }

    /// Somebody else shall have it; two weeks to find them.
    pub fn hand_over(self, today: Day) -> Result<Self, No> {
        refuse_if(
            !self.stage.is_living() && self.stage != Stage::Resting,
            No::NotLiving,
        )?;
        refuse_if(self.stage == Stage::HandingOver, No::HandingOverAlready)?;
        Ok(self.at(Stage::HandingOver, today))
    }

    /// Given back, at any time, at once.
    pub fn release(self, today: Day) -> Result<Self, No> {
        refuse_if(self.stage.has_ended(), No::HasEnded)?;
        Ok(self.at(Stage::Released, today))
    }

    /// It is done, thanks to both.
    pub fn complete(self, today: Day) -> Result<Self, No> {
        self.is_theirs()?;
        Ok(self.at(Stage::Completed, today))
    }

    /// What was set aside is offered anew: others may have planned without it.
    pub fn offer_again(self, review_on: Day, today: Day) -> Result<Self, No> {
        refuse_if(self.stage != Stage::SetAside, No::NotSetAside)?;
        Ok(Self {
            review_on: review(today, today, review_on)?,
            version: self.version.saturating_add(1),
            ..self.at(Stage::Offered, today)
        })
    }

    fn is_theirs(self) -> Result<(), No> {
        refuse_if(
            !self.stage.is_living() && self.stage != Stage::Resting,
            No::NotLiving,
        )
    }

    /// The same, its clocks so many days later: they waited while its giver, or everybody, rested.
    pub fn later(self, days: i32) -> Self {
        let days = days.max(0);
        Self {
            review_on: self.review_on.plus(days),
            since: self.since.plus(days),
            ..self
        }
    }

    /// What the clock does, one step; nothing where its time has not come. Not asked while its giver
    /// or everybody rests.
    pub fn clock(self, today: Day) -> Option<(Self, Changed)> {
        let over = |days: i32| today >= self.since.plus(days);
        let (stage, changed) = match self.stage {
            Stage::Offered if today > self.review_on => (Stage::Closed, Changed::OfferOver),
            Stage::Active if today > self.review_on => (Stage::AwaitingWord, Changed::AwaitsWord),
            Stage::AwaitingWord if over(BUDDY_DAYS) => (Stage::BuddyAsked, Changed::BuddyAsked),
            Stage::BuddyAsked if over(SET_ASIDE_DAYS) => (Stage::SetAside, Changed::SetAside),
            Stage::HandingOver if over(HAND_OVER_DAYS) => (Stage::Released, Changed::HandedBack),
            _ => return None,
        };
        Some((self.at(stage, today), changed))
    }
}

#[cfg(test)]
#[path = "commitment_tests.rs"]
mod tests;
