//! This practice's tables and queries; nobody else's.

mod around;
mod ask;
mod board;
mod counts;
mod place;
mod stage;

pub(crate) use around::*;
pub use around::{Offered, offered};
pub(crate) use ask::*;
pub use board::asks_not_closed;
pub(crate) use board::*;
pub(crate) use counts::*;
pub(crate) use place::*;
pub(crate) use stage::*;
