//! Who is behind a session, with what they hold at this moment.

use crate::schema::{circle_members, liaisons, persons, role_holdings, sessions};
use diesel::prelude::*;
use kernel::{CircleId, Day, Member, Moment, NetworkId, PersonId, Role, RoleHeld, Standing};
use store::{AnyConnection, Sealed, WrappedKey};
use web::Lang;

type SessionFound = (PersonId, Standing, Day, Option<Lang>, Sealed, WrappedKey);

/// The person of a session that has not ended.
pub(crate) fn session_person(
    conn: &mut AnyConnection,
    network: NetworkId,
    token_hash: Vec<u8>,
    now: Moment,
) -> QueryResult<Option<SessionFound>> {
    sessions::table
        .inner_join(
            persons::table.on(persons::id
                .eq(sessions::person_id)
                .and(persons::network_id.eq(sessions::network_id))),
        )
        .filter(
            sessions::network_id
                .eq(network)
                .and(sessions::token_hash.eq(token_hash))
                .and(sessions::expires_at.gt(now)),
        )
        .select((
            persons::id,
            persons::standing,
            persons::joined_on,
            persons::language,
            persons::handle,
            persons::row_key,
        ))
        .first(conn)
        .optional()
}

/// What somebody belongs to and holds at this moment.
pub(crate) fn load_member(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: PersonId,
    standing: Standing,
    joined: Day,
    now: Moment,
) -> QueryResult<Member> {
    let circles = circle_members::table
        .filter(
            circle_members::network_id
                .eq(network)
                .and(circle_members::person_id.eq(id)),
        )
        .select(circle_members::circle_id)
        .load(conn)?;
    let roles: Vec<(CircleId, Role)> = role_holdings::table
        .filter(
            role_holdings::network_id
                .eq(network)
                .and(role_holdings::person_id.eq(id))
                .and(role_holdings::to_at.gt(now))
                .and(role_holdings::from_at.le(now)),
        )
        .select((role_holdings::circle_id, role_holdings::role))
        .load(conn)?;
    let liaison_of = liaisons::table
        .filter(
            liaisons::network_id
                .eq(network)
                .and(liaisons::person_id.eq(id)),
        )
        .select(liaisons::organisation_id)
        .load(conn)?;
    let roles = roles
        .into_iter()
        .map(|(circle, role)| RoleHeld { circle, role })
        .collect();
    Ok(Member {
        id,
        network,
        standing,
        joined,
        circles,
        roles,
        liaison_of,
    })
}
