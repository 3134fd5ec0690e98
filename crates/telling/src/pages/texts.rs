//! The word texts begin with, which Aid's stewards choose; and whether a gateway comes.

use crate::{
    sight,
    state::{self, TellingState},
};
use askama::Template;
use asks::TextWays;
use kernel::{Audience, Moment, Role};
use store::Stop;
use web::{AudienceLine, Frame, PowerKind, PowerUse, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/telling/texts", show),
        Route::deed("/telling/texts", save),
    ]
}

#[derive(Template)]
#[template(path = "telling_texts.html")]
struct Texts {
    frame: Frame,
    word: String,
    whole: bool,
    waiting: String,
    came: String,
    audience: AudienceLine,
}

/// For Aid's stewards; for others there is no such page.
fn steward(room: &Room<'_>) -> Result<(), Stop> {
    let me = room.member()?;
    if sight::chooses_the_word(&me, room.network.aid) {
        Ok(())
    } else {
        Err(Stop::NotThere)
    }
}

fn show(room: &mut Room<'_>) -> Result<Reply, Stop> {
    steward(room)?;
    let TextWays { word, whole } = asks::text_ways(room.conn, room.network.id)?;
    let state = state::state(room.conn, room.network.id)?;
    let tongue = &room.tongue;
    let when = |at: Moment| tongue.moment(at, &room.network.zone);
    let came = match state.gateway_came {
        Some(at) => tongue.tell("texts-gateway-came", &[("when", when(at).into())]),
        None => tongue.say("texts-gateway-never").to_owned(),
    };
    let waiting = waiting(room, &state);
    room.page(&Texts {
        frame: room.frame(tongue.say("texts-word-title")),
        word,
        whole,
        waiting,
        came,
        audience: AudienceLine::new(tongue, Audience::Public, "audience-texts-word"),
    })
}

fn waiting(room: &Room<'_>, state: &TellingState) -> String {
    let tongue = &room.tongue;
    match state.texts_since {
        Some(since) => tongue.tell(
            "texts-waiting-since",
            &[
                ("n", state.texts_waiting.into()),
                ("when", tongue.moment(since, &room.network.zone).into()),
            ],
        ),
        None => tongue.say("texts-none").to_owned(),
    }
}

fn save(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    steward(room)?;
    let ways = TextWays {
        word: typed.text("begin_with").to_owned(),
        whole: typed.ticked("whole"),
    };
    asks::set_text_ways(room.conn, room.network.id, &ways)?;
    let me = room.member()?.id;
    let told = PowerUse::new(PowerKind::TextsChanged, [me], Role::Steward.as_str());
    room.house.power_used(room.conn, &told)?;
    Ok(Reply::go("/telling/texts?said=texts-word"))
}
