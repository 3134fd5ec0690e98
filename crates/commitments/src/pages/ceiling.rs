//! What one may be asked for at once.

use crate::{deeds::place as deeds, rules::USUAL_CEILING, tables};
use askama::Template;
use kernel::{Audience, Guarded, Who};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/me/ceiling", page),
        Route::deed("/me/ceiling", save),
    ]
}

#[derive(Template)]
#[template(path = "ceiling.html")]
struct Ceiling {
    frame: Frame,
    most: String,
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let number = match tables::ceiling_of(room.conn, me.network, me.id)? {
        Some(row) => row.number(&room.house.vault)?,
        None => USUAL_CEILING,
    };
    let number = Guarded::new(number, Who::Person(me.id));
    room.page(&Ceiling {
        frame: room.frame(room.tongue.say("ceiling-title")),
        most: number
            .seen_by(&room.viewer)
            .map(u32::to_string)
            .unwrap_or_default(),
        audience: AudienceLine::new(&room.tongue, Audience::SelfOnly, "audience-ceiling"),
    })
}

fn save(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::set_ceiling(room, typed.text("most"))?;
    Ok(Reply::go("/me/ceiling?said=saved"))
}
