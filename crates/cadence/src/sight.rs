//! Who may see what of P14.

use crate::rules::Shown;
use kernel::{CircleId, Who};

/// What a circle does, when, who hosts next, and what became of it: the circle.
pub(crate) fn practice(circle: CircleId) -> Who {
    Who::Circle(circle)
}

/// Its name, and where and how to find it: the circle, or anyone where the circle says so.
pub(crate) fn how_to_find(circle: CircleId, shown: Shown) -> Who {
    match shown {
        Shown::Circle => Who::Circle(circle),
        Shown::Public => Who::Public,
    }
}
