//! Groups of three, drawn afresh and kept nowhere (P23).

use kernel::Chance;

/// Draws groups of three out of so many; a rest of one or two makes pairs. Nobody sits alone, but where
/// only one came.
pub fn threes(people: usize, chance: &dyn Chance) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..people).collect();
    for at in (1..people).rev() {
        order.swap(at, chance.below(at + 1));
    }
    let pairs = match people % 3 {
        0 => 0,
        2 => 1,
        _ => 2.min(people / 2),
    };
    let (threes, rest) = order.split_at(people.saturating_sub(pairs * 2));
    let mut groups: Vec<Vec<usize>> = threes.chunks(3).map(<[usize]>::to_vec).collect();
    groups.extend(rest.chunks(2).map(<[usize]>::to_vec));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;
    use proptest::prelude::*;

    #[test]
    fn eleven_are_three_threes_and_a_pair() {
        let sizes = |n| -> Vec<usize> {
            let groups = threes(n, &SeededChance::new(3));
            groups.iter().map(Vec::len).collect()
        };
        assert_eq!(sizes(11), [3, 3, 3, 2]);
        assert_eq!(sizes(7), [3, 2, 2]);
        assert_eq!(sizes(4), [2, 2]);
        assert_eq!(sizes(2), [2]);
        assert_eq!(sizes(1), [1]);
        assert!(sizes(0).is_empty());
    }

    proptest! {
        #[test]
        fn everybody_sits_somewhere_once_and_nobody_alone(n in 2usize..120, seed: u64) {
            let groups = threes(n, &SeededChance::new(seed));
            prop_assert!(groups.iter().all(|group| (2..=3).contains(&group.len())));
            prop_assert!(groups.iter().filter(|group| group.len() == 2).count() <= 2);
            let mut all: Vec<usize> = groups.concat();
            all.sort_unstable();
            prop_assert_eq!(all, (0..n).collect::<Vec<_>>());
        }
    }
}
