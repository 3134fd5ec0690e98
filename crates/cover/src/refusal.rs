//! Why a town, or a change of one, cannot be planned for.

/// What is wrong with what was handed in. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CoverRefusal {
    /// A pair, or a change, names a person the town does not have.
    #[error("there is no person {person}: the town has {people}")]
    NoSuchPerson {
        /// The number given.
        person: u32,
        /// How many people there are; their numbers begin at 0.
        people: usize,
    },
    /// A change names a place the town does not have, or one that is gone.
    #[error("there is no place {place}")]
    NoSuchPlace {
        /// The number given.
        place: u32,
    },
    /// The cost of a pair is beyond [`MOST_COST`](crate::MOST_COST) on either side of nothing.
    #[error("a pair may cost {most} at most, not {cost}")]
    CostTooFar {
        /// The cost given.
        cost: i32,
        /// The bound.
        most: i32,
    },
    /// The weight of load is beyond [`MOST_WEIGHT`](crate::MOST_WEIGHT).
    #[error("load may weigh {most} at most, not {weight}")]
    WeightTooGreat {
        /// The weight given.
        weight: u32,
        /// The bound.
        most: u32,
    },
    /// More people than [`MOST_PEOPLE`](crate::MOST_PEOPLE), places than
    /// [`MOST_PLACES`](crate::MOST_PLACES), or pairs than [`MOST_PAIRS`](crate::MOST_PAIRS).
    #[error("too many to plan for at once")]
    TooMany,
}
