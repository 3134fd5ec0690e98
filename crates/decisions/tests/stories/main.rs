//! The acceptance stories of P19, P25 and P28, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod advice;
mod consent;
mod gates;
mod power;
mod slow;
mod tools;
mod ways;
