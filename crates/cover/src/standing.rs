//! The plan as it stands: who holds what, and everybody's price.
//!
//! A person's price is what one place more with them costs the plan as a whole. The plan is
//! optimal exactly while these hold (see `proof.rs`, which looks at all of them):
//!
//! - a held place is with the one where pair cost + price is least, and that is not above `EMPTY`;
//! - for a place that stays empty, nobody's pair cost + price is below `EMPTY`;
//! - a price lies between what the person's last place costs them and what a next one would.

use crate::{
    share::{last_cost, next_cost},
    town::{NEVER, Person, Place, Town},
};

/// Nobody, or nothing.
pub(crate) const NONE: u32 = u32::MAX;
/// In place of a holder: the place is gone.
pub(crate) const GONE: u32 = u32::MAX - 1;

/// What is known of a person. A cache line holds two.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Desk {
    pub(crate) price: i64,
    /// What a next place would cost them; `NEVER` at their ceiling.
    pub(crate) next: i64,
    /// What their last place costs them; `−NEVER` without one.
    pub(crate) last: i64,
    pub(crate) load: u32,
    /// The first of the places they hold; the others follow by `Seat::after`.
    pub(crate) first: Place,
}

/// What is known of a place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat {
    pub(crate) holder: Person,
    /// What the pair costs.
    pub(crate) cost: i32,
    /// Its neighbours among the places of the same holder.
    pub(crate) before: Place,
    pub(crate) after: Place,
}

/// What one search knows of a person.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Mark {
    pub(crate) far: i64,
    /// Which search this belongs to.
    pub(crate) search: u32,
    /// The place that would move on the way through this person, to whom, and the pair's cost.
    pub(crate) via: Place,
    pub(crate) to: Person,
    pub(crate) via_cost: i32,
}

/// A pair seen from the person.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Back {
    pub(crate) place: Place,
    pub(crate) cost: i32,
}

/// A pair that came after the plan was first made, seen from the person.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Later {
    pub(crate) back: Back,
    /// The one before it of the same person.
    pub(crate) next: u32,
}

#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) town: Town,
    pub(crate) seats: Vec<Seat>,
    pub(crate) desks: Vec<Desk>,
    pub(crate) filled: usize,
    /// Pairs by person: where each person's begin, and the pairs.
    pub(crate) back_starts: Vec<u32>,
    pub(crate) backs: Vec<Back>,
    pub(crate) later_first: Vec<u32>,
    pub(crate) later: Vec<Later>,
    pub(crate) marks: Vec<Mark>,
    pub(crate) search: u32,
    pub(crate) queue: crate::queue::Queue,
    pub(crate) settled: Vec<Person>,
    /// How ties fall from here on.
    pub(crate) chance: crate::chance::Chance,
    /// The changes of holder since somebody asked to be told: place, and who held it before.
    pub(crate) moves: Option<Vec<(Place, Person)>>,
}

impl Standing {
    /// Where a place's pairs are.
    pub(crate) fn range(&self, place: Place) -> (usize, usize) {
        let place = place as usize;
        (
            self.town.starts[place] as usize,
            self.town.starts[place + 1] as usize,
        )
    }

    /// Begins a search: every mark is old from here on.
    pub(crate) fn begin(&mut self) {
        self.search = self.search.wrapping_add(1);
        if self.search == 0 {
            self.marks.fill(Mark::default());
            self.search = 1;
        }
        self.queue.clear();
        self.settled.clear();
    }

    /// Whether `person` is nearer now than this search knew; then that is kept.
    pub(crate) fn nearer(
        &mut self,
        person: Person,
        far: i64,
        (via, to, via_cost): (Place, Person, i32),
    ) -> bool {
        let mark = &mut self.marks[person as usize];
        if mark.search == self.search && mark.far <= far {
            return false;
        }
        *mark = Mark {
            far,
            search: self.search,
            via,
            to,
            via_cost,
        };
        true
    }

    /// Gives a place to a person (or to `NONE`), and answers who held it before. Loads stay.
    pub(crate) fn give(&mut self, place: Place, to: Person, cost: i32) -> Person {
        let seat = self.seats[place as usize];
        if seat.holder < GONE {
            match seat.before {
                NONE => self.desks[seat.holder as usize].first = seat.after,
                before => self.seats[before as usize].after = seat.after,
            }
            if seat.after != NONE {
                self.seats[seat.after as usize].before = seat.before;
            }
        }
        let mut after = NONE;
        if to < GONE {
            after = std::mem::replace(&mut self.desks[to as usize].first, place);
            if after != NONE {
                self.seats[after as usize].before = place;
            }
        }
        self.seats[place as usize] = Seat {
            holder: to,
            cost,
            before: NONE,
            after,
        };
        if let Some(moves) = &mut self.moves {
            moves.push((place, seat.holder));
        }
        seat.holder
    }

    /// Sets how many places a person holds, and what the last and the next cost them.
    pub(crate) fn set_load(&mut self, person: Person, load: u32) {
        let (weight, ceiling) = (self.town.weight, self.town.ceilings[person as usize]);
        let desk = &mut self.desks[person as usize];
        desk.load = load;
        desk.next = next_cost(weight, ceiling, load);
        desk.last = last_cost(weight, ceiling, load);
    }

    /// What a place that is held by `person` at `cost` costs the plan, load included.
    pub(crate) fn place_price(&self, person: Person, cost: i32) -> i64 {
        i64::from(cost) + self.desks[person as usize].price
    }
}

impl Desk {
    /// The desk of somebody who holds nothing.
    pub(crate) fn free(weight: u32, ceiling: u32) -> Self {
        let next = next_cost(weight, ceiling, 0);
        Self {
            price: next,
            next,
            last: -NEVER,
            load: 0,
            first: NONE,
        }
    }
}

impl Seat {
    /// A place nobody holds.
    pub(crate) const FREE: Self = Self {
        holder: NONE,
        cost: 0,
        before: NONE,
        after: NONE,
    };
}
