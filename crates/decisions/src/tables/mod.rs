//! This practice's tables and queries; nobody else's.

mod caucus;
mod proposal;
mod voice;

pub(crate) use caucus::*;
pub(crate) use proposal::*;
pub(crate) use voice::*;
