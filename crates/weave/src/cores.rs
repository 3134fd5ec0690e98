//! Core numbers.

use crate::Graph;

/// The core number of every node: the largest k for which it is in the k-core, the largest part of the graph in
/// which everyone has k ties within it.
///
/// S. Seidman, "Network structure and minimum degree", Social Networks 5 (1983); V. Batagelj and M. Zaveršnik,
/// "An O(m) algorithm for cores decomposition of networks" (2003). Here nodes are peeled level by level, with the
/// bucket of each level gathered when it is reached, which touches one array per tie instead of three. Those who
/// are left at level k have k ties each, so that gathering costs no more than Σ 2m/k: O(n + m log k) in all,
/// and 8n bytes. Levels on which nobody is are passed over.
///
/// ```
/// // A triangle with someone hanging on it.
/// let graph = weave::Graph::from_edges(4, &[(0, 1), (1, 2), (0, 2), (2, 3)]).unwrap();
/// assert_eq!(weave::core_numbers(&graph), [2, 2, 2, 1]);
/// ```
#[must_use]
pub fn core_numbers(graph: &Graph) -> Vec<u32> {
    let mut left: Vec<u32> = graph.starts.windows(2).map(|row| row[1] - row[0]).collect();
    let mut staying: Vec<u32> = graph.each().collect();
    let mut peel: Vec<u32> = Vec::new();
    let mut level = left.iter().min().copied().unwrap_or(0);
    while !staying.is_empty() {
        let mut lowest = u32::MAX;
        // What was peeled before has a number below this level, and so has what is peeled now.
        staying.retain(|&node| {
            let ties = left[node as usize];
            if ties > level {
                lowest = lowest.min(ties);
                return true;
            }
            if ties == level {
                peel.push(node);
            }
            false
        });
        let nobody = peel.is_empty();
        while let Some(node) = peel.pop() {
            for &to in graph.neighbours(node) {
                let ties = left[to as usize];
                if ties > level {
                    left[to as usize] = ties - 1;
                    if ties - 1 == level {
                        peel.push(to);
                    }
                }
            }
        }
        level = if nobody { lowest } else { level + 1 };
    }
    left
}

/// The nodes whose core number is at least `k`, in order. O(n).
#[must_use]
pub fn core_of(numbers: &[u32], k: u32) -> Vec<u32> {
    (0_u32..)
        .zip(numbers)
        .filter(|&(_, &number)| number >= k)
        .map(|(node, _)| node)
        .collect()
}
