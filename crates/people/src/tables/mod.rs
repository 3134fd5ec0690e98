//! This practice's queries; nobody else's.

mod circle;
mod network;
mod person;
mod session;

pub use circle::*;
pub use network::*;
pub use person::*;
pub(crate) use session::*;
