//! Open tables for the calendars people already have. Only what is certain is in them.

use super::list;
use crate::{
    deeds,
    tables::{self, TableRow},
};
use rhythm::{Event, calendar};
use store::Stop;
use web::{Reply, Room, Route, download};

const KIND: &str = "text/calendar; charset=utf-8";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/tables.ics", all),
        Route::page_of("/tables/{id}/calendar.ics", one),
    ]
}

fn all(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let (filter, _) = list::asked(room);
    let rows = tables::living(room.conn, room.network.id, &filter, (0, i64::MAX))?;
    Ok(written(room, "tables.ics", &rows))
}

fn one(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let row = deeds::look(room, id)?;
    Ok(written(room, "table.ics", &[row]))
}

fn written(room: &Room<'_>, name: &str, rows: &[TableRow]) -> Reply {
    let events: Vec<Event> = rows
        .iter()
        .filter(|row| row.reading.is_settled())
        .filter(|row| row.ended_on.is_none())
        // Until it opens again; where nobody knows when, not at all.
        .filter(|row| row.closed_words.is_none() || row.closed_until.is_some())
        .map(|row| event(room, row))
        .collect();
    let zone = room.network.zone.time_zone();
    let text = calendar(&room.network.name, zone, room.now.timestamp(), &events);
    download(name, KIND, text.into_bytes())
}

fn event(room: &Room<'_>, row: &TableRow) -> Event {
    let own = [
        row.rhythm.clone(),
        row.offers.clone(),
        row.contact.clone(),
        list::not_looked(room, row).unwrap_or_default(),
    ];
    let said: Vec<String> = own.into_iter().filter(|text| !text.is_empty()).collect();
    let place = [row.place.as_str(), row.area.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    Event {
        uid: format!("{}@{}", row.id, row.network_id),
        summary: row.name.clone(),
        location: place.join(", "),
        description: said.join("\n"),
        url: Some(row.contact.clone()),
        since: row.closed_until.unwrap_or(row.since_on).date(),
        beats: row.beats(),
    }
}
