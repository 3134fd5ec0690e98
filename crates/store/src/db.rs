//! One door to two databases (ARCHITECTURE.md, decision 4).

use crate::{Error, Stop};
use diesel::{
    Connection, PgConnection, QueryResult, RunQueryDsl, SqliteConnection,
    connection::SimpleConnection,
    r2d2::{ConnectionManager, CustomizeConnection, Pool},
};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, mpsc},
    time::Duration,
};
use tokio::sync::{Semaphore, oneshot};

const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// The most writes that share one flush to the disk.
const GROUP: usize = 64;

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    /// PostgreSQL.
    Postgres(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// Diesel's name for both databases at once.
pub type Backend = <AnyConnection as Connection>::Backend;

// `temp_store`: nothing spills to a file in clear. `secure_delete`: what is deleted is overwritten.
const PRAGMAS: &str = "pragma busy_timeout = 5000; pragma journal_mode = wal; \
    pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on; \
    pragma temp_store = memory";

#[derive(Debug)]
struct Setup;

impl CustomizeConnection<AnyConnection, diesel::r2d2::Error> for Setup {
    fn on_acquire(&self, conn: &mut AnyConnection) -> Result<(), diesel::r2d2::Error> {
        if let AnyConnection::Sqlite(conn) = conn {
            conn.batch_execute(PRAGMAS)
                .map_err(diesel::r2d2::Error::QueryError)?;
            #[cfg(feature = "testing")]
            crate::testing::set_up(conn).map_err(diesel::r2d2::Error::QueryError)?;
        }
        Ok(())
    }
}

type Settle = Box<dyn FnOnce(bool) + Send>;
type Job = Box<dyn FnOnce(&mut AnyConnection) -> Settle + Send>;

/// The database: many readers, and one writer at a time.
#[derive(Clone)]
pub struct Db {
    pool: Pool<ConnectionManager<AnyConnection>>,
    /// One turn a connection, so that whoever has to wait does so without holding a thread.
    turns: Arc<Semaphore>,
    writer: Option<mpsc::Sender<Job>>,
}

impl Db {
    /// Opens the database and brings its tables up to date. `url` is a file path for SQLite or
    /// `postgres://…`.
    pub fn open(url: &str) -> Result<Self, Error> {
        let postgres = is_postgres(url);
        let readers = if postgres { 10 } else { 4 };
        let mut first = establish(url)?;
        migrate(&mut first)?;
        let pool = Pool::builder()
            .max_size(readers)
            .min_idle(Some(1))
            .test_on_check_out(postgres)
            .connection_timeout(Duration::from_secs(5))
            .connection_customizer(Box::new(Setup))
            .build(ConnectionManager::new(url))
            .map_err(|e| Error::Connection(e.to_string()))?;
        let writer = (!postgres).then(|| start_writer(first, url.to_owned()));
        Ok(Self {
            pool,
            turns: Arc::new(Semaphore::new(readers as usize)),
            writer,
        })
    }

    /// Reads, on a thread that may block. On SQLite all that one piece of work reads stood in the
    /// database at one moment.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, Stop> + Send + 'static,
    ) -> Result<T, Stop> {
        self.on_a_reader(|conn| match conn {
            AnyConnection::Sqlite(_) => conn.transaction(work),
            AnyConnection::Postgres(_) => work(conn),
        })
        .await
    }

    async fn on_a_reader<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, Stop> + Send + 'static,
    ) -> Result<T, Stop> {
        let _turn = self.turns.acquire().await.map_err(|_| Error::JobLost)?;
        let pool = self.pool.clone();
        tokio::task::spawn_blocking(move || {
            let mut conn = pool.get().map_err(|e| Error::Connection(e.to_string()))?;
            work(&mut conn)
        })
        .await
        .map_err(|_| Error::JobLost)?
    }

    /// Writes, in one transaction; returns once it is durable. Writes to SQLite that arrive
    /// together share one flush, each in a savepoint of its own.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, Stop> + Send + 'static,
    ) -> Result<T, Stop> {
        let Some(writer) = &self.writer else {
            return self
                .on_a_reader(move |conn| one_at_a_time(conn, work))
                .await;
        };
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |conn| {
            let result = conn.transaction(work);
            Box::new(move |durable| {
                let _ = tell.send(if durable || result.is_err() {
                    result
                } else {
                    Err(Error::JobLost.into())
                });
            })
        });
        writer.send(job).map_err(|_| Error::JobLost)?;
        told.await.map_err(|_| Error::JobLost)?
    }

    /// Work between requests that manages its own transactions: sweeping, importing, backing up.
    pub fn hands_on<T>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let mut conn = self
            .pool
            .get()
            .map_err(|e| Error::Connection(e.to_string()))?;
        work(&mut conn)
    }

    /// [`Db::hands_on`] in one transaction that has the writing turn from its first statement, so
    /// that nothing it read can change before it writes.
    pub fn alone<T>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        self.hands_on(|conn| one_at_a_time(conn, work))
    }

    /// Returns once every write that had begun before is over. Not for the writer's own thread.
    pub fn after_the_writes_under_way(&self) -> Result<(), Stop> {
        let Some(writer) = &self.writer else {
            return self.alone(|_| Ok(()));
        };
        let (tell, told) = mpsc::channel();
        let job: Job = Box::new(move |_| {
            Box::new(move |_| {
                let _ = tell.send(());
            })
        });
        writer.send(job).map_err(|_| Error::JobLost)?;
        Ok(told.recv().map_err(|_| Error::JobLost)?)
    }

    /// Brings SQLite's log into its file and empties the log, so that nothing erased stays in it;
    /// on PostgreSQL, vacuums what was erased.
    pub fn settle(&self) -> Result<(), Stop> {
        self.hands_on(|conn| {
            match conn {
                AnyConnection::Sqlite(conn) => {
                    conn.batch_execute("pragma wal_checkpoint(truncate)")?;
                }
                AnyConnection::Postgres(conn) => conn.batch_execute("vacuum")?,
            }
            Ok(())
        })
    }
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

/// Asks the one database that is meant, so that what it answers is what is told.
fn establish(url: &str) -> Result<AnyConnection, Error> {
    let mut conn = if is_postgres(url) {
        PgConnection::establish(url).map(AnyConnection::Postgres)
    } else {
        SqliteConnection::establish(url).map(AnyConnection::Sqlite)
    }
    .map_err(|e| Error::Connection(e.to_string()))?;
    Setup
        .on_acquire(&mut conn)
        .map_err(|e| Error::Connection(e.to_string()))?;
    Ok(conn)
}

/// Makes the tables of a new database as they stood at a version, for what was saved then.
///
/// # Errors
/// [`Error::Migration`] where the version is not one of this program's.
pub(crate) fn prepare(url: &str, version: &str) -> Result<AnyConnection, Error> {
    let mut conn = establish(url)?;
    match &mut conn {
        AnyConnection::Sqlite(conn) => migrate_to(conn, SQLITE, version),
        AnyConnection::Postgres(conn) => migrate_to(conn, POSTGRES, version),
    }
    .map_err(|e| Error::Migration(e.to_string()))?;
    Ok(conn)
}

fn migrate_to<DB: diesel::backend::Backend>(
    conn: &mut impl MigrationHarness<DB>,
    source: EmbeddedMigrations,
    version: &str,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let pending = conn.pending_migrations(source)?;
    let known = |version: &str| {
        pending
            .iter()
            .any(|m| m.name().version().to_string() == version)
    };
    if !known(version) {
        return Err(format!("version {version} is not one this program knows").into());
    }
    for migration in &pending {
        if migration.name().version().to_string().as_str() <= version {
            conn.run_migration(&**migration)?;
        }
    }
    Ok(())
}

/// The version of the tables: the newest migration that was run.
pub fn schema_version(conn: &mut AnyConnection) -> Result<String, Error> {
    let applied = match conn {
        AnyConnection::Sqlite(conn) => conn.applied_migrations(),
        AnyConnection::Postgres(conn) => conn.applied_migrations(),
    }
    .map_err(|e| Error::Migration(e.to_string()))?;
    let newest = applied.iter().map(ToString::to_string).max();
    Ok(newest.unwrap_or_default())
}

fn migrate(conn: &mut AnyConnection) -> Result<(), Error> {
    match conn {
        AnyConnection::Sqlite(conn) => conn.run_pending_migrations(SQLITE).map(drop),
        AnyConnection::Postgres(conn) => conn.run_pending_migrations(POSTGRES).map(drop),
    }
    .map_err(|e| Error::Migration(e.to_string()))
}

/// The deeds of a network happen one after another, so that two people who say "I can" at once
/// cannot both have been first.
fn one_at_a_time<T>(
    conn: &mut AnyConnection,
    work: impl FnOnce(&mut AnyConnection) -> Result<T, Stop>,
) -> Result<T, Stop> {
    conn.transaction(|conn| {
        take_the_turn(conn)?;
        work(conn)
    })
}

/// Waits for the writing turn. On SQLite a transaction that reads first and writes later fails at
/// once where somebody else has written in between; one that writes first, be it nothing, waits.
fn take_the_turn(conn: &mut AnyConnection) -> QueryResult<()> {
    match conn {
        AnyConnection::Postgres(conn) => {
            diesel::sql_query("select pg_advisory_xact_lock(4801)").execute(conn)?;
        }
        AnyConnection::Sqlite(conn) => {
            conn.batch_execute("update facts set value = value where name = ''")?;
        }
    }
    Ok(())
}

fn start_writer(mut conn: AnyConnection, url: String) -> mpsc::Sender<Job> {
    let (send, receive) = mpsc::channel::<Job>();
    std::thread::spawn(move || {
        while let Ok(first) = receive.recv() {
            let jobs = std::iter::once(first).chain(receive.try_iter().take(GROUP - 1));
            let mut settles = Vec::new();
            let done = catch_unwind(AssertUnwindSafe(|| {
                conn.transaction(|conn| {
                    take_the_turn(conn)?;
                    settles.extend(jobs.map(|job| job(conn)));
                    QueryResult::Ok(())
                })
            }));
            let durable = matches!(done, Ok(Ok(())));
            for settle in settles {
                settle(durable);
            }
            if !durable {
                tracing::error!("a group of writes could not be saved; nothing of it was kept");
                reopen(&mut conn, &url);
            }
        }
    });
    send
}

/// After a failed group the connection may stand in the middle of something; a fresh one does not.
fn reopen(conn: &mut AnyConnection, url: &str) {
    match establish(url) {
        Ok(fresh) => *conn = fresh,
        Err(error) => tracing::error!(%error, "the database could not be opened again yet"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{fact, set_fact};
    use kernel::{NetworkId, uuid::Uuid};

    #[test]
    fn who_reads_and_then_writes_waits_for_whoever_writes_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("x.sqlite").to_string_lossy()).unwrap();
        let network = NetworkId(Uuid::nil());
        let more = move |conn: &mut AnyConnection| {
            let n: usize = fact(conn, network, "n")?.map_or(0, |n| n.parse().unwrap());
            std::thread::yield_now();
            Ok(set_fact(conn, network, "n", &(n + 1).to_string())?)
        };
        let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
        std::thread::scope(|scope| {
            scope.spawn(|| (0..200).for_each(|_| runtime.block_on(db.write(more)).unwrap()));
            scope.spawn(|| (0..200).for_each(|_| db.alone(more).unwrap()));
        });
        let n = db.alone(|conn| Ok(fact(conn, network, "n")?)).unwrap();
        assert_eq!(n.as_deref(), Some("400"));
    }

    /// Every version of the tables that was ever on main comes up to date, with what lies in it.
    #[test]
    fn every_older_database_comes_up_to_date() {
        let folders = std::fs::read_dir("../../migrations/sqlite").unwrap();
        let mut versions: Vec<String> = folders
            .map(|folder| folder.unwrap().file_name().into_string().unwrap())
            .map(|name| name.split('_').next().unwrap().replace('-', ""))
            .collect();
        versions.sort();
        let newest = versions.last().unwrap().clone();
        for version in &versions {
            let folder = tempfile::tempdir().unwrap();
            let url = folder
                .path()
                .join("x.sqlite")
                .to_string_lossy()
                .into_owned();
            let mut conn = prepare(&url, version).unwrap();
            assert_eq!(&schema_version(&mut conn).unwrap(), version);
            let network = NetworkId(Uuid::nil());
            set_fact(&mut conn, network, "kept", "yes").unwrap();
            drop(conn);
            let db = Db::open(&url).unwrap();
            let (now, kept) = db
                .hands_on(|conn| Ok((schema_version(conn)?, fact(conn, network, "kept")?)))
                .unwrap();
            assert_eq!(now, newest);
            assert_eq!(kept.as_deref(), Some("yes"));
        }
        assert!(prepare(":memory:", "19990101000000").is_err());
    }
}
