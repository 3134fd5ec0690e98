//! The acceptance stories of P1, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod bad_input;
mod bo;
mod clocks;
mod cover;
mod heard;
mod leaving;
mod resting;
mod sight;
mod times;
mod tools;
mod wakes;
