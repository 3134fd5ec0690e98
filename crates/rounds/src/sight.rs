//! Who may see what of P16.

use kernel::{CircleId, PersonId, Who};

/// A live round: its circle, or whoever has its address.
pub(crate) fn live(circle: Option<CircleId>) -> Who {
    match circle {
        Some(circle) => Who::Circle(circle),
        None => Who::Public,
    }
}

/// A slow round, and what was given into it once it is open: the circle.
pub(crate) fn slow(circle: CircleId) -> Who {
    Who::Circle(circle)
}

/// What somebody heard, said back: whoever spoke, and whoever heard it.
pub(crate) fn reflection(speaker: PersonId, by: PersonId) -> Who {
    Who::AnyOf(vec![Who::Person(speaker), Who::Person(by)])
}
