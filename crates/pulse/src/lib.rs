//! The pulse of a season (PRACTICES.md §5): two questions to everybody, answered in one word without a name,
//! and counted by time alone from eight answers on. Answers lie in one sealed box in the order of their words;
//! whose is in is another sealed list, and both are gone when they are counted. No answer is a weak answer:
//! nobody is reminded, and silence is counted nowhere.
#![forbid(unsafe_code)]

mod deeds;
mod keeps;
mod pages;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod tables;

pub use practice::SeasonPulse;
