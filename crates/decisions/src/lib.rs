//! Decisions by consent, slowly, and with those they fall on (P19, P25, P28). A question has a weight,
//! and with it a time it takes at least; a changed meaning begins that time anew. Nothing is adopted past
//! an open objection, without half of the circle's voices, or before those it falls on have said yes in
//! their own time. Silence is none of these. Every decision has a day on which it is looked at again,
//! and is found in two steps.
#![forbid(unsafe_code)]

mod deeds;
mod keeps;
mod near;
mod pages;
pub mod play;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod tables;

pub use near::{
    Progress, adopted_since, all_adopted_since, ask_those, caucus_named, caucus_names, convenor,
    is_in_effect, progress, propose, words_of,
};
pub use pages::{paid_time, propose_page};
pub use practice::Decisions;
