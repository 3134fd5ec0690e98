//! This practice's tables and queries; nobody else's.

mod going;
mod season;

pub(crate) use going::*;
pub(crate) use season::*;
