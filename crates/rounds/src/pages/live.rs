//! A live round: one page that whoever keeps it and everybody in it share.

use super::{region, sheet};
use crate::{
    live::{self, At, Comes, Hears, Live, NAME_LIMIT, Sees, Verb, ring_when_full},
    rules::RoundRefusal as No,
    sight,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use kernel::Audience;
use std::sync::Arc;
use store::Stop;
use web::{AudienceLine, Frame, Posture, Reply, Room, Route, Shared, Typed, Visit};

/// What a browser holds of its place, at this round's own path: whoever is handed the address of the
/// page is handed nobody's place with it. Gone with the round.
const COOKIE: &str = "round";
const COOKIE_SECONDS: i64 = 6 * 3600;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/rounds/live/{id}", page),
        Route::get("/rounds/live/{id}/stream", stream),
        Route::post("/rounds/live/{id}/join", join),
        Route::post("/rounds/live/{id}/press", press),
        Route::get("/round.js", script).stays_open(),
    ]
}

async fn script() -> Response {
    let kind = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
    (kind, include_str!("round.js")).into_response()
}

/// The round at an address, for whoever may read it; for anybody else there is none.
pub(super) fn find(room: &Room<'_>, token: &str) -> Result<Arc<Live>, Stop> {
    let held = live::all(room.house).find(token, room.now);
    let live = held.ok_or(Stop::NotThere)?;
    match sight::live(live.circle).includes(&room.viewer) {
        true => Ok(live),
        false => Err(Stop::NotThere),
    }
}

/// Where a round is not held, or not theirs, one page says so to all, and how it goes on without us.
pub(super) fn or_paper(room: &mut Room<'_>, done: Result<Reply, Stop>) -> Result<Reply, Stop> {
    match done {
        Err(Stop::NotThere) => sheet::gone(room),
        other => other,
    }
}

pub(super) fn comes(room: &Room<'_>, cookie: Option<String>) -> Comes {
    Comes {
        token: cookie,
        person: room.known.as_ref().map(|known| known.member.id),
    }
}

#[derive(Template)]
#[template(path = "live.html")]
struct LivePage {
    frame: Frame,
    there: String,
    question: String,
    agreements: String,
    now: String,
    keeps: bool,
}

#[derive(Template)]
#[template(path = "live_join.html")]
struct Join {
    frame: Frame,
    there: String,
    question: String,
    agreements: String,
    name: String,
    limit: usize,
    audience: AudienceLine,
}

async fn page(
    State(house): State<Shared>,
    visit: Visit,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    let cookie = web::cookie(&headers, COOKIE);
    let shown = house.show(visit, move |room| {
        let done = look(room, &token, cookie);
        or_paper(room, done)
    });
    web::goes_on_by_itself(shown.await)
}

fn look(room: &mut Room<'_>, token: &str, cookie: Option<String>) -> Result<Reply, Stop> {
    let live = find(room, token)?;
    let At { place, keeps } = live.at(&comes(room, cookie.clone()));
    let tongue = room.tongue.clone();
    let frame = room.frame(tongue.say("round-title"));
    let there = live::address(token);
    let (question, agreements) = (live.question.clone(), live.agreements.clone());
    if place.is_none() && !keeps {
        return room.page(&Join {
            frame,
            there,
            question,
            agreements,
            name: room
                .known
                .as_ref()
                .map(|k| k.handle.clone())
                .unwrap_or_default(),
            limit: NAME_LIMIT,
            audience: AudienceLine::new(&tongue, Audience::Named, "audience-round"),
        });
    }
    let picture = live.picture(room.now);
    let held = picture.turn.map(|turn| turn.place);
    let sees = Sees::of(At { place, keeps }, held);
    room.page(&LivePage {
        frame,
        there,
        question,
        agreements,
        now: region(&tongue, &picture, sees),
        keeps,
    })
}

async fn join(
    State(house): State<Shared>,
    visit: Visit,
    Path(token): Path<String>,
    headers: HeaderMap,
    typed: Typed,
) -> Response {
    let cookie = web::cookie(&headers, COOKIE);
    let done = house.press(visit, typed, move |room, typed| {
        let done = sit_down(room, &token, cookie, typed);
        or_paper(room, done)
    });
    done.await
}

fn sit_down(
    room: &mut Room<'_>,
    token: &str,
    cookie: Option<String>,
    typed: &Typed,
) -> Result<Reply, Stop> {
    let live = find(room, token)?;
    let there = live::address(token);
    if live.at(&comes(room, cookie)).place.is_some() {
        return Ok(Reply::go(there));
    }
    let mine = live.join(room.house, typed.text("name_here"))?;
    let secure = match room.house.settings.secure_cookies {
        true => "; Secure",
        false => "",
    };
    let cookie = format!(
        "{COOKIE}={mine}; Path={there}; HttpOnly; SameSite=Lax; Max-Age={COOKIE_SECONDS}{secure}"
    );
    Ok(Reply::go(there).with_cookie(cookie))
}

async fn press(
    State(house): State<Shared>,
    visit: Visit,
    Path(token): Path<String>,
    headers: HeaderMap,
    typed: Typed,
) -> Response {
    let cookie = web::cookie(&headers, COOKIE);
    let round = token.clone();
    let done = house.clone().press(visit, typed, move |room, typed| {
        let done = move_on(room, &round, cookie, typed);
        or_paper(room, done)
    });
    let done = done.await;
    if let Some(live) = live::all(&house).find(&token, house.now()) {
        ring_when_full(&house, &live);
    }
    done
}

fn move_on(
    room: &mut Room<'_>,
    token: &str,
    cookie: Option<String>,
    typed: &Typed,
) -> Result<Reply, Stop> {
    let live = find(room, token)?;
    let at = live.at(&comes(room, cookie));
    let verb = Verb::parse(typed.text("do")).ok_or(Stop::NotThere)?;
    match live.press(room.house, at, verb) {
        // Somebody pressed it before: what one wanted is done, and the page shows it.
        Ok(()) | Err(No::MovedOn) => Ok(Reply::go(live::address(token))),
        Err(no) => Err(no.into()),
    }
}

/// The round as it goes on. In lockdown, as where there is none, it says so once and ends.
async fn stream(
    State(house): State<Shared>,
    visit: Visit,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    let cookie = web::cookie(&headers, COOKIE);
    let inside = house.clone();
    let found = house.db.read(move |conn| {
        let room = Room::enter(conn, &inside, visit)?;
        if let Posture::Lockdown { .. } = room.posture() {
            return Err(Stop::NotThere);
        }
        let live = find(&room, &token)?;
        let at = live.at(&comes(&room, cookie));
        if at.place.is_none() && !at.keeps {
            return Err(Stop::NotThere);
        }
        Ok(Hears::of(&live, &inside, at, room.tongue.lang))
    });
    match found.await {
        Ok(Some(hears)) => hears.events(),
        Ok(None) => axum::http::StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(_) => {
            let gone = web::event("gone", " ");
            web::events(futures_util::stream::iter([gone]))
        }
    }
}
