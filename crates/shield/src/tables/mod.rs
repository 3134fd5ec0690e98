//! This practice's queries; nobody else's.

mod keys;
mod posture;
mod power;
mod tree;

pub(crate) use keys::*;
pub(crate) use posture::*;
pub(crate) use power::*;
pub(crate) use tree::*;
