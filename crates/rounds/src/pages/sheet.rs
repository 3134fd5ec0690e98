//! The round on paper (N15): before it begins, and where the program is not there to hold it.

use super::keep::kept;
use crate::live::Live;
use askama::Template;
use store::Stop;
use web::{Frame, Reply, Room, Route};

/// Lines for those who come late.
const EMPTY_LINES: usize = 5;
/// Lines of a sheet on which nothing is written yet.
const BLANK_LINES: usize = 16;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/rounds/sheet", blank).stays_open(),
        Route::page_of("/rounds/live/{id}/sheet", sheet),
    ]
}

#[derive(Template)]
#[template(path = "round_sheet.html")]
struct Sheet {
    frame: Frame,
    question: String,
    agreements: String,
    /// How long each has the piece and the breath before it, in words.
    length: String,
    order: Vec<String>,
    again: bool,
}

fn blank(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let tongue = room.tongue.clone();
    room.page(&Sheet {
        frame: room.frame(tongue.say("round-sheet-title")),
        question: String::new(),
        agreements: tongue.say("round-intentions").to_owned(),
        length: String::new(),
        order: vec![String::new(); BLANK_LINES],
        again: true,
    })
}

fn sheet(room: &mut Room<'_>, token: &str) -> Result<Reply, Stop> {
    match kept(room, token) {
        Ok(live) => of(room, &live),
        Err(Stop::NotThere) => gone(room),
        Err(other) => Err(other),
    }
}

fn of(room: &mut Room<'_>, live: &Live) -> Result<Reply, Stop> {
    let tongue = room.tongue.clone();
    let picture = live.picture(room.now);
    let names = picture.order.into_iter().map(|(name, _)| name);
    let lines = names.chain(vec![String::new(); EMPTY_LINES]);
    let said = [
        ("seconds", picture.shape.seconds.into()),
        ("pause", picture.shape.pause.into()),
    ];
    room.page(&Sheet {
        frame: room.frame(tongue.say("round-sheet-title")),
        question: live.question.clone(),
        agreements: live.agreements.clone(),
        length: tongue.tell("round-sheet-length", &said),
        order: lines.collect(),
        again: picture.shape.again,
    })
}

#[derive(Template)]
#[template(path = "round_gone.html")]
struct Gone {
    frame: Frame,
    member: bool,
}

/// There is no such round here: it was held in memory alone. How it goes on without us.
pub(super) fn gone(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let page = Gone {
        frame: room.frame(room.tongue.say("round-gone")),
        member: room.known.is_some(),
    };
    room.page_with(404, &page)
}
