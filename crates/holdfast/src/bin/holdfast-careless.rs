//! Serves as the program does, but tells the database not to wait for the disk: what the test of
//! power loss must be able to see. Never for people.
#![forbid(unsafe_code)]

use holdfast::{
    commands::serve,
    owners::Owners,
    settings::{Flags, Settings},
};

#[derive(clap::Parser)]
struct Words {
    word: String,
    #[command(flatten)]
    flags: Flags,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Words = clap::Parser::parse();
    if words.word != "serve" {
        return Err("it can only serve".into());
    }
    #[cfg(feature = "testing")]
    store::testing::wait_for_no_disk();
    let settings = Settings::of_this_process(&words.flags)?;
    let runtime = tokio::runtime::Runtime::new()?;
    let (owners, mut out) = (Owners::of_the_machine(), std::io::stdout());
    Ok(runtime.block_on(serve::serve(&settings, &owners, &mut out))?)
}
