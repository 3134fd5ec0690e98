//! What is promised of every count, each said exactly.

use ballots::{Pairs, Strength, Unranked};
use proptest::prelude::*;

use super::{
    Places, any_choices, choices, count, full_choices, pairs, relation, strength, unranked,
};

fn last(options: usize, ballots: &[Places]) -> Pairs {
    pairs(options, Unranked::LastTogether, ballots)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Anonymity, and that a count is a sum: whatever way ballots are shuffled and cut into parts.
    #[test]
    fn parts_add_up_to_the_whole(
        ((options, ballots), shuffled) in any_choices()
            .prop_flat_map(|(options, ballots)| (Just((options, ballots.clone())), Just(ballots).prop_shuffle())),
        unranked in unranked(),
        cut in any::<prop::sample::Index>(),
    ) {
        let whole = count(options, unranked, &ballots);
        let (one, other) = shuffled.split_at(cut.index(shuffled.len() + 1));
        let mut merged = count(options, unranked, one);
        merged.merge(&count(options, unranked, other)).unwrap();
        prop_assert_eq!(&merged, &whole);
        let blank = ballots.iter().filter(|ballot| ballot.iter().all(Option::is_none)).count();
        prop_assert_eq!((whole.ballots() as usize, whole.blank() as usize), (ballots.len(), blank));
        for option in 0..options {
            let named = ballots.iter().filter(|ballot| ballot[option].is_some()).count();
            prop_assert_eq!(whole.named()[option] as usize, named);
        }
    }

    /// Neutrality: other numbers for the options, the same result under those numbers.
    #[test]
    fn other_numbers_give_the_same_result(
        ((options, ballots), new) in any_choices().prop_flat_map(|(options, ballots)| {
            let numbers: Vec<u32> = (0..options as u32).collect();
            (Just((options, ballots)), Just(numbers).prop_shuffle())
        }),
        unranked in unranked(),
        strength in strength(),
    ) {
        let renamed: Vec<Places> = ballots.iter().map(|ballot| {
            let mut places = vec![None; options];
            for (option, &place) in ballot.iter().enumerate() {
                places[new[option] as usize] = place;
            }
            places
        }).collect();
        let before = pairs(options, unranked, &ballots);
        let after = pairs(options, unranked, &renamed);
        let named = |group: &[u32]| {
            let mut group: Vec<u32> = group.iter().map(|&option| new[option as usize]).collect();
            group.sort_unstable();
            group
        };
        prop_assert_eq!(after.smith_set(), named(&before.smith_set()));
        prop_assert_eq!(after.condorcet_winner(), before.condorcet_winner().map(|one| new[one as usize]));
        let (before, after) = (before.schulze(strength), after.schulze(strength));
        let order: Vec<Vec<u32>> = before.order().iter().map(|group| named(group)).collect();
        prop_assert_eq!(after.order(), order);
        for one in 0..options as u32 {
            for other in 0..options as u32 {
                let (new_one, new_other) = (new[one as usize], new[other as usize]);
                prop_assert_eq!(before.ahead(one, other), after.ahead(new_one, new_other));
            }
        }
    }

    /// A wholly blank ballot is counted, and changes nothing else.
    #[test]
    fn blank_ballots_change_no_order((options, ballots) in any_choices(), unranked in unranked(), many in 1_u32..5) {
        let before = count(options, unranked, &ballots);
        let mut after = before.clone();
        for _ in 0..many {
            after.add(&super::ballot(&vec![None; options])).unwrap();
        }
        prop_assert_eq!(after.pairs(), before.pairs());
        prop_assert_eq!(after.named(), before.named());
        prop_assert_eq!((after.ballots(), after.blank()), (before.ballots() + many, before.blank() + many));
    }

    /// Where no ballot leaves anything out the two treatments are one.
    #[test]
    fn treatments_differ_only_in_what_is_left_out((options, ballots) in full_choices()) {
        let last = last(options, &ballots);
        prop_assert_eq!(last, pairs(options, Unranked::NoPreference, &ballots));
    }

    /// Being ahead is a strict order: never both ways, and it goes on from one to the next (paper, 4.1).
    #[test]
    fn being_ahead_goes_on((options, ballots) in any_choices(), unranked in unranked(), strength in strength()) {
        let schulze = pairs(options, unranked, &ballots).schulze(strength);
        let relation = relation(&schulze);
        for &(one, other) in &relation {
            prop_assert!(!relation.contains(&(other, one)));
            for &(_, third) in relation.iter().filter(|&&(from, _)| from == other) {
                prop_assert!(relation.contains(&(one, third)));
            }
        }
    }

    /// Whoever beats every other option is first alone, and alone in the Smith set; whoever is first is in the Smith
    /// set, and each of it is ahead of each that is not (paper, 4.7).
    #[test]
    fn the_smith_set_is_ahead((options, ballots) in any_choices(), unranked in unranked(), strength in strength()) {
        let pairs = pairs(options, unranked, &ballots);
        let (schulze, smith) = (pairs.schulze(strength), pairs.smith_set());
        if let Some(winner) = pairs.condorcet_winner() {
            prop_assert_eq!(&smith, &[winner]);
            prop_assert_eq!(schulze.first(), [winner]);
        }
        prop_assert!(schulze.first().iter().all(|option| smith.contains(option)));
        for &one in &smith {
            for other in pairs.each().filter(|other| !smith.contains(other)) {
                prop_assert!(schulze.ahead(one, other));
            }
        }
    }

    /// Monotonicity (paper, 4.5): if some ballots move an option forward, past any others, and leave those as they
    /// are among themselves, whatever it was ahead of it is ahead of still, and nothing that was not is ahead of it
    /// now; so it stays first, and first alone.
    #[test]
    fn moving_forward_never_harms(
        (options, ballots) in any_choices(),
        moves in prop::collection::vec(0_u32..12, 12),
        raised in any::<prop::sample::Index>(),
        strength in strength(),
    ) {
        let raised = raised.index(options);
        let forward: Vec<Places> = ballots.iter().zip(moves).map(|(ballot, to)| {
            // Doubled, there is room between any two places, and one may move into a tie; what is left out is last.
            let mut places: Places = ballot.iter().map(|place| Some(place.map_or(99, |place| 2 * place + 1))).collect();
            places[raised] = places[raised].map(|place| place.min(to));
            places
        }).collect();
        let (before, after) = (last(options, &ballots).schulze(strength), last(options, &forward).schulze(strength));
        let raised = raised as u32;
        for other in 0..options as u32 {
            prop_assert!(!before.ahead(raised, other) || after.ahead(raised, other));
            prop_assert!(before.ahead(other, raised) || !after.ahead(other, raised));
        }
        prop_assert!(!before.first().contains(&raised) || after.first().contains(&raised));
        prop_assert!(before.first() != [raised] || after.first() == [raised]);
    }

    /// Independence of clones (paper, 4.6): in the place of one option stand several that lie together on every
    /// ballot, in any order there or tied. Among all others nobody is ahead who was not; what was ahead of the one
    /// is ahead of each of them and the other way round; and one of them is first just if the one was.
    #[test]
    fn options_that_are_alike_change_nothing_for_the_others(
        (options, ballots) in any_choices(),
        within in prop::collection::vec(prop::collection::vec(0_u32..3, 3), 12),
        many in 2_usize..=3,
        cloned in any::<prop::sample::Index>(),
        unranked in unranked(),
        strength in strength(),
    ) {
        let cloned = cloned.index(options);
        // The first of the alike keeps the number; the others come behind all.
        let wider: Vec<Places> = ballots.iter().zip(&within).map(|(ballot, within)| {
            let mut places: Places = ballot.iter().map(|place| place.map(|place| 4 * place)).collect();
            let alike = |nth: usize| ballot[cloned].map(|place| 4 * place + within[nth]);
            // Whatever is tied with the one is tied with the alike only if they are tied among themselves; where
            // something is, they stay so.
            let tied = ballot.iter().filter(|&&place| place == ballot[cloned]).count() > 1;
            for nth in 0..many {
                let place = if tied { ballot[cloned].map(|place| 4 * place) } else { alike(nth) };
                if nth == 0 { places[cloned] = place; } else { places.push(place); }
            }
            places
        }).collect();
        let before = pairs(options, unranked, &ballots).schulze(strength);
        let after = pairs(options + many - 1, unranked, &wider).schulze(strength);
        let alike: Vec<u32> = (0..many).map(|nth| if nth == 0 { cloned } else { options + nth - 1 } as u32).collect();
        let cloned = cloned as u32;
        let others = || (0..options as u32).filter(|&option| option != cloned);
        for one in others() {
            for other in others() {
                prop_assert_eq!(before.ahead(one, other), after.ahead(one, other));
            }
            for &alike in &alike {
                prop_assert_eq!(before.ahead(one, cloned), after.ahead(one, alike));
                prop_assert_eq!(before.ahead(cloned, one), after.ahead(alike, one));
            }
            prop_assert_eq!(before.first().contains(&one), after.first().contains(&one));
        }
        let first = alike.iter().any(|alike| after.first().contains(alike));
        prop_assert_eq!(before.first().contains(&cloned), first);
    }

    /// Reversal symmetry (paper, 4.4): with every ballot turned round, whoever was ahead is behind; so whoever was
    /// first alone is not first.
    #[test]
    fn turned_round_ballots_turn_the_order_round((options, ballots) in any_choices(), strength in strength()) {
        // What is left out of a ballot stands first when it is turned round.
        let turned: Vec<Places> = ballots.iter()
            .map(|ballot| ballot.iter().map(|place| Some(place.map_or(0, |place| 99 - place))).collect())
            .collect();
        let (before, after) = (last(options, &ballots).schulze(strength), last(options, &turned).schulze(strength));
        for one in 0..options as u32 {
            for other in 0..options as u32 {
                prop_assert_eq!(before.ahead(one, other), after.ahead(other, one));
            }
        }
        if let [first] = before.first()[..] {
            prop_assert!(!after.first().contains(&first));
        }
    }

    /// Pareto (paper, 4.3): what every ballot puts before another is ahead of it.
    #[test]
    fn what_all_put_first_is_ahead((options, ballots) in choices(), strength in strength()) {
        let pairs = last(options, &ballots);
        let schulze = pairs.schulze(strength);
        let all = ballots.len() as u32;
        for one in pairs.each() {
            for other in pairs.each().filter(|&other| pairs.before(one, other) == all) {
                prop_assert!(schulze.ahead(one, other) || all == 0);
            }
        }
    }
}

/// Nothing counted, nothing decided: all stand in one place.
#[test]
fn no_ballots_tie_everything() {
    let pairs = last(3, &[]);
    assert_eq!(pairs.smith_set(), [0, 1, 2]);
    assert_eq!(pairs.condorcet_winner(), None);
    assert_eq!(pairs.schulze(Strength::default()).order(), [[0, 1, 2]]);
    let alone = last(1, &[]);
    assert_eq!(alone.condorcet_winner(), Some(0));
    assert_eq!(alone.schulze(Strength::default()).order(), [[0]]);
}
