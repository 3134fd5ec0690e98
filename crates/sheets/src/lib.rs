//! Spreadsheets in and out, with every row accounted for.
//!
//! Networks keep their asks in spreadsheets before they keep them anywhere else. This crate reads
//! them by a [`Map`], which says in a few lines of TOML which columns hold what, and says of every
//! single row either that it was taken, with notes on everything doubtful, or that it was refused,
//! where, and why. Nothing is lost and nothing guessed in silence: the rows of the file are always
//! the rows taken and the rows refused together. What was taken can go out again with
//! [`write_table`], in a form that no spreadsheet program will run.
//!
//! The crate reads and writes byte streams and nothing else. It asks no clock, and it speaks in
//! message keys: `locales/*.ftl` holds the sentences.
//!
//! ```
//! use jiff::tz::TimeZone;
//! use sheets::{Map, Options, read};
//!
//! # fn main() -> Result<(), sheets::FileRefused> {
//! let map = Map::from_toml(r#"
//!     zone = "America/Chicago"
//!     key = ["Phone"]
//!     contact = ["Name", "Phone"]
//!     received = ["Timestamp"]
//!
//!     [[words]]
//!     column = "What do you need?"
//! "#)?;
//! let file = "\
//! Timestamp,Name,Phone,What do you need?
//! 8/31/2017 5:31 PM,Gus,555 0142,Food for 3
//! yesterday,Ana,555 0199,A ride
//! 9/1/2017 9:00,Lou,555 0123,
//! ";
//! let reading = read(file.as_bytes(), &map, &Options::in_zone(TimeZone::UTC))?;
//!
//! let [gus, ana] = &reading.rows[..] else { unreachable!() };
//! assert_eq!(gus.words, "Food for 3");
//! assert_eq!(gus.received.unwrap().to_string(), "2017-08-31T22:31:00Z");
//! assert_eq!(ana.received, None); // and a note says what was typed:
//! assert_eq!(ana.notes[0].message_key(), "sheet-note-received-unreadable");
//! assert_eq!(reading.refused[0].line, 4);
//! assert_eq!(reading.refused[0].why.message_key(), "sheet-row-no-words");
//! assert_eq!((reading.totals.rows, reading.totals.taken, reading.totals.refused), (3, 2, 1));
//! # Ok(())
//! # }
//! ```
//!
//! # Rules worth knowing
//!
//! * **Rows.** A row starts on a line of the file as an editor counts them; blank lines are no
//!   rows. A row with a flaw in its quotation marks is refused with the lines it spans, for such a
//!   flaw can merge the rows of two people. A short row is taken with a note; a row with too many
//!   cells is refused, because cells have moved and a phone number could end up in public words.
//! * **Keys.** The key of a row is what its key columns say, without regard to capitals and blanks.
//!   The second row of a file with the same key gets `#2` and a note: nothing is lost. A row whose
//!   key columns are empty is known by everything it says. Keys hold what people wrote, so a caller
//!   keeps them sealed or hashed.
//! * **Times.** A file's dates are read one way, month first or day first. What cannot be read so
//!   is not turned round: the next column is tried, and then a note says that none could be read.
//! * **Sealed stays sealed.** A map that would put a contact column into the words, or an address
//!   into the area, is refused (P6).
//!
//! `examples/harvey-needs.toml` is a whole map for a real file: the needs that people in Houston
//! kept in a spreadsheet during the flood of 2017.

mod cells;
mod columns;
mod guess;
mod keys;
mod kind;
mod map;
mod messages;
mod picks;
mod plain;
mod read;
mod records;
mod row;
mod stamps;
mod table;
mod why;

use std::sync::LazyLock;

use jiff::tz::{TimeZone, TimeZoneDatabase};

pub use kind::Kind;
pub use map::{
    AreaFrom, AreaRule, Delimiter, KindFrom, KindRule, LanguageFrom, Map, Within, WordsPart,
};
pub use picks::{Picks, column_named, columns};
pub use plain::{PlainRow, column_at, is_yes, read_rows, time_typed};
pub use read::{
    FILE_MAX_BYTES, Options, Outcome, ROW_MAX_BYTES, Reading, Totals, WORDS_MAX_LETTERS, headers,
    read, read_each,
};
pub use row::{RefusedRow, Row};
pub use stamps::DateOrder;
pub use table::{Column, Table, TableError, read_table, write_table};
pub use why::{FileRefused, Note, Why};

/// Messages that belong to no refusal and no note, with the names of their arguments.
pub const OTHER_MESSAGES: &[(&str, &[&str])] = &[
    ("sheet-closing-line", &["rows", "taken", "refused"]),
    ("sheet-closing-noted", &["noted"]),
    ("sheet-where-line", &["line"]),
    ("sheet-where-lines", &["line", "last_line"]),
    ("sheet-where-column", &["line", "column", "column_number"]),
];

/// A zone by its IANA name, from the bundled tables.
fn zone_named(name: &str) -> Option<TimeZone> {
    static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);
    ZONES.get(name).ok()
}
