//! Caucuses: that they are there, for members; who is of one, for those who are.

use super::words;
use crate::{
    deeds::{
        caucus::{self as deeds, ABOUT_LIMIT, NAME_LIMIT},
        gate::ANSWER_LIMIT,
    },
    rules::{Answer, CaucusId},
    sight,
    tables::{self, MemberStage},
};
use askama::Template;
use kernel::{Audience, Guarded, PersonId, YesNo};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/caucuses", list),
        Route::deed("/caucuses", gather),
        Route::page_of("/caucuses/{id}", page),
        Route::deed_on("/caucuses/{id}/join", join),
        Route::deed_on("/caucuses/{id}/leave", leave),
        Route::deed_on("/caucuses/{id}/welcome", welcome),
        Route::deed_on("/caucuses/{id}/hand-on", hand_on),
    ]
}

#[derive(Template)]
#[template(path = "caucuses.html")]
struct List {
    frame: Frame,
    all: Vec<(String, String, String)>,
    name_limit: usize,
    about_limit: usize,
    audience: AudienceLine,
}

fn list(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let mut all = Vec::new();
    for row in tables::caucuses_here(room.conn, me.network)? {
        let opened = Guarded::new(row.opened(&room.house.vault)?, sight::caucus(me.network));
        if let Some((name, about)) = opened.seen_by(&room.viewer).cloned() {
            all.push((row.id.to_string(), name, about));
        }
    }
    all.sort_by(|a, b| a.1.cmp(&b.1));
    let tongue = room.tongue.clone();
    room.page(&List {
        frame: room.frame(tongue.say("caucuses-title")),
        all,
        name_limit: NAME_LIMIT,
        about_limit: ABOUT_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Network, "audience-caucus"),
    })
}

struct GateLine {
    id: String,
    title: String,
    words: String,
    says: String,
    open: bool,
    /// Only the convenor was told: they raise it as theirs, or leave it.
    told: bool,
}

#[derive(Template)]
#[template(path = "caucus.html")]
struct Page {
    frame: Frame,
    id: String,
    about: String,
    convenor: String,
    convenes: bool,
    is: bool,
    asks: bool,
    members: Vec<String>,
    asking: Vec<(String, String)>,
    gates: Vec<GateLine>,
    answers: Vec<(&'static str, String)>,
    answer_limit: usize,
    audience: AudienceLine,
    members_audience: AudienceLine,
}

fn id_of(id: &str) -> Result<CaucusId, Stop> {
    CaucusId::parse(id).ok_or(Stop::NotThere)
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let row = tables::caucus(room.conn, me.network, id_of(id)?)?;
    let opened = Guarded::new(row.opened(&room.house.vault)?, sight::caucus(me.network));
    let (name, about) = opened
        .seen_by(&room.viewer)
        .cloned()
        .ok_or(Stop::NotThere)?;
    let of = (me.network, row.id);
    let rows = tables::members_of(room.conn, &room.house.vault, of)?;
    let mine = rows.iter().find(|(_, person)| *person == me.id);
    let (is, asks) = match mine.map(|(row, _)| row.stage) {
        Some(MemberStage::Is) => (true, false),
        Some(MemberStage::Asks) => (false, true),
        None => (false, false),
    };
    let convenes = row.convenor_id == me.id;
    let who = sight::caucus_members(&deeds::members(room, row.id)?);
    let (mut members, mut asking) = (Vec::new(), Vec::new());
    for (member, person) in &rows {
        match member.stage {
            MemberStage::Is => members.push(people::called_for(room, *person, who.clone())?),
            MemberStage::Asks if convenes => {
                asking.push((member.id.to_string(), people::called(room, *person)?));
            }
            MemberStage::Asks => {}
        }
    }
    members.retain(|name| !name.is_empty());
    members.sort();
    let convenor = people::called(room, row.convenor_id)?;
    let gates = match convenes {
        true => gates(room, (row.id, me.id))?,
        false => Vec::new(),
    };
    let tongue = room.tongue.clone();
    let answers = Answer::ALL
        .iter()
        .filter(|one| !matches!(one, Answer::Asked | Answer::Told));
    room.page(&Page {
        id: row.id.to_string(),
        about,
        convenor: tongue.tell("caucus-convenor", &[("name", convenor.into())]),
        convenes,
        is,
        asks,
        members,
        asking,
        gates,
        answers: answers
            .map(|one| (one.as_str(), tongue.say(words::answer(*one)).to_owned()))
            .collect(),
        answer_limit: ANSWER_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Network, "audience-caucus"),
        members_audience: AudienceLine::new(&tongue, Audience::Named, "audience-caucus-members"),
        frame: room.frame(name),
    })
}

/// What the caucus is asked, for its convenor.
fn gates(room: &mut Room<'_>, (id, me): (CaucusId, PersonId)) -> Result<Vec<GateLine>, Stop> {
    let mut all = Vec::new();
    for gate in tables::gates_to(room.conn, room.network.id, id)? {
        let row = tables::proposal(room.conn, room.network.id, gate.proposal_id)?;
        let Some(title) = words::title(room, &row, &[me])? else {
            continue;
        };
        let text = row
            .key(&room.house.vault)?
            .open(row.row(), "words", &row.words)?;
        let says = match gate.help_asked {
            YesNo::Yes => "gate-help-asked-you",
            YesNo::No => words::answer(gate.answer),
        };
        all.push(GateLine {
            id: gate.id.to_string(),
            title,
            words: text,
            says: room.tongue.say(says).to_owned(),
            open: row.proposal().is_open(),
            told: gate.answer == Answer::Told,
        });
    }
    Ok(all)
}

fn gather(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let id = deeds::gather(room, typed)?;
    Ok(Reply::go(format!("/caucuses/{id}?said=saved")))
}

fn join(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deeds::join(room, id)?;
    Ok(Reply::go(format!("/caucuses/{id}?said=caucus-asked")))
}

fn leave(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::leave(room, id_of(id)?)?;
    Ok(Reply::go("/caucuses?said=saved"))
}

fn welcome(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deeds::welcome(room, id, typed.text("asks"), typed.text("do") == "yes")?;
    Ok(Reply::go(format!("/caucuses/{id}?said=saved")))
}

fn hand_on(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deeds::hand_on(room, id, typed.text("handle"))?;
    Ok(Reply::go(format!("/caucuses/{id}?said=saved")))
}
