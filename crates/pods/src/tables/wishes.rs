//! Who would like a pod, who matches, and how often it was tried today.

use crate::schema::{pod_matchers, pod_tries, pod_wishes};
use diesel::prelude::*;
use kernel::{Chance, Day, NetworkId, PersonId};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

kernel::id_type!(
    /// That a grouping was tried.
    TryId
);

pub(crate) const WISHES: &str = "pod_wishes";

/// Somebody would like a pod; the row's id is the person's.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = pod_wishes)]
pub(crate) struct WishRow {
    pub id: PersonId,
    pub network_id: NetworkId,
    pub not_with: Sealed,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(WishRow, WISHES);

/// Somebody's wish, while it lasts.
pub(crate) fn wish_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    (person, today): (PersonId, Day),
) -> QueryResult<Option<WishRow>> {
    pod_wishes::table
        .filter(
            pod_wishes::network_id
                .eq(network)
                .and(pod_wishes::id.eq(person))
                .and(pod_wishes::ends_on.ge(today)),
        )
        .select(WishRow::as_select())
        .first(conn)
        .optional()
}

/// Everybody's wish, while it lasts.
pub(crate) fn wishes(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<WishRow>> {
    pod_wishes::table
        .filter(
            pod_wishes::network_id
                .eq(network)
                .and(pod_wishes::ends_on.ge(today)),
        )
        .select(WishRow::as_select())
        .load(conn)
}

pub(crate) fn put_wish(conn: &mut AnyConnection, row: &WishRow) -> QueryResult<()> {
    diesel::insert_into(pod_wishes::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// Keeps whom somebody is not to be put together with, over what stood there.
pub(crate) fn set_not_with(
    conn: &mut AnyConnection,
    person: PersonId,
    not_with: &Sealed,
) -> QueryResult<()> {
    diesel::update(pod_wishes::table.find(person))
        .set(pod_wishes::not_with.eq(not_with))
        .execute(conn)?;
    Ok(())
}

/// Erases these people's wishes, with all they said; whether there were any.
pub(crate) fn erase_wishes(
    conn: &mut AnyConnection,
    network: NetworkId,
    of: &[PersonId],
) -> QueryResult<bool> {
    let erased = diesel::delete(
        pod_wishes::table.filter(
            pod_wishes::network_id
                .eq(network)
                .and(pod_wishes::id.eq_any(of.to_vec())),
        ),
    )
    .execute(conn)?;
    Ok(erased > 0)
}

pub(crate) fn erase_old_wishes(
    conn: &mut AnyConnection,
    network: NetworkId,
    last: Day,
) -> QueryResult<usize> {
    diesel::delete(
        pod_wishes::table.filter(
            pod_wishes::network_id
                .eq(network)
                .and(pod_wishes::ends_on.le(last)),
        ),
    )
    .execute(conn)
}

/// Who matches pods now, and until which day.
pub(crate) fn matcher(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Option<(PersonId, Day)>> {
    pod_matchers::table
        .filter(
            pod_matchers::network_id
                .eq(network)
                .and(pod_matchers::until_day.ge(today)),
        )
        .select((pod_matchers::person_id, pod_matchers::until_day))
        .first(conn)
        .optional()
}

/// Somebody matches pods until a day; whoever did before does no more.
pub(crate) fn set_matcher(
    conn: &mut AnyConnection,
    network: NetworkId,
    to: Option<(PersonId, Day)>,
) -> QueryResult<()> {
    diesel::delete(pod_matchers::table.find(network)).execute(conn)?;
    if let Some((person, until)) = to {
        diesel::insert_into(pod_matchers::table)
            .values((
                pod_matchers::network_id.eq(network),
                pod_matchers::person_id.eq(person),
                pod_matchers::until_day.eq(until),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Erases whoever matched until before this day: the last minute of their day is theirs.
pub(crate) fn erase_old_matcher(
    conn: &mut AnyConnection,
    network: NetworkId,
    last: Day,
) -> QueryResult<usize> {
    diesel::delete(
        pod_matchers::table.filter(
            pod_matchers::network_id
                .eq(network)
                .and(pod_matchers::until_day.lt(last)),
        ),
    )
    .execute(conn)
}

/// How many groupings were tried on a day.
pub(crate) fn tries_on(
    conn: &mut AnyConnection,
    network: NetworkId,
    day: Day,
) -> QueryResult<usize> {
    let tries: i64 = pod_tries::table
        .filter(
            pod_tries::network_id
                .eq(network)
                .and(pod_tries::ends_on.eq(day)),
        )
        .count()
        .get_result(conn)?;
    Ok(usize::try_from(tries).unwrap_or(usize::MAX))
}

pub(crate) fn put_try(
    conn: &mut AnyConnection,
    chance: &dyn Chance,
    network: NetworkId,
    day: Day,
) -> QueryResult<()> {
    diesel::insert_into(pod_tries::table)
        .values((
            pod_tries::id.eq(TryId::new(chance)),
            pod_tries::network_id.eq(network),
            pod_tries::ends_on.eq(day),
        ))
        .execute(conn)?;
    Ok(())
}

pub(crate) fn erase_old_tries(
    conn: &mut AnyConnection,
    network: NetworkId,
    last: Day,
) -> QueryResult<usize> {
    diesel::delete(
        pod_tries::table.filter(
            pod_tries::network_id
                .eq(network)
                .and(pod_tries::ends_on.le(last)),
        ),
    )
    .execute(conn)
}
