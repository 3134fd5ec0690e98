//! Holdfast, the program: it wires the practices together, gives them a clock, chance and a
//! database, and offers them at the command line. Here are the only places where the time, chance
//! and the environment are read ([`owners`], [`settings`]); everything else is handed them.
//!
//! Where to look: [`practices`] says what the house is made of, [`build`] puts it together,
//! [`commands`] has one room for each word of the command line, [`demo`] is Rivermouth, and
//! `testing` is a whole town inside a test.
#![forbid(unsafe_code)]

pub mod backup;
pub mod commands;
pub mod demo;
pub mod folder;
pub mod health;
mod home;
pub mod owners;
pub mod settings;
#[cfg(feature = "testing")]
pub mod testing;
pub mod timekeeping;
mod trouble;
mod wiring;

pub use home::Home;
pub use trouble::Trouble;
pub use wiring::{HouseParts, build, found_network, practices};
