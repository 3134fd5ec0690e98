//! Making a backup.

use super::{FORMAT, Header, SumLine, TableLine};
use crate::{Trouble, folder::Folder};
use age::x25519::Recipient;
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use flate2::{Compression, write::GzEncoder};
use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::Path,
};
use store::{DumpLine, Error, Stop, TableSum};
use web::House;

/// How often it begins again where the keyring was renewed in the same moment.
const TRIES: usize = 5;

/// What was written.
#[derive(Debug)]
pub struct Written {
    /// Each table with its rows and hash.
    pub sums: BTreeMap<String, TableSum>,
}

/// The recipients that stand in a file, one a line; what follows a `#` is for people.
///
/// # Errors
/// A sentence where there is no such file, a line is no recipient, or there are fewer than two.
pub fn recipients(file: &Path) -> Result<Vec<Recipient>, Trouble> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Trouble::file(file)(error)),
    };
    let mut recipients: BTreeMap<&str, Recipient> = BTreeMap::new();
    for (at, line) in (1..).zip(text.lines()) {
        let word = line.split('#').next().unwrap_or_default().trim();
        if word.is_empty() {
            continue;
        }
        let recipient = word.parse().map_err(|_| {
            Trouble::said(format!(
                "Line {at} of {} is not an age recipient; one begins with age1.",
                file.display()
            ))
        })?;
        recipients.insert(word, recipient);
    }
    if recipients.len() < 2 {
        return Err(Trouble::said(format!(
            "A backup is encrypted to two stewards, so that it can be opened when one of them is \
             away. Each makes a key at home with `age-keygen -o key.txt` and keeps the file; write \
             the two lines that begin with age1 into {}.",
            file.display()
        )));
    }
    Ok(recipients.into_values().collect())
}

/// Streams a backup into `out`. Whoever writes meanwhile is not kept waiting.
///
/// # Errors
/// Whatever keeps it from being whole.
pub fn write(
    house: &House,
    folder: &Folder,
    recipients: &[Recipient],
    out: &mut impl Seekable,
) -> Result<Written, Trouble> {
    for _ in 0..TRIES {
        out.begin_again()?;
        if let Some(written) = write_once(house, folder, recipients, out)? {
            return Ok(written);
        }
    }
    Err(Trouble::said(
        "The keyring changed again and again while the backup was made; nothing was kept. Try \
         again in a minute.",
    ))
}

/// Where a backup can begin again from its first byte.
pub trait Seekable: Write {
    /// Forgets what was written.
    fn begin_again(&mut self) -> Result<(), Trouble>;
}

impl Seekable for std::fs::File {
    fn begin_again(&mut self) -> Result<(), Trouble> {
        use std::io::Seek;
        self.set_len(0)
            .and_then(|()| self.rewind())
            .map_err(Trouble::file(Path::new("the backup")))
    }
}

impl Seekable for Vec<u8> {
    fn begin_again(&mut self) -> Result<(), Trouble> {
        self.clear();
        Ok(())
    }
}

/// `None` where the keyring was renewed between the moment of the database and its own.
fn write_once(
    house: &House,
    folder: &Folder,
    recipients: &[Recipient],
    out: &mut impl Write,
) -> Result<Option<Written>, Trouble> {
    let broken = |error: io::Error| Trouble::file(Path::new("the backup"))(error);
    let keyring = || std::fs::read(folder.keyring()).map_err(Trouble::file(&folder.keyring()));
    let to = recipients
        .iter()
        .map(|recipient| recipient as &dyn age::Recipient);
    let sealed = age::Encryptor::with_recipients(to)
        .map_err(|error| Trouble::said(format!("The backup could not be encrypted: {error}")))?
        .wrap_output(out)
        .map_err(broken)?;
    let mut lines = GzEncoder::new(sealed, Compression::default());
    let header = Header {
        made_at: house.now().0,
        schema: house.db.hands_on(|conn| Ok(store::schema_version(conn)?))?,
        program: env!("CARGO_PKG_VERSION").to_owned(),
    };
    writeln!(lines, "{FORMAT}").map_err(broken)?;
    writeln!(lines, "H {}", json(&header)?).map_err(broken)?;
    let before = keyring()?;
    // The moment of the database is that of the first line; the keyring's is looked at right then.
    let mut at_that_moment = None;
    let sums = store::dump(&house.db, |line| {
        if at_that_moment.is_none() {
            at_that_moment = Some(std::fs::read(folder.keyring()).unwrap_or_default());
        }
        write_line(&mut lines, line)
    })?;
    let held = at_that_moment.unwrap_or_default();
    if held != before {
        return Ok(None);
    }
    writeln!(lines, "K {}", BASE64.encode(&held)).map_err(broken)?;
    if let Ok(settings) = std::fs::read(folder.settings()) {
        writeln!(lines, "S {}", BASE64.encode(settings)).map_err(broken)?;
    }
    writeln!(lines, "X").map_err(broken)?;
    let sealed = lines.finish().map_err(broken)?;
    sealed
        .finish()
        .and_then(|out| out.flush())
        .map_err(broken)?;
    Ok(Some(Written { sums }))
}

fn json(value: &impl serde::Serialize) -> Result<String, Trouble> {
    serde_json::to_string(value).map_err(|_| Trouble::Store(Error::Tampered))
}

fn write_line(out: &mut impl Write, line: DumpLine<'_>) -> Result<(), Stop> {
    let text = |value: Result<String, serde_json::Error>| value.map_err(|_| Error::Tampered);
    let done = match line {
        DumpLine::Table(table) => {
            let line = TableLine {
                name: table.name.clone(),
                columns: table.columns.clone(),
            };
            writeln!(out, "T {}", text(serde_json::to_string(&line))?)
        }
        DumpLine::Row(row) => writeln!(out, "R {row}"),
        DumpLine::End(sum) => {
            let line = SumLine {
                rows: sum.rows,
                hash: sum.hash.clone(),
            };
            writeln!(out, "E {}", text(serde_json::to_string(&line))?)
        }
    };
    done.map_err(|_| Error::JobLost.into())
}
