//! Those who step back or leave, and what they lay down.

use crate::{
    rules::{Going, GoingStage, Said, Thanks, ThingId},
    schema::{departure_things, departures},
};
use diesel::prelude::*;
use kernel::{CircleId, Day, NetworkId, PersonId};
use store::{AnyConnection, ERASED, Sealed, WrappedKey, sealed_row, set_fact};
use web::{Disposition, NameChoice};

pub(crate) const THINGS: &str = "departure_things";

/// Somebody on their way; the row's id is theirs.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = departures, treat_none_as_null = true)]
pub(crate) struct GoingRow {
    pub id: PersonId,
    pub network_id: NetworkId,
    pub going: Going,
    pub stage: GoingStage,
    pub target_on: Day,
    pub reachable_until: Option<Day>,
    pub name_choice: NameChoice,
    pub thanks: Thanks,
    pub ends_on: Day,
}

/// One thing they lay down.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = departure_things, treat_none_as_null = true)]
pub(crate) struct ThingRow {
    pub id: ThingId,
    pub network_id: NetworkId,
    pub departure_id: PersonId,
    /// Which, by its practice's word ([`web::Held::id`]).
    pub thing: String,
    pub title: Sealed,
    pub circle_id: Option<CircleId>,
    pub how: Disposition,
    pub successor_id: Option<PersonId>,
    pub said: Option<Said>,
    /// The day it was laid down; until then it is theirs.
    pub laid_on: Option<Day>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(ThingRow, THINGS);

pub(crate) fn going_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Option<GoingRow>> {
    let theirs = departures::network_id
        .eq(network)
        .and(departures::id.eq(person));
    departures::table
        .filter(theirs)
        .select(GoingRow::as_select())
        .first(conn)
        .optional()
}

/// Everybody who is on the way.
pub(crate) fn all_going(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<GoingRow>> {
    departures::table
        .filter(departures::network_id.eq(network))
        .order((departures::target_on.asc(), departures::id.asc()))
        .select(GoingRow::as_select())
        .load(conn)
}

pub(crate) fn put_going(conn: &mut AnyConnection, row: &GoingRow) -> QueryResult<()> {
    diesel::delete(departures::table.find(row.id)).execute(conn)?;
    diesel::insert_into(departures::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// Nobody is on the way any more, and nothing of it is laid down.
pub(crate) fn remove_going(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let theirs = departure_things::network_id
        .eq(network)
        .and(departure_things::departure_id.eq(person));
    let things = diesel::delete(departure_things::table.filter(theirs)).execute(conn)?;
    diesel::delete(departures::table.find(person)).execute(conn)?;
    if things > 0 {
        set_fact(conn, network, ERASED, "yes")?;
    }
    Ok(())
}

pub(crate) fn things_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<ThingRow>> {
    let theirs = departure_things::network_id
        .eq(network)
        .and(departure_things::departure_id.eq(person));
    departure_things::table
        .filter(theirs)
        .order(departure_things::id.asc())
        .select(ThingRow::as_select())
        .load(conn)
}

pub(crate) fn thing(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ThingId,
) -> QueryResult<ThingRow> {
    let one = departure_things::network_id
        .eq(network)
        .and(departure_things::id.eq(id));
    departure_things::table
        .filter(one)
        .select(ThingRow::as_select())
        .first(conn)
}

/// What somebody was asked to take on, and has not been laid down yet.
pub(crate) fn asked_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<ThingRow>> {
    let theirs = departure_things::network_id
        .eq(network)
        .and(departure_things::successor_id.eq(person));
    departure_things::table
        .filter(theirs.and(departure_things::laid_on.is_null().assume_not_null()))
        .order(departure_things::id.asc())
        .select(ThingRow::as_select())
        .load(conn)
}

pub(crate) fn put_thing(conn: &mut AnyConnection, row: &ThingRow) -> QueryResult<()> {
    diesel::delete(departure_things::table.find(row.id)).execute(conn)?;
    diesel::insert_into(departure_things::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// Whoever rests or leaves takes nothing on.
pub(crate) fn takes_nothing_on(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let theirs = departure_things::network_id
        .eq(network)
        .and(departure_things::successor_id.eq(person));
    diesel::update(departure_things::table.filter(theirs))
        .set((
            departure_things::successor_id.eq(None::<PersonId>),
            departure_things::said.eq(None::<Said>),
        ))
        .execute(conn)?;
    Ok(())
}
