//! Schulze's order: who has the stronger path.

use crate::Pairs;

/// How strong it is that one option beats another. To be stated before the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Strength {
    /// By the ballots that put the winning one first; where those are as many, fewer against it are stronger.
    /// Schulze's own (`>win` of §2.1).
    #[default]
    WinningVotes,
    /// By how many more put it first than last (`>margin` of §2.1).
    Margins,
}

impl Strength {
    /// A word to keep it by, which never changes: `winning-votes`, `margins`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Strength::WinningVotes => "winning-votes",
            Strength::Margins => "margins",
        }
    }

    /// The strength of that word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Strength> {
        [Strength::WinningVotes, Strength::Margins]
            .into_iter()
            .find(|one| one.word() == word)
    }

    /// A number that grows with the strength of a link; 0 where there is none.
    pub(crate) fn of(self, for_it: u32, against: u32) -> u64 {
        match self {
            _ if for_it <= against => 0,
            Strength::WinningVotes => (u64::from(for_it) << 32) | u64::from(u32::MAX - against),
            Strength::Margins => u64::from(for_it - against),
        }
    }
}

/// An order by strongest paths, with all that it rests on.
///
/// A path goes from an option to one that it beats, from that to one that *it* beats, and so on; it is as strong as
/// its weakest link. One option is ahead of another if its strongest path there is stronger than the other's
/// strongest path back. Being ahead goes on from one to the next (if *a* is ahead of *b*, and *b* of *c*, so is *a*
/// of *c*), and there is always an option that no other is ahead of.
///
/// M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
/// election method", Social Choice and Welfare 36 (2011); arXiv 1804.02973 (2018). Paths by Floyd and Warshall with
/// the larger of the smaller (§2.3): O(n³). Schulze's paths may also lead over pairs that are level or lost; those
/// are weaker than any that is won and change who is ahead of whom nowhere, so that none is shown here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schulze {
    pub(crate) pairs: Pairs,
    pub(crate) strength: Strength,
    /// Row by row, how strong the strongest path from row to column is.
    pub(crate) strongest: Vec<u64>,
}

impl Schulze {
    pub(crate) fn of(pairs: Pairs, strength: Strength) -> Schulze {
        let many = pairs.options();
        let link = |one, other| strength.of(pairs.before(one, other), pairs.before(other, one));
        let mut strongest: Vec<u64> = pairs
            .each()
            .flat_map(|one| pairs.each().map(move |other| (one, other)))
            .map(|(one, other)| link(one, other))
            .collect();
        let mut onward = vec![0; many];
        for over in 0..many {
            onward.copy_from_slice(&strongest[over * many..][..many]);
            for row in strongest.chunks_exact_mut(many) {
                let there = row[over];
                for (known, &onward) in row.iter_mut().zip(&onward) {
                    *known = (*known).max(there.min(onward));
                }
            }
        }
        for option in 0..many {
            strongest[option * many + option] = 0;
        }
        Schulze {
            pairs,
            strength,
            strongest,
        }
    }

    /// The table of pairs it was made from.
    #[must_use]
    pub fn pairs(&self) -> &Pairs {
        &self.pairs
    }

    /// What made a link strong.
    #[must_use]
    pub fn strength(&self) -> Strength {
        self.strength
    }

    pub(crate) fn strongest(&self, one: u32, other: u32) -> u64 {
        let (many, one, other) = (self.pairs.options(), one as usize, other as usize);
        if one.max(other) >= many {
            return 0;
        }
        self.strongest[one * many + other]
    }

    /// Whether the one is ahead of the other: its strongest path there is the stronger.
    #[must_use]
    pub fn ahead(&self, one: u32, other: u32) -> bool {
        self.strongest(one, other) > self.strongest(other, one)
    }

    /// The options that no other is ahead of, by number: one, or several that are tied. O(n²).
    #[must_use]
    pub fn first(&self) -> Vec<u32> {
        let each = || self.pairs.each();
        each()
            .filter(|&one| !each().any(|other| self.ahead(other, one)))
            .collect()
    }

    /// All options from first to last: those that no other is ahead of; then, of the rest, those that no other of
    /// the rest is ahead of; and so on. O(n²). Those of one place are tied, and stay so: breaking a tie is for
    /// people, or for a lot that they can check.
    ///
    /// Whoever is ahead of another stands before it. Not the other way round: see [`Schulze::undecided`].
    #[must_use]
    pub fn order(&self) -> Vec<Vec<u32>> {
        let each = || self.pairs.each();
        let mut before: Vec<usize> = each()
            .map(|one| each().filter(|&other| self.ahead(other, one)).count())
            .collect();
        let mut place: Vec<u32> = each().filter(|&one| before[one as usize] == 0).collect();
        let mut order = Vec::new();
        while !place.is_empty() {
            let mut next = Vec::new();
            for &done in &place {
                for other in each().filter(|&other| self.ahead(done, other)) {
                    before[other as usize] -= 1;
                    if before[other as usize] == 0 {
                        next.push(other);
                    }
                }
            }
            next.sort_unstable();
            order.push(std::mem::replace(&mut place, next));
        }
        order
    }

    /// Pairs that stand in different places of [`Schulze::order`] though neither is ahead of the other: the order
    /// of those two is not decided by the ballots, and whoever shows it should say so. The one that stands before
    /// the other comes first. O(n²).
    ///
    /// There are none unless something is tied: in Schulze's example 2, *b* is ahead of *c* and *d* of *a*, and
    /// that is all.
    #[must_use]
    pub fn undecided(&self) -> Vec<(u32, u32)> {
        let order = self.order();
        let mut undecided = Vec::new();
        for (place, group) in order.iter().enumerate() {
            for &one in group {
                let behind = order[place + 1..].iter().flatten();
                undecided.extend(
                    behind
                        .filter(|&&other| !self.ahead(one, other))
                        .map(|&other| (one, other)),
                );
            }
        }
        undecided
    }
}
