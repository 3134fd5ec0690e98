use super::*;

/// §5, test vector D: two fully tied groups of six, Aid and Housing, joined by one tie F–G.
fn two_groups(more: &[(u32, u32)]) -> (Graph, Vec<BTreeSet<usize>>) {
    let mut ties = vec![(5, 6)];
    for group in [0u32, 6] {
        for a in group..group + 6 {
            ties.extend((a + 1..group + 6).map(|b| (a, b)));
        }
    }
    ties.extend(more);
    let circles = (0..12).map(|one| BTreeSet::from([one / 6])).collect();
    (Graph::from_edges(12, &ties).unwrap(), circles)
}

#[test]
fn two_groups_joined_by_one_tie_hang_by_two_people() {
    let (graph, circles) = two_groups(&[]);
    let it = picture(&graph, &circles, &Leaving::default()).unwrap();
    assert_eq!((it.people, it.together), (12, 12));
    assert_eq!((it.links, it.worst), (2, (25, 55)));
    assert_eq!(it.cohesion, Some(1));
    assert_eq!(it.bridges, 1);
    assert_eq!(it.hanging, [(0, 1)]);
    assert_eq!(it.introductions, 1);
    assert_eq!(it.across, (1, 31));
    assert_eq!(it.dots.len(), 12);
}

#[test]
fn after_one_introduction_no_single_absence_separates_anybody() {
    let (graph, circles) = two_groups(&[(4, 7)]);
    let it = picture(&graph, &circles, &Leaving::default()).unwrap();
    assert_eq!((it.links, it.cohesion, it.bridges), (0, Some(2), 0));
    assert!(it.hanging.is_empty());
    assert_eq!(it.introductions, 0);
}

#[test]
fn eleven_people_have_no_picture() {
    let ties: Vec<(u32, u32)> = (0..10).map(|one| (one, one + 1)).collect();
    let graph = Graph::from_edges(11, &ties).unwrap();
    let circles = vec![BTreeSet::new(); 11];
    assert_eq!(picture(&graph, &circles, &Leaving::default()), None);
}

#[test]
fn the_introductions_that_are_said_are_the_least_that_would_do() {
    // A star of thirteen: twelve ends, so eleven parts to join beside one.
    let star: Vec<(u32, u32)> = (1..13).map(|one| (0, one)).collect();
    let graph = Graph::from_edges(13, &star).unwrap();
    assert_eq!(introductions(&graph, &[0]), 11);
    // A path: its two ends.
    let path: Vec<(u32, u32)> = (0..12).map(|one| (one, one + 1)).collect();
    let graph = Graph::from_edges(13, &path).unwrap();
    let links: Vec<u32> = (1..12).collect();
    assert_eq!(introductions(&graph, &links), 1);
}

#[test]
fn few_exits_say_nothing_and_half_is_the_median() {
    let mut leaving = Leaving {
        here: vec![3.0, 6.0, 8.0, 12.0, 12.0, 12.0],
        left: vec![(2.0, true), (5.0, true), (5.0, false), (9.0, true)],
    };
    assert_eq!(half_after(&leaving), None, "four exits are too few");
    leaving.left.extend([(9.0, true), (9.0, false)]);
    assert_eq!(half_after(&leaving), Some(9));
}
