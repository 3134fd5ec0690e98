//! The shape of a phone tree (P29): each caller rings at most five, every level is full before the
//! next begins, and the last one rings back the first. Who rings whom is kept from one day to the
//! next: whoever comes is rung by one person more, and when somebody goes the last one takes their
//! place, so that few have to learn a new list.

use std::collections::BTreeMap;

/// The most numbers one person rings (P29: three to five).
pub const MOST_RUNG: usize = 5;

/// A tree: everybody in the order they are reached, with who rings them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree<I> {
    order: Vec<I>,
    rung_from: BTreeMap<I, I>,
    rings: BTreeMap<I, Vec<I>>,
}

impl<I: Copy + Ord> Tree<I> {
    /// The tree of these pairs: somebody, and who rings them. A pair that leads nowhere (whoever
    /// rang them is gone, or a ring without a beginning) is mended by coming in anew, in the order
    /// of the ids. One pair is the first of all.
    pub fn of(pairs: impl IntoIterator<Item = (I, Option<I>)>) -> Self {
        let pairs: BTreeMap<I, Option<I>> = pairs.into_iter().collect();
        let mut tree = Self {
            order: Vec::new(),
            rung_from: BTreeMap::new(),
            rings: BTreeMap::new(),
        };
        let first = pairs
            .iter()
            .find(|(_, from)| from.is_none())
            .or_else(|| pairs.iter().next())
            .map(|(id, _)| *id);
        let Some(first) = first else { return tree };
        let mut children: BTreeMap<I, Vec<I>> = BTreeMap::new();
        for (id, from) in &pairs {
            if let Some(from) = from
                && *id != first
            {
                children.entry(*from).or_default().push(*id);
            }
        }
        tree.order.push(first);
        let mut at = 0;
        while let Some(caller) = tree.order.get(at).copied() {
            for child in children.remove(&caller).into_iter().flatten() {
                if tree.rings_how_many(caller) < MOST_RUNG {
                    tree.put(child, caller);
                }
            }
            at += 1;
        }
        let lost: Vec<I> = pairs
            .keys()
            .filter(|id| **id != first && !tree.rung_from.contains_key(id))
            .copied()
            .collect();
        for id in lost {
            tree.come(id);
        }
        tree
    }

    fn rings_how_many(&self, caller: I) -> usize {
        self.rings.get(&caller).map_or(0, Vec::len)
    }

    fn put(&mut self, id: I, caller: I) {
        self.order.push(id);
        self.rung_from.insert(id, caller);
        self.rings.entry(caller).or_default().push(id);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether nobody is there.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Everybody, in the order they are reached.
    pub fn order(&self) -> &[I] {
        &self.order
    }

    /// Whoever begins.
    pub fn first(&self) -> Option<I> {
        self.order.first().copied()
    }

    /// Whoever is reached last, and rings back the first.
    pub fn last(&self) -> Option<I> {
        self.order.last().copied()
    }

    /// Whom somebody rings.
    pub fn rings(&self, id: I) -> &[I] {
        self.rings.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Who rings somebody; nobody rings the first but the last.
    pub fn rung_from(&self, id: I) -> Option<I> {
        self.rung_from.get(&id).copied()
    }

    /// How many calls after one another it takes until somebody is reached, the first at 1.
    pub fn level(&self, id: I) -> usize {
        let mut level = 1;
        let mut at = id;
        while let Some(caller) = self.rung_from(at) {
            at = caller;
            level += 1;
        }
        level
    }

    /// Somebody comes: rung by the first in order who still has room. One person is moved.
    pub fn come(&mut self, id: I) {
        if self.first().is_none() {
            self.order.push(id);
            return;
        }
        let caller = self
            .order
            .iter()
            .copied()
            .find(|caller| self.rings_how_many(*caller) < MOST_RUNG);
        if let Some(caller) = caller {
            self.put(id, caller);
            *self = Self::of(self.pairs());
        }
    }

    /// Somebody goes: whoever is reached last takes their place. At most six people are rung by
    /// somebody else than before.
    pub fn go(&mut self, id: I) {
        let Some(last) = self.last() else { return };
        let mut pairs: BTreeMap<I, Option<I>> = self.pairs().into_iter().collect();
        let Some(caller) = pairs.remove(&id) else {
            return;
        };
        if last != id {
            for from in pairs.values_mut() {
                if *from == Some(id) {
                    *from = Some(last);
                }
            }
            pairs.insert(last, caller);
        }
        *self = Self::of(pairs);
    }

    /// Somebody begins in the first one's place, who takes theirs.
    pub fn begin_with(&mut self, id: I) {
        let Some(first) = self.first() else { return };
        if first == id || !self.rung_from.contains_key(&id) {
            return;
        }
        let swap = |who: I| match who {
            who if who == first => id,
            who if who == id => first,
            who => who,
        };
        let pairs = self.pairs();
        *self = Self::of(
            pairs
                .into_iter()
                .map(|(who, from)| (swap(who), from.map(swap))),
        );
    }

    /// Everybody with who rings them, as they are kept.
    pub fn pairs(&self) -> Vec<(I, Option<I>)> {
        self.order
            .iter()
            .map(|id| (*id, self.rung_from(*id)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tree(n: u32) -> Tree<u32> {
        let mut tree = Tree::of([]);
        for id in 0..n {
            // Ids come in no order of their own.
            tree.come(id.wrapping_mul(2_654_435_761));
        }
        tree
    }

    /// The fewest levels that n people fit into, five to a caller.
    fn fewest_levels(n: usize) -> usize {
        let (mut levels, mut room, mut width) = (0, 0, 1);
        while room < n {
            room += width;
            width *= MOST_RUNG;
            levels += 1;
        }
        levels
    }

    fn holds(tree: &Tree<u32>, n: usize) {
        assert_eq!(tree.len(), n);
        for id in tree.order() {
            assert!(tree.rings(*id).len() <= MOST_RUNG);
            for rung in tree.rings(*id) {
                assert_eq!(tree.rung_from(*rung), Some(*id));
            }
        }
        let deepest = tree.last().map_or(0, |last| tree.level(last));
        assert_eq!(deepest, fewest_levels(n));
        assert_eq!(tree, &Tree::of(tree.pairs()), "kept and read again");
    }

    fn moved(before: &Tree<u32>, after: &Tree<u32>) -> usize {
        after
            .order()
            .iter()
            .filter(|id| {
                before.order().contains(id) && before.rung_from(**id) != after.rung_from(**id)
            })
            .count()
    }

    #[test]
    fn twenty_four_people_are_three_levels_of_at_most_five() {
        let tree = tree(24);
        holds(&tree, 24);
        assert_eq!(tree.last().map(|last| tree.level(last)), Some(3));
    }

    #[test]
    fn from_one_to_two_thousand() {
        let mut growing = Tree::of([]);
        for n in 0..2000u32 {
            growing.come(n.wrapping_mul(2_654_435_761));
            if n % 97 == 0 || n < 40 {
                holds(&growing, n as usize + 1);
            }
        }
        holds(&growing, 2000);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn any_number_reaches_everybody_once(n in 1u32..300) {
            holds(&tree(n), n as usize);
        }

        /// Whoever comes and goes, in any order: few learn a new list.
        #[test]
        fn few_are_rung_by_somebody_else(
            n in 1u32..300,
            changes in prop::collection::vec((any::<bool>(), any::<prop::sample::Index>()), 1..40),
        ) {
            let mut tree = tree(n);
            let mut next = 1_000_003u32;
            for (come, who) in changes {
                let before = tree.clone();
                if come || tree.is_empty() {
                    next = next.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    if !tree.order().contains(&next) {
                        tree.come(next);
                    }
                    prop_assert_eq!(moved(&before, &tree), 0);
                } else {
                    let gone = *who.get(tree.order());
                    tree.go(gone);
                    prop_assert!(moved(&before, &tree) <= MOST_RUNG + 1);
                }
                let n = tree.len();
                holds(&tree, n);
            }
        }

        /// Whatever lies in the database, everybody is reached.
        #[test]
        fn a_broken_tree_is_mended(
            pairs in prop::collection::btree_map(0u32..60, prop::option::of(0u32..80), 1..50),
        ) {
            let tree = Tree::of(pairs.clone());
            prop_assert_eq!(tree.len(), pairs.len());
            let reached: std::collections::BTreeSet<_> = tree.order().iter().collect();
            prop_assert_eq!(reached.len(), pairs.len());
        }

        #[test]
        fn anybody_can_begin(n in 2u32..200, who in any::<prop::sample::Index>()) {
            let mut tree = tree(n);
            let who = *who.get(tree.order());
            let before = tree.clone();
            tree.begin_with(who);
            prop_assert_eq!(tree.first(), Some(who));
            prop_assert!(moved(&before, &tree) <= 2 + 2 * MOST_RUNG);
            holds(&tree, n as usize);
        }
    }
}
