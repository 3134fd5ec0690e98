//! Links by which calendars read.

use crate::schema::calendar_feeds;
use diesel::prelude::*;
use kernel::{CircleId, Moment, NetworkId, PersonId};
use store::AnyConnection;

kernel::id_type!(
    /// A link by which a calendar reads.
    FeedId
);

/// A link, without what stands in it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = calendar_feeds)]
pub(crate) struct FeedRow {
    pub id: FeedId,
    pub person_id: PersonId,
    /// A circle's times; without one, the person's own.
    pub circle_id: Option<CircleId>,
    pub expires_at: Moment,
}

/// The links somebody made and that still open.
pub(crate) fn feeds_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    (person, now): (PersonId, Moment),
) -> QueryResult<Vec<FeedRow>> {
    calendar_feeds::table
        .filter(
            calendar_feeds::network_id
                .eq(network)
                .and(calendar_feeds::person_id.eq(person))
                .and(calendar_feeds::expires_at.gt(now)),
        )
        .order((calendar_feeds::expires_at, calendar_feeds::id))
        .select(FeedRow::as_select())
        .load(conn)
}

/// The link with this mark, while it opens.
pub(crate) fn feed(
    conn: &mut AnyConnection,
    network: NetworkId,
    (mark, now): (&[u8], Moment),
) -> QueryResult<FeedRow> {
    calendar_feeds::table
        .filter(
            calendar_feeds::network_id
                .eq(network)
                .and(calendar_feeds::link_mark.eq(mark.to_vec()))
                .and(calendar_feeds::expires_at.gt(now)),
        )
        .select(FeedRow::as_select())
        .first(conn)
}

pub(crate) fn put_feed(
    conn: &mut AnyConnection,
    network: NetworkId,
    row: &FeedRow,
    mark: Vec<u8>,
) -> QueryResult<()> {
    diesel::insert_into(calendar_feeds::table)
        .values((
            calendar_feeds::id.eq(row.id),
            calendar_feeds::network_id.eq(network),
            calendar_feeds::person_id.eq(row.person_id),
            calendar_feeds::circle_id.eq(row.circle_id),
            calendar_feeds::link_mark.eq(mark),
            calendar_feeds::expires_at.eq(row.expires_at),
        ))
        .execute(conn)?;
    Ok(())
}

/// Ends one of somebody's links; whether it was theirs.
pub(crate) fn end_feed(
    conn: &mut AnyConnection,
    network: NetworkId,
    (person, id): (PersonId, FeedId),
) -> QueryResult<bool> {
    let ended = diesel::delete(
        calendar_feeds::table.filter(
            calendar_feeds::network_id
                .eq(network)
                .and(calendar_feeds::person_id.eq(person))
                .and(calendar_feeds::id.eq(id)),
        ),
    )
    .execute(conn)?;
    Ok(ended > 0)
}

/// Ends all of somebody's links.
pub(crate) fn end_feeds(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<usize> {
    diesel::delete(
        calendar_feeds::table.filter(
            calendar_feeds::network_id
                .eq(network)
                .and(calendar_feeds::person_id.eq(person)),
        ),
    )
    .execute(conn)
}

pub(crate) fn erase_old_feeds(
    conn: &mut AnyConnection,
    network: NetworkId,
    now: Moment,
) -> QueryResult<usize> {
    diesel::delete(
        calendar_feeds::table.filter(
            calendar_feeds::network_id
                .eq(network)
                .and(calendar_feeds::expires_at.le(now)),
        ),
    )
    .execute(conn)
}
