//! The list of keys.

use crate::schema::{key_holders, shared_keys};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId};
use store::{AnyConnection, ERASED, Sealed, WrappedKey, sealed_row, set_fact};

kernel::id_type!(
    /// One key of the list.
    KeyId
);

pub(crate) const SHARED_KEYS: &str = "shared_keys";

/// A key: what it is to, and where it lies.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = shared_keys, treat_none_as_null = true)]
pub(crate) struct KeyRow {
    pub id: KeyId,
    pub network_id: NetworkId,
    pub what: Sealed,
    pub lies: Option<Sealed>,
    pub changed_on: Day,
    pub review_on: Day,
    /// Since when it should be changed, because somebody who held it does so no more.
    pub due_since: Option<Day>,
    pub row_key: WrappedKey,
}
sealed_row!(KeyRow, SHARED_KEYS);

pub(crate) fn keys(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<KeyRow>> {
    shared_keys::table
        .filter(shared_keys::network_id.eq(network))
        .order((shared_keys::review_on, shared_keys::id))
        .select(KeyRow::as_select())
        .load(conn)
}

pub(crate) fn key(conn: &mut AnyConnection, network: NetworkId, id: KeyId) -> QueryResult<KeyRow> {
    shared_keys::table
        .filter(
            shared_keys::network_id
                .eq(network)
                .and(shared_keys::id.eq(id)),
        )
        .select(KeyRow::as_select())
        .first(conn)
}

/// Saves a key over what stood there, with its holders.
pub(crate) fn save_key(
    conn: &mut AnyConnection,
    row: &KeyRow,
    holders: &[PersonId],
) -> QueryResult<()> {
    if diesel::delete(shared_keys::table.find(row.id)).execute(conn)? > 0 {
        set_fact(conn, row.network_id, ERASED, "yes")?;
    }
    diesel::insert_into(shared_keys::table)
        .values(row)
        .execute(conn)?;
    diesel::delete(of_key(row)).execute(conn)?;
    for holder in holders {
        diesel::insert_into(key_holders::table)
            .values((
                key_holders::network_id.eq(row.network_id),
                key_holders::key_id.eq(row.id),
                key_holders::holder_id.eq(*holder),
            ))
            .execute(conn)?;
    }
    Ok(())
}

type OfKey = diesel::helper_types::Filter<
    key_holders::table,
    diesel::helper_types::And<
        diesel::helper_types::Eq<key_holders::network_id, NetworkId>,
        diesel::helper_types::Eq<key_holders::key_id, KeyId>,
    >,
>;

fn of_key(row: &KeyRow) -> OfKey {
    key_holders::table.filter(
        key_holders::network_id
            .eq(row.network_id)
            .and(key_holders::key_id.eq(row.id)),
    )
}

pub(crate) fn erase_key(conn: &mut AnyConnection, row: &KeyRow) -> QueryResult<()> {
    diesel::delete(of_key(row)).execute(conn)?;
    diesel::delete(shared_keys::table.find(row.id)).execute(conn)?;
    Ok(())
}

/// Who holds which key.
pub(crate) fn holders(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<(KeyId, PersonId)>> {
    key_holders::table
        .filter(key_holders::network_id.eq(network))
        .select((key_holders::key_id, key_holders::holder_id))
        .order((key_holders::key_id, key_holders::holder_id))
        .load(conn)
}

/// Somebody lets go of one key: it is to be changed. Whether they held it.
pub(crate) fn let_go(
    conn: &mut AnyConnection,
    (network, key): (NetworkId, KeyId),
    person: PersonId,
    today: Day,
) -> QueryResult<bool> {
    let held = diesel::delete(key_holders::table.find((network, key, person))).execute(conn)?;
    if held > 0 {
        diesel::update(
            shared_keys::table.filter(
                shared_keys::network_id
                    .eq(network)
                    .and(shared_keys::id.eq(key))
                    .and(shared_keys::due_since.is_null()),
            ),
        )
        .set(shared_keys::due_since.eq(today))
        .execute(conn)?;
    }
    Ok(held > 0)
}

/// Somebody holds nothing any more: what they held is to be changed.
pub(crate) fn holds_no_more(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    today: Day,
) -> QueryResult<usize> {
    let held: Vec<KeyId> = key_holders::table
        .filter(
            key_holders::network_id
                .eq(network)
                .and(key_holders::holder_id.eq(person)),
        )
        .select(key_holders::key_id)
        .load(conn)?;
    if held.is_empty() {
        return Ok(0);
    }
    diesel::update(
        shared_keys::table.filter(
            shared_keys::network_id
                .eq(network)
                .and(shared_keys::id.eq_any(held.clone()))
                .and(shared_keys::due_since.is_null()),
        ),
    )
    .set(shared_keys::due_since.eq(today))
    .execute(conn)?;
    diesel::delete(
        key_holders::table.filter(
            key_holders::network_id
                .eq(network)
                .and(key_holders::holder_id.eq(person)),
        ),
    )
    .execute(conn)?;
    Ok(held.len())
}
