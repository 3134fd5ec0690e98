//! Counts, paths and sets beside the slowest way to find them.

use std::cmp::Ordering;

use ballots::{Pairs, Strength, Unranked};
use proptest::prelude::*;

use super::{Places, any_choices, pairs, relation, strength, unranked};

/// Whether a ballot puts the one before the other, word for word as the treatments are written.
fn puts_before(ballot: &Places, one: usize, other: usize, unranked: Unranked) -> bool {
    match (ballot[one], ballot[other], unranked) {
        (Some(one), Some(other), _) => one < other,
        (Some(_), None, Unranked::LastTogether) => true,
        _ => false,
    }
}

/// The paper's §2.1 on strengths, written as it stands there: pairs of ballots for and against.
#[allow(
    clippy::nonminimal_bool,
    reason = "six conditions, as the paper has them"
)]
fn compare(strength: Strength, one: (u32, u32), other: (u32, u32)) -> Ordering {
    let stronger = |(e, f): (u32, u32), (g, h): (u32, u32)| match strength {
        Strength::Margins => i64::from(e) - i64::from(f) > i64::from(g) - i64::from(h),
        Strength::WinningVotes => {
            (e > f && g <= h)
                || (e >= f && g < h)
                || (e > f && g > h && e > g)
                || (e > f && g > h && e == g && f < h)
                || (e < f && g < h && f < h)
                || (e < f && g < h && f == h && e > g)
        }
    };
    match (stronger(one, other), stronger(other, one)) {
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) => Ordering::Equal,
        (true, true) => unreachable!("each stronger than the other"),
    }
}

/// The strongest of all paths without a loop, over any pairs at all, as the paper defines it.
fn strongest(pairs: &Pairs, strength: Strength, one: u32, other: u32) -> (u32, u32) {
    fn walk(
        pairs: &Pairs,
        strength: Strength,
        way: &mut Vec<u32>,
        weakest: Option<(u32, u32)>,
        to: u32,
        best: &mut Option<(u32, u32)>,
    ) {
        let from = way[way.len() - 1];
        if from == to {
            let better = best
                .zip(weakest)
                .is_none_or(|(best, new)| compare(strength, new, best).is_gt());
            if better {
                *best = weakest;
            }
            return;
        }
        for next in pairs.each() {
            if way.contains(&next) {
                continue;
            }
            let link = (pairs.before(from, next), pairs.before(next, from));
            let weaker = match weakest {
                Some(known) if compare(strength, known, link).is_lt() => known,
                _ => link,
            };
            way.push(next);
            walk(pairs, strength, way, Some(weaker), to, best);
            way.pop();
        }
    }
    let mut best = None;
    walk(pairs, strength, &mut vec![one], None, other, &mut best);
    best.unwrap()
}

/// The smallest set of which each beats all outside, of all sets there are.
fn smith(pairs: &Pairs) -> Vec<u32> {
    let many = pairs.options() as u32;
    let sets = (1_u32..1 << many).filter(|set| {
        let within = |option: u32| set & (1 << option) != 0;
        pairs.each().filter(|&one| within(one)).all(|one| {
            pairs
                .each()
                .filter(|&other| !within(other))
                .all(|other| pairs.beats(one, other))
        })
    });
    let least = sets.min_by_key(|set| set.count_ones()).unwrap();
    pairs
        .each()
        .filter(|option| least & (1 << option) != 0)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_pair_is_counted_as_the_ballots_say((options, ballots) in any_choices(), unranked in unranked()) {
        let pairs = pairs(options, unranked, &ballots);
        for one in 0..options {
            for other in 0..options {
                let many = ballots.iter().filter(|ballot| puts_before(ballot, one, other, unranked)).count();
                prop_assert_eq!(pairs.before(one as u32, other as u32), many as u32);
            }
        }
    }

    #[test]
    fn paths_are_the_strongest_there_are(
        (options, ballots) in any_choices(), unranked in unranked(), strength in strength(),
    ) {
        let pairs = pairs(options, unranked, &ballots);
        let schulze = pairs.schulze(strength);
        for one in pairs.each() {
            for other in pairs.each().filter(|&other| other != one) {
                let there = strongest(&pairs, strength, one, other);
                let back = strongest(&pairs, strength, other, one);
                prop_assert_eq!(schulze.ahead(one, other), compare(strength, there, back).is_gt());
                let Some(path) = schulze.path(one, other) else {
                    prop_assert!(there.0 <= there.1);
                    continue;
                };
                // A path that is shown is a path, and as strong as any.
                let weakest = (path.weakest.for_it, path.weakest.against);
                prop_assert!(compare(strength, weakest, there).is_eq());
                prop_assert_eq!((path.links[0].from, path.links[path.links.len() - 1].to), (one, other));
                prop_assert!(path.links.windows(2).all(|two| two[0].to == two[1].from));
                for link in &path.links {
                    let found = (link.for_it, link.against);
                    prop_assert_eq!(found, (pairs.before(link.from, link.to), pairs.before(link.to, link.from)));
                    prop_assert!(link.for_it > link.against);
                    prop_assert!(compare(strength, found, weakest).is_ge());
                }
            }
        }
    }

    #[test]
    fn the_smith_set_is_the_smallest((options, ballots) in any_choices(), unranked in unranked()) {
        let pairs = pairs(options, unranked, &ballots);
        prop_assert_eq!(pairs.smith_set(), smith(&pairs));
    }

    #[test]
    fn places_say_who_is_ahead((options, ballots) in any_choices(), strength in strength()) {
        let schulze = pairs(options, Unranked::LastTogether, &ballots).schulze(strength);
        let order = schulze.order();
        let mut all: Vec<u32> = order.concat();
        all.sort_unstable();
        prop_assert_eq!(all, (0..options as u32).collect::<Vec<_>>());
        prop_assert_eq!(&order[0], &schulze.first());
        let place = |option| order.iter().position(|group| group.contains(&option)).unwrap();
        let relation = relation(&schulze);
        let undecided = schulze.undecided();
        for one in 0..options as u32 {
            for other in 0..options as u32 {
                let earlier = place(one) < place(other);
                prop_assert!(earlier || !relation.contains(&(one, other)));
                prop_assert_eq!(
                    undecided.contains(&(one, other)),
                    earlier && !relation.contains(&(one, other))
                );
                let why = schulze.why(one, other);
                prop_assert_eq!(why.ahead == Some(one), one != other && relation.contains(&(one, other)));
            }
            // Whoever does not stand first has somebody of the place before ahead of it.
            let at = place(one);
            prop_assert!(at == 0 || order[at - 1].iter().any(|&other| relation.contains(&(other, one))));
        }
    }
}
