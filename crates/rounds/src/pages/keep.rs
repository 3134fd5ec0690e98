//! What only the keeper of a live round does: sits down whoever has no screen, and closes it.

use super::live::{comes, find, or_paper};
use crate::{
    live::{self, Live, NAME_LIMIT},
    rules::RoundRefusal as No,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::Audience;
use std::sync::Arc;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Shared, Typed, Visit};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/rounds/live/{id}/keep", page),
        Route::post("/rounds/live/{id}/people", people),
        Route::post("/rounds/live/{id}/close", close),
    ]
}

/// A round that whoever is in the room keeps.
pub(super) fn kept(room: &Room<'_>, token: &str) -> Result<Arc<Live>, Stop> {
    let live = find(room, token)?;
    match live.at(&comes(room, None)).keeps {
        true => Ok(live),
        false => Err(No::KeepersOnly.into()),
    }
}

#[derive(Template)]
#[template(path = "live_keep.html")]
struct Keep {
    frame: Frame,
    there: String,
    address: String,
    order: Vec<String>,
    limit: usize,
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>, token: &str) -> Result<Reply, Stop> {
    let done = shown(room, token);
    or_paper(room, done)
}

fn shown(room: &mut Room<'_>, token: &str) -> Result<Reply, Stop> {
    let live = kept(room, token)?;
    let tongue = room.tongue.clone();
    let order = live.picture(room.now).order;
    let there = live::address(token);
    room.page(&Keep {
        frame: room.frame(tongue.say("round-keep")),
        address: format!("{}{there}", room.house.settings.address),
        there,
        order: order.into_iter().map(|(name, _)| name).collect(),
        limit: NAME_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-round"),
    })
}

async fn people(
    State(house): State<Shared>,
    visit: Visit,
    Path(token): Path<String>,
    typed: Typed,
) -> Response {
    let done = house.press(visit, typed, move |room, typed| {
        let done = add(room, &token, typed);
        or_paper(room, done)
    });
    done.await
}

fn add(room: &mut Room<'_>, token: &str, typed: &Typed) -> Result<Reply, Stop> {
    let live = kept(room, token)?;
    let tongue = room.tongue.clone();
    let caller = |n: usize| tongue.tell("round-caller", &[("n", n.to_string().into())]);
    let name = match typed.some("name_here") {
        Some(name) => name.to_owned(),
        None => live.free_name(caller),
    };
    live.add(room.house, &name)?;
    Ok(Reply::go(format!("{}/keep", live::address(token))))
}

async fn close(
    State(house): State<Shared>,
    visit: Visit,
    Path(token): Path<String>,
    typed: Typed,
) -> Response {
    let done = house.press(visit, typed, move |room, _| {
        let done = end(room, &token);
        or_paper(room, done)
    });
    done.await
}

fn end(room: &mut Room<'_>, token: &str) -> Result<Reply, Stop> {
    let live = kept(room, token)?;
    live::all(room.house).forget(token);
    live.close(room.house);
    Ok(Reply::go("/rounds?said=round-closed"))
}
