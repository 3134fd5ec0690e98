//! The acceptance stories of telling people (J1, §1.7, P5, P20), through HTTP, on both databases,
//! with a clock that moves; mail by a real mail server, waking by a real HTTP server.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod address;
mod answers;
mod answers_asks;
mod by_text;
mod digest;
mod door;
mod gateway;
mod letters;
mod post;
mod stop;
mod tools;
mod wake;
