//! For welcomers: who left a name, who calls them, and what comes of it.

use super::{buddy_line, called};
use crate::{
    deeds,
    rules::{CallStage, JoiningRefusal},
    tables::{self, NewcomerId, NewcomerRow},
};
use askama::Template;
use kernel::{Audience, CircleId, Guarded, Member, PersonId};
use store::Stop;
use web::{AudienceLine, Frame, Lang, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/calls", page),
        Route::deed_on("/calls/{id}/take", take),
        Route::deed_on("/calls/{id}/back", back),
        Route::deed_on("/calls/{id}/talked", talked),
        Route::deed_on("/calls/{id}/let-go", let_go),
    ]
}

struct Line {
    id: String,
    name: String,
    reach: String,
    note: String,
    spanish: bool,
    left: bool,
    mine: bool,
}

struct PathLine {
    id: String,
    handle: String,
    note: String,
}

#[derive(Template)]
#[template(path = "calls.html")]
struct Calls {
    frame: Frame,
    lines: Vec<Line>,
    paths: Vec<PathLine>,
    circles: Vec<(String, String)>,
    audience: AudienceLine,
    link: Option<String>,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    show(room, None)
}

fn show(room: &mut Room<'_>, link: Option<String>) -> Result<Reply, Stop> {
    let me = room.member()?;
    let care = deeds::welcomer(room, &me)?;
    let tongue = room.tongue.clone();
    let mut lines = Vec::new();
    for row in tables::newcomers_waiting(room.conn, me.network, room.today)? {
        lines.extend(line(room, &me, care, &row)?);
    }
    let mut paths = Vec::new();
    for row in tables::paths_now(room.conn, me.network)? {
        paths.push(PathLine {
            id: row.id.to_string(),
            handle: called(room, row.id)?,
            note: buddy_line(room, &row)?,
        });
    }
    let circles = people::circles(room.conn, me.network)?
        .into_iter()
        .map(|circle| (circle.id.to_string(), circle.name))
        .collect();
    room.page(&Calls {
        frame: room.frame(tongue.say("calls-title")),
        lines,
        paths,
        circles,
        audience: AudienceLine::new(&tongue, Audience::Role, "audience-left-word"),
        link,
    })
}

fn line(
    room: &mut Room<'_>,
    me: &Member,
    care: CircleId,
    row: &NewcomerRow,
) -> Result<Option<Line>, Stop> {
    let key = row.key(&room.house.vault)?;
    let words = (
        key.open(row.row(), "name", &row.name)?,
        key.open(row.row(), "reach", &row.reach)?,
    );
    let words = Guarded::new(words, crate::sight::left_word(care));
    let Some((name, reach)) = words.seen_by(&room.viewer).cloned() else {
        return Ok(None);
    };
    let tongue = room.tongue.clone();
    let note = match (row.stage, row.caller_id) {
        (CallStage::Left, _) => tongue.tell("call-by", &[("day", row.call_by.into())]),
        (CallStage::Taken, Some(by)) if by != me.id => {
            let by = called(room, by)?;
            tongue.tell("call-taken-by", &[("handle", by.into())])
        }
        (CallStage::Taken, _) => tongue.tell("call-yours", &[("day", row.call_by.into())]),
        (CallStage::Talked, _) => tongue.say("call-invited").to_owned(),
    };
    let mine = row.caller_id == Some(me.id);
    Ok(Some(Line {
        id: row.id.to_string(),
        name,
        reach,
        note,
        spanish: row.language == Lang::Es,
        left: row.stage == CallStage::Left,
        mine: mine && row.stage == CallStage::Taken,
    }))
}

fn call_of(id: &str) -> Result<NewcomerId, Stop> {
    NewcomerId::parse(id).ok_or(Stop::NotThere)
}

fn take(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::take_call(room, call_of(id)?)?;
    Ok(Reply::go("/calls?said=call-taken"))
}

fn back(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::give_back_call(room, call_of(id)?)?;
    Ok(Reply::go("/calls?said=call-back"))
}

fn talked(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let me = room.member()?;
    deeds::welcomer(room, &me)?;
    let buddy = match typed.some("buddy") {
        Some(handle) => Some(member_called(room, handle)?),
        None => None,
    };
    let circle = CircleId::parse(typed.text("circle")).ok_or(Stop::NotThere)?;
    let link = deeds::talked(room, call_of(id)?, (buddy, circle))?;
    show(room, Some(format!("/join/{link}")))
}

fn member_called(room: &mut Room<'_>, handle: &str) -> Result<PersonId, Stop> {
    let vault = &room.house.vault;
    people::person_with_handle(room.conn, vault, room.network.id, handle)?
        .ok_or_else(|| JoiningRefusal::BuddyIsAMember.into())
}

fn let_go(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::let_go(room, call_of(id)?)?;
    Ok(Reply::go("/calls?said=call-let-go"))
}
