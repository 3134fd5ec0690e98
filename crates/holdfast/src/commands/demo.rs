//! `holdfast demo`: Rivermouth, made anew at each start.

use crate::{
    HouseParts, Trouble, build, demo,
    folder::{Folder, write_private},
    owners::{DemoClock, Owners},
    settings::Settings,
};
use std::{io::Write, path::Path, sync::Arc};
use telling::{Mail, Ways};
use web::Shared;

/// Lies in a folder that the demo made and may make anew.
const MARK: &str = "this-is-the-demo";

/// Where the demo's data lies, where nothing else was said.
pub const FOLDER: &str = "demo-data";

/// Serves Rivermouth on a clock that starts on Tuesday 10 March 2026 at nine.
pub async fn demo(
    settings: &Settings,
    owners: &Owners,
    out: &mut dyn Write,
) -> Result<(), Trouble> {
    let listener = super::serve::bind(settings.listen, "listen").await?;
    let mut settings = settings.clone();
    // A port of 0 has become a free one; letters lead back there.
    if let Ok(taken) = listener.local_addr() {
        settings.listen = taken;
    }
    let settings = &settings;
    let house = make(settings, owners)?;
    let address = super::serve::where_to_go(settings, &listener)?;
    super::say(
        out,
        &format!("The demo, {}, is at {address}", house.network().name),
    );
    super::say(out, &format!("Step in as somebody: {address}/demo"));
    super::say(out, "Ctrl-C stops it; the next start begins anew.");
    super::serve::answer(house, web::Door::plain(listener)).await
}

/// Makes the demo's folder anew and fills it with Rivermouth's life.
pub fn make(settings: &Settings, owners: &Owners) -> Result<Shared, Trouble> {
    let folder = Folder::at(&settings.data);
    clear(folder.path())?;
    folder.make()?;
    write_private(
        &folder.path().join(MARK),
        b"Made by `holdfast demo`, which may delete it.\n",
    )?;
    // The demo writes letters into its folder, whatever mail server is set: its people are made up.
    let ways = Ways {
        mail: Mail::Folder(folder.outbox()),
        gateway_key: settings.gateway_key(),
        ..Ways::default()
    };
    let clock = Arc::new(DemoClock::starting(owners.clock.clone(), demo::start()?));
    let house = build(HouseParts {
        database: folder.database_url(settings.database_url.as_deref()),
        keyring: folder.keyring(),
        clock: clock.clone(),
        chance: owners.chance.clone(),
        settings: settings.for_pages(true),
        practices: demo::practices(clock, ways),
    })?;
    if !house.network().name.is_empty() {
        return Err(Trouble::said(
            "That database holds a network already; the demo needs an empty one.",
        ));
    }
    demo::fill(&house)?;
    Ok(house)
}

/// Deletes a folder, but only one that the demo made.
fn clear(path: &Path) -> Result<(), Trouble> {
    if path.join(MARK).is_file() {
        std::fs::remove_dir_all(path).map_err(Trouble::file(path))?;
    }
    Ok(())
}
