//! This practice's tables and queries; nobody else's. Who is in a row is sealed; a mark finds it.

mod introduction;
mod meeting;
mod picture;
mod tie;

pub(crate) use introduction::*;
pub(crate) use meeting::*;
pub(crate) use picture::*;
pub(crate) use tie::*;

use kernel::{NetworkId, PersonId};
use store::{Stop, Vault};

/// The mark by which somebody's rows are found, and which says nobody's name.
pub(crate) fn mark(vault: &Vault, network: NetworkId, person: PersonId) -> Result<Vec<u8>, Stop> {
    Ok(vault.mark(&network, "tie", &person.to_string())?)
}

/// Those who stand in a row, in the order in which they were sealed.
pub(crate) fn people_in(text: &str) -> Vec<PersonId> {
    text.split(' ').filter_map(PersonId::parse).collect()
}

/// The same, to seal.
pub(crate) fn as_text(people: &[PersonId]) -> String {
    let all: Vec<String> = people.iter().map(PersonId::to_string).collect();
    all.join(" ")
}
