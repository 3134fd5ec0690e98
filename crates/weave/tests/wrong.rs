//! Wrong input is an error that names the row, never a panic.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use proptest::prelude::*;
use weave::{End, Graph, GraphError, Time, TimeError, cuts_without, hold_without, staying};

#[test]
fn a_row_out_of_range_is_named() {
    let error = Graph::from_edges(3, &[(0, 1), (2, 3), (9, 9)]).unwrap_err();
    assert_eq!(
        error,
        GraphError::OutOfRange {
            row: 1,
            node: 3,
            nodes: 3
        }
    );
    assert_eq!(
        error.to_string(),
        "row 1: node 3 is out of range, there are 3 nodes"
    );
    let rows = [vec![1], vec![0, 7]];
    let error = Graph::from_adjacency(rows).unwrap_err();
    assert_eq!(
        error,
        GraphError::OutOfRange {
            row: 1,
            node: 7,
            nodes: 2
        }
    );
    assert!(Graph::from_edges(0, &[(0, 0)]).is_err());
}

#[test]
fn a_loop_or_a_repeat_is_named_where_it_is_asked() {
    let strict = |edges: &[(u32, u32)]| Graph::from_simple_edges(4, edges).unwrap_err();
    assert_eq!(
        strict(&[(0, 1), (2, 2)]),
        GraphError::Loop { row: 1, node: 2 }
    );
    assert_eq!(
        strict(&[(0, 1), (1, 2), (1, 0)]),
        GraphError::Repeated { row: 2, first: 0 }
    );
    assert_eq!(
        Graph::from_edges(4, &[(0, 1), (2, 2), (1, 0)])
            .unwrap()
            .edges(),
        1
    );
}

#[test]
fn who_is_not_here_is_passed_over() {
    let graph = Graph::from_edges(2, &[(0, 1)]).unwrap();
    assert_eq!(graph.neighbours(7), []);
    assert!(!graph.tied(7, 0));
    assert_eq!(hold_without(&graph, &[7, u32::MAX]).reachable, 1);
    let cuts = cuts_without(&graph, &[0, 0]);
    assert_eq!((cuts.hold_without(0), cuts.hold_without(7)), (None, None));
}

proptest! {
    #[test]
    fn times_that_are_none_are_named(lengths in prop::collection::vec(any::<f64>(), 0..20)) {
        let times: Vec<Time> = lengths.iter().enumerate().map(|(row, &length)| Time {
            length,
            end: [End::Here, End::HandedOver, End::Vanished][row % 3],
        }).collect();
        let wrong = lengths.iter().position(|&length| !length.is_finite() || length < 0.0);
        match staying(&times) {
            Ok(curve) => {
                prop_assert_eq!(wrong, None);
                let mut before = 1.0;
                for step in curve.steps() {
                    let all = step.staying + step.share_handed_over + step.share_vanished;
                    prop_assert!((all - 1.0).abs() < 1e-9 && step.staying < before);
                    before = step.staying;
                }
            }
            Err(TimeError::NotFinite { row, .. } | TimeError::Negative { row, .. }) => {
                prop_assert_eq!(wrong, Some(row));
            }
        }
    }

    #[test]
    fn any_list_of_ties_gets_an_answer(
        nodes in 0_usize..6,
        edges in prop::collection::vec((0_u32..7, 0_u32..7), 0..12),
    ) {
        let wrong = edges.iter().position(|&(a, b)| a.max(b) as usize >= nodes);
        match Graph::from_edges(nodes, &edges) {
            Ok(_) => prop_assert_eq!(wrong, None),
            Err(GraphError::OutOfRange { row, .. }) => prop_assert_eq!(wrong, Some(row)),
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
