//! A backup: the whole database, the keyring and the settings, encrypted to the age recipients of
//! two stewards (age-encryption.org/v1). What it is made of is never written anywhere in clear, and
//! the server that makes it cannot open it: it holds no identity.
//!
//! Inside the encryption lies a gzip stream of lines. The first names the format; `H` is a header in
//! JSON; then `T`, `R` and `E` are a table, its rows and its sum; `K` is the keyring and `S` the
//! settings, in base64; `X` ends it. A file that breaks off has no `X` and is refused.

mod read;
mod write;

pub use read::{Read, identities, read};
pub use write::{Written, recipients, write};

use serde::{Deserialize, Serialize};

/// The first line.
const FORMAT: &str = "holdfast backup 1";

/// What stands before the tables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// When it was made, in seconds since 1970 (UTC).
    pub made_at: i64,
    /// The version of the tables.
    pub schema: String,
    /// The version of the program.
    pub program: String,
}

/// A table as it stands in a line.
#[derive(Serialize, Deserialize)]
struct TableLine {
    name: String,
    columns: Vec<String>,
}

/// A table's sum as it stands in a line.
#[derive(Serialize, Deserialize)]
struct SumLine {
    rows: u64,
    hash: String,
}
