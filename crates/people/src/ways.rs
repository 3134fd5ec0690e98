//! The ways in that somebody has: six words and passkeys. Two of them before they have settled in, so
//! that one lost thing shuts nobody out.

use crate::{passkeys, schema::credentials};
use diesel::prelude::*;
use kernel::PersonId;
use store::{AnyConnection, Stop};
use web::House;

/// The ways in that somebody has.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ways {
    /// Six words.
    pub passphrase: bool,
    /// How many passkeys.
    pub passkeys: usize,
}

impl Ways {
    /// How many ways that is.
    pub fn count(self) -> usize {
        usize::from(self.passphrase) + self.passkeys
    }
}

/// The ways in that somebody has now.
pub fn ways_of(conn: &mut AnyConnection, house: &House, person: PersonId) -> Result<Ways, Stop> {
    let network = house.network().id;
    let theirs = credentials::network_id
        .eq(network)
        .and(credentials::id.eq(person));
    let words: i64 = credentials::table.filter(theirs).count().get_result(conn)?;
    Ok(Ways {
        passphrase: words > 0,
        passkeys: passkeys::of_person(conn, house, person)?.len(),
    })
}
