//! What I offer: kind, area, language, until when.

use super::words::{self, Choice};
use crate::{
    deeds,
    rules::Kind,
    tables::{self, OfferId},
};
use askama::Template;
use kernel::{Audience, Day, Guarded, Who};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/offers", page),
        Route::deed("/offers", add),
        Route::deed_on("/offers/{id}/back", back),
    ]
}

struct Line {
    id: String,
    words: String,
    until: String,
}

#[derive(Template)]
#[template(path = "offers.html")]
struct Offers {
    frame: Frame,
    lines: Vec<Line>,
    kinds: Vec<Choice>,
    areas: Vec<Choice>,
    latest: String,
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let tongue = room.tongue.clone();
    let mut lines = Vec::new();
    for offer in tables::offers_of(room.conn, me.network, me.id)? {
        let own =
            offer
                .key(&room.house.vault)?
                .open_some(offer.row(), "words", offer.words.as_ref())?;
        let own = Guarded::new(own, Who::Person(offer.person_id));
        let mut parts = vec![words::kind(&tongue, offer.kind).to_owned()];
        parts.extend(Some(offer.area.clone()).filter(|area| !area.is_empty()));
        parts.extend(own.seen_by(&room.viewer).cloned().flatten());
        lines.push(Line {
            id: offer.id.to_string(),
            words: parts.join(" · "),
            until: tongue.tell("offer-until", &[("day", offer.until_day.into())]),
        });
    }
    let row = people::network_row(room.conn, me.network)?;
    room.page(&Offers {
        frame: room.frame(tongue.say("offers-title")),
        lines,
        kinds: words::kinds(&tongue, None),
        areas: words::areas(row.area_names(), ""),
        latest: room.today.plus(crate::rules::OFFER_DAYS).to_string(),
        audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-offer"),
    })
}

fn add(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    typed.at_most("words", 200)?;
    let offer = deeds::NewOffer {
        kind: Kind::parse(typed.text("kind")).unwrap_or(Kind::Other),
        area: typed.at_most("area", 60)?,
        language: match typed.text("language") {
            "en" => "en",
            "es" => "es",
            _ => "",
        },
        words: typed.some("words"),
        until: typed.some("until").and_then(Day::parse),
    };
    deeds::offer(room, &offer)?;
    Ok(Reply::go("/offers?said=offered"))
}

fn back(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = OfferId::parse(id).ok_or(Stop::NotThere)?;
    deeds::take_offer_back(room, id)?;
    Ok(Reply::go("/offers?said=offer-back"))
}
