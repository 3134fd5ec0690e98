//! Node-disjoint paths between two nodes, by augmenting on the split graph.

use crate::Graph;

const NONE: u32 = u32::MAX;

/// More work than was allowed: how many rows of neighbours may be walked is the caller's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spent;

/// Every node is two, the way in (2v) and the way out (2v + 1), with room for one path between them; ties have
/// room for any number, so that only nodes can be a bottleneck.
pub(crate) struct Paths<'g> {
    graph: &'g Graph,
    /// The next node on the path through a node, and the one before it.
    next: Vec<u32>,
    before: Vec<u32>,
    /// From which way a way was reached, in this search.
    reached_from: Vec<u32>,
    queue: Vec<u32>,
    /// Ties that may still be looked at.
    left: u64,
}

impl<'g> Paths<'g> {
    pub(crate) fn new(graph: &'g Graph, left: u64) -> Paths<'g> {
        let nodes = graph.nodes();
        Paths {
            graph,
            next: vec![NONE; nodes],
            before: vec![NONE; nodes],
            reached_from: vec![NONE; 2 * nodes],
            queue: Vec::new(),
            left,
        }
    }

    pub(crate) fn left(&self) -> u64 {
        self.left
    }

    /// How many paths there are from one node to another that is not tied to it, with no node in common but
    /// the two; no more than `enough`. O((n + m) · paths).
    pub(crate) fn between(&mut self, from: u32, to: u32, enough: usize) -> Result<usize, Spent> {
        self.next.fill(NONE);
        self.before.fill(NONE);
        let mut found = 0;
        for &middle in self.graph.neighbours(from) {
            if self.graph.tied(middle, to) {
                self.before[middle as usize] = from;
                self.next[middle as usize] = to;
                found += 1;
            }
        }
        while found < enough && self.augment(from, to)? {
            found += 1;
        }
        Ok(found.min(enough))
    }

    /// After [`Paths::between`] found fewer than enough: as few nodes as there are paths, without which there
    /// is no way from the one to the other.
    pub(crate) fn separator(&self) -> Vec<u32> {
        let cut = |&node: &u32| {
            let way_in = 2 * node as usize;
            self.reached_from[way_in] != NONE && self.reached_from[way_in + 1] == NONE
        };
        self.graph.each().filter(cut).collect()
    }

    fn augment(&mut self, from: u32, to: u32) -> Result<bool, Spent> {
        self.reached_from.fill(NONE);
        self.queue.clear();
        let begin = 2 * from + 1;
        self.reached_from[begin as usize] = begin;
        // Nothing leads back into where it begins.
        self.reached_from[2 * from as usize] = begin;
        self.queue.push(begin);
        let mut at = 0;
        while let Some(&way) = self.queue.get(at) {
            at += 1;
            let node = way / 2;
            if way % 2 == 0 {
                match self.before[node as usize] {
                    NONE => self.reach(way + 1, way),
                    before => self.reach(2 * before + 1, way),
                }
                continue;
            }
            if node != from && self.before[node as usize] != NONE {
                self.reach(way - 1, way);
            }
            let graph = self.graph;
            let row = graph.neighbours(node);
            self.left = self.left.checked_sub(row.len() as u64 + 1).ok_or(Spent)?;
            for &head in row {
                if head == to {
                    // A path that ends here already is not a new one.
                    if self.next[node as usize] != to {
                        self.turn(way, to);
                        return Ok(true);
                    }
                } else {
                    self.reach(2 * head, way);
                }
            }
        }
        Ok(false)
    }

    fn reach(&mut self, way: u32, from: u32) {
        let slot = &mut self.reached_from[way as usize];
        if *slot == NONE {
            *slot = from;
            self.queue.push(way);
        }
    }

    /// Takes the new path into the others: what it runs against is undone, then what it runs along is done.
    fn turn(&mut self, last: u32, to: u32) {
        let mut along = Vec::new();
        let mut way = last;
        loop {
            let came = self.reached_from[way as usize];
            if came == way {
                break;
            }
            let (one, other) = (came / 2, way / 2);
            if one != other {
                if came % 2 == 1 {
                    along.push((one, other));
                } else {
                    // From the way in of `one` back to the way out of whoever stood before it.
                    if self.next[other as usize] == one {
                        self.next[other as usize] = NONE;
                    }
                    self.before[one as usize] = NONE;
                }
            }
            way = came;
        }
        let from = way / 2;
        self.next[(last / 2) as usize] = to;
        for (one, other) in along {
            self.before[other as usize] = one;
            if one != from {
                self.next[one as usize] = other;
            }
        }
    }
}
