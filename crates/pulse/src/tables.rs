//! This practice's tables and queries; nobody else's.

use crate::{
    rules::{HandId, PulseId, Stage},
    schema::{pulse_hands, pulses},
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId};
use store::{AnyConnection, Sealed, Stop, Vault, WrappedKey, of_somebody, sealed_row, with_people};

pub(crate) const PULSES: &str = "pulses";
pub(crate) const HANDS: &str = "pulse_hands";

/// The pulse of a season as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = pulses, treat_none_as_null = true)]
pub(crate) struct PulseRow {
    pub id: PulseId,
    pub network_id: NetworkId,
    pub stage: Stage,
    pub answers: Sealed,
    pub counted: Option<Sealed>,
    pub opened_on: Day,
    pub closes_on: Day,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(PulseRow, PULSES);

/// That somebody's answer is in, sealed.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = pulse_hands)]
pub(crate) struct HandRow {
    pub id: HandId,
    pub network_id: NetworkId,
    pub pulse_id: PulseId,
    pub who: Sealed,
    pub row_key: WrappedKey,
}
sealed_row!(HandRow, HANDS);
of_somebody!(HandRow);

/// Those that are kept; the newest first.
pub(crate) fn pulses_here(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<PulseRow>> {
    pulses::table
        .filter(pulses::network_id.eq(network))
        .order((pulses::opened_on.desc(), pulses::id.asc()))
        .select(PulseRow::as_select())
        .load(conn)
}

pub(crate) fn put_pulse(conn: &mut AnyConnection, row: &PulseRow) -> QueryResult<()> {
    let changed = diesel::update(pulses::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(pulses::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

/// A pulse that another came after.
pub(crate) fn remove_pulse(conn: &mut AnyConnection, id: PulseId) -> QueryResult<()> {
    diesel::delete(pulses::table.find(id)).execute(conn)?;
    Ok(())
}

/// Whose answers are in.
pub(crate) fn hands_of(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, id): (NetworkId, PulseId),
) -> Result<Vec<(HandId, PersonId)>, Stop> {
    let of = pulse_hands::network_id
        .eq(network)
        .and(pulse_hands::pulse_id.eq(id));
    let rows: Vec<HandRow> = pulse_hands::table
        .filter(of)
        .select(HandRow::as_select())
        .load(conn)?;
    let all = with_people(vault, rows)?.into_iter();
    Ok(all.map(|(row, person)| (row.id, person)).collect())
}

pub(crate) fn add_hand(conn: &mut AnyConnection, row: &HandRow) -> QueryResult<()> {
    diesel::insert_into(pulse_hands::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn remove_hand(conn: &mut AnyConnection, id: HandId) -> QueryResult<()> {
    diesel::delete(pulse_hands::table.find(id)).execute(conn)?;
    Ok(())
}

/// Nothing says any more whose answers lay in the box.
pub(crate) fn remove_hands(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: PulseId,
) -> QueryResult<()> {
    let of = pulse_hands::network_id
        .eq(network)
        .and(pulse_hands::pulse_id.eq(id));
    diesel::delete(pulse_hands::table.filter(of)).execute(conn)?;
    Ok(())
}
