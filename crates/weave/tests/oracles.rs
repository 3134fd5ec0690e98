//! Every measure on small graphs, beside the slowest way there is to find it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use weave::{
    Graph, absence_curve, betweenness, betweenness_sampled, cohesion, cohesive_core, core_numbers,
    cuts, cuts_without, hold_without, pairs, random_absence, targeted_order, worst_exact,
    worst_greedy,
};

type Edges = Vec<(u32, u32)>;

/// Up to nine nodes with ties of every density, loops and repeats among them.
fn small() -> impl Strategy<Value = (usize, Edges)> {
    (1_usize..10).prop_flat_map(|nodes| {
        let node = 0..nodes as u32;
        let edges = prop::collection::vec((node.clone(), node), 0..30);
        (Just(nodes), edges)
    })
}

/// For every node of those present, the smallest node it can reach.
fn reach(graph: &Graph, away: u32, without: Option<(u32, u32)>) -> Vec<Option<u32>> {
    let here = |node: u32| away & (1 << node) == 0;
    let mut least: Vec<Option<u32>> = graph
        .each()
        .map(|node| here(node).then_some(node))
        .collect();
    for _ in graph.each() {
        for (a, b) in graph.ties().filter(|&tie| Some(tie) != without) {
            if here(a) && here(b) {
                let both = least[a as usize].min(least[b as usize]);
                (least[a as usize], least[b as usize]) = (both, both);
            }
        }
    }
    least
}

fn reachable(graph: &Graph, away: u32, without: Option<(u32, u32)>) -> u64 {
    let least = reach(graph, away, without);
    let sizes = graph
        .each()
        .map(|root| least.iter().filter(|&&to| to == Some(root)).count() as u64);
    sizes.map(pairs).sum()
}

fn is_connected(graph: &Graph, away: u32) -> bool {
    let parts: BTreeSet<u32> = reach(graph, away, None).into_iter().flatten().collect();
    parts.len() <= 1
}

/// κ by trying every set of nodes.
fn kappa(graph: &Graph) -> usize {
    let count = graph.nodes() as u32;
    let sets = (0..1_u32 << count).filter(|away| away.count_ones() + 2 <= count);
    let least = sets
        .filter(|&away| !is_connected(graph, away))
        .map(u32::count_ones)
        .min();
    least.unwrap_or(count - 1) as usize
}

fn bits(set: u32) -> Vec<u32> {
    (0..32).filter(|node| set & (1 << node) != 0).collect()
}

/// How far everyone is from one node, and on how many shortest paths.
fn far(graph: &Graph, from: u32) -> Vec<(usize, f64)> {
    let mut far = vec![(usize::MAX, 0.0); graph.nodes()];
    far[from as usize] = (0, 1.0);
    for level in 0..graph.nodes() {
        for node in graph
            .each()
            .filter(|&node| far[node as usize].0 == level)
            .collect::<Vec<_>>()
        {
            for &to in graph.neighbours(node) {
                if far[to as usize].0 > level {
                    far[to as usize].0 = level + 1;
                    far[to as usize].1 += far[node as usize].1;
                }
            }
        }
    }
    far
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_graph_is_what_the_list_says((nodes, edges) in small()) {
        let graph = Graph::from_edges(nodes, &edges).unwrap();
        let want: BTreeSet<(u32, u32)> =
            edges.iter().filter(|(a, b)| a != b).map(|&(a, b)| (a.min(b), a.max(b))).collect();
        prop_assert_eq!(graph.ties().collect::<Vec<_>>(), want.iter().copied().collect::<Vec<_>>());
        prop_assert_eq!(graph.edges(), want.len());
        for node in graph.each() {
            prop_assert!(graph.neighbours(node).is_sorted());
            prop_assert!(graph.neighbours(node).iter().all(|&to| graph.tied(to, node)));
        }
        let rows = graph.each().map(|node| graph.neighbours(node).to_vec());
        prop_assert_eq!(&Graph::from_adjacency(rows).unwrap(), &graph);
        let simple = Graph::from_simple_edges(nodes, &edges);
        prop_assert_eq!(simple.is_ok(), edges.len() == want.len());
    }

    #[test]
    fn one_pass_tells_what_every_removal_would((nodes, edges) in small(), away in 0_u32..512) {
        let graph = Graph::from_edges(nodes, &edges).unwrap();
        let away = away & ((1 << nodes) - 1);
        let cuts = cuts_without(&graph, &bits(away));
        prop_assert_eq!(cuts.hold().reachable, reachable(&graph, away, None));
        prop_assert_eq!(cuts.hold().pairs, pairs(nodes as u64 - u64::from(away.count_ones())));
        let mut labels = BTreeSet::new();
        for (node, least) in (0_u32..).zip(reach(&graph, away, None)) {
            let hold = cuts.hold_without(node);
            let Some(least) = least else { prop_assert_eq!(hold, None); continue };
            labels.insert(least);
            prop_assert_eq!(cuts.component_of(node), cuts.component_of(least));
            let hold = hold.unwrap();
            prop_assert_eq!(hold.reachable, reachable(&graph, away | 1 << node, None));
            let own = reach(&graph, away, None).iter().filter(|&&to| to == Some(least)).count() as u64 - 1;
            prop_assert_eq!(cuts.separated_by(node), cuts.hold().reachable - own - hold.reachable);
        }
        prop_assert_eq!(cuts.component_sizes().len(), labels.len());
        let here = |(a, b): &(u32, u32)| away & (1 << a | 1 << b) == 0;
        let bridges: Edges = graph.ties().filter(here)
            .filter(|&tie| reachable(&graph, away, Some(tie)) < cuts.hold().reachable).collect();
        prop_assert_eq!(cuts.bridges(), &bridges[..]);
    }

    #[test]
    fn core_numbers_are_those_of_the_largest_parts((nodes, edges) in small()) {
        let graph = Graph::from_edges(nodes, &edges).unwrap();
        let mut want = vec![0_u32; nodes];
        for part in 1..1_u32 << nodes {
            let inside = |node: u32| graph.neighbours(node).iter().filter(|&&to| part & (1 << to) != 0).count();
            let least = bits(part).into_iter().map(inside).min().unwrap() as u32;
            bits(part).into_iter().for_each(|node| want[node as usize] = want[node as usize].max(least));
        }
        prop_assert_eq!(core_numbers(&graph), want);
    }

    #[test]
    fn cohesion_is_the_smallest_set_that_separates((nodes, edges) in small()) {
        let graph = Graph::from_edges(nodes, &edges).unwrap();
        let found = cohesion(&graph, u64::MAX).unwrap();
        let Some(found) = found else { prop_assert_eq!(nodes, 1); return Ok(()) };
        prop_assert_eq!(found.kappa, kappa(&graph));
        prop_assert!(found.separator.is_empty() || found.separator.len() == found.kappa);
        if !found.separator.is_empty() {
            let away = found.separator.iter().map(|node| 1 << node).sum();
            prop_assert!(!is_connected(&graph, away));
        } else {
            prop_assert!(found.kappa == 0 || graph.edges() == nodes * (nodes - 1) / 2);
        }
        if let Err(bounds) = cohesion(&graph, 20) {
            prop_assert!((bounds.at_least..=bounds.at_most).contains(&found.kappa));
        }
    }

    #[test]
    fn betweenness_counts_shortest_paths((nodes, edges) in small()) {
        let graph = Graph::from_edges(nodes, &edges).unwrap();
        let far: Vec<_> = graph.each().map(|node| far(&graph, node)).collect();
        let found = betweenness(&graph);
        for node in 0..nodes {
            let mut want = 0.0;
            for a in (0..nodes).filter(|&a| a != node) {
                for b in (a + 1..nodes).filter(|&b| b != node && far[a][b].0 != usize::MAX) {
                    if far[a][node].0.saturating_add(far[node][b].0) == far[a][b].0 {
                        want += far[a][node].1 * far[node][b].1 / far[a][b].1;
                    }
                }
            }
            prop_assert!((found[node] - want).abs() < 1e-9, "{} is not {}", found[node], want);
        }
        let all = betweenness_sampled(&graph, nodes + 1, 3);
        prop_assert_eq!(all.error(0.05), 0.0);
        prop_assert!(all.scores.iter().zip(&found).all(|(one, other)| (one - other).abs() < 1e-9));
        let some = betweenness_sampled(&graph, nodes.div_ceil(2), 5);
        prop_assert!(some.scores.iter().zip(&found).all(|(one, other)| (one - other).abs() <= some.error(1e-6) + 1e-9));
    }

    #[test]
    fn the_worst_set_is_the_worst((nodes, edges) in small(), k in 0_usize..5) {
        let graph = Graph::from_edges(nodes, &edges).unwrap();
        let size = k.min(nodes) as u32;
        let sets = (0..1_u32 << nodes).filter(|set| set.count_ones() == size);
        let worst = sets.map(|set| reachable(&graph, set, None)).min().unwrap();
        let exact = worst_exact(&graph, k, u64::MAX).unwrap();
        prop_assert_eq!(exact.hold.reachable, worst);
        prop_assert_eq!(exact.nodes.len(), size as usize);
        prop_assert_eq!(hold_without(&graph, &exact.nodes), exact.hold);
        let greedy = worst_greedy(&graph, k);
        prop_assert_eq!(hold_without(&graph, &greedy.nodes), greedy.hold);
        prop_assert!(greedy.nodes.len() == size as usize && greedy.hold.reachable >= worst);
        if k == 1 {
            prop_assert_eq!(greedy.hold.reachable, worst);
        }
    }

    #[test]
    fn the_curve_is_each_removal_in_turn((nodes, edges) in small(), order in prop::collection::vec(0_u32..12, 0..12)) {
        let graph = Graph::from_edges(nodes, &edges).unwrap();
        let mut away = Vec::new();
        let mut want = vec![cuts(&graph).hold()];
        for node in order.iter().copied().filter(|&node| (node as usize) < nodes) {
            if !away.contains(&node) {
                away.push(node);
                want.push(hold_without(&graph, &away));
            }
        }
        prop_assert_eq!(absence_curve(&graph, &order), want);
        let targeted = targeted_order(&graph);
        for at in 0..nodes {
            let left = graph.among(&targeted[at..]);
            prop_assert_eq!(left.degree(0), left.each().map(|node| left.degree(node)).max().unwrap());
        }
        let random = random_absence(&graph, 3, 1);
        prop_assert_eq!(random.len(), nodes - 1);
        for (at, spread) in random.iter().enumerate() {
            prop_assert!(spread.least <= spread.mean + 1e-9 && spread.mean <= spread.greatest + 1e-9, "{}", at);
        }
    }
}

proptest! {
    // Every part of every graph is tried for its own cohesion, which is slow.
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_cohesive_core_is_the_largest_of_the_most_cohesive((nodes, edges) in small()) {
        let graph = Graph::from_edges(nodes, &edges).unwrap();
        let parts = (1..1_u32 << nodes).map(bits).filter(|part| part.len() > 1);
        let best = parts.map(|part| (kappa(&graph.among(&part)), part.len())).max();
        let found = cohesive_core(&graph, u64::MAX).unwrap();
        match (found, best) {
            (Some(core), Some(best)) => {
                prop_assert_eq!((core.k, core.nodes.len()), best);
                prop_assert_eq!(kappa(&graph.among(&core.nodes)), core.k);
            }
            (None, best) => prop_assert_eq!(best.map_or(0, |best| best.0), 0),
            (Some(_), None) => prop_assert!(false),
        }
    }
}

/// From one end of a long chain to the other there are more shortest paths than are counted without care.
#[test]
fn counts_of_paths_too_large_for_a_float_do_not_matter() {
    // A chain of 850 diamonds: the paths from end to end are 2^850.
    let diamonds = 850_u32;
    let diamond = |at: u32| {
        let from = 3 * at;
        [
            (from, from + 1),
            (from, from + 2),
            (from + 1, from + 3),
            (from + 2, from + 3),
        ]
    };
    let edges: Edges = (0..diamonds).flat_map(diamond).collect();
    let graph = Graph::from_edges(3 * diamonds as usize + 1, &edges).unwrap();
    let scores = betweenness(&graph);
    let nodes = f64::from(3 * diamonds + 1);
    for at in 1..diamonds {
        // The joint between two diamonds stands on all ways between its sides, and every other on half a pair.
        let left = f64::from(3 * at);
        let want = left * (nodes - 1.0 - left);
        let joint = scores[3 * at as usize];
        // Beside that, none but the two sides of one diamond may go around it.
        assert!(
            (joint - want).abs() <= 1.0 + 1e-9 * want,
            "{joint} is not {want}"
        );
    }
}
