//! Orders with ties.

use std::cmp::Ordering;

/// All options from first to last, equal ones together, each group by number. O(n log n).
pub(crate) fn groups(options: usize, compare: impl Fn(usize, usize) -> Ordering) -> Vec<Vec<u32>> {
    let mut all: Vec<usize> = (0..options).collect();
    all.sort_by(|&one, &other| compare(one, other).then(one.cmp(&other)));
    all.chunk_by(|&one, &other| compare(one, other).is_eq())
        .map(|group| group.iter().map(|&option| option as u32).collect())
        .collect()
}
