//! Ties, and whether the web of them would hold (P8, P30). Two people sit down with one another and
//! listen; each keeps their own notes; a tie is there when both say so, and stops counting in silence
//! after half a year. Somebody introduces two, and nobody learns of a no. What all ties add up to is said
//! in sentences about the whole; that somebody is the only link between parts of it, only they learn.
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

pub use practice::Ties;
