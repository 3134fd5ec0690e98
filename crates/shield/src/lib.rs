//! Shield and sanctuary (P29): how the network stands (open, guarded, in lockdown), what was done
//! with power in it, the phone tree for the day the server is off, and the list of what two people
//! each hold a key to. Two people always, and everything here ends by itself; nothing here is about
//! whom to suspect.
#![forbid(unsafe_code)]

mod deeds;
mod keeps;
mod pages;
mod power;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod tables;
mod timers;

pub use deeds::posture::posture;
pub use pages::{KeyLine, TreeLine, key_lines, tree_lines};
pub use power::{Chain, newest_hash, shred_naming, verify};
pub use practice::Shield;
