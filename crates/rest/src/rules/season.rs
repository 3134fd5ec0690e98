//! A rest season: everybody together, told three weeks before, with what a willing few keep alive.

use super::RestRefusal as No;
use kernel::Day;

/// A season is told so many days before it begins.
pub const TOLD_DAYS: i32 = 21;
/// The longest season, in days.
pub const LONGEST_DAYS: i32 = 62;
/// So many are willing for each thing that is kept alive.
pub const ENOUGH: usize = 2;

kernel::text_enum!(
    /// Where a season is on its way.
    SeasonStage {
        /// Told; it has not begun.
        Planned = "planned",
        /// Everybody rests.
        Resting = "resting",
        /// Over.
        Over = "over",
        /// Called off before it began.
        CalledOff = "called_off",
    }
);

/// Something that goes on in a season, as far as rules look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifeline {
    /// How many are willing.
    pub willing: usize,
    /// It is paused, and a sentence says so to everybody.
    pub paused: bool,
}

impl Lifeline {
    /// Two are willing, or everybody can read that it is paused.
    pub fn holds(self) -> bool {
        self.paused || self.willing >= ENOUGH
    }
}

/// A season, as far as rules look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Season {
    /// Where it is.
    pub stage: SeasonStage,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

impl Season {
    /// A season is planned.
    ///
    /// # Errors
    /// Less than three weeks before, the wrong way round, or longer than two months.
    pub fn plan(from: Day, to: Day, today: Day) -> Result<Self, No> {
        if from < today.plus(TOLD_DAYS) {
            return Err(No::TooSoon(today.plus(TOLD_DAYS)));
        }
        if to < from {
            return Err(No::EndsBefore);
        }
        if to.0 - from.0 >= LONGEST_DAYS {
            return Err(No::TooLong);
        }
        Ok(Self {
            stage: SeasonStage::Planned,
            from,
            to,
        })
    }

    /// It is called off, while it has not begun.
    pub fn call_off(self) -> Result<Self, No> {
        match self.stage {
            SeasonStage::Planned => Ok(Self {
                stage: SeasonStage::CalledOff,
                ..self
            }),
            _ => Err(No::SeasonBegan),
        }
    }

    /// What the clock does: it begins on its day, or as soon after as everything that is to be kept
    /// alive is; it ends with its last day.
    pub fn clock(self, today: Day, lifelines: &[Lifeline]) -> Option<Self> {
        let stage = match self.stage {
            SeasonStage::Planned | SeasonStage::Resting if today > self.to => SeasonStage::Over,
            SeasonStage::Planned
                if today >= self.from && lifelines.iter().all(|line| line.holds()) =>
            {
                SeasonStage::Resting
            }
            _ => return None,
        };
        Some(Self { stage, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn season() -> Season {
        Season::plan(Day(50), Day(63), Day(20)).unwrap()
    }

    #[test]
    fn a_season_is_told_three_weeks_before() {
        assert_eq!(
            Season::plan(Day(40), Day(50), Day(20)),
            Err(No::TooSoon(Day(41)))
        );
        assert!(Season::plan(Day(41), Day(50), Day(20)).is_ok());
        assert_eq!(Season::plan(Day(41), Day(40), Day(20)), Err(No::EndsBefore));
        assert_eq!(Season::plan(Day(41), Day(103), Day(20)), Err(No::TooLong));
    }

    #[test]
    fn it_does_not_begin_while_something_rests_on_one() {
        let one = Lifeline {
            willing: 1,
            paused: false,
        };
        let two = Lifeline {
            willing: 2,
            paused: false,
        };
        assert_eq!(season().clock(Day(50), &[two, one]), None);
        let paused = Lifeline {
            paused: true,
            ..one
        };
        let begun = season().clock(Day(52), &[two, paused]).unwrap();
        assert_eq!(begun.stage, SeasonStage::Resting);
        assert_eq!(begun.clock(Day(63), &[]), None);
        assert_eq!(begun.clock(Day(64), &[]).unwrap().stage, SeasonStage::Over);
        assert_eq!(begun.call_off(), Err(No::SeasonBegan));
        // What never found a second is over without having begun.
        assert_eq!(
            season().clock(Day(64), &[one]).unwrap().stage,
            SeasonStage::Over
        );
    }

    proptest! {
        #[test]
        fn nothing_begins_early_and_everything_ends(today in 0i32..200, willing in 0usize..4) {
            let line = [Lifeline { willing, paused: false }];
            if let Some(next) = season().clock(Day(today), &line) {
                prop_assert!(next.stage != SeasonStage::Resting || (50..=63).contains(&today));
                prop_assert!(next.stage != SeasonStage::Resting || willing >= 2);
            }
            prop_assert!(today <= 63 || season().clock(Day(today), &line).is_some());
        }
    }
}
