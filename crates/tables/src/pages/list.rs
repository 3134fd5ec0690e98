//! Where and when: open tables by area and day, for anybody, without an account.

use super::words;
use crate::{
    deeds::cells::shortened,
    rules::Certainty,
    tables::{self, Filter, TableRow},
};
use askama::Template;
use store::Stop;
use web::{Frame, Reply, Room, Route, in_query};

/// How many stand on one page.
const LINES: i64 = 12;
/// The most letters of a rhythm in a line.
const RHYTHM: usize = 140;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/tables", page)]
}

struct Line {
    id: String,
    name: String,
    place: String,
    rhythm: String,
    next: Option<String>,
    closed: Option<String>,
    not_looked: Option<String>,
}

struct Choice {
    value: String,
    words: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "tables.html")]
struct Tables {
    frame: Frame,
    lines: Vec<Line>,
    areas: Vec<Choice>,
    days: Vec<Choice>,
    before: Option<String>,
    after: Option<String>,
    /// The same choice as a query, for the sheet and the feed.
    query: String,
    filtered: bool,
    adds: bool,
}

/// What is asked for, and the query that asks for it.
pub(super) fn asked(room: &Room<'_>) -> (Filter, String) {
    let area = room.visit.param("area");
    let weekday = room.visit.param("day").and_then(|day| day.parse().ok());
    let weekday = weekday.filter(|day| (1..=7).contains(day));
    let due = room.visit.param("look").is_some();
    let mut query = Vec::new();
    query.extend(
        area.as_deref()
            .map(|area| format!("area={}", in_query(area))),
    );
    query.extend(weekday.map(|day| format!("day={day}")));
    query.extend(due.then(|| "look=again".to_owned()));
    let filter = Filter {
        area,
        weekday,
        to_look_at: due.then_some(room.today),
    };
    (filter, query.join("&"))
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let (filter, query) = asked(room);
    let network = room.network.id;
    let page = room.page_number();
    // One more than fits says whether there is another page.
    let mut rows = tables::living(room.conn, network, &filter, (page * LINES, LINES + 1))?;
    let more = rows.len() > usize::try_from(LINES).unwrap_or(0);
    rows.truncate(usize::try_from(LINES).unwrap_or(0));
    let areas = tables::areas(room.conn, network)?;
    let to = |page: i64| {
        let glue = if query.is_empty() { "" } else { "&" };
        format!("/tables?{query}{glue}page={page}")
    };
    let tongue = room.tongue.clone();
    let lines = rows.iter().map(|row| line(room, row)).collect();
    room.page(&Tables {
        frame: room.frame(tongue.say("tables-title")),
        lines,
        areas: areas
            .into_iter()
            .map(|area| Choice {
                chosen: filter.area.as_ref() == Some(&area),
                value: area.clone(),
                words: area,
            })
            .collect(),
        days: words::weekdays(&tongue)
            .into_iter()
            .map(|(number, words)| Choice {
                chosen: filter.weekday == Some(number),
                value: number.to_string(),
                words,
            })
            .collect(),
        before: (page > 0).then(|| to(page - 1)),
        after: more.then(|| to(page + 1)),
        filtered: !query.is_empty(),
        query,
        adds: super::form::may_add(room),
    })
}

fn line(room: &Room<'_>, row: &TableRow) -> Line {
    let tongue = &room.tongue;
    let zone = room.network.zone.time_zone();
    let next = row.next(zone, room.now).map(|at| {
        let day = words::occurrence(tongue, at);
        tongue.tell("tables-next", &[("day", day.into())])
    });
    Line {
        id: row.id.to_string(),
        name: row.name.clone(),
        place: parts(&row.place, &row.area),
        rhythm: rhythm_line(room, row),
        next,
        closed: closed(room, row),
        not_looked: not_looked(room, row),
    }
}

/// The rhythm in a line: as it was read where that is certain, else in its own words.
pub(super) fn rhythm_line(room: &Room<'_>, row: &TableRow) -> String {
    let tongue = &room.tongue;
    if row.rhythm.is_empty() {
        return tongue.say("tables-no-rhythm").to_owned();
    }
    if row.reading.is_settled() {
        let beats: Vec<String> = row
            .beats()
            .iter()
            .map(|beat| words::beat(tongue, beat))
            .collect();
        return shortened(&beats.join("; "), RHYTHM);
    }
    let own = shortened(&row.rhythm.replace('\n', " / "), RHYTHM);
    let key = match row.reading {
        Certainty::Doubtful => "tables-doubtful-line",
        _ => "tables-unread-line",
    };
    tongue.tell(key, &[("words", own.into())])
}

/// Place and area, each once.
fn parts(place: &str, area: &str) -> String {
    let said = place.to_lowercase().contains(&area.to_lowercase());
    match (place.is_empty(), area.is_empty() || said) {
        (true, _) => area.to_owned(),
        (false, true) => place.to_owned(),
        (false, false) => format!("{place} · {area}"),
    }
}

/// What a closed table says, and until when.
pub(super) fn closed(room: &Room<'_>, row: &TableRow) -> Option<String> {
    let said = row.closed_words.as_ref()?;
    let tongue = &room.tongue;
    Some(match row.closed_until {
        Some(day) => tongue.tell(
            "tables-closed-until",
            &[("words", said.into()), ("day", day.into())],
        ),
        None => tongue.tell("tables-closed-for-now", &[("words", said.into())]),
    })
}

/// Nothing is hidden in silence: whether the day has passed by which somebody was to look.
pub(super) fn not_looked(room: &Room<'_>, row: &TableRow) -> Option<String> {
    let tongue = &room.tongue;
    row.table()
        .wants_a_look(room.today)
        .then(|| match row.looked_on {
            Some(day) => {
                let day = tongue.tell(
                    "tables-day-and-year",
                    &[
                        ("day", day.into()),
                        ("year", day.date().year().to_string().into()),
                    ],
                );
                tongue.tell("tables-not-looked-since", &[("day", day.into())])
            }
            None => tongue.say("tables-never-looked").to_owned(),
        })
}
