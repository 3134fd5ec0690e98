//! Seeing the load together (P30's coverage and spread of carrying, for one circle): duties, never
//! names, and nothing at all of a circle of fewer than five.

use kernel::PersonId;
use std::collections::BTreeMap;

/// Fewer people than this behind it, and nothing is shown (N12).
pub const FEWEST: usize = 5;

/// A circle's load, in what can be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// How many duties there are.
    pub duties: usize,
    /// Those with two or more people who hold them or could.
    pub ready: usize,
    /// Those that rest on one person.
    pub on_one: usize,
    /// Those nobody holds.
    pub open: usize,
    /// As if so many people carried equally; none where nobody carries anything.
    pub as_if: Option<f64>,
}

impl Load {
    /// The load of a circle of so many people: for each duty who holds it, if anybody, and how many
    /// others could. `None` under five people.
    pub fn of(people: usize, duties: &[(Option<PersonId>, usize)]) -> Option<Self> {
        if people < FEWEST {
            return None;
        }
        let mut carried: BTreeMap<PersonId, u64> = BTreeMap::new();
        for holder in duties.iter().filter_map(|(holder, _)| *holder) {
            *carried.entry(holder).or_default() += 1;
        }
        let hands =
            |(holder, others): &&(Option<PersonId>, usize)| usize::from(holder.is_some()) + others;
        Some(Self {
            duties: duties.len(),
            ready: duties.iter().filter(|duty| hands(duty) >= 2).count(),
            on_one: duties
                .iter()
                .filter(|(holder, others)| holder.is_some() && *others == 0)
                .count(),
            open: duties.iter().filter(|(holder, _)| holder.is_none()).count(),
            as_if: weave::spread_of_carrying(carried.into_values()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;

    #[test]
    fn five_three_and_two_carry_as_if_they_were_two_and_a_half() {
        let chance = SeededChance::new(1);
        let people: Vec<_> = (0..3).map(|_| PersonId::new(&chance)).collect();
        let mut duties = Vec::new();
        for (person, count) in people.iter().zip([5, 3, 2]) {
            duties.extend(std::iter::repeat_n((Some(*person), 1), count));
        }
        duties.push((None, 1));
        duties.push((Some(people[0]), 0));
        let load = Load::of(6, &duties).unwrap();
        assert_eq!(
            (load.duties, load.ready, load.on_one, load.open),
            (12, 10, 1, 1)
        );
        assert!((load.as_if.unwrap() - 121.0 / 49.0).abs() < 1e-9);
        assert_eq!(Load::of(4, &duties), None);
        assert_eq!(Load::of(5, &[]).unwrap().as_if, None);
    }
}
