//! The acceptance stories of P16, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod at_once;
mod bounds;
mod live;
mod seven;
mod slow;
mod streams;
mod tools;
