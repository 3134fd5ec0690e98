//! The pages of P3.

mod buddies;
mod home;
mod map;
mod matching;
mod pod;
mod today;

pub(crate) use today::today;

use kernel::{Guarded, PersonId, Who};
use store::Stop;
use web::{Room, Route};

pub(crate) fn routes() -> Vec<Route> {
    [
        home::routes(),
        buddies::routes(),
        map::routes(),
        matching::routes(),
        pod::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How somebody is called, for those who are in something with them.
fn called(room: &mut Room<'_>, person: PersonId, who: Who) -> Result<String, Stop> {
    let vault = &room.house.vault;
    let name = match people::name_of(room.conn, vault, room.network.id, person) {
        Err(Stop::NotThere) => String::new(),
        named => named?,
    };
    let guarded = Guarded::new(name, who);
    Ok(guarded.seen_by(&room.viewer).cloned().unwrap_or_default())
}
