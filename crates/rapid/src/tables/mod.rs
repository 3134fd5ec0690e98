//! This practice's tables and queries; nobody else's.

mod alert;
mod lane;

pub(crate) use alert::*;
pub(crate) use lane::*;
