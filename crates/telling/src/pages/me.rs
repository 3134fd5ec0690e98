//! What I am told, and when: an address, an hour, what does not wait, and which browsers to wake.

use super::script;
use crate::{
    deeds::{self, Chosen},
    rules::kinds,
    sight,
    tables::{self, PlaceId},
    wake,
    ways::{Mail, Ways},
};
use askama::Template;
use axum::extract::State;
use kernel::{Audience, Member};
use std::sync::Arc;
use store::Stop;
use web::{AtOnceKind, AudienceLine, Frame, Lang, Reply, Room, Route, Shared, Typed, Visit};

pub(super) fn routes(ways: &Arc<Ways>) -> Vec<Route> {
    let (adding, saving) = (ways.clone(), ways.clone());
    let by_mail = !matches!(ways.mail, Mail::Nowhere);
    let page = if by_mail { show } else { show_without_mail };
    vec![
        Route::page_with_script("/me/telling", page),
        Route::post(
            "/me/telling",
            move |State(house): State<Shared>, visit: Visit, typed: Typed| {
                house.act(visit, typed, move |room, typed| save(room, &saving, typed))
            },
        ),
        Route::post(
            "/me/telling/wake",
            move |State(house): State<Shared>, visit: Visit, typed: Typed| {
                house.act(visit, typed, move |room, typed| add(room, &adding, typed))
            },
        ),
        Route::deed_on("/me/telling/wake/{id}/end", end),
        Route::get("/wake.js", async || script(include_str!("wake.js"))),
        Route::get("/wake-worker.js", worker),
    ]
}

struct Choice {
    value: String,
    words: String,
    chosen: bool,
}

struct Place {
    id: String,
    words: String,
}

#[derive(Template)]
#[template(path = "me_telling.html")]
struct MyTelling {
    frame: Frame,
    guest: bool,
    by_mail: bool,
    resting: bool,
    address: String,
    confirmed: bool,
    fresh: bool,
    hours: Vec<Choice>,
    at_once: Vec<Choice>,
    audience: AudienceLine,
    key: Option<String>,
    places: Vec<Place>,
    places_audience: AudienceLine,
    chooses_the_word: bool,
}

fn show(room: &mut Room<'_>) -> Result<Reply, Stop> {
    whole(room, true)
}

fn show_without_mail(room: &mut Room<'_>) -> Result<Reply, Stop> {
    whole(room, false)
}

fn whole(room: &mut Room<'_>, by_mail: bool) -> Result<Reply, Stop> {
    let me = room.member()?;
    let row = tables::telling_of(room.conn, me.network, me.id)?;
    let (mut address, mut hour, mut chosen) = (String::new(), None, Vec::new());
    if let Some(row) = row {
        let guarded = row.address(&room.house.vault)?;
        address = guarded
            .seen_by(&room.viewer)
            .cloned()
            .flatten()
            .unwrap_or_default();
        hour = row.digest_hour;
        chosen = kinds(&row.at_once);
    }
    let tongue = room.tongue.clone();
    let places = tables::places_of(room.conn, me.network, me.id)?
        .into_iter()
        .map(|place| Place {
            id: place.id.to_string(),
            words: tongue.tell("telling-browser", &[("day", place.since_on.into())]),
        })
        .collect();
    let at_once = kinds_here(room)
        .into_iter()
        .map(|kind| Choice {
            value: kind.as_str().to_owned(),
            words: tongue.say(words_of(kind)).to_owned(),
            chosen: chosen.contains(&kind),
        })
        .collect();
    let key = wake::public_key(room.conn, &room.house.vault, me.network)?;
    let confirmed = tables::is_confirmed(room.conn, me.network, me.id)?;
    room.page(&MyTelling {
        frame: room.frame(tongue.say("telling-title")),
        guest: deeds::no_guest(me.standing).is_err(),
        by_mail,
        resting: me.is_resting(),
        confirmed,
        fresh: room.fresh().is_ok(),
        address,
        hours: hours(&tongue, hour.as_deref()),
        at_once,
        audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-telling"),
        key,
        places,
        places_audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-wake-place"),
        chooses_the_word: sight::chooses_the_word(&me, room.network.aid),
    })
}

fn hours(tongue: &web::Tongue, chosen: Option<&str>) -> Vec<Choice> {
    let mut hours = vec![Choice {
        value: String::new(),
        words: tongue.say("telling-never").to_owned(),
        chosen: chosen.is_none(),
    }];
    hours.extend((0..24).map(|hour| {
        let value = format!("{hour:02}");
        Choice {
            words: format!("{value}:00"),
            chosen: chosen == Some(value.as_str()),
            value,
        }
    }));
    hours
}

/// What some practice of this house tells at once. A yes to something that is not there yet would be
/// a yes to nobody knows what (N10).
fn kinds_here(room: &Room<'_>) -> Vec<AtOnceKind> {
    let told: Vec<AtOnceKind> = room
        .house
        .practices
        .iter()
        .flat_map(|practice| practice.tells_at_once())
        .copied()
        .collect();
    let all = AtOnceKind::ALL.iter().copied();
    all.filter(|kind| told.contains(kind)).collect()
}

fn words_of(kind: AtOnceKind) -> &'static str {
    match kind {
        AtOnceKind::ClaimedAsk => "telling-claimed-ask",
        AtOnceKind::CheckIn => "telling-check-in",
        AtOnceKind::RapidLane => "telling-rapid-lane",
    }
}

fn save(room: &mut Room<'_>, ways: &Ways, typed: &Typed) -> Result<Reply, Stop> {
    let me: Member = room.member()?;
    let here = kinds_here(room);
    let chosen = Chosen {
        address: typed.text("address"),
        hour: typed.text("hour"),
        at_once: typed
            .all("at_once")
            .filter_map(AtOnceKind::parse)
            .filter(|kind| here.contains(kind))
            .collect(),
    };
    deeds::choose(room, ways, &chosen)?;
    let said = if me.is_resting() {
        "telling-when-back"
    } else {
        "telling-saved"
    };
    Ok(Reply::go(format!("/me/telling?said={said}")))
}

fn add(room: &mut Room<'_>, ways: &Ways, typed: &Typed) -> Result<Reply, Stop> {
    deeds::add_place(room, ways, typed.text("place"))?;
    Ok(Reply::go("/me/telling?said=telling-wakes"))
}

fn end(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let me = room.member()?;
    let id = PlaceId::parse(id).ok_or(Stop::NotThere)?;
    match tables::end_place(room.conn, me.network, me.id, id)? {
        0 => Err(Stop::NotThere),
        _ => Ok(Reply::go("/me/telling?said=telling-wakes-no-more")),
    }
}

/// The script that a woken browser runs. Its words name the network and nothing else.
async fn worker(State(house): State<Shared>) -> axum::response::Response {
    let network = house.network().name.clone();
    let words = |lang: Lang| {
        let tongue = house.tongues.of(lang);
        tongue.tell("letter-at-once", &[("network", network.as_str().into())])
    };
    let words = serde_json::json!({ "en": words(Lang::En), "es": words(Lang::Es) });
    script(format!(
        "const WORDS = {words};\n{}",
        include_str!("wake-worker.js")
    ))
}
