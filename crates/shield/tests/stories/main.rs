//! The acceptance stories of P29, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod guarded;
mod infiltration;
mod keys;
mod lockdown;
mod power;
mod tools;
mod tree;
