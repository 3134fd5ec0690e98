//! Stepping back with care, and renewal (P4, P5). Everything somebody holds stands on one page; for
//! each thing they say what becomes of it, somebody takes it on by their own yes, and on the day they
//! said they are free, and nothing reaches them any more. Where somebody cannot speak, two people hand
//! over for them. Twice a year everybody looks at what they hold; silence is met by a person, and
//! whoever was silent twice goes quiet, until one word brings them back.
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
mod timers;

pub use practice::Renewal;
