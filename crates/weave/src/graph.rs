//! The graph every measure reads: undirected, simple, in compressed sparse rows.

use crate::shelves::{Shelves, close_gaps, sort_shelf};
use thiserror::Error;

/// What is wrong with a list of ties. Rows are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GraphError {
    /// A tie names a node that is not among the nodes.
    #[error("row {row}: node {node} is out of range, there are {nodes} nodes")]
    OutOfRange {
        /// The row of the list, from 0.
        row: usize,
        /// The node it names.
        node: u32,
        /// How many nodes there are.
        nodes: usize,
    },
    /// A tie from a node to itself, where such were not to be passed over.
    #[error("row {row}: a tie from node {node} to itself")]
    Loop {
        /// The row of the list, from 0.
        row: usize,
        /// The node.
        node: u32,
    },
    /// The same tie a second time, where such were not to be passed over.
    #[error("row {row}: the tie of row {first} again")]
    Repeated {
        /// The row of the list, from 0.
        row: usize,
        /// The row where the tie stood first.
        first: usize,
    },
    /// More than 4,294,967,290 nodes, or more than half as many ties.
    #[error("more nodes or ties than 32 bits count")]
    TooLarge,
}

/// An undirected simple graph over the nodes `0..n`, in compressed sparse rows.
///
/// The neighbours of every node lie side by side and in order, so that a measure reads memory forward.
/// It takes `4(n + 1) + 8m` bytes for `n` nodes and `m` ties.
///
/// ```
/// use weave::Graph;
/// let graph = Graph::from_edges(4, &[(0, 1), (2, 1), (1, 0), (3, 3)]).unwrap();
/// assert_eq!(graph.nodes(), 4);
/// assert_eq!(graph.edges(), 2); // the repeated tie and the loop are passed over
/// assert_eq!(graph.neighbours(1), [0, 2]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    /// Where the neighbours of each node begin; one more at the end.
    pub(crate) starts: Vec<u32>,
    /// The neighbours of node 0, of node 1, and so on.
    pub(crate) heads: Vec<u32>,
}

const MOST: usize = u32::MAX as usize - 5;

impl Graph {
    /// The graph of a list of ties. Loops are passed over, and of equal ties (in either direction) one is kept.
    ///
    /// A counting sort: the ends of ties are laid on shelves of nodes that lie near each other, each shelf is
    /// sorted in the processor's near memory, then every row of neighbours is put in order. O(n + m log d) for
    /// greatest degree d.
    ///
    /// # Errors
    /// [`GraphError::OutOfRange`] with the first row that names no node; [`GraphError::TooLarge`].
    pub fn from_edges(nodes: usize, edges: &[(u32, u32)]) -> Result<Graph, GraphError> {
        if nodes > MOST || edges.len() > MOST / 2 {
            return Err(GraphError::TooLarge);
        }
        let mut shelves = Shelves::new(nodes);
        for (row, &(a, b)) in edges.iter().enumerate() {
            if a.max(b) as usize >= nodes {
                let node = if a as usize >= nodes { a } else { b };
                return Err(GraphError::OutOfRange { row, node, nodes });
            }
            if a != b {
                shelves.expect(a);
                shelves.expect(b);
            }
        }
        let (at_node, leads_to) = shelves.lay(edges.iter().filter(|(a, b)| a != b));
        let mut starts = vec![0_u32; nodes + 1];
        let mut heads = vec![0_u32; leads_to.len()];
        let mut gaps = false;
        for shelf in shelves.each() {
            let (starts, heads) = (
                &mut starts[shelf.nodes.clone()],
                &mut heads[shelf.ends.clone()],
            );
            let ends = (&at_node[shelf.ends.clone()], &leads_to[shelf.ends.clone()]);
            gaps |= sort_shelf(starts, ends, heads, shelf.ends.start as u32);
        }
        drop((at_node, leads_to));
        if gaps {
            close_gaps(&mut starts[..nodes], &mut heads);
        }
        // Every start has moved on to the end of its row, which is where the next one begins.
        starts.rotate_right(1);
        Ok(Graph { starts, heads })
    }

    /// As [`Graph::from_edges`], but a loop or a repeated tie is an error that names its row. O(n + m log m).
    ///
    /// # Errors
    /// [`GraphError`], for the first row that is wrong.
    pub fn from_simple_edges(nodes: usize, edges: &[(u32, u32)]) -> Result<Graph, GraphError> {
        let repeated = first_repeated(edges);
        for (row, &(a, b)) in edges.iter().enumerate() {
            if let Some(&node) = [a, b].iter().find(|&&node| node as usize >= nodes) {
                return Err(GraphError::OutOfRange { row, node, nodes });
            }
            if a == b {
                return Err(GraphError::Loop { row, node: a });
            }
            if let Some((first, again)) = repeated
                && again == row
            {
                return Err(GraphError::Repeated { row, first });
            }
        }
        Graph::from_edges(nodes, edges)
    }

    /// The graph of an adjacency: for each node in turn, the nodes it is tied to. A tie that only one
    /// of the two names is a tie; loops and repeats are passed over.
    ///
    /// # Errors
    /// As [`Graph::from_edges`]; the row is that of the node whose list is wrong.
    pub fn from_adjacency<Rows, Row>(rows: Rows) -> Result<Graph, GraphError>
    where
        Rows: IntoIterator<Item = Row>,
        Row: IntoIterator<Item = u32>,
    {
        let mut edges = Vec::new();
        let mut nodes = 0_usize;
        for row in rows {
            let node = u32::try_from(nodes).map_err(|_| GraphError::TooLarge)?;
            edges.extend(row.into_iter().map(|to| (node, to)));
            nodes += 1;
        }
        Graph::from_edges(nodes, &edges).map_err(|error| match error {
            GraphError::OutOfRange { row, node, nodes } => GraphError::OutOfRange {
                row: edges[row].0 as usize,
                node,
                nodes,
            },
            other => other,
        })
    }

    /// How many nodes there are, n.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// How many ties there are, m.
    #[must_use]
    pub fn edges(&self) -> usize {
        self.heads.len() / 2
    }

    /// The nodes tied to `node`, in order; empty for a node that is not here.
    #[must_use]
    pub fn neighbours(&self, node: u32) -> &[u32] {
        let at = node as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.heads[from as usize..to as usize],
            _ => &[],
        }
    }

    /// How many ties `node` has.
    #[must_use]
    pub fn degree(&self, node: u32) -> usize {
        self.neighbours(node).len()
    }

    /// Whether the two are tied. O(log d).
    #[must_use]
    pub fn tied(&self, one: u32, other: u32) -> bool {
        self.neighbours(one).binary_search(&other).is_ok()
    }

    /// Every node, in order.
    pub fn each(&self) -> impl DoubleEndedIterator<Item = u32> + use<> {
        0..self.nodes() as u32
    }

    /// Every tie once, the smaller node first, in order.
    pub fn ties(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.each().flat_map(|a| {
            let later = self.neighbours(a).iter().filter(move |&&b| b > a);
            later.map(move |&b| (a, b))
        })
    }

    /// The graph among some of the nodes, which become `0..nodes.len()` in the order given. Nodes that
    /// are not here or stand twice are passed over the second time. O(n + the ties of those nodes).
    #[must_use]
    pub fn among(&self, nodes: &[u32]) -> Graph {
        const NOT: u32 = u32::MAX;
        let mut place = vec![NOT; self.nodes()];
        let mut kept = Vec::with_capacity(nodes.len());
        for &node in nodes {
            if let Some(slot) = place.get_mut(node as usize)
                && *slot == NOT
            {
                *slot = kept.len() as u32;
                kept.push(node);
            }
        }
        let mut starts = Vec::with_capacity(kept.len() + 1);
        let mut heads = Vec::new();
        starts.push(0);
        for &node in &kept {
            let from = heads.len();
            let here = self.neighbours(node).iter().map(|&to| place[to as usize]);
            heads.extend(here.filter(|&to| to != NOT));
            heads[from..].sort_unstable();
            starts.push(heads.len() as u32);
        }
        Graph { starts, heads }
    }
}

/// The first row that repeats an earlier one, with that earlier one before it.
fn first_repeated(edges: &[(u32, u32)]) -> Option<(usize, usize)> {
    let mut rows: Vec<(u32, u32, usize)> = edges
        .iter()
        .enumerate()
        .map(|(row, &(a, b))| (a.min(b), a.max(b), row))
        .collect();
    rows.sort_unstable();
    let again = rows
        .windows(2)
        .filter(|pair| (pair[0].0, pair[0].1) == (pair[1].0, pair[1].1));
    again
        .map(|pair| (pair[0].2, pair[1].2))
        .min_by_key(|&(_, row)| row)
}
