//! The acceptance stories of P6 and P27, through HTTP, on both databases, with a clock that moves.

mod bad_input;
mod clocks;
mod fern;
mod files;
mod lots;
mod page;
mod seizure;
mod shift;
mod sight;
mod tools;
mod words;
