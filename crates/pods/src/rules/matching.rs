//! Matching: who would like a pod, who is not put together with whom, and how often that can be
//! tried.

use super::PodsRefusal;
use kernel::{Day, PersonId, Standing};
use std::collections::BTreeSet;

/// A wish, and every "please not with", is gone after this long.
pub const WISH_DAYS: i32 = 30;
/// So many names somebody can say.
pub const MOST_NAMES: usize = 5;
/// So many characters of names.
pub const WISH_LENGTH: usize = 240;
/// So many groupings a day, so that nobody finds out who said what by trying.
pub const TRIES_A_DAY: usize = 10;
/// Somebody matches pods for half a year at most, as with every role.
pub const LONGEST_TERM_DAYS: i32 = 184;

/// The names somebody wrote, one a line or with commas between, as they are compared.
pub fn names_of(typed: &str) -> Result<Vec<String>, PodsRefusal> {
    let names: BTreeSet<String> = typed
        .split(['\n', ',', ';'])
        .map(plain)
        .filter(|name| !name.is_empty())
        .collect();
    if names.len() > MOST_NAMES {
        Err(PodsRefusal::TooManyNames)
    } else {
        Ok(names.into_iter().collect())
    }
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Whether everybody of a grouping can be with everybody: each with their name and the names they
/// said. All of them are looked at whatever is found, so that the work says nothing of whom it was.
pub fn holds_together(grouping: &[(String, Vec<String>)]) -> bool {
    let mut apart = 0usize;
    for (_, not_with) in grouping {
        for (name, _) in grouping {
            let name = plain(name);
            apart += not_with.iter().filter(|said| **said == name).count();
        }
    }
    apart == 0
}

/// Newcomers may wish for a pod too (J7); whoever has one has one.
pub fn may_wish(
    person: PersonId,
    matcher: Option<PersonId>,
    in_a_pod: bool,
) -> Result<(), PodsRefusal> {
    if in_a_pod {
        Err(PodsRefusal::InAPod)
    } else if matcher == Some(person) {
        Err(PodsRefusal::MatcherWaits)
    } else {
        Ok(())
    }
}

/// Whoever matches pods is a member, somebody else than whoever names them, until a day within half
/// a year.
pub fn may_match(
    (named_by, person): (PersonId, PersonId),
    standing: Option<Standing>,
    (today, until): (Day, Option<Day>),
) -> Result<Day, PodsRefusal> {
    let last = today.plus(LONGEST_TERM_DAYS);
    if named_by == person {
        return Err(PodsRefusal::NameAnother);
    }
    if standing != Some(Standing::Member) {
        return Err(PodsRefusal::NobodyCalledThat);
    }
    until
        .filter(|day| (today..=last).contains(day))
        .ok_or(PodsRefusal::MatchUntil(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;

    fn one(name: &str, not_with: &[&str]) -> (String, Vec<String>) {
        let not_with = not_with.iter().map(|name| (*name).to_owned()).collect();
        (name.to_owned(), not_with)
    }

    #[test]
    fn please_not_with_holds_whoever_said_it() {
        let (luz, farid) = (one("Luz", &[]), one("Farid", &[]));
        let (rosa, jonah) = (one("Rosa", &["jonah"]), one("Jonah", &[]));
        let with = |all: &[&(String, Vec<String>)]| -> bool {
            let all: Vec<_> = all.iter().map(|one| (*one).clone()).collect();
            holds_together(&all)
        };
        assert!(with(&[&luz, &farid, &rosa]));
        assert!(with(&[&luz, &farid, &jonah]));
        assert!(!with(&[&luz, &rosa, &jonah]));
        assert!(!with(&[&jonah, &farid, &luz, &rosa]));
    }

    #[test]
    fn names_are_read_as_people_write_them() {
        assert_eq!(
            names_of(" Jonah\nKEZIA, jonah ;").unwrap(),
            ["jonah", "kezia"]
        );
        assert_eq!(names_of("").unwrap(), Vec::<String>::new());
        assert_eq!(names_of("a,b,c,d,e,f"), Err(PodsRefusal::TooManyNames));
    }

    #[test]
    fn a_matcher_is_another_member_until_a_day() {
        let chance = SeededChance::new(8);
        let (hana, noor) = (PersonId::new(&chance), PersonId::new(&chance));
        let (today, member) = (Day(100), Some(Standing::Member));
        let until = Some(today.plus(90));
        assert_eq!(
            may_match((hana, noor), member, (today, until)),
            Ok(Day(190))
        );
        assert_eq!(
            may_match((hana, hana), member, (today, until)),
            Err(PodsRefusal::NameAnother)
        );
        for standing in [None, Some(Standing::Resting), Some(Standing::Participant)] {
            assert_eq!(
                may_match((hana, noor), standing, (today, until)),
                Err(PodsRefusal::NobodyCalledThat)
            );
        }
        for day in [None, Some(today.plus(-1)), Some(today.plus(185))] {
            assert_eq!(
                may_match((hana, noor), member, (today, day)),
                Err(PodsRefusal::MatchUntil(Day(284)))
            );
        }
    }

    #[test]
    fn whoever_matches_does_not_match_themself() {
        let noor = PersonId::new(&SeededChance::new(1));
        assert_eq!(may_wish(noor, None, false), Ok(()));
        assert_eq!(
            may_wish(noor, Some(noor), false),
            Err(PodsRefusal::MatcherWaits)
        );
        assert_eq!(may_wish(noor, None, true), Err(PodsRefusal::InAPod));
    }
}
