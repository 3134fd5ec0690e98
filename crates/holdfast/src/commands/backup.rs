//! `holdfast backup`: everything, encrypted to two stewards, while the network goes on.

use crate::{Trouble, backup, folder::Folder, owners::Owners, settings::Settings};
use kernel::{Day, Moment};
use std::{
    fs::{File, OpenOptions},
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

/// The fact that says when the last backup was made, in seconds since 1970 (UTC).
pub const LAST_BACKUP: &str = "last-backup";

/// Where to, and how many stay.
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// The folder that backups go to; best one that a second machine fetches from
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
    /// The age recipients, one a line [usual: backup-recipients in the data folder]
    #[arg(long, value_name = "FILE")]
    pub recipients: Option<PathBuf>,
    /// How many days a backup stays; then it is erased, and with it what it held
    #[arg(long, value_name = "DAYS", default_value_t = 14)]
    pub keep: i32,
}

/// Makes a backup, erases those that have had their time, and says what it did.
pub fn backup(
    asked: &Backup,
    settings: &Settings,
    owners: &Owners,
    out: &mut dyn Write,
) -> Result<(), Trouble> {
    let folder = Folder::at(&settings.data);
    let file = asked
        .recipients
        .clone()
        .unwrap_or_else(|| folder.path().join("backup-recipients"));
    let recipients = backup::recipients(&file)?;
    let house = super::open(settings, owners)?;
    let now = house.now();
    std::fs::create_dir_all(&asked.to).map_err(Trouble::file(&asked.to))?;
    let day = utc_day(now);
    let name = format!("holdfast-{day}-{}.age", now.0);
    let (part, whole) = (asked.to.join(format!("{name}.part")), asked.to.join(&name));
    let mut to = private(&part)?;
    let written = backup::write(&house, &folder, &recipients, &mut to);
    let written = written.and_then(|written| {
        to.sync_all().map_err(Trouble::file(&part))?;
        std::fs::rename(&part, &whole).map_err(Trouble::file(&whole))?;
        File::open(&asked.to)
            .and_then(|folder| folder.sync_all())
            .map_err(Trouble::file(&asked.to))?;
        Ok(written)
    });
    if written.is_err() {
        // Half a backup is none.
        let _ = std::fs::remove_file(&part);
    }
    let written = written?;
    house.db.alone(|conn| {
        let network = house.network().id;
        Ok(store::set_fact(
            conn,
            network,
            LAST_BACKUP,
            &now.0.to_string(),
        )?)
    })?;
    let rows: u64 = written.sums.values().map(|sum| sum.rows).sum();
    super::say(
        out,
        &format!(
            "Backed up: {rows} rows of {} tables, to {}. Only its {} recipients can open it.",
            written.sums.len(),
            whole.display(),
            recipients.len()
        ),
    );
    for old in old_ones(&asked.to, now, asked.keep)? {
        std::fs::remove_file(&old).map_err(Trouble::file(&old))?;
        super::say(
            out,
            &format!("Erased, after {} days: {}", asked.keep, old.display()),
        );
    }
    Ok(())
}

/// Names of files go by UTC, whatever the network's zone.
fn utc_day(now: Moment) -> Day {
    Day(i32::try_from(now.0.div_euclid(86_400)).unwrap_or_default())
}

fn private(path: &Path) -> Result<File, Trouble> {
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
        .map_err(Trouble::file(path))
}

/// Backups of ours that are older than so many days, by their names.
fn old_ones(folder: &Path, now: Moment, keep: i32) -> Result<Vec<PathBuf>, Trouble> {
    let last = utc_day(now).plus(-keep);
    let entries = std::fs::read_dir(folder).map_err(Trouble::file(folder))?;
    let mut old: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| made_on(path).is_some_and(|day| day < last))
        .collect();
    old.sort();
    Ok(old)
}

fn made_on(path: &Path) -> Option<Day> {
    let name = path.file_name()?.to_str()?;
    let rest = name.strip_prefix("holdfast-")?;
    let rest = rest.strip_suffix(".age")?;
    Day::parse(rest.get(..10)?)
}
