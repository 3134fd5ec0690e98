//! Where Holdfast keeps things: SQLite and PostgreSQL behind one door, columns that are sealed
//! before they are stored, the keyring whose keys die, and the sweep that lets go on time.
#![forbid(unsafe_code)]

mod db;
mod dump;
mod error;
mod facts;
mod fresh;
mod keyring;
mod load;
mod seal;
mod somebody;
mod sweep;
mod tally;
#[cfg(feature = "testing")]
pub mod testing;

pub use db::{AnyConnection, Backend, Db, schema_version};
pub use dump::{DumpLine, DumpTable, TableSum, dump};
pub use error::{Error, Stop};
pub use facts::{fact, set_fact};
pub use fresh::Fresh;
pub use keyring::Keyring;
pub use load::Loading;
pub use seal::{DataKey, Row, Sealed, Vault, WrappedKey};
pub use somebody::{OfSomebody, with_people};
pub use sweep::{
    Due, ERASED, Erase, Hold, HoldId, Keep, Keeps, Sweep, SweepCounts, add_hold, holds_in_force,
    last_sweep, lift_hold, sweep, sweep_due,
};
pub use tally::{tallied, tally};

/// The tables that belong to no practice: facts about the store itself, numbers by month, legal holds.
#[allow(missing_docs)] // the columns are described in the migrations
pub mod schema {
    diesel::table! {
        /// Small facts about the store itself (when it was last swept); never about a person.
        facts (network_id, name) {
            network_id -> Binary,
            name -> Text,
            value -> Text,
        }
    }
    diesel::table! {
        /// Numbers by month, about nobody.
        tallies (network_id, what, month, cell) {
            network_id -> Binary,
            what -> Text,
            month -> Text,
            cell -> Text,
            n -> Integer,
        }
    }
    diesel::table! {
        /// Scopes whose erasure is stopped (N13).
        legal_holds (id) {
            id -> Binary,
            network_id -> Binary,
            circle -> Text,
            from_day -> Integer,
            to_day -> Integer,
            review_on -> Integer,
        }
    }
}
