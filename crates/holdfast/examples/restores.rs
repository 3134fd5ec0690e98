//! A backup of a lived-in network, brought back again and again: every table's hash is compared each
//! time. `bin/bench restore 200` runs it and writes its closing line down.

use age::{secrecy::ExposeSecret, x25519::Identity};
use holdfast::{
    commands::{
        backup::{Backup, backup},
        restore::{Restore, restore},
    },
    demo,
    owners::{OsChance, Owners},
    settings::Settings,
    testing::{Database, Town},
};
use std::sync::Arc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let times: usize = match std::env::args().nth(1) {
        Some(times) => times.parse()?,
        None => 200,
    };
    let town = Town::on(Database::sqlite());
    town.until("2026-03-10 09:00");
    demo::life(&town.house, &town.rivermouth)?;
    let folder = tempfile::tempdir()?;
    let keys = [Identity::generate(), Identity::generate()];
    let lines: Vec<String> = keys.iter().map(|key| key.to_public().to_string()).collect();
    let recipients = folder.path().join("recipients");
    std::fs::write(&recipients, lines.join("\n"))?;
    let identity = folder.path().join("key");
    std::fs::write(&identity, keys[0].to_string().expose_secret())?;
    let to = folder.path().join("backups");
    let settings = Settings {
        data: town.folder().to_owned(),
        ..Settings::default()
    };
    let owners = Owners {
        clock: town.clock.clone(),
        chance: Arc::new(OsChance),
    };
    let asked = Backup {
        to: to.clone(),
        recipients: Some(recipients),
        keep: 14,
    };
    let mut said = Vec::new();
    backup(&asked, &settings, &owners, &mut said)?;
    let file = std::fs::read_dir(&to)?.next().ok_or("no backup")??.path();
    let mut equal = 0;
    let mut last = String::new();
    for _ in 0..times {
        let asked = Restore {
            file: file.clone(),
            identity: identity.clone(),
            drill: true,
        };
        let settings = Settings {
            data: folder.path().join("data"),
            ..Settings::default()
        };
        let mut said = Vec::new();
        restore(&asked, &settings, &owners, &mut said)?;
        last = String::from_utf8(said)?;
        equal += usize::from(last.starts_with("Pass: "));
    }
    print!("{last}");
    println!("{times} restores, {equal} with every table's hash as it was");
    Ok(())
}
