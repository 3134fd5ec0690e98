//! Components, cut nodes, bridges and hold-if-away for every single node, in one pass.

use crate::Graph;

/// Pairs among `count`: count · (count − 1) / 2.
#[must_use]
pub fn pairs(count: u64) -> u64 {
    count * count.saturating_sub(1) / 2
}

/// How well a network would hold: of the pairs that remain, how many can still reach each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hold {
    /// Pairs with a path between them.
    pub reachable: u64,
    /// All pairs of those who remain.
    pub pairs: u64,
}

impl Hold {
    /// `reachable / pairs`, from 0 to 1; `None` where fewer than two remain.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.pairs > 0).then(|| self.reachable as f64 / self.pairs as f64)
    }
}

/// A node whose absence separates others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CutNode {
    /// The node.
    pub node: u32,
    /// Pairs of others that can reach each other now and could not without it.
    pub separates: u64,
}

/// What one depth-first pass over a graph tells. See [`cuts`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cuts {
    pub(crate) component: Vec<u32>,
    sizes: Vec<u32>,
    separated: Vec<u64>,
    bridges: Vec<(u32, u32)>,
    reachable: u64,
    present: u64,
}

/// The component of a node that is away.
pub const NOWHERE: u32 = u32::MAX;

const UNSEEN: u32 = u32::MAX;
/// Larger than every order, so that it never lowers anything, and yet not unseen.
const AWAY: u32 = u32::MAX - 1;

/// A node on the way from the root to where the search is. All that is asked of it again and again lies here,
/// at the hot end of one stack; per node only its order is looked up.
struct Step {
    node: u32,
    /// The neighbours not looked at yet, as places in the rows.
    next: u32,
    end: u32,
    order: u32,
    low: u32,
    /// Nodes below that hang on this one alone, and the pairs within their parts.
    apart: u32,
    apart_pairs: u64,
}

/// Components, cut nodes (articulation points) with the pairs each separates, bridges, and how well the
/// network would hold without each single node: one pass, O(n + m) time, about `28n` bytes.
///
/// Low-link: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972);
/// J. Hopcroft and R. Tarjan, Algorithm 447, CACM 16 (1973). For a node v of a component of s nodes, whose
/// absence leaves parts t₁…tₖ below it and r = s − 1 − Σtᵢ above, the pairs it separates are
/// C(s−1, 2) − ΣC(tᵢ, 2) − C(r, 2).
///
/// ```
/// // Two triangles and one tie between them.
/// let graph = weave::Graph::from_edges(6, &[(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3)]).unwrap();
/// let cuts = weave::cuts(&graph);
/// assert_eq!(cuts.cut_nodes().map(|cut| cut.node).collect::<Vec<_>>(), [2, 3]);
/// assert_eq!(cuts.bridges(), [(2, 3)]);
/// let without = cuts.hold_without(2).unwrap();
/// assert_eq!((without.reachable, without.pairs), (4, 10));
/// ```
#[must_use]
pub fn cuts(graph: &Graph) -> Cuts {
    pass(graph, vec![UNSEEN; graph.nodes()])
}

/// As [`cuts`], of the graph without the nodes in `away`; nodes that are not here are passed over.
#[must_use]
pub fn cuts_without(graph: &Graph, away: &[u32]) -> Cuts {
    let mut orders = vec![UNSEEN; graph.nodes()];
    for &node in away {
        if let Some(order) = orders.get_mut(node as usize) {
            *order = AWAY;
        }
    }
    pass(graph, orders)
}

fn pass(graph: &Graph, mut orders: Vec<u32>) -> Cuts {
    let nodes = graph.nodes();
    let mut found = Cuts {
        component: vec![NOWHERE; nodes],
        sizes: Vec::new(),
        separated: vec![0; nodes],
        bridges: Vec::new(),
        reachable: 0,
        present: 0,
    };
    let mut stack: Vec<Step> = Vec::new();
    let mut waiting: Vec<(u32, u32, u64)> = Vec::new();
    let mut seen = 0_u32;
    for root in graph.each() {
        if orders[root as usize] != UNSEEN {
            continue;
        }
        let first = seen;
        let label = found.sizes.len() as u32;
        stack.push(enter(graph, &mut orders, root, root, seen));
        found.component[root as usize] = label;
        seen += 1;
        while let Some(top) = stack.last_mut() {
            let rest = &graph.heads[top.next as usize..top.end as usize];
            if let Some(at) = rest.iter().position(|&to| orders[to as usize] == UNSEEN) {
                let (child, parent) = (rest[at], top.node);
                top.next += at as u32 + 1;
                stack.push(enter(graph, &mut orders, child, parent, seen));
                found.component[child as usize] = label;
                seen += 1;
                continue;
            }
            let Some(done) = stack.pop() else { break };
            if done.apart > 0 {
                waiting.push((done.node, done.apart, done.apart_pairs));
            }
            if let Some(parent) = stack.last_mut() {
                fold(parent, &done, seen, &mut found.bridges);
            }
        }
        let size = seen - first;
        found.close(size, &mut waiting);
    }
    found.present = u64::from(seen);
    found.bridges.sort_unstable();
    found
}

/// Begins with a node. Whoever among its neighbours was seen before it lies above it on the way, so its low link
/// over single ties is known at once, from loads that do not wait for each other.
fn enter(graph: &Graph, orders: &mut [u32], node: u32, parent: u32, order: u32) -> Step {
    let (next, end) = (graph.starts[node as usize], graph.starts[node as usize + 1]);
    let mut low = order;
    for &to in &graph.heads[next as usize..end as usize] {
        let seen_at = if to == parent {
            AWAY
        } else {
            orders[to as usize]
        };
        low = low.min(seen_at);
    }
    orders[node as usize] = order;
    Step {
        node,
        next,
        end,
        order,
        low,
        apart: 0,
        apart_pairs: 0,
    }
}

fn fold(parent: &mut Step, child: &Step, seen: u32, bridges: &mut Vec<(u32, u32)>) {
    parent.low = parent.low.min(child.low);
    if child.low >= parent.order {
        let size = seen - child.order;
        parent.apart += size;
        parent.apart_pairs += pairs(u64::from(size));
        if child.low > parent.order {
            bridges.push((parent.node.min(child.node), parent.node.max(child.node)));
        }
    }
}

impl Cuts {
    fn close(&mut self, size: u32, waiting: &mut Vec<(u32, u32, u64)>) {
        self.sizes.push(size);
        self.reachable += pairs(u64::from(size));
        for (node, apart, apart_pairs) in waiting.drain(..) {
            let others = u64::from(size - 1);
            let above = others - u64::from(apart);
            self.separated[node as usize] = pairs(others) - apart_pairs - pairs(above);
        }
    }

    /// The sizes of the components, by their label; labels are given in the order of their smallest node.
    #[must_use]
    pub fn component_sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// The label of the component a node is in; [`NOWHERE`] for one that is away, `None` for one that is not here.
    #[must_use]
    pub fn component_of(&self, node: u32) -> Option<u32> {
        self.component.get(node as usize).copied()
    }

    /// The largest component over all nodes that are present: who can reach each other through people who know
    /// each other. `None` where nobody is present.
    #[must_use]
    pub fn connected_share(&self) -> Option<f64> {
        let largest = self.sizes.iter().max()?;
        Some(f64::from(*largest) / self.present as f64)
    }

    /// The nodes whose absence would separate others, in order, each with how many pairs.
    pub fn cut_nodes(&self) -> impl Iterator<Item = CutNode> + '_ {
        let all = self.separated.iter().enumerate();
        all.filter(|&(_, &separates)| separates > 0)
            .map(|(node, &separates)| CutNode {
                node: node as u32,
                separates,
            })
    }

    /// The pairs of others that `node` alone holds together; 0 for one that is away or not here.
    #[must_use]
    pub fn separated_by(&self, node: u32) -> u64 {
        self.separated.get(node as usize).copied().unwrap_or(0)
    }

    /// The ties whose absence would separate anyone, the smaller node first, in order.
    #[must_use]
    pub fn bridges(&self) -> &[(u32, u32)] {
        &self.bridges
    }

    /// How well the network holds with everyone who is present.
    #[must_use]
    pub fn hold(&self) -> Hold {
        Hold {
            reachable: self.reachable,
            pairs: pairs(self.present),
        }
    }

    /// How well it would hold if `node` were away too; `None` for one that is away or not here. O(1).
    #[must_use]
    pub fn hold_without(&self, node: u32) -> Option<Hold> {
        let label = self.component_of(node).filter(|&label| label != NOWHERE)?;
        let own = u64::from(self.sizes[label as usize] - 1);
        Some(Hold {
            reachable: self.reachable - own - self.separated[node as usize],
            pairs: pairs(self.present - 1),
        })
    }

    /// The node without which the fewest pairs could reach each other, the first such: hold-if-away of the
    /// network as a whole is the share that goes with it. O(n).
    #[must_use]
    pub fn worst_single(&self) -> Option<(u32, Hold)> {
        let all = 0..self.component.len() as u32;
        all.filter_map(|node| Some((node, self.hold_without(node)?)))
            .min_by_key(|(_, hold)| hold.reachable)
    }
}
