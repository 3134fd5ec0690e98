//! What people do about P4 and P5: each loads, asks the rule, saves; in one transaction.

pub(crate) mod emergency;
pub(crate) mod going;
pub(crate) mod season;
pub(crate) mod word;

use kernel::{Member, PersonId};
use store::{AnyConnection, Stop};
use web::{Held, House, Room};

/// For members; to anybody else there is no such page.
pub(crate) fn reads(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing.reads_as_member() {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// Somebody by the name they go by here.
pub(crate) fn named(room: &mut Room<'_>, name: &str) -> Result<Option<PersonId>, Stop> {
    people::person_with_handle(room.conn, &room.house.vault, room.network.id, name)
}

/// Does something in the room of somebody who is not in it: what the clock or two people do for them.
/// `None` where there is no such person.
pub(crate) fn in_the_room_of<T>(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    work: impl FnOnce(&mut Room<'_>) -> Result<T, Stop>,
) -> Result<Option<T>, Stop> {
    let Some(known) = people::known_of(conn, house, person, house.now())? else {
        return Ok(None);
    };
    let mut room = Room::of_person(conn, house, known)?;
    work(&mut room).map(Some)
}

/// Everything somebody holds, as they would read it.
pub(crate) fn held_by(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<Vec<Held>, Stop> {
    let held = in_the_room_of(conn, house, person, |room| room.held(person))?;
    Ok(held.unwrap_or_default())
}
