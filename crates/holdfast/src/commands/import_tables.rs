//! `holdfast import tables FILE…`: every row accounted for, doubtful ones named by line and column.

use crate::{Trouble, owners::Owners, settings::Settings};
use asks::says;
use std::{io::Write, path::PathBuf};
use tables::{Import, Imported, Map, SourceFile, import_files};
use web::{House, Lang};

/// Files of open tables.
#[derive(Clone, Debug, clap::Args)]
pub struct Asked {
    /// The files, saved as CSV; together one batch, which can be undone
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Which column means what: one map for all files, or one for each in their order; guessed from
    /// the headings where it is not given
    #[arg(long, value_name = "MAP.toml")]
    pub map: Vec<PathBuf>,
    /// Look at every row, take none
    #[arg(long)]
    pub dry_run: bool,
}

/// Brings files in as one batch: all of it or none. Names every row that it cannot take and every
/// doubtful one, and its last line counts them.
pub fn import(
    asked: &Asked,
    settings: &Settings,
    owners: &Owners,
    out: &mut dyn Write,
) -> Result<(), Trouble> {
    if asked.map.len() > 1 && asked.map.len() != asked.files.len() {
        return Err(Trouble::said(format!(
            "There are {} maps for {} files. Give one map for all of them, or one for each in \
             their order.",
            asked.map.len(),
            asked.files.len()
        )));
    }
    let house = super::open(settings, owners)?;
    let mut read = Vec::new();
    for (index, path) in asked.files.iter().enumerate() {
        let bytes = std::fs::read(path).map_err(Trouble::file(path))?;
        let map = match asked.map.get(index).or(asked.map.first()) {
            Some(path) => {
                let text = std::fs::read_to_string(path).map_err(Trouble::file(path))?;
                Map::from_toml(&text).map_err(|no| super::sheet_said(&house, no.said()))?
            }
            None => {
                let options = sheets::Options::in_zone(jiff::tz::TimeZone::UTC);
                let headers = sheets::headers(&bytes[..], &options)
                    .map_err(|no| super::sheet_said(&house, (no.message_key(), no.args())))?;
                Map::guess(&headers)
            }
        };
        let name = path.file_name().unwrap_or(path.as_os_str());
        read.push((name.to_string_lossy().into_owned(), bytes, map));
    }
    let files: Vec<SourceFile<'_>> = read
        .iter()
        .map(|(name, bytes, map)| SourceFile {
            name: name.clone(),
            bytes,
            map,
        })
        .collect();
    let import = Import {
        files: &files,
        dry_run: asked.dry_run,
    };
    let now = house.now();
    let done = house
        .db
        .alone(|conn| import_files(conn, &house, &import, now));
    report(&house, &super::in_english(&house, done)?, out);
    Ok(())
}

fn report(house: &House, done: &Imported, out: &mut dyn Write) {
    let tongue = house.tongues.of(Lang::En);
    let all = done.refused.iter().map(|row| (row, "refused. "));
    for (row, refused) in all.chain(done.notes.iter().map(|row| (row, ""))) {
        let line = format!(
            "{}, {}: {refused}{}",
            row.file,
            says(&tongue, row.place.clone()),
            says(&tongue, row.what.clone())
        );
        super::say(out, &line);
    }
    if done.batch.is_some() {
        super::say(
            out,
            &format!(
                "{} new, {} updated, {} left as they were. The steward of the Aid circle can undo \
                 this at /tables/batches.",
                done.new, done.updated, done.left
            ),
        );
    } else {
        super::say(out, "This was a dry run; nothing is taken yet.");
    }
    if let Some(noted) = done.totals.noted_line() {
        super::say(out, &says(&tongue, noted));
    }
    super::say(out, &says(&tongue, done.totals.closing_line()));
}
