//! This practice's tables and queries; nobody else's.

use crate::{
    rules::{EntryId, EntryStage, SpaceId, VouchId, VouchStage},
    schema::{vouch_entries, vouch_spaces, vouches},
};
use decisions::rules::ProposalId;
use diesel::prelude::*;
use kernel::{CircleId, Day, NetworkId, PersonId};
use store::{AnyConnection, Sealed, Stop, Vault, WrappedKey, of_somebody, sealed_row, with_people};

pub(crate) const VOUCHES: &str = "vouches";
pub(crate) const ENTRIES: &str = "vouch_entries";

/// A circle that takes vouches.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = vouch_spaces)]
pub(crate) struct SpaceRow {
    pub id: SpaceId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub since_on: Day,
    pub review_on: Day,
}

/// A vouch as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = vouches)]
pub(crate) struct VouchRow {
    pub id: VouchId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub who: Sealed,
    pub basis: Sealed,
    pub stage: VouchStage,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(VouchRow, VOUCHES);

/// Somebody on their way in, as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = vouch_entries, treat_none_as_null = true)]
pub(crate) struct EntryRow {
    pub id: EntryId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub who: Sealed,
    pub stage: EntryStage,
    pub proposal_id: Option<ProposalId>,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(EntryRow, ENTRIES);
of_somebody!(EntryRow);

/// A vouch with who it is for and by, and on what it rests.
#[derive(Clone)]
pub(crate) struct Opened {
    pub row: VouchRow,
    pub whom: PersonId,
    pub by: PersonId,
    pub basis: String,
}

pub(crate) fn space_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    circle: CircleId,
) -> QueryResult<Option<SpaceRow>> {
    let of = vouch_spaces::network_id
        .eq(network)
        .and(vouch_spaces::circle_id.eq(circle));
    vouch_spaces::table
        .filter(of)
        .select(SpaceRow::as_select())
        .first(conn)
        .optional()
}

pub(crate) fn put_space(conn: &mut AnyConnection, row: &SpaceRow) -> QueryResult<()> {
    diesel::insert_into(vouch_spaces::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// All vouches of a space, or of the whole network, opened.
pub(crate) fn vouches_of(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, circle): (NetworkId, Option<CircleId>),
) -> Result<Vec<Opened>, Stop> {
    let mut query = vouches::table
        .filter(vouches::network_id.eq(network))
        .order(vouches::id.asc())
        .select(VouchRow::as_select())
        .into_boxed();
    if let Some(circle) = circle {
        query = query.filter(vouches::circle_id.eq(circle));
    }
    let rows: Vec<VouchRow> = query.load(conn)?;
    let opened = rows.into_iter().map(|row| opened(vault, row));
    Ok(opened
        .collect::<Result<Vec<_>, Stop>>()?
        .into_iter()
        .flatten()
        .collect())
}

/// One vouch, opened.
pub(crate) fn vouch(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, id): (NetworkId, VouchId),
) -> Result<Option<Opened>, Stop> {
    let one = vouches::network_id.eq(network).and(vouches::id.eq(id));
    let row = vouches::table
        .filter(one)
        .select(VouchRow::as_select())
        .first(conn)
        .optional()?;
    match row {
        Some(row) => opened(vault, row),
        None => Ok(None),
    }
}

fn opened(vault: &Vault, row: VouchRow) -> Result<Option<Opened>, Stop> {
    let key = row.key(vault)?;
    let text = key.open(row.row(), "who", &row.who)?;
    let basis = key.open(row.row(), "basis", &row.basis)?;
    let mut two = text.split(' ').filter_map(PersonId::parse);
    Ok(two.next().zip(two.next()).map(|(whom, by)| Opened {
        row,
        whom,
        by,
        basis,
    }))
}

pub(crate) fn put_vouch(conn: &mut AnyConnection, row: &VouchRow) -> QueryResult<()> {
    let changed = diesel::update(vouches::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(vouches::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn remove_vouch(conn: &mut AnyConnection, id: VouchId) -> QueryResult<()> {
    diesel::delete(vouches::table.find(id)).execute(conn)?;
    Ok(())
}

/// Those on their way into a space, or in it by vouches; each with who they are.
pub(crate) fn entries_of(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, circle): (NetworkId, Option<CircleId>),
) -> Result<Vec<(EntryRow, PersonId)>, Stop> {
    let mut query = vouch_entries::table
        .filter(vouch_entries::network_id.eq(network))
        .order(vouch_entries::id.asc())
        .select(EntryRow::as_select())
        .into_boxed();
    if let Some(circle) = circle {
        query = query.filter(vouch_entries::circle_id.eq(circle));
    }
    let rows: Vec<EntryRow> = query.load(conn)?;
    Ok(with_people(vault, rows)?)
}

/// One entry, with who it is about.
pub(crate) fn entry(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, id): (NetworkId, EntryId),
) -> Result<Option<(EntryRow, PersonId)>, Stop> {
    let one = vouch_entries::network_id
        .eq(network)
        .and(vouch_entries::id.eq(id));
    let row = vouch_entries::table
        .filter(one)
        .select(EntryRow::as_select())
        .first(conn)
        .optional()?;
    Ok(with_people(vault, row)?.pop())
}

pub(crate) fn put_entry(conn: &mut AnyConnection, row: &EntryRow) -> QueryResult<()> {
    let changed = diesel::update(vouch_entries::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(vouch_entries::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn remove_entry(conn: &mut AnyConnection, id: EntryId) -> QueryResult<()> {
    diesel::delete(vouch_entries::table.find(id)).execute(conn)?;
    Ok(())
}
