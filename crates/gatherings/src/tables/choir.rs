//! Seasons of CHOIR evenings, and who is willing to host in one, as stored.

use crate::{
    rules::{SeasonId, Wide},
    schema::{choir_seasons, choir_willing},
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Moment, NetworkId, PersonId};
use store::{AnyConnection, Error, Sealed, Vault, WrappedKey, sealed_row};

pub(crate) const SEASONS: &str = "choir_seasons";

/// A season as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = choir_seasons, treat_none_as_null = true)]
pub(crate) struct SeasonRow {
    pub id: SeasonId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub open_to: Wide,
    pub rule: String,
    pub first_on: Day,
    pub starts_minute: i32,
    pub ends_on: Day,
    pub place: Option<Sealed>,
    pub dial_in: Option<Sealed>,
    pub agreements: Option<Sealed>,
    /// The closed list, between its closing and the dice.
    pub list: Option<Sealed>,
    pub list_hash: Option<String>,
    pub frozen_at: Option<Moment>,
    pub row_key: WrappedKey,
}
sealed_row!(SeasonRow, SEASONS);

impl SeasonRow {
    /// Where, by which line, and how we are with one another.
    pub fn open(&self, vault: &Vault) -> Result<[Option<String>; 3], Error> {
        let key = self.key(vault)?;
        Ok([
            key.open_some(self.row(), "place", self.place.as_ref())?,
            key.open_some(self.row(), "dial_in", self.dial_in.as_ref())?,
            key.open_some(self.row(), "agreements", self.agreements.as_ref())?,
        ])
    }
}

/// Somebody who is willing.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = choir_willing)]
pub(crate) struct WillingRow {
    pub network_id: NetworkId,
    pub season_id: SeasonId,
    pub member_id: PersonId,
    pub since_at: Moment,
    pub ends_on: Day,
}

pub(crate) fn choir_season(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: SeasonId,
) -> QueryResult<SeasonRow> {
    let one = choir_seasons::network_id
        .eq(network)
        .and(choir_seasons::id.eq(id));
    choir_seasons::table
        .filter(one)
        .select(SeasonRow::as_select())
        .first(conn)
}

/// Every season that is not over, the next first.
pub(crate) fn choir_seasons_here(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<SeasonRow>> {
    choir_seasons::table
        .filter(choir_seasons::network_id.eq(network))
        .order((choir_seasons::first_on.desc(), choir_seasons::id.asc()))
        .limit(100)
        .select(SeasonRow::as_select())
        .load(conn)
}

pub(crate) fn put_choir_season(conn: &mut AnyConnection, row: &SeasonRow) -> QueryResult<()> {
    let changed = diesel::update(choir_seasons::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(choir_seasons::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

/// Those who are willing, in the order in which they said so.
pub(crate) fn willing(
    conn: &mut AnyConnection,
    network: NetworkId,
    season: SeasonId,
) -> QueryResult<Vec<PersonId>> {
    let of = choir_willing::network_id
        .eq(network)
        .and(choir_willing::season_id.eq(season));
    choir_willing::table
        .filter(of)
        .order((
            choir_willing::since_at.asc(),
            choir_willing::member_id.asc(),
        ))
        .select(choir_willing::member_id)
        .load(conn)
}

/// Somebody is willing; who said so before keeps their place.
pub(crate) fn add_willing(conn: &mut AnyConnection, row: &WillingRow) -> QueryResult<()> {
    if willing(conn, row.network_id, row.season_id)?.contains(&row.member_id) {
        return Ok(());
    }
    diesel::insert_into(choir_willing::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// Somebody is not willing any more, in a season or in any.
pub(crate) fn not_willing(
    conn: &mut AnyConnection,
    network: NetworkId,
    season: Option<SeasonId>,
    person: PersonId,
) -> QueryResult<()> {
    let mine = choir_willing::network_id
        .eq(network)
        .and(choir_willing::member_id.eq(person));
    match season {
        Some(season) => diesel::delete(
            choir_willing::table.filter(mine.and(choir_willing::season_id.eq(season))),
        )
        .execute(conn)?,
        None => diesel::delete(choir_willing::table.filter(mine)).execute(conn)?,
    };
    Ok(())
}

/// The seasons somebody is willing to host in.
pub(crate) fn willing_in(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<SeasonId>> {
    let mine = choir_willing::network_id
        .eq(network)
        .and(choir_willing::member_id.eq(person));
    choir_willing::table
        .filter(mine)
        .order(choir_willing::since_at.asc())
        .select(choir_willing::season_id)
        .load(conn)
}
