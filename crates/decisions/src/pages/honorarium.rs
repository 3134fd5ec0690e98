//! What is offered to everybody for their time.

use crate::{
    deeds::{
        self,
        caucus::members,
        honorarium::{self as deed, AMOUNT_LIMIT, WORDS_LIMIT},
    },
    rules::HonorariumId,
    sight,
    tables::{self, HonorariumRow},
};
use askama::Template;
use kernel::{Audience, CircleId, Day, Guarded, Member};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/honoraria", page),
        Route::deed("/honoraria", offer),
        Route::deed_on("/honoraria/{id}/take", take),
        Route::deed_on("/honoraria/{id}/leave", leave),
        Route::deed_on("/honoraria/{id}/handed-over", handed_over),
    ]
}

struct Line {
    id: String,
    words: String,
    /// "6 × $40, offered to all".
    offered: String,
    until: String,
    offered_to_me: bool,
    mine: bool,
    takers: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "honoraria.html")]
struct Page {
    frame: Frame,
    lines: Vec<Line>,
    /// The circles whose plan I can put a line into.
    circles: Vec<(CircleId, String, bool)>,
    caucuses: Vec<String>,
    /// A gathering's day, where one came from its page.
    on_day: String,
    today: String,
    words_limit: usize,
    amount_limit: usize,
    audience: AudienceLine,
    taker_audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let caucuses = deed::my_caucuses(room, me.id)?;
    let of = (me.circles.as_slice(), caucuses.as_slice());
    let mut lines = Vec::new();
    for row in tables::honoraria_of(room.conn, me.network, of)? {
        let to_me = match row.caucus_id {
            Some(caucus) => caucuses.contains(&caucus),
            None => me.circles.contains(&row.circle_id),
        };
        lines.extend(line(room, (&me, &row), to_me)?);
    }
    let asked = room.visit.param("circle").unwrap_or_default();
    let asked = CircleId::parse(&asked);
    let on_day = room.visit.param("on").and_then(|day| Day::parse(&day));
    let mut circles = Vec::new();
    for (id, name) in people::my_circles(room, &me)? {
        if people::looks_after(room.conn, &me, id, room.now)? {
            circles.push((id, name, asked == Some(id)));
        }
    }
    let tongue = room.tongue.clone();
    let caucuses = crate::near::caucus_names(room)?;
    room.page(&Page {
        frame: room.frame(tongue.say("honoraria-title")),
        lines,
        circles,
        caucuses,
        on_day: on_day.map(|day| day.to_string()).unwrap_or_default(),
        today: room.today.to_string(),
        words_limit: WORDS_LIMIT,
        amount_limit: AMOUNT_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-honorarium"),
        taker_audience: AudienceLine::new(&tongue, Audience::Named, "audience-honorarium-taker"),
    })
}

/// A line as whoever is in the room may read it: for what, how many times how much, on which day.
fn opened(room: &mut Room<'_>, row: &HonorariumRow) -> Result<Option<(String, String)>, Stop> {
    let members = match row.caucus_id {
        Some(caucus) => members(room, caucus)?,
        None => Vec::new(),
    };
    let key = row.key(&room.house.vault)?;
    let said = (
        key.open(row.row(), "words", &row.words)?,
        key.open(row.row(), "amount", &row.amount)?,
    );
    let opened = Guarded::new(said, sight::honorarium(row.circle_id, &members));
    let Some((words, amount)) = opened.seen_by(&room.viewer).cloned() else {
        return Ok(None);
    };
    let offered = [
        ("seats", i64::from(row.seats).into()),
        ("amount", amount.into()),
        ("day", row.on_day.into()),
    ];
    Ok(Some((
        words,
        room.tongue.tell("honorarium-offered", &offered),
    )))
}

/// What is offered for people's time by a circle on a day, as far as whoever is in the room may read it.
///
/// # Errors
/// Where the database cannot be read.
pub fn paid_time(room: &mut Room<'_>, (circle, day): (CircleId, Day)) -> Result<Vec<String>, Stop> {
    let mut all = Vec::new();
    for row in tables::honoraria_of(room.conn, room.network.id, (&[circle], &[]))? {
        if row.circle_id != circle || row.on_day != day {
            continue;
        }
        if let Some((words, offered)) = opened(room, &row)? {
            all.push(format!("{words}: {offered}"));
        }
    }
    Ok(all)
}

fn line(
    room: &mut Room<'_>,
    (me, row): (&Member, &HonorariumRow),
    offered_to_me: bool,
) -> Result<Option<Line>, Stop> {
    let Some((words, offered)) = opened(room, row)? else {
        return Ok(None);
    };
    let of = (row.network_id, row.id);
    let all = tables::takers_of(room.conn, &room.house.vault, of)?;
    let mine = all.iter().any(|(_, person)| *person == me.id);
    let mut takers = Vec::new();
    if people::looks_after(room.conn, me, row.circle_id, room.now)? {
        for (id, person) in all {
            takers.push((id.to_string(), people::called(room, person)?));
        }
        takers.sort_by(|a, b| a.1.cmp(&b.1));
    }
    let until = [("day", row.until_day.into())];
    Ok(Some(Line {
        id: row.id.to_string(),
        words,
        offered,
        until: room.tongue.tell("honorarium-until", &until),
        offered_to_me,
        mine,
        takers,
    }))
}

fn id_of(id: &str) -> Result<HonorariumId, Stop> {
    HonorariumId::parse(id).ok_or(Stop::NotThere)
}

fn offer(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deed::offer(room, typed)?;
    Ok(Reply::go("/honoraria?said=saved"))
}

fn take(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::take(room, id_of(id)?, true)?;
    Ok(Reply::go("/honoraria?said=honorarium-taken"))
}

fn leave(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::take(room, id_of(id)?, false)?;
    Ok(Reply::go("/honoraria?said=saved"))
}

fn handed_over(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deed::handed_over(room, id_of(id)?, typed.text("taker"))?;
    Ok(Reply::go("/honoraria?said=saved"))
}
