//! "Everything you hold", on one page: what shall become of each thing, and by which day.

use super::plan;
use crate::{
    deeds::{self, going},
    rules::{Going, GoingStage, LONGEST_DAYS, USUAL_DAYS},
    tables,
};
use askama::Template;
use kernel::{Audience, Standing};
use store::Stop;
use web::{AudienceLine, Disposition, Frame, Held, HeldKind, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/stepping-back", page),
        Route::deed("/stepping-back", begin),
        Route::deed("/stepping-back/all-back", all_back),
        Route::deed("/stepping-back/read", read),
    ]
}

/// One thing somebody holds, as the form asks about it.
struct Line {
    id: String,
    title: String,
    kind: String,
    circle: String,
    href: String,
    ways: Vec<(&'static str, String, bool)>,
    /// Who could take it on; `None` where nobody can by a word here.
    name: Option<String>,
}

#[derive(Template)]
#[template(path = "stepping_back.html")]
struct SteppingBack {
    frame: Frame,
    newcomer: bool,
    lines: Vec<Line>,
    target: String,
    today: String,
    latest: String,
    going_audience: AudienceLine,
    thing_audience: AudienceLine,
}

pub(super) fn kind_words(kind: HeldKind) -> &'static str {
    match kind {
        HeldKind::Role => "held-role",
        HeldKind::Key => "held-key",
        HeldKind::Ask => "held-ask",
        HeldKind::Commitment => "held-commitment",
    }
}

pub(super) fn way_words(kind: Option<HeldKind>, how: Disposition) -> &'static str {
    match (kind, how) {
        (Some(HeldKind::Key), _) => "going-key",
        (Some(HeldKind::Ask), _) => "going-board",
        (_, Disposition::Successor) => "going-successor",
        (_, Disposition::Circle) => "going-circle",
        (_, Disposition::Pause) => "going-pause",
        (_, Disposition::Close) => "going-close",
    }
}

fn line(room: &mut Room<'_>, held: Held) -> Result<Line, Stop> {
    let circle = match held.circle {
        Some(id) => people::circle(room.conn, room.network.id, id)?.name,
        None => String::new(),
    };
    let name = match (held.may.contains(&Disposition::Successor), held.suggested) {
        (false, _) => None,
        (true, None) => Some(String::new()),
        (true, Some(person)) => Some(people::called(room, person)?),
    };
    let usual = going::usual(&held);
    let tongue = &room.tongue;
    let ways = held.may.iter().map(|how| {
        let words = tongue.say(way_words(Some(held.kind), *how)).to_owned();
        (how.as_str(), words, *how == usual)
    });
    Ok(Line {
        ways: ways.collect(),
        kind: tongue.say(kind_words(held.kind)).to_owned(),
        id: held.id,
        title: held.title,
        circle,
        href: held.href,
        name,
    })
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if me.standing == Standing::Guest {
        return Err(Stop::NotThere);
    }
    if let Some(row) = tables::going_of(room.conn, me.network, me.id)? {
        let on_the_way = row.stage == GoingStage::HandingOver;
        if on_the_way || row.going == Going::Emergency || me.standing == Standing::Dormant {
            return plan::show(room, &row);
        }
    }
    let mut lines = Vec::new();
    for held in room.held(me.id)? {
        lines.push(line(room, held)?);
    }
    let tongue = room.tongue.clone();
    room.page(&SteppingBack {
        frame: room.frame(tongue.say("going-title")),
        newcomer: me.standing == Standing::Participant,
        lines,
        target: room.today.plus(USUAL_DAYS).to_string(),
        today: room.today.to_string(),
        latest: room.today.plus(LONGEST_DAYS).to_string(),
        going_audience: AudienceLine::new(&tongue, Audience::Named, "audience-going"),
        thing_audience: AudienceLine::new(&tongue, Audience::Circle, "audience-going-thing"),
    })
}

fn begin(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    going::begin(room, typed)?;
    Ok(Reply::go("/stepping-back?said=going"))
}

/// "Skip all": everything goes back to its circle, now.
fn all_back(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    let me = room.member()?;
    let known = tables::going_of(room.conn, me.network, me.id)?;
    if known.is_none_or(|row| row.stage == GoingStage::Done) {
        going::begin(room, &Typed::default())?;
    }
    going::all_handed_over(room, true)?;
    Ok(Reply::go("/stepping-back?said=free"))
}

/// What was handed over for them has been read.
fn read(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    deeds::emergency::read(room)?;
    Ok(Reply::go("/today?said=saved"))
}
