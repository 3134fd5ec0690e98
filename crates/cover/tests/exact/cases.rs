//! Random towns of every shape: empty, infeasible, tied, doubled, resting, scarce and plenty.

use crate::oracles::{Best, every_plan, linear_program, textbook_flow};
use cover::{Could, MOST_COST, MOST_WEIGHT, Plan, Town};
use proptest::prelude::*;

/// A town with at most so many people and places; costs of a few values, so that ties abound.
pub fn towns(people: usize, places: usize) -> impl Strategy<Value = Town> {
    let weight = prop_oneof![Just(0), Just(1), Just(6), Just(2520), 0..5000_u32];
    let ceilings = prop::collection::vec(0..5_u32, 0..=people);
    (weight, ceilings).prop_flat_map(move |(weight, ceilings)| {
        let rows = prop::collection::vec(row(ceilings.len()), 0..=places);
        (Just(weight), Just(ceilings), rows).prop_map(|(weight, ceilings, rows)| {
            let mut town = Town::new(weight, ceilings).unwrap();
            for row in rows {
                town.open_place(&row).unwrap();
            }
            town
        })
    })
}

/// A place's pairs, doubled ones among them.
pub fn row(people: usize) -> impl Strategy<Value = Vec<Could>> {
    let cost = prop_oneof![-2..3_i32, -3000..3000_i32];
    let pair = (0..people.max(1) as u32, cost);
    prop::collection::vec(pair, 0..=if people == 0 { 0 } else { 5 }).prop_map(|row| {
        let could = |(person, cost)| Could { person, cost };
        row.into_iter().map(could).collect()
    })
}

/// How good a plan is, after looking whether it is lawful, with every sum made anew.
pub fn lawful(plan: &Plan) -> Best {
    assert!(plan.is_proven());
    let town = plan.town();
    let mut loads = vec![0; town.people()];
    let (mut filled, mut cost) = (0, 0);
    for (place, holder) in plan.holders().enumerate() {
        let Some(holder) = holder else { continue };
        let row = town.could(place as u32).iter();
        let theirs = row.filter(|pair| pair.person == holder);
        cost += i64::from(
            theirs
                .map(|pair| pair.cost)
                .min()
                .expect("they could hold it"),
        );
        filled += 1;
        loads[holder as usize] += 1;
        let parts = plan.parts(place as u32).expect("it has a holder");
        assert_eq!((parts.person, parts.before + 1), (holder, parts.now));
        assert!(plan.held_by(holder).any(|held| held == place as u32));
    }
    for (person, &load) in loads.iter().enumerate() {
        let ceiling = town.ceilings()[person];
        assert!(
            load <= ceiling,
            "never above a ceiling, never anybody who rests"
        );
        assert_eq!(plan.held_by(person as u32).count(), load as usize);
        let nth = (1..=i64::from(load)).map(|nth| i64::from(town.weight()) * (2 * nth - 1));
        cost += nth.map(|times| times / i64::from(ceiling)).sum::<i64>();
    }
    assert_eq!((plan.filled(), plan.cost()), (filled, cost));
    (filled, cost)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn as_good_as_the_best_of_every_plan(town in towns(4, 5), seed: u64) {
        let best = every_plan(&town);
        prop_assert_eq!(lawful(&Plan::of(town, seed)), best);
    }

    #[test]
    fn as_good_as_the_textbook(town in towns(9, 16), seed: u64) {
        let best = textbook_flow(&town);
        prop_assert_eq!(lawful(&Plan::of(town, seed)), best);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn as_good_as_a_linear_program(town in towns(7, 12), seed: u64) {
        let best = linear_program(&town);
        prop_assert_eq!(lawful(&Plan::of(town, seed)), best);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn larger_towns_are_as_good_as_the_textbook(town in towns(50, 90), seed: u64) {
        let best = textbook_flow(&town);
        prop_assert_eq!(lawful(&Plan::of(town, seed)), best);
    }
}

#[test]
fn nothing_and_nobody() {
    assert_eq!(lawful(&Plan::of(Town::default(), 0)), (0, 0));
    assert_eq!(
        lawful(&Plan::of(Town::new(9, vec![3, 0]).unwrap(), 1)),
        (0, 0)
    );
    let mut town = Town::new(9, vec![]).unwrap();
    town.open_place(&[]).unwrap();
    assert_eq!(lawful(&Plan::of(town, 2)), (0, 0));
}

#[test]
fn whoever_rests_holds_nothing_even_if_the_place_stays_empty() {
    let mut town = Town::new(1, vec![0]).unwrap();
    town.open_place(&[Could {
        person: 0,
        cost: -MOST_COST,
    }])
    .unwrap();
    assert_eq!(lawful(&Plan::of(town, 3)), (0, 0));
}

#[test]
fn an_empty_place_is_worse_than_any_cost() {
    // Person 1 can do place 1 only, at the greatest cost there is; person 0 would be near both.
    let mut town = Town::new(MOST_WEIGHT, vec![1, u32::MAX]).unwrap();
    for row in [vec![(0, -MOST_COST)], vec![(0, -MOST_COST), (1, MOST_COST)]] {
        let could = |&(person, cost): &(u32, i32)| Could { person, cost };
        town.open_place(&row.iter().map(could).collect::<Vec<_>>())
            .unwrap();
    }
    let best = textbook_flow(&town);
    assert_eq!(best.0, 2);
    assert_eq!(lawful(&Plan::of(town, 4)), best);
}

#[test]
fn a_long_chain_moves_as_a_whole() {
    // Person n can do places n and n + 1; the last place but one decides for all of them.
    let many = 3000;
    let mut town = Town::new(1, vec![1; many]).unwrap();
    for place in 0..=many as u32 {
        let near = [
            place.checked_sub(1),
            Some(place).filter(|&p| p < many as u32),
        ];
        let could = near.into_iter().flatten().map(|person| Could {
            person,
            cost: if person == place {
                -MOST_COST
            } else {
                MOST_COST
            },
        });
        town.open_place(&could.collect::<Vec<_>>()).unwrap();
    }
    let plan = Plan::of(town, 5);
    assert_eq!(lawful(&plan).0, many);
    assert_eq!(
        plan.holder(many as u32),
        None,
        "the dearest of all is the one left out"
    );
}
