//! Looks whether a plan is what it says: lawful, and the best there is.

use crate::{
    share::{last_cost, next_cost},
    standing::{GONE, NONE, Standing},
    town::{EMPTY, NEVER},
};

impl Standing {
    /// Whether the prices prove the plan: complementary slackness, from nothing but the town, who
    /// holds what, and the prices. Linear in the pairs.
    pub(crate) fn is_proven(&self) -> bool {
        let mut loads = vec![0_u32; self.town.people()];
        for place in 0..self.town.places() as u32 {
            let seat = self.seats[place as usize];
            if seat.holder == GONE {
                continue;
            }
            let worth = if seat.holder == NONE {
                EMPTY
            } else {
                loads[seat.holder as usize] += 1;
                let row = self.town.row(place);
                if !row
                    .iter()
                    .any(|pair| pair.person == seat.holder && pair.cost == seat.cost)
                {
                    return false;
                }
                self.place_price(seat.holder, seat.cost)
            };
            let cheaper = |pair: &crate::Could| {
                self.town.ceilings[pair.person as usize] > 0
                    && self.place_price(pair.person, pair.cost) < worth
            };
            if worth > EMPTY || self.town.row(place).iter().any(cheaper) {
                return false;
            }
        }
        loads.iter().enumerate().all(|(person, &load)| {
            let (weight, ceiling) = (self.town.weight, self.town.ceilings[person]);
            let price = self.desks[person].price;
            load <= ceiling
                && (load == 0 || last_cost(weight, ceiling, load) <= price)
                && (load == ceiling || price <= next_cost(weight, ceiling, load))
                && price <= NEVER
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        standing::{NONE, Standing},
        testing::{self, Times},
    };

    /// A proven plan, and whether it is still so after something was done to it.
    fn after(what: impl Fn(&mut Standing)) -> bool {
        let town = testing::town(200, Times::Plenty, 4).unwrap();
        let mut standing = Standing::first(town, 5);
        assert!(standing.is_proven());
        what(&mut standing);
        standing.is_proven()
    }

    #[test]
    fn a_plan_that_could_be_better_is_not_proven() {
        for place in (0..200).step_by(7) {
            let emptied = after(|standing| {
                standing.give(place, NONE, 0);
            });
            assert!(!emptied, "place {place} could be filled");

            let moved = after(|standing| {
                let now = standing.seats[place as usize];
                let price = standing.place_price(now.holder, now.cost);
                let row = standing.town.row(place).iter();
                let dearer = row.max_by_key(|pair| standing.place_price(pair.person, pair.cost));
                let dearer = *dearer.unwrap();
                assert!(standing.place_price(dearer.person, dearer.cost) > price);
                standing.give(place, dearer.person, dearer.cost);
            });
            assert!(!moved, "place {place} was better where it was");
        }
    }

    #[test]
    fn nobody_holds_what_they_could_not() {
        let stranger = after(|standing| {
            let row = standing.town.row(3).to_vec();
            let stranger = (0..100).find(|&person| row.iter().all(|pair| pair.person != person));
            standing.give(3, stranger.unwrap(), 0);
        });
        assert!(!stranger);
        let cheaper_than_it_is = after(|standing| standing.seats[3].cost -= 1);
        assert!(!cheaper_than_it_is);
        let above_their_ceiling = after(|standing| {
            let holder = standing.seats[3].holder as usize;
            standing.town.ceilings[holder] = standing.desks[holder].load - 1;
        });
        assert!(!above_their_ceiling);
    }

    #[test]
    fn prices_that_are_not_right_prove_nothing() {
        for person in 0..100 {
            let too_low = after(|standing| {
                let desk = &mut standing.desks[person];
                // Without a place there is no last one; then it is too high as well.
                desk.price = if desk.load == 0 {
                    desk.next + 1
                } else {
                    desk.last - 1
                };
            });
            assert!(!too_low);
            let too_high = after(|standing| {
                let desk = &mut standing.desks[person];
                desk.price = desk.next + 1;
            });
            assert!(!too_high);
        }
    }
}
