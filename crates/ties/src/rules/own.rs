//! What one person's own ties say to them, and to nobody else.

use weave::{Graph, cuts};

/// What somebody is told about themself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Whether some reach the others only through them.
    pub only_link: bool,
    /// Two whom they know and who, without them, would not reach one another: each pair would mend
    /// something, and all of them everything.
    pub introductions: Vec<(u32, u32)>,
}

/// What the ties say to one of them. It looks at nothing but which of their own ties would be cut off from
/// one another without them.
pub fn own(graph: &Graph, me: u32) -> Own {
    if cuts(graph).separated_by(me) == 0 {
        return Own::default();
    }
    let mine = graph.neighbours(me);
    let mut parts: Vec<Vec<u32>> = Vec::new();
    for &neighbour in mine {
        if parts.iter().any(|part| part.contains(&neighbour)) {
            continue;
        }
        let reached = reached_without(graph, me, neighbour);
        parts.push(
            mine.iter()
                .copied()
                .filter(|one| reached[*one as usize])
                .collect(),
        );
    }
    let introductions = parts
        .windows(2)
        .filter_map(|two| Some((*two[0].first()?, *two[1].first()?)))
        .collect();
    Own {
        only_link: true,
        introductions,
    }
}

fn reached_without(graph: &Graph, without: u32, from: u32) -> Vec<bool> {
    let mut seen = vec![false; graph.nodes()];
    seen[from as usize] = true;
    let mut waiting = vec![from];
    while let Some(one) = waiting.pop() {
        for &next in graph.neighbours(one) {
            if next != without && !seen[next as usize] {
                seen[next as usize] = true;
                waiting.push(next);
            }
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn graph(nodes: usize, ties: &[(u32, u32)]) -> Graph {
        Graph::from_edges(nodes, ties).unwrap()
    }

    #[test]
    fn whoever_is_the_only_link_learns_whom_to_introduce() {
        // Two triangles with one between.
        let one = graph(
            7,
            &[
                (0, 1),
                (1, 2),
                (2, 0),
                (2, 3),
                (3, 4),
                (4, 5),
                (5, 6),
                (6, 4),
            ],
        );
        assert!(own(&one, 3).only_link);
        assert_eq!(own(&one, 3).introductions, [(2, 4)]);
        assert_eq!(own(&one, 0), Own::default());
    }

    proptest! {
        /// After all the introductions that are proposed to somebody they are the only link no more.
        #[test]
        fn the_introductions_that_are_proposed_are_enough(
            ties in prop::collection::vec((0u32..12, 0u32..12), 0..30),
            me in 0u32..12,
        ) {
            let mut ties: Vec<(u32, u32)> = ties.into_iter().filter(|(a, b)| a != b).collect();
            let before = own(&graph(12, &ties), me);
            ties.extend(&before.introductions);
            prop_assert!(!own(&graph(12, &ties), me).only_link);
        }
    }
}
