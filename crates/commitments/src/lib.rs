//! Commitments (P1): what a person, a circle or an organisation promises somebody, in one concrete
//! thing that the receiver wanted, with a day on which it is looked at again. Nobody audits; silence
//! is met by a note, a buddy, and at last by planning without it, and nothing anywhere calls that
//! anything. When somebody can't, the place looks for whoever carries least of what they said they
//! could ([`cover`]), and nobody is assigned without their yes.
#![forbid(unsafe_code)]

mod answers;
mod deeds;
mod hold;
mod keeps;
mod pages;
pub mod play;
mod practice;
pub mod promised;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod suggest;
mod tables;
mod timers;

pub use practice::Commitments;
