//! A plan that was mended is as good as a plan made anew.

use crate::{
    cases::{lawful, row, towns},
    oracles::textbook_flow,
};
use cover::{Could, CoverRefusal, MOST_COST, Moved, Plan, Town, testing};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Change {
    More(Vec<Could>),
    Gone(u32),
    Rests(u32),
    Ceiling(u32, u32),
}

fn changes() -> impl Strategy<Value = Change> {
    prop_oneof![
        2 => row(8).prop_map(Change::More),
        1 => (0..40_u32).prop_map(Change::Gone),
        1 => (0..8_u32).prop_map(Change::Rests),
        2 => (0..8_u32, 0..5_u32).prop_map(|(person, ceiling)| Change::Ceiling(person, ceiling)),
    ]
}

fn make(plan: &mut Plan, change: Change) -> Result<Vec<Moved>, CoverRefusal> {
    match change {
        Change::More(row) => plan.one_more_place(&row).map(|(_, moved)| moved),
        Change::Gone(place) => plan.place_gone(place),
        Change::Rests(person) => plan.someone_rests(person),
        Change::Ceiling(person, ceiling) => plan.ceiling_changed(person, ceiling),
    }
}

/// The town a plan stands for, without the places that are gone.
fn as_it_is(plan: &Plan, gone: &[u32]) -> Town {
    let old = plan.town();
    let mut town = Town::new(old.weight(), old.ceilings().to_vec()).unwrap();
    for place in (0..old.places() as u32).filter(|place| !gone.contains(place)) {
        town.open_place(old.could(place)).unwrap();
    }
    town
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// About fifteen thousand changes, each looked at by the textbook.
    #[test]
    fn after_any_change_it_is_as_good_as_anew(
        town in towns(8, 12),
        seed: u64,
        changes in prop::collection::vec(changes(), 0..20),
    ) {
        let mut plan = Plan::of(town, seed);
        let mut gone = Vec::new();
        for change in changes {
            let before: Vec<_> = plan.holders().collect();
            let was = (plan.filled(), plan.cost());
            match make(&mut plan, change.clone()) {
                Err(_) => prop_assert_eq!((plan.filled(), plan.cost()), was),
                Ok(moved) => {
                    if let Change::Gone(place) = change {
                        gone.push(place);
                    }
                    // What it says has moved is what has moved, each once.
                    let now: Vec<_> = plan.holders().collect();
                    let differs = now.iter().enumerate().filter_map(|(place, &now)| {
                        let before = before.get(place).copied().flatten();
                        let place = place as u32;
                        (before != now).then_some(Moved { place, before, now })
                    });
                    prop_assert_eq!(moved, differs.collect::<Vec<_>>());
                }
            }
            let town = as_it_is(&plan, &gone);
            let best = textbook_flow(&town);
            prop_assert_eq!(lawful(&plan), best);
            prop_assert_eq!(lawful(&Plan::of(town, seed ^ 1)), best);
        }
    }
}

#[test]
fn a_town_of_thousands_stays_exact_through_thousands_of_changes() {
    for times in [testing::Times::Plenty, testing::Times::Scarcity] {
        let spare = testing::town(3000, times, 7).unwrap();
        let mut plan = Plan::of(testing::town(3000, times, 8).unwrap(), 9);
        let mut gone = Vec::new();
        for step in 0..1200_u32 {
            let number = step.wrapping_mul(2_654_435_761) >> 8;
            match step % 4 {
                0 => drop(plan.one_more_place(spare.could(number % 3000)).unwrap()),
                1 => drop(plan.someone_rests(number % 1500).unwrap()),
                2 => drop(plan.ceiling_changed(number % 1500, number % 6).unwrap()),
                _ => {
                    if plan.place_gone(number % 3000).is_ok() {
                        gone.push(number % 3000);
                    }
                }
            }
            assert!(plan.is_proven(), "{times:?}, step {step}");
            if step % 200 == 199 {
                let anew = Plan::of(as_it_is(&plan, &gone), u64::from(step));
                assert_eq!(lawful(&plan), lawful(&anew), "{times:?}, step {step}");
            }
        }
        assert!(gone.len() > 200);
    }
}

#[test]
fn what_cannot_be_is_refused_and_nothing_changes() {
    let mut town = Town::new(5, vec![1, 1]).unwrap();
    town.open_place(&[Could { person: 0, cost: 3 }]).unwrap();
    let no_one = Could { person: 2, cost: 0 };
    let too_far = Could {
        person: 1,
        cost: MOST_COST + 1,
    };
    let mut plan = Plan::of(town, 0);
    let before = lawful(&plan);
    let person = CoverRefusal::NoSuchPerson {
        person: 2,
        people: 2,
    };
    assert_eq!(plan.one_more_place(&[no_one]), Err(person));
    assert_eq!(plan.someone_rests(2), Err(person));
    assert_eq!(plan.ceiling_changed(2, 1), Err(person));
    assert!(matches!(
        plan.one_more_place(&[too_far]),
        Err(CoverRefusal::CostTooFar { .. })
    ));
    assert_eq!(
        plan.place_gone(1),
        Err(CoverRefusal::NoSuchPlace { place: 1 })
    );
    assert_eq!((lawful(&plan), plan.town().places()), (before, 1));
    plan.place_gone(0).unwrap();
    assert_eq!(
        plan.place_gone(0),
        Err(CoverRefusal::NoSuchPlace { place: 0 })
    );
    assert!(matches!(
        Town::new(cover::MOST_WEIGHT + 1, vec![]),
        Err(CoverRefusal::WeightTooGreat { .. })
    ));
    assert!(matches!(
        Town::new(0, vec![0; cover::MOST_PEOPLE + 1]),
        Err(CoverRefusal::TooMany)
    ));
}

#[test]
fn somebody_who_comes_back_gets_what_is_nearest_again() {
    let mut town = Town::new(10, vec![2, 1]).unwrap();
    for _ in 0..3 {
        town.open_place(&[Could { person: 0, cost: 1 }, Could { person: 1, cost: 1 }])
            .unwrap();
    }
    let mut plan = Plan::of(town, 0);
    let whole = lawful(&plan);
    assert_eq!(whole.0, 3);
    let moved = plan.someone_rests(0).unwrap();
    assert!(moved.iter().all(|one| one.now != Some(0)));
    assert_eq!(plan.filled(), 1);
    plan.ceiling_changed(0, 2).unwrap();
    assert_eq!(lawful(&plan), whole);
    assert!(plan.ceiling_changed(0, 2).unwrap().is_empty());
}
