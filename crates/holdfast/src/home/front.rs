//! The public page: what we do, the limits, and two doors.

use askama::Template;
use store::Stop;
use web::{Frame, Item, Reply, Room};

#[derive(Template)]
#[template(path = "front.html")]
struct Front {
    frame: Frame,
    about: String,
    meets: String,
    limits: String,
    areas: Vec<String>,
    closed: Option<String>,
    /// What practices show anybody.
    more: Vec<Item>,
}

pub(super) fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let row = people::network_row(room.conn, room.network.id)?;
    let lang = room.tongue.lang;
    let mut more = Vec::new();
    for practice in &room.house.practices {
        more.extend(practice.front(room)?);
    }
    room.page(&Front {
        frame: room.frame(row.name.clone()),
        about: row.about(lang).to_owned(),
        meets: row.meets(lang).to_owned(),
        limits: row.limits(lang).to_owned(),
        areas: row.area_names().map(str::to_owned).collect(),
        closed: row.line_closed(lang, room.today).map(str::to_owned),
        more,
    })
}
