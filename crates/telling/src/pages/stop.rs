//! A letter's link to stop (RFC 8058): it needs no session, and a mail program may press it by
//! itself. Looking at it changes nothing, because programs look at links.

use crate::{deeds, letter, rules::LetterKind};
use askama::Template;
use axum::extract::{Path, State};
use store::Stop;
use web::{Frame, Reply, Room, Route, Shared, Typed, Visit};

const STOP: &str = "/telling/stop/{token}";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of(STOP, look).stays_open(),
        Route::post(
            STOP,
            |State(house): State<Shared>, visit: Visit, Path(token): Path<String>| {
                // The link itself is the right to stop: no session, and no form of ours.
                let nobody = Visit {
                    token: None,
                    from_here: true,
                    ..visit
                };
                let nothing = Typed::default();
                house.act(nobody, nothing, move |room, _| stop(room, &token))
            },
        )
        .stays_open(),
    ]
}

#[derive(Template)]
#[template(path = "stop.html")]
struct StopPage {
    frame: Frame,
    words: String,
    done: bool,
}

fn page(room: &Room<'_>, kind: LetterKind, done: bool) -> Result<Reply, Stop> {
    let tongue = &room.tongue;
    let words = match (kind, done) {
        (LetterKind::Digest, false) => tongue.say("stop-digest"),
        (LetterKind::Digest, true) => tongue.say("stop-digest-done"),
        (LetterKind::AtOnce, false) => tongue.say("stop-at-once"),
        (LetterKind::AtOnce, true) => tongue.say("stop-at-once-done"),
        (LetterKind::ComeIn | LetterKind::Confirm | LetterKind::Answer, _) => {
            return Err(Stop::NotThere);
        }
    };
    room.page(&StopPage {
        frame: room.frame(tongue.say("stop-title")),
        words: words.to_owned(),
        done,
    })
}

fn look(room: &mut Room<'_>, token: &str) -> Result<Reply, Stop> {
    let (_, kind) = letter::read_stop(room.house, token, room.now)?;
    page(room, kind, false)
}

fn stop(room: &mut Room<'_>, token: &str) -> Result<Reply, Stop> {
    let (person, kind) = letter::read_stop(room.house, token, room.now)?;
    deeds::stop(room.conn, room.network.id, (person, kind))?;
    page(room, kind, true)
}
