//! The pages of P29.

mod keys;
mod posture;
mod power;
mod today;
mod tree;

pub use keys::{KeyLine, key_lines};
pub(crate) use today::today;
pub use tree::{TreeLine, tree_lines};

use kernel::PersonId;
use store::Stop;
use web::{Room, Route};

pub(crate) fn routes() -> Vec<Route> {
    [
        posture::routes(),
        power::routes(),
        tree::routes(),
        keys::routes(),
    ]
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
