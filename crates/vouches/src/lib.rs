//! Vouches (P9): where risk needs it, a circle lets people in whom two of it know and answer for. A vouch
//! is for one space and one year, says on what it rests, and is read inside that space alone. Whether two
//! are independent is decided on all vouches of the space, so that no ring of any size lifts itself in.
#![forbid(unsafe_code)]

mod deeds;
mod keeps;
mod pages;
pub mod play;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod tables;

pub use practice::Vouches;
