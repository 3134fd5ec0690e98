//! J7 and P9's joining, through HTTP, on both databases, with a clock that moves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod agreements;
mod newcomer;
