//! Joining (P9): two doors of the same size. Whoever leaves a name and a way to reach them is called
//! by a welcomer within three days, has a buddy for six weeks, reads six short agreements aloud with
//! somebody, does a first small real thing within two weeks, and becomes a member when the home
//! circle has said yes, in words; silence is never a yes. The clocks here are promises of the
//! circle's, and they are shown to those who made them, never as a lateness of the newcomer's.
#![forbid(unsafe_code)]

mod agreements;
mod deeds;
mod keeps;
mod pages;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod tables;

pub use agreements::{found_agreements, read_all};
pub use deeds::{day_together, leave_word, new_path};
pub use practice::Joining;
