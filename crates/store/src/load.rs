//! A dump written back, table by table, into a database whose tables are there and empty.

use crate::{
    AnyConnection, DumpTable, Error, Stop, TableSum,
    dump::{Kind, Line, Shape, all_tables, shapes},
};
use diesel::{RunQueryDsl, connection::SimpleConnection, sql_query, sql_types::Text};
use std::collections::BTreeMap;

/// How many rows are written back with one statement.
const ROWS: usize = 500;

/// Writes a dump back into a new database, in one transaction. Let go without [`Loading::end`],
/// nothing was written.
pub struct Loading {
    conn: AnyConnection,
    shapes: Vec<Shape>,
    /// The statement that writes the rows that are coming.
    now: Option<String>,
    rows: Vec<String>,
}

impl Loading {
    /// Makes the tables as they stood at a version, and begins.
    ///
    /// # Errors
    /// [`Error::NotEmpty`] where there is something in them already; [`Error::Migration`] where the
    /// version is not one of this program's.
    pub fn open(url: &str, version: &str) -> Result<Self, Stop> {
        let mut conn = crate::db::prepare(url, version)?;
        match &mut conn {
            AnyConnection::Sqlite(conn) => conn.batch_execute("begin immediate")?,
            AnyConnection::Postgres(conn) => conn.batch_execute("begin")?,
        }
        let shapes = shapes(&mut conn)?;
        for shape in &shapes {
            let held: Vec<Line> = match &mut conn {
                AnyConnection::Sqlite(conn) => sql_query(one_row(shape)).load(conn)?,
                AnyConnection::Postgres(conn) => sql_query(one_row(shape)).load(conn)?,
            };
            if !held.is_empty() {
                return Err(Error::NotEmpty.into());
            }
        }
        Ok(Self {
            conn,
            shapes,
            now: None,
            rows: Vec::new(),
        })
    }

    /// A table begins.
    ///
    /// # Errors
    /// [`Error::Tampered`] where there is no such table or column.
    pub fn table(&mut self, table: &DumpTable) -> Result<(), Stop> {
        self.flush()?;
        let shape = self
            .shapes
            .iter()
            .find(|shape| shape.table.name == table.name)
            .ok_or(Error::Tampered)?;
        let postgres = matches!(self.conn, AnyConnection::Postgres(_));
        self.now = Some(insert(shape, table, postgres)?);
        Ok(())
    }

    /// A row of it.
    pub fn row(&mut self, line: &str) -> Result<(), Stop> {
        self.rows.push(line.to_owned());
        if self.rows.len() >= ROWS {
            self.flush()?;
        }
        Ok(())
    }

    /// The end of it all: kept if every table is as it was.
    ///
    /// # Errors
    /// [`Error::NotTheSame`] with the first table that is not.
    pub fn end(mut self, as_it_was: &BTreeMap<String, TableSum>) -> Result<(), Stop> {
        self.flush()?;
        let now = all_tables(&mut self.conn, &mut |_| Ok(()))?;
        if let Some(table) = now
            .keys()
            .chain(as_it_was.keys())
            .find(|table| now.get(*table) != as_it_was.get(*table))
        {
            return Err(Error::NotTheSame(table.clone()).into());
        }
        match &mut self.conn {
            AnyConnection::Sqlite(conn) => conn.batch_execute("commit")?,
            AnyConnection::Postgres(conn) => conn.batch_execute("commit")?,
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Stop> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let statement = self.now.as_ref().ok_or(Error::Tampered)?;
        let rows = format!("[{}]", self.rows.join(","));
        self.rows.clear();
        match &mut self.conn {
            AnyConnection::Sqlite(conn) => {
                sql_query(statement).bind::<Text, _>(rows).execute(conn)?
            }
            AnyConnection::Postgres(conn) => {
                sql_query(statement).bind::<Text, _>(rows).execute(conn)?
            }
        };
        Ok(())
    }
}

fn one_row(shape: &Shape) -> String {
    format!(
        "select 'something' as line from \"{}\" limit 1",
        shape.table.name
    )
}

fn insert(shape: &Shape, table: &DumpTable, postgres: bool) -> Result<String, Stop> {
    let mut names = Vec::new();
    let mut values = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let kind = shape.kind_of(column).ok_or(Error::Tampered)?;
        names.push(format!("\"{column}\""));
        values.push(match (postgres, kind) {
            (true, Kind::Bytes) => format!("decode(value->>{at}, 'hex')"),
            (true, Kind::Number) => format!("(value->>{at})::bigint"),
            (true, Kind::Truth) => format!("(value->>{at})::int <> 0"),
            (true, Kind::Text) => format!("value->>{at}"),
            (false, Kind::Bytes) => format!("unhex(value->>{at})"),
            (false, _) => format!("value->>{at}"),
        });
    }
    let (names, values) = (names.join(", "), values.join(", "));
    let from = match postgres {
        true => "json_array_elements($1::json) as row (value)",
        false => "json_each(?)",
    };
    Ok(format!(
        "insert into \"{}\" ({names}) select {values} from {from}",
        shape.table.name
    ))
}
