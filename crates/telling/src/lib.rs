//! Telling people (§1.7): one letter a day at a person's own hour, only if something is theirs;
//! three things at once, for whoever chose so; and the texts of the asks, by a gateway that fetches
//! them. Nothing is sent until somebody chose it, nothing while they rest, nothing after they left
//! (P5, P20), and nothing that leaves says more than that there is something, but for the words an
//! asker agreed to (N14).
//!
//! A letter of the day can be answered with a word, where answers come in: by a mail server beside us
//! (LMTP), by a provider that posts them, or by a text that whoever is on shift types.
//!
//! A letter is a row before it is sent: it is claimed, sent outside any transaction, and its row
//! goes. Whoever dies in between sends it again under the same Message-ID.
#![forbid(unsafe_code)]

mod deeds;
mod errands;
mod gateway;
mod inbound;
mod keeps;
mod letter;
mod pages;
mod post;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod state;
mod tables;
mod timers;
mod wake;
mod ways;

pub use gateway::{REPLAY_SECONDS, sign};
pub use inbound::lmtp::{Listening, take_answers};
pub use practice::Telling;
pub use state::{TellingState, Trouble, state};
pub use ways::{AnswerDoor, Answers, Encryption, Mail, NotUnderstood, Smtp, Waking, Ways};
