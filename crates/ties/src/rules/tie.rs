//! Two people: from "would you?" to a tie that both count.

use super::TieRefusal as No;
use kernel::Day;

/// A tie is live for so many days after both last said so.
pub const LIVE_DAYS: i32 = 180;

kernel::text_enum!(
    /// Where two who sit down with one another are.
    Meeting {
        /// One asked.
        Proposed = "proposed",
        /// Both would.
        Agreed = "agreed",
        /// Both say that they met.
        Held = "held",
    }
);

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Whoever asked, or was asked first.
    One,
    /// The other.
    Other,
}

/// Two who sit down with one another, as far as rules look at it; what each says stands for the one and
/// for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneToOne {
    /// Where they are.
    pub stage: Meeting,
    /// Whether each says that they met.
    pub met: (bool, bool),
    /// Whether each would count it as a tie.
    pub counts: (bool, bool),
}

fn set(pair: (bool, bool), side: Side, to: bool) -> (bool, bool) {
    match side {
        Side::One => (to, pair.1),
        Side::Other => (pair.0, to),
    }
}

impl OneToOne {
    /// One asks.
    pub fn proposed() -> Self {
        Self {
            stage: Meeting::Proposed,
            met: (false, false),
            counts: (false, false),
        }
    }

    /// The other would.
    ///
    /// # Errors
    /// [`No::UnderWay`] where it was agreed on before; [`No::NotAgreed`] where whoever asked answers
    /// themself.
    pub fn agree(self, side: Side) -> Result<Self, No> {
        match (self.stage, side) {
            (Meeting::Proposed, Side::Other) => Ok(Self {
                stage: Meeting::Agreed,
                ..self
            }),
            (Meeting::Proposed, Side::One) => Err(No::NotAgreed),
            _ => Err(No::UnderWay),
        }
    }

    /// One of them says that they met. When both do, they did.
    ///
    /// # Errors
    /// [`No::NotAgreed`].
    pub fn met(self, side: Side) -> Result<Self, No> {
        if self.stage == Meeting::Proposed {
            return Err(No::NotAgreed);
        }
        let met = set(self.met, side, true);
        let stage = match met {
            (true, true) => Meeting::Held,
            _ => self.stage,
        };
        Ok(Self { stage, met, ..self })
    }

    /// One of them would count it as a tie, or would not after all. Nobody reads which of the two held
    /// back.
    ///
    /// # Errors
    /// [`No::NotMet`].
    pub fn count(self, side: Side, would: bool) -> Result<Self, No> {
        match self.stage {
            Meeting::Held => Ok(Self {
                counts: set(self.counts, side, would),
                ..self
            }),
            _ => Err(No::NotMet),
        }
    }

    /// Whether it is a tie: both met, both count it.
    pub fn is_a_tie(&self) -> bool {
        self.stage == Meeting::Held && self.counts == (true, true)
    }
}

/// Whether a tie counts as live on a day. Nobody is told when it stops; while one of them rests its time
/// stands still.
pub fn is_live(renewed_on: Day, today: Day, one_rests: bool) -> bool {
    one_rests || today.0 - renewed_on.0 < LIVE_DAYS
}

/// From when a tie counts after it stood still for so many days: later by as many, from today at most. A
/// clock that was set back moves nothing.
pub fn later(renewed_on: Day, days: i32, today: Day) -> Day {
    renewed_on.plus(days).min(today).max(renewed_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_there_only_when_both_met_and_both_say_so() {
        let asked = OneToOne::proposed();
        assert_eq!(asked.agree(Side::One), Err(No::NotAgreed));
        assert_eq!(asked.met(Side::One), Err(No::NotAgreed));
        let agreed = asked.agree(Side::Other).unwrap();
        assert_eq!(agreed.agree(Side::Other), Err(No::UnderWay));
        assert_eq!(agreed.count(Side::One, true), Err(No::NotMet));
        let once = agreed.met(Side::One).unwrap().met(Side::One).unwrap();
        assert_eq!(once.stage, Meeting::Agreed);
        let held = once.met(Side::Other).unwrap();
        let esi = held.count(Side::Other, true).unwrap();
        assert!(!esi.is_a_tie());
        let both = esi.count(Side::One, true).unwrap();
        assert!(both.is_a_tie());
        assert!(!both.count(Side::Other, false).unwrap().is_a_tie());
    }

    #[test]
    fn it_stops_counting_after_half_a_year_but_not_while_one_rests() {
        let met = Day::new(2026, 4, 6).unwrap();
        let last = Day::new(2026, 10, 2).unwrap();
        assert!(is_live(met, last, false));
        assert!(!is_live(met, last.plus(1), false));
        assert!(is_live(met, last.plus(90), true));
    }

    #[test]
    fn what_stood_still_counts_later_and_from_no_day_to_come() {
        let (met, back) = (Day(100), Day(160));
        assert_eq!(later(met, 30, back), Day(130));
        assert_eq!(later(Day(130), 60, back), back);
        assert_eq!(later(back.plus(3), 5, back), back.plus(3));
    }
}
