//! The acceptance stories of P14, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod calendars;
mod clocks;
mod distro;
mod rest;
mod seasons;
mod tools;
