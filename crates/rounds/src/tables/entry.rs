//! What people gave into slow rounds. There is one query that reads words for a page, and it has the
//! predicate in it: nothing before everyone is in or the time is over.

use crate::{
    rules::{EntryId, SlowId},
    schema::{slow_entries, slow_rounds},
};
use diesel::prelude::*;
use kernel::{Day, Moment, NetworkId, PersonId, YesNo};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

pub(crate) const ENTRIES: &str = "slow_entries";

/// An entry as stored.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = slow_entries)]
pub(crate) struct EntryRow {
    pub id: EntryId,
    pub network_id: NetworkId,
    pub round_id: SlowId,
    pub member_id: PersonId,
    /// Without words they passed.
    pub words: Option<Sealed>,
    /// Whether the speaker asks for no saying back before a reply.
    pub waived: YesNo,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(EntryRow, ENTRIES);

/// The entries of a round that is open to be read; of any other there are none.
pub(crate) fn entries_heard(
    conn: &mut AnyConnection,
    (network, round): (NetworkId, SlowId),
    now: Moment,
) -> QueryResult<Vec<EntryRow>> {
    let open = slow_rounds::table
        .filter(slow_rounds::network_id.eq(network))
        .filter(slow_rounds::id.eq(round))
        .filter(
            slow_rounds::heard_at
                .is_not_null()
                .or(slow_rounds::closes_at.le(now)),
        )
        .select(slow_rounds::id);
    slow_entries::table
        .filter(slow_entries::network_id.eq(network))
        .filter(slow_entries::round_id.eq_any(open))
        // By chance, as ids are: not by who came first.
        .order(slow_entries::id.asc())
        .select(EntryRow::as_select())
        .load(conn)
}

/// One entry, if its round is open to be read.
pub(crate) fn entry_heard(
    conn: &mut AnyConnection,
    (network, id): (NetworkId, EntryId),
    now: Moment,
) -> QueryResult<EntryRow> {
    let round: SlowId = slow_entries::table
        .filter(slow_entries::network_id.eq(network))
        .filter(slow_entries::id.eq(id))
        .select(slow_entries::round_id)
        .first(conn)?;
    let all = entries_heard(conn, (network, round), now)?;
    let mut all = all.into_iter();
    all.find(|row| row.id == id)
        .ok_or(diesel::result::Error::NotFound)
}

/// Who gave something into a round, or passed: that alone, and none of it.
pub(crate) fn who_gave(
    conn: &mut AnyConnection,
    network: NetworkId,
    round: SlowId,
) -> QueryResult<Vec<PersonId>> {
    slow_entries::table
        .filter(slow_entries::network_id.eq(network))
        .filter(slow_entries::round_id.eq(round))
        .select(slow_entries::member_id)
        .load(conn)
}

/// What somebody gave themself, for what they take along; nobody else's.
pub(crate) fn entries_by(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<EntryRow>> {
    slow_entries::table
        .filter(slow_entries::network_id.eq(network))
        .filter(slow_entries::member_id.eq(person))
        .order(slow_entries::id.asc())
        .select(EntryRow::as_select())
        .load(conn)
}

/// An entry in place of the one its author gave before.
pub(crate) fn put_entry(conn: &mut AnyConnection, row: &EntryRow) -> QueryResult<()> {
    take_entry(conn, (row.network_id, row.round_id), row.member_id)?;
    diesel::insert_into(slow_entries::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// Takes somebody's entry back, with what others heard of it and replied.
pub(crate) fn take_entry(
    conn: &mut AnyConnection,
    (network, round): (NetworkId, SlowId),
    person: PersonId,
) -> QueryResult<usize> {
    let theirs = slow_entries::network_id
        .eq(network)
        .and(slow_entries::round_id.eq(round))
        .and(slow_entries::member_id.eq(person));
    let ids: Vec<EntryId> = slow_entries::table
        .filter(theirs)
        .select(slow_entries::id)
        .load(conn)?;
    for id in &ids {
        super::forget_heard(conn, network, *id)?;
        diesel::delete(slow_entries::table.find(*id)).execute(conn)?;
    }
    Ok(ids.len())
}

/// Whether the speaker asks for no saying back.
pub(crate) fn set_waived(conn: &mut AnyConnection, id: EntryId, waived: YesNo) -> QueryResult<()> {
    diesel::update(slow_entries::table.find(id))
        .set(slow_entries::waived.eq(waived))
        .execute(conn)?;
    Ok(())
}
