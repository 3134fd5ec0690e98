//! The acceptance stories of P3, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod buddies;
mod erasure;
mod matcher;
mod matching;
mod seasons;
mod tools;
