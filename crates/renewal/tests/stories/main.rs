//! The acceptance stories of P4 and P5, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod amara;
mod emergency;
mod landing;
mod leaving;
mod season;
mod tools;
