//! Who may see what of P20.

use kernel::{NetworkId, PersonId, Who};

/// When somebody who rests may be reached: their buddies alone, who decide whether it has come.
pub(crate) fn reach_me_if(of: PersonId, buddies: &[PersonId]) -> Who {
    let near = buddies.iter().map(|buddy| Who::Person(*buddy));
    Who::AnyOf(near.chain([Who::Person(of)]).collect())
}

/// Who covers what: members, so that they know whom to ask.
pub(crate) fn cover(network: NetworkId) -> Who {
    Who::Network(network)
}

/// A word on one's capacity: oneself. Circles read sums of five or more.
pub(crate) fn capacity(of: PersonId) -> Who {
    Who::Person(of)
}

/// What is kept alive in a season: members, and partners who may be willing.
pub(crate) fn lifeline(network: NetworkId, partners: &[kernel::OrganisationId]) -> Who {
    let partners = partners.iter().map(|partner| Who::Liaisons(*partner));
    Who::AnyOf(partners.chain([Who::Network(network)]).collect())
}
