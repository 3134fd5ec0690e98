//! `holdfast`, at the command line.
#![forbid(unsafe_code)]

use clap::{Parser, Subcommand};
use holdfast::{
    Trouble,
    commands::{backup, demo, doctor, export, import, init, restore, serve, sweep},
    owners::Owners,
    settings::{Flags, Settings},
};
use std::{
    io::{IsTerminal, stderr, stdin, stdout},
    process::ExitCode,
};

/// Neighbours ask, someone says "I can", and only the neighbour says whether it helped.
#[derive(Parser)]
#[command(name = "holdfast", version)]
struct Words {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    word: Word,
}

#[derive(Subcommand)]
enum Word {
    /// Make a network: six questions, one folder, two invitations
    Init(init::Answers),
    /// Serve the network
    Serve,
    /// Serve a made-up network to look around in
    Demo,
    /// Bring a file in, every row accounted for
    Import(import::Import),
    /// Write everything out as CSV and JSON
    Export(export::Export),
    /// Erase now what has had its time
    Sweep,
    /// Save everything, encrypted to two stewards, while the network goes on
    Backup(backup::Backup),
    /// Is the house well? What should somebody do?
    Doctor,
    /// Bring a network back from a backup, or drill that it would come back
    Restore(restore::Restore),
}

fn main() -> ExitCode {
    let words = Words::parse();
    match run(words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut words: Words) -> Result<(), Trouble> {
    if matches!(words.word, Word::Demo) && words.flags.data.is_none() {
        words.flags.data = Some(demo::FOLDER.into());
    }
    let mut settings = Settings::of_this_process(&words.flags)?;
    log(&settings)?;
    let owners = Owners::of_the_machine();
    let out = &mut stdout();
    match words.word {
        Word::Init(mut answers) => {
            if stdin().is_terminal() {
                init::ask(&mut answers, &mut settings, &mut stdin().lock(), out)?;
            }
            init::init(&answers, &settings, &owners, out)
        }
        Word::Serve => runtime()?.block_on(serve::serve(&settings, &owners, out)),
        Word::Demo => runtime()?.block_on(demo::demo(&settings, &owners, out)),
        Word::Import(asked) => import::import(&asked, &settings, &owners, out),
        Word::Export(asked) => export::export(&asked, &settings, &owners, out),
        Word::Sweep => sweep::sweep(&settings, &owners, out),
        Word::Backup(asked) => backup::backup(&asked, &settings, &owners, out),
        Word::Doctor => doctor::doctor(&settings, &owners, out),
        Word::Restore(asked) => restore::restore(&asked, &settings, &owners, out),
    }
}

fn runtime() -> Result<tokio::runtime::Runtime, Trouble> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|why| Trouble::File {
            path: "threads".to_owned(),
            why,
        })
}

/// The log goes to stderr and holds no people (STYLE.md 10).
fn log(settings: &Settings) -> Result<(), Trouble> {
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log)
        .map_err(|_| Trouble::said("The setting `log` should be error, warn, info or debug."))?;
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(stderr)
        .with_ansi(stderr().is_terminal())
        .init();
    Ok(())
}
