//! Draws by lot: the list and its hash, then the dice, then what anyone can recompute.

use crate::{
    deeds,
    rules::on_shift,
    tables::{self, DrawId},
};
use askama::Template;
use store::Stop;
use web::{Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/draws", show),
        Route::deed("/draws", close_list),
        Route::deed_on("/draws/{id}/roll", roll),
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

fn close_list(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let what = (typed.at_most("what", 80)?, typed.at_most("next_date", 80)?);
    let places = typed.text("places").parse().unwrap_or(0);
    deeds::close_list(room, what, places, typed.at_most("codes", 4000)?)?;
    Ok(Reply::go("/draws?said=list-closed"))
}

fn roll(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = DrawId::parse(id).ok_or(Stop::NotThere)?;
    deeds::roll(room, id, typed.at_most("rolls", 200)?)?;
    Ok(Reply::go("/draws?said=rolled"))
}
