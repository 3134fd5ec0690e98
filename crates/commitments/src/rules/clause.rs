//! What wakes on a condition: "if there is an eviction notice, ten of us within twelve hours, four
//! times a year" (P1, P2).

use super::CommitmentRefusal as No;
use kernel::Moment;

/// A year, in seconds: uses are counted back from now.
const YEAR_SECONDS: i64 = 365 * 86_400;
/// The most people one waking calls.
pub const MOST_PEOPLE: i32 = 100;
/// Within a week at the latest; what is later is no waking.
pub const MOST_HOURS: i32 = 168;
/// The most uses a year.
pub const MOST_USES: i32 = 52;

/// How many, how soon, how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// So many people.
    pub people: i32,
    /// Within so many hours.
    pub hours: i32,
    /// So many times within any 365 days.
    pub uses: i32,
}

impl Clause {
    /// A clause as it was typed.
    ///
    /// # Errors
    /// [`No::ClauseNotUnderstood`] where a number is missing or out of bounds.
    pub fn typed(people: &str, hours: &str, uses: &str) -> Result<Self, No> {
        let number = |text: &str, most: i32| {
            let number = text.trim().parse().ok();
            number
                .filter(|n| (1..=most).contains(n))
                .ok_or(No::ClauseNotUnderstood)
        };
        Ok(Self {
            people: number(people, MOST_PEOPLE)?,
            hours: number(hours, MOST_HOURS)?,
            uses: number(uses, MOST_USES)?,
        })
    }

    /// How many uses are left, where it was used at these moments.
    pub fn left(self, used: &[Moment], now: Moment) -> i32 {
        let since = now.plus_seconds(-YEAR_SECONDS);
        let within = used.iter().filter(|at| **at > since).count();
        self.uses
            .saturating_sub(i32::try_from(within).unwrap_or(i32::MAX))
            .max(0)
    }

    /// It wakes: until when.
    ///
    /// # Errors
    /// [`No::UsedUp`] where it was used as often as was agreed.
    pub fn wake(self, used: &[Moment], now: Moment) -> Result<Moment, No> {
        match self.left(used, now) {
            0 => Err(No::UsedUp),
            _ => Ok(now.plus_hours(i64::from(self.hours))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_times_a_year_is_four_times_in_any_365_days() {
        let clause = Clause::typed("10", "12", "4").unwrap();
        let days = |n: i64| Moment(n * 86_400);
        let used = [days(1), days(100), days(200), days(300)];
        assert_eq!(clause.wake(&used, days(301)), Err(No::UsedUp));
        assert_eq!(clause.left(&used, days(366)), 1);
        assert_eq!(clause.wake(&used, days(366)), Ok(days(366).plus_hours(12)));
        assert_eq!(clause.left(&[], days(0)), 4);
    }

    #[test]
    fn a_clause_is_numbers_within_reason() {
        for (people, hours, uses) in [
            ("0", "1", "1"),
            ("1", "", "1"),
            ("1", "1", "53"),
            ("many", "1", "1"),
            ("1", "-3", "1"),
        ] {
            assert_eq!(
                Clause::typed(people, hours, uses),
                Err(No::ClauseNotUnderstood)
            );
        }
    }
}
