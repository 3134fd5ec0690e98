//! Urgency without manufactured urgency (P21). A small lane acts now, within limits: three answers, a
//! second person, a voice of those it falls on, a cap and an end; what should last becomes an ordinary
//! proposal, and two weeks later somebody says whether it was urgent. And alerts: what somebody saw is
//! looked at by somebody who goes there before anybody hears it.
#![forbid(unsafe_code)]

mod deeds;
mod keeps;
mod pages;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod tables;
mod timers;

pub use practice::Rapid;
