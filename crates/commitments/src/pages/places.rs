//! One open place: what there is to do, when, and "I can".

use super::{place, words};
use crate::{
    deeds::place as deeds,
    tables::{PlaceRow, clock_from},
};
use askama::Template;
use kernel::Audience;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/places/{id}", page),
        Route::deed_on("/places/{id}/take", take),
        Route::deed_on("/places/{id}/not-me", not_me),
    ]
}

#[derive(Template)]
#[template(path = "place.html")]
struct Place {
    frame: Frame,
    id: String,
    words: String,
    when: String,
    circle: Option<String>,
    standing: bool,
    again: bool,
    audience: AudienceLine,
}

/// When a place is: one time, a rhythm, or as it comes.
pub(crate) fn when(room: &Room<'_>, place: &PlaceRow) -> String {
    if let Some(day) = place.on_day {
        return words::day_and_clock(room, day, place.clock.as_deref().and_then(clock_from));
    }
    match place.recurrence() {
        Some(when) => words::when_words(&room.tongue, &when),
        None => room.tongue.say("place-as-it-comes").to_owned(),
    }
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let id = place(id)?;
    let (me, row) = deeds::look(room, id)?;
    let said = row.said(&room.house.vault, &[me.id])?;
    let circle = match row.circle_id {
        Some(circle) => Some(people::circle(room.conn, me.network, circle)?.name),
        None => None,
    };
    let said = said.seen_by(&room.viewer).cloned().unwrap_or_default();
    room.page(&Place {
        frame: room.frame(said.clone()),
        id: id.to_string(),
        words: said,
        when: when(room, &row),
        circle,
        standing: row.on_day.is_none(),
        again: row.not_for.is_some_and(|giver| giver != me.id),
        audience: AudienceLine::new(&room.tongue, Audience::Circle, "audience-place"),
    })
}

fn take(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deeds::take(room, place(id)?, typed.ticked("again"))?;
    Ok(Reply::go("/today?said=place-taken"))
}

fn not_me(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::not_me(room, place(id)?)?;
    Ok(Reply::go("/today?said=place-not-me"))
}
