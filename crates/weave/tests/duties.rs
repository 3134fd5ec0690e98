//! Duties and absences, beside trying everything there is.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use proptest::prelude::*;
use weave::{Duties, DutyError};

type Pairs = Vec<(u32, u32)>;

/// What each duty needs, what each person can hold, who can hold which, and what may be learned (in bits).
fn small() -> impl Strategy<Value = (Vec<u32>, Vec<u32>, Pairs, u32)> {
    (1_usize..4, 1_usize..5).prop_flat_map(|(duties, people)| {
        let pair = (0..duties as u32, 0..people as u32);
        (
            prop::collection::vec(0_u32..3, duties),
            prop::collection::vec(0_u32..3, people),
            prop::collection::vec(pair, 0..10),
            prop_oneof![Just(u32::MAX), any::<u32>()],
        )
    })
}

/// How many places can be filled at most: pairing after pairing, taken or not.
fn filled(needs: &mut [u32], holds: &mut [u32], pairs: &[(u32, u32)]) -> u32 {
    let Some((&(duty, person), rest)) = pairs.split_first() else {
        return 0;
    };
    let (duty, person) = (duty as usize, person as usize);
    let without = filled(needs, holds, rest);
    if needs[duty] == 0 || holds[person] == 0 {
        return without;
    }
    needs[duty] -= 1;
    holds[person] -= 1;
    let with = 1 + filled(needs, holds, rest);
    needs[duty] += 1;
    holds[person] += 1;
    with.max(without)
}

fn filled_without(needs: &[u32], holds: &[u32], pairs: &[(u32, u32)], away: &[u32]) -> u32 {
    let mut pairs: Pairs = pairs
        .iter()
        .copied()
        .filter(|(_, person)| !away.contains(person))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    filled(&mut needs.to_vec(), &mut holds.to_vec(), &pairs)
}

fn is_secure(needs: &[u32], holds: &[u32], pairs: &[(u32, u32)]) -> bool {
    let all: u32 = needs.iter().sum();
    (0..holds.len() as u32).all(|away| filled_without(needs, holds, pairs, &[away]) == all)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_cover_is_the_best((needs, holds, pairs, _) in small()) {
        let duties = Duties::new(needs.clone(), holds.clone(), &pairs).unwrap();
        let cover = duties.cover();
        let best = filled_without(&needs, &holds, &pairs, &[]);
        prop_assert_eq!(cover.unfilled, u64::from(needs.iter().sum::<u32>() - best));
        prop_assert_eq!(cover.holders.iter().map(Vec::len).sum::<usize>(), best as usize);
        for (duty, held_by) in (0_u32..).zip(&cover.holders) {
            prop_assert!(held_by.len() <= needs[duty as usize] as usize);
            prop_assert!(held_by.is_sorted_by(|one, other| one < other));
            prop_assert!(held_by.iter().all(|&person| pairs.contains(&(duty, person))));
        }
        for (person, &most) in (0_u32..).zip(&holds) {
            let held = cover.holders.iter().filter(|held_by| held_by.contains(&person)).count();
            prop_assert!(held <= most as usize);
        }
    }

    #[test]
    fn absences_that_leave_a_duty_empty((needs, holds, pairs, _) in small()) {
        let duties = Duties::new(needs.clone(), holds.clone(), &pairs).unwrap();
        let best = filled_without(&needs, &holds, &pairs, &[]);
        let lost = |away: &[u32]| u64::from(best - filled_without(&needs, &holds, &pairs, away));
        let people = 0..holds.len() as u32;
        let single: Vec<(Vec<u32>, u64)> = people.clone().map(|away| (vec![away], lost(&[away])))
            .filter(|(_, lost)| *lost > 0).collect();
        let found = duties.single_absences();
        let plain = |found: &[weave::Absence]| found.iter()
            .map(|absence| (absence.away.clone(), absence.unfilled)).collect::<Vec<_>>();
        prop_assert_eq!(plain(&found), single.clone());
        for absence in &found {
            // The duties it names do need more than those who remain can hold, even with nothing else to hold.
            let own: Vec<u32> = (0_u32..).zip(&needs)
                .map(|(duty, &need)| if absence.duties.contains(&duty) { need } else { 0 }).collect();
            prop_assert!(filled_without(&own, &holds, &pairs, &absence.away) < own.iter().sum());
        }
        let alone = |person: u32| single.iter().any(|(away, _)| away[0] == person);
        let double: Vec<(Vec<u32>, u64)> = people.clone()
            .flat_map(|one| (one + 1..holds.len() as u32).map(move |other| vec![one, other]))
            .filter(|away| !away.iter().any(|&person| alone(person)))
            .map(|away| { let lost = lost(&away); (away, lost) })
            .filter(|(_, lost)| *lost > 0).collect();
        prop_assert_eq!(plain(&duties.double_absences(usize::MAX).unwrap()), double);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn the_fewest_new_pairings((needs, holds, pairs, may) in small()) {
        let people = holds.len() as u32;
        let may_learn = |duty: u32, person: u32| may & (1 << (duty * people + person)) != 0;
        let duties = Duties::new(needs.clone(), holds.clone(), &pairs).unwrap();
        let all = (0..needs.len() as u32).flat_map(|duty| (0..people).map(move |person| (duty, person)));
        let new: Pairs = all.filter(|pair| may_learn(pair.0, pair.1) && !pairs.contains(pair)).collect();
        let with = |set: u32| {
            let chosen = new.iter().enumerate().filter(move |(at, _)| set & (1 << at) != 0);
            pairs.iter().copied().chain(chosen.map(|(_, &pair)| pair)).collect::<Pairs>()
        };
        let mut sets: Vec<u32> = (0..1 << new.len()).collect();
        sets.sort_by_key(|set| set.count_ones());
        let fewest = sets.into_iter().find(|&set| is_secure(&needs, &holds, &with(set)));
        match (fewest, duties.secure(may_learn, u64::MAX)) {
            (None, Err(_)) => {}
            (Some(fewest), Ok(found)) => {
                prop_assert_eq!(found.pairs.len(), fewest.count_ones() as usize);
                prop_assert_eq!(found.at_least, found.pairs.len());
                prop_assert!(found.pairs.iter().all(|pair| new.contains(pair)));
                prop_assert!(is_secure(&needs, &holds, &[&pairs[..], &found.pairs].concat()));
                let greedy = duties.secure(may_learn, 0).unwrap();
                prop_assert!(is_secure(&needs, &holds, &[&pairs[..], &greedy.pairs].concat()));
                prop_assert!((greedy.at_least..=greedy.pairs.len()).contains(&found.pairs.len()));
            }
            (fewest, found) => prop_assert!(false, "{:?} is not {:?}", found, fewest),
        }
    }

    #[test]
    fn anything_typed_gets_an_answer(
        needs in prop::collection::vec(0_u32..5, 0..4),
        holds in prop::collection::vec(0_u32..5, 0..4),
        pairs in prop::collection::vec((0_u32..5, 0_u32..5), 0..12),
    ) {
        let wrong = pairs.iter().position(|&(duty, person)| {
            duty as usize >= needs.len() || person as usize >= holds.len()
        });
        match Duties::new(needs, holds, &pairs) {
            Ok(duties) => {
                prop_assert_eq!(wrong, None);
                prop_assert!(duties.single_absences().len() <= duties.people());
            }
            Err(DutyError::NoSuchDuty { row, .. } | DutyError::NoSuchPerson { row, .. }) => {
                prop_assert_eq!(wrong, Some(row));
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
