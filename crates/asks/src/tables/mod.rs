//! This practice's tables and queries; nobody else's.

mod around;
mod ask;
mod board;
mod counts;

pub(crate) use around::*;
pub(crate) use ask::*;
pub(crate) use board::*;
pub(crate) use counts::*;
