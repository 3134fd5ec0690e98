//! Files of open tables: dry run, one batch, undo; every row accounted for; importing a newer file
//! updates instead of doubling.

use super::{
    batch::{Before, remember},
    draft::{At, Draft, draft},
    map::{Columns, Map, MapRefused},
};
use crate::{
    deeds::{NewTable, fresh},
    rules::{FROM_FILE_DAYS, Keeper},
    tables::{self, BatchId, BatchRow, TableRow},
};
use kernel::{Day, Moment};
use sheets::{Options, PlainRow, RefusedRow, Totals};
use store::{AnyConnection, Stop};
use web::House;

pub use super::draft::Said;

/// A batch can be undone for two weeks.
pub(crate) const BATCH_DAYS: i32 = 14;

/// One file, and how its columns are meant.
pub struct SourceFile<'a> {
    /// What it is called where its rows are named.
    pub name: String,
    /// The file.
    pub bytes: &'a [u8],
    /// Which of its columns mean what.
    pub map: &'a Map,
}

/// What to bring in, and how.
pub struct Import<'a> {
    /// The files; together one batch.
    pub files: &'a [SourceFile<'a>],
    /// Reads everything, writes nothing.
    pub dry_run: bool,
}

/// A row to look at: its file, where in it, and what of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// The file.
    pub file: String,
    /// Line and column, as a message.
    pub place: Said,
    /// What it is, as a message.
    pub what: Said,
}

/// What an import did.
#[derive(Debug, Default)]
pub struct Imported {
    /// Rows of all files, taken and refused: together as many as there are.
    pub totals: Totals,
    /// Tables that were new.
    pub new: usize,
    /// Tables that were here already and are now as in the file.
    pub updated: usize,
    /// Tables that were here already, as they are; or that somebody keeps by hand.
    pub left: usize,
    /// Every row that could not be taken, and why.
    pub refused: Vec<Named>,
    /// Rows taken with a doubt.
    pub notes: Vec<Named>,
    /// The batch, where one was made.
    pub batch: Option<BatchId>,
}

enum Took {
    New,
    Updated,
    Left,
}

/// Reads files and, unless it is a dry run, saves what can be taken as one batch: all of it or
/// none. Call it inside a transaction.
pub fn import_files(
    conn: &mut AnyConnection,
    house: &House,
    import: &Import<'_>,
    now: Moment,
) -> Result<Imported, Stop> {
    let network = house.network();
    let today = network.zone.day_of(now);
    let mut done = Imported::default();
    let batch = BatchId::new(&*house.chance);
    for file in import.files {
        let options = Options::in_zone(network.zone.time_zone().clone());
        let headers = sheets::headers(file.bytes, &options).map_err(MapRefused::File)?;
        let columns = Columns::find(file.map, &headers)?;
        let mut rows = Vec::new();
        sheets::read_rows(file.bytes, &file.map.key, &options, |row| rows.push(row))
            .map_err(MapRefused::File)?;
        for row in rows {
            let Some((row, draft)) = read(&mut done, file, &columns, row, network.zone.time_zone())
            else {
                continue;
            };
            if import.dry_run {
                continue;
            }
            let ready = Ready {
                key: row.key.as_deref(),
                draft: &draft,
                closed_words: file.map.closed_words.as_deref(),
            };
            match take(conn, house, batch, &ready, today)? {
                Took::New => done.new += 1,
                Took::Updated => done.updated += 1,
                Took::Left => done.left += 1,
            }
        }
    }
    if !import.dry_run {
        let number = |n: u64| i32::try_from(n).unwrap_or(i32::MAX);
        let row = BatchRow {
            id: batch,
            network_id: network.id,
            taken: number(done.totals.taken),
            refused: number(done.totals.refused),
            made_on: today,
            ends_on: today.plus(BATCH_DAYS),
        };
        tables::insert_batch(conn, row)?;
        done.batch = Some(batch);
    }
    Ok(done)
}

/// Reads one row and counts it; a row that cannot be taken is named.
fn read(
    done: &mut Imported,
    file: &SourceFile<'_>,
    columns: &Columns<'_>,
    row: Result<PlainRow, RefusedRow>,
    zone: &jiff::tz::TimeZone,
) -> Option<(PlainRow, Draft)> {
    done.totals.rows += 1;
    let named = |place: Said, what: Said| Named {
        file: file.name.clone(),
        place,
        what,
    };
    let row = match row {
        Ok(row) => row,
        Err(no) => {
            done.totals.refused += 1;
            let why = (no.why.message_key(), no.why.args());
            done.refused.push(named(no.whereabouts(), why));
            return None;
        }
    };
    let at = |(at, what): At| {
        let place = RefusedRow {
            line: row.line,
            last_line: row.line,
            column: at.and_then(|at| columns.names.get(at).cloned()),
            column_number: at.map(|at| at + 1),
            why: sheets::Why::NoWords,
        };
        named(place.whereabouts(), what)
    };
    match draft(columns, &row, zone) {
        Err(no) => {
            done.totals.refused += 1;
            done.refused.push(at(no));
            None
        }
        Ok(mut draft) => {
            done.totals.taken += 1;
            let of_the_row = row.notes.iter().map(|note| (None, of_a_note(note)));
            let notes: Vec<Named> = of_the_row.chain(draft.notes.drain(..)).map(at).collect();
            done.totals.noted += u64::from(!notes.is_empty());
            done.notes.extend(notes);
            Some((row, draft))
        }
    }
}

/// A sheet's own note; where it speaks of asks, ours.
fn of_a_note(note: &sheets::Note) -> Said {
    match note {
        sheets::Note::SameKey { .. } => ("table-note-same-key", note.args()),
        other => (other.message_key(), other.args()),
    }
}

/// A row that is taken.
struct Ready<'a> {
    key: Option<&'a str>,
    draft: &'a Draft,
    closed_words: Option<&'a str>,
}

fn take(
    conn: &mut AnyConnection,
    house: &House,
    batch: BatchId,
    ready: &Ready<'_>,
    today: Day,
) -> Result<Took, Stop> {
    let network = house.network();
    let found = match ready.key {
        Some(key) => tables::by_source(conn, network.id, key)?,
        None => None,
    };
    match found {
        // What people keep by hand counts for more than a file.
        Some(row) if row.by_hand => Ok(Took::Left),
        Some(mut row) => {
            let before = Before::of(&row);
            put(&mut row, ready, today);
            if Before::of(&row).says_the_same(&before) {
                return Ok(Took::Left);
            }
            remember(conn, house, (batch, row.id), Some(&before), today)?;
            tables::save(conn, &row)?;
            Ok(Took::Updated)
        }
        None => {
            let new = NewTable {
                name: String::new(),
                place: String::new(),
                area: String::new(),
                rhythm: String::new(),
                offers: String::new(),
                languages: String::new(),
                contact: String::new(),
                published_by: String::new(),
                keeper: Keeper::Circle(network.aid),
                review_on: today.plus(FROM_FILE_DAYS),
            };
            let mut row = fresh(house, &new, today);
            put(&mut row, ready, today);
            row.by_hand = false;
            row.source_key = ready.key.map(str::to_owned);
            tables::insert(conn, &row)?;
            remember(conn, house, (batch, row.id), None, today)?;
            Ok(Took::New)
        }
    }
}

/// Writes into a table what a row says. Nobody here has looked at it: where the file says when
/// somebody did, it is time again a month after that.
fn put(row: &mut TableRow, ready: &Ready<'_>, today: Day) {
    let draft = ready.draft;
    row.name.clone_from(&draft.name);
    row.place.clone_from(&draft.place);
    row.area.clone_from(&draft.area);
    row.set_rhythm(&draft.rhythm);
    row.offers.clone_from(&draft.offers);
    row.languages.clone_from(&draft.languages);
    row.contact.clone_from(&draft.contact);
    row.published_by.clone_from(&draft.published_by);
    row.looked_on = draft.looked_on.filter(|day| *day <= today);
    row.review_on = row.looked_on.unwrap_or(today).plus(FROM_FILE_DAYS);
    row.closed_until = None;
    row.closed_words = draft
        .closed
        .then(|| ready.closed_words.unwrap_or_default().to_owned());
}
