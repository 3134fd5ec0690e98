//! The hand-over under way: each thing, who takes it on, what is done; and on paper.

use super::going::way_words;
use crate::{
    deeds::going,
    rules::{Going, GoingStage, Said, Thanks, ThingId},
    sight,
    tables::{self, GoingRow, ThingRow},
};
use askama::Template;
use kernel::{Audience, Guarded, PersonId};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::deed("/stepping-back/done", done),
        Route::deed("/stepping-back/stay", stay),
        Route::deed_on("/stepping-back/things/{id}/now", now),
        Route::page_of("/stepping-back/of/{id}", of),
        Route::page("/stepping-back/sheet", sheet),
        Route::page_of("/stepping-back/asked/{id}", asked),
        Route::deed_on("/stepping-back/asked/{id}/yes", yes),
        Route::deed_on("/stepping-back/asked/{id}/no", no),
    ]
}

/// One thing of the plan, in words.
pub(super) struct Line {
    id: String,
    title: String,
    circle: String,
    says: String,
    laid: bool,
}

#[derive(Template)]
#[template(path = "handing_over.html")]
struct HandingOver {
    frame: Frame,
    lede: String,
    lines: Vec<Line>,
    waits: bool,
    on_the_way: bool,
    emergency: bool,
    sheet: bool,
    audience: AudienceLine,
}

/// What a thing is, behind its audience.
pub(super) fn title(room: &Room<'_>, thing: &ThingRow) -> Result<Guarded<String>, Stop> {
    let key = thing.key(&room.house.vault)?;
    let title = key.open(thing.row(), "title", &thing.title)?;
    let who = sight::thing(thing.departure_id, thing.circle_id, thing.successor_id);
    Ok(Guarded::new(title, who))
}

/// The things of a plan that this viewer may read.
pub(super) fn lines(room: &mut Room<'_>, of: PersonId) -> Result<Vec<Line>, Stop> {
    let mut lines = Vec::new();
    for thing in tables::things_of(room.conn, room.network.id, of)? {
        let Some(title) = title(room, &thing)?.seen_by(&room.viewer).cloned() else {
            continue;
        };
        let circle = match thing.circle_id {
            Some(id) => people::circle(room.conn, room.network.id, id)?.name,
            None => String::new(),
        };
        let says = says(room, &thing)?;
        lines.push(Line {
            id: thing.id.to_string(),
            title,
            circle,
            says,
            laid: thing.laid_on.is_some(),
        });
    }
    lines.sort_by(|a, b| (&a.circle, &a.title).cmp(&(&b.circle, &b.title)));
    Ok(lines)
}

fn says(room: &mut Room<'_>, thing: &ThingRow) -> Result<String, Stop> {
    let name = match thing.successor_id {
        Some(person) => people::called(room, person)?,
        None => String::new(),
    };
    let tongue = &room.tongue;
    let name = [("name", name.into())];
    if let Some(day) = thing.laid_on {
        let key = match (thing.successor_id, thing.said) {
            (Some(_), Some(Said::Yes)) => "going-laid-to",
            _ => "going-laid",
        };
        let [name] = name;
        return Ok(tongue.tell(key, &[name, ("day", day.into())]));
    }
    Ok(match (thing.successor_id, thing.said) {
        (Some(_), Some(Said::Yes)) => tongue.tell("going-said-yes", &name),
        (Some(_), _) => tongue.tell("going-asked", &name),
        (None, _) if thing.how == web::Disposition::Successor => {
            tongue.say("going-nobody-yet").to_owned()
        }
        (None, _) => {
            let kind = match thing.thing.split(':').next() {
                Some("key") => Some(web::HeldKind::Key),
                Some("ask") => Some(web::HeldKind::Ask),
                _ => None,
            };
            tongue.say(way_words(kind, thing.how)).to_owned()
        }
    })
}

fn lede(room: &Room<'_>, row: &GoingRow) -> String {
    let day = [("day", row.target_on.into())];
    let key = match (row.stage, row.going) {
        (_, Going::Emergency) => "going-lede-emergency",
        (GoingStage::Done, _) => "going-lede-free",
        (_, Going::Leave) => "going-lede-leave",
        (_, Going::StepBack) => "going-lede-step-back",
    };
    room.tongue.tell(key, &day)
}

fn view(room: &mut Room<'_>, row: &GoingRow, sheet: bool) -> Result<Reply, Stop> {
    let lines = lines(room, row.id)?;
    let tongue = room.tongue.clone();
    room.page(&HandingOver {
        lede: lede(room, row),
        waits: lines.iter().any(|line| !line.laid),
        lines,
        on_the_way: row.stage == GoingStage::HandingOver,
        emergency: row.going == Going::Emergency,
        sheet,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-going-thing"),
        frame: room.frame(tongue.say(match row.going {
            Going::Emergency => "going-emergency-title",
            _ => "going-plan-title",
        })),
    })
}

pub(super) fn show(room: &mut Room<'_>, row: &GoingRow) -> Result<Reply, Stop> {
    view(room, row, false)
}

/// The same on paper (N15), with lines to write on.
fn sheet(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    match tables::going_of(room.conn, me.network, me.id)? {
        Some(row) => view(room, &row, true),
        None => Err(Stop::NotThere),
    }
}

fn done(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    let ends = going::all_handed_over(room, false)?;
    let me = room.member()?;
    let gone = people::standing_of(room.conn, me.network, me.id)?;
    let here = gone.is_some_and(|standing| standing != kernel::Standing::Left);
    Ok(match (ends, here) {
        (Going::Leave, false) => {
            Reply::go("/").with_cookie(people::session_cookie(room.house, "", 0))
        }
        _ => Reply::go("/stepping-back?said=free"),
    })
}

fn stay(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    going::stay(room)?;
    Ok(Reply::go("/stepping-back?said=stays"))
}

fn thing_id(id: &str) -> Result<ThingId, Stop> {
    ThingId::parse(id).ok_or(Stop::NotThere)
}

fn now(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    going::hand_over(room, thing_id(id)?)?;
    Ok(Reply::go("/stepping-back?said=saved"))
}

#[derive(Template)]
#[template(path = "going_of.html")]
struct Of {
    frame: Frame,
    lede: String,
    reach: Option<String>,
    thanks: bool,
    lines: Vec<Line>,
    audience: AudienceLine,
}

/// Somebody's hand-over, for their buddies and the circles whose things they hold: each the own.
fn of(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    // Newcomers come to know the circle in person first.
    let me = crate::deeds::reads(room)?;
    let of = PersonId::parse(id).ok_or(Stop::NotThere)?;
    let row = tables::going_of(room.conn, me.network, of)?;
    let row = row
        .filter(|row| row.going != Going::Emergency)
        .ok_or(Stop::NotThere)?;
    if !sees(room, &row)? {
        return Err(Stop::NotThere);
    }
    let lines = lines(room, of)?;
    let name = people::called(room, of)?;
    let tongue = room.tongue.clone();
    let said = [
        ("name", name.as_str().into()),
        ("day", row.target_on.into()),
    ];
    let reach = row.reachable_until.map(|until| {
        let said = [("name", name.as_str().into()), ("day", until.into())];
        tongue.tell("going-of-reach", &said)
    });
    let lede = match row.stage {
        GoingStage::HandingOver => tongue.tell("going-of-lede", &said),
        GoingStage::Done => tongue.tell("going-of-done", &said),
    };
    room.page(&Of {
        frame: room.frame(tongue.tell("going-of-title", &[("name", name.as_str().into())])),
        lede,
        reach,
        thanks: row.thanks == Thanks::Welcome,
        lines,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-going"),
    })
}

/// Whether whoever is in the room is a buddy of theirs, or of a circle whose things they hold.
pub(super) fn sees(room: &mut Room<'_>, row: &GoingRow) -> Result<bool, Stop> {
    let buddies = room.house.buddies(room.conn, row.id)?;
    let things = tables::things_of(room.conn, row.network_id, row.id)?;
    let circles: Vec<_> = things.iter().filter_map(|thing| thing.circle_id).collect();
    Ok(sight::going(row.id, &buddies, &circles).includes(&room.viewer))
}

#[derive(Template)]
#[template(path = "handed.html")]
struct Handed {
    frame: Frame,
    id: String,
    what: String,
    lede: String,
    audience: AudienceLine,
}

fn asked_thing(room: &mut Room<'_>, id: &str) -> Result<ThingRow, Stop> {
    let me = room.member()?;
    let id = thing_id(id)?;
    let asked = tables::asked_of(room.conn, me.network, me.id)?;
    let found = asked.into_iter().find(|thing| thing.id == id);
    found.ok_or(Stop::NotThere)
}

/// Somebody is asked to take a thing on: yes, or not; nobody asks why.
fn asked(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let thing = asked_thing(room, id)?;
    let row = tables::going_of(room.conn, thing.network_id, thing.departure_id)?;
    let row = row.ok_or(Stop::NotThere)?;
    let what = title(room, &thing)?.seen_by(&room.viewer).cloned();
    let name = people::called(room, thing.departure_id)?;
    let tongue = room.tongue.clone();
    room.page(&Handed {
        frame: room.frame(tongue.tell("handed-title", &[("name", name.into())])),
        id: thing.id.to_string(),
        what: what.unwrap_or_default(),
        lede: tongue.tell("handed-lede", &[("day", row.target_on.into())]),
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-going-thing"),
    })
}

fn yes(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    going::answer(room, thing_id(id)?, true)?;
    Ok(Reply::go("/today?said=handed-yes"))
}

fn no(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    going::answer(room, thing_id(id)?, false)?;
    Ok(Reply::go("/today?said=handed-no"))
}
