//! `cargo run --release -p holdfast --example kill_cycles -- 1000`: kills the server that often
//! while asks are made, and counts what it lost. The last line is the result.
#![forbid(unsafe_code)]

use holdfast::testing::{init, kill_cycles};
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let cycles = args.next().and_then(|n| n.parse().ok()).unwrap_or(1000);
    // Beside this example's folder stands the program it was built with.
    let program = std::env::current_exe()?
        .parent()
        .and_then(|examples| examples.parent())
        .map(|folder| folder.join("holdfast"))
        .filter(|program| program.is_file())
        .ok_or("build the program first: cargo build --release -p holdfast")?;
    let data = tempfile::tempdir()?;
    let folder: PathBuf = data.path().join("network");
    init(&program, &folder);
    let survived = kill_cycles(&program, &folder, cycles, 4);
    println!(
        "{} cycles of kill -9, {} asks acknowledged, {} lost",
        survived.cycles, survived.acknowledged, survived.lost
    );
    if survived.lost == 0 {
        Ok(())
    } else {
        Err("acknowledged asks were lost".into())
    }
}
