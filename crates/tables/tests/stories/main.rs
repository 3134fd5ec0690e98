//! The acceptance stories of open tables (P6), through HTTP, on both databases, with a clock that
//! moves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod files;
mod keeping;
mod nasty;
mod public;
mod tools;
