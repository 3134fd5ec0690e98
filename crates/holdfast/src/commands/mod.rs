//! One room for each word of the command line. What they print is plain and short.

pub mod backup;
pub mod demo;
pub mod doctor;
pub mod export;
pub mod import;
pub mod import_tables;
pub mod init;
mod instruments;
pub mod restore;
pub mod serve;
pub mod sweep;

use crate::{
    HouseParts, Trouble, build, folder::Folder, owners::Owners, practices, settings::Settings,
};
use store::Stop;
use web::{House, Lang, Shared};

/// Opens the house of a data folder that `init` made.
pub fn open(settings: &Settings, owners: &Owners) -> Result<Shared, Trouble> {
    let folder = Folder::at(&settings.data);
    if !folder.keyring().is_file() {
        return Err(Trouble::said(format!(
            "There is no network in {} yet. `holdfast init` makes one; --data names another \
             folder.",
            folder.path().display()
        )));
    }
    let house = build(HouseParts {
        database: folder.database_url(settings.database_url.as_deref()),
        keyring: folder.keyring(),
        clock: owners.clock.clone(),
        chance: owners.chance.clone(),
        settings: settings.for_pages(false),
        practices: practices(settings.ways()?),
    })?;
    if house.network().name.is_empty() {
        return Err(Trouble::NotThere);
    }
    Ok(house)
}

/// A refusal is a sentence at the command line too.
fn in_english<T>(house: &House, done: Result<T, Stop>) -> Result<T, Trouble> {
    done.map_err(|stop| match stop {
        Stop::Refused(no) => Trouble::said(house.tongues.of(Lang::En).message(&no.message())),
        other => other.into(),
    })
}

/// A sheet's sentence, as what keeps a file from coming in.
fn sheet_said(house: &House, message: (&'static str, Vec<(&'static str, String)>)) -> Trouble {
    Trouble::said(asks::says(&house.tongues.of(Lang::En), message))
}

/// Prints a line where a person reads it.
fn say(out: &mut dyn std::io::Write, line: &str) {
    // Where nobody listens any more, there is nobody to tell.
    let _ = writeln!(out, "{line}");
}
