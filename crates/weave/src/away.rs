//! Who may be away: any chosen set, the worst sets, and what comes of more and more absence.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use thiserror::Error;

use crate::chance::Chance;
use crate::{Graph, Hold, cuts_without, pairs};

/// How well the network would hold if these were away; nodes that are not here are passed over. O(n + m).
#[must_use]
pub fn hold_without(graph: &Graph, away: &[u32]) -> Hold {
    cuts_without(graph, away).hold()
}

/// Nodes whose absence together does much harm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorstSet {
    /// The nodes: in the order in which they were chosen (greedy), or of their numbers (exact).
    pub nodes: Vec<u32>,
    /// How well the network holds without them.
    pub hold: Hold,
}

/// One after another, `k` nodes, each the one without which the fewest pairs could reach each other then; among
/// equals the one with more ties, then the smaller number. Fewer where there are fewer. O(k(n + m)).
///
/// Each step is the worst there is; the set need not be, and how far it may be from it has no bound: see
/// [`worst_exact`].
#[must_use]
pub fn worst_greedy(graph: &Graph, k: usize) -> WorstSet {
    let mut nodes = Vec::new();
    let mut hold = hold_without(graph, &nodes);
    for _ in 0..k {
        let cuts = cuts_without(graph, &nodes);
        let each = graph
            .each()
            .filter_map(|node| Some((node, cuts.hold_without(node)?)));
        let worst =
            each.min_by_key(|&(node, hold)| (hold.reachable, Reverse(graph.degree(node)), node));
        let Some((node, without)) = worst else { break };
        nodes.push(node);
        hold = without;
    }
    WorstSet { nodes, hold }
}

/// The search would take more passes over the graph than were allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{needed} passes over the graph would be needed, {allowed} were allowed")]
pub struct TooManyPasses {
    /// How many it would take.
    pub needed: u64,
    /// How many were allowed.
    pub allowed: u64,
}

/// The `k` nodes without which the fewest pairs could reach each other, the first such set in the order of
/// numbers; all nodes where there are fewer than `k`. Every set of k − 1 is tried, and one pass over what is left
/// tells of every further node: C(n, k − 1) passes of O(n + m).
///
/// # Errors
/// [`TooManyPasses`] where that is more than `passes`.
pub fn worst_exact(graph: &Graph, k: usize, passes: u64) -> Result<WorstSet, TooManyPasses> {
    let count = graph.nodes();
    let k = k.min(count);
    if k == 0 {
        return Ok(WorstSet {
            nodes: Vec::new(),
            hold: hold_without(graph, &[]),
        });
    }
    let needed = choices(count as u64, k as u64 - 1);
    if needed > passes {
        return Err(TooManyPasses {
            needed,
            allowed: passes,
        });
    }
    let mut chosen: Vec<u32> = (0..k as u32 - 1).collect();
    let mut worst: Option<WorstSet> = None;
    loop {
        let cuts = cuts_without(graph, &chosen);
        // Every set is met with its greatest number last.
        let from = chosen.last().map_or(0, |&last| last + 1);
        for node in from..count as u32 {
            let Some(hold) = cuts.hold_without(node) else {
                continue;
            };
            if worst
                .as_ref()
                .is_none_or(|worst| hold.reachable < worst.hold.reachable)
            {
                let nodes = chosen.iter().copied().chain([node]).collect();
                worst = Some(WorstSet { nodes, hold });
            }
        }
        if !next_choice(&mut chosen, count as u32) {
            break;
        }
    }
    Ok(worst.unwrap_or_else(|| worst_greedy(graph, k)))
}

/// The next set of as many numbers below `count`, in order; `false` after the last.
fn next_choice(chosen: &mut [u32], count: u32) -> bool {
    let size = chosen.len() as u32;
    for at in (0..chosen.len()).rev() {
        if chosen[at] < count - size + at as u32 {
            let first = chosen[at] + 1;
            for (slot, number) in chosen[at..].iter_mut().zip(first..) {
                *slot = number;
            }
            return true;
        }
    }
    false
}

/// C(n, k), or the most that 64 bits count.
fn choices(n: u64, k: u64) -> u64 {
    let mut ways = 1_u128;
    for at in 0..u128::from(k) {
        ways = ways * (u128::from(n) - at) / (at + 1);
        if ways > u128::from(u64::MAX) {
            return u64::MAX;
        }
    }
    ways as u64
}

/// How well the network holds as one node after another goes away, in the order given: first with all, then
/// without the first, and so on. Nodes that are not here, or stand a second time, are passed over.
///
/// Counted from the end, where nodes come back one by one and what they join is united: O((n + m) α(n)).
#[must_use]
pub fn absence_curve(graph: &Graph, order: &[u32]) -> Vec<Hold> {
    let count = graph.nodes();
    let mut present = vec![true; count];
    let mut going = Vec::with_capacity(order.len());
    for &node in order {
        if let Some(here) = present.get_mut(node as usize)
            && std::mem::replace(here, false)
        {
            going.push(node);
        }
    }
    let mut joined = Joined::new(count);
    let mut reachable = 0;
    for (one, other) in graph.ties() {
        if present[one as usize] && present[other as usize] {
            reachable += joined.unite(one, other);
        }
    }
    let mut here = (count - going.len()) as u64;
    let mut curve = vec![Hold {
        reachable,
        pairs: pairs(here),
    }];
    for &node in going.iter().rev() {
        present[node as usize] = true;
        here += 1;
        for &to in graph.neighbours(node) {
            if present[to as usize] {
                reachable += joined.unite(node, to);
            }
        }
        curve.push(Hold {
            reachable,
            pairs: pairs(here),
        });
    }
    curve.reverse();
    curve
}

/// What many orders of absence have in common, at one number of people away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The mean share of pairs that can still reach each other.
    pub mean: f64,
    /// The least share of any run.
    pub least: f64,
    /// The greatest share of any run.
    pub greatest: f64,
}

/// The curve under random absence, over `runs` orders drawn by a seed: at place i, i nodes are away. It ends
/// where fewer than two remain. O(runs · (n + m) α(n)).
#[must_use]
pub fn random_absence(graph: &Graph, runs: usize, seed: u64) -> Vec<Spread> {
    let mut chance = Chance::new(seed);
    let mut order: Vec<u32> = graph.each().collect();
    let places = (graph.nodes() + 1).saturating_sub(2);
    let mut sums = vec![(0.0, f64::INFINITY, 0.0_f64); if runs == 0 { 0 } else { places }];
    for _ in 0..runs {
        let all = order.len();
        chance.choose(&mut order, all);
        for (sum, hold) in sums.iter_mut().zip(absence_curve(graph, &order)) {
            let share = hold.share().unwrap_or(0.0);
            *sum = (sum.0 + share, sum.1.min(share), sum.2.max(share));
        }
    }
    let mean = |(sum, least, greatest)| Spread {
        mean: sum / runs as f64,
        least,
        greatest,
    };
    sums.into_iter().map(mean).collect()
}

/// The nodes in the order of targeted absence: always the one with the most ties to those who remain, the
/// smaller number among equals. For [`absence_curve`]. O((n + m) log n).
#[must_use]
pub fn targeted_order(graph: &Graph) -> Vec<u32> {
    let mut ties: Vec<usize> = graph.each().map(|node| graph.degree(node)).collect();
    let mut heap: BinaryHeap<(usize, Reverse<u32>)> =
        ties.iter().copied().zip((0..).map(Reverse)).collect();
    let mut gone = vec![false; ties.len()];
    let mut order = Vec::with_capacity(ties.len());
    while let Some((count, Reverse(node))) = heap.pop() {
        if gone[node as usize] || count != ties[node as usize] {
            continue;
        }
        gone[node as usize] = true;
        order.push(node);
        for &to in graph.neighbours(node) {
            if !gone[to as usize] {
                ties[to as usize] -= 1;
                heap.push((ties[to as usize], Reverse(to)));
            }
        }
    }
    order
}

/// Who is joined to whom, so far: union by size, with halved paths.
struct Joined {
    above: Vec<u32>,
    size: Vec<u32>,
}

impl Joined {
    fn new(count: usize) -> Joined {
        Joined {
            above: (0..count as u32).collect(),
            size: vec![1; count],
        }
    }

    fn top(&mut self, mut node: u32) -> u32 {
        while self.above[node as usize] != node {
            let next = self.above[self.above[node as usize] as usize];
            self.above[node as usize] = next;
            node = next;
        }
        node
    }

    /// How many pairs can reach each other by this that could not before.
    fn unite(&mut self, one: u32, other: u32) -> u64 {
        let (one, other) = (self.top(one), self.top(other));
        if one == other {
            return 0;
        }
        let (small, large) = if self.size[one as usize] < self.size[other as usize] {
            (one, other)
        } else {
            (other, one)
        };
        let more = u64::from(self.size[small as usize]) * u64::from(self.size[large as usize]);
        self.above[small as usize] = large;
        self.size[large as usize] += self.size[small as usize];
        more
    }
}
