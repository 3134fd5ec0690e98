//! A place looks for a holder: the shortest way to somebody with room.

use crate::{
    standing::{NONE, Standing},
    town::{EMPTY, Person, Place},
};

/// Where the shortest way ends.
#[derive(Clone, Copy)]
enum End {
    /// This place stays empty, or becomes so.
    Empty(Place),
    /// This place goes to somebody with room.
    Room(Place, Person, i32),
}

impl Standing {
    /// Takes a place that has no holder into the plan, and keeps the plan optimal.
    ///
    /// Dijkstra over people: a way leads from the place to somebody, from there to whoever else
    /// could hold one of their places, and so on, to somebody with room, or to a place that is
    /// left empty. Prices make every step non-negative, and whoever is farther than the end is
    /// never looked at.
    pub(crate) fn find_home(&mut self, root: Place) {
        self.begin();
        let mut end = (EMPTY, End::Empty(root));
        self.look_round(root, 0, &mut end);
        while let Some((far, person)) = self.queue.pop() {
            if far >= end.0 {
                break;
            }
            if far > self.marks[person as usize].far {
                continue;
            }
            self.settled.push(person);
            let desk = self.desks[person as usize];
            let mut place = desk.first;
            while place != NONE {
                let seat = self.seats[place as usize];
                let beyond = far - (i64::from(seat.cost) + desk.price);
                if beyond + EMPTY < end.0 {
                    end = (beyond + EMPTY, End::Empty(place));
                }
                self.look_round(place, beyond, &mut end);
                place = seat.after;
            }
        }
        for index in 0..self.settled.len() {
            let person = self.settled[index] as usize;
            self.desks[person].price += end.0 - self.marks[person].far;
        }
        self.move_in(root, end.1);
    }

    /// Whoever could hold `place`, with the way up to here costing `beyond`.
    fn look_round(&mut self, place: Place, beyond: i64, end: &mut (i64, End)) {
        let (from, to) = self.range(place);
        for index in from..to {
            let pair = self.town.pairs[index];
            let so_far = beyond + i64::from(pair.cost);
            let desk = &self.desks[pair.person as usize];
            let far = so_far + desk.price;
            if far >= end.0 {
                continue;
            }
            let with_room = so_far + desk.next;
            if with_room < end.0 {
                *end = (with_room, End::Room(place, pair.person, pair.cost));
            }
            if far < end.0 && self.nearer(pair.person, far, (place, pair.person, pair.cost)) {
                self.queue.push(far, pair.person);
            }
        }
    }

    /// Moves every place along the way found.
    fn move_in(&mut self, root: Place, end: End) {
        let mut holder = match end {
            End::Empty(place) if place == root => return,
            End::Empty(place) => self.give(place, NONE, 0),
            End::Room(place, person, cost) => {
                self.set_load(person, self.desks[person as usize].load + 1);
                self.filled += 1;
                self.give(place, person, cost)
            }
        };
        while holder != NONE {
            let mark = self.marks[holder as usize];
            holder = self.give(mark.via, mark.to, mark.via_cost);
        }
    }
}
