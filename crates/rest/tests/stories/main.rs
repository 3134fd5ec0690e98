//! The acceptance stories of P20, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod luz;
mod season;
