//! Deep listening (P16). A question, and a piece that goes round: one speaks, the others don't; passing
//! is fine; a breath between two, a silence, a second round, and answers only when everyone was reached
//! and after saying back what one heard. A live round is held in memory alone and gone when it closes;
//! nothing said in it was ever written. A slow round lies sealed until everyone is in or its time is
//! over, and its words go a month later.
#![forbid(unsafe_code)]

mod deeds;
mod keeps;
mod live;
mod pages;
pub mod play;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod tables;

pub use live::{MOST_PEOPLE, Opening, open};
pub use practice::Rounds;
