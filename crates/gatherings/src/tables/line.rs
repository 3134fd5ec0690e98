//! Lines of a harvest as stored.

use crate::{
    rules::{ContainerId, Line, LineId, Part, Said},
    schema::harvest_lines,
};
use diesel::prelude::*;
use kernel::{Day, Moment, NetworkId, PersonId};
use store::{AnyConnection, Error, Sealed, Vault, WrappedKey, sealed_row};

pub(crate) const LINES: &str = "harvest_lines";

/// A line as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = harvest_lines, treat_none_as_null = true)]
pub(crate) struct LineRow {
    pub id: LineId,
    pub network_id: NetworkId,
    pub container_id: ContainerId,
    pub part: Part,
    pub words: Sealed,
    /// Who said it, or would do it, or asked for a change.
    pub whose: Option<Sealed>,
    /// To whom it was promised.
    pub party: Option<Sealed>,
    pub said: Said,
    pub heard_by: Option<Sealed>,
    pub since_at: Moment,
    pub version: i32,
    pub ends_on: Option<Day>,
    pub row_key: WrappedKey,
}
sealed_row!(LineRow, LINES);

/// A line in the open: its words, and whom it names.
pub(crate) struct Opened {
    pub words: String,
    pub whose: Option<PersonId>,
    pub party: Option<String>,
    pub heard_by: Option<PersonId>,
}

impl LineRow {
    pub fn open(&self, vault: &Vault) -> Result<Opened, Error> {
        let key = self.key(vault)?;
        let some =
            |column, sealed: &Option<Sealed>| key.open_some(self.row(), column, sealed.as_ref());
        Ok(Opened {
            words: key.open(self.row(), "words", &self.words)?,
            whose: some("whose", &self.whose)?.and_then(|id| PersonId::parse(&id)),
            party: some("party", &self.party)?,
            heard_by: some("heard_by", &self.heard_by)?.and_then(|id| PersonId::parse(&id)),
        })
    }

    pub fn line(&self, opened: &Opened) -> Line {
        Line {
            part: self.part,
            whose: opened.whose,
            said: self.said,
            heard_by: opened.heard_by,
        }
    }

    /// Takes on what a rule made of it.
    pub fn take_on(&mut self, vault: &Vault, rule: Line) -> Result<(), Error> {
        let key = self.key(vault)?;
        let heard = rule.heard_by.map(|person| person.to_string());
        self.heard_by = key.seal_some(self.row(), "heard_by", heard.as_deref())?;
        self.said = rule.said;
        Ok(())
    }
}

pub(crate) fn line(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: LineId,
) -> QueryResult<LineRow> {
    let one = harvest_lines::network_id
        .eq(network)
        .and(harvest_lines::id.eq(id));
    harvest_lines::table
        .filter(one)
        .select(LineRow::as_select())
        .first(conn)
}

/// The lines of a harvest, in the order in which they were made.
pub(crate) fn lines_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ContainerId,
) -> QueryResult<Vec<LineRow>> {
    let of = harvest_lines::network_id
        .eq(network)
        .and(harvest_lines::container_id.eq(id));
    harvest_lines::table
        .filter(of)
        .order((harvest_lines::since_at.asc(), harvest_lines::id.asc()))
        .select(LineRow::as_select())
        .load(conn)
}

/// Lines about which somebody was asked and has not said anything.
pub(crate) fn lines_asked(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<LineRow>> {
    let asked = harvest_lines::network_id
        .eq(network)
        .and(harvest_lines::said.eq(Said::Asked));
    harvest_lines::table
        .filter(asked)
        .order((harvest_lines::since_at.asc(), harvest_lines::id.asc()))
        .limit(500)
        .select(LineRow::as_select())
        .load(conn)
}

/// Lines that name somebody, of the whole network.
pub(crate) fn lines_of_somebody(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<LineRow>> {
    harvest_lines::table
        .filter(
            harvest_lines::network_id
                .eq(network)
                .and(harvest_lines::whose.is_not_null()),
        )
        .order((harvest_lines::since_at.asc(), harvest_lines::id.asc()))
        .select(LineRow::as_select())
        .load(conn)
}

pub(crate) fn put_line(conn: &mut AnyConnection, row: &LineRow) -> QueryResult<()> {
    let changed = diesel::update(harvest_lines::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(harvest_lines::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn remove_line(conn: &mut AnyConnection, id: LineId) -> QueryResult<()> {
    diesel::delete(harvest_lines::table.find(id)).execute(conn)?;
    Ok(())
}
