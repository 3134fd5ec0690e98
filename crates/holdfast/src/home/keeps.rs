//! What this server keeps: written from the very lines the sweep acts on, so that the page cannot
//! promise what the sweep does not do.

use askama::Template;
use store::Stop;
use web::{Frame, Reply, Room};

struct Line {
    what: String,
    until: String,
    who: String,
    sealed: bool,
}

#[derive(Template)]
#[template(path = "what_we_keep.html")]
struct WhatWeKeep {
    frame: Frame,
    lines: Vec<Line>,
    of_circles: bool,
}

/// What neighbours and the whole leave here.
pub(super) fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    lines(room, false)
}

/// What circles do among themselves.
pub(super) fn circles(room: &mut Room<'_>) -> Result<Reply, Stop> {
    lines(room, true)
}

fn lines(room: &mut Room<'_>, of_circles: bool) -> Result<Reply, Stop> {
    let say = |key: &'static str| room.tongue.say(key).to_owned();
    let lines = room
        .house
        .practices
        .iter()
        .filter(|practice| practice.is_among_circles() == of_circles)
        .flat_map(|practice| practice.keeps().lines)
        .map(|keep| Line {
            what: say(keep.what),
            until: say(keep.until),
            who: say(keep.who),
            sealed: keep.sealed,
        })
        .collect();
    room.page(&WhatWeKeep {
        frame: room.frame(say(match of_circles {
            true => "keeps-circles",
            false => "footer-keeps",
        })),
        lines,
        of_circles,
    })
}
