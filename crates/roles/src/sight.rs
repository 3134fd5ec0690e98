//! Who may see what of P15.

use crate::rules::Stage;
use kernel::{CircleId, NetworkId, PersonId, Who};

/// Who holds what until when: the network; while it is careful, the circle alone (P29).
pub(crate) fn holders(network: NetworkId, circle: CircleId, careful: bool) -> Who {
    match careful {
        true => Who::Circle(circle),
        false => Who::Network(network),
    }
}

/// What a role opens, who is asked, and how the circle chooses: the circle.
pub(crate) fn within(circle: CircleId) -> Who {
    Who::Circle(circle)
}

/// Whom somebody would like, and why: until names are read, whoever wrote it and nobody else, whoever
/// opened the round included; then the circle.
pub(crate) fn nomination(stage: Stage, by: PersonId, circle: CircleId) -> Who {
    match stage.is_silent() {
        true => Who::Person(by),
        false => Who::Circle(circle),
    }
}

/// Whoever was drawn: while they are asked, the circle; once they said yes, as with any holder.
pub(crate) fn drawn(stage: Stage, network: NetworkId, circle: CircleId, careful: bool) -> Who {
    match stage {
        Stage::Chosen => holders(network, circle, careful),
        _ => within(circle),
    }
}
