//! Slow rounds.

use crate::{rules::SlowId, schema::slow_rounds};
use diesel::prelude::*;
use kernel::{CircleId, Day, Moment, NetworkId, PersonId};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

pub(crate) const SLOW: &str = "slow_rounds";

/// A slow round as stored.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = slow_rounds)]
pub(crate) struct SlowRow {
    pub id: SlowId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub host_id: Option<PersonId>,
    pub question: Sealed,
    pub closes_at: Moment,
    /// When everyone was in.
    pub heard_at: Option<Moment>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(SlowRow, SLOW);

impl SlowRow {
    /// Whether it is open to be read; then nothing more is given into it.
    pub fn is_open(&self, now: Moment) -> bool {
        self.heard_at.is_some() || self.closes_at <= now
    }
}

pub(crate) fn slow_round(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: SlowId,
) -> QueryResult<SlowRow> {
    let one = slow_rounds::network_id
        .eq(network)
        .and(slow_rounds::id.eq(id));
    slow_rounds::table
        .filter(one)
        .select(SlowRow::as_select())
        .first(conn)
}

/// Slow rounds of these circles, what closes last first.
pub(crate) fn slow_rounds_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    circles: &[CircleId],
) -> QueryResult<Vec<SlowRow>> {
    let of = slow_rounds::network_id
        .eq(network)
        .and(slow_rounds::circle_id.eq_any(circles));
    slow_rounds::table
        .filter(of)
        .order((slow_rounds::closes_at.desc(), slow_rounds::id.asc()))
        .select(SlowRow::as_select())
        .load(conn)
}

/// Slow rounds that wait for somebody or for their time.
pub(crate) fn waiting(
    conn: &mut AnyConnection,
    network: NetworkId,
    now: Moment,
) -> QueryResult<Vec<SlowRow>> {
    let open = slow_rounds::network_id
        .eq(network)
        .and(slow_rounds::heard_at.is_null())
        .and(slow_rounds::closes_at.gt(now));
    slow_rounds::table
        .filter(open)
        .select(SlowRow::as_select())
        .load(conn)
}

pub(crate) fn hosted_by(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<SlowRow>> {
    let theirs = slow_rounds::network_id
        .eq(network)
        .and(slow_rounds::host_id.eq(person));
    slow_rounds::table
        .filter(theirs.assume_not_null())
        .select(SlowRow::as_select())
        .load(conn)
}

pub(crate) fn put_slow_round(conn: &mut AnyConnection, row: &SlowRow) -> QueryResult<()> {
    diesel::insert_into(slow_rounds::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// Everyone is in: it is open from now on.
pub(crate) fn is_heard(conn: &mut AnyConnection, id: SlowId, at: Moment) -> QueryResult<usize> {
    let one = slow_rounds::table
        .find(id)
        .filter(slow_rounds::heard_at.is_null());
    diesel::update(one)
        .set(slow_rounds::heard_at.eq(at))
        .execute(conn)
}

pub(crate) fn unname_host(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let theirs = slow_rounds::network_id
        .eq(network)
        .and(slow_rounds::host_id.eq(person));
    diesel::update(slow_rounds::table.filter(theirs.assume_not_null()))
        .set(slow_rounds::host_id.eq(None::<PersonId>))
        .execute(conn)?;
    Ok(())
}
