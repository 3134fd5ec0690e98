//! One row of a file of asks: a new ask, a newer version of one that is here, or left as it is.

use crate::{
    codes, deeds,
    rules::{AskId, Channel, Kind, NEVER_DAY},
    schema::{asks, batch_rows},
    tables::{self, AskRow, BatchId, BatchRowId, BeforeRow, StageWord},
};
use diesel::prelude::*;
use kernel::{Day, Moment};
use serde::{Deserialize, Serialize};
use store::{AnyConnection, Row, Stop};
use web::{House, Lang};

fn kind_of(kind: sheets::Kind) -> Kind {
    Kind::parse(kind.as_str()).unwrap_or(Kind::Other)
}

pub(super) enum Took {
    New,
    Updated,
    Left,
}

/// What an ask was before a batch changed it; sealed in the batch's row.
#[derive(Serialize, Deserialize)]
pub(super) struct Before {
    words: String,
    contact: Option<String>,
    place: Option<String>,
    area: String,
    kind: String,
    by_when: i32,
}

pub(super) fn take(
    conn: &mut AnyConnection,
    house: &House,
    batch: BatchId,
    row: &sheets::Row,
    now: Moment,
) -> Result<Took, Stop> {
    let network = house.network().id;
    let marks = match &row.key {
        Some(key) => source_marks(house, key, now)?,
        None => Vec::new(),
    };
    let found: Option<AskRow> = asks::table
        .filter(asks::network_id.eq(network))
        .filter(asks::source_mark.eq_any(marks.clone()))
        .select(AskRow::as_select())
        .first(conn)
        .optional()?;
    match found {
        Some(ask) => update(conn, house, batch, ask, row),
        None => {
            let id = deeds::record(conn, house, fresh(row), moment(row, now))?;
            diesel::update(asks::table.find(id))
                .set((
                    asks::batch_id.eq(batch),
                    asks::source_mark.eq(marks.into_iter().next()),
                ))
                .execute(conn)?;
            remember(conn, house, batch, id, None)?;
            Ok(Took::New)
        }
    }
}

/// By what a row of a file is known again. Its key may hold a number or an address, so the mark
/// must not be guessable for longer than its ask can live: it is made with a key that dies at the
/// end of the next quarter, and looked for with that of this quarter too. The one to write is first.
fn source_marks(house: &House, key: &str, now: Moment) -> Result<Vec<Vec<u8>>, Stop> {
    let network = house.network();
    let today = network.zone.day_of(now);
    let this = end_of_quarter(today);
    let next = end_of_quarter(this.plus(1));
    let mut marks = Vec::new();
    for day in [next, this] {
        marks.extend(
            house
                .vault
                .mark_until(&network.id, "source", key, (day, today))?,
        );
    }
    Ok(marks)
}

fn end_of_quarter(day: Day) -> Day {
    let (year, month) = (day.date().year(), day.date().month());
    let after = (month - 1) / 3 * 3 + 4;
    let next = if after > 12 {
        Day::new(year + 1, 1, 1)
    } else {
        Day::new(year, after, 1)
    };
    next.map_or(day, |next| next.plus(-1))
}

fn moment(row: &sheets::Row, now: Moment) -> Moment {
    row.received.map_or(now, Moment::from).min(now)
}

fn by_when(row: &sheets::Row) -> Option<Day> {
    row.by_when.map(Day::from_date)
}

fn fresh(row: &sheets::Row) -> deeds::NewAsk {
    deeds::NewAsk {
        words: row.words.clone(),
        contact: row.contact.clone(),
        place: row.place.clone(),
        by_when: by_when(row),
        area: row.area.clone().unwrap_or_default(),
        kind: Some(kind_of(row.kind)),
        channel: Some(Channel::File),
        lang: row
            .language
            .as_deref()
            .and_then(|l| Lang::parse(l.get(..2)?)),
        ..deeds::NewAsk::default()
    }
}

/// A newer file: an ask that nobody has heard yet takes on what the file says; one that somebody
/// works on is left as it is.
fn update(
    conn: &mut AnyConnection,
    house: &House,
    batch: BatchId,
    mut ask: AskRow,
    row: &sheets::Row,
) -> Result<Took, Stop> {
    if ask.stage != StageWord::Received {
        return Ok(Took::Left);
    }
    let key = ask.key(&house.vault)?;
    let text = |column: &str, sealed: &Option<store::Sealed>| {
        key.open_some(ask.row(), column, sealed.as_ref())
    };
    let before = Before {
        words: key.open(ask.row(), "words", &ask.words)?,
        contact: text("contact", &ask.contact)?,
        place: place_text(conn, house, &ask)?,
        area: ask.area.clone(),
        kind: ask.kind.as_str().to_owned(),
        by_when: ask.by_when.0,
    };
    let same = before.words == row.words.trim()
        && before.contact == row.contact
        && before.place == row.place
        && before.area == row.area.clone().unwrap_or_default()
        && before.kind == kind_of(row.kind).as_str()
        && before.by_when == by_when(row).unwrap_or(NEVER_DAY).0;
    if same {
        return Ok(Took::Left);
    }
    remember(conn, house, batch, ask.id, Some(&before))?;
    let after = Before {
        words: row.words.trim().to_owned(),
        contact: row.contact.clone(),
        place: row.place.clone(),
        area: row.area.clone().unwrap_or_default(),
        kind: kind_of(row.kind).as_str().to_owned(),
        by_when: by_when(row).unwrap_or(NEVER_DAY).0,
    };
    put(conn, house, &mut ask, &after)?;
    Ok(Took::Updated)
}

pub(super) fn put(
    conn: &mut AnyConnection,
    house: &House,
    ask: &mut AskRow,
    as_it_should_be: &Before,
) -> Result<(), Stop> {
    let key = ask.key(&house.vault)?;
    let contact = as_it_should_be.contact.as_deref();
    let contact_before = key.open_some(ask.row(), "contact", ask.contact.as_ref())?;
    ask.words = key.seal(ask.row(), "words", &as_it_should_be.words)?;
    ask.contact = key.seal_some(ask.row(), "contact", contact)?;
    if let Some(digits) = codes::new_digits(contact_before.as_deref(), contact) {
        ask.digits = key.seal(ask.row(), "digits", &digits)?;
    }
    ask.area.clone_from(&as_it_should_be.area);
    ask.kind = Kind::parse(&as_it_should_be.kind).unwrap_or(Kind::Other);
    ask.by_when = Day(as_it_should_be.by_when);
    diesel::update(asks::table.find(ask.id))
        .set(&*ask)
        .execute(conn)?;
    let place = as_it_should_be.place.as_deref();
    tables::set_place(conn, &house.vault, ask.network_id, ask.id, place)
}

fn place_text(
    conn: &mut AnyConnection,
    house: &House,
    ask: &AskRow,
) -> Result<Option<String>, Stop> {
    tables::place_text(conn, &house.vault, ask)
}

fn remember(
    conn: &mut AnyConnection,
    house: &House,
    batch: BatchId,
    ask: AskId,
    before: Option<&Before>,
) -> Result<(), Stop> {
    let network = house.network().id;
    let id = BatchRowId::new(&*house.chance);
    let at = Row {
        network: &network,
        table: "batch_rows",
        id: id.bytes(),
    };
    let (key, row_key) = house.vault.new_key(at)?;
    let text = before.and_then(|before| serde_json::to_string(before).ok());
    let row = BeforeRow {
        id,
        network_id: network,
        batch_id: batch,
        ask_id: ask,
        before: key.seal_some(at, "before", text.as_deref())?,
        row_key,
    };
    diesel::insert_into(batch_rows::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_ends_on_its_last_day() {
        let end = |y, m, d| end_of_quarter(Day::new(y, m, d).unwrap()).to_string();
        assert_eq!(end(2026, 1, 1), "2026-03-31");
        assert_eq!(end(2026, 3, 31), "2026-03-31");
        assert_eq!(end(2026, 4, 1), "2026-06-30");
        assert_eq!(end(2026, 12, 5), "2026-12-31");
    }
}
