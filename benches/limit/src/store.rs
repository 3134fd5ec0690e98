//! One writer, a few readers, prepared statements, WAL, every commit on the disk.

use crate::Fault;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::{sync::Semaphore, task::spawn_blocking};
use uuid::Uuid;

const READERS: usize = 4;
const BOARD: &str = "select id, code, stage, kind, area, by_when, words from asks \
    where stage = 'open' order by window_until, by_when, received_at, id limit 50";
const ONE: &str = "select id, code, stage, kind, area, by_when, words from asks where id = ?";
const ADD: &str = "insert into asks (id, code, stage, kind, area, window_until, by_when, \
    received_at, words, contact) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

pub struct Ask {
    pub id: Uuid,
    pub code: String,
    pub stage: String,
    pub kind: String,
    pub area: String,
    pub by_when: i64,
    pub words: String,
}

#[derive(Clone)]
pub struct Store(Arc<Inside>);

struct Inside {
    readers: Mutex<Vec<Connection>>,
    turns: Semaphore,
    writer: Mutex<Connection>,
}

impl Store {
    pub fn open(file: &str) -> Result<Self, Fault> {
        let writer = connect(file)?;
        let readers = (0..READERS)
            .map(|_| connect(file))
            .collect::<Result<_, _>>()?;
        Ok(Self(Arc::new(Inside {
            readers: Mutex::new(readers),
            turns: Semaphore::new(READERS),
            writer: Mutex::new(writer),
        })))
    }

    pub async fn board(&self) -> Result<Vec<Ask>, Fault> {
        self.read(|conn| conn.prepare_cached(BOARD)?.query_map([], ask)?.collect())
            .await
    }

    pub async fn one(&self, id: Uuid) -> Result<Option<Ask>, Fault> {
        self.read(move |conn| {
            conn.prepare_cached(ONE)?
                .query_row([id.as_bytes()], ask)
                .optional()
        })
        .await
    }

    /// Adds an ask; returns once it is on the disk.
    pub async fn add(&self, kind: String, words: String, contact: String) -> Result<Uuid, Fault> {
        let inside = self.0.clone();
        let id = Uuid::new_v4();
        spawn_blocking(move || {
            let conn = inside.writer.lock().unwrap_or_else(PoisonError::into_inner);
            insert(
                &conn,
                id,
                "received",
                &kind,
                "North side",
                20_000,
                &words,
                &contact,
            )
        })
        .await??;
        Ok(id)
    }

    async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Fault> {
        let _turn = self.0.turns.acquire().await?;
        let inside = self.0.clone();
        spawn_blocking(move || {
            let pool = || {
                inside
                    .readers
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
            };
            let conn = pool().pop().ok_or("a turn without a reader")?;
            let result = work(&conn);
            pool().push(conn);
            Ok(result?)
        })
        .await?
    }
}

fn connect(file: &str) -> rusqlite::Result<Connection> {
    let conn = Connection::open(file)?;
    conn.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000",
    )?;
    Ok(conn)
}

fn ask(row: &Row<'_>) -> rusqlite::Result<Ask> {
    Ok(Ask {
        id: Uuid::from_bytes(row.get(0)?),
        code: row.get(1)?,
        stage: row.get(2)?,
        kind: row.get(3)?,
        area: row.get(4)?,
        by_when: row.get(5)?,
        words: row.get(6)?,
    })
}

#[allow(clippy::too_many_arguments)] // a row is what it is
fn insert(
    conn: &Connection,
    id: Uuid,
    stage: &str,
    kind: &str,
    area: &str,
    by_when: i64,
    words: &str,
    contact: &str,
) -> rusqlite::Result<usize> {
    let code = format!("FERN-{}", &id.simple().to_string()[..8]);
    conn.prepare_cached(ADD)?.execute(params![
        id.as_bytes(),
        code,
        stage,
        kind,
        area,
        i64::MAX,
        by_when,
        id.as_u64_pair().0 as i64 >> 24,
        words,
        contact,
    ])
}

/// Makes the file anew with this many asks, a fifth of them open; returns an open one.
pub fn seed(file: &str, count: usize) -> Result<Uuid, Fault> {
    let mut conn = connect(file)?;
    conn.execute_batch(
        "create table asks (id blob primary key not null, code text not null, stage text not null,
            kind text not null, area text not null, window_until integer not null,
            by_when integer not null, received_at integer not null, words text not null,
            contact text not null) without rowid;
         create index asks_in_order on asks (stage, window_until, by_when, received_at, id)",
    )?;
    let all = conn.transaction()?;
    let mut open = Uuid::nil();
    for n in 0..count {
        let id = Uuid::new_v4();
        let stage = if n % 5 == 0 { "open" } else { "confirmed" };
        if stage == "open" {
            open = id;
        }
        let kind = ["food", "lift", "medicine", "repair"][n % 4];
        let area = ["North side", "Harbor", "Mill Street", "East bank"][n / 4 % 4];
        let words = format!(
            "Groceries for {} until the end of the week; I can't leave the house before noon.",
            n % 7 + 1
        );
        insert(
            &all,
            id,
            stage,
            kind,
            area,
            20_000 + (n % 30) as i64,
            &words,
            "555 0142",
        )?;
    }
    all.commit()?;
    Ok(open)
}
