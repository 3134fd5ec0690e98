//! The acceptance stories of P8 and P30, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod meeting;
mod network;
mod unseen;
