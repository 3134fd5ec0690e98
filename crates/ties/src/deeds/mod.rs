//! What people do about P8 and P30: each loads, asks the rule, saves; in one transaction.

pub(crate) mod introduction;
pub(crate) mod meeting;
pub(crate) mod picture;
pub(crate) mod tie;

use kernel::{Member, PersonId};
use store::Stop;
use web::Room;

/// Members.
pub(crate) fn acts(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing.reads_as_member() {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// Somebody of the network by the name they go by: a member, or somebody in their first weeks.
pub(crate) fn by_name(room: &mut Room<'_>, name: &str) -> Result<Option<PersonId>, Stop> {
    let vault = &room.house.vault;
    let found = people::person_with_handle(room.conn, vault, room.network.id, name)?;
    let Some(person) = found else { return Ok(None) };
    let standing = people::standing_of(room.conn, room.network.id, person)?;
    let here = standing.is_some_and(|standing| {
        standing.reads_as_member() || standing == kernel::Standing::Participant
    });
    Ok(here.then_some(person))
}
