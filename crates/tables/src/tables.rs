//! Open tables as they are stored, and the queries.

use crate::{
    rules::{Certainty, Closed, Keeper, Read, Stage, Table, TableId},
    schema::{open_tables, table_batch_rows, table_batches},
    sight,
};
use diesel::prelude::*;
use kernel::{CircleId, Day, NetworkId, OrganisationId};
use rhythm::{Beat, Occurrence};
use store::AnyConnection;

/// An open table as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = open_tables, treat_none_as_null = true)]
pub(crate) struct TableRow {
    pub id: TableId,
    pub network_id: NetworkId,
    pub name: String,
    pub place: String,
    pub area: String,
    pub rhythm: String,
    pub rules: String,
    pub reading: Certainty,
    pub weekdays: String,
    pub offers: String,
    pub languages: String,
    pub contact: String,
    pub published_by: String,
    pub circle_id: Option<CircleId>,
    pub organisation_id: Option<OrganisationId>,
    pub closed_words: Option<String>,
    pub closed_until: Option<Day>,
    pub since_on: Day,
    pub looked_on: Option<Day>,
    pub review_on: Day,
    pub ended_on: Option<Day>,
    pub by_hand: bool,
    pub source_key: Option<String>,
}

impl TableRow {
    /// Who keeps it; where its keeper is gone, the circle that answers asks.
    pub fn keeper(&self, aid: CircleId) -> Keeper {
        keeper(self.circle_id, self.organisation_id, aid)
    }

    pub fn set_keeper(&mut self, keeper: Keeper) {
        (self.circle_id, self.organisation_id) = match keeper {
            Keeper::Circle(circle) => (Some(circle), None),
            Keeper::Organisation(organisation) => (None, Some(organisation)),
        };
    }

    /// The table as rules know it.
    pub fn table(&self) -> Table {
        let closed = self.closed_words.clone().map(|words| Closed {
            words,
            until: self.closed_until,
        });
        Table {
            stage: match (self.ended_on, closed) {
                (Some(day), _) => Stage::Ended(day),
                (None, Some(closed)) => Stage::Closed(closed),
                (None, None) => Stage::Open,
            },
            looked_on: self.looked_on,
            review_on: self.review_on,
        }
    }

    /// Takes on what a rule decided.
    pub fn take_on(&mut self, table: Table) {
        let (closed, ended) = match table.stage {
            Stage::Open => (None, None),
            Stage::Closed(closed) => (Some(closed), None),
            Stage::Ended(day) => (None, Some(day)),
        };
        self.closed_until = closed.as_ref().and_then(|closed| closed.until);
        self.closed_words = closed.map(|closed| closed.words);
        self.ended_on = ended;
        self.looked_on = table.looked_on;
        self.review_on = table.review_on;
    }

    /// Writes down a rhythm and what could be read of it. What a keeper confirmed stays so while
    /// the words stay.
    pub fn set_rhythm(&mut self, words: &str) {
        if self.rhythm == words && self.reading == Certainty::Confirmed {
            return;
        }
        let read = Read::of(words);
        words.clone_into(&mut self.rhythm);
        self.rules = read.rules;
        self.reading = read.certainty;
        self.weekdays = read.weekdays;
    }

    /// What was read of its rhythm.
    pub fn beats(&self) -> Vec<Beat> {
        Read::beats(&self.rules)
    }

    /// Its next date that is not over, where its rhythm is certain; not before it opens again.
    pub fn next(&self, zone: &jiff::tz::TimeZone, now: kernel::Moment) -> Option<Occurrence> {
        let closed_for_now = self.closed_words.is_some() && self.closed_until.is_none();
        if !self.reading.is_settled() || self.ended_on.is_some() || closed_for_now {
            return None;
        }
        let opens = self.closed_until.and_then(|until| {
            let midnight = until.date().at(0, 0, 0, 0);
            midnight.to_zoned_datetime(zone.clone()).ok()
        });
        let now = now.timestamp();
        let from = opens.map_or(now, |opens| opens.timestamp().max(now));
        rhythm::next(&self.beats(), from, zone)
    }
}

/// Which tables are asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    pub area: Option<String>,
    /// Monday 1 to Sunday 7.
    pub weekday: Option<i8>,
    /// Only those whose day has come to be looked at again, on this day.
    pub to_look_at: Option<Day>,
}

/// Tables that live, by area and name: at most `most` after the first `skip`.
pub(crate) fn living(
    conn: &mut AnyConnection,
    network: NetworkId,
    filter: &Filter,
    (skip, most): (i64, i64),
) -> QueryResult<Vec<TableRow>> {
    let mut query = open_tables::table
        .filter(sight::visible(network))
        .filter(open_tables::ended_on.is_null())
        .order((open_tables::area, open_tables::name, open_tables::id))
        .select(TableRow::as_select())
        .into_boxed();
    if let Some(area) = &filter.area {
        query = query.filter(open_tables::area.eq(area.clone()));
    }
    if let Some(day) = filter.weekday {
        query = query.filter(open_tables::weekdays.like(format!("%{day},%")));
    }
    if let Some(today) = filter.to_look_at {
        query = query.filter(open_tables::review_on.le(today));
    }
    query.offset(skip).limit(most).load(conn)
}

/// One table.
pub(crate) fn one(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: TableId,
) -> QueryResult<TableRow> {
    open_tables::table
        .filter(sight::visible(network))
        .filter(open_tables::id.eq(id))
        .select(TableRow::as_select())
        .first(conn)
}

/// The table a file brought in under this key; one that its keepers have ended too, so that a newer
/// file does not bring it back.
pub(crate) fn by_source(
    conn: &mut AnyConnection,
    network: NetworkId,
    key: &str,
) -> QueryResult<Option<TableRow>> {
    open_tables::table
        .filter(
            open_tables::network_id
                .eq(network)
                .and(open_tables::source_key.eq(key)),
        )
        .order(open_tables::ended_on.is_not_null())
        .select(TableRow::as_select())
        .first(conn)
        .optional()
}

pub(crate) fn insert(conn: &mut AnyConnection, row: &TableRow) -> QueryResult<()> {
    diesel::insert_into(open_tables::table)
        .values(row.clone())
        .execute(conn)?;
    Ok(())
}

pub(crate) fn save(conn: &mut AnyConnection, row: &TableRow) -> QueryResult<()> {
    diesel::update(open_tables::table.find(row.id))
        .set(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn erase(conn: &mut AnyConnection, id: TableId) -> QueryResult<()> {
    diesel::delete(open_tables::table.find(id)).execute(conn)?;
    Ok(())
}

/// A table as Today names it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = open_tables)]
pub(crate) struct DueRow {
    pub id: TableId,
    pub name: String,
    pub circle_id: Option<CircleId>,
    pub organisation_id: Option<OrganisationId>,
}

/// Tables whose day has come to be looked at again, by name.
pub(crate) fn due(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<DueRow>> {
    open_tables::table
        .filter(sight::visible(network))
        .filter(open_tables::review_on.le(today))
        .filter(open_tables::ended_on.is_null())
        .order((open_tables::name, open_tables::id))
        .select(DueRow::as_select())
        .load(conn)
}

/// Who keeps a table; where its keeper is gone, the circle that answers asks.
pub(crate) fn keeper(
    circle: Option<CircleId>,
    organisation: Option<OrganisationId>,
    aid: CircleId,
) -> Keeper {
    match (organisation, circle) {
        (Some(organisation), _) => Keeper::Organisation(organisation),
        (None, circle) => Keeper::Circle(circle.unwrap_or(aid)),
    }
}

/// The areas that have a table, in order.
pub(crate) fn areas(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<String>> {
    open_tables::table
        .filter(
            open_tables::network_id
                .eq(network)
                .and(open_tables::ended_on.is_null())
                .and(open_tables::area.ne("")),
        )
        .select(open_tables::area)
        .distinct()
        .order(open_tables::area)
        .load(conn)
}

/// How many open tables there are.
pub fn not_ended(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<i64> {
    open_tables::table
        .filter(
            open_tables::network_id
                .eq(network)
                .and(open_tables::ended_on.is_null()),
        )
        .count()
        .get_result(conn)
}

kernel::id_type!(
    /// What one import brought in.
    BatchId
);

/// What one import brought in.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = table_batches)]
pub(crate) struct BatchRow {
    pub id: BatchId,
    pub network_id: NetworkId,
    pub taken: i32,
    pub refused: i32,
    pub made_on: Day,
    pub ends_on: Day,
}

kernel::id_type!(
    /// One row of a batch.
    BatchRowId
);

/// A table that a batch made or changed, with what it was before.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = table_batch_rows)]
pub(crate) struct BeforeRow {
    pub id: BatchRowId,
    pub network_id: NetworkId,
    pub batch_id: BatchId,
    pub table_id: TableId,
    pub before: Option<String>,
    pub ends_on: Day,
}

/// The batches that can still be undone, newest first.
pub(crate) fn batches(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<BatchRow>> {
    table_batches::table
        .filter(table_batches::network_id.eq(network))
        .order((table_batches::made_on.desc(), table_batches::id.asc()))
        .select(BatchRow::as_select())
        .load(conn)
}

/// What a batch made or changed.
pub(crate) fn batch_rows(
    conn: &mut AnyConnection,
    network: NetworkId,
    batch: BatchId,
) -> QueryResult<Vec<BeforeRow>> {
    table_batch_rows::table
        .filter(
            table_batch_rows::network_id
                .eq(network)
                .and(table_batch_rows::batch_id.eq(batch)),
        )
        .select(BeforeRow::as_select())
        .load(conn)
}

pub(crate) fn insert_batch(conn: &mut AnyConnection, row: BatchRow) -> QueryResult<()> {
    diesel::insert_into(table_batches::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn insert_batch_row(conn: &mut AnyConnection, row: BeforeRow) -> QueryResult<()> {
    diesel::insert_into(table_batch_rows::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn erase_batch(
    conn: &mut AnyConnection,
    network: NetworkId,
    batch: BatchId,
) -> QueryResult<usize> {
    diesel::delete(
        table_batch_rows::table.filter(
            table_batch_rows::network_id
                .eq(network)
                .and(table_batch_rows::batch_id.eq(batch)),
        ),
    )
    .execute(conn)?;
    diesel::delete(
        table_batches::table.filter(
            table_batches::network_id
                .eq(network)
                .and(table_batches::id.eq(batch)),
        ),
    )
    .execute(conn)
}
