//! Who is behind a session, with what they hold at this moment.

use crate::schema::{belongings, persons, sessions};
use diesel::prelude::*;
use kernel::{
    CircleId, Day, Member, Moment, NetworkId, OrganisationId, PersonId, Role, RoleHeld, Standing,
};
use store::{AnyConnection, Sealed, WrappedKey};
use web::Lang;

/// Whoever is behind a session, and when they last showed that it is them.
#[derive(Queryable)]
pub(crate) struct SessionFound {
    pub id: PersonId,
    pub standing: Standing,
    pub joined: Day,
    pub lang: Option<Lang>,
    pub handle: Sealed,
    pub row_key: WrappedKey,
    pub proved_at: Moment,
}

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
            sessions::proved_at,
        ))
        .first(conn)
        .optional()
}

// The view's words beside those of roles.
const BELONGS: &str = "belongs";
const SPEAKS_FOR: &str = "speaks_for";

/// What somebody belongs to and holds at this moment.
pub(crate) fn load_member(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: PersonId,
    standing: Standing,
    joined: Day,
    now: Moment,
) -> QueryResult<Member> {
    let held: Vec<(CircleId, String)> = belongings::table
        .filter(
            belongings::network_id
                .eq(network)
                .and(belongings::person_id.eq(id))
                .and(belongings::to_at.gt(now))
                .and(belongings::from_at.le(now)),
        )
        .select((belongings::of_id, belongings::word))
        .load(conn)?;
    let (mut circles, mut roles, mut liaison_of) = (Vec::new(), Vec::new(), Vec::new());
    for (circle, word) in held {
        match word.as_str() {
            BELONGS => circles.push(circle),
            SPEAKS_FOR => liaison_of.push(OrganisationId(circle.0)),
            role => roles.extend(Role::parse(role).map(|role| RoleHeld { circle, role })),
        }
    }
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
