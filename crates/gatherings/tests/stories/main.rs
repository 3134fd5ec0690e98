//! The acceptance stories of P22 and P23, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod bad_input;
mod campaign;
mod choir;
mod room;
mod round;
mod staying;
mod tools;
mod way;
