//! The pages of joining.

mod agreements;
mod calls;
mod door;
mod path;
mod today;
mod weeks;
mod words;

pub(crate) use today::today;

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
