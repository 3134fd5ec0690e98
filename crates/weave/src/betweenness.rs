//! Betweenness: how many of the shortest ways between others go through a node.

use std::hint::select_unpredictable;

use crate::Graph;
use crate::chance::Chance;

/// The betweenness of every node, exactly: over all pairs of others, the share of their shortest paths on which
/// it lies, each pair counted once. O(nm) time, O(n + m) memory. Divide by (n − 1)(n − 2)/2 to compare networks
/// of different sizes.
///
/// L. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40 (1977); U. Brandes,
/// "A faster algorithm for betweenness centrality", J. Math. Sociology 25 (2001). Dependencies are gathered from
/// the next level instead of spread to the one before, so that no list of predecessors is kept, and the nodes are
/// numbered anew so that those near each other lie near each other. Counts of paths beyond 10²⁵⁰ are scaled
/// level by level and do not overflow. With the feature `rayon`, over all cores; the last bits of a sum may then
/// differ from machine to machine.
///
/// ```
/// let path = weave::Graph::from_edges(4, &[(0, 1), (1, 2), (2, 3)]).unwrap();
/// assert_eq!(weave::betweenness(&path), [0.0, 2.0, 2.0, 0.0]);
/// ```
#[must_use]
pub fn betweenness(graph: &Graph) -> Vec<f64> {
    from_sources(graph, graph.each().collect(), 0.5)
}

/// Betweenness as some of the nodes see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// The estimate for every node, in the measure of [`betweenness`].
    pub scores: Vec<f64>,
    /// From how many nodes it was seen.
    pub pivots: usize,
}

/// An estimate of the betweenness of every node from `pivots` of them, chosen without putting back by a seed; all
/// of them, and exact, if there are no more. O(pivots · m) time.
///
/// The estimate is without bias: n / pivots times what the pivots see (U. Brandes and C. Pich, "Centrality
/// estimation in large networks", Int. J. Bifurcation and Chaos 17, 2007). See [`Sampled::error`].
#[must_use]
pub fn betweenness_sampled(graph: &Graph, pivots: usize, seed: u64) -> Sampled {
    let mut nodes: Vec<u32> = graph.each().collect();
    let pivots = pivots.min(nodes.len());
    Chance::new(seed).choose(&mut nodes, pivots);
    nodes.truncate(pivots);
    let weight = 0.5 * graph.nodes() as f64 / pivots.max(1) as f64;
    Sampled {
        scores: from_sources(graph, nodes, weight),
        pivots,
    }
}

impl Sampled {
    /// How far any of the estimates may be from the truth, in the measure of [`betweenness`], but for a chance of
    /// `doubt` (0.05, say) that one of all of them is further.
    ///
    /// What one pivot sees of a node is from 0 to n − 2, so by the inequality of R. Serfling, Annals of Statistics
    /// 2 (1974), over all n nodes at once, with k pivots:
    /// n(n − 2)/2 · √((1 − (k − 1)/n) · ln(2n/doubt) / 2k). It is 0 where all nodes were pivots; it is wide:
    /// the estimates are usually much nearer.
    #[must_use]
    pub fn error(&self, doubt: f64) -> f64 {
        let (nodes, pivots) = (self.scores.len() as f64, self.pivots as f64);
        if self.pivots >= self.scores.len() || nodes < 3.0 {
            return 0.0;
        }
        let left = 1.0 - (pivots - 1.0) / nodes;
        let spread = left * (2.0 * nodes / doubt).ln() / (2.0 * pivots);
        nodes * (nodes - 2.0) / 2.0 * spread.max(0.0).sqrt()
    }
}

/// Sums up what the sources see, times a weight. Works on a copy in which neighbours are near.
fn from_sources(graph: &Graph, sources: Vec<u32>, weight: f64) -> Vec<f64> {
    let order = near_order(graph);
    let near = graph.among(&order);
    let mut place = vec![0_u32; order.len()];
    for (at, &node) in (0_u32..).zip(&order) {
        place[node as usize] = at;
    }
    let mut sources: Vec<u32> = sources
        .into_iter()
        .map(|node| place[node as usize])
        .collect();
    sources.sort_unstable();
    let sums = sum_over(&near, &sources);
    place.iter().map(|&at| sums[at as usize] * weight).collect()
}

#[cfg(not(feature = "rayon"))]
fn sum_over(graph: &Graph, sources: &[u32]) -> Vec<f64> {
    see_all(graph, sources)
}

#[cfg(feature = "rayon")]
fn sum_over(graph: &Graph, sources: &[u32]) -> Vec<f64> {
    use rayon::prelude::*;
    let share = sources.len().div_ceil(rayon::current_num_threads()).max(1);
    let parts: Vec<Vec<f64>> = sources
        .par_chunks(share)
        .map(|part| see_all(graph, part))
        .collect();
    let mut sums = vec![0.0; graph.nodes()];
    for part in parts {
        sums.iter_mut()
            .zip(part)
            .for_each(|(sum, more)| *sum += more);
    }
    sums
}

fn see_all(graph: &Graph, sources: &[u32]) -> Vec<f64> {
    let mut view = View::new(graph.nodes());
    for &source in sources {
        if !view.see::<false>(graph, source) {
            view.see::<true>(graph, source);
        }
    }
    view.sums
}

/// The nodes in the order of a search in breadth, component by component.
fn near_order(graph: &Graph) -> Vec<u32> {
    let mut order: Vec<u32> = Vec::with_capacity(graph.nodes());
    let mut seen = vec![false; graph.nodes()];
    let mut at = 0;
    for root in graph.each() {
        if !std::mem::replace(&mut seen[root as usize], true) {
            order.push(root);
        }
        while let Some(&node) = order.get(at) {
            at += 1;
            for &to in graph.neighbours(node) {
                if !std::mem::replace(&mut seen[to as usize], true) {
                    order.push(to);
                }
            }
        }
    }
    order
}

/// What is known of a node from the source of the moment: how far it is, and first the number of shortest paths
/// to it, then (1 + its dependency) over that number.
#[derive(Clone, Copy, Default)]
struct Cell {
    value: f64,
    far: u32,
}

struct View {
    cells: Vec<Cell>,
    order: Vec<u32>,
    levels: Vec<usize>,
    scales: Vec<f64>,
    sums: Vec<f64>,
    /// Distances from this source begin here; whatever is lower is left from an earlier one, and unseen.
    base: u32,
}

/// The value or 0, without a branch, whatever the value is.
#[inline(always)]
fn only_if(so: bool, value: f64) -> f64 {
    f64::from_bits(select_unpredictable(so, value.to_bits(), 0))
}

/// Counts of paths beyond this are scaled.
const HUGE: f64 = 1e250;

impl View {
    fn new(nodes: usize) -> View {
        View {
            cells: vec![Cell::default(); nodes],
            // One more: what is written behind the last is written over.
            order: vec![0; nodes + 1],
            levels: Vec::new(),
            scales: Vec::new(),
            sums: vec![0.0; nodes],
            base: 1,
        }
    }

    /// Adds the dependencies of one source. Without care it gives up, before adding anything, where counts of
    /// paths grow huge.
    fn see<const CARE: bool>(&mut self, graph: &Graph, source: u32) -> bool {
        if self.base as usize + self.cells.len() + 2 > u32::MAX as usize {
            self.cells.fill(Cell::default());
            self.base = 1;
        }
        let base = self.base;
        let calm = self.forward::<CARE>(graph, source);
        self.base = base + self.levels.len() as u32 + 2;
        if calm {
            self.backward::<CARE>(graph, base);
        }
        calm
    }

    fn forward<const CARE: bool>(&mut self, graph: &Graph, source: u32) -> bool {
        let base = self.base;
        let View {
            cells,
            order,
            levels,
            scales,
            ..
        } = self;
        levels.clear();
        scales.clear();
        cells[source as usize] = Cell {
            value: 1.0,
            far: base,
        };
        order[0] = source;
        let (mut from, mut to, mut far) = (0, 1, base);
        while from < to {
            levels.push(from);
            if CARE {
                let most = order[from..to]
                    .iter()
                    .map(|&node| cells[node as usize].value)
                    .fold(0.0, f64::max);
                let scale = if most > 1e100 { 1.0 / most } else { 1.0 };
                order[from..to]
                    .iter()
                    .for_each(|&node| cells[node as usize].value *= scale);
                scales.push(scale);
            }
            far += 1;
            let mut tail = to;
            for at in from..to {
                let node = order[at];
                let count = cells[node as usize].value;
                if !CARE && count > HUGE {
                    return false;
                }
                for &head in graph.neighbours(node) {
                    // No branch but the loop: which of the three a neighbour is cannot be foretold.
                    let cell = &mut cells[head as usize];
                    let new = cell.far < base;
                    let there = select_unpredictable(new, far, cell.far);
                    cell.value = only_if(!new, cell.value) + only_if(there == far, count);
                    cell.far = there;
                    order[tail] = head;
                    tail += usize::from(new);
                }
            }
            (from, to) = (to, tail);
        }
        levels.push(from);
        true
    }

    fn backward<const CARE: bool>(&mut self, graph: &Graph, base: u32) {
        let View {
            cells,
            order,
            levels,
            scales,
            sums,
            ..
        } = self;
        for level in (1..levels.len().saturating_sub(1)).rev() {
            let further = base + level as u32 + 1;
            let last = level + 2 == levels.len();
            for &node in &order[levels[level]..levels[level + 1]] {
                let mut gathered = 0.0;
                if !last {
                    for &head in graph.neighbours(node) {
                        let cell = cells[head as usize];
                        gathered += only_if(cell.far == further, cell.value);
                    }
                    if CARE {
                        gathered *= scales[level + 1];
                    }
                }
                let cell = &mut cells[node as usize];
                sums[node as usize] += cell.value * gathered;
                cell.value = 1.0 / cell.value + gathered;
            }
        }
    }
}
