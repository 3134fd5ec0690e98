use super::*;
use kernel::uuid::Uuid;
use proptest::prelude::*;

fn who(n: u128) -> PersonId {
    PersonId::parse(&Uuid::from_u128(n + 1).to_string()).unwrap()
}

fn space(roots: &[u128], entered: &[u128], vouches: &[(u128, u128)]) -> Space<u8> {
    Space {
        roots: roots.iter().map(|n| who(*n)).collect(),
        entered: entered.iter().map(|n| who(*n)).collect(),
        vouches: vouches
            .iter()
            .map(|(by, whom)| Vouched {
                whom: who(*whom),
                by: who(*by),
            })
            .collect(),
        pods: BTreeMap::new(),
    }
}

#[test]
fn known_for_half_a_year_or_three_things_done_together() {
    assert_eq!(may_vouch(120, 2, 1), Err(No::TooLittle));
    assert_eq!(may_vouch(120, 6, 0), Ok(()));
    assert_eq!(may_vouch(120, 0, 3), Ok(()));
    assert_eq!(may_vouch(89, 60, 9), Err(No::TooNew));
}

#[test]
fn two_of_one_pod_are_one() {
    // Yuki 1 and Esi 2 are of one pod, Hana 3 of none; Farid 9.
    let mut it = space(&[1, 2, 3], &[], &[(1, 9), (2, 9)]);
    assert!(is_independent(&it, who(9)));
    it.pods = BTreeMap::from([(who(1), 1), (who(2), 1)]);
    assert!(!is_independent(&it, who(9)));
    it.vouches.push(Vouched {
        whom: who(9),
        by: who(3),
    });
    assert!(is_independent(&it, who(9)));
}

#[test]
fn farid_and_whoever_stands_by_farid_are_not_two() {
    // X 10 came in by Farid 9 and Hana 3; X and Farid are all who vouch for Y 11.
    let base = [(1, 9), (3, 9), (9, 10), (3, 10), (9, 11), (10, 11)];
    let it = space(&[1, 2, 3], &[9, 10], &base);
    assert!(!is_independent(&it, who(11)));
    // Where X would stand without Farid too, they are two.
    let mut more = base.to_vec();
    more.push((2, 10));
    assert!(is_independent(&space(&[1, 2, 3], &[9, 10], &more), who(11)));
}

/// Whoever the candidate themself lifted in does not lift the candidate: round two corners and round
/// seven.
#[test]
fn no_ring_of_any_size_lifts_itself_in() {
    for size in 2..8u128 {
        // 20 is in and vouched for 21, who vouched for 22, …; each also by the root 1. Then 20 goes, and
        // would come in again by the last of them and the one before.
        let ring: Vec<u128> = (21..21 + size).collect();
        let mut vouches = Vec::new();
        for (at, one) in ring.iter().enumerate() {
            let before = if at == 0 { 20 } else { ring[at - 1] };
            vouches.extend([(before, *one), (1, *one)]);
        }
        vouches.extend([(ring[ring.len() - 1], 20), (ring[ring.len() - 2], 20)]);
        let it = space(&[1, 2], &ring, &vouches);
        assert!(!is_independent(&it, who(20)), "a ring of {size}");
        let mut with_roots = vouches.clone();
        with_roots.extend([(1, 20), (2, 20)]);
        assert!(is_independent(&space(&[1, 2], &ring, &with_roots), who(20)));
    }
    // A ring that rests on nothing at all.
    for size in 3..9u128 {
        let ring: Vec<u128> = (20..20 + size).collect();
        let mut vouches = Vec::new();
        for at in 0..ring.len() {
            let next = |by: usize| ring[(at + by) % ring.len()];
            vouches.extend([(ring[at], next(1)), (ring[at], next(2))]);
        }
        vouches.extend([(20, 99), (21, 99), (22, 99)]);
        let it = space(&[1, 2], &ring, &vouches);
        assert!(
            it.standing_without(&[])
                .is_disjoint(&ring.iter().map(|n| who(*n)).collect())
        );
        assert!(!is_independent(&it, who(99)), "a ring of {size}");
    }
}

proptest! {
    /// Against the plain meaning: for each person of the space, what is left without them and without all
    /// who then no longer stand; found the slow way, by taking out until nothing changes.
    #[test]
    fn it_is_what_taking_each_out_in_turn_says(
        vouches in prop::collection::vec((0u128..9, 0u128..9), 0..40),
        roots in 1u128..4,
        pods in prop::collection::vec(prop::option::of(0u8..3), 9),
    ) {
        let entered: Vec<u128> = (roots..8).collect();
        let all_roots: Vec<u128> = (0..roots).collect();
        let mut it = space(&all_roots, &entered, &vouches);
        for (n, pod) in (0u128..).zip(&pods) {
            it.pods.extend(pod.map(|pod| (who(n), pod)));
        }
        let candidate = who(8);
        let slow = |without: &[PersonId]| {
            // From everybody down: whoever lacks two is taken out. Rings stay here; so roots must reach.
            let mut levels = BTreeSet::new();
            for _ in 0..10 {
                for person in (0..8).map(who).filter(|p| !without.contains(p)) {
                    let units: BTreeSet<Unit<u8>> = vouches
                        .iter()
                        .filter(|(by, whom)| who(*whom) == person && by != whom && levels.contains(&who(*by)))
                        .map(|(by, _)| it.unit(who(*by)))
                        .collect();
                    if it.roots.contains(&person) || units.len() >= 2 {
                        levels.insert(person);
                    }
                }
            }
            levels
        };
        let left = |without: &[PersonId]| -> usize {
            let stands = slow(without);
            let units: BTreeSet<Unit<u8>> = vouches
                .iter()
                .filter(|(by, whom)| *whom == 8 && *by != 8 && stands.contains(&who(*by)))
                .map(|(by, _)| it.unit(who(*by)))
                .collect();
            units.len()
        };
        let vouches_for = |one: PersonId| vouches.iter().any(|(by, whom)| *whom == 8 && who(*by) == one);
        let taken_out = (0..8).map(who).filter(|one| it.entered.contains(one) || vouches_for(*one));
        let expected = left(&[candidate]) >= 2
            && taken_out.into_iter().all(|one| left(&[candidate, one]) >= 1);
        prop_assert_eq!(is_independent(&it, candidate), expected);
    }
}
