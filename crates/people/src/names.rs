//! How people and their circles are called, on the pages of every practice.

use crate::{sight, tables};
use kernel::{CircleId, Guarded, Member, PersonId, Who};
use store::Stop;
use web::Room;

/// How somebody is called, as this viewer reads it; empty where it is not theirs to read, or there is
/// nobody any more.
pub fn called(room: &mut Room<'_>, person: PersonId) -> Result<String, Stop> {
    let who = sight::handle(room.network.id);
    called_for(room, person, who)
}

/// The same, behind an audience of a practice's own.
pub fn called_for(room: &mut Room<'_>, person: PersonId, who: Who) -> Result<String, Stop> {
    let vault = &room.house.vault;
    let name = match tables::name_of(room.conn, vault, room.network.id, person) {
        Err(Stop::NotThere) => String::new(),
        named => named?,
    };
    let guarded = Guarded::new(name, who);
    Ok(guarded.seen_by(&room.viewer).cloned().unwrap_or_default())
}

/// The circles somebody is in, with their names, as a form offers them.
pub fn my_circles(room: &mut Room<'_>, me: &Member) -> Result<Vec<(CircleId, String)>, Stop> {
    let all = tables::circles(room.conn, me.network)?.into_iter();
    let mine = all.filter(|circle| me.circles.contains(&circle.id));
    Ok(mine.map(|circle| (circle.id, circle.name)).collect())
}
