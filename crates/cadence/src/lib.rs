//! Habits and cadence (P14): what a circle does again and again, at a day and place everybody knows.
//! Each closing writes the next date; a season ends, and then the circle keeps, changes or stops, and
//! stopping is a good end. The host goes round. Nobody's coming or not coming is written anywhere.
//! Times go to the calendars people already have by a link that can be taken back.
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

pub use practice::Cadence;
pub use tables::PracticeId;
