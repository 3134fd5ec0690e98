//! Pods and who sits in them.

use crate::{
    rules::{Pod, PodStage, Said, Seat},
    schema::{pod_seats, pods},
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId, Standing};
use std::collections::BTreeSet;
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

kernel::id_type!(
    /// A pod.
    PodId
);

pub(crate) const PODS: &str = "pods";

/// A pod as stored, without its seats.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = pods, treat_none_as_null = true)]
pub(crate) struct PodRow {
    pub id: PodId,
    pub network_id: NetworkId,
    pub stage: PodStage,
    pub agreements: Option<Sealed>,
    pub cadence: Option<Sealed>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(PodRow, PODS);

/// The pod somebody has a seat in, whatever is asked of it; there is one at most.
pub(crate) fn pod_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Option<PodRow>> {
    pods::table
        .inner_join(pod_seats::table.on(pod_seats::pod_id.eq(pods::id)))
        .filter(
            pod_seats::network_id
                .eq(network)
                .and(pod_seats::member_id.eq(person)),
        )
        .select(PodRow::as_select())
        .first(conn)
        .optional()
}

/// Which pod somebody is of, for whoever counts those of one pod as one.
///
/// # Errors
/// Where the database cannot be read.
pub fn pod_of_person(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> Result<Option<PodId>, store::Stop> {
    Ok(pod_of(conn, network, person)?.map(|row| row.id))
}

/// The rule's view of a pod.
pub(crate) fn as_ruled(conn: &mut AnyConnection, row: &PodRow) -> QueryResult<Pod> {
    let seats: Vec<(PersonId, Said)> = pod_seats::table
        .filter(
            pod_seats::network_id
                .eq(row.network_id)
                .and(pod_seats::pod_id.eq(row.id)),
        )
        .order(pod_seats::member_id)
        .select((pod_seats::member_id, pod_seats::said))
        .load(conn)?;
    let mut sits = Vec::new();
    for (person, said) in seats {
        let standing = people::standing_of(conn, row.network_id, person)?;
        sits.push(Seat {
            person,
            said,
            rests: standing.is_some_and(Standing::rests),
        });
    }
    Ok(Pod {
        stage: row.stage,
        by: row.ends_on,
        seats: sits,
    })
}

pub(crate) fn put_pod(conn: &mut AnyConnection, row: &PodRow, pod: &Pod) -> QueryResult<()> {
    diesel::insert_into(pods::table).values(row).execute(conn)?;
    put_seats(conn, row, pod)
}

fn put_seats(conn: &mut AnyConnection, row: &PodRow, pod: &Pod) -> QueryResult<()> {
    for seat in &pod.seats {
        diesel::insert_into(pod_seats::table)
            .values((
                pod_seats::network_id.eq(row.network_id),
                pod_seats::pod_id.eq(row.id),
                pod_seats::member_id.eq(seat.person),
                pod_seats::said.eq(seat.said),
            ))
            .execute(conn)?;
    }
    Ok(())
}

fn take_seats(conn: &mut AnyConnection, row: &PodRow) -> QueryResult<()> {
    diesel::delete(
        pod_seats::table.filter(
            pod_seats::network_id
                .eq(row.network_id)
                .and(pod_seats::pod_id.eq(row.id)),
        ),
    )
    .execute(conn)?;
    Ok(())
}

/// Writes a pod over how it stood.
pub(crate) fn save_pod(conn: &mut AnyConnection, row: &PodRow, pod: &Pod) -> QueryResult<()> {
    diesel::update(pods::table.find(row.id))
        .set((pods::stage.eq(pod.stage), pods::ends_on.eq(pod.by)))
        .execute(conn)?;
    take_seats(conn, row)?;
    put_seats(conn, row, pod)
}

/// A pod is over: nothing of it is left.
pub(crate) fn erase_pod(conn: &mut AnyConnection, row: &PodRow) -> QueryResult<()> {
    take_seats(conn, row)?;
    diesel::delete(pods::table.find(row.id)).execute(conn)?;
    Ok(())
}

/// Keeps what a pod agreed, and how it meets.
pub(crate) fn save_words(conn: &mut AnyConnection, row: &PodRow) -> QueryResult<()> {
    diesel::update(pods::table.find(row.id))
        .set((
            pods::agreements.eq(&row.agreements),
            pods::cadence.eq(&row.cadence),
        ))
        .execute(conn)?;
    Ok(())
}

/// Every pod that time may move: those that choose, and those whose day comes within these days.
pub(crate) fn pods_to_look_at(
    conn: &mut AnyConnection,
    network: NetworkId,
    before: Day,
) -> QueryResult<Vec<PodRow>> {
    pods::table
        .filter(
            pods::network_id.eq(network).and(
                pods::stage
                    .eq(PodStage::Choosing)
                    .or(pods::ends_on.le(before)),
            ),
        )
        .select(PodRow::as_select())
        .load(conn)
}

/// How many open pods there are, and how many people are in them.
pub(crate) fn how_many(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<(usize, usize)> {
    let seats: Vec<PodId> = pods::table
        .inner_join(pod_seats::table.on(pod_seats::pod_id.eq(pods::id)))
        .filter(
            pod_seats::network_id
                .eq(network)
                .and(pods::stage.ne(PodStage::Forming)),
        )
        .select(pods::id)
        .load(conn)?;
    let pods: BTreeSet<_> = seats.iter().collect();
    Ok((pods.len(), seats.len()))
}

/// Everybody who has a seat somewhere.
pub(crate) fn seated(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<PersonId>> {
    pod_seats::table
        .filter(pod_seats::network_id.eq(network))
        .select(pod_seats::member_id)
        .load(conn)
}
