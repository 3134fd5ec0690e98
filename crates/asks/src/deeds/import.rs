//! A file of asks: dry run, one batch, undo; every row accounted for; importing a newer file
//! updates instead of doubling.

use crate::{
    codes, deeds,
    rules::{AskId, AskRefusal, Channel, Kind, NEVER_DAY},
    schema::{asks, batch_rows, batches},
    tables::{self, AskRow, BatchId, BatchRow, BatchRowId, BeforeRow, StageWord},
};
use diesel::prelude::*;
use kernel::{Day, Moment};
use serde::{Deserialize, Serialize};
use sheets::{Outcome, RefusedRow, Totals};
use store::{AnyConnection, Row, Stop};
use web::{House, Lang};

/// A batch can be undone for two weeks.
const BATCH_DAYS: i32 = 14;

/// What to import, and how.
pub struct Import<'a> {
    /// The file.
    pub bytes: &'a [u8],
    /// Which of its columns mean what.
    pub map: &'a sheets::Map,
    /// Reads everything, writes nothing.
    pub dry_run: bool,
}

/// A row taken with a doubt: its line, the message's key, its arguments.
pub type Doubt = (u64, &'static str, Vec<(&'static str, String)>);

/// What an import did.
#[derive(Debug, Default)]
pub struct Imported {
    /// Rows of the file, taken and refused: together as many as there are.
    pub totals: Totals,
    /// Asks that were new.
    pub new: usize,
    /// Asks that were here already and are now as in the file.
    pub updated: usize,
    /// Asks that were here already, as they are; or that somebody already works on.
    pub left: usize,
    /// Every row that could not be taken, and why.
    pub refused: Vec<RefusedRow>,
    /// Rows taken with a doubt.
    pub notes: Vec<Doubt>,
    /// The batch, where one was made.
    pub batch: Option<BatchId>,
}

/// Why a file as a whole cannot be read, as a sentence.
#[derive(Debug)]
pub(crate) struct File(pub sheets::FileRefused);

impl kernel::Refusal for File {
    fn message(&self) -> kernel::Message {
        let message = kernel::Message::plain(self.0.message_key());
        self.0
            .args()
            .into_iter()
            .fold(message, |message, (name, value)| message.with(name, value))
    }
    fn status(&self) -> u16 {
        422
    }
}

store::stops_with!(File);

fn kind_of(kind: sheets::Kind) -> Kind {
    Kind::parse(kind.as_str()).unwrap_or(Kind::Other)
}

/// Reads a file and, unless it is a dry run, saves what can be taken as one batch: all of it or
/// none. Call it inside a transaction.
pub fn import_file(
    conn: &mut AnyConnection,
    house: &House,
    import: &Import<'_>,
    now: Moment,
) -> Result<Imported, Stop> {
    let network = house.network();
    let zone = jiff::tz::TimeZone::get(&people::network_row(conn, network.id)?.zone)
        .unwrap_or(jiff::tz::TimeZone::UTC);
    let options = sheets::Options {
        max_letters: crate::rules::WORDS_LIMIT,
        ..sheets::Options::in_zone(zone)
    };
    let mut done = Imported::default();
    let batch = BatchId::new(&*house.chance);
    let mut broken: Option<Stop> = None;
    let totals = sheets::read_each(
        import.bytes,
        import.map,
        &options,
        |outcome| match outcome {
            Outcome::Refused(row) => done.refused.push(row),
            Outcome::Taken(row) => {
                for note in &row.notes {
                    done.notes.push((row.line, note.message_key(), note.args()));
                }
                if !import.dry_run && broken.is_none() {
                    match take(conn, house, batch, &row, now) {
                        Ok(Took::New) => done.new += 1,
                        Ok(Took::Updated) => done.updated += 1,
                        Ok(Took::Left) => done.left += 1,
                        Err(stop) => broken = Some(stop),
                    }
                }
            }
        },
    )
    .map_err(File)?;
    if let Some(stop) = broken {
        return Err(stop);
    }
    done.totals = totals;
    if !import.dry_run {
        let today = network.zone.day_of(now);
        let number = |n: u64| i32::try_from(n).unwrap_or(i32::MAX);
        let row = BatchRow {
            id: batch,
            network_id: network.id,
            taken: number(totals.taken),
            refused: number(totals.refused),
            made_on: today,
            ends_on: today.plus(BATCH_DAYS),
        };
        diesel::insert_into(batches::table)
            .values(row)
            .execute(conn)?;
        done.batch = Some(batch);
    }
    Ok(done)
}

enum Took {
    New,
    Updated,
    Left,
}

/// What an ask was before a batch changed it; sealed in the batch's row.
#[derive(Serialize, Deserialize)]
struct Before {
    words: String,
    contact: Option<String>,
    place: Option<String>,
    area: String,
    kind: String,
    by_when: i32,
}

fn take(
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

fn put(
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

/// Undoes a batch: asks it made go, asks it changed are as before; whatever somebody has heard
/// since then stays. Returns how many were undone and how many stayed.
pub(crate) fn undo(
    conn: &mut AnyConnection,
    house: &House,
    batch: BatchId,
) -> Result<(usize, usize), Stop> {
    let network = house.network().id;
    let known: i64 = batches::table
        .filter(batches::network_id.eq(network).and(batches::id.eq(batch)))
        .count()
        .get_result(conn)?;
    if known == 0 {
        return Err(AskRefusal::BatchGone.into());
    }
    let rows: Vec<BeforeRow> = batch_rows::table
        .filter(
            batch_rows::network_id
                .eq(network)
                .and(batch_rows::batch_id.eq(batch)),
        )
        .select(BeforeRow::as_select())
        .load(conn)?;
    let (mut undone, mut stayed) = (0, 0);
    for row in &rows {
        let ask: Option<AskRow> = asks::table
            .find(row.ask_id)
            .select(AskRow::as_select())
            .first(conn)
            .optional()?;
        let Some(mut ask) = ask else { continue };
        if ask.stage != StageWord::Received {
            stayed += 1;
            continue;
        }
        let before = row
            .key(&house.vault)?
            .open_some(row.row(), "before", row.before.as_ref())?;
        match before.and_then(|text| serde_json::from_str::<Before>(&text).ok()) {
            Some(before) => put(conn, house, &mut ask, &before)?,
            None => deeds::erase(conn, &ask)?,
        }
        undone += 1;
    }
    diesel::delete(
        batch_rows::table.filter(
            batch_rows::network_id
                .eq(network)
                .and(batch_rows::batch_id.eq(batch)),
        ),
    )
    .execute(conn)?;
    diesel::delete(batches::table.find(batch)).execute(conn)?;
    Ok((undone, stayed))
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
