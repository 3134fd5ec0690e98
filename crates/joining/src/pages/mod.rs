//! The pages of joining.

mod agreements;
mod calls;
mod door;
mod path;
mod today;
mod weeks;
mod words;

pub(crate) use today::today;

use crate::tables::PathRow;
use kernel::PersonId;
use store::Stop;
use web::{Room, Route};

pub(crate) fn routes() -> Vec<Route> {
    [
        door::routes(),
        calls::routes(),
        path::routes(),
        weeks::routes(),
        agreements::routes(),
        words::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How somebody is called, for whoever may know it.
fn called(room: &mut Room<'_>, person: PersonId) -> Result<String, Stop> {
    let handle = people::handle_of(room.conn, &room.house.vault, room.network.id, person)?;
    Ok(handle.seen_by(&room.viewer).cloned().unwrap_or_default())
}

/// Who is somebody's buddy, and until when; or that nobody is yet.
fn buddy_line(room: &mut Room<'_>, row: &PathRow) -> Result<String, Stop> {
    let Some(buddy) = row.buddy_id else {
        return Ok(room.tongue.say("path-no-buddy").to_owned());
    };
    let handle = called(room, buddy)?;
    let said = [("handle", handle.into()), ("day", row.buddy_until.into())];
    Ok(room.tongue.tell("path-buddy", &said))
}
