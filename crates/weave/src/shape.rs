//! The shape of a network: density, centralisation, circles and the stage it is at.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::{Graph, Hold, core_numbers, cuts, cuts_without};

/// Ties there are over ties there could be, 2m / (n(n − 1)); `None` for fewer than two nodes. O(1).
#[must_use]
pub fn density(graph: &Graph) -> Option<f64> {
    let nodes = graph.nodes() as f64;
    (nodes >= 2.0).then(|| 2.0 * graph.edges() as f64 / (nodes * (nodes - 1.0)))
}

/// Degree centralisation, Σ(max d − dᵢ) / ((n − 1)(n − 2)): 0 where all have as many ties, 1 for a star.
/// `None` for fewer than three nodes. O(n).
///
/// L. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1 (1978).
#[must_use]
pub fn centralisation(graph: &Graph) -> Option<f64> {
    if graph.nodes() < 3 {
        return None;
    }
    let nodes = graph.nodes() as f64;
    let most = graph
        .each()
        .map(|node| graph.degree(node))
        .max()
        .unwrap_or(0);
    let apart = most as f64 * nodes - 2.0 * graph.edges() as f64;
    Some(apart / ((nodes - 1.0) * (nodes - 2.0)))
}

/// The nodes in the largest component over all nodes; `None` for an empty graph. O(n + m).
#[must_use]
pub fn connected_share(graph: &Graph) -> Option<f64> {
    cuts(graph).connected_share()
}

/// The `count` nodes with the most ties, the smaller number first among equals. O(n log n).
#[must_use]
pub fn best_connected(graph: &Graph, count: usize) -> Vec<u32> {
    let mut nodes: Vec<u32> = graph.each().collect();
    nodes.sort_by_key(|&node| (std::cmp::Reverse(graph.degree(node)), node));
    nodes.truncate(count);
    nodes
}

/// Hold-if-away: how well the network would hold without each single node, and without its three
/// best-connected ones together; whichever share is lowest. `None` where fewer than two would remain. O(n + m).
#[must_use]
pub fn hold_if_away(graph: &Graph) -> Option<Hold> {
    let single = cuts(graph).worst_single().map(|(_, hold)| hold);
    let three = cuts_without(graph, &best_connected(graph, 3)).hold();
    let both = [single, Some(three)].into_iter().flatten();
    let held = both.filter_map(|hold| Some((hold.share()?, hold)));
    held.min_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, hold)| hold)
}

/// Where a network is on its way, after V. Krebs and J. Holley, "Building smart communities through network
/// weaving" (2002).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Scattered: less than 0.6 are in the largest component.
    Fragments,
    /// One centre holds the rest: degree centralisation above 0.5.
    SingleHub,
    /// Several centres.
    SeveralHubs,
    /// A core in which everyone has two ties, with a periphery hanging on it.
    CorePeriphery,
}

/// The stage of a network, by these thresholds in this order: connected share below 0.6, fragments;
/// centralisation above 0.5, a single hub; a 2-core of at least 0.3n with a periphery of at least 0.3n attached
/// to it (in its components, outside it), core and periphery; otherwise several hubs. `None` for fewer than three
/// nodes. O(n + m).
#[must_use]
pub fn stage(graph: &Graph) -> Option<Stage> {
    let centralisation = centralisation(graph)?;
    let cuts = cuts(graph);
    if cuts.connected_share()? < 0.6 {
        return Some(Stage::Fragments);
    }
    if centralisation > 0.5 {
        return Some(Stage::SingleHub);
    }
    let numbers = core_numbers(graph);
    let mut has_core = vec![false; cuts.component_sizes().len()];
    let mut core = 0_usize;
    for (&label, &number) in cuts.component.iter().zip(&numbers) {
        if number >= 2 {
            core += 1;
            has_core[label as usize] = true;
        }
    }
    let around = cuts.component.iter().zip(&numbers);
    let attached = around
        .filter(|&(&label, &number)| number < 2 && has_core[label as usize])
        .count();
    // 0.3n, in whole numbers.
    let enough = |count: usize| 10 * count >= 3 * graph.nodes();
    Some(if enough(core) && enough(attached) {
        Stage::CorePeriphery
    } else {
        Stage::SeveralHubs
    })
}

/// The ties of one circle, or of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Crossing {
    /// Ties with both ends in the circle (or in one circle).
    pub internal: u64,
    /// Ties with one end in it (or between circles).
    pub external: u64,
}

impl Crossing {
    /// Ties across over all ties, `None` where there are none.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        let all = self.internal + self.external;
        (all > 0).then(|| self.external as f64 / all as f64)
    }

    /// The E–I index (E − I) / (E + I): −1 all within, 1 all across; `None` where there are no ties.
    ///
    /// D. Krackhardt and R. Stern, "Informal networks and organizational crises", Social Psychology
    /// Quarterly 51 (1988).
    #[must_use]
    pub fn index(self) -> Option<f64> {
        self.share().map(|share| 2.0 * share - 1.0)
    }
}

/// Reach across circles: of all ties, and circle by circle.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Crossings<Circle> {
    /// Every tie once.
    pub all: Crossing,
    /// The ties of each circle; one between two circles is external to both.
    pub circles: BTreeMap<Circle, Crossing>,
}

/// A list that does not say one thing for every node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{given} circles for {nodes} nodes")]
pub struct WrongLength {
    /// How many were given.
    pub given: usize,
    /// How many nodes there are.
    pub nodes: usize,
}

/// Reach across circles, with the circle of every node in the order of the nodes. O(m log c) for c circles.
///
/// # Errors
/// [`WrongLength`] where there is not one circle for every node.
pub fn crossings<Circle: Ord + Clone>(
    graph: &Graph,
    circles: &[Circle],
) -> Result<Crossings<Circle>, WrongLength> {
    if circles.len() != graph.nodes() {
        return Err(WrongLength {
            given: circles.len(),
            nodes: graph.nodes(),
        });
    }
    let mut all = Crossing::default();
    let mut each: BTreeMap<Circle, Crossing> = BTreeMap::new();
    for circle in circles {
        each.entry(circle.clone()).or_default();
    }
    for (one, other) in graph.ties() {
        let (one, other) = (&circles[one as usize], &circles[other as usize]);
        if one == other {
            all.internal += 1;
            each.entry(one.clone()).or_default().internal += 1;
        } else {
            all.external += 1;
            each.entry(one.clone()).or_default().external += 1;
            each.entry(other.clone()).or_default().external += 1;
        }
    }
    Ok(Crossings { all, circles: each })
}
