//! This practice's queries; nobody else's.

mod buddies;
mod pods;
mod wishes;

pub(crate) use buddies::*;
pub(crate) use pods::*;
pub use pods::{PodId, pod_of_person};
pub(crate) use wishes::*;
