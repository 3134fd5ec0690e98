//! Who hosts which month, and when (P23).

use super::GatherRefusal as No;
use kernel::Day;

/// With fewer who are willing somebody would host twice running.
pub const FEWEST_WILLING: usize = 4;

/// Seats pairs where an evening has none, from those who are willing in their order: nobody twice running,
/// neither after nor before an evening that has its hosts.
///
/// # Errors
/// [`No::FourWilling`].
pub fn seat<P: Copy + PartialEq>(willing: &[P], evenings: &mut [Vec<P>]) -> Result<(), No> {
    if willing.len() < FEWEST_WILLING {
        return Err(No::FourWilling);
    }
    let mut turn = 0;
    for at in 0..evenings.len() {
        if !evenings[at].is_empty() {
            continue;
        }
        let beside = |n: Option<usize>| n.and_then(|n| evenings.get(n)).cloned();
        let before = beside(at.checked_sub(1)).unwrap_or_default();
        let after = beside(at.checked_add(1)).unwrap_or_default();
        let round = (0..willing.len()).map(|n| (turn + n) % willing.len());
        let free = round.filter(|n| may_host(&willing[*n], &before, &after).is_ok());
        let pair: Vec<usize> = free.take(2).collect();
        if let [first, second] = pair[..] {
            evenings[at] = vec![willing[first], willing[second]];
            turn = second + 1;
        }
    }
    Ok(())
}

/// Whether somebody may be put down for an evening: not where they host the one before or after it.
///
/// # Errors
/// [`No::TwiceRunning`].
pub fn may_host<P: PartialEq>(whom: &P, before: &[P], after: &[P]) -> Result<(), No> {
    match before.contains(whom) || after.contains(whom) {
        true => Err(No::TwiceRunning),
        false => Ok(()),
    }
}

/// The first day after `until` that is the same day of the week.
pub fn same_weekday_after(day: Day, until: Day) -> Day {
    let weeks = (until.0 - day.0).max(-1).div_euclid(7) + 1;
    day.plus(weeks * 7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn july_falls_into_the_rest_and_the_twentieth_is_offered() {
        let day = |text| Day::parse(text).unwrap();
        let offered = same_weekday_after(day("2026-07-06"), day("2026-07-19"));
        assert_eq!(offered, day("2026-07-20"));
        let offered = same_weekday_after(day("2026-07-06"), day("2026-07-20"));
        assert_eq!(offered, day("2026-07-27"));
        assert_eq!(
            same_weekday_after(day("2026-07-06"), day("2026-07-06")),
            day("2026-07-13")
        );
    }

    #[test]
    fn chidi_and_rosa_host_april_and_not_may() {
        let april = ["Chidi", "Rosa"];
        assert_eq!(may_host(&"Rosa", &april, &[]), Err(No::TwiceRunning));
        assert_eq!(may_host(&"Noor", &april, &["Chidi"]), Ok(()));
        assert_eq!(may_host(&"Chidi", &[], &april), Err(No::TwiceRunning));
        assert_eq!(seat(&["A", "B", "C"], &mut [vec![]]), Err(No::FourWilling));
        let mut evenings = [vec!["Noor", "Sam"], vec![], vec!["Chidi", "Rosa"], vec![]];
        seat(&["Noor", "Chidi", "Esi", "Bo", "Rosa"], &mut evenings).unwrap();
        assert_eq!(evenings[1], ["Esi", "Bo"]);
        assert_eq!(evenings[3], ["Noor", "Esi"]);
    }

    proptest! {
        #[test]
        fn nobody_hosts_twice_running(
            people in 4usize..20,
            months in 1usize..24,
            fixed in proptest::collection::vec((0usize..24, 0usize..20, 0usize..20), 0..3),
        ) {
            let willing: Vec<usize> = (0..people).collect();
            let mut all: Vec<Vec<usize>> = vec![Vec::new(); months];
            let bare = fixed.is_empty();
            for (at, a, b) in fixed {
                // Those who hold an evening already were seated by the same rule.
                let beside = |n: usize| all.get(n).cloned().unwrap_or_default();
                let free = at < months
                    && [a, b].iter().all(|one| {
                        may_host(one, &at.checked_sub(1).map(&beside).unwrap_or_default(), &beside(at + 1)).is_ok()
                    });
                if free && a != b {
                    all[at] = vec![a, b];
                }
            }
            seat(&willing, &mut all).unwrap();
            for two in all.windows(2) {
                prop_assert!(two[1].iter().all(|one| may_host(one, &two[0], &[]).is_ok()));
            }
            prop_assert!(all.iter().all(|pair| pair.len() != 1 && (pair.is_empty() || pair[0] != pair[1])));
            prop_assert!(!bare || all.iter().all(|pair| pair.len() == 2));
        }

        #[test]
        fn what_is_offered_is_the_same_weekday_and_after_the_rest(day in 0i32..30_000, more in 0i32..80) {
            let offered = same_weekday_after(Day(day), Day(day + more));
            prop_assert!(offered.0 > day + more && offered.0 <= day + more + 7);
            prop_assert_eq!((offered.0 - day) % 7, 0);
        }
    }
}
