//! Times of a commitment that are not as its rule says, and when it woke.

use crate::{
    rules::CommitmentId,
    schema::{times_changed, woken_times},
};
use diesel::prelude::*;
use kernel::{Day, Moment, NetworkId, PersonId};
use store::AnyConnection;

kernel::text_enum!(
    /// What became of one time.
    TimeState {
        /// Given up; it looks for somebody.
        Open = "open",
        /// Somebody stands in.
        StandIn = "stands_in",
        /// At another time, as was agreed.
        Moved = "moved",
    }
);

kernel::id_type!(
    /// One time that is not as its rule says.
    TimeId
);

/// A time that is not as its rule says.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = times_changed, treat_none_as_null = true)]
pub(crate) struct TimeRow {
    pub id: TimeId,
    pub network_id: NetworkId,
    pub commitment_id: CommitmentId,
    pub rule_day: Day,
    pub state: TimeState,
    pub other_day: Option<Day>,
    pub other_clock: Option<String>,
    pub stand_in: Option<PersonId>,
    pub ends_on: Day,
}

pub(crate) fn times_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    commitment: CommitmentId,
) -> QueryResult<Vec<TimeRow>> {
    times_changed::table
        .filter(times_changed::network_id.eq(network))
        .filter(times_changed::commitment_id.eq(commitment))
        .order((times_changed::rule_day.asc(), times_changed::id.asc()))
        .select(TimeRow::as_select())
        .load(conn)
}

/// Times somebody stands in for, from a day on.
pub(crate) fn standing_in(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    from: Day,
) -> QueryResult<Vec<TimeRow>> {
    times_changed::table
        .filter(times_changed::network_id.eq(network))
        .filter(times_changed::stand_in.eq(person))
        .filter(times_changed::ends_on.ge(from))
        .order((times_changed::rule_day.asc(), times_changed::id.asc()))
        .select(TimeRow::as_select())
        .load(conn)
}

/// Everybody's standing in, from a day on.
pub(crate) fn all_standing_in(
    conn: &mut AnyConnection,
    network: NetworkId,
    from: Day,
) -> QueryResult<Vec<PersonId>> {
    let all: Vec<Option<PersonId>> = times_changed::table
        .filter(times_changed::network_id.eq(network))
        .filter(times_changed::stand_in.is_not_null())
        .filter(times_changed::ends_on.ge(from))
        .select(times_changed::stand_in)
        .load(conn)?;
    Ok(all.into_iter().flatten().collect())
}

pub(crate) fn put_time(conn: &mut AnyConnection, row: &TimeRow) -> QueryResult<()> {
    let changed = diesel::update(times_changed::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(times_changed::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn remove_time(conn: &mut AnyConnection, id: TimeId) -> QueryResult<()> {
    diesel::delete(times_changed::table.find(id)).execute(conn)?;
    Ok(())
}

/// Times of a commitment that were changed go with it.
pub(crate) fn remove_times_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    commitment: CommitmentId,
) -> QueryResult<()> {
    diesel::delete(
        times_changed::table.filter(
            times_changed::network_id
                .eq(network)
                .and(times_changed::commitment_id.eq(commitment)),
        ),
    )
    .execute(conn)?;
    Ok(())
}

kernel::id_type!(
    /// One waking.
    WakingId
);

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = woken_times)]
pub(crate) struct WakingRow {
    pub id: WakingId,
    pub network_id: NetworkId,
    pub commitment_id: CommitmentId,
    pub woken_at: Moment,
    pub until_at: Moment,
    pub ends_on: Day,
}

pub(crate) fn wakings_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    commitment: CommitmentId,
) -> QueryResult<Vec<WakingRow>> {
    woken_times::table
        .filter(woken_times::network_id.eq(network))
        .filter(woken_times::commitment_id.eq(commitment))
        .order(woken_times::woken_at.asc())
        .select(WakingRow::as_select())
        .load(conn)
}

pub(crate) fn add_waking(conn: &mut AnyConnection, row: &WakingRow) -> QueryResult<()> {
    diesel::insert_into(woken_times::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}
