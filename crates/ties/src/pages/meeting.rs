//! Two who sit down with one another, on one page for each: the same but for one's own note.

use crate::{
    deeds::meeting::{self as deed, ABOUT_LIMIT, NOTE_LIMIT},
    rules::{Meeting, OneToOneId, Side},
    sight,
};
use askama::Template;
use kernel::{Audience, Guarded};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::deed("/one-to-ones", propose),
        Route::page_of("/one-to-ones/{id}", page),
        Route::deed_on("/one-to-ones/{id}/agree", agree),
        Route::deed_on("/one-to-ones/{id}/not-now", not_now),
        Route::deed_on("/one-to-ones/{id}/met", met),
        Route::deed_on("/one-to-ones/{id}/note", note),
        Route::deed_on("/one-to-ones/{id}/next", next),
        Route::deed_on("/one-to-ones/{id}/count", count),
    ]
}

#[derive(Template)]
#[template(path = "one_to_one.html")]
struct Page {
    frame: Frame,
    id: String,
    stands: String,
    about: String,
    next_thing: String,
    note: String,
    asked_me: bool,
    asked: bool,
    agreed: bool,
    held: bool,
    said_met: bool,
    would_count: bool,
    about_limit: usize,
    note_limit: usize,
    audience: AudienceLine,
    note_audience: AudienceLine,
    count_audience: AudienceLine,
}

fn id_of(id: &str) -> Result<OneToOneId, Stop> {
    OneToOneId::parse(id).ok_or(Stop::NotThere)
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let (me, row, side, other) = deed::mine(room, id_of(id)?)?;
    let key = row.key(&room.house.vault)?;
    let at = row.row();
    let shared = (
        key.open_some(at, "about", row.about.as_ref())?,
        key.open_some(at, "next_thing", row.next_thing.as_ref())?,
    );
    let shared = Guarded::new(shared, sight::the_two(me.id, other));
    let (about, next_thing) = shared.seen_by(&room.viewer).cloned().unwrap_or_default();
    let column = match side {
        Side::One => "note_one",
        Side::Other => "note_other",
    };
    let note = key.open_some(at, column, row.note(side))?;
    let note = Guarded::new(note, sight::note(me.id));
    let note = note.seen_by(&room.viewer).cloned().flatten();
    let name = people::called_for(room, other, sight::the_two(me.id, other))?;
    let rule = row.rule();
    let of_mine = |pair: (bool, bool)| match side {
        Side::One => pair.0,
        Side::Other => pair.1,
    };
    let tongue = room.tongue.clone();
    let title = tongue.tell("meeting-title", &[("name", name.into())]);
    room.page(&Page {
        id: row.id.to_string(),
        stands: tongue.say(super::mine::stands(&row, side)).to_owned(),
        about: about.unwrap_or_default(),
        next_thing: next_thing.unwrap_or_default(),
        note: note.unwrap_or_default(),
        asked_me: row.stage == Meeting::Proposed && side == Side::Other,
        asked: row.stage == Meeting::Proposed,
        agreed: row.stage == Meeting::Agreed,
        held: row.stage == Meeting::Held,
        said_met: of_mine(rule.met),
        would_count: of_mine(rule.counts),
        about_limit: ABOUT_LIMIT,
        note_limit: NOTE_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-the-two"),
        note_audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-own-note"),
        count_audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-count"),
        frame: room.frame(title),
    })
}

fn propose(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let id = deed::propose(room, typed)?;
    Ok(Reply::go(format!("/one-to-ones/{id}?said=meeting-asked")))
}

fn to(id: OneToOneId) -> Result<Reply, Stop> {
    Ok(Reply::go(format!("/one-to-ones/{id}?said=saved")))
}

fn agree(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::agree(room, id)?;
    to(id)
}

fn not_now(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::not_now(room, id_of(id)?)?;
    Ok(Reply::go("/ties?said=not-now"))
}

fn met(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::met(room, id)?;
    to(id)
}

fn note(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::note(room, id, typed)?;
    to(id)
}

fn next(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::next(room, id, typed)?;
    to(id)
}

fn count(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::count(room, id, typed.text("would") == "yes")?;
    to(id)
}
