//! Who may see what of P19, P25 and P28.

use crate::rules::Class;
use kernel::{CircleId, NetworkId, PersonId, Who};

/// A proposal and what it says: its circle; what changes what we are, the network; and the convenors of
/// those who are asked about it.
pub(crate) fn proposal(
    network: NetworkId,
    (circle, class): (CircleId, Class),
    convenors: &[PersonId],
) -> Who {
    let wide = match class {
        Class::Foundational => Who::Network(network),
        _ => Who::Circle(circle),
    };
    let asked = convenors.iter().map(|person| Who::Person(*person));
    Who::AnyOf(asked.chain([Who::Circle(circle), wide]).collect())
}

/// Who said what: the circle alone.
pub(crate) fn voices(circle: CircleId) -> Who {
    Who::Circle(circle)
}

/// Who is of a caucus: those who are.
pub(crate) fn caucus_members(members: &[PersonId]) -> Who {
    let members = members.iter().map(|person| Who::Person(*person));
    Who::AnyOf(members.collect())
}

/// That there is a caucus, its name and its convenor: members.
pub(crate) fn caucus(network: NetworkId) -> Who {
    Who::Network(network)
}

/// What somebody decides after asking, and what they were advised: the circle, and those who are asked.
pub(crate) fn advice(circle: CircleId, asked: &[PersonId]) -> Who {
    let asked = asked.iter().map(|person| Who::Person(*person));
    Who::AnyOf(asked.chain([Who::Circle(circle)]).collect())
}

/// A choice among things, its map of power, and what it offers for time: the circle alone.
pub(crate) fn circles(circle: CircleId) -> Who {
    Who::Circle(circle)
}

/// What is offered for time: the circle, and those of the caucus it is offered to.
pub(crate) fn honorarium(circle: CircleId, members: &[PersonId]) -> Who {
    advice(circle, members)
}
