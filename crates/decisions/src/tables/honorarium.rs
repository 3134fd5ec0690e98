//! What is offered to everybody for their time, and who takes it.

use crate::{
    rules::{CaucusId, HonorariumId},
    schema::{honoraria, honorarium_takers},
};
use diesel::prelude::*;
use kernel::{CircleId, Day, NetworkId, PersonId};
use store::{AnyConnection, Sealed, Stop, Vault, WrappedKey, of_somebody, sealed_row, with_people};

pub(crate) const HONORARIA: &str = "honoraria";
pub(crate) const TAKERS: &str = "honorarium_takers";

kernel::id_type!(
    /// That somebody takes what is offered.
    TakerId
);

/// A line of a plan as stored: so many times so much, offered to all.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = honoraria)]
pub(crate) struct HonorariumRow {
    pub id: HonorariumId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub caucus_id: Option<CaucusId>,
    pub words: Sealed,
    pub seats: i32,
    pub amount: Sealed,
    pub on_day: Day,
    pub until_day: Day,
    pub row_key: WrappedKey,
}
sealed_row!(HonorariumRow, HONORARIA);

/// That somebody takes it, sealed.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = honorarium_takers)]
pub(crate) struct TakerRow {
    pub id: TakerId,
    pub network_id: NetworkId,
    pub honorarium_id: HonorariumId,
    pub who: Sealed,
    pub until_day: Day,
    pub row_key: WrappedKey,
}
sealed_row!(TakerRow, TAKERS);
of_somebody!(TakerRow);

/// What is offered by these circles and to these caucuses.
pub(crate) fn honoraria_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    (circles, caucuses): (&[CircleId], &[CaucusId]),
) -> QueryResult<Vec<HonorariumRow>> {
    let by = honoraria::circle_id.eq_any(circles.to_vec());
    let to = honoraria::caucus_id.eq_any(caucuses.to_vec());
    honoraria::table
        .filter(honoraria::network_id.eq(network))
        .filter(by.or(to.assume_not_null()))
        .order((honoraria::on_day.asc(), honoraria::id.asc()))
        .select(HonorariumRow::as_select())
        .load(conn)
}

/// Every line of every plan.
pub(crate) fn all_honoraria(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<HonorariumRow>> {
    honoraria::table
        .filter(honoraria::network_id.eq(network))
        .order(honoraria::id.asc())
        .select(HonorariumRow::as_select())
        .load(conn)
}

pub(crate) fn honorarium(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: HonorariumId,
) -> QueryResult<HonorariumRow> {
    let one = honoraria::network_id.eq(network).and(honoraria::id.eq(id));
    honoraria::table
        .filter(one)
        .select(HonorariumRow::as_select())
        .first(conn)
}

pub(crate) fn add_honorarium(conn: &mut AnyConnection, row: &HonorariumRow) -> QueryResult<()> {
    diesel::insert_into(honoraria::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// Those who take it.
pub(crate) fn takers_of(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, id): (NetworkId, HonorariumId),
) -> Result<Vec<(TakerId, PersonId)>, Stop> {
    let of = honorarium_takers::network_id
        .eq(network)
        .and(honorarium_takers::honorarium_id.eq(id));
    let rows: Vec<TakerRow> = honorarium_takers::table
        .filter(of)
        .order(honorarium_takers::id.asc())
        .select(TakerRow::as_select())
        .load(conn)?;
    let all = with_people(vault, rows)?.into_iter();
    Ok(all.map(|(row, person)| (row.id, person)).collect())
}

pub(crate) fn add_taker(conn: &mut AnyConnection, row: &TakerRow) -> QueryResult<()> {
    diesel::insert_into(honorarium_takers::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn remove_taker(conn: &mut AnyConnection, id: TakerId) -> QueryResult<()> {
    diesel::delete(honorarium_takers::table.find(id)).execute(conn)?;
    Ok(())
}
