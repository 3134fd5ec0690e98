//! A pod: forming until all have said yes, meeting for a season, then choosing.

use super::PodsRefusal;
use kernel::{Day, PersonId};
use std::collections::BTreeSet;

/// A pod has three at least.
pub const FEWEST: usize = 3;
/// And six at most.
pub const MOST: usize = 6;
/// A season.
pub const SEASON_DAYS: i32 = 90;
/// So long before the season's end it chooses, and so long it has to.
pub const CHOOSING_DAYS: i32 = 14;
/// So long a forming pod waits for everybody's yes.
pub const FORMING_DAYS: i32 = 14;

kernel::text_enum!(
    /// Where a pod stands.
    PodStage {
        /// A grouping somebody proposed; it opens when all have said yes.
        Forming = "forming",
        /// A pod that was open takes another shape; it opens again when all have said yes.
        FormingAnew = "forming_anew",
        /// It meets.
        Meeting = "meeting",
        /// Its season ends, or fewer than three are left: renew, reshape or close.
        Choosing = "choosing",
    }
);

kernel::text_enum!(
    /// The word of whoever has a seat.
    Said {
        /// None yet.
        Nothing = "nothing",
        /// None yet, of somebody whom a pod that was open asks in.
        AskedIn = "asked_in",
        /// Yes to a pod that forms.
        Yes = "yes",
        /// Another season, as we are.
        Renew = "renew",
        /// Go on, in another shape.
        Reshape = "reshape",
        /// Let it end.
        Close = "close",
    }
);

kernel::text_enum!(
    /// What a member of a pod can choose.
    Choice {
        /// Another season, as we are.
        Renew = "renew",
        /// Go on, in another shape.
        Reshape = "reshape",
        /// Let it end.
        Close = "close",
    }
);

impl Choice {
    fn said(self) -> Said {
        match self {
            Self::Renew => Said::Renew,
            Self::Reshape => Said::Reshape,
            Self::Close => Said::Close,
        }
    }
}

/// Somebody's seat in a pod.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// Whose it is.
    pub person: PersonId,
    /// What they have said.
    pub said: Said,
    /// They are resting now: the seat stays theirs, and nobody waits for their word (P20).
    pub rests: bool,
}

/// A pod.
#[derive(Clone, Debug, PartialEq)]
pub struct Pod {
    /// Where it stands.
    pub stage: PodStage,
    /// The last day of that: of waiting for yes, of the season, of choosing.
    pub by: Day,
    /// Who is in it.
    pub seats: Vec<Seat>,
}

/// What becomes of a pod.
#[derive(Clone, Debug, PartialEq)]
pub enum PodTurn {
    /// It stands so.
    On(Pod),
    /// It is over, and nothing of it is left.
    Over,
}

impl Pod {
    /// A grouping is proposed to these.
    pub fn propose(people: &[PersonId], today: Day) -> Result<Self, PodsRefusal> {
        let people: BTreeSet<PersonId> = people.iter().copied().collect();
        if !(FEWEST..=MOST).contains(&people.len()) {
            return Err(PodsRefusal::ThreeToSix);
        }
        let seats = people.into_iter().map(|person| Seat {
            person,
            said: Said::Nothing,
            rests: false,
        });
        Ok(Self {
            stage: PodStage::Forming,
            by: today.plus(FORMING_DAYS),
            seats: seats.collect(),
        })
    }

    /// Whether it forms, the first time or anew.
    pub fn forms(&self) -> bool {
        matches!(self.stage, PodStage::Forming | PodStage::FormingAnew)
    }

    /// Whether it is open: it meets, chooses, or takes another shape.
    pub fn is_open(&self) -> bool {
        self.stage != PodStage::Forming
    }

    /// The word of somebody in it.
    pub fn said_by(&self, person: PersonId) -> Option<Said> {
        let seat = self.seats.iter().find(|seat| seat.person == person);
        seat.map(|seat| seat.said)
    }

    fn say(mut self, by: PersonId, said: Said) -> Self {
        for seat in self.seats.iter_mut().filter(|seat| seat.person == by) {
            seat.said = said;
        }
        self
    }

    fn ask_all_again(mut self) -> Self {
        for seat in &mut self.seats {
            if seat.said != Said::AskedIn {
                seat.said = Said::Nothing;
            }
        }
        self
    }

    /// Those who have been in it: whoever is only asked in does not read what is in it yet.
    pub fn readers(&self) -> impl Iterator<Item = PersonId> + '_ {
        let inside = self.seats.iter().filter(|seat| seat.said != Said::AskedIn);
        inside.map(|seat| seat.person)
    }

    fn forming_today(&self, today: Day) -> Result<(), PodsRefusal> {
        match self.forms() && today <= self.by {
            true => Ok(()),
            false => Err(PodsRefusal::NotForming),
        }
    }

    /// Somebody says yes; with the last yes it opens.
    pub fn accept(self, by: PersonId, today: Day) -> Result<Self, PodsRefusal> {
        self.forming_today(today)?;
        let pod = self.say(by, Said::Yes);
        let all = match pod.stage {
            PodStage::Forming => pod.seats.iter().all(|seat| seat.said == Said::Yes),
            // A member who rests has been in it before, and stays.
            _ => pod
                .seats
                .iter()
                .all(|seat| seat.said == Said::Yes || seat.said == Said::Nothing && seat.rests),
        };
        match all && (FEWEST..=MOST).contains(&pod.seats.len()) {
            true => Ok(pod.meeting(today.plus(SEASON_DAYS))),
            false => Ok(pod),
        }
    }

    fn meeting(self, season_ends: Day) -> Self {
        Self {
            stage: PodStage::Meeting,
            by: season_ends,
            ..self.ask_all_again()
        }
    }

    /// Somebody says "not now" to a pod that forms. The first time, the whole grouping is let go, so
    /// that nobody can tell who it was.
    pub fn not_now(self, by: PersonId, today: Day) -> Result<PodTurn, PodsRefusal> {
        self.forming_today(today)?;
        match self.stage {
            PodStage::Forming => Ok(PodTurn::Over),
            _ => Ok(self.leave(by, today)),
        }
    }

    /// A pod that forms anew asks somebody in; everybody says yes to the new shape.
    pub fn invite(self, by: PersonId, person: PersonId, today: Day) -> Result<Self, PodsRefusal> {
        if self.stage != PodStage::FormingAnew || today > self.by {
            return Err(PodsRefusal::NotForming);
        }
        if self.said_by(person).is_some() {
            return Err(PodsRefusal::InAPod);
        }
        if self.seats.len() >= MOST {
            return Err(PodsRefusal::PodIsFull);
        }
        let mut pod = self.ask_all_again().say(by, Said::Yes);
        pod.seats.push(Seat {
            person,
            said: Said::AskedIn,
            rests: false,
        });
        Ok(pod)
    }

    /// Somebody of a pod that chooses says what they would like; with the last word it is so.
    pub fn choose(self, by: PersonId, choice: Choice, today: Day) -> Result<PodTurn, PodsRefusal> {
        if self.stage != PodStage::Choosing || today > self.by {
            return Err(PodsRefusal::NotChoosing);
        }
        if choice == Choice::Renew && self.seats.len() < FEWEST {
            return Err(PodsRefusal::TooFewToRenew);
        }
        Ok(self.say(by, choice.said()).when_all_have_spoken(today))
    }

    /// Somebody goes: at once, without a reason.
    pub fn leave(mut self, by: PersonId, today: Day) -> PodTurn {
        if self.stage == PodStage::Forming {
            return PodTurn::Over;
        }
        self.seats.retain(|seat| seat.person != by);
        if self.seats.len() < 2 || self.readers().next().is_none() {
            return PodTurn::Over;
        }
        match self.stage {
            PodStage::Meeting if self.seats.len() < FEWEST => PodTurn::On(self.choosing(today)),
            PodStage::Meeting | PodStage::Forming => PodTurn::On(self),
            // What was said was said of another shape.
            PodStage::FormingAnew => PodTurn::On(self.ask_all_again()),
            PodStage::Choosing => self.when_all_have_spoken(today),
        }
    }

    /// Chooses until its season ends; at least for two weeks.
    fn choosing(self, today: Day) -> Self {
        let by = match self.seats.len() < FEWEST {
            true => today.plus(CHOOSING_DAYS),
            false => self.by.max(today.plus(CHOOSING_DAYS)),
        };
        Self {
            stage: PodStage::Choosing,
            by,
            ..self.ask_all_again()
        }
    }

    fn when_all_have_spoken(self, today: Day) -> PodTurn {
        let waits = |seat: &Seat| seat.said == Said::Nothing && !seat.rests;
        let nobody_spoke = self.seats.iter().all(|seat| seat.said == Said::Nothing);
        match nobody_spoke || self.seats.iter().any(waits) {
            true => PodTurn::On(self),
            false => self.decide(today),
        }
    }

    /// All renew, or those who want to go on take another shape, or it is over. Silence is no yes
    /// (N10), but a rest is no silence.
    fn decide(mut self, today: Day) -> PodTurn {
        let before = self.seats.len();
        let goes_on = |seat: &Seat| matches!(seat.said, Said::Renew | Said::Reshape);
        if !self.seats.iter().any(goes_on) {
            return PodTurn::Over;
        }
        let as_it_is = self.seats.iter().all(|seat| seat.said != Said::Reshape);
        self.seats
            .retain(|seat| goes_on(seat) || seat.said == Said::Nothing && seat.rests);
        match self.seats.len() {
            0 | 1 => PodTurn::Over,
            FEWEST..=MOST if as_it_is && self.seats.len() == before => {
                let season_ends = self.by.max(today).plus(SEASON_DAYS);
                PodTurn::On(self.meeting(season_ends))
            }
            _ => PodTurn::On(Self {
                stage: PodStage::FormingAnew,
                by: today.plus(FORMING_DAYS),
                ..self.ask_all_again()
            }),
        }
    }

    /// What time does; twice is as once.
    pub fn tick(self, today: Day) -> PodTurn {
        let over = today > self.by;
        match self.stage {
            PodStage::Forming | PodStage::FormingAnew if over => PodTurn::Over,
            PodStage::Forming | PodStage::FormingAnew => PodTurn::On(self),
            PodStage::Meeting if self.by.plus(-CHOOSING_DAYS) <= today => {
                PodTurn::On(self.choosing(today))
            }
            PodStage::Meeting => PodTurn::On(self),
            PodStage::Choosing if over => self.decide(today),
            PodStage::Choosing => self.when_all_have_spoken(today),
        }
    }
}
