//! This practice's queries; nobody else's.

mod buddies;
mod pods;
mod wishes;

pub(crate) use buddies::*;
pub use pods::PodId;
pub(crate) use pods::*;
pub(crate) use wishes::*;
