//! Which mail addresses are somebody's own, as they said by opening a link that was sent there.

use crate::{
    rules::{REVIEW_DAYS, same_address},
    schema::confirmed_addresses,
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId};
use store::{AnyConnection, Error, Stop};
use web::House;

fn mark(house: &House, address: &str) -> Result<Vec<u8>, Error> {
    let network = house.network().id;
    house
        .vault
        .mark(&network, "mail-address", &same_address(address))
}

/// Whether somebody's address is confirmed.
pub(crate) fn is_confirmed(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<bool> {
    let theirs = confirmed_addresses::network_id
        .eq(network)
        .and(confirmed_addresses::id.eq(person));
    let found: i64 = confirmed_addresses::table
        .filter(theirs)
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

/// This address is theirs from today.
pub(crate) fn confirm(
    conn: &mut AnyConnection,
    house: &House,
    (person, address): (PersonId, &str),
    today: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    unconfirm(conn, network, person)?;
    diesel::insert_into(confirmed_addresses::table)
        .values((
            confirmed_addresses::id.eq(person),
            confirmed_addresses::network_id.eq(network),
            confirmed_addresses::address_mark.eq(mark(house, address)?),
            confirmed_addresses::confirmed_on.eq(today),
            confirmed_addresses::review_on.eq(today.plus(REVIEW_DAYS)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Whatever address they have is not confirmed.
pub(crate) fn unconfirm(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<usize> {
    let theirs = confirmed_addresses::network_id
        .eq(network)
        .and(confirmed_addresses::id.eq(person));
    diesel::delete(confirmed_addresses::table.filter(theirs)).execute(conn)
}

/// Those who confirmed this address; a household may share one.
pub(crate) fn whose(
    conn: &mut AnyConnection,
    house: &House,
    address: &str,
) -> Result<Vec<PersonId>, Stop> {
    let mark = mark(house, address)?;
    let here = confirmed_addresses::network_id.eq(house.network().id);
    let found = confirmed_addresses::table
        .filter(here.and(confirmed_addresses::address_mark.eq(mark)))
        .order(confirmed_addresses::id)
        .select(confirmed_addresses::id)
        .load(conn)?;
    Ok(found)
}
