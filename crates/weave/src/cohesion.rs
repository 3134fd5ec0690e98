//! Structural cohesion: how many would have to be away before the network came apart.

use thiserror::Error;

use crate::paths::{Paths, Spent};
use crate::{Graph, core_numbers, core_of, cuts, cuts_without};

/// The structural cohesion of a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohesion {
    /// κ: the fewest nodes whose absence disconnects the others; 0 where they are not connected now,
    /// n − 1 where everyone is tied to everyone.
    pub kappa: usize,
    /// κ nodes whose absence does it; empty for κ = 0 and where everyone is tied to everyone.
    pub separator: Vec<u32>,
}

/// The work that was allowed did not suffice; what is known nevertheless.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("more work than was allowed; it is from {at_least} to {at_most}")]
pub struct TooMuchWork {
    /// It is no less than this.
    pub at_least: usize,
    /// It is no more than this.
    pub at_most: usize,
}

/// Structural cohesion κ (node connectivity), exactly, looking at no more than `work` ties.
/// `None` for fewer than two nodes.
///
/// The scheme of A. Esfahanian and S. Hakimi, "On computing the connectivities of graphs and digraphs",
/// Networks 14 (1984), after S. Even: no more than δ, the least degree; from one node v of that degree, disjoint
/// paths to everyone not tied to it, then between all its neighbours not tied to each other; every search stops
/// at the best bound so far. At most n − δ − 1 + δ(δ − 1)/2 searches of O(κ(n + m)). κ ≤ 1 is known from
/// [`cuts`]. On what it means: J. Moody and D. White, American Sociological Review 68 (2003).
///
/// ```
/// let ring = weave::Graph::from_edges(6, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)]).unwrap();
/// assert_eq!(weave::cohesion(&ring, u64::MAX).unwrap().unwrap().kappa, 2);
/// ```
///
/// # Errors
/// [`TooMuchWork`], with the bounds reached.
pub fn cohesion(graph: &Graph, work: u64) -> Result<Option<Cohesion>, TooMuchWork> {
    let nodes = graph.nodes();
    if nodes < 2 {
        return Ok(None);
    }
    let known = |kappa, separator| Ok(Some(Cohesion { kappa, separator }));
    if graph.edges() == nodes * (nodes - 1) / 2 {
        return known(nodes - 1, Vec::new());
    }
    let cuts = cuts(graph);
    if cuts.component_sizes().len() > 1 {
        return known(0, Vec::new());
    }
    if let Some(cut) = cuts.cut_nodes().next() {
        return known(1, vec![cut.node]);
    }
    let Some(least) = graph.each().min_by_key(|&node| graph.degree(node)) else {
        return Ok(None);
    };
    let mut best = graph.neighbours(least).to_vec();
    let mut paths = Paths::new(graph, work);
    let finished = narrow(graph, least, &mut paths, &mut best, 2);
    finished.map_err(|Spent| TooMuchWork {
        at_least: 2,
        at_most: best.len(),
    })?;
    known(best.len(), best)
}

/// Looks for a separator smaller than `best`, as long as there may be one of at least `floor` nodes.
fn narrow(
    graph: &Graph,
    least: u32,
    paths: &mut Paths,
    best: &mut Vec<u32>,
    floor: usize,
) -> Result<(), Spent> {
    let near = graph.neighbours(least);
    let far = graph
        .each()
        .filter(|&node| node != least && !graph.tied(least, node))
        .map(|node| (least, node));
    let between = near
        .iter()
        .enumerate()
        .flat_map(|(at, &one)| near[at + 1..].iter().map(move |&other| (one, other)));
    for (one, other) in far.chain(between.filter(|&(one, other)| !graph.tied(one, other))) {
        if best.len() <= floor {
            break;
        }
        if paths.between(one, other, best.len())? < best.len() {
            *best = paths.separator();
        }
    }
    Ok(())
}

/// The most cohesive part of a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CohesiveCore {
    /// How many of it would have to be away before the rest of it came apart.
    pub k: usize,
    /// Its nodes, in order.
    pub nodes: Vec<u32>,
}

/// The cohesive core: of the parts with the greatest cohesion within themselves, the largest (the first among
/// equals), looking at no more than `work` ties. For networks where κ as a whole says little or costs too much.
/// `None` where there is no tie.
///
/// From the largest core number k downward: every connected part of the k-core is either k-cohesive, which is
/// tried as in [`cohesion`] but only for separators of fewer than k nodes, or is split at such a separator, each
/// part keeping it (the k-components of J. Moody and D. White). A part of cohesion k lies within the k-core,
/// so no greater k is missed.
///
/// # Errors
/// [`TooMuchWork`]: the k at which it stopped is the most there can be.
pub fn cohesive_core(graph: &Graph, work: u64) -> Result<Option<CohesiveCore>, TooMuchWork> {
    let numbers = core_numbers(graph);
    let most = numbers.iter().max().copied().unwrap_or(0);
    let mut left = work;
    for k in (1..=most).rev() {
        let parts = cohesive_parts(graph, core_of(&numbers, k), k, &mut left);
        let parts = parts.map_err(|Spent| TooMuchWork {
            at_least: 1,
            at_most: k as usize,
        })?;
        let largest = parts
            .into_iter()
            .min_by_key(|part| (std::cmp::Reverse(part.len()), part.first().copied()));
        if let Some(nodes) = largest {
            return Ok(Some(CohesiveCore {
                k: k as usize,
                nodes,
            }));
        }
    }
    Ok(None)
}

/// All parts of a set of nodes that are k-cohesive and in no greater one. They may share up to k − 1 nodes.
fn cohesive_parts(
    graph: &Graph,
    whole: Vec<u32>,
    k: u32,
    left: &mut u64,
) -> Result<Vec<Vec<u32>>, Spent> {
    let mut found: Vec<Vec<u32>> = Vec::new();
    let mut waiting = vec![whole];
    while let Some(part) = waiting.pop() {
        let among = graph.among(&part);
        *left = left
            .checked_sub(among.edges() as u64 + part.len() as u64)
            .ok_or(Spent)?;
        let numbers = core_numbers(&among);
        let core = core_of(&numbers, k);
        let pieces = components(&among, core.len() < part.len(), &core);
        if pieces.len() != 1 || core.len() < part.len() {
            waiting.extend(pieces.iter().map(|piece| there(&part, piece)));
            continue;
        }
        match smaller_separator(&among, k as usize, left)? {
            None => found.push(part),
            Some(separator) => {
                let apart = cuts_without(&among, &separator);
                let mut pieces = vec![Vec::new(); apart.component_sizes().len()];
                for node in among.each() {
                    match pieces.get_mut(apart.component[node as usize] as usize) {
                        Some(piece) => piece.push(node),
                        None => continue,
                    }
                }
                for mut piece in pieces {
                    piece.extend(&separator);
                    piece.sort_unstable();
                    waiting.push(there(&part, &piece));
                }
            }
        }
    }
    // What was split at different separators may come again inside a greater part.
    found.sort_by_key(|part| std::cmp::Reverse(part.len()));
    let mut kept: Vec<Vec<u32>> = Vec::new();
    for part in found {
        let inside = |whole: &Vec<u32>| part.iter().all(|node| whole.binary_search(node).is_ok());
        if !kept.iter().any(inside) {
            kept.push(part);
        }
    }
    Ok(kept)
}

/// The connected pieces of a core, in the numbers of the graph it is in; or of the whole graph.
fn components(graph: &Graph, only_core: bool, core: &[u32]) -> Vec<Vec<u32>> {
    let within = if only_core { &graph.among(core) } else { graph };
    let cuts = cuts(within);
    let mut pieces = vec![Vec::new(); cuts.component_sizes().len()];
    for node in within.each() {
        pieces[cuts.component[node as usize] as usize].push(core[node as usize]);
    }
    pieces
}

fn there(part: &[u32], piece: &[u32]) -> Vec<u32> {
    piece.iter().map(|&node| part[node as usize]).collect()
}

/// Fewer than `k` nodes that separate a connected graph of least degree `k` or more, if there are such.
fn smaller_separator(graph: &Graph, k: usize, left: &mut u64) -> Result<Option<Vec<u32>>, Spent> {
    if k <= 1 {
        return Ok(None);
    }
    if let Some(cut) = cuts(graph).cut_nodes().next() {
        return Ok(Some(vec![cut.node]));
    }
    let Some(least) = graph.each().min_by_key(|&node| graph.degree(node)) else {
        return Ok(None);
    };
    // Stands for "k, or none": only what is smaller takes its place, and the first that does suffices.
    let mut best = vec![0; k];
    let mut paths = Paths::new(graph, *left);
    let finished = narrow(graph, least, &mut paths, &mut best, 2.max(k - 1));
    *left = paths.left();
    finished?;
    Ok((best.len() < k).then_some(best))
}
