//! A whole database as lines: the same for SQLite and PostgreSQL, read at one moment while others
//! write, and written back table by table. What lines hold is sealed where the columns are; who
//! carries them out of the house encrypts them first.

use crate::{AnyConnection, Db, Error, Stop};
use diesel::{
    QueryResult, QueryableByName, RunQueryDsl,
    connection::{DefaultLoadingMode, SimpleConnection},
    pg::PgRowByRowLoadingMode,
    sql_query,
    sql_types::Text,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Tables that are no network's: Diesel's own.
const NOT_OURS: &str = "__diesel_schema_migrations";

/// A table of a dump: its name and the names of its columns, in the order of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DumpTable {
    /// Its name.
    pub name: String,
    /// Its columns, those of its key first.
    pub columns: Vec<String>,
}

/// What a table held: how many rows, and a hash over their lines in the order of the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSum {
    /// Rows.
    pub rows: u64,
    /// SHA-256 over the lines, in hexadecimal.
    pub hash: String,
}

/// A line of a dump, in order: tables one after another, each with its rows and its sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DumpLine<'a> {
    /// A table begins.
    Table(&'a DumpTable),
    /// A row: a JSON array of its columns, bytes in hexadecimal, truth as 0 and 1.
    Row(&'a str),
    /// The table ends.
    End(&'a TableSum),
}

#[derive(QueryableByName)]
pub(crate) struct Line {
    #[diesel(sql_type = Text)]
    pub(crate) line: String,
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    in_key: String,
}

const COLUMNS_SQLITE: &str = "select m.name as table_name, c.name as column_name, \
    lower(c.type) as kind, case when c.pk > 0 then 'yes' else 'no' end as in_key \
    from sqlite_master m join pragma_table_info(m.name) c \
    where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, c.pk = 0, c.pk, c.cid";

const COLUMNS_POSTGRES: &str = "select c.table_name::text as table_name, \
    c.column_name::text as column_name, c.data_type::text as kind, \
    case when k.position is null then 'no' else 'yes' end as in_key \
    from information_schema.columns c \
    join information_schema.tables t on t.table_schema = c.table_schema \
        and t.table_name = c.table_name and t.table_type = 'BASE TABLE' \
    left join (select u.table_schema, u.table_name, u.column_name, u.ordinal_position as position \
        from information_schema.key_column_usage u \
        join information_schema.table_constraints p on p.constraint_name = u.constraint_name \
            and p.table_schema = u.table_schema and p.constraint_type = 'PRIMARY KEY') k \
        on k.table_schema = c.table_schema and k.table_name = c.table_name \
        and k.column_name = c.column_name \
    where c.table_schema = current_schema() \
    order by c.table_name, k.position is null, k.position, c.ordinal_position";

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Bytes,
    Number,
    Truth,
    Text,
}

pub(crate) struct Shape {
    pub(crate) table: DumpTable,
    kinds: Vec<Kind>,
    key: usize,
}

impl Shape {
    pub(crate) fn kind_of(&self, column: &str) -> Option<Kind> {
        let at = self.table.columns.iter().position(|name| name == column)?;
        self.kinds.get(at).copied()
    }
}

fn kind(name: &str) -> Kind {
    match name {
        "blob" | "bytea" => Kind::Bytes,
        "boolean" => Kind::Truth,
        "integer" | "bigint" | "smallint" | "int" => Kind::Number,
        _ => Kind::Text,
    }
}

/// Every table of ours, by name; the columns of its key first.
pub(crate) fn shapes(conn: &mut AnyConnection) -> QueryResult<Vec<Shape>> {
    let columns: Vec<Column> = match conn {
        AnyConnection::Sqlite(conn) => sql_query(COLUMNS_SQLITE).load(conn)?,
        AnyConnection::Postgres(conn) => sql_query(COLUMNS_POSTGRES).load(conn)?,
    };
    let mut shapes: BTreeMap<String, Shape> = BTreeMap::new();
    for column in columns {
        if column.table_name == NOT_OURS {
            continue;
        }
        let shape = shapes
            .entry(column.table_name.clone())
            .or_insert_with(|| Shape {
                table: DumpTable {
                    name: column.table_name.clone(),
                    columns: Vec::new(),
                },
                kinds: Vec::new(),
                key: 0,
            });
        shape.table.columns.push(column.column_name);
        shape.kinds.push(kind(&column.kind));
        shape.key += usize::from(column.in_key == "yes");
    }
    // By bytes, so that both databases agree on the order.
    Ok(shapes.into_values().collect())
}

/// Reads the whole database at one moment and hands its lines on; returns the sum of each table.
/// Whoever writes meanwhile is not kept waiting.
pub fn dump(
    db: &Db,
    mut each: impl FnMut(DumpLine<'_>) -> Result<(), Stop>,
) -> Result<BTreeMap<String, TableSum>, Stop> {
    db.hands_on(|conn| {
        begin_reading(conn)?;
        let done = all_tables(conn, &mut each);
        let ended = match conn {
            AnyConnection::Sqlite(conn) => conn.batch_execute("rollback"),
            AnyConnection::Postgres(conn) => conn.batch_execute("rollback"),
        };
        let sums = done?;
        ended?;
        Ok(sums)
    })
}

fn begin_reading(conn: &mut AnyConnection) -> QueryResult<()> {
    match conn {
        AnyConnection::Sqlite(conn) => conn.batch_execute("begin deferred"),
        AnyConnection::Postgres(conn) => {
            conn.batch_execute("begin isolation level repeatable read read only")
        }
    }
}

pub(crate) fn all_tables(
    conn: &mut AnyConnection,
    each: &mut impl FnMut(DumpLine<'_>) -> Result<(), Stop>,
) -> Result<BTreeMap<String, TableSum>, Stop> {
    let mut sums = BTreeMap::new();
    for shape in shapes(conn)? {
        each(DumpLine::Table(&shape.table))?;
        let mut hash = Sha256::new();
        let mut rows = 0;
        let mut take = |line: String| {
            // Each database writes JSON in its own way; one way is kept.
            let values: Vec<serde_json::Value> =
                serde_json::from_str(&line).map_err(|_| Error::Tampered)?;
            let line = serde_json::to_string(&values).map_err(|_| Error::Tampered)?;
            hash.update(line.as_bytes());
            hash.update(b"\n");
            rows += 1;
            each(DumpLine::Row(&line))
        };
        match conn {
            AnyConnection::Sqlite(conn) => {
                let query = sql_query(select_sqlite(&shape));
                for line in query.load_iter::<Line, DefaultLoadingMode>(conn)? {
                    take(line?.line)?;
                }
            }
            AnyConnection::Postgres(conn) => {
                let query = sql_query(select_postgres(&shape));
                for line in query.load_iter::<Line, PgRowByRowLoadingMode>(conn)? {
                    take(line?.line)?;
                }
            }
        }
        let sum = TableSum {
            rows,
            hash: in_hex(&hash.finalize()),
        };
        each(DumpLine::End(&sum))?;
        sums.insert(shape.table.name, sum);
    }
    Ok(sums)
}

fn select_sqlite(shape: &Shape) -> String {
    let columns = shape.each(|name, kind| match kind {
        // `hex` of nothing is an empty text; nothing stays nothing.
        Kind::Bytes => format!("iif(\"{name}\" is null, null, lower(hex(\"{name}\")))"),
        _ => format!("\"{name}\""),
    });
    let order = shape.key_columns(|name, _| format!("\"{name}\""));
    format!(
        "select json_array({columns}) as line from \"{}\" order by {order}",
        shape.table.name
    )
}

fn select_postgres(shape: &Shape) -> String {
    let columns = shape.each(|name, kind| match kind {
        Kind::Bytes => format!("encode(\"{name}\", 'hex')"),
        Kind::Truth => format!("\"{name}\"::int"),
        Kind::Number | Kind::Text => format!("\"{name}\""),
    });
    // By bytes, as SQLite orders, whatever the server's language.
    let order = shape.key_columns(|name, kind| match kind {
        Kind::Text => format!("\"{name}\" collate \"C\""),
        _ => format!("\"{name}\""),
    });
    format!(
        "select json_build_array({columns})::text as line from \"{}\" order by {order}",
        shape.table.name
    )
}

impl Shape {
    fn each(&self, write: impl Fn(&String, Kind) -> String) -> String {
        let columns = self.table.columns.iter().zip(&self.kinds);
        let written: Vec<String> = columns.map(|(name, kind)| write(name, *kind)).collect();
        written.join(", ")
    }

    fn key_columns(&self, write: impl Fn(&String, Kind) -> String) -> String {
        let columns = self.table.columns.iter().zip(&self.kinds).take(self.key);
        let written: Vec<String> = columns.map(|(name, kind)| write(name, *kind)).collect();
        written.join(", ")
    }
}

fn in_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
