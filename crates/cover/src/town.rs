//! What a plan is made for: people with ceilings, and places with the people who could hold them.

use crate::refusal::CoverRefusal;

/// A person's number: 0, 1, 2, … in the order of the ceilings.
pub type Person = u32;

/// A place's number: 0, 1, 2, … in the order the places were added. A number is never used again.
pub type Place = u32;

/// The greatest cost of a pair, and the least when negative.
pub const MOST_COST: i32 = 1_000_000_000;
/// The greatest weight of load.
pub const MOST_WEIGHT: u32 = 1_000_000_000;
/// The most people in one plan.
pub const MOST_PEOPLE: usize = 1 << 24;
/// The most places in one plan, gone ones counted.
pub const MOST_PLACES: usize = 1 << 30;
/// The most pairs in one plan, those of gone places counted.
pub const MOST_PAIRS: usize = u32::MAX as usize;

/// What an empty place costs inside the search. A change of plan moves at most one place per
/// person, each by at most 2·10^9, and ends with one load more or less: under 2^56 together. So no
/// saving ever pays for an empty place, and sums of a few such costs fit an `i64`.
pub(crate) const EMPTY: i64 = 1 << 58;
/// More than any price: what is not to be had.
pub(crate) const NEVER: i64 = 1 << 61;

/// One person who could hold a place, and what that pair would cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Could {
    /// Who could.
    pub person: Person,
    /// Distance, less what is taken off for continuity; in the caller's unit, the unit of the
    /// weight. May be negative. Between −[`MOST_COST`] and [`MOST_COST`].
    pub cost: i32,
}

/// People with ceilings, and open places, each with those who could hold it.
///
/// A pair given twice counts at its lower cost.
#[derive(Debug, Clone, Default)]
pub struct Town {
    pub(crate) weight: u32,
    pub(crate) ceilings: Vec<u32>,
    /// Where each place's pairs begin in `pairs`; one more entry than there are places.
    pub(crate) starts: Vec<u32>,
    pub(crate) pairs: Vec<Could>,
}

impl Town {
    /// A town without places. `ceilings` says for each person how many places they can hold at
    /// most: 0 is somebody who rests. `weight` is what load costs beside distance: see
    /// [`nth_costs`](crate::nth_costs).
    ///
    /// # Errors
    ///
    /// [`CoverRefusal::WeightTooGreat`], [`CoverRefusal::TooMany`].
    pub fn new(weight: u32, ceilings: Vec<u32>) -> Result<Self, CoverRefusal> {
        if weight > MOST_WEIGHT {
            return Err(CoverRefusal::WeightTooGreat {
                weight,
                most: MOST_WEIGHT,
            });
        }
        if ceilings.len() > MOST_PEOPLE {
            return Err(CoverRefusal::TooMany);
        }
        Ok(Self {
            weight,
            ceilings,
            starts: vec![0],
            pairs: Vec::new(),
        })
    }

    /// Sets memory aside for so many places and pairs more, to take no more than is needed.
    pub fn expect(&mut self, places: usize, pairs: usize) {
        self.starts.reserve_exact(places.min(MOST_PLACES));
        self.pairs.reserve_exact(pairs.min(MOST_PAIRS));
    }

    /// Adds an open place with those who could hold it, in any order; nobody is fine as well.
    ///
    /// # Errors
    ///
    /// [`CoverRefusal::NoSuchPerson`], [`CoverRefusal::CostTooFar`], [`CoverRefusal::TooMany`].
    pub fn open_place(&mut self, could: &[Could]) -> Result<Place, CoverRefusal> {
        let place = self.places();
        let end = self.pairs.len() + could.len();
        if place >= MOST_PLACES || end > MOST_PAIRS {
            return Err(CoverRefusal::TooMany);
        }
        for pair in could {
            if pair.person as usize >= self.ceilings.len() {
                return Err(CoverRefusal::NoSuchPerson {
                    person: pair.person,
                    people: self.ceilings.len(),
                });
            }
            if !(-MOST_COST..=MOST_COST).contains(&pair.cost) {
                return Err(CoverRefusal::CostTooFar {
                    cost: pair.cost,
                    most: MOST_COST,
                });
            }
        }
        self.pairs.extend_from_slice(could);
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.starts.push(end as u32);
        Ok(place as Place)
    }

    /// How many places there are, gone ones counted.
    #[must_use]
    pub fn places(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// How many people there are.
    #[must_use]
    pub fn people(&self) -> usize {
        self.ceilings.len()
    }

    /// How many places each person can hold at most.
    #[must_use]
    pub fn ceilings(&self) -> &[u32] {
        &self.ceilings
    }

    /// What load weighs beside distance.
    #[must_use]
    pub fn weight(&self) -> u32 {
        self.weight
    }

    /// Those who could hold a place; nobody where there is no such place.
    #[must_use]
    pub fn could(&self, place: Place) -> &[Could] {
        if (place as usize) < self.places() {
            self.row(place)
        } else {
            &[]
        }
    }

    pub(crate) fn row(&self, place: Place) -> &[Could] {
        let place = place as usize;
        &self.pairs[self.starts[place] as usize..self.starts[place + 1] as usize]
    }
}
