//! The rules of rest (P20). No clock, no database.

mod refusal;
mod season;

pub use refusal::RestRefusal;
pub use season::{ENOUGH, LONGEST_DAYS, Lifeline, Season, SeasonStage, TOLD_DAYS};

use kernel::{Day, Standing};

/// A soft landing: so many days after coming back nobody is asked for anything.
pub const LANDING_DAYS: i32 = 7;
/// A word on one's capacity is good for two weeks at most.
pub const CAPACITY_DAYS: i32 = 14;
/// "Reach me if", in characters.
pub const REACH_LIMIT: usize = 120;
/// Without a season for so long, one is suggested.
pub const SUGGEST_DAYS: i32 = 120;
/// Words on capacity are added up from so many people on (N12).
pub const FEWEST: usize = 5;

kernel::text_enum!(
    /// How much there is of somebody just now, in a word.
    Capacity {
        /// Plenty.
        Plenty = "plenty",
        /// Some.
        Some = "some",
        /// Little.
        Little = "little",
        /// None.
        None = "none",
    }
);

kernel::text_enum!(
    /// What somebody who was asked to cover has said.
    CoverSaid {
        /// Not yet anything.
        Asked = "asked",
        /// Yes.
        Yes = "yes",
    }
);

kernel::id_type!(
    /// A rest season.
    SeasonId
);
kernel::id_type!(
    /// Something a willing few keep alive in a season.
    LifelineId
);

/// The last day of a rest as it was typed: today or later; none is open-ended.
///
/// # Errors
/// [`RestRefusal::DayNotUnderstood`] where it is no day, or one that has passed.
pub fn until(typed: Option<&str>, today: Day) -> Result<Option<Day>, RestRefusal> {
    match typed {
        None => Ok(None),
        Some(text) => Day::parse(text)
            .filter(|day| *day >= today)
            .map(Some)
            .ok_or(RestRefusal::DayNotUnderstood),
    }
}

/// Rest is from this minute, needs no reason and takes nothing away (P20, N11).
///
/// # Errors
/// [`RestRefusal::NotYetAMember`] for newcomers, who hold nothing yet.
pub fn rest(standing: Standing) -> Result<Standing, RestRefusal> {
    match standing {
        Standing::Participant => Err(RestRefusal::NotYetAMember),
        Standing::Guest | Standing::Left => Ok(standing),
        _ => Ok(Standing::Resting),
    }
}

/// Coming back is one tap.
pub fn come_back(standing: Standing) -> Standing {
    match standing {
        Standing::Resting | Standing::Dormant => Standing::Member,
        other => other,
    }
}

/// On how many days a rest lay; a clock that went back gives none.
pub fn days_rested(since: Day, today: Day) -> i32 {
    (today.0 - since.0).max(0)
}

/// The last day on which nothing is asked of somebody who has come back: the first offer is on the
/// day a week after their return.
pub fn landing_until(back_on: Day) -> Day {
    back_on.plus(LANDING_DAYS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rest_has_an_end_to_come_or_none() {
        let today = Day(100);
        assert_eq!(until(None, today), Ok(None));
        assert_eq!(
            until(Some(&Day(100).to_string()), today),
            Ok(Some(Day(100)))
        );
        for wrong in [Day(99).to_string(), "soon".to_owned()] {
            let no = Err(RestRefusal::DayNotUnderstood);
            assert_eq!(until(Some(&wrong), today), no);
        }
    }

    #[test]
    fn rest_takes_nothing_away_and_coming_back_is_one_step() {
        for standing in [Standing::Member, Standing::SteppingBack, Standing::Dormant] {
            let resting = rest(standing).unwrap();
            assert!(resting.reads_as_member());
            assert_eq!(come_back(resting), Standing::Member);
        }
        assert_eq!(come_back(Standing::Participant), Standing::Participant);
        let no = Err(RestRefusal::NotYetAMember);
        assert_eq!(rest(Standing::Participant), no);
    }

    #[test]
    fn whoever_is_back_on_the_first_is_asked_on_the_eighth() {
        let back = Day::new(2026, 8, 1).unwrap();
        assert_eq!(landing_until(back), Day::new(2026, 8, 7).unwrap());
        assert_eq!(
            (days_rested(Day(5), Day(9)), days_rested(Day(9), Day(5))),
            (4, 0)
        );
    }
}
