//! The pages of P20.

mod rest;
mod season;
mod today;

pub(crate) use rest::instead_of;
pub(crate) use season::front;
pub(crate) use today::today;

use kernel::PersonId;
use store::Stop;
use web::{Room, Route};

pub(crate) fn routes() -> Vec<Route> {
    [rest::routes(), season::routes()]
        .into_iter()
        .flatten()
        .collect()
}

/// How somebody is called, for whoever may know it; empty where they have left.
fn called(room: &mut Room<'_>, person: PersonId) -> Result<String, Stop> {
    match people::handle_of(room.conn, &room.house.vault, room.network.id, person) {
        Ok(handle) => Ok(handle.seen_by(&room.viewer).cloned().unwrap_or_default()),
        Err(Stop::NotThere) => Ok(String::new()),
        Err(other) => Err(other),
    }
}
