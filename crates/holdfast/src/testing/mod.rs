//! A whole town inside a test: Rivermouth with its cast, behind a real server on a real socket, on
//! either database, with a clock that moves by months in a millisecond.
//!
//! ```no_run
//! use holdfast::testing::on_both;
//!
//! on_both(|town| {
//!     town.until("2026-03-04 18:10");
//!     let today = town.as_person("Bo").get("/today").expect(200);
//!     assert!(today.body.contains("Wednesday 4 March"));
//! });
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod browser;
mod database;
mod kill;
mod mail_server;
mod served;
mod told;
mod town;

pub use browser::{Answer, Browser};
pub use database::Database;
pub use kill::{Survived, ask_until, init, kill_cycles, missing, serve};
pub use mail_server::{Arrived, MailServer, MailServerWay};
pub use served::Served;
pub use told::{by_folder, chooses, on_both_with, open_ask};
pub use town::{TOWN_STARTS, Town};

/// `holdfast init` without a question.
pub const INIT_WORDS: &[&str] = &[
    "init",
    "--name",
    "Rivermouth",
    "--zone",
    "America/Chicago",
    "--about",
    "We help one another.",
    "--limits",
    "About thirty asks a week.",
    "--areas",
    "North side, East side",
];

/// Plays a story on SQLite and then on PostgreSQL. The second needs `HOLDFAST_TEST_POSTGRES`, the
/// address of a throwaway server; `HOLDFAST_SQLITE_ONLY=1` leaves it out.
pub fn on_both(story: impl Fn(&Town)) {
    on_both_databases(|database| story(&Town::on(database)));
}

/// The same, with a database that is still empty.
pub fn on_both_databases(story: impl Fn(Database)) {
    story(Database::sqlite());
    if database::sqlite_only() {
        eprintln!("on PostgreSQL: left out, because HOLDFAST_SQLITE_ONLY is set");
        return;
    }
    eprintln!("and on PostgreSQL:");
    story(Database::postgres());
}

/// All bytes of all files of a folder: what whoever carries the machine away can read.
pub fn carried_away(folder: &std::path::Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        all.extend(match path.is_dir() {
            true => carried_away(&path),
            false => std::fs::read(path).expect("a file"),
        });
    }
    all
}
