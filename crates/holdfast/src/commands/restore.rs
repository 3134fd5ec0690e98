//! `holdfast restore`: a network back from a backup, or a drill that says whether it would come
//! back whole.

use crate::{
    Trouble, backup,
    folder::{Folder, write_private},
    owners::Owners,
    settings::Settings,
};
use kernel::Role;
use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufReader, Write},
    path::PathBuf,
};
use store::{Db, Loading, TableSum};
use web::{PowerKind, PowerUse};

/// What to restore, with whose key.
#[derive(Debug, clap::Args)]
pub struct Restore {
    /// The backup
    pub file: PathBuf,
    /// A steward's key, as age-keygen wrote it
    #[arg(long, value_name = "FILE")]
    pub identity: PathBuf,
    /// Only try: into a folder that is gone afterwards; says pass or fail
    #[arg(long)]
    pub drill: bool,
}

/// Restores into an empty data folder, or drills.
pub fn restore(
    asked: &Restore,
    settings: &Settings,
    owners: &Owners,
    out: &mut dyn Write,
) -> Result<(), Trouble> {
    if asked.drill {
        return drill(asked, settings, out);
    }
    let folder = Folder::at(&settings.data);
    folder.make()?;
    let back = bring_back(asked, &folder, settings.database_url.as_deref())?;
    // P29: shown afterwards to the network.
    let house = super::open(settings, owners)?;
    let told = PowerUse::new(PowerKind::Restored, [], Role::Host.as_str());
    house.db.alone(|conn| house.power_used(conn, &told))?;
    let rows: u64 = back.values().map(|sum| sum.rows).sum();
    super::say(
        out,
        &format!(
            "Restored: {rows} rows of {} tables, every table's hash as it was. Start it with \
             `holdfast serve --data {}`.",
            back.len(),
            folder.path().display()
        ),
    );
    Ok(())
}

/// The same into a folder beside the data folder, which is gone afterwards.
fn drill(asked: &Restore, settings: &Settings, out: &mut dyn Write) -> Result<(), Trouble> {
    let scratch = settings.data.with_extension("drill");
    if scratch.exists() {
        return Err(Trouble::said(format!(
            "There is something at {} already; a drill needs that place. Remove it first.",
            scratch.display()
        )));
    }
    let folder = Folder::at(&scratch);
    folder.make()?;
    let done = bring_back(asked, &folder, None);
    std::fs::remove_dir_all(&scratch).map_err(Trouble::file(&scratch))?;
    match done {
        Ok(sums) => {
            let rows: u64 = sums.values().map(|sum| sum.rows).sum();
            super::say(
                out,
                &format!(
                    "Pass: {rows} rows of {} tables came back, every table's hash as it was.",
                    sums.len()
                ),
            );
            Ok(())
        }
        Err(trouble) => Err(Trouble::said(format!("Fail: {trouble}"))),
    }
}

/// Brings everything back and compares every table with what it was.
fn bring_back(
    asked: &Restore,
    folder: &Folder,
    database_url: Option<&str>,
) -> Result<BTreeMap<String, TableSum>, Trouble> {
    let keys = backup::identities(&asked.identity)?;
    let file = File::open(&asked.file).map_err(Trouble::file(&asked.file))?;
    let url = folder.database_url(database_url);
    if database_url.is_none() {
        write_private(&folder.database(), b"")?;
    }
    let read = backup::read(BufReader::new(file), &keys, |header| {
        Ok(Loading::open(&url, &header.schema)?)
    })?;
    write_private(&folder.keyring(), &read.keyring)?;
    if let Some(settings) = &read.settings {
        write_private(&folder.settings(), settings)?;
    }
    // Brings the tables up to date where the backup is of an older program.
    Db::open(&url)?;
    Ok(read.sums)
}
