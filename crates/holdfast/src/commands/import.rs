//! `holdfast import asks FILE.csv`: every row accounted for, as on the page.

use crate::{Trouble, owners::Owners, settings::Settings};
use asks::{Import as File, Imported, import_file, says};
use std::{io::Write, path::PathBuf};
use web::{House, Lang};

/// What to bring in.
#[derive(Clone, Debug, clap::Args)]
pub struct Import {
    /// What the rows are
    #[command(subcommand)]
    pub what: What,
}

/// What a file's rows are.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum What {
    /// Asks of neighbours
    Asks {
        /// The table, saved as CSV
        file: PathBuf,
        /// Which column means what; guessed from the headings where it is not given
        #[arg(long, value_name = "MAP.toml")]
        map: Option<PathBuf>,
        /// Look at every row, take none
        #[arg(long)]
        dry_run: bool,
    },
    /// Open tables: public places with their hours
    Tables(super::import_tables::Asked),
}

/// Brings a file in as one batch: all of it or none. Names every row that it cannot take, and its
/// last line counts them.
pub fn import(
    asked: &Import,
    settings: &Settings,
    owners: &Owners,
    out: &mut dyn Write,
) -> Result<(), Trouble> {
    let (file, map, dry_run) = match &asked.what {
        What::Asks { file, map, dry_run } => (file, map, dry_run),
        What::Tables(asked) => return super::import_tables::import(asked, settings, owners, out),
    };
    let bytes = std::fs::read(file).map_err(Trouble::file(file))?;
    let house = super::open(settings, owners)?;
    let map = match map {
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(Trouble::file(path))?;
            sheets::Map::from_toml(&text)
        }
        None => {
            let options = sheets::Options::in_zone(jiff::tz::TimeZone::UTC);
            sheets::headers(&bytes[..], &options).map(|headers| sheets::Map::guess(&headers))
        }
    };
    let map = map.map_err(|no| super::sheet_said(&house, (no.message_key(), no.args())))?;
    let asked = File {
        bytes: &bytes,
        map: &map,
        dry_run: *dry_run,
    };
    let now = house.now();
    let done = house
        .db
        .alone(|conn| import_file(conn, &house, &asked, now));
    report(&house, &super::in_english(&house, done)?, out);
    Ok(())
}

fn report(house: &House, done: &Imported, out: &mut dyn Write) {
    let tongue = house.tongues.of(Lang::En);
    for row in &done.refused {
        let why = says(&tongue, (row.why.message_key(), row.why.args()));
        super::say(
            out,
            &format!("{}: refused. {why}", says(&tongue, row.whereabouts())),
        );
    }
    for (line, key, args) in &done.notes {
        let place = says(
            &tongue,
            ("sheet-where-line", vec![("line", line.to_string())]),
        );
        super::say(
            out,
            &format!("{place}: {}", says(&tongue, (key, args.clone()))),
        );
    }
    if done.batch.is_some() {
        super::say(
            out,
            &format!(
                "{} new, {} updated, {} left as they were.",
                done.new, done.updated, done.left
            ),
        );
    } else {
        super::say(out, "This was a dry run; nothing is taken yet.");
    }
    super::say(out, &says(&tongue, done.totals.closing_line()));
}
