//! Who may see what of P21.

use kernel::{CircleId, NetworkId, PersonId, Who};

/// One use of the lane: its circle while it waits and acts, with the convenor who is asked for a voice;
/// members of the network after.
pub(crate) fn lane(
    network: NetworkId,
    (circle, over): (CircleId, bool),
    convenor: Option<PersonId>,
) -> Who {
    let asked = convenor.into_iter().map(Who::Person);
    let wide = match over {
        true => Who::Network(network),
        false => Who::Circle(circle),
    };
    Who::AnyOf(asked.chain([Who::Circle(circle), wide]).collect())
}

/// The voice of those it falls on, and what was done: its circle, also after; and the convenor.
pub(crate) fn voice(circle: CircleId, convenor: Option<PersonId>) -> Who {
    let asked = convenor.into_iter().map(Who::Person);
    Who::AnyOf(asked.chain([Who::Circle(circle)]).collect())
}

/// What somebody saw: those who answer the line, those who are asked to look, and whoever is told.
pub(crate) fn alert(people: &[PersonId]) -> Who {
    Who::AnyOf(people.iter().map(|person| Who::Person(*person)).collect())
}
