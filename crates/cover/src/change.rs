//! Changes of a plan: each is mended by a few short searches and is then as good as a new plan.

use crate::{
    plan::{Moved, Plan},
    refusal::CoverRefusal,
    standing::{Back, GONE, Later, NONE, Seat, Standing},
    town::{Could, NEVER, Person, Place},
};

impl Plan {
    /// One more place is open. Answers its number, and whose places changed.
    ///
    /// # Errors
    ///
    /// As [`Town::open_place`](crate::Town::open_place); the plan stays as it was.
    pub fn one_more_place(&mut self, could: &[Could]) -> Result<(Place, Vec<Moved>), CoverRefusal> {
        let place = self.standing.town.open_place(could)?;
        let moved = self.told(|standing| {
            standing.seats.push(Seat::FREE);
            standing.keep_later(place);
            standing.find_home(place);
        });
        Ok((place, moved))
    }

    /// A place is gone: nobody needs to hold it any more. Answers whose places changed.
    ///
    /// Its number and its memory stay taken; after many, plan anew.
    ///
    /// # Errors
    ///
    /// [`CoverRefusal::NoSuchPlace`].
    pub fn place_gone(&mut self, place: Place) -> Result<Vec<Moved>, CoverRefusal> {
        self.check_place(place)?;
        Ok(self.told(|standing| {
            let holder = standing.give(place, GONE, 0);
            if holder < GONE {
                standing.filled -= 1;
                let load = standing.desks[holder as usize].load - 1;
                standing.set_load(holder, load);
                standing.come_back(holder);
            }
        }))
    }

    /// Somebody rests from now on. Answers whose places changed.
    ///
    /// # Errors
    ///
    /// [`CoverRefusal::NoSuchPerson`].
    pub fn someone_rests(&mut self, person: Person) -> Result<Vec<Moved>, CoverRefusal> {
        self.ceiling_changed(person, 0)
    }

    /// Somebody can hold more or fewer places than before. Answers whose places changed.
    ///
    /// # Errors
    ///
    /// [`CoverRefusal::NoSuchPerson`].
    pub fn ceiling_changed(
        &mut self,
        person: Person,
        ceiling: u32,
    ) -> Result<Vec<Moved>, CoverRefusal> {
        self.check_person(person)?;
        if self.standing.town.ceilings[person as usize] == ceiling {
            return Ok(Vec::new());
        }
        Ok(self.told(|standing| {
            // Everything they cost is a share of their ceiling, so they go and come back.
            standing.go(person);
            standing.town.ceilings[person as usize] = ceiling;
            if ceiling > 0 {
                standing.set_load(person, 0);
                standing.ask_most(person);
                standing.come_back(person);
            }
        }))
    }

    /// Does something with the plan and answers which places have another holder after it.
    fn told(&mut self, what: impl FnOnce(&mut Standing)) -> Vec<Moved> {
        self.standing.moves = Some(Vec::new());
        what(&mut self.standing);
        let mut moves = self.standing.moves.take().unwrap_or_default();
        // The first entry of each place says who held it at first.
        moves.sort_by_key(|&(place, _)| place);
        moves.dedup_by_key(|&mut (place, _)| place);
        let moved = moves.into_iter().map(|(place, before)| Moved {
            place,
            before: (before < GONE).then_some(before),
            now: self.holder(place),
        });
        moved.filter(|one| one.before != one.now).collect()
    }
}

impl Standing {
    /// Somebody holds nothing any more: each of their places looks for another holder.
    fn go(&mut self, person: Person) {
        let index = person as usize;
        self.town.ceilings[index] = 0;
        let mut homeless = Vec::with_capacity(self.desks[index].load as usize);
        while self.desks[index].first != NONE {
            let place = self.desks[index].first;
            self.give(place, NONE, 0);
            homeless.push(place);
        }
        self.filled -= homeless.len();
        self.set_load(person, 0);
        self.desks[index].price = NEVER;
        // Without the person and these places the rest is optimal as it stands; now each place
        // comes as if it were new.
        for place in homeless {
            self.find_home(place);
        }
    }

    /// Keeps the pairs of a new place by person, in an order of chance.
    fn keep_later(&mut self, place: Place) {
        if self.later_first.is_empty() {
            self.later_first = vec![NONE; self.town.people()];
        }
        let (from, to) = self.range(place);
        self.chance.shuffle(&mut self.town.pairs[from..to]);
        for index in from..to {
            let pair = self.town.pairs[index];
            let first = &mut self.later_first[pair.person as usize];
            let next = std::mem::replace(first, self.later.len() as u32);
            self.later.push(Later {
                back: Back {
                    place,
                    cost: pair.cost,
                },
                next,
            });
        }
    }
}
