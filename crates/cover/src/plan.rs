//! The plan as its caller sees it.

use crate::{
    refusal::CoverRefusal,
    share::nth_costs,
    standing::{GONE, Standing},
    town::{Person, Place, Town},
};

/// A proposal of who could hold which place. Nobody is assigned by it.
#[derive(Debug, Clone)]
pub struct Plan {
    pub(crate) standing: Standing,
}

/// One place whose holder a change of plan changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Which place.
    pub place: Place,
    /// Who held it before; nobody where it was empty or is new.
    pub before: Option<Person>,
    /// Who holds it now; nobody where it is empty or gone.
    pub now: Option<Person>,
}

/// Why this person: what the pair and the load cost, and the load without this place and with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// Who holds the place in this plan.
    pub person: Person,
    /// What the pair costs: distance less continuity.
    pub pair: i64,
    /// What their load costs more because of the last place they hold in this plan.
    pub load: i64,
    /// How many places they would hold without this one.
    pub before: u32,
    /// How many they hold with it.
    pub now: u32,
    /// How many they can hold at most.
    pub ceiling: u32,
}

impl Plan {
    /// Plans for a town. The same town and seed give the same plan; where several plans are
    /// equally good, the seed decides.
    #[must_use]
    pub fn of(town: Town, seed: u64) -> Self {
        Self {
            standing: Standing::first(town, seed),
        }
    }

    /// The town planned for, with every change since. The order of a place's pairs is the plan's.
    #[must_use]
    pub fn town(&self) -> &Town {
        &self.standing.town
    }

    /// Who holds a place; nobody where it is empty, gone, or was never there.
    #[must_use]
    pub fn holder(&self, place: Place) -> Option<Person> {
        let seat = self.standing.seats.get(place as usize)?;
        (seat.holder < GONE).then_some(seat.holder)
    }

    /// Who holds each place, in the order of the places.
    pub fn holders(&self) -> impl ExactSizeIterator<Item = Option<Person>> {
        let seats = self.standing.seats.iter();
        seats.map(|seat| (seat.holder < GONE).then_some(seat.holder))
    }

    /// The places a person holds, in no particular order.
    pub fn held_by(&self, person: Person) -> impl Iterator<Item = Place> {
        let first = self.standing.desks.get(person as usize).map(|d| d.first);
        let seats = &self.standing.seats;
        std::iter::successors(first.filter(|&place| place < GONE), |&place| {
            Some(seats[place as usize].after).filter(|&place| place < GONE)
        })
    }

    /// How many places have a holder.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.standing.filled
    }

    /// What the plan costs: every pair's cost, and every person's load. An empty place costs
    /// nothing here; that as few as can be are empty comes before all costs.
    #[must_use]
    pub fn cost(&self) -> i64 {
        let town = &self.standing.town;
        let seats = self.standing.seats.iter();
        let pairs = seats.filter(|seat| seat.holder < GONE);
        let pairs: i64 = pairs.map(|seat| i64::from(seat.cost)).sum();
        let people = self.standing.desks.iter().zip(&town.ceilings);
        let loads = people.flat_map(|(desk, &ceiling)| {
            (1..=desk.load).filter_map(move |nth| nth_costs(town.weight, ceiling, nth))
        });
        pairs + loads.sum::<i64>()
    }

    /// The pieces from which to say why a place is proposed to somebody; `None` for an empty one.
    #[must_use]
    pub fn parts(&self, place: Place) -> Option<Parts> {
        let person = self.holder(place)?;
        let desk = self.standing.desks[person as usize];
        Some(Parts {
            person,
            pair: i64::from(self.standing.seats[place as usize].cost),
            load: desk.last,
            before: desk.load - 1,
            now: desk.load,
            ceiling: self.standing.town.ceilings[person as usize],
        })
    }

    /// Looks again, from nothing but the town, the holders and a price per person, whether the
    /// plan is lawful and no other is better. Always so; for tests, and for whoever doubts.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.standing.is_proven()
    }

    pub(crate) fn check_place(&self, place: Place) -> Result<(), CoverRefusal> {
        match self.standing.seats.get(place as usize) {
            Some(seat) if seat.holder != GONE => Ok(()),
            _ => Err(CoverRefusal::NoSuchPlace { place }),
        }
    }

    pub(crate) fn check_person(&self, person: Person) -> Result<(), CoverRefusal> {
        let people = self.standing.town.people();
        if (person as usize) < people {
            Ok(())
        } else {
            Err(CoverRefusal::NoSuchPerson { person, people })
        }
    }
}
