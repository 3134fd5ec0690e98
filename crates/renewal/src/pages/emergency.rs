//! Two people hand over for somebody who cannot.

use crate::deeds::{self, emergency};
use askama::Template;
use kernel::Audience;
use people::ActId;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    // When somebody is arrested, everything else may be closed.
    vec![
        Route::page("/emergency", page).stays_open(),
        Route::deed("/emergency", ask).stays_open(),
        Route::deed_on("/emergency/{id}/yes", yes).stays_open(),
    ]
}

struct Waiting {
    id: String,
    words: String,
    mine: bool,
}

#[derive(Template)]
#[template(path = "emergency.html")]
struct Emergency {
    frame: Frame,
    fresh: bool,
    waiting: Vec<Waiting>,
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let mut waiting = Vec::new();
    for (act, about) in emergency::waiting(room)? {
        let name = people::called(room, about)?;
        let said = [("name", name.into())];
        waiting.push(Waiting {
            id: act.id.to_string(),
            words: room.tongue.tell("emergency-waits", &said),
            mine: act.asked_by == me.id,
        });
    }
    let tongue = room.tongue.clone();
    room.page(&Emergency {
        frame: room.frame(tongue.say("emergency-title")),
        fresh: room.fresh().is_ok(),
        waiting,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-emergency"),
    })
}

fn ask(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    emergency::ask(room, typed.text("name"))?;
    Ok(Reply::go("/emergency?said=emergency-asked"))
}

fn yes(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    emergency::second(room, ActId::parse(id).ok_or(Stop::NotThere)?)?;
    Ok(Reply::go("/emergency?said=emergency-done"))
}
