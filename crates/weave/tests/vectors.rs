//! The test vectors A to G of the practices, §5, exactly.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use weave::{
    Duties, End, Graph, Stage, Time, betweenness, centralisation, cohesion, connected_share,
    core_numbers, crossings, cuts, density, hold_if_away, hold_without, spread_of_carrying, stage,
    staying, two_sidedness,
};

const TRIANGLES: [(u32, u32); 7] = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3)];

fn graph(nodes: usize, edges: &[(u32, u32)]) -> Graph {
    Graph::from_edges(nodes, edges).unwrap()
}

fn cut_people(graph: &Graph) -> Vec<u32> {
    cuts(graph).cut_nodes().map(|cut| cut.node).collect()
}

fn kappa(graph: &Graph) -> usize {
    cohesion(graph, u64::MAX).unwrap().unwrap().kappa
}

fn without(graph: &Graph, node: u32) -> (u64, u64) {
    let hold = cuts(graph).hold_without(node).unwrap();
    assert_eq!(hold, hold_without(graph, &[node]));
    (hold.reachable, hold.pairs)
}

fn about(value: f64, expected: f64) {
    assert!(
        (value - expected).abs() < 0.0005,
        "{value} is not {expected}"
    );
}

#[test]
fn a_two_triangles_and_one_tie() {
    let web = graph(6, &TRIANGLES);
    assert_eq!((web.nodes(), web.edges()), (6, 7));
    about(density(&web).unwrap(), 0.467);
    about(centralisation(&web).unwrap(), 0.20);
    assert_eq!(cut_people(&web), [2, 3]);
    assert_eq!(cuts(&web).bridges(), [(2, 3)]);
    assert_eq!(kappa(&web), 1);
    assert_eq!(without(&web, 2), (4, 10));
}

#[test]
fn b_one_more_tie_and_nobody_is_a_single_link() {
    let web = graph(6, &[&TRIANGLES[..], &[(1, 4)]].concat());
    assert_eq!(web.edges(), 8);
    about(density(&web).unwrap(), 0.533);
    about(centralisation(&web).unwrap(), 0.10);
    assert_eq!(cut_people(&web), []);
    assert_eq!(cuts(&web).bridges(), []);
    assert_eq!(kappa(&web), 2);
    for node in web.each() {
        assert_eq!(without(&web, node), (10, 10));
    }
}

#[test]
fn c_a_star_and_a_ring() {
    let star = graph(6, &[(0, 1), (0, 2), (0, 3), (0, 4), (0, 5)]);
    assert_eq!(centralisation(&star), Some(1.0));
    assert_eq!(cut_people(&star), [0]);
    assert_eq!(cuts(&star).bridges().len(), 5);
    assert_eq!(kappa(&star), 1);
    assert_eq!(without(&star, 0), (0, 10));
    let ring = graph(6, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)]);
    assert_eq!(centralisation(&ring), Some(0.0));
    assert_eq!(kappa(&ring), 2);
    assert_eq!(cut_people(&ring), []);
}

#[test]
fn d_two_complete_sixes_and_one_tie() {
    let within =
        |from: u32| (from..from + 6).flat_map(move |a| (a + 1..from + 6).map(move |b| (a, b)));
    let mut edges: Vec<(u32, u32)> = within(0).chain(within(6)).collect();
    edges.push((5, 6));
    let web = graph(12, &edges);
    assert_eq!((web.nodes(), web.edges()), (12, 31));
    assert_eq!(cut_people(&web), [5, 6]);
    assert_eq!(kappa(&web), 1);
    assert_eq!(without(&web, 5), (25, 55));
    edges.push((4, 7));
    let web = graph(12, &edges);
    assert_eq!(kappa(&web), 2);
    assert_eq!(cut_people(&web), []);
}

#[test]
fn e_the_staying_curve() {
    let left = [2.0, 5.0, 5.0, 9.0].map(|length| Time {
        length,
        end: End::Vanished,
    });
    let here = [3.0, 6.0, 8.0, 12.0, 12.0, 12.0].map(|length| Time {
        length,
        end: End::Here,
    });
    let curve = staying(&[&left[..], &here[..]].concat()).unwrap();
    for (time, share, error) in [
        (2.0, 0.900, 0.095),
        (5.0, 0.675, 0.155),
        (9.0, 0.506, 0.187),
    ] {
        let step = curve.step_at(time).unwrap();
        about(step.staying, share);
        about(step.error.unwrap(), error);
        about(step.share_vanished, 1.0 - share);
    }
    assert_eq!(curve.at(1.9), 1.0);
    assert_eq!(curve.median(), None);
    assert_eq!(curve.care_in_leaving(), Some(0.0));
}

#[test]
fn f_spread_of_carrying() {
    about(spread_of_carrying([5, 3, 2]).unwrap(), 2.632);
    assert_eq!(spread_of_carrying([10]), Some(1.0));
    assert_eq!(spread_of_carrying([2; 5]), Some(5.0));
}

#[test]
fn g_two_sidedness() {
    let people = [
        vec![(true, false); 5],
        vec![(false, true); 3],
        vec![(true, true); 4],
    ]
    .concat();
    let sides = two_sidedness(people.into_iter().chain([(false, false)]));
    assert_eq!((sides.both, sides.either), (4, 12));
}

#[test]
fn the_rules_at_the_edges() {
    let complete = graph(4, &[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]);
    assert_eq!(kappa(&complete), 3);
    assert_eq!(kappa(&graph(3, &[(0, 1)])), 0);
    for nodes in [0, 1] {
        let alone = graph(nodes, &[]);
        assert_eq!(cohesion(&alone, 0), Ok(None));
        assert_eq!(hold_if_away(&alone), None);
        assert_eq!(density(&alone), None);
        assert_eq!(centralisation(&alone), None);
        assert_eq!(stage(&alone), None);
        assert_eq!(cuts(&alone).hold().share(), None);
        assert_eq!(betweenness(&alone), vec![0.0; nodes]);
        assert_eq!(core_numbers(&alone), vec![0; nodes]);
    }
    assert_eq!(connected_share(&graph(0, &[])), None);
    assert_eq!(staying(&[]).unwrap().steps(), []);
    assert_eq!(two_sidedness([]).share(), None);
    assert_eq!(spread_of_carrying([0, 0]), None);
    assert_eq!(
        Duties::new(vec![], vec![], &[]).unwrap().cover().unfilled,
        0
    );
}

#[test]
fn the_stages() {
    assert_eq!(stage(&graph(5, &[(0, 1), (2, 3)])), Some(Stage::Fragments));
    assert_eq!(
        stage(&graph(5, &[(0, 1), (0, 2), (0, 3), (0, 4)])),
        Some(Stage::SingleHub)
    );
    assert_eq!(stage(&graph(6, &TRIANGLES)), Some(Stage::SeveralHubs));
    // A ring of five, four of them with someone hanging on; one further out.
    let hanging = [
        (0, 1),
        (1, 2),
        (2, 3),
        (3, 4),
        (4, 0),
        (0, 5),
        (1, 6),
        (2, 7),
        (7, 8),
    ];
    assert_eq!(stage(&graph(9, &hanging)), Some(Stage::CorePeriphery));
}

#[test]
fn hold_if_away_is_the_lowest_of_one_or_the_three() {
    // Without C or D 4 of 10; without the three with most ties, C, D and A, 1 of 3.
    let hold = hold_if_away(&graph(6, &TRIANGLES)).unwrap();
    assert_eq!((hold.reachable, hold.pairs), (1, 3));
    // A star with one more tie: without its centre 1 of 10; without the three with most ties nobody of 3.
    let star = graph(6, &[(0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (1, 2)]);
    assert_eq!(
        cuts(&star)
            .worst_single()
            .map(|(node, hold)| (node, hold.reachable)),
        Some((0, 1))
    );
    assert_eq!(hold_if_away(&star).unwrap().share(), Some(0.0));
}

#[test]
fn reach_across_circles() {
    let web = graph(6, &TRIANGLES);
    let across = crossings(
        &web,
        &["aid", "aid", "aid", "housing", "housing", "housing"],
    )
    .unwrap();
    assert_eq!((across.all.internal, across.all.external), (6, 1));
    about(across.all.index().unwrap(), -5.0 / 7.0);
    about(across.circles["aid"].index().unwrap(), -0.5);
    assert!(crossings(&web, &["aid"]).is_err());
}
