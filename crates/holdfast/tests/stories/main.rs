//! Stories of the whole program: through real pages on a real socket, on both databases.

mod demo;
mod door;
mod export;
mod guards;
mod init;
mod pages;
mod program;
mod roles;
mod sight;
mod sweep;
