//! One's own ties: whom one is to meet, what both count, and what that says to oneself alone.

use crate::{
    deeds::{
        introduction::{self, CARES_LIMIT},
        meeting::{ABOUT_LIMIT, takes_part},
        picture, tie,
    },
    rules::{IntroductionId, Meeting, Side, TieId},
    sight,
    tables::{self, MeetingRow},
};
use askama::Template;
use kernel::{Audience, Guarded, PersonId};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/ties", page),
        Route::deed("/introductions", suggest),
        Route::deed_on("/introductions/{id}/yes", yes),
        Route::deed_on("/introductions/{id}/not-now", not_now),
        Route::deed_on("/ties/{id}/still", still),
        Route::deed_on("/ties/{id}/let-go", let_go),
    ]
}

struct Line {
    id: String,
    name: String,
    words: String,
}

struct TieLine {
    id: String,
    name: String,
    until: String,
    said: bool,
}

#[derive(Template)]
#[template(path = "ties.html")]
struct Page {
    frame: Frame,
    asks: Vec<Line>,
    meetings: Vec<Line>,
    ties: Vec<TieLine>,
    only_link: bool,
    introduce: Vec<String>,
    member: bool,
    has_picture: bool,
    about_limit: usize,
    cares_limit: usize,
    audience: AudienceLine,
    own_audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = takes_part(room)?;
    let mark = tables::mark(&room.house.vault, me.network, me.id)?;
    let tongue = room.tongue.clone();
    let mut asks = Vec::new();
    for row in tables::introductions_of(room.conn, me.network, &mark)? {
        if row.asks_now(&mark).is_none() {
            continue;
        }
        let cares = row
            .key(&room.house.vault)?
            .open(row.row(), "cares", &row.cares)?;
        let cares = Guarded::new(cares, sight::note(me.id));
        if let Some(cares) = cares.seen_by(&room.viewer).cloned() {
            asks.push(Line {
                id: row.id.to_string(),
                name: String::new(),
                words: tongue.tell("introduction-asks", &[("cares", cares.into())]),
            });
        }
    }
    let mut meetings = Vec::new();
    for row in tables::meetings_of(room.conn, me.network, &mark)? {
        let (side, other) = row.side_of(&room.house.vault, me.id)?;
        meetings.push(Line {
            id: row.id.to_string(),
            name: people::called_for(room, other, sight::the_two(me.id, other))?,
            words: tongue.say(stands(&row, side)).to_owned(),
        });
    }
    let mut ties = Vec::new();
    for (row, other) in tie::live_of(room, me.id)? {
        let (one, _) = row.two(&room.house.vault)?;
        let said = match one == me.id {
            true => row.still_one,
            false => row.still_other,
        };
        let last = row.renewed_on.plus(crate::rules::LIVE_DAYS - 1);
        ties.push(TieLine {
            id: row.id.to_string(),
            name: people::called_for(room, other, sight::the_two(me.id, other))?,
            until: tongue.tell("tie-until", &[("day", last.into())]),
            said: said.is_so(),
        });
    }
    ties.sort_by(|a, b| a.name.cmp(&b.name));
    let of = (me.id, room.today);
    let (own, everybody) = picture::own_of(room.conn, room.house, of)?;
    let mut introduce = Vec::new();
    for (one, other) in &own.introductions {
        let mut name = |at: u32| -> Result<String, Stop> {
            let person: Option<&PersonId> = everybody.get(at as usize);
            people::called(room, *person.ok_or(Stop::NotThere)?)
        };
        let mut two = [name(*one)?, name(*other)?];
        two.sort();
        let [one, other] = two;
        let said = [("one", one.into()), ("other", other.into())];
        introduce.push(tongue.tell("own-introduce", &said));
    }
    let member = me.standing.reads_as_member();
    let has_picture = member && picture::shown(room.conn, me.network)?.is_some();
    room.page(&Page {
        frame: room.frame(tongue.say("ties-title")),
        asks,
        meetings,
        ties,
        only_link: own.only_link,
        introduce,
        member,
        has_picture,
        about_limit: ABOUT_LIMIT,
        cares_limit: CARES_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-the-two"),
        own_audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-own"),
    })
}

/// Where two are, in a few words, as one of them reads it.
pub(super) fn stands(row: &MeetingRow, side: Side) -> &'static str {
    match (row.stage, side) {
        (Meeting::Proposed, Side::One) => "meeting-asked",
        (Meeting::Proposed, Side::Other) => "meeting-asks-you",
        (Meeting::Agreed, _) => "meeting-agreed",
        (Meeting::Held, _) => "meeting-held",
    }
}

fn suggest(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    introduction::suggest(room, typed)?;
    Ok(Reply::go("/ties?said=introduction-suggested"))
}

fn id_of(id: &str) -> Result<IntroductionId, Stop> {
    IntroductionId::parse(id).ok_or(Stop::NotThere)
}

fn yes(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    match introduction::yes(room, id_of(id)?)? {
        Some(meeting) => Ok(Reply::go(format!("/one-to-ones/{meeting}?said=saved"))),
        None => Ok(Reply::go("/ties?said=introduction-yes")),
    }
}

fn not_now(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    introduction::not_now(room, id_of(id)?)?;
    Ok(Reply::go("/ties?said=not-now"))
}

fn still(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    tie::still(room, TieId::parse(id).ok_or(Stop::NotThere)?)?;
    Ok(Reply::go("/ties?said=saved"))
}

fn let_go(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    tie::let_go(room, TieId::parse(id).ok_or(Stop::NotThere)?)?;
    Ok(Reply::go("/ties?said=saved"))
}
