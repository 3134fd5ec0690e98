//! A newcomer's own page: who is near, what comes first, and what opens when.

use super::path::first_thing_of;
use crate::tables;
use askama::Template;
use kernel::{Guarded, Who};
use store::Stop;
use web::{Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/first-weeks", page)]
}

#[derive(Template)]
#[template(path = "first_weeks.html")]
struct FirstWeeks {
    frame: Frame,
    buddy: String,
    first: String,
    open_from: String,
    unread: bool,
    member: bool,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    let row = tables::path(room.conn, me.network, me.id)?.ok_or(Stop::NotThere)?;
    let tongue = room.tongue.clone();
    let buddy = match row.buddy_id {
        // Whoever is a buddy is known by name to the one newcomer.
        Some(buddy) => {
            let handle = people::name_of(room.conn, &room.house.vault, me.network, buddy)?;
            let handle = Guarded::new(handle, Who::Person(me.id));
            let handle = handle.seen_by(&room.viewer).cloned().unwrap_or_default();
            let said = [("handle", handle.into()), ("day", row.buddy_until.into())];
            tongue.tell("weeks-buddy", &said)
        }
        None => tongue.say("weeks-no-buddy").to_owned(),
    };
    let first = match first_thing_of(room, &row)? {
        Some(first) => first,
        None => tongue.tell("weeks-no-first", &[("day", row.first_by.into())]),
    };
    let unread = !super::agreements::all_read(room, &me)?;
    room.page(&FirstWeeks {
        frame: room.frame(tongue.say("weeks-title")),
        buddy,
        first,
        open_from: tongue.tell("weeks-open-from", &[("day", row.open_from.into())]),
        unread,
        member: me.standing.reads_as_member(),
    })
}
