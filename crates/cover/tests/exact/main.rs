//! Plans are exact: as good as three oracles that know nothing of how they are made.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod cases;
mod changes;
mod figures;
mod kept;
mod oracles;
mod seeds;
