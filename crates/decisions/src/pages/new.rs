//! Proposing something.

use super::words;
use crate::{
    deeds::{
        self,
        proposal::{TITLE_LIMIT, WORDS_LIMIT},
    },
    rules::Class,
};
use askama::Template;
use kernel::Audience;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/decisions/new", page),
        Route::deed("/decisions", propose),
    ]
}

#[derive(Template)]
#[template(path = "propose.html")]
struct Propose {
    frame: Frame,
    circles: Vec<(String, String)>,
    classes: Vec<(&'static str, String, bool)>,
    title_limit: usize,
    words_limit: usize,
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let mut circles = Vec::new();
    for circle in people::circles(room.conn, me.network)? {
        if me.circles.contains(&circle.id) {
            circles.push((circle.id.to_string(), circle.name));
        }
    }
    if circles.is_empty() {
        return Err(Stop::NotThere);
    }
    let tongue = room.tongue.clone();
    let classes = Class::ALL.iter().map(|class| {
        let said = tongue.say(words::class(*class)).to_owned();
        (class.as_str(), said, *class == Class::Shared)
    });
    room.page(&Propose {
        frame: room.frame(tongue.say("propose-title")),
        circles,
        classes: classes.collect(),
        title_limit: TITLE_LIMIT,
        words_limit: WORDS_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-decision"),
    })
}

fn propose(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let id = deeds::proposal::propose(room, typed)?;
    Ok(Reply::go(format!("/decisions/{id}?said=proposed")))
}
