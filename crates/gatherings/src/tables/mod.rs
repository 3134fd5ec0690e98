//! This practice's tables and queries; nobody else's.

mod campaign;
mod choir;
mod container;
mod line;
mod need;

pub(crate) use campaign::*;
pub(crate) use choir::*;
pub(crate) use container::*;
pub(crate) use line::*;
pub(crate) use need::*;
