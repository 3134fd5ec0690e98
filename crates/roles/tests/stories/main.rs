//! The acceptance stories of P15, through HTTP, on both databases, with a clock that moves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod hand_over;
mod lot;
mod roles;
mod selection;
mod terms;
mod tools;
