//! The ways in that somebody has: six words, passkeys, a mail address they confirmed, printed words.
//! Two of them before they have settled in, so that one lost thing shuts nobody out.

use crate::{
    passkeys, recovery,
    rules::{self, PeopleRefusal},
    schema::credentials,
};
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
    /// A mail address that they confirmed, where letters leave this house.
    pub mail: bool,
    /// How many lines of a printed sheet are left.
    pub printed: usize,
}

impl Ways {
    /// Whether one of them is on no device: in somebody's head, or on paper.
    pub fn off_devices(self) -> bool {
        self.passphrase || self.printed > 0
    }

    /// How many ways that is. A sheet is one way, however many lines are left.
    pub fn count(self) -> usize {
        usize::from(self.passphrase)
            + self.passkeys
            + usize::from(self.mail)
            + usize::from(self.printed > 0)
    }
}

/// The ways in that somebody has now.
pub fn ways_of(conn: &mut AnyConnection, house: &House, person: PersonId) -> Result<Ways, Stop> {
    let network = house.network().id;
    let theirs = credentials::network_id
        .eq(network)
        .and(credentials::id.eq(person));
    let words: i64 = credentials::table.filter(theirs).count().get_result(conn)?;
    let mut mail = false;
    for practice in house.practices.iter().filter(|p| p.carries_letters()) {
        mail = mail || practice.has_confirmed_address(conn, house, person)?;
    }
    let printed = recovery::left(conn, network, person)?;
    Ok(Ways {
        passphrase: words > 0,
        passkeys: passkeys::of_person(conn, house, person)?.len(),
        mail,
        printed: usize::try_from(printed).unwrap_or_default(),
    })
}

/// After something was taken away: refused where fewer than two ways are left and there were more
/// before.
pub fn still_two_ways(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    before: Ways,
) -> Result<(), Stop> {
    let after = ways_of(conn, house, person)?;
    Ok(rules::may_lose_a_way(before.count(), after.count())?)
}

/// Whether somebody has the two ways in that settling in takes. In a demo nobody has any.
pub(crate) fn settled(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    if house.settings.demo || ways_of(conn, house, person)?.count() >= rules::WAYS_IN {
        Ok(())
    } else {
        Err(PeopleRefusal::TwoWaysFirst.into())
    }
}
