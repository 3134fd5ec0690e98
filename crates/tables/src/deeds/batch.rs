//! What a batch changed, and how it is undone.

use super::import::BATCH_DAYS;
use crate::{
    rules::{TableId, TableRefusal},
    tables::{self, BatchId, BatchRowId, BeforeRow, TableRow},
};
use kernel::Day;
use serde::{Deserialize, Serialize};
use store::{AnyConnection, Stop};
use web::House;

/// What a table was before a batch changed it.
#[derive(Clone, Serialize, Deserialize, PartialEq)]
pub(crate) struct Before {
    name: String,
    place: String,
    area: String,
    rhythm: String,
    offers: String,
    languages: String,
    contact: String,
    published_by: String,
    looked_on: Option<i32>,
    review_on: i32,
    closed_words: Option<String>,
}

impl Before {
    pub fn of(row: &TableRow) -> Self {
        Self {
            name: row.name.clone(),
            place: row.place.clone(),
            area: row.area.clone(),
            rhythm: row.rhythm.clone(),
            offers: row.offers.clone(),
            languages: row.languages.clone(),
            contact: row.contact.clone(),
            published_by: row.published_by.clone(),
            looked_on: row.looked_on.map(|day| day.0),
            review_on: row.review_on.0,
            closed_words: row.closed_words.clone(),
        }
    }

    /// Whether both say the same; the day to look again moves with each file and says nothing.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let same_day = Self {
            review_on: other.review_on,
            ..self.clone()
        };
        same_day == *other
    }

    fn put_back(self, row: &mut TableRow) {
        row.set_rhythm(&self.rhythm);
        row.name = self.name;
        row.place = self.place;
        row.area = self.area;
        row.offers = self.offers;
        row.languages = self.languages;
        row.contact = self.contact;
        row.published_by = self.published_by;
        row.looked_on = self.looked_on.map(Day);
        row.review_on = Day(self.review_on);
        row.closed_words = self.closed_words;
    }
}

/// Remembers that a batch made a table, or what it was before.
pub(crate) fn remember(
    conn: &mut AnyConnection,
    house: &House,
    (batch, table): (BatchId, TableId),
    before: Option<&Before>,
    today: Day,
) -> Result<(), Stop> {
    let row = BeforeRow {
        id: BatchRowId::new(&*house.chance),
        network_id: house.network().id,
        batch_id: batch,
        table_id: table,
        before: before.and_then(|before| serde_json::to_string(before).ok()),
        ends_on: today.plus(BATCH_DAYS),
    };
    Ok(tables::insert_batch_row(conn, row)?)
}

/// Undoes a batch: tables it made go, tables it changed are as before; what somebody has kept by
/// hand since then stays. Returns how many were undone and how many stayed.
pub(crate) fn undo(
    conn: &mut AnyConnection,
    house: &House,
    batch: BatchId,
) -> Result<(usize, usize), Stop> {
    let network = house.network().id;
    let rows = tables::batch_rows(conn, network, batch)?;
    let (mut undone, mut stayed) = (0, 0);
    for row in rows {
        let table = match tables::one(conn, network, row.table_id) {
            Ok(table) => table,
            Err(diesel::result::Error::NotFound) => continue,
            Err(error) => return Err(error.into()),
        };
        if table.by_hand {
            stayed += 1;
            continue;
        }
        let before = row.before.as_deref().map(serde_json::from_str::<Before>);
        match before {
            Some(Ok(before)) => {
                let mut table = table;
                before.put_back(&mut table);
                tables::save(conn, &table)?;
            }
            Some(Err(_)) => {
                stayed += 1;
                continue;
            }
            None => tables::erase(conn, table.id)?,
        }
        undone += 1;
    }
    if tables::erase_batch(conn, network, batch)? == 0 {
        return Err(TableRefusal::BatchGone.into());
    }
    Ok((undone, stayed))
}
