//! Proposing something.

use super::words;
use crate::{
    deeds::{
        self,
        proposal::{SHORT_LIMIT, TITLE_LIMIT, WORDS_LIMIT},
    },
    rules::{Class, Manner},
};
use askama::Template;
use kernel::{Audience, CircleId};
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
    circles: Vec<(CircleId, String)>,
    /// What it begins with: nothing, or what was heard somewhere.
    title: String,
    words: String,
    classes: Vec<(&'static str, String, bool)>,
    manners: Vec<(&'static str, String)>,
    title_limit: usize,
    words_limit: usize,
    short_limit: usize,
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    propose_page(room, (None, ""))
}

/// The page on which something is proposed, to one of one's circles, with what was heard to begin with.
/// Nothing is proposed before whoever is in the room has said so.
///
/// # Errors
/// Where whoever is in the room is of no circle.
pub fn propose_page(
    room: &mut Room<'_>,
    (circle, heard): (Option<CircleId>, &str),
) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let mut circles = people::my_circles(room, &me)?;
    // Where it was heard stands first.
    circles.sort_by_key(|(id, _)| Some(*id) != circle);
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
        title: heard.chars().take(TITLE_LIMIT).collect(),
        words: heard.chars().take(WORDS_LIMIT).collect(),
        classes: classes.collect(),
        manners: Manner::ALL
            .iter()
            .map(|one| (one.as_str(), tongue.say(words::manner(*one)).to_owned()))
            .collect(),
        short_limit: SHORT_LIMIT,
        title_limit: TITLE_LIMIT,
        words_limit: WORDS_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-decision"),
    })
}

fn propose(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let id = deeds::proposal::propose(room, typed)?;
    Ok(Reply::go(format!("/decisions/{id}?said=proposed")))
}
