//! Coming in by a link that comes by letter.

use crate::links::{self, LinkPurpose};
use askama::Template;
use axum::{extract::State, response::Response};
use store::Stop;
use web::{Frame, Reply, Room, Route, Shared, Typed, Visit};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/sign-in/link", page).stays_open(),
        Route::post("/sign-in/link", ask).stays_open(),
        Route::deed("/prove/link", ask_as_oneself).stays_open(),
        Route::page_of("/link/{token}", look).stays_open(),
        Route::deed_on("/link/{token}", come_in).stays_open(),
    ]
}

#[derive(Template)]
#[template(path = "mail_link.html")]
struct AskForLink {
    frame: Frame,
    sent: bool,
}

fn form(room: &Room<'_>, sent: bool) -> Result<Reply, Stop> {
    if !links::can_be_sent(room.house) {
        return Err(Stop::NotThere);
    }
    room.page(&AskForLink {
        frame: room.frame(room.tongue.say("mail-link-title")),
        sent,
    })
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    form(room, false)
}

/// The same page for everybody, and as fast: what there is to do is done once it has been sent.
async fn ask(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    if let Err(stop) = house.count_stranger(&visit) {
        return house.show(visit, move |_| Err(stop)).await;
    }
    let from_here = visit.from_here;
    let who = typed.at_most("who", 254).map(str::to_owned);
    let shown = house.clone().show(visit, |room| form(room, true)).await;
    if let (true, Ok(who), true) = (from_here, who, links::can_be_sent(&house)) {
        tokio::spawn(async move {
            let inner = house.clone();
            let done = house
                .db
                .write(move |conn| links::send_to(conn, &inner, &who, inner.now()))
                .await;
            if let Err(Stop::Broken(error)) = done {
                tracing::error!(%error, "a link could not be sent");
            }
        });
    }
    shown
}

fn ask_as_oneself(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    let me = room.member()?;
    links::send(room.conn, room.house, me.id, room.now)?;
    form(room, true)
}

#[derive(Template)]
#[template(path = "mail_link_open.html")]
struct LinkPage {
    frame: Frame,
    token: String,
}

/// Programs that look at mail follow links: looking changes nothing.
fn look(room: &mut Room<'_>, token: &str) -> Result<Reply, Stop> {
    links::read_link(
        room.conn,
        room.house,
        (LinkPurpose::ComeIn, token),
        room.now,
    )?;
    room.page(&LinkPage {
        frame: room.frame(room.tongue.say("mail-link-open-title")),
        token: token.to_owned(),
    })
}

fn come_in(room: &mut Room<'_>, token: &str, _: &Typed) -> Result<Reply, Stop> {
    let link = (LinkPurpose::ComeIn, token);
    let person = links::use_link(room.conn, room.house, link, room.now)?;
    match &room.known {
        Some(known) if known.member.id == person => super::prove::proved(room, ""),
        _ => {
            let before = room.visit.token.clone();
            super::comes_in(room, before.as_deref(), person)
        }
    }
}
