//! Asks (P6) and what came of them (P27): a neighbour asks, someone says "I can", and only the
//! neighbour says whether it helped. Contact and address unseal to one claimer and the shift;
//! the board shows words the asker agreed to, an area and a by-when, never a name; the queue knows
//! safety, by-when and time received, and nothing else.
#![forbid(unsafe_code)]

mod codes;
mod deeds;
mod keeps;
mod notices;
mod outbox;
mod pages;
pub mod play;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod tables;
mod timers;

pub use deeds::import::{Import, Imported, import_file};
pub use deeds::{NewAsk, record};
pub use outbox::{
    TextToSend, TextWays, WITH_THE_GATEWAY_SECONDS, set_text_ways, text_was_sent, text_ways,
    texts_for_gateway, texts_waiting,
};
pub use pages::sheet_says as says;
pub use practice::Asks;
pub use tables::{Offered, asks_not_closed, offered};
