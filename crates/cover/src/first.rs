//! The first plan: everything in an order in which neighbours follow one another.

use crate::{
    chance::Chance,
    queue::Queue,
    standing::{Back, Desk, Mark, NONE, Seat, Standing},
    town::{EMPTY, Person, Place, Town},
};

/// People and places that no pair connects with the rest, and where they stand in the order.
struct Part {
    places: std::ops::Range<usize>,
    people: std::ops::Range<usize>,
}

/// An order in which neighbours follow one another, part by part.
struct Order {
    places: Vec<Place>,
    people: Vec<Person>,
    parts: Vec<Part>,
}

impl Standing {
    /// Plans for a town. Ties fall by `seed`.
    ///
    /// In a part with more places than room, the room is scarce and looks for places; everywhere
    /// else the places look for holders. Either way the fewer look among the more, so that a way
    /// is short: the other way round, the last ones would search half the town in vain.
    pub(crate) fn first(mut town: Town, seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        if town.starts.is_empty() {
            town.starts.push(0);
        }
        for place in 0..town.places() {
            let row = town.starts[place] as usize..town.starts[place + 1] as usize;
            chance.shuffle(&mut town.pairs[row]);
        }
        let (back_starts, mut backs) = seen_from_people(&town);
        for person in 0..town.people() {
            let row = back_starts[person] as usize..back_starts[person + 1] as usize;
            chance.shuffle(&mut backs[row]);
        }
        let order = neighbours(&town, &back_starts, &backs, &mut chance);
        let desks = town.ceilings.iter();
        let mut standing = Self {
            seats: vec![Seat::FREE; town.places()],
            desks: desks.map(|&most| Desk::free(town.weight, most)).collect(),
            filled: 0,
            back_starts,
            backs,
            later_first: Vec::new(),
            later: Vec::new(),
            marks: vec![Mark::default(); town.people()],
            search: 0,
            queue: Queue::default(),
            settled: Vec::new(),
            moves: None,
            chance,
            town,
        };
        for part in &order.parts {
            let (places, people) = (
                &order.places[part.places.clone()],
                &order.people[part.people.clone()],
            );
            if standing.room(people) < places.len() as u64 {
                standing.fill_room(people);
            } else {
                for &place in places {
                    standing.find_home(place);
                }
            }
        }
        standing
    }

    /// How many places these people can hold together: nobody more than they have pairs.
    fn room(&self, people: &[Person]) -> u64 {
        let room = people.iter().map(|&person| {
            let person = person as usize;
            let pairs = self.back_starts[person + 1] - self.back_starts[person];
            u64::from(self.town.ceilings[person].min(pairs))
        });
        room.sum()
    }

    /// Begins with every place empty and nobody able to hold any, which is optimal, and lets in
    /// one room after another.
    fn fill_room(&mut self, people: &[Person]) {
        for &person in people {
            self.ask_most(person);
        }
        for &person in people {
            self.come_back(person);
        }
    }

    /// Sets the price of somebody who holds nothing as low as the places they could hold allow.
    pub(crate) fn ask_most(&mut self, person: Person) {
        if self.town.ceilings[person as usize] == 0 {
            return;
        }
        let mut price = self.desks[person as usize].next;
        let mut back = |standing: &Self, back: Back| {
            let seat = standing.seats[back.place as usize];
            let worth = match seat.holder {
                crate::standing::GONE => return,
                NONE => EMPTY,
                holder => standing.place_price(holder, seat.cost),
            };
            price = price.max(worth - i64::from(back.cost));
        };
        let index = person as usize;
        for at in self.back_starts[index]..self.back_starts[index + 1] {
            back(self, self.backs[at as usize]);
        }
        let mut later = self.later_first.get(index).copied().unwrap_or(NONE);
        while later != NONE {
            back(self, self.later[later as usize].back);
            later = self.later[later as usize].next;
        }
        self.desks[index].price = price;
    }

    /// Lets somebody who holds nothing, and whose price is right, take what the plan gains by.
    pub(crate) fn come_back(&mut self, person: Person) {
        loop {
            let next = self.desks[person as usize].next;
            if next >= crate::town::NEVER || !self.use_room(person, next) {
                return;
            }
        }
    }
}

/// The pairs of each person.
fn seen_from_people(town: &Town) -> (Vec<u32>, Vec<Back>) {
    let mut starts = vec![0_u32; town.people() + 1];
    for pair in &town.pairs {
        starts[pair.person as usize] += 1;
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut backs = vec![Back { place: 0, cost: 0 }; town.pairs.len()];
    for place in (0..town.places() as Place).rev() {
        for pair in town.row(place).iter().rev() {
            let start = &mut starts[pair.person as usize];
            *start -= 1;
            backs[*start as usize] = Back {
                place,
                cost: pair.cost,
            };
        }
    }
    (starts, backs)
}

/// Goes through the town outward from one place, then from another one not yet seen, and so on.
/// Which ones is chance: so two who cannot be told apart are as likely to come first.
fn neighbours(town: &Town, back_starts: &[u32], backs: &[Back], chance: &mut Chance) -> Order {
    let places = town.places();
    let mut order = Order {
        places: Vec::with_capacity(places),
        people: Vec::with_capacity(town.people()),
        parts: Vec::new(),
    };
    let mut seen_places = vec![false; places];
    let mut seen_people = vec![false; town.people()];
    let mut roots: Vec<Place> = (0..places as Place).collect();
    chance.shuffle(&mut roots);
    for root in roots {
        if std::mem::replace(&mut seen_places[root as usize], true) {
            continue;
        }
        let (mut at, first_person) = (order.places.len(), order.people.len());
        let first_place = at;
        order.places.push(root);
        while let Some(&place) = order.places.get(at) {
            at += 1;
            for pair in town.row(place) {
                let person = pair.person as usize;
                if std::mem::replace(&mut seen_people[person], true) {
                    continue;
                }
                order.people.push(pair.person);
                for back in &backs[back_starts[person] as usize..back_starts[person + 1] as usize] {
                    if !std::mem::replace(&mut seen_places[back.place as usize], true) {
                        order.places.push(back.place);
                    }
                }
            }
        }
        order.parts.push(Part {
            places: first_place..at,
            people: first_person..order.people.len(),
        });
    }
    order
}
