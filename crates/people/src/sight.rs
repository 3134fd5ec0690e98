//! Who may see what of a person.

use kernel::{NetworkId, PersonId, Who};

/// A handle is for the network's members; a newcomer is called by it too.
pub fn handle(network: NetworkId) -> Who {
    Who::Network(network)
}

/// What somebody chose to add about themself: for the network's members.
pub fn about(network: NetworkId) -> Who {
    Who::Network(network)
}

/// How somebody can be reached: only for themself, until a practice of theirs shares it.
pub fn contact(person: PersonId) -> Who {
    Who::Person(person)
}
