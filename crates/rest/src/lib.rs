//! Rest (P20). Anybody rests any time, from this minute, without a reason; nothing is assigned, sent
//! or counted; somebody covers, by their own yes. The whole rests together in seasons that are told
//! before, with what a willing few keep alive, and clocks that go on where they stood. Who comes back
//! finds one page of what changed, no number, and a week in which nothing is asked.
#![forbid(unsafe_code)]

mod deeds;
mod keeps;
mod pages;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod tables;
mod timers;

pub use practice::Rest;
