//! Draws by lot: the list and its hash, then the dice, then what anyone can recompute.

use crate::{
    deeds,
    rules::on_shift,
    tables::{self, DrawId},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use store::Stop;
use web::{Frame, Reply, Room, Route, Shared, Typed, Visit};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/draws", page),
        Route::post("/draws", close_list),
        Route::post("/draws/{id}/roll", roll),
    ]
}

struct Draw {
    id: String,
    what: String,
    places: i64,
    codes: Vec<String>,
    hash: String,
    closed: String,
    first: bool,
    seed: Option<String>,
    drawn: Vec<String>,
    rest: Vec<String>,
}

#[derive(Template)]
#[template(path = "draws.html")]
struct Draws {
    frame: Frame,
    shift: bool,
    draws: Vec<Draw>,
}

async fn page(State(house): State<Shared>, visit: Visit) -> Response {
    house.show(visit, show).await
}

fn show(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let tongue = room.tongue.clone();
    let draws = tables::draws_of(room.conn, me.network)?
        .into_iter()
        .map(|row| {
            let places = usize::try_from(row.places).unwrap_or(0);
            let order: Vec<String> = row
                .drawn_order
                .iter()
                .flat_map(|o| o.lines())
                .map(str::to_owned)
                .collect();
            let (drawn, rest) = order.split_at(places.min(order.len()));
            Draw {
                id: row.id.to_string(),
                what: row.what,
                places: i64::from(row.places),
                codes: row.codes.lines().map(str::to_owned).collect(),
                hash: row.list_hash,
                closed: tongue.moment(row.frozen_at, &room.network.zone),
                first: row.first_rolls.is_some(),
                seed: row.seed,
                drawn: drawn.to_vec(),
                rest: rest.to_vec(),
            }
        })
        .collect();
    let shift = on_shift(&me, room.network.aid).is_ok();
    room.page(&Draws {
        frame: room.frame(tongue.say("draws-title")),
        shift,
        draws,
    })
}

async fn close_list(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    house
        .act(visit, typed, |room, typed| {
            let what = (typed.at_most("what", 80)?, typed.at_most("next_date", 80)?);
            let places = typed.text("places").parse().unwrap_or(0);
            deeds::close_list(room, what, places, typed.at_most("codes", 4000)?)?;
            Ok(Reply::go("/draws?said=list-closed"))
        })
        .await
}

async fn roll(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    house
        .act(visit, typed, move |room, typed| {
            let id = DrawId::parse(&id).ok_or(Stop::NotThere)?;
            deeds::roll(room, id, typed.at_most("rolls", 200)?)?;
            Ok(Reply::go("/draws?said=rolled"))
        })
        .await
}
