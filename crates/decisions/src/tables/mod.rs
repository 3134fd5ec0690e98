//! This practice's tables and queries; nobody else's.

mod advice;
mod caucus;
mod choice;
mod honorarium;
mod power;
mod proposal;
mod voice;

pub(crate) use advice::*;
pub(crate) use caucus::*;
pub(crate) use choice::*;
pub(crate) use honorarium::*;
pub(crate) use power::*;
pub(crate) use proposal::*;
pub(crate) use voice::*;
