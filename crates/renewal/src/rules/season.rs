//! A season of renewal (P4): everybody looks at what they hold, with time and a way that needs no
//! screen; silence is met by a person.

use super::RenewalRefusal as No;
use kernel::{Day, Standing};

/// A season is open for so many days at least.
pub const SHORTEST_SEASON_DAYS: i32 = 21;
/// And for so many at most.
pub const LONGEST_SEASON_DAYS: i32 = 62;
/// So long after its end the gathering is held and gaps are filled.
pub const GATHERING_DAYS: i32 = 30;
/// So many days after a rest nothing is asked of anybody (P20).
pub const LANDING_DAYS: i32 = 7;
/// Without a season for so long, one is suggested: twice a year.
pub const SUGGEST_DAYS: i32 = 150;
/// What was chosen is added up from so many people on (N12).
pub const FEWEST: usize = 5;

kernel::text_enum!(
    /// Where a season is on its way.
    SeasonStage {
        /// Told.
        Planned = "planned",
        /// Everybody looks at what they hold.
        Open = "open",
        /// It is read aloud together; buddies see how the silent are.
        Gathering = "gathering",
        /// Gaps are filled, or let go.
        Rewoven = "rewoven",
        /// Over.
        Closed = "closed",
        /// Called off before it opened.
        CalledOff = "called_off",
    }
);

kernel::text_enum!(
    /// What somebody chooses for what they hold.
    Word {
        /// It stays.
        Stay = "stay",
        /// Something becomes something else.
        Change = "change",
        /// Less of it.
        Ease = "ease",
        /// They rest.
        Rest = "rest",
        /// They lay it all down.
        StepBack = "step_back",
        /// They leave.
        Leave = "leave",
        /// They are here; nothing more was said.
        Here = "here",
    }
);

kernel::text_enum!(
    /// How a word came.
    Way {
        /// From themself.
        Own = "own",
        /// Through somebody they told.
        Relayed = "relayed",
        /// They were resting; nothing was asked of them.
        Spared = "spared",
    }
);

/// A season, as far as rules look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Season {
    /// Where it is.
    pub stage: SeasonStage,
    /// Its first day.
    pub opens: Day,
    /// Its last day.
    pub closes: Day,
}

impl Season {
    /// A season is planned.
    ///
    /// # Errors
    /// One that begins in the past, or is shorter than three weeks or longer than two months.
    pub fn plan(opens: Day, closes: Day, today: Day) -> Result<Self, No> {
        let days = closes.0 - opens.0;
        if opens < today {
            return Err(No::SeasonPast);
        }
        if days < SHORTEST_SEASON_DAYS {
            return Err(No::SeasonShort(opens.plus(SHORTEST_SEASON_DAYS)));
        }
        if days > LONGEST_SEASON_DAYS {
            return Err(No::SeasonLong(opens.plus(LONGEST_SEASON_DAYS)));
        }
        Ok(Self {
            stage: SeasonStage::Planned,
            opens,
            closes,
        })
    }

    /// When it is read together: from its last day on, within the month.
    ///
    /// # Errors
    /// [`No::GatheringDay`].
    pub fn gathers(self, on: Option<Day>) -> Result<Option<Day>, No> {
        let latest = self.closes.plus(GATHERING_DAYS);
        match on {
            Some(day) if !(self.closes..=latest).contains(&day) => Err(No::GatheringDay(latest)),
            on => Ok(on),
        }
    }

    /// Its last day is over; until the gathering's month is, too, words are still heard.
    pub fn ends(self) -> Day {
        self.closes.plus(GATHERING_DAYS)
    }

    /// Whether somebody may still choose. A word after the last day is as good as one before.
    pub fn hears(self) -> bool {
        matches!(
            self.stage,
            SeasonStage::Open | SeasonStage::Gathering | SeasonStage::Rewoven
        )
    }

    /// What time does to it: one step, or none.
    pub fn clock(self, today: Day) -> Option<Self> {
        let stage = match self.stage {
            SeasonStage::Planned if today >= self.opens => SeasonStage::Open,
            SeasonStage::Open if today >= self.closes => SeasonStage::Gathering,
            SeasonStage::Gathering | SeasonStage::Rewoven if today > self.ends() => {
                SeasonStage::Closed
            }
            _ => return None,
        };
        Some(Self { stage, ..self })
    }

    /// Gaps are filled, or let go of aloud.
    ///
    /// # Errors
    /// [`No::NotGathering`].
    pub fn reweave(self) -> Result<Self, No> {
        match self.stage {
            SeasonStage::Gathering => Ok(Self {
                stage: SeasonStage::Rewoven,
                ..self
            }),
            _ => Err(No::NotGathering),
        }
    }

    /// It is called off, before it opened.
    ///
    /// # Errors
    /// [`No::SeasonBegan`].
    pub fn call_off(self) -> Result<Self, No> {
        match self.stage {
            SeasonStage::Planned => Ok(Self {
                stage: SeasonStage::CalledOff,
                ..self
            }),
            _ => Err(No::SeasonBegan),
        }
    }
}

/// Whether a season asks somebody: members who were there when it opened, do not rest, and have not said
/// already that they step back.
pub fn is_asked(standing: Standing, joined: Day, opens: Day) -> bool {
    standing == Standing::Member && joined <= opens
}

/// Whether a season asks nothing of somebody who is back from rest on a day: it began by then, and closes
/// before their week of landing is over.
pub fn spares(season: Season, back_on: Day) -> bool {
    let is_to_close = matches!(season.stage, SeasonStage::Planned | SeasonStage::Open);
    is_to_close && season.opens <= back_on && season.closes <= back_on.plus(LANDING_DAYS)
}

/// Whether somebody was silent in this season and in the one before it, where both asked them.
pub fn silent_twice(spoke_now: bool, before: Option<(bool, bool)>) -> bool {
    match before {
        Some((asked, spoke)) => !spoke_now && asked && !spoke,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn whoever_is_back_from_rest_has_a_day_after_their_landing_or_is_not_asked() {
        let (opens, closes) = (day("2026-06-01"), day("2026-06-22"));
        let planned = Season::plan(opens, closes, opens).unwrap();
        assert!(!spares(planned, day("2026-05-31")));
        let open = planned.clock(opens).unwrap();
        for (back, spared) in [
            ("2026-06-05", false),
            ("2026-06-14", false),
            ("2026-06-15", true),
            ("2026-06-22", true),
        ] {
            assert_eq!(spares(open, day(back)), spared, "{back}");
        }
        assert!(!spares(open.clock(closes).unwrap(), day("2026-06-25")));
    }

    #[test]
    fn three_weeks_at_least() {
        let today = day("2026-05-20");
        let (opens, closes) = (day("2026-06-01"), day("2026-06-22"));
        let season = Season::plan(opens, closes, today).unwrap();
        assert_eq!(season.stage, SeasonStage::Planned);
        assert_eq!(
            Season::plan(opens, day("2026-06-21"), today),
            Err(No::SeasonShort(closes))
        );
        assert!(Season::plan(opens, day("2026-08-30"), today).is_err());
        assert_eq!(
            Season::plan(day("2026-05-19"), closes, today),
            Err(No::SeasonPast)
        );
        assert!(season.gathers(Some(day("2026-06-21"))).is_err());
        assert!(season.gathers(Some(day("2026-06-22"))).is_ok());
    }

    #[test]
    fn two_seasons_of_silence_and_never_one() {
        assert!(silent_twice(false, Some((true, false))));
        for before in [None, Some((false, false)), Some((true, true))] {
            assert!(!silent_twice(false, before));
        }
        assert!(!silent_twice(true, Some((true, false))));
    }

    #[test]
    fn whoever_rests_is_not_asked() {
        let opens = day("2026-06-01");
        assert!(is_asked(Standing::Member, opens, opens));
        assert!(!is_asked(Standing::Member, opens.plus(1), opens));
        for standing in [
            Standing::Resting,
            Standing::SteppingBack,
            Standing::Dormant,
            Standing::Participant,
            Standing::Guest,
            Standing::Left,
        ] {
            assert!(!is_asked(standing, opens, opens));
        }
    }

    proptest! {
        /// No clock, in whatever order, opens a season early or closes it within its three weeks.
        #[test]
        fn no_clock_cuts_a_season_short(days in proptest::collection::vec(-400i32..400, 1..40)) {
            let opens = Day(20_000);
            let mut season = Season::plan(opens, opens.plus(21), opens.plus(-5)).unwrap();
            for offset in days {
                let today = opens.plus(offset);
                let was = season.stage;
                if let Some(next) = season.clock(today) {
                    season = next;
                    prop_assert!(season.stage != SeasonStage::Open || today >= opens);
                    prop_assert!(was != SeasonStage::Open || today >= season.closes);
                    prop_assert!(
                        season.stage != SeasonStage::Closed || today > season.ends()
                    );
                }
            }
        }
    }
}
