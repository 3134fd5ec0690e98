//! The rules of P29. No clock, no database.

mod chain;
mod posture;
mod refusal;
mod tree;

pub use chain::{Link, ZERO, commitment, link};
pub use posture::{
    COOLING_SECONDS, GUARDED_SECONDS, LOCKDOWN_SECONDS, LONGEST_HOLD_DAYS, Lock, Signer, Stands,
};
pub use refusal::ShieldRefusal;
pub use tree::{MOST_RUNG, Tree};
