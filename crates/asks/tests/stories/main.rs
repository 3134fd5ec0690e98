//! The acceptance stories of P6 and P27, through HTTP, on both databases, with a clock that moves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod bad_input;
mod clocks;
mod fern;
mod files;
mod lots;
mod page;
mod seizure;
mod shift;
mod sight;
mod tools;
mod whole;
mod words;
