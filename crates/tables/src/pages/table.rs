//! One open table: for anybody to read, for its keepers to look at again, close, open and end.

use super::{list, words};
use crate::{
    deeds,
    rules::{Certainty, Keeper, LINE_LIMIT, LOOK_AGAIN_DAYS, TableRefusal},
    sight,
    tables::TableRow,
};
use askama::Template;
use kernel::{Audience, Day};
use rhythm::Doubt;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Tongue, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/tables/{id}", page),
        Route::deed_on("/tables/{id}/look", look),
        Route::deed_on("/tables/{id}/close", close),
        Route::deed_on("/tables/{id}/open", open),
        Route::deed_on("/tables/{id}/end", end),
        Route::deed_on("/tables/{id}/right", right),
    ]
}

/// What stands on the page for those who keep the table.
struct Keeping {
    audience: AudienceLine,
    latest: String,
    closed: bool,
    doubtful: bool,
    doubts: Vec<String>,
}

#[derive(Template)]
#[template(path = "table.html")]
struct Page {
    frame: Frame,
    id: String,
    name: String,
    place: String,
    area: String,
    next: Option<String>,
    rhythm: String,
    read_as: Vec<String>,
    doubtful: bool,
    has_dates: bool,
    offers: String,
    languages: String,
    contact: String,
    link: bool,
    kept_by: String,
    published_by: Option<String>,
    looked: String,
    not_looked: Option<String>,
    closed: Option<String>,
    ended: Option<String>,
    keeping: Option<Keeping>,
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let row = deeds::look(room, id)?;
    let tongue = room.tongue.clone();
    let zone = room.network.zone.clone();
    let kept_by = keeper_name(room, &row)?;
    let ended = row
        .ended_on
        .map(|day| tongue.tell("tables-ended-on", &[("day", day.into())]));
    let may_change = sight::may_change(&room.viewer, &row, room.network.aid);
    let keeping = (may_change && ended.is_none()).then(|| Keeping {
        audience: AudienceLine::new(&tongue, Audience::Public, "audience-open-table"),
        latest: room.today.plus(LOOK_AGAIN_DAYS).to_string(),
        closed: row.closed_words.is_some(),
        doubtful: row.reading == Certainty::Doubtful,
        doubts: doubts(&tongue, &row.rhythm),
    });
    let next = row.next(zone.time_zone(), room.now).map(|at| {
        let day = words::occurrence(&tongue, at);
        tongue.tell("tables-next", &[("day", day.into())])
    });
    let beats = row.beats();
    let looked = match row.looked_on {
        Some(day) => tongue.tell(
            "tables-looked",
            &[
                ("day", day.into()),
                ("year", day.date().year().to_string().into()),
                ("by", row.review_on.into()),
            ],
        ),
        None => tongue.tell(
            "tables-from-a-file",
            &[("day", row.since_on.into()), ("by", row.review_on.into())],
        ),
    };
    let published_by = Some(&row.published_by).filter(|by| !by.is_empty());
    let published_by =
        published_by.map(|by| tongue.tell("tables-published-by", &[("who", by.into())]));
    room.page(&Page {
        frame: room.frame(row.name.clone()),
        id: row.id.to_string(),
        next,
        read_as: beats
            .iter()
            .map(|beat| words::beat(&tongue, beat))
            .collect(),
        doubtful: row.reading == Certainty::Doubtful,
        has_dates: row.reading.is_settled() && ended.is_none(),
        rhythm: match row.rhythm.is_empty() {
            true => tongue.say("tables-no-rhythm").to_owned(),
            false => row.rhythm.clone(),
        },
        link: row.contact.starts_with("https://") && !row.contact.contains(char::is_whitespace),
        kept_by,
        published_by,
        looked,
        not_looked: list::not_looked(room, &row),
        closed: list::closed(room, &row),
        ended,
        keeping,
        name: row.name,
        place: row.place,
        area: row.area,
        offers: row.offers,
        languages: row.languages,
        contact: row.contact,
    })
}

fn keeper_name(room: &mut Room<'_>, row: &TableRow) -> Result<String, Stop> {
    let network = room.network.id;
    let name = match row.keeper(room.network.aid) {
        Keeper::Circle(id) => people::circles(room.conn, network)?
            .into_iter()
            .find(|circle| circle.id == id)
            .map(|circle| circle.name),
        Keeper::Organisation(id) => people::organisations(room.conn, network)?
            .into_iter()
            .find(|(other, _)| *other == id)
            .map(|(_, name)| name),
    };
    let name = name.unwrap_or_else(|| room.network.name.clone());
    Ok(room.tongue.tell("tables-kept-by", &[("who", name.into())]))
}

/// What is not certain in a rhythm, in sentences.
pub(super) fn doubts(tongue: &Tongue, rhythm: &str) -> Vec<String> {
    let words = |key: &str, words: &str| tongue.tell(key, &[("words", words.into())]);
    let of_day = |key: &str, day| {
        let day = words::weekday(tongue, day);
        tongue.tell(key, &[("words", day.into())])
    };
    rhythm::read(rhythm)
        .doubts
        .iter()
        .map(|doubt| match doubt {
            Doubt::NotUnderstood(said) => words("table-note-not-understood", said),
            Doubt::NoHalfOfDay(said) => words("table-note-half-of-day", said),
            Doubt::WhichDays(said) => words("table-note-which-days", said),
            Doubt::SaidTwice(day) => of_day("table-note-said-twice", *day),
            Doubt::OpenAndClosed(day) => of_day("table-note-open-and-closed", *day),
        })
        .collect()
}

fn back(id: &str, said: &str) -> Reply {
    Reply::go(format!("/tables/{id}?said={said}"))
}

fn look(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deeds::look_to_change(room, id)?;
    let by = Day::parse(typed.text("by")).ok_or(TableRefusal::ReviewDay)?;
    deeds::look_again(room, id, by)?;
    Ok(back(id, "table-looked"))
}

fn close(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deeds::look_to_change(room, id)?;
    let words = typed.at_most("words", LINE_LIMIT)?;
    let until = Day::parse(typed.text("until")).ok_or(TableRefusal::ClosedDay)?;
    deeds::close(room, id, words, until)?;
    Ok(back(id, "table-closed"))
}

fn open(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::open(room, id)?;
    Ok(back(id, "table-open"))
}

fn end(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::end(room, id)?;
    Ok(back(id, "table-ended"))
}

fn right(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::confirm(room, id)?;
    Ok(back(id, "table-right"))
}
