//! Gatherings, campaigns and learning series that two people hold (P22), and the monthly CHOIR
//! conversation (P23). A question, who it is for, how we will be with one another, and an end. Nobody's
//! coming or not coming is written anywhere. What was heard goes back to the room first; a quote leaves it
//! only with the yes of whoever said it; and what somebody said they would do is offered to them as a
//! commitment, which is nothing before both sides want it.
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

pub use practice::Gatherings;
