//! Sorting the ends of ties by their nodes: laid on shelves of nodes that lie near each other, so that each
//! shelf is sorted in the processor's near memory.

use std::ops::Range;

/// Nodes on one shelf: so many that their rows lie in the processor's near memory.
const ON_A_SHELF: u32 = 12;

/// The nodes by shelves, and how many ends of ties each has.
pub(crate) struct Shelves {
    nodes: usize,
    counts: Vec<u32>,
}

/// One shelf: its nodes, and where its ends lie.
pub(crate) struct Shelf {
    pub nodes: Range<usize>,
    pub ends: Range<usize>,
}

impl Shelves {
    pub fn new(nodes: usize) -> Self {
        let shelves = nodes.div_ceil(1 << ON_A_SHELF);
        Self {
            nodes,
            counts: vec![0; shelves],
        }
    }

    /// One more end at a node.
    pub fn expect(&mut self, node: u32) {
        self.counts[(node >> ON_A_SHELF) as usize] += 1;
    }

    /// Both ends of every tie, each on the shelf of the node it is at: that node, and where it leads.
    pub fn lay<'a>(&self, ties: impl Iterator<Item = &'a (u32, u32)>) -> (Vec<u16>, Vec<u32>) {
        let mut free: Vec<u32> = Vec::with_capacity(self.counts.len());
        let mut total = 0;
        for count in &self.counts {
            free.push(total);
            total += count;
        }
        let (mut at_node, mut leads_to) =
            (vec![0_u16; total as usize], vec![0_u32; total as usize]);
        let mut put = |at: u32, to: u32| {
            let slot = &mut free[(at >> ON_A_SHELF) as usize];
            at_node[*slot as usize] = (at & ((1 << ON_A_SHELF) - 1)) as u16;
            leads_to[*slot as usize] = to;
            *slot += 1;
        };
        for &(a, b) in ties {
            put(a, b);
            put(b, a);
        }
        (at_node, leads_to)
    }

    pub fn each(&self) -> impl Iterator<Item = Shelf> + '_ {
        let mut from = 0;
        self.counts.iter().enumerate().map(move |(at, count)| {
            let first = at << ON_A_SHELF;
            let ends = from..from + *count as usize;
            from = ends.end;
            Shelf {
                nodes: first..(first + (1 << ON_A_SHELF)).min(self.nodes),
                ends,
            }
        })
    }
}

/// Sorts what lies on a shelf by its nodes; each node's start ends up at the end of its row.
pub(crate) fn sort_shelf(
    starts: &mut [u32],
    (at_node, leads_to): (&[u16], &[u32]),
    heads: &mut [u32],
    offset: u32,
) -> bool {
    for at in at_node {
        starts[*at as usize] += 1;
    }
    let mut total = 0;
    for start in starts.iter_mut() {
        let degree = *start;
        *start = total;
        total += degree;
    }
    for (at, to) in at_node.iter().zip(leads_to) {
        let slot = &mut starts[*at as usize];
        heads[*slot as usize] = *to;
        *slot += 1;
    }
    let (mut from, mut gaps) = (0, false);
    for end in starts.iter_mut() {
        gaps |= sort_row(&mut heads[from..*end as usize]);
        from = *end as usize;
        *end += offset;
    }
    gaps
}

/// Rows up to this long are sorted by counting for each how many come before it, which knows no branches.
const SHORT_ROW: usize = 16;
/// The sign of a number of 32 bits.
const SIGN: u32 = 1 << 31;
/// What stands in the place of a repeat: no node has so high a number.
const GAP: u32 = u32::MAX;

/// Puts a row in order, a gap in the place of each repeat; returns whether there is one.
fn sort_row(row: &mut [u32]) -> bool {
    if row.len() > SHORT_ROW {
        row.sort_unstable();
        let mut gaps = false;
        for at in (1..row.len()).rev() {
            if row[at] == row[at - 1] {
                row[at] = GAP;
                gaps = true;
            }
        }
        return gaps;
    }
    // In an order that is that of the numbers, but signed, which is what processors compare at once; what
    // fills up is behind all of them.
    let mut padded = [i32::MAX; SHORT_ROW];
    for (to, from) in padded.iter_mut().zip(row.iter()) {
        *to = (*from ^ SIGN) as i32;
    }
    let heads = padded;
    row.fill(GAP);
    for head in &heads[..row.len()] {
        let before: i32 = padded.iter().map(|there| i32::from(there < head)).sum();
        row[before as usize] = *head as u32 ^ SIGN;
    }
    row.contains(&GAP)
}

/// Closes the gaps in rows that are in order.
pub(crate) fn close_gaps(ends: &mut [u32], heads: &mut Vec<u32>) {
    let (mut from, mut free) = (0_usize, 0_usize);
    for end in ends {
        let to = *end as usize;
        for at in from..to {
            if heads[at] != GAP {
                heads[free] = heads[at];
                free += 1;
            }
        }
        *end = free as u32;
        from = to;
    }
    heads.truncate(free);
    heads.shrink_to_fit();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Graph, chance::Chance};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// More nodes than lie on one shelf, with loops, repeats, people without a tie and one whom thousands know.
    #[test]
    fn rows_on_several_shelves_are_as_a_set_has_them() {
        let nodes = 3 * (1 << ON_A_SHELF) + 17;
        let mut chance = Chance::new(11);
        let mut edges = Vec::new();
        for _ in 0..40_000 {
            let mut any = || chance.below(nodes as u64 - 9) as u32;
            edges.extend([(any(), any()), (any() % 70, any() % 70), (any(), 5000)]);
        }
        let mut wanted = vec![BTreeSet::new(); nodes];
        for &(a, b) in edges.iter().filter(|(a, b)| a != b) {
            wanted[a as usize].insert(b);
            wanted[b as usize].insert(a);
        }
        let graph = Graph::from_edges(nodes, &edges).unwrap();
        for node in graph.each() {
            let row: Vec<u32> = wanted[node as usize].iter().copied().collect();
            assert_eq!(graph.neighbours(node), row, "{node}");
        }
        assert_eq!(graph.nodes(), nodes);
    }

    proptest! {
        /// A row of any length, any numbers and any repeats is put in order, with as many gaps as repeats.
        #[test]
        fn a_row_is_put_in_order(row in proptest::collection::vec(
            prop_oneof![0_u32..6, 0_u32..u32::MAX - 5, Just(u32::MAX - 6), Just(1 << 31)], 0..40,
        )) {
            let mut sorted = row.clone();
            let gaps = sort_row(&mut sorted);
            let mut wanted = row.clone();
            wanted.sort_unstable();
            wanted.dedup();
            prop_assert_eq!(gaps, wanted.len() < row.len());
            prop_assert_eq!(sorted.len(), row.len());
            sorted.retain(|head| *head != GAP);
            prop_assert_eq!(sorted, wanted);
        }
    }
}
