//! What a load costs: a convex function of its share of the person's own ceiling.

use crate::town::NEVER;

/// What a person's `nth` place costs when they set `ceiling` and load weighs `weight`:
/// `weight · (2·nth − 1) / ceiling`, rounded down. The first place is `nth = 1`.
///
/// Beyond the ceiling there is no place: the answer is `None`, and so it is for `nth = 0`.
///
/// ```
/// use cover::nth_costs;
/// let five: Vec<_> = (0..7).map(|nth| nth_costs(2520, 5, nth)).collect();
/// assert_eq!(five, [None, Some(504), Some(1512), Some(2520), Some(3528), Some(4536), None]);
/// assert_eq!(nth_costs(2520, 1, 1), Some(2520));
/// assert_eq!(nth_costs(2520, 0, 1), None);
/// ```
#[must_use]
pub fn nth_costs(weight: u32, ceiling: u32, nth: u32) -> Option<i64> {
    if nth == 0 || nth > ceiling {
        return None;
    }
    // At most 10^9 · 2^33, which an i64 holds.
    Some(i64::from(weight) * (2 * i64::from(nth) - 1) / i64::from(ceiling))
}

/// What one place more would cost a person who holds `load`.
pub(crate) fn next_cost(weight: u32, ceiling: u32, load: u32) -> i64 {
    nth_costs(weight, ceiling, load.saturating_add(1)).unwrap_or(NEVER)
}

/// What a person who holds `load` would be spared with one place less.
pub(crate) fn last_cost(weight: u32, ceiling: u32, load: u32) -> i64 {
    nth_costs(weight, ceiling, load).unwrap_or(-NEVER)
}

#[cfg(test)]
mod tests {
    use super::nth_costs;
    use crate::town::MOST_WEIGHT;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_place_costs_less_than_the_one_before(
            weight in 0..=MOST_WEIGHT, ceiling in 1..=u32::MAX, nth: u32,
        ) {
            let nth = nth % ceiling + 1;
            let this = nth_costs(weight, ceiling, nth).unwrap();
            prop_assert!((0..2 * i64::from(MOST_WEIGHT)).contains(&this) || weight == 0);
            match nth_costs(weight, ceiling, nth + u32::from(nth < u32::MAX)) {
                Some(next) => prop_assert!(next >= this),
                None => prop_assert!(nth == ceiling),
            }
        }

        #[test]
        fn anybodys_first_is_no_dearer_than_anybodys_last(
            weight in 0..=MOST_WEIGHT, one in 1..=u32::MAX, other in 1..=u32::MAX,
        ) {
            let (first, last) = (nth_costs(weight, one, 1), nth_costs(weight, other, other));
            prop_assert!(first.unwrap() <= i64::from(weight));
            prop_assert!(last.unwrap() >= i64::from(weight));
        }
    }
}
