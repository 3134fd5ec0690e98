//! What was heard of entries, said back; and replies.

use crate::{
    rules::{EntryId, ReflectionId, ReplyId, Said},
    schema::{reflections, slow_replies},
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

pub(crate) const REFLECTIONS: &str = "reflections";
pub(crate) const REPLIES: &str = "slow_replies";

/// What somebody heard.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = reflections)]
pub(crate) struct ReflectionRow {
    pub id: ReflectionId,
    pub network_id: NetworkId,
    pub entry_id: EntryId,
    pub member_id: PersonId,
    pub words: Sealed,
    pub said: Said,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(ReflectionRow, REFLECTIONS);

/// A reply.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = slow_replies)]
pub(crate) struct ReplyRow {
    pub id: ReplyId,
    pub network_id: NetworkId,
    pub entry_id: EntryId,
    pub member_id: PersonId,
    pub words: Sealed,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(ReplyRow, REPLIES);

pub(crate) fn reflections_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    entry: EntryId,
) -> QueryResult<Vec<ReflectionRow>> {
    reflections::table
        .filter(reflections::network_id.eq(network))
        .filter(reflections::entry_id.eq(entry))
        .order(reflections::id.asc())
        .select(ReflectionRow::as_select())
        .load(conn)
}

pub(crate) fn reflection(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ReflectionId,
) -> QueryResult<ReflectionRow> {
    reflections::table
        .filter(reflections::network_id.eq(network))
        .filter(reflections::id.eq(id))
        .select(ReflectionRow::as_select())
        .first(conn)
}

pub(crate) fn reflections_by(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<ReflectionRow>> {
    reflections::table
        .filter(reflections::network_id.eq(network))
        .filter(reflections::member_id.eq(person))
        .select(ReflectionRow::as_select())
        .load(conn)
}

/// What somebody heard, in place of what they said before.
pub(crate) fn put_reflection(conn: &mut AnyConnection, row: &ReflectionRow) -> QueryResult<()> {
    let before = reflections::network_id
        .eq(row.network_id)
        .and(reflections::entry_id.eq(row.entry_id))
        .and(reflections::member_id.eq(row.member_id));
    diesel::delete(reflections::table.filter(before)).execute(conn)?;
    diesel::insert_into(reflections::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn say_of(conn: &mut AnyConnection, id: ReflectionId, said: Said) -> QueryResult<()> {
    diesel::update(reflections::table.find(id))
        .set(reflections::said.eq(said))
        .execute(conn)?;
    Ok(())
}

pub(crate) fn replies_to(
    conn: &mut AnyConnection,
    network: NetworkId,
    entry: EntryId,
) -> QueryResult<Vec<ReplyRow>> {
    slow_replies::table
        .filter(slow_replies::network_id.eq(network))
        .filter(slow_replies::entry_id.eq(entry))
        .order(slow_replies::id.asc())
        .select(ReplyRow::as_select())
        .load(conn)
}

pub(crate) fn replies_by(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<ReplyRow>> {
    slow_replies::table
        .filter(slow_replies::network_id.eq(network))
        .filter(slow_replies::member_id.eq(person))
        .select(ReplyRow::as_select())
        .load(conn)
}

pub(crate) fn put_reply(conn: &mut AnyConnection, row: &ReplyRow) -> QueryResult<()> {
    diesel::insert_into(slow_replies::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// What was heard of an entry and replied to it goes with it.
pub(crate) fn forget_heard(
    conn: &mut AnyConnection,
    network: NetworkId,
    entry: EntryId,
) -> QueryResult<()> {
    let of = reflections::network_id
        .eq(network)
        .and(reflections::entry_id.eq(entry));
    diesel::delete(reflections::table.filter(of)).execute(conn)?;
    let to = slow_replies::network_id
        .eq(network)
        .and(slow_replies::entry_id.eq(entry));
    diesel::delete(slow_replies::table.filter(to)).execute(conn)?;
    Ok(())
}

/// Whoever leaves takes along what they heard and replied.
pub(crate) fn forget_said(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let theirs = reflections::network_id
        .eq(network)
        .and(reflections::member_id.eq(person));
    diesel::delete(reflections::table.filter(theirs)).execute(conn)?;
    let theirs = slow_replies::network_id
        .eq(network)
        .and(slow_replies::member_id.eq(person));
    diesel::delete(slow_replies::table.filter(theirs)).execute(conn)?;
    Ok(())
}
