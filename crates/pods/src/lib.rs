//! Pods and buddies (P3). Two who are buddies see how the other is; a pod is three to six people who
//! care for each other for a season. Both sides always say yes, a no needs no reason and is not told
//! on, and everything ends by itself unless those in it go on. What is in a pod is its members', not
//! a steward's or a host's; nobody sees who has none. A pod map is a sheet of paper, and no more.
#![forbid(unsafe_code)]

mod deeds;
mod keeps;
mod pages;
pub mod play;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod tables;
mod timers;

pub use practice::Pods;
pub use tables::{PodId, pod_of_person};
