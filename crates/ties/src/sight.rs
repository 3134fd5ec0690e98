//! Who may see what of P8 and P30.

use kernel::{PersonId, Who};

/// What two have between them: those two.
pub(crate) fn the_two(one: PersonId, other: PersonId) -> Who {
    Who::AnyOf(vec![Who::Person(one), Who::Person(other)])
}

/// A note: whoever wrote it.
pub(crate) fn note(author: PersonId) -> Who {
    Who::Person(author)
}
