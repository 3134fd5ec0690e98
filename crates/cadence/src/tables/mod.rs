//! This practice's queries; nobody else's.

mod feeds;
mod practices;

pub(crate) use feeds::*;
pub use practices::PracticeId;
pub(crate) use practices::*;
