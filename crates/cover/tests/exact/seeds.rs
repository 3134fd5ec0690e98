//! The same seed gives the same plan, and no one is always first.

use cover::{Could, Plan, Town, testing};

#[test]
fn the_same_seed_gives_the_same_plan() {
    for times in [testing::Times::Plenty, testing::Times::Scarcity] {
        let town = testing::town(2000, times, 3).unwrap();
        let plan = |seed| Plan::of(town.clone(), seed);
        let (one, again, other) = (plan(5), plan(5), plan(6));
        assert!(one.holders().eq(again.holders()));
        assert_eq!((one.filled(), one.cost()), (other.filled(), other.cost()));
    }
}

/// Every one of `people` gets the one place about as often, whatever their number; and of several
/// places that nobody can tell apart each is left empty about as often.
#[test]
fn nobody_is_always_first() {
    let draws = 4000_u64;
    let mut first = [0_u64; 5];
    let mut empty = [0_u64; 5];
    let mut later = [0_u64; 5];
    let mut last = [0_u64; 2];
    for seed in 0..draws {
        let mut town = Town::new(7, vec![1; 5]).unwrap();
        let all: Vec<_> = (0..5).map(|person| Could { person, cost: 2 }).collect();
        town.open_place(&all).unwrap();
        let holder = Plan::of(town, seed).holder(0).unwrap();
        first[holder as usize] += 1;

        let mut town = Town::new(7, vec![4]).unwrap();
        for _ in 0..5 {
            town.open_place(&[Could { person: 0, cost: 2 }]).unwrap();
        }
        let plan = Plan::of(town, seed);
        let left = plan.holders().position(|holder| holder.is_none()).unwrap();
        empty[left] += 1;

        // A place that comes later.
        let mut plan = Plan::of(Town::new(7, vec![1; 5]).unwrap(), seed);
        let (place, _) = plan.one_more_place(&all).unwrap();
        later[plan.holder(place).unwrap() as usize] += 1;

        // Places 0 and 1 want the same person, amid more room than places.
        let mut town = Town::new(7, vec![1, 4]).unwrap();
        let only = Could { person: 0, cost: 2 };
        for row in [vec![only], vec![only], vec![only, all[1]], vec![all[1]]] {
            town.open_place(&row).unwrap();
        }
        let plan = Plan::of(town, seed);
        last[usize::from(plan.holder(0).is_none())] += 1;
    }
    let fair = |counts: &[u64]| {
        let expected = draws / counts.len() as u64;
        counts
            .iter()
            .all(|count| count.abs_diff(expected) < expected / 4)
    };
    for counts in [&first[..], &empty, &later, &last] {
        assert!(fair(counts), "{first:?} {empty:?} {later:?} {last:?}");
    }
}
