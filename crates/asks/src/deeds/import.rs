//! A file of asks: dry run, one batch, undo; every row accounted for; importing a newer file
//! updates instead of doubling.

use super::import_rows::{Before, Took, put, take};
use crate::{
    deeds,
    rules::AskRefusal,
    schema::{asks, batch_rows, batches},
    tables::{AskRow, BatchId, BatchRow, BeforeRow, StageWord},
};
use diesel::prelude::*;
use kernel::Moment;
use sheets::{Outcome, RefusedRow, Totals};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::House;

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
    set_fact(conn, network, ERASED, "yes")?;
    Ok((undone, stayed))
}
