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
