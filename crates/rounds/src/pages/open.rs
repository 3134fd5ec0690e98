//! Opening a live round.

use crate::{
    deeds,
    live::{self, AGREEMENTS_LIMIT, NAME_LIMIT, Opening, QUESTION_LIMIT},
    rules::{LEAST_PAUSE, MOST_PAUSE, Shape},
};
use askama::Template;
use axum::{extract::State, response::Response};
use kernel::{Audience, CircleId};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Shared, Typed, Visit};

/// A turn, in seconds, as it can be chosen.
const TURNS: [i64; 6] = [30, 60, 120, 180, 300, 600];
const USUAL_TURN: i64 = 120;
const USUAL_PAUSE: i64 = 6;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/rounds/live", page),
        Route::post("/rounds/live", open),
    ]
}

#[derive(Template)]
#[template(path = "live_new.html")]
struct New {
    frame: Frame,
    circles: Vec<(CircleId, String)>,
    agreements: String,
    called: String,
    turns: Vec<(i64, String, bool)>,
    pause: (i64, i64, i64),
    limits: (usize, usize, usize),
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let circles = people::my_circles(room, &me)?;
    let tongue = room.tongue.clone();
    let turns = TURNS.iter().map(|seconds| {
        let words = match seconds {
            30 => tongue.say("round-half-minute").to_owned(),
            _ => tongue.tell("round-minutes", &[("n", (seconds / 60).into())]),
        };
        (*seconds, words, *seconds == USUAL_TURN)
    });
    room.page(&New {
        frame: room.frame(tongue.say("round-new")),
        circles,
        agreements: tongue.say("round-intentions").to_owned(),
        called: room
            .known
            .as_ref()
            .map(|k| k.handle.clone())
            .unwrap_or_default(),
        turns: turns.collect(),
        pause: (LEAST_PAUSE, MOST_PAUSE, USUAL_PAUSE),
        limits: (QUESTION_LIMIT, AGREEMENTS_LIMIT, NAME_LIMIT),
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-round"),
    })
}

async fn open(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    house.press(visit, typed, opened).await
}

fn opened(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let circle = typed.some("of_circle").map(CircleId::parse);
    let circle = match circle {
        None => None,
        Some(Some(circle)) if me.circles.contains(&circle) => Some(circle),
        Some(_) => return Err(Stop::NotThere),
    };
    typed.at_most("question", QUESTION_LIMIT)?;
    typed.at_most("agreements", AGREEMENTS_LIMIT)?;
    let opening = Opening {
        question: typed.text("question").to_owned(),
        agreements: typed.text("agreements").to_owned(),
        keeper: me.id,
        called: typed.some("name_here").map(str::to_owned),
        circle,
        shape: Shape {
            seconds: typed.text("seconds").parse().unwrap_or_default(),
            pause: typed.text("pause").parse().unwrap_or_default(),
            again: typed.ticked("second_round"),
        },
        names: typed
            .text("callers")
            .lines()
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
    };
    live::open(room.house, opening).map(Reply::go)
}
