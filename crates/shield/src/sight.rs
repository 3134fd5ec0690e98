//! Who may see what of P29.

use kernel::{CircleId, PersonId, Role, Who};

/// Names in the account of power, and the whole phone tree: those who look after Coordinating and,
/// for the tree and the keys, whoever runs the server. A network without that circle leaves it to
/// its other stewards.
pub fn stewards_of(coordinating: Option<CircleId>, host: Option<CircleId>) -> Who {
    let steward = coordinating.map(|circle| Who::Role(Role::Steward, circle));
    let host = host.map(|circle| Who::Role(Role::Host, circle));
    Who::AnyOf(steward.into_iter().chain(host).collect())
}

/// A number of the phone tree: whoever rings it, whose it is, and those who print the whole.
pub fn number(rung_from: Option<PersonId>, of: Option<PersonId>, printed_by: Who) -> Who {
    let near = [rung_from, of].into_iter().flatten().map(Who::Person);
    Who::AnyOf(near.chain([printed_by]).collect())
}
