//! Shared leadership (P15): what a circle asks somebody to hold, until which minute, who learns it
//! alongside, and how the circle chooses: in a selection round, by proposing somebody and consenting,
//! or by lot. Every role ends, founders' roles too; nothing goes on by itself, and silence chooses
//! nobody. What a role lets its holder do and see in the program is a holding of `people`, which begins
//! and ends with the term.
#![forbid(unsafe_code)]

mod book;
mod carrying;
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
mod words;

pub use practice::Roles;
