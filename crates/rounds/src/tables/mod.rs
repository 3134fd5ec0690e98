//! This practice's tables and queries; nobody else's. Of a live round there is none.

mod entry;
mod heard;
mod round;

pub(crate) use entry::*;
pub(crate) use heard::*;
pub(crate) use round::*;
