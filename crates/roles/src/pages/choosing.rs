//! A choosing: where it stands, what this person can say in it, and a draw that anyone makes again.

use super::{
    Names, PersonLine,
    lot::{LotLines, lot_lines},
    people_of,
};
use crate::{
    book::Book,
    deeds::{self, choose, lot, round},
    rules::{Kind, Says, Stage},
    sight,
    tables::{self, ChoosingId, ChoosingRow},
    words,
};
use askama::Template;
use kernel::{Audience, Guarded, Member};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/choosings/{id}", page),
        Route::deed_on("/choosings/{id}/criteria", criteria),
        Route::deed_on("/choosings/{id}/on", on),
        Route::deed_on("/choosings/{id}/nominate", nominate),
        Route::deed_on("/choosings/{id}/propose", propose),
        Route::deed_on("/choosings/{id}/say", say),
        Route::deed_on("/choosings/{id}/answer", answer),
        Route::deed_on("/choosings/{id}/willing", willing),
        Route::deed_on("/choosings/{id}/promise", promise),
        Route::deed_on("/choosings/{id}/freeze", freeze),
        Route::deed_on("/choosings/{id}/roll", roll),
        Route::deed_on("/choosings/{id}/reveal", reveal),
        Route::deed_on("/choosings/{id}/stop", stop),
    ]
}

/// The key of the words for where a choosing stands.
pub(super) fn stage_words(row: &ChoosingRow) -> &'static str {
    match (row.kind, row.stage) {
        (_, Stage::Criteria) => "choosing-criteria",
        (_, Stage::Silent) => "choosing-silent",
        (_, Stage::Round) => "choosing-round",
        (_, Stage::Change) => "choosing-change",
        (Kind::Extension, Stage::Asked) => "choosing-asked-extension",
        (_, Stage::Asked) => "choosing-asked",
        (_, Stage::Gathering) => "choosing-gathering",
        (_, Stage::Frozen) => "choosing-frozen",
        (_, Stage::Drawn) => "choosing-drawn",
        (_, Stage::Chosen) => "choosing-chosen",
    }
}

/// A name somebody wrote, as far as this viewer may read it.
struct NameLine {
    by: String,
    nominee: String,
    why: String,
    mine: bool,
}

/// What somebody said of a proposal.
struct SaidLine {
    who: String,
    yes: bool,
    words: String,
}

/// A proposal, in words.
struct Proposal {
    who: String,
    me: bool,
    said_yes: bool,
    said: Vec<SaidLine>,
    waits_for: String,
    my_word: Option<Says>,
}

#[derive(Template)]
#[template(path = "choosing.html")]
struct Choosing {
    frame: Frame,
    id: String,
    role: String,
    role_id: String,
    circle: String,
    stage: &'static str,
    stage_words: &'static str,
    lot: Option<LotLines>,
    ends: String,
    mine: bool,
    moves: bool,
    criteria: String,
    names: Vec<NameLine>,
    /// How many have written no name yet.
    silent: usize,
    wrote: bool,
    proposal: Option<Proposal>,
    /// After what was said, somebody else can be proposed.
    anew: bool,
    people: Option<Vec<PersonLine>>,
    audience: AudienceLine,
    silent_audience: AudienceLine,
    lot_audience: AudienceLine,
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let id = ChoosingId::parse(id).ok_or(Stop::NotThere)?;
    let row = tables::choosing(room.conn, me.network, id)?;
    let mine = sight::within(row.circle_id).includes(&room.viewer);
    if !mine && row.kind != Kind::Lot {
        return Err(Stop::NotThere);
    }
    let book = Book::read(room.conn, room.house, room.now)?;
    let written = book.role(row.role_id)?;
    let tongue = room.tongue.clone();
    let role = words::of(room.house, &tongue, written)?.name;
    let circle = book.circle(row.circle_id)?.name.clone();
    let moves = mine
        && (row.opened_by == Some(me.id)
            || people::looks_after(room.conn, &me, row.circle_id, room.now)?);
    let criteria = match (&row.criteria, mine) {
        (Some(sealed), true) => {
            let key = row.key(&room.house.vault)?;
            key.open(row.row(), "criteria", sealed)?
        }
        _ => String::new(),
    };
    let inside = people::members_of(room.conn, me.network, row.circle_id)?;
    let all = Names::of(room, &inside)?;
    let (mut names, mut wrote, mut silent) = (Vec::new(), false, 0);
    if mine && row.kind == Kind::Selection {
        wrote = tables::nominators(room.conn, &row)?.contains(&me.id);
        silent = round::wait_for(room.conn, &row)?;
        names = name_lines(room, &row, &me, &all)?;
    }
    let proposal = match mine {
        true => proposal(room, &row, &me, &all)?,
        false => None,
    };
    let lot = match row.kind {
        Kind::Lot => Some(lot_lines(room, &row, &me, &all, mine)?),
        _ => None,
    };
    let people = match mine {
        true => people_of(room, row.circle_id)?,
        false => Some(Vec::new()),
    };
    let title = tongue.tell("choosing-title", &[("role", (&role).into())]);
    room.page(&Choosing {
        frame: room.frame(title),
        id: id.to_string(),
        role,
        role_id: row.role_id.to_string(),
        circle,
        stage: row.stage.as_str(),
        stage_words: stage_words(&row),
        lot,
        ends: tongue.tell("choosing-ends", &[("day", row.ends_on.into())]),
        mine,
        moves,
        criteria,
        names,
        silent,
        wrote,
        anew: moves && row.kind == Kind::Selection,
        proposal,
        people,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-roles-circle"),
        silent_audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-roles-silent"),
        lot_audience: AudienceLine::new(&tongue, Audience::Network, "audience-roles-words"),
    })
}

/// Names and their reasons: while they are silent, one's own alone.
fn name_lines(
    room: &mut Room<'_>,
    row: &ChoosingRow,
    me: &Member,
    all: &Names,
) -> Result<Vec<NameLine>, Stop> {
    let circle = sight::within(row.circle_id);
    let mut lines = Vec::new();
    for name in round::opened(room.conn, room.house, row)? {
        let who = sight::nomination(row.stage, name.by, row.circle_id);
        let (by, guarded) = (name.by, Guarded::new(name, who));
        let Some(name) = guarded.seen_by(&room.viewer) else {
            continue;
        };
        lines.push(NameLine {
            by: all.called(room, by, &circle),
            nominee: all.called(room, name.nominee, &circle),
            why: name.why.clone(),
            mine: by == me.id,
        });
    }
    lines.sort_by(|a, b| (&a.nominee, &a.by).cmp(&(&b.nominee, &b.by)));
    Ok(lines)
}

fn proposal(
    room: &mut Room<'_>,
    row: &ChoosingRow,
    me: &Member,
    all: &Names,
) -> Result<Option<Proposal>, Stop> {
    let Some(asked) = choose::asked(room.conn, row)? else {
        return Ok(None);
    };
    let circle = sight::within(row.circle_id);
    let (mut said, mut my_word) = (Vec::new(), None);
    for word in tables::words(room.conn, row)? {
        let key = word.key(&room.house.vault)?;
        let words = key.open_some(word.row(), "words", word.words.as_ref())?;
        if word.member_id == me.id {
            my_word = Some(word.says);
        }
        said.push(SaidLine {
            who: all.called(room, word.member_id, &circle),
            yes: word.says == Says::Yes,
            words: words.unwrap_or_default(),
        });
    }
    said.sort_by(|a, b| a.who.cmp(&b.who));
    let mut waits: Vec<String> = asked
        .waits_for()
        .into_iter()
        .map(|person| all.called(room, person, &circle))
        .collect();
    waits.sort();
    Ok(Some(Proposal {
        who: all.called(room, asked.candidate, &circle),
        me: asked.candidate == me.id,
        said_yes: asked.said_yes,
        said,
        waits_for: waits.join(", "),
        my_word,
    }))
}

/// The choosing of a path, for whoever is of its circle: the door before what was typed.
fn of(room: &mut Room<'_>, id: &str) -> Result<ChoosingRow, Stop> {
    deeds::reads(room)?;
    let id = ChoosingId::parse(id).ok_or(Stop::NotThere)?;
    choose::of_circle(room, id)
}

fn back(id: ChoosingId) -> Result<Reply, Stop> {
    Ok(Reply::go(format!("/choosings/{id}?said=saved")))
}

fn criteria(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    round::criteria(room, row.id, typed.at_most("criteria", 600)?)?;
    back(row.id)
}

fn on(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    round::on(room, row.id)?;
    Ok(Reply::go(format!("/choosings/{}", row.id)))
}

fn nominate(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    row.stage.takes_names()?;
    let person = deeds::somebody_of(room, row.circle_id, typed, "person")?;
    round::nominate(room, row.id, person, typed.at_most("why", 400)?)?;
    back(row.id)
}

fn propose(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    choose::moves(room, &row)?;
    let person = deeds::somebody_of(room, row.circle_id, typed, "person")?;
    round::propose(room, row.id, person)?;
    back(row.id)
}

fn say(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    let says = Says::parse(typed.text("says")).ok_or(Stop::NotThere)?;
    match choose::say(room, row.id, says, typed.at_most("words", 600)?)? {
        true => Ok(Reply::go(format!(
            "/roles/{}?said=roles-chosen",
            row.role_id
        ))),
        false => back(row.id),
    }
}

fn answer(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    let yes = match typed.text("answer") {
        "yes" => true,
        "no" => false,
        _ => return Err(Stop::NotThere),
    };
    match (choose::answer(room, row.id, yes)?, yes) {
        (Some(id), true) => back(id),
        // A no is free, and nothing is said of it anywhere.
        (Some(id), false) => Ok(Reply::go(format!("/choosings/{id}?said=roles-no"))),
        (None, true) => Ok(Reply::go(format!(
            "/roles/{}?said=roles-chosen",
            row.role_id
        ))),
        (None, false) => Ok(Reply::go(format!("/roles/{}?said=roles-no", row.role_id))),
    }
}

fn willing(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    lot::willing(room, row.id, typed.text("willing") == "yes")?;
    back(row.id)
}

fn promise(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    lot::promise(room, row.id, typed.at_most("hash", 100)?)?;
    back(row.id)
}

fn freeze(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    lot::freeze(room, row.id)?;
    back(row.id)
}

fn roll(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    lot::roll(room, row.id, typed.at_most("rolls", 200)?)?;
    back(row.id)
}

fn reveal(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    lot::reveal(room, row.id, typed.at_most("text", 200)?)?;
    back(row.id)
}

fn stop(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let row = of(room, id)?;
    let role = choose::stop(room, row.id)?;
    Ok(Reply::go(format!("/roles/{role}?said=roles-stopped")))
}
