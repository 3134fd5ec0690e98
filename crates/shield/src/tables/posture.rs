//! How a network stands: one row, found by its primary key.

use crate::{
    rules::{COOLING_SECONDS, Lock, Stands},
    schema::postures,
};
use diesel::prelude::*;
use kernel::{Day, Moment, NetworkId, PersonId, Zone};
use store::AnyConnection;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = postures)]
struct PostureRow {
    network_id: NetworkId,
    guarded_until: Option<Moment>,
    locked_from: Option<Moment>,
    locked_until: Option<Moment>,
    called_by: Option<PersonId>,
    answered_by: Option<PersonId>,
    ends_on: Day,
}

/// How it stands; as usual where there is no row.
pub(crate) fn stands(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Stands> {
    let row: Option<PostureRow> = postures::table
        .find(network)
        .select(PostureRow::as_select())
        .first(conn)
        .optional()?;
    let Some(row) = row else {
        return Ok(Stands::default());
    };
    let by = [row.called_by, row.answered_by];
    let lock = match (row.locked_from, row.locked_until) {
        (Some(from), Some(until)) => Some(Lock {
            from,
            until,
            by: by.into_iter().flatten().collect(),
        }),
        _ => None,
    };
    Ok(Stands {
        guarded_until: row.guarded_until,
        lock,
    })
}

/// Saves how it stands; the row goes once nothing in it counts any more.
pub(crate) fn save_stands(
    conn: &mut AnyConnection,
    network: NetworkId,
    stands: &Stands,
    zone: &Zone,
) -> QueryResult<()> {
    diesel::delete(postures::table.find(network)).execute(conn)?;
    let lock = stands.lock.as_ref();
    let cooled = lock.map(|lock| lock.until.plus_seconds(COOLING_SECONDS));
    let Some(last) = stands.guarded_until.max(cooled) else {
        return Ok(());
    };
    diesel::insert_into(postures::table)
        .values(PostureRow {
            network_id: network,
            guarded_until: stands.guarded_until,
            locked_from: lock.map(|lock| lock.from),
            locked_until: lock.map(|lock| lock.until),
            called_by: lock.and_then(|lock| lock.by.first().copied()),
            answered_by: lock.and_then(|lock| lock.by.get(1).copied()),
            ends_on: zone.day_of(last),
        })
        .execute(conn)?;
    Ok(())
}

/// What is over goes.
pub(crate) fn erase_over(
    conn: &mut AnyConnection,
    network: NetworkId,
    last: Day,
) -> QueryResult<usize> {
    diesel::delete(
        postures::table.filter(
            postures::network_id
                .eq(network)
                .and(postures::ends_on.lt(last)),
        ),
    )
    .execute(conn)
}
