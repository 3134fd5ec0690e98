//! This practice's queries; nobody else's.

mod choosing;
mod role;
mod term;

pub(crate) use choosing::*;
pub(crate) use role::*;
pub(crate) use term::*;
