//! Whether a mail address is somebody's own: the link that was sent there, and asking once more.

use crate::{deeds, ways::Ways};
use askama::Template;
use axum::extract::{Path, State};
use people::LinkPurpose;
use std::sync::Arc;
use store::Stop;
use web::{Frame, Reply, Room, Route, Shared, Typed, Visit};

const CONFIRM: &str = "/telling/confirm/{token}";

pub(super) fn routes(ways: &Arc<Ways>) -> Vec<Route> {
    let asking = ways.clone();
    vec![
        Route::page_of(CONFIRM, look),
        Route::post(
            CONFIRM,
            |State(house): State<Shared>, visit: Visit, Path(token): Path<String>, typed: Typed| {
                // The link itself is the right to say so, in whichever browser it was opened.
                let nobody = Visit {
                    token: None,
                    ..visit
                };
                house.act(nobody, typed, move |room, _| confirm(room, &token))
            },
        ),
        Route::post(
            "/me/telling/ask-again",
            move |State(house): State<Shared>, visit: Visit, typed: Typed| {
                house.act(visit, typed, move |room, _| ask_again(room, &asking))
            },
        ),
    ]
}

#[derive(Template)]
#[template(path = "confirm.html")]
struct ConfirmPage {
    frame: Frame,
    token: Option<String>,
}

fn page(room: &Room<'_>, token: Option<String>) -> Result<Reply, Stop> {
    room.page(&ConfirmPage {
        frame: room.frame(room.tongue.say("confirm-title")),
        token,
    })
}

/// Programs that look at mail follow links: looking changes nothing.
fn look(room: &mut Room<'_>, token: &str) -> Result<Reply, Stop> {
    let link = (LinkPurpose::Confirm, token);
    people::read_link(room.conn, room.house, link, room.now)?;
    page(room, Some(token.to_owned()))
}

fn confirm(room: &mut Room<'_>, token: &str) -> Result<Reply, Stop> {
    deeds::address::confirm(room.conn, room.house, token)?;
    page(room, None)
}

fn ask_again(room: &mut Room<'_>, ways: &Ways) -> Result<Reply, Stop> {
    let me = room.member()?;
    deeds::address::ask(room.conn, room.house, ways, me.id)?;
    Ok(Reply::go("/me/telling?said=telling-asked-again"))
}
