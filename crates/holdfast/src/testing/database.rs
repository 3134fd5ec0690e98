//! A database of its own for each town.

use crate::owners::OsChance;
use diesel::{Connection, PgConnection, connection::SimpleConnection};
use kernel::Chance;
use std::path::Path;

/// Which database a town keeps its things in.
pub enum Database {
    /// A file in the town's folder.
    Sqlite,
    /// A schema of its own on a throwaway server; dropped with the town.
    Postgres {
        /// The server.
        server: String,
        /// The schema.
        schema: String,
    },
}

#[allow(clippy::disallowed_methods)] // tests are told by the environment where PostgreSQL is
fn told(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Whether PostgreSQL is left out.
pub(super) fn sqlite_only() -> bool {
    told("HOLDFAST_SQLITE_ONLY").is_some()
}

impl Database {
    /// SQLite.
    pub fn sqlite() -> Self {
        Self::Sqlite
    }

    /// A new schema on the server that `HOLDFAST_TEST_POSTGRES` names.
    pub fn postgres() -> Self {
        let server = told("HOLDFAST_TEST_POSTGRES").expect(
            "this story also plays on PostgreSQL: set HOLDFAST_TEST_POSTGRES to the address of a \
             throwaway server (bin/test does), or HOLDFAST_SQLITE_ONLY=1 to leave it out",
        );
        let mut bytes = [0u8; 8];
        OsChance.fill(&mut bytes);
        let schema = format!("t_{:016x}", u64::from_le_bytes(bytes));
        command(&server, &format!("create schema {schema}"));
        Self::Postgres { server, schema }
    }

    /// The address to open, for a town in this folder.
    pub fn url(&self, folder: &Path) -> String {
        match self {
            Self::Sqlite => folder
                .join("holdfast.sqlite")
                .to_string_lossy()
                .into_owned(),
            Self::Postgres { server, schema } => {
                let join = if server.contains('?') { '&' } else { '?' };
                format!("{server}{join}options=-csearch_path%3D{schema}")
            }
        }
    }

    /// The address, where it is not simply the file in the data folder.
    pub fn postgres_url(&self, folder: &Path) -> Option<String> {
        matches!(self, Self::Postgres { .. }).then(|| self.url(folder))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Self::Postgres { server, schema } = self {
            command(server, &format!("drop schema {schema} cascade"));
        }
    }
}

fn command(server: &str, sql: &str) {
    let mut conn = PgConnection::establish(server)
        .unwrap_or_else(|error| panic!("PostgreSQL at HOLDFAST_TEST_POSTGRES: {error}"));
    conn.batch_execute("set client_min_messages = warning")
        .expect("a setting");
    if let Err(error) = conn.batch_execute(sql) {
        eprintln!("{sql}: {error}");
    }
}
