//! Reading a backup back.

use super::{FORMAT, Header, SumLine, TableLine};
use crate::Trouble;
use age::{Identity, x25519};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use flate2::bufread::GzDecoder;
use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader},
    path::Path,
};
use store::{DumpTable, Loading, TableSum};

/// What a backup held beside its tables.
#[derive(Debug)]
pub struct Read {
    /// When and by what it was made.
    pub header: Header,
    /// Each table with its rows and hash, as they were when it was made.
    pub sums: BTreeMap<String, TableSum>,
    /// The keyring's file.
    pub keyring: Vec<u8>,
    /// The settings' file, if there was one.
    pub settings: Option<Vec<u8>>,
}

/// The identities in a file as `age-keygen` writes it.
///
/// # Errors
/// A sentence where there is none in it.
pub fn identities(file: &Path) -> Result<Vec<x25519::Identity>, Trouble> {
    let text = std::fs::read_to_string(file).map_err(Trouble::file(file))?;
    let found: Vec<x25519::Identity> = text
        .lines()
        .map(str::trim)
        .filter_map(|line| line.parse().ok())
        .collect();
    match found.is_empty() {
        true => Err(Trouble::said(format!(
            "There is no key in {}; the line of one begins with AGE-SECRET-KEY-.",
            file.display()
        ))),
        false => Ok(found),
    }
}

/// Opens a backup; `prepare` is called with its header and gives what its tables are loaded into.
///
/// # Errors
/// A sentence where none of the keys opens it, or where it breaks off.
pub fn read(
    file: impl io::Read,
    keys: &[x25519::Identity],
    prepare: impl FnOnce(&Header) -> Result<Loading, Trouble>,
) -> Result<Read, Trouble> {
    let broken = |error: io::Error| Trouble::file(Path::new("the backup"))(error);
    let keys = keys.iter().map(|key| key as &dyn Identity);
    let opened = age::Decryptor::new(file)
        .map_err(|error| Trouble::said(format!("This is not a backup of Holdfast's: {error}.")))?
        .decrypt(keys)
        .map_err(|error| {
            Trouble::said(format!(
                "This key does not open this backup ({error}). Each backup is encrypted to two \
                 stewards; one of their keys opens it."
            ))
        })?;
    let mut lines = BufReader::new(GzDecoder::new(BufReader::new(opened)));
    let mut line = String::new();
    let mut next = move || -> Result<Option<(char, String)>, Trouble> {
        line.clear();
        if lines.read_line(&mut line).map_err(broken)? == 0 {
            return Ok(None);
        }
        let text = line.trim_end_matches('\n');
        let letter = text.chars().next().unwrap_or(' ');
        Ok(Some((letter, text.get(2..).unwrap_or_default().to_owned())))
    };
    let first = next()?;
    let fits = first.is_some_and(|(letter, rest)| format!("{letter}o{rest}") == FORMAT);
    let header = match (fits, next()?) {
        (true, Some(('H', text))) => from_json::<Header>(&text)?,
        _ => return Err(not_whole()),
    };
    let mut loading = prepare(&header)?;
    let (mut sums, mut keyring, mut settings) = (BTreeMap::new(), None, None);
    let mut table: Option<String> = None;
    while let Some((letter, text)) = next()? {
        match letter {
            'T' => {
                let line: TableLine = from_json(&text)?;
                loading.table(&DumpTable {
                    name: line.name.clone(),
                    columns: line.columns,
                })?;
                table = Some(line.name);
            }
            'R' => loading.row(&text)?,
            'E' => {
                let SumLine { rows, hash } = from_json(&text)?;
                let name = table.take().ok_or_else(not_whole)?;
                sums.insert(name, TableSum { rows, hash });
            }
            'K' => keyring = Some(BASE64.decode(text).map_err(|_| not_whole())?),
            'S' => settings = Some(BASE64.decode(text).map_err(|_| not_whole())?),
            'X' => {
                loading.end(&sums)?;
                return Ok(Read {
                    header,
                    sums,
                    keyring: keyring.ok_or_else(not_whole)?,
                    settings,
                });
            }
            _ => return Err(not_whole()),
        }
    }
    Err(not_whole())
}

fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Trouble> {
    serde_json::from_str(text).map_err(|_| not_whole())
}

fn not_whole() -> Trouble {
    Trouble::said("This backup is not whole; nothing was restored. Try the one before it.")
}
