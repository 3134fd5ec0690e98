//! Every option beside every other.

use crate::ranked::check_options;
use crate::{BallotError, Schulze, Strength};

/// Of each pair of options, how many ballots put the one before the other. Published, anybody can work the order
/// out again from it; a single ballot cannot be found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairs {
    options: usize,
    /// Row by row: how many put the option of the row before that of the column.
    before: Vec<u32>,
}

/// Two options beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duel {
    /// The one.
    pub one: u32,
    /// The other.
    pub other: u32,
    /// How many ballots put the one before the other.
    pub for_one: u32,
    /// How many put the other before the one.
    pub for_other: u32,
}

impl Duel {
    /// Which of the two more ballots put first; `None` where it is as many.
    #[must_use]
    pub fn ahead(self) -> Option<u32> {
        match self.for_one.cmp(&self.for_other) {
            std::cmp::Ordering::Greater => Some(self.one),
            std::cmp::Ordering::Less => Some(self.other),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// By how many.
    #[must_use]
    pub fn margin(self) -> u32 {
        self.for_one.abs_diff(self.for_other)
    }
}

impl Pairs {
    pub(crate) fn none(options: usize) -> Pairs {
        Pairs {
            options,
            before: vec![0; options * options],
        }
    }

    /// A table that was published: row by row, how many put the option of the row before that of the column. What
    /// stands on the diagonal says nothing and is passed over.
    ///
    /// # Errors
    /// [`BallotError::OptionsOutOfRange`], and [`BallotError::OtherForm`] where the numbers make no square.
    pub fn new(options: usize, before: Vec<u32>) -> Result<Pairs, BallotError> {
        check_options(options)?;
        if before.len() != options * options {
            return Err(BallotError::OtherForm);
        }
        let mut pairs = Pairs { options, before };
        for option in 0..options {
            pairs.before[option * options + option] = 0;
        }
        Ok(pairs)
    }

    pub(crate) fn rows(&mut self) -> impl Iterator<Item = &mut [u32]> {
        self.before.chunks_exact_mut(self.options)
    }

    pub(crate) fn add(&mut self, other: &Pairs) {
        for (sum, more) in self.before.iter_mut().zip(&other.before) {
            *sum += more;
        }
    }

    /// How many options there are.
    #[must_use]
    pub fn options(&self) -> usize {
        self.options
    }

    /// Each option.
    pub fn each(&self) -> impl Iterator<Item = u32> + use<> {
        0..self.options as u32
    }

    /// The whole table, row by row.
    #[must_use]
    pub fn table(&self) -> &[u32] {
        &self.before
    }

    /// How many ballots put the one before the other; 0 for an option that is not there.
    #[must_use]
    pub fn before(&self, one: u32, other: u32) -> u32 {
        let (one, other) = (one as usize, other as usize);
        if one.max(other) >= self.options {
            return 0;
        }
        self.before[one * self.options + other]
    }

    /// Two options beside each other.
    #[must_use]
    pub fn duel(&self, one: u32, other: u32) -> Duel {
        Duel {
            one,
            other,
            for_one: self.before(one, other),
            for_other: self.before(other, one),
        }
    }

    /// Every pair once, the smaller number first.
    pub fn duels(&self) -> impl Iterator<Item = Duel> {
        let pairs = self
            .each()
            .flat_map(|one| (one + 1..self.options as u32).map(move |other| (one, other)));
        pairs.map(|(one, other)| self.duel(one, other))
    }

    /// Whether more ballots put the one before the other than the other before the one.
    #[must_use]
    pub fn beats(&self, one: u32, other: u32) -> bool {
        self.before(one, other) > self.before(other, one)
    }

    /// The option that beats every other one, if there is one. O(n²).
    ///
    /// Condorcet, *Essai sur l'application de l'analyse*, 1785.
    #[must_use]
    pub fn condorcet_winner(&self) -> Option<u32> {
        self.each().find(|&one| {
            self.each()
                .all(|other| other == one || self.beats(one, other))
        })
    }

    /// The fewest options of which each beats each of all the others; by number. O(n²).
    ///
    /// J. H. Smith, "Aggregation of preferences with variable electorate", Econometrica 41 (1973). Whoever beats the
    /// most is one of them, because each of them beats more than anybody outside can; and whoever is not beaten by
    /// one of them belongs to them as well.
    #[must_use]
    pub fn smith_set(&self) -> Vec<u32> {
        let wins = |&one: &u32| self.each().filter(|&other| self.beats(one, other)).count();
        let mut inside = vec![false; self.options];
        let mut waiting: Vec<u32> = self.each().max_by_key(wins).into_iter().collect();
        for &first in &waiting {
            inside[first as usize] = true;
        }
        while let Some(one) = waiting.pop() {
            for other in self.each() {
                if !inside[other as usize] && !self.beats(one, other) {
                    inside[other as usize] = true;
                    waiting.push(other);
                }
            }
        }
        self.each()
            .filter(|&option| inside[option as usize])
            .collect()
    }

    /// The order by strongest paths. O(n³). See [`Schulze`].
    #[must_use]
    pub fn schulze(&self, strength: Strength) -> Schulze {
        Schulze::of(self.clone(), strength)
    }
}
