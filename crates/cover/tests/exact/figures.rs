//! Known plans, worked out by hand, and what fairness means in them.

use crate::cases::lawful;
use cover::{Could, Parts, Plan, Town};

fn everybody_could(weight: u32, ceilings: &[u32], places: u32) -> Town {
    let mut town = Town::new(weight, ceilings.to_vec()).unwrap();
    for _ in 0..places {
        let all = (0..ceilings.len() as u32).map(|person| Could { person, cost: 0 });
        town.open_place(&all.collect::<Vec<_>>()).unwrap();
    }
    town
}

#[test]
fn load_follows_each_ones_own_ceiling() {
    for seed in 0..20 {
        let plan = Plan::of(everybody_could(2520, &[2, 4, 6, 0], 6), seed);
        let loads: Vec<_> = (0..4).map(|person| plan.held_by(person).count()).collect();
        assert_eq!(
            loads,
            [1, 2, 3, 0],
            "half of each one's ceiling, and nothing for who rests"
        );
        // 2520·(1/2 + (1 + 3)/4 + (1 + 3 + 5)/6)
        assert_eq!(lawful(&plan), (6, 7560));
    }
}

#[test]
fn nobody_has_their_last_place_while_somebody_could_have_a_first() {
    for seed in 0..20 {
        let plan = Plan::of(everybody_could(2520, &[5, 5, 5, 2, 2], 5), seed);
        for person in 0..5 {
            assert_eq!(plan.held_by(person).count(), 1);
        }
    }
}

#[test]
fn nearness_decides_where_load_does_not() {
    let mut town = Town::new(100, vec![2, 2]).unwrap();
    for near in [0, 0, 1, 1] {
        let could = |person| Could {
            person,
            cost: if person == near { 1 } else { 30 },
        };
        town.open_place(&[could(0), could(1)]).unwrap();
    }
    let plan = Plan::of(town, 1);
    assert_eq!(lawful(&plan), (4, 4 + 2 * (50 + 150)));
    assert_eq!(
        plan.parts(3),
        Some(Parts {
            person: 1,
            pair: 1,
            load: 150,
            before: 1,
            now: 2,
            ceiling: 2
        })
    );
    assert_eq!(plan.parts(4), None);
}
