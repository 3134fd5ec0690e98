//! Somebody's first weeks, as those who are near see them.

use super::{buddy_line, called};
use crate::{
    deeds,
    rules::Says,
    tables::{self, PathRow},
};
use askama::Template;
use kernel::{Audience, Day, Guarded, PersonId, Refusal, Standing};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/newcomers/{id}", page),
        Route::deed_on("/newcomers/{id}/buddy", buddy),
        Route::deed_on("/newcomers/{id}/first", first),
        Route::deed_on("/newcomers/{id}/together", together),
        Route::deed_on("/newcomers/{id}/ask", ask),
        Route::deed_on("/newcomers/{id}/say", say),
        Route::deed_on("/newcomers/{id}/take-in", take_in),
    ]
}

#[derive(Template)]
#[template(path = "path.html")]
struct PathPage {
    frame: Frame,
    id: String,
    handle: String,
    buddy: String,
    can_be_buddy: bool,
    first: Option<String>,
    first_by: String,
    together: Vec<String>,
    today: String,
    asked: bool,
    of_the_circle: bool,
    said: Vec<String>,
    /// What is still missing before they can be taken in; nothing where the circle has said yes.
    missing: Option<String>,
    member: bool,
    audience: AudienceLine,
    says_audience: AudienceLine,
}

pub(super) fn first_thing_of(room: &Room<'_>, row: &PathRow) -> Result<Option<String>, Stop> {
    let key = row.key(&room.house.vault)?;
    let words = key.open_some(row.row(), "first_words", row.first_words.as_ref())?;
    Ok(words.zip(row.first_on).map(|(words, day)| {
        let said = [("words", words.into()), ("day", day.into())];
        room.tongue.tell("path-first", &said)
    }))
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = room.member()?;
    let person = person_of(id)?;
    if person == me.id {
        return Ok(Reply::go("/first-weeks"));
    }
    let row = deeds::near(room, person)?;
    let tongue = room.tongue.clone();
    let buddy = buddy_line(room, &row)?;
    let ruled = tables::path_as_ruled(room.conn, &row)?;
    let missing = ruled.take_in(room.today).err();
    let of_the_circle = row
        .circle_id
        .is_some_and(|circle| me.circles.contains(&circle));
    let handle = called(room, person)?;
    let standing = people::standing_of(room.conn, me.network, person)?;
    let said = said_so_far(room, &row)?;
    let together = tables::days_of(room.conn, me.network, person)?
        .into_iter()
        .map(|day| tongue.day(day))
        .collect();
    let first = first_thing_of(room, &row)?;
    room.page(&PathPage {
        frame: room.frame(handle.clone()),
        id: person.to_string(),
        handle,
        buddy,
        can_be_buddy: row.buddy_id != Some(me.id) && me.standing == Standing::Member,
        first,
        first_by: tongue.tell("path-first-by", &[("day", row.first_by.into())]),
        together,
        today: room.today.to_string(),
        asked: row.asked_on.is_some(),
        of_the_circle,
        said,
        missing: missing.map(|refusal| tongue.message(&refusal.message())),
        member: standing.is_some_and(Standing::reads_as_member),
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-path"),
        says_audience: AudienceLine::new(&tongue, Audience::Circle, "audience-circle-says"),
    })
}

/// Who of the circle has said what; for the circle only, and only who has spoken.
fn said_so_far(room: &mut Room<'_>, row: &PathRow) -> Result<Vec<String>, Stop> {
    let Some(circle) = row.circle_id else {
        return Ok(Vec::new());
    };
    let said = tables::said_of(room.conn, row.network_id, row.id)?;
    let said = Guarded::new(said, crate::sight::circle_says(circle));
    let mut lines = Vec::new();
    for (member, says) in said.seen_by(&room.viewer).into_iter().flatten() {
        let key = match says {
            Says::Yes => "circle-said-yes",
            Says::NotYet => "circle-said-not-yet",
        };
        let handle = called(room, *member)?;
        lines.push(room.tongue.tell(key, &[("handle", handle.into())]));
    }
    Ok(lines)
}

fn person_of(id: &str) -> Result<PersonId, Stop> {
    PersonId::parse(id).ok_or(Stop::NotThere)
}

fn back_to(person: PersonId, said: &str) -> Reply {
    Reply::go(format!("/newcomers/{person}?said={said}"))
}

fn buddy(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let person = person_of(id)?;
    deeds::be_buddy(room, person)?;
    Ok(back_to(person, "path-buddy"))
}

fn first(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let person = person_of(id)?;
    let words = typed.at_most("words", 200)?;
    deeds::first_thing(room, person, words, Day::parse(typed.text("day")))?;
    Ok(back_to(person, "saved"))
}

fn together(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let person = person_of(id)?;
    deeds::did_together(room, person, Day::parse(typed.text("day")))?;
    Ok(back_to(person, "saved"))
}

fn ask(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let person = person_of(id)?;
    deeds::ask_circle(room, person)?;
    Ok(back_to(person, "circle-asked"))
}

fn say(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let person = person_of(id)?;
    deeds::near(room, person)?;
    let says = Says::parse(typed.text("says")).ok_or(Stop::NotThere)?;
    deeds::say(room, person, says)?;
    Ok(back_to(person, "circle-said"))
}

fn take_in(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let person = person_of(id)?;
    deeds::take_in(room, person)?;
    Ok(back_to(person, "taken-in"))
}
