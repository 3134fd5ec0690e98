//! N−1 security: whether the duties hold if anyone is away, and what would make it so.

use thiserror::Error;

use crate::duties::{Duties, Matching, Tight};

/// An absence that leaves a duty empty, whoever else holds what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Who is away: one person, or two.
    pub away: Vec<u32>,
    /// How many places more are empty than with everyone here.
    pub unfilled: u64,
    /// Among these duties, in order, at least one stays short: they need more than those who remain can hold.
    pub duties: Vec<u32>,
}

/// Looking would take more than was allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("more than the {allowed} pairs that were allowed would have to be tried")]
pub struct TooManyPairs {
    /// How many were allowed.
    pub allowed: usize,
}

/// Nothing that may be learned makes it secure.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "without person {away}, duties {duties:?} cannot all be held, whoever learns what may be learned"
)]
pub struct NotPossible {
    /// Whose absence it is.
    pub away: u32,
    /// The duties that need more than those who remain can hold.
    pub duties: Vec<u32>,
}

/// New pairings that make it secure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairings {
    /// (duty, person): who should come to know what, in order.
    pub pairs: Vec<(u32, u32)>,
    /// No fewer than these suffice: where it equals the number of `pairs`, they are the fewest.
    pub at_least: usize,
}

impl Duties {
    /// The single absences that leave a duty empty even after the best re-covering: power grids call a network
    /// without such N−1 secure. In the order of people.
    ///
    /// One maximum flow with everyone here; for each person what they hold is taken back and augmented anew:
    /// O((places + what all hold) · pairings).
    #[must_use]
    pub fn single_absences(&self) -> Vec<Absence> {
        let whole = Matching::of(self);
        let people = 0..self.people() as u32;
        people
            .filter_map(|person| absence(vec![person], &whole.clone().without(self, person)))
            .collect()
    }

    /// The pairs of absences that leave a duty empty although neither does alone, in order. Of the second, only
    /// those who hold something in the cover without the first need be tried.
    ///
    /// # Errors
    /// [`TooManyPairs`] where more than `most` pairs would have to be tried.
    pub fn double_absences(&self, most: usize) -> Result<Vec<Absence>, TooManyPairs> {
        let whole = Matching::of(self);
        let mut alone = vec![false; self.people()];
        for absence in self.single_absences() {
            absence
                .away
                .iter()
                .for_each(|&person| alone[person as usize] = true);
        }
        let (mut found, mut tried) = (Vec::new(), 0);
        for first in (0..self.people() as u32).filter(|&person| !alone[person as usize]) {
            let mut without = whole.clone();
            without.without(self, first);
            let others: Vec<u32> = without
                .holding()
                .filter(|&other| other > first && !alone[other as usize])
                .collect();
            for second in others {
                tried += 1;
                if tried > most {
                    return Err(TooManyPairs { allowed: most });
                }
                let tight = without.clone().without(self, second);
                found.extend(absence(vec![first, second], &tight));
            }
        }
        Ok(found)
    }

    /// The fewest new pairings with which every place is filled whoever single is away, of those that
    /// `may_learn(duty, person)` allows.
    ///
    /// Exact where `tries` suffice: by deepening, one pairing more at a time; whatever the pairings are, one must
    /// lead from duties that need too much to someone who was not asked yet, so only those are branched on, and a
    /// branch ends where some absence lacks more places than pairings are left. Each try is one look at all
    /// absences. Where tries run out, a greedy set (each step the pairing that leaves the fewest places empty, summed
    /// over all absences), with the number below which it was shown that none suffices. To choose the fewest is
    /// hard in general, and the greedy set has no better bound than that.
    ///
    /// # Errors
    /// [`NotPossible`] where no pairings that are allowed suffice; nobody being there at all makes nothing insecure.
    pub fn secure(
        &self,
        may_learn: impl Fn(u32, u32) -> bool,
        tries: u64,
    ) -> Result<Pairings, NotPossible> {
        let mut search = Search {
            may_learn: &may_learn,
            left: tries,
        };
        let greedy = search.greedy(self)?;
        let mut at_least = worst(&weak(self)).map_or(0, |weak| weak.tight.len());
        while at_least < greedy.len() {
            let mut chosen = Vec::new();
            match search.within(&mut self.clone(), at_least, &mut chosen, &mut Vec::new()) {
                Some(true) => {
                    chosen.sort_unstable();
                    return Ok(Pairings {
                        at_least: chosen.len(),
                        pairs: chosen,
                    });
                }
                Some(false) => at_least += 1,
                None => break,
            }
        }
        Ok(Pairings {
            pairs: greedy,
            at_least,
        })
    }
}

fn absence(away: Vec<u32>, tight: &[Tight]) -> Option<Absence> {
    let mut duties: Vec<u32> = tight
        .iter()
        .flat_map(|tight| tight.duties.iter().copied())
        .collect();
    duties.sort_unstable();
    duties.dedup();
    (!tight.is_empty()).then_some(Absence {
        away,
        unfilled: tight.len() as u64,
        duties,
    })
}

/// An absence with every place that is empty then, for which there is an entry each.
struct Weak {
    away: u32,
    tight: Vec<Tight>,
}

/// All absences with an empty place, in the order of people. Unlike [`Duties::single_absences`] it counts places
/// that are empty with everyone here.
fn weak(duties: &Duties) -> Vec<Weak> {
    let whole = Matching::of(duties);
    let mut found = Vec::new();
    for away in 0..duties.people() as u32 {
        let mut matching = whole.clone();
        let mut tight = matching.without(duties, away);
        if whole.unfilled > 0 {
            for (duty, &need) in (0_u32..).zip(&duties.needs) {
                let empty = need as usize - whole.holders[duty as usize].len();
                tight.extend((0..empty).filter_map(|_| matching.fill(duties, duty).err()));
            }
        }
        if !tight.is_empty() {
            found.push(Weak { away, tight });
        }
    }
    found
}

fn worst(weak: &[Weak]) -> Option<&Weak> {
    weak.iter()
        .min_by_key(|weak| (std::cmp::Reverse(weak.tight.len()), weak.away))
}

struct Search<'f, F> {
    may_learn: &'f F,
    left: u64,
}

impl<F: Fn(u32, u32) -> bool> Search<'_, F> {
    /// The pairings of which one is needed, whatever the others are, to fill a place that is empty now.
    fn needed(&self, duties: &Duties, weak: &Weak) -> Vec<(u32, u32)> {
        let Some(tight) = weak.tight.first() else {
            return Vec::new();
        };
        let mut asked = vec![false; duties.people()];
        tight
            .people
            .iter()
            .for_each(|&person| asked[person as usize] = true);
        let mut pairs = Vec::new();
        for &duty in &tight.duties {
            let able = duties.able(duty);
            for person in 0..duties.people() as u32 {
                let new = person != weak.away
                    && !asked[person as usize]
                    && able.binary_search(&person).is_err();
                if new && (self.may_learn)(duty, person) {
                    pairs.push((duty, person));
                }
            }
        }
        pairs
    }

    /// Whether so many pairings more suffice; `None` where tries ran out. A pairing that was tried before is barred
    /// from what comes after it, so that no set is tried in two orders.
    fn within(
        &mut self,
        duties: &mut Duties,
        more: usize,
        chosen: &mut Vec<(u32, u32)>,
        barred: &mut Vec<(u32, u32)>,
    ) -> Option<bool> {
        self.left = self.left.checked_sub(1)?;
        let weak = weak(duties);
        let Some(first) = worst(&weak) else {
            return Some(true);
        };
        if first.tight.len() > more {
            return Some(false);
        }
        let kept = barred.len();
        for pair in self.needed(duties, first) {
            if barred.contains(&pair) {
                continue;
            }
            let before = duties.able[pair.0 as usize].clone();
            duties.learn(pair.0, pair.1);
            chosen.push(pair);
            if self.within(duties, more - 1, chosen, barred)? {
                return Some(true);
            }
            chosen.pop();
            duties.able[pair.0 as usize] = before;
            barred.push(pair);
        }
        barred.truncate(kept);
        Some(false)
    }

    fn greedy(&self, duties: &Duties) -> Result<Vec<(u32, u32)>, NotPossible> {
        let mut duties = duties.clone();
        let mut pairs = Vec::new();
        loop {
            let weak_now = weak(&duties);
            let Some(first) = worst(&weak_now) else { break };
            let best = self
                .needed(&duties, first)
                .into_iter()
                .min_by_key(|&(duty, person)| {
                    let mut then = duties.clone();
                    then.learn(duty, person);
                    let empty: usize = weak(&then).iter().map(|weak| weak.tight.len()).sum();
                    (empty, duties.needs[duty as usize], duty, person)
                });
            let Some((duty, person)) = best else {
                let tight = first.tight.first().cloned().unwrap_or_default();
                return Err(NotPossible {
                    away: first.away,
                    duties: tight.duties,
                });
            };
            duties.learn(duty, person);
            pairs.push((duty, person));
        }
        pairs.sort_unstable();
        Ok(pairs)
    }
}
