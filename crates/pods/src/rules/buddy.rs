//! Two who are buddies: one asks, the other says yes; either ends it at once.

use super::PodsRefusal;
use kernel::{Day, PersonId, Standing};

/// Buddies for half a year, unless both go on.
pub const BUDDY_DAYS: i32 = 180;
/// So long before its end both can say "go on".
pub const AGAIN_DAYS: i32 = 14;
/// So long an ask waits for an answer, and a "not now" is shown to whoever asked.
pub const ANSWER_DAYS: i32 = 14;
/// So many one person asks at the same time.
pub const MOST_ASKED: usize = 3;

kernel::text_enum!(
    /// Where two stand.
    BuddyStage {
        /// One asked.
        Asked = "asked",
        /// Not now. Whoever asked learns that much and no more.
        NotNow = "not_now",
        /// They are buddies.
        Together = "together",
    }
);

/// Two people, of whom one asked the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Who asked.
    pub asker: PersonId,
    /// Who was asked.
    pub asked: PersonId,
    /// Where they stand.
    pub stage: BuddyStage,
    /// Whoever of the two has said "go on", while the other has not.
    pub again_by: Option<PersonId>,
    /// The last day of this.
    pub until: Day,
}

/// What becomes of a pair.
#[derive(Clone, Debug, PartialEq)]
pub enum PairTurn {
    /// It stands so.
    On(Pair),
    /// It is over, and nothing of it is left.
    Over,
}

/// Whether somebody may ask somebody: another person, a member who is not resting, and not too many
/// at once. `standing` is of whoever is asked.
pub fn may_ask(
    (asker, asked): (PersonId, PersonId),
    standing: Option<Standing>,
    open: usize,
) -> Result<(), PodsRefusal> {
    refuse_if(asker == asked, PodsRefusal::SomebodyElse)?;
    match standing {
        Some(Standing::Member | Standing::SteppingBack) => {}
        Some(Standing::Resting) => return Err(PodsRefusal::TheyRest),
        _ => return Err(PodsRefusal::NobodyCalledThat),
    }
    refuse_if(open >= MOST_ASKED, PodsRefusal::AskedEnough)
}

fn refuse_if(wrong: bool, refusal: PodsRefusal) -> Result<(), PodsRefusal> {
    if wrong { Err(refusal) } else { Ok(()) }
}

impl Pair {
    /// One asks the other.
    pub fn ask(asker: PersonId, asked: PersonId, today: Day) -> Self {
        Self {
            asker,
            asked,
            stage: BuddyStage::Asked,
            again_by: None,
            until: today.plus(ANSWER_DAYS),
        }
    }

    /// The other of the two.
    pub fn other(&self, one: PersonId) -> PersonId {
        if one == self.asker {
            self.asked
        } else {
            self.asker
        }
    }

    /// Whether they are buddies on this day.
    pub fn together(&self, today: Day) -> bool {
        self.stage == BuddyStage::Together && today <= self.until
    }

    fn answered_by(&self, by: PersonId, today: Day) -> Result<(), PodsRefusal> {
        let waits = self.stage == BuddyStage::Asked && today <= self.until;
        refuse_if(!waits || by != self.asked, PodsRefusal::NothingToAnswer)
    }

    /// The one who was asked says yes.
    pub fn yes(self, by: PersonId, today: Day) -> Result<Self, PodsRefusal> {
        self.answered_by(by, today)?;
        let until = today.plus(BUDDY_DAYS);
        Ok(Self {
            stage: BuddyStage::Together,
            until,
            ..self
        })
    }

    /// The one who was asked says no: no reason, and it reads like no answer in time.
    pub fn not_now(self, by: PersonId, today: Day) -> Result<Self, PodsRefusal> {
        self.answered_by(by, today)?;
        Ok(self.told_not_now(today))
    }

    fn told_not_now(self, today: Day) -> Self {
        Self {
            stage: BuddyStage::NotNow,
            until: today.plus(ANSWER_DAYS),
            ..self
        }
    }

    /// Whoever asked takes it back; as buddies, either ends it at once.
    pub fn end(&self, by: PersonId) -> Result<(), PodsRefusal> {
        let may = match self.stage {
            BuddyStage::Together => true,
            BuddyStage::Asked | BuddyStage::NotNow => by == self.asker,
        };
        refuse_if(!may, PodsRefusal::NothingToAnswer)
    }

    /// One of the two says "go on"; it does when both have said so. Twice is as once.
    pub fn go_on(self, by: PersonId, today: Day) -> Result<Self, PodsRefusal> {
        let now = self.together(today) && self.until.plus(-AGAIN_DAYS) <= today;
        refuse_if(!now, PodsRefusal::NotYetTime)?;
        Ok(match self.again_by {
            Some(first) if first != by => Self {
                again_by: None,
                until: self.until.plus(BUDDY_DAYS),
                ..self
            },
            _ => Self {
                again_by: Some(by),
                ..self
            },
        })
    }

    /// What time does.
    pub fn tick(self, today: Day) -> PairTurn {
        if today <= self.until {
            return PairTurn::On(self);
        }
        match self.stage {
            BuddyStage::Asked => PairTurn::On(self.told_not_now(today)),
            BuddyStage::NotNow | BuddyStage::Together => PairTurn::Over,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;

    const TODAY: Day = Day(20_000);

    fn two() -> (PersonId, PersonId) {
        let chance = SeededChance::new(5);
        (PersonId::new(&chance), PersonId::new(&chance))
    }

    #[test]
    fn both_sides_say_yes() {
        let (bo, yuki) = two();
        let pair = Pair::ask(bo, yuki, TODAY);
        assert!(!pair.together(TODAY));
        assert_eq!(
            pair.clone().yes(bo, TODAY),
            Err(PodsRefusal::NothingToAnswer)
        );
        let pair = pair.yes(yuki, TODAY).unwrap();
        assert!(pair.together(TODAY.plus(BUDDY_DAYS)));
        assert!(!pair.together(TODAY.plus(BUDDY_DAYS + 1)));
        assert_eq!(pair.other(bo), yuki);
        assert_eq!(pair.other(yuki), bo);
    }

    #[test]
    fn a_no_reads_like_no_answer_in_time() {
        let (bo, yuki) = two();
        let asked = Pair::ask(bo, yuki, TODAY);
        let late = TODAY.plus(ANSWER_DAYS + 1);
        let no = asked.clone().not_now(yuki, TODAY).unwrap();
        let PairTurn::On(silent) = asked.tick(late) else {
            panic!("it is over without a word");
        };
        assert_eq!(no.stage, silent.stage);
        assert_eq!(
            no.clone().yes(yuki, TODAY),
            Err(PodsRefusal::NothingToAnswer)
        );
        assert_eq!(no.tick(late), PairTurn::Over);
    }

    #[test]
    fn either_ends_it_and_only_the_asker_takes_an_ask_back() {
        let (bo, yuki) = two();
        let asked = Pair::ask(bo, yuki, TODAY);
        assert_eq!(asked.end(bo), Ok(()));
        assert_eq!(asked.end(yuki), Err(PodsRefusal::NothingToAnswer));
        let pair = asked.yes(yuki, TODAY).unwrap();
        assert_eq!(pair.end(bo), Ok(()));
        assert_eq!(pair.end(yuki), Ok(()));
    }

    #[test]
    fn it_goes_on_when_both_say_so() {
        let (bo, yuki) = two();
        let pair = Pair::ask(bo, yuki, TODAY).yes(yuki, TODAY).unwrap();
        let near = pair.until.plus(-AGAIN_DAYS);
        assert_eq!(
            pair.clone().go_on(bo, near.plus(-1)),
            Err(PodsRefusal::NotYetTime)
        );
        let until = pair.until;
        let once = pair.go_on(bo, near).unwrap().go_on(bo, near).unwrap();
        assert_eq!(once.until, until);
        let both = once.clone().go_on(yuki, near).unwrap();
        assert_eq!(both.until, until.plus(BUDDY_DAYS));
        assert_eq!(both.again_by, None);
        assert_eq!(once.tick(until.plus(1)), PairTurn::Over);
    }

    #[test]
    fn nobody_asks_themself_the_resting_or_too_many() {
        let (bo, yuki) = two();
        let member = Some(Standing::Member);
        assert_eq!(may_ask((bo, yuki), member, 2), Ok(()));
        assert_eq!(may_ask((bo, bo), member, 0), Err(PodsRefusal::SomebodyElse));
        assert_eq!(
            may_ask((bo, yuki), Some(Standing::Resting), 0),
            Err(PodsRefusal::TheyRest)
        );
        for none in [None, Some(Standing::Left), Some(Standing::Guest)] {
            assert_eq!(
                may_ask((bo, yuki), none, 0),
                Err(PodsRefusal::NobodyCalledThat)
            );
        }
        assert_eq!(
            may_ask((bo, yuki), member, MOST_ASKED),
            Err(PodsRefusal::AskedEnough)
        );
    }
}
