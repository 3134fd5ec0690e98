//! `holdfast export`: everything back as CSV and JSON, with the audience of every column. On a
//! network that is not the demo it takes two people (N9).

use crate::{Trouble, demo, folder::write_private, owners::Owners, settings::Settings};
use people::ActKind;
use sheets::{Column, write_table};
use std::{
    fs::DirBuilder,
    io::Write,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};
use store::Stop;
use web::ExportTable;

const TWO_PEOPLE: &str = "Taking everything out takes two people. On the page /two-people one \
    steward asks for it and another says yes; the second is shown a word that is good for an \
    hour. Then: holdfast export --out FOLDER --permit WORD";

/// Where to, and the word of two people.
#[derive(Clone, Debug, clap::Args)]
pub struct Export {
    /// A new folder to write into
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    /// The word that two stewards were given
    #[arg(long, value_name = "WORD")]
    pub permit: Option<String>,
}

/// Writes every table as CSV, and all of them as `network.json`.
pub fn export(
    asked: &Export,
    settings: &Settings,
    owners: &Owners,
    out: &mut dyn Write,
) -> Result<(), Trouble> {
    let house = super::open(settings, owners)?;
    let network = house.network();
    let mut trouble = None;
    // One transaction: where a file cannot be written, the word is still good.
    let done = house.db.alone(|conn| {
        if !demo::is_demo(conn, network.id)? {
            let word = asked.permit.as_deref().unwrap_or_default();
            people::take_permit(conn, &house, ActKind::Export, word)?;
        }
        let mut tables = Vec::new();
        for practice in &house.practices {
            tables.extend(practice.export_network(conn, &house)?);
        }
        write_all(&asked.out, &tables).map_err(|error| {
            trouble = Some(error);
            Stop::NotThere
        })?;
        Ok((
            tables.len(),
            tables.iter().map(|table| table.rows.len()).sum(),
        ))
    });
    let (tables, rows): (usize, usize) = match (done, trouble) {
        (Ok(counts), _) => counts,
        (Err(_), Some(trouble)) => return Err(trouble),
        // While the network is careful, no word is good.
        (Err(Stop::Refused(no)), None) if no.message().key == "refused-exports-paused" => {
            return super::in_english(&house, Err(Stop::Refused(no)));
        }
        (Err(Stop::Refused(_)), None) => return Err(refused(asked)),
        (Err(stop), None) => return Err(stop.into()),
    };
    super::say(
        out,
        &format!(
            "{rows} rows of {tables} tables are in {}.",
            asked.out.display()
        ),
    );
    super::say(
        out,
        "Whoever holds these files can read them: keep them as you would keep the keyring.",
    );
    Ok(())
}

fn refused(asked: &Export) -> Trouble {
    match asked.permit {
        None => Trouble::said(TWO_PEOPLE),
        Some(_) => Trouble::said(format!(
            "That word has been used, has run out or was never given. {TWO_PEOPLE}"
        )),
    }
}

fn write_all(folder: &Path, tables: &[ExportTable]) -> Result<(), Trouble> {
    DirBuilder::new()
        .mode(0o700)
        .create(folder)
        .map_err(Trouble::file(folder))?;
    let written = tables
        .iter()
        .try_for_each(|table| {
            let path = folder.join(format!("{}.csv", table.name));
            write_private(&path, &csv(table)?)
        })
        .and_then(|()| write_private(&folder.join("network.json"), &web::export_json(tables)));
    if written.is_err() {
        // Half an export is none.
        let _ = std::fs::remove_dir_all(folder);
    }
    written
}

fn csv(table: &ExportTable) -> Result<Vec<u8>, Trouble> {
    let columns: Vec<Column> = table
        .columns
        .iter()
        .map(|(name, audience)| Column::labelled(name, audience.as_str()))
        .collect();
    let mut bytes = Vec::new();
    write_table(&columns, &table.rows, &mut bytes)
        .map_err(|error| Trouble::said(format!("{}.csv: {error}", table.name)))?;
    Ok(bytes)
}
