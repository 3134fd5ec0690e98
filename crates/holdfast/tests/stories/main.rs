//! Stories of the whole program: through real pages on a real socket, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod answers;
mod backup;
mod demo;
mod door;
mod export;
mod guards;
mod hostile;
mod https;
mod init;
mod instruments;
mod lapse;
mod letters;
mod pages;
mod power;
mod program;
mod proof;
mod receiving;
mod roles;
mod rounds;
mod runbook;
mod sight;
mod sweep;
mod trouble;
mod ways;
mod ways_out;
