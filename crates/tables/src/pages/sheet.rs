//! A sheet to print and hang up: open tables day by day (N15).

use super::{list, words};
use crate::tables::{self, TableRow};
use askama::Template;
use jiff::civil::{Time, Weekday};
use store::Stop;
use web::{Frame, Reply, Room, Route};

/// How many lines fit on one A4, where many of them wrap.
const LINES: usize = 24;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/tables/sheet", page)]
}

struct Day {
    name: String,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "table_sheet.html")]
struct Sheet {
    frame: Frame,
    area: Option<String>,
    printed: String,
    days: Vec<Day>,
    page: usize,
    pages: usize,
    day: Option<i8>,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let (filter, _) = list::asked(room);
    let rows = tables::living(room.conn, room.network.id, &filter, (0, i64::MAX))?;
    let all = lines(room, &rows, filter.weekday);
    let pages = all.len().div_ceil(LINES).max(1);
    let page = usize::try_from(room.page_number())
        .unwrap_or(0)
        .min(pages - 1);
    let mut days: Vec<Day> = Vec::new();
    for (name, line) in all.into_iter().skip(page * LINES).take(LINES) {
        match days.last_mut() {
            Some(day) if day.name == name => day.lines.push(line),
            _ => days.push(Day {
                name,
                lines: vec![line],
            }),
        }
    }
    let tongue = room.tongue.clone();
    let today = tongue.day(room.today);
    room.page(&Sheet {
        frame: room.frame(tongue.say("tables-title")),
        area: filter.area,
        printed: tongue.tell("tables-sheet-of", &[("day", today.into())]),
        days,
        page,
        pages,
        day: filter.weekday,
    })
}

/// Every line of the sheet with its day, in the order of the week and of the clock; what could not
/// be read for certain stands last, with its own words.
fn lines(room: &Room<'_>, rows: &[TableRow], only: Option<i8>) -> Vec<(String, String)> {
    let tongue = &room.tongue;
    let mut sorted: Vec<(i8, Option<Time>, String)> = Vec::new();
    let mut ask_first = Vec::new();
    for row in rows {
        let place = [row.name.as_str(), &row.place];
        let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
        let place = place.join(", ");
        let beats = row.beats();
        if !row.reading.is_settled() || beats.is_empty() || row.closed_words.is_some() {
            let why = list::closed(room, row).unwrap_or_else(|| list::rhythm_line(room, row));
            ask_first.push((
                tongue.say("tables-ask-first").to_owned(),
                format!("{place}: {why}"),
            ));
            continue;
        }
        for beat in &beats {
            for day in beat.on.weekdays() {
                let number = day.to_monday_one_offset();
                if only.is_none_or(|only| only == number) {
                    let when = words::beat(tongue, beat);
                    let from = beat.hours.map(|hours| hours.from);
                    sorted.push((number, from, format!("{when}: {place}")));
                }
            }
        }
    }
    sorted.sort();
    let name = |number: i8| {
        let day = Weekday::from_monday_one_offset(number);
        day.map_or(String::new(), |day| words::weekday(tongue, day).to_owned())
    };
    let days = sorted
        .into_iter()
        .map(|(number, _, line)| (name(number), line));
    days.chain(ask_first).collect()
}
