//! A person has room: the shortest way to a place that gains by it.

use crate::{
    standing::{Back, GONE, NONE, Standing},
    town::{EMPTY, Person, Place},
};

/// Where the shortest way ends.
#[derive(Clone, Copy)]
enum End {
    /// Nobody gains: the room stays free.
    Nothing,
    /// An empty place goes to this person.
    Filled(Place, Person, i32),
    /// A place goes to this person, and its holder has one less.
    Eased(Place, Person, i32),
}

impl Standing {
    /// Lets a person take one more place at `next`, their cost of it, if the plan gains by it.
    /// Answers whether they did.
    ///
    /// The search of `home.rs`, the other way round: from the person to the places they could
    /// hold, to who holds those now, to what these could take instead, and so on.
    pub(crate) fn use_room(&mut self, root: Person, next: i64) -> bool {
        let gain = self.desks[root as usize].price - next;
        if gain <= 0 {
            return false;
        }
        self.begin();
        let mut end = (gain, End::Nothing);
        self.nearer(root, 0, (NONE, NONE, 0));
        self.queue.push(0, root);
        while let Some((far, person)) = self.queue.pop() {
            if far >= end.0 {
                break;
            }
            if far > self.marks[person as usize].far {
                continue;
            }
            self.settled.push(person);
            self.look_back(person, far, &mut end);
        }
        for index in 0..self.settled.len() {
            let person = self.settled[index] as usize;
            self.desks[person].price -= end.0 - self.marks[person].far;
        }
        self.take_over(root, end.1)
    }

    /// Every place `person` could hold.
    fn look_back(&mut self, person: Person, far: i64, end: &mut (i64, End)) {
        let beyond = far + self.desks[person as usize].price;
        let (from, to) = (
            self.back_starts[person as usize] as usize,
            self.back_starts[person as usize + 1] as usize,
        );
        for index in from..to {
            let back = self.backs[index];
            self.look_at(person, back, beyond, end);
        }
        if self.later_first.is_empty() {
            return;
        }
        let mut later = self.later_first[person as usize];
        while later != NONE {
            let one = self.later[later as usize];
            self.look_at(person, one.back, beyond, end);
            later = one.next;
        }
    }

    fn look_at(&mut self, person: Person, back: Back, beyond: i64, end: &mut (i64, End)) {
        let seat = self.seats[back.place as usize];
        let with_cost = beyond + i64::from(back.cost);
        if seat.holder < GONE {
            if seat.holder == person {
                return;
            }
            let desk = &self.desks[seat.holder as usize];
            let far = with_cost - (i64::from(seat.cost) + desk.price);
            if far >= end.0 {
                return;
            }
            let eased = far + desk.price - desk.last;
            if eased < end.0 {
                *end = (eased, End::Eased(back.place, person, back.cost));
            }
            if far < end.0 && self.nearer(seat.holder, far, (back.place, person, back.cost)) {
                self.queue.push(far, seat.holder);
            }
        } else if seat.holder == NONE && with_cost - EMPTY < end.0 {
            *end = (
                with_cost - EMPTY,
                End::Filled(back.place, person, back.cost),
            );
        }
    }

    /// Moves every place along the way found.
    fn take_over(&mut self, root: Person, end: End) -> bool {
        let mut taker = match end {
            End::Nothing => return false,
            End::Filled(place, person, cost) => {
                self.filled += 1;
                self.give(place, person, cost);
                person
            }
            End::Eased(place, person, cost) => {
                let eased = self.give(place, person, cost);
                self.set_load(eased, self.desks[eased as usize].load - 1);
                person
            }
        };
        while taker != root {
            let mark = self.marks[taker as usize];
            self.give(mark.via, mark.to, mark.via_cost);
            taker = mark.to;
        }
        self.set_load(root, self.desks[root as usize].load + 1);
        true
    }
}
