//! Reading a file row by row.

use std::io::Read;

use jiff::tz::TimeZone;

use crate::cells::CellReader;
use crate::columns::{Columns, Header};
use crate::keys::Keys;
use crate::map::{Delimiter, Map};
use crate::records::{Flaw, Record, Records};
use crate::row::{Cells, InTheWay, Reader, RefusedRow, Row};
use crate::why::{FileRefused, Note, Why};

/// The most a row may have, in bytes.
pub const ROW_MAX_BYTES: usize = 1_000_000;

/// The most a file may have unless the caller says otherwise, in bytes.
pub const FILE_MAX_BYTES: u64 = 20_000_000;

/// The most letters the words of one ask may have, unless the caller says otherwise (about 400
/// words, P6).
pub const WORDS_MAX_LETTERS: usize = 2_800;

/// What the caller decides about reading.
#[derive(Debug, Clone)]
pub struct Options {
    /// The zone of time stamps without an offset, when the map names none.
    pub zone: TimeZone,
    /// Larger files are refused as a whole. As much may be held in memory at once, for a row can
    /// be as long as the file.
    pub max_bytes: u64,
    /// The most letters the words of one ask may have.
    pub max_letters: usize,
}

impl Options {
    /// The usual limits, with the network's own zone.
    #[must_use]
    pub fn in_zone(zone: TimeZone) -> Options {
        Options {
            zone,
            max_bytes: FILE_MAX_BYTES,
            max_letters: WORDS_MAX_LETTERS,
        }
    }
}

/// What became of one row.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It is an ask.
    Taken(Row),
    /// It is not, for a reason.
    Refused(RefusedRow),
}

/// Every row accounted for: `rows` is always `taken` and `refused` together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Rows under the header. Blank lines are no rows.
    pub rows: u64,
    /// Rows that were taken.
    pub taken: u64,
    /// Rows that were refused.
    pub refused: u64,
    /// Rows that were taken with at least one note.
    pub noted: u64,
}

impl Totals {
    /// The last line of an import, as a message key with its arguments: "92 rows: 90 taken, 2
    /// refused". The arguments are numbers; hand them on as numbers for their plurals.
    #[must_use]
    pub fn closing_line(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let args = vec![
            ("rows", self.rows.to_string()),
            ("taken", self.taken.to_string()),
            ("refused", self.refused.to_string()),
        ];
        ("sheet-closing-line", args)
    }

    /// The line after it, when there is something to look at.
    #[must_use]
    pub fn noted_line(&self) -> Option<(&'static str, Vec<(&'static str, String)>)> {
        let args = vec![("noted", self.noted.to_string())];
        (self.noted > 0).then_some(("sheet-closing-noted", args))
    }

    fn count(&mut self, outcome: &Outcome) {
        self.rows += 1;
        match outcome {
            Outcome::Taken(row) => {
                self.taken += 1;
                self.noted += u64::from(!row.notes.is_empty());
            }
            Outcome::Refused(_) => self.refused += 1,
        }
    }
}

/// A whole file, read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The rows that were taken, in the order of the file.
    pub rows: Vec<Row>,
    /// The rows that were refused, in the order of the file.
    pub refused: Vec<RefusedRow>,
    /// How many there are of each.
    pub totals: Totals,
}

/// Reads a whole file by a map.
///
/// # Errors
///
/// A file or a map that cannot be used at all: see [`FileRefused`]. A row that cannot be taken is
/// no error; it is among [`Reading::refused`].
pub fn read(bytes: impl Read, map: &Map, options: &Options) -> Result<Reading, FileRefused> {
    let mut reading = Reading::default();
    let visit = |outcome| match outcome {
        Outcome::Taken(row) => reading.rows.push(row),
        Outcome::Refused(row) => reading.refused.push(row),
    };
    let totals = read_each(bytes, map, options, visit)?;
    Ok(Reading { totals, ..reading })
}

/// Reads a file by a map and hands on each row as it comes, without holding them all.
///
/// # Errors
///
/// As [`read`]. A file that turns out too big, or breaks off, does so after rows were handed on:
/// the visitor's work belongs in one transaction, which an error rolls back.
pub fn read_each(
    bytes: impl Read,
    map: &Map,
    options: &Options,
    mut visit: impl FnMut(Outcome),
) -> Result<Totals, FileRefused> {
    map.check()?;
    let mut records = Records::open(bytes, options.max_bytes)?;
    let delimiter = delimiter_of(&mut records, map)?;
    let header = header_of(records.next(delimiter)?, delimiter)?;
    let reader = Reader {
        columns: Columns::find(map, &header)?,
        zone: zone_of(map, options),
        max_letters: options.max_letters,
        header: &header,
        map,
    };
    let mut cell_reader = CellReader::new(delimiter);
    let mut keys = Keys::default();
    let mut totals = Totals::default();
    while let Some(record) = records.next(delimiter)? {
        let outcome = match one_row(&record, &mut cell_reader, &reader, &mut keys) {
            Ok(row) => Outcome::Taken(row),
            Err(in_the_way) => Outcome::Refused(refused(&record, &header, in_the_way)),
        };
        totals.count(&outcome);
        visit(outcome);
    }
    Ok(totals)
}

/// The names of a file's columns, for [`Map::guess`] and for a page that lets people pick.
///
/// # Errors
///
/// As [`read`], as far as the header goes.
pub fn headers(bytes: impl Read, options: &Options) -> Result<Vec<String>, FileRefused> {
    let mut records = Records::open(bytes, options.max_bytes)?;
    let delimiter = delimiter_of(&mut records, &Map::default())?;
    let header = header_of(records.next(delimiter)?, delimiter)?;
    Ok(header.names)
}

fn one_row(
    record: &Record<'_>,
    cell_reader: &mut CellReader,
    reader: &Reader<'_>,
    keys: &mut Keys,
) -> Result<Row, InTheWay> {
    whole(record)?;
    let cells = Cells(as_text(cell_reader.cells_of(record.bytes))?);
    let key_columns = &reader.columns.key;
    let key = Keys::of_cells(key_columns, &cells).map(|key| keys.own(key, record.line));
    let columns = reader.header.names.len();
    let short = as_many_as_the_header(&cells, columns)?;
    let mut row = reader.row(record.line, &cells)?;
    row.notes.extend(short);
    match key {
        Some((own, note)) => {
            row.key = Some(own);
            row.notes.extend(note);
        }
        None if key_columns.is_empty() => {}
        None => {
            let (own, note) = keys.own(Keys::of_content(&row), record.line);
            row.key = Some(own);
            row.notes.push(Note::KeyFromContent);
            row.notes.extend(note);
        }
    }
    Ok(row)
}

/// Refuses a record whose cells cannot be told apart for certain.
pub(crate) fn whole(record: &Record<'_>) -> Result<(), InTheWay> {
    match record.flaw {
        Some(Flaw::QuoteNotClosed) => return Err((None, Why::QuoteNotClosed)),
        Some(Flaw::TextAfterQuote) => return Err((None, Why::TextAfterQuote)),
        None => {}
    }
    let bytes = record.bytes.len();
    let max_bytes = ROW_MAX_BYTES;
    if bytes > max_bytes {
        return Err((None, Why::TooLong { bytes, max_bytes }));
    }
    Ok(())
}

/// The cells as text. A zero byte is not text either: a database would not take it.
pub(crate) fn as_text(cells: &csv::ByteRecord) -> Result<Vec<&str>, InTheWay> {
    let text = |(at, cell)| match std::str::from_utf8(cell) {
        Ok(cell) if !cell.contains('\0') => Ok(cell),
        _ => Err((Some(at), Why::NotText)),
    };
    cells.iter().enumerate().map(text).collect()
}

/// Programs leave out empty cells at the end of a row, so a short row is taken with a note. With
/// too many cells some have moved, and a phone number may stand where public words belong.
pub(crate) fn as_many_as_the_header(
    cells: &Cells<'_>,
    columns: usize,
) -> Result<Option<Note>, InTheWay> {
    let count = cells.0.len();
    if (columns..count).any(|at| !cells.at(at).is_empty()) {
        let why = Why::TooManyCells {
            cells: count,
            columns,
        };
        return Err((None, why));
    }
    let short = Note::ShortRow {
        cells: count,
        columns,
    };
    Ok((count < columns).then_some(short))
}

pub(crate) fn refused(record: &Record<'_>, header: &Header, (at, why): InTheWay) -> RefusedRow {
    RefusedRow {
        line: record.line,
        last_line: record.last_line,
        column: at.and_then(|at| header.names.get(at).cloned()),
        column_number: at.map(|at| at + 1),
        why,
    }
}

pub(crate) fn header_of(record: Option<Record<'_>>, delimiter: u8) -> Result<Header, FileRefused> {
    let record = record.ok_or(FileRefused::Empty)?;
    if whole(&record).is_err() {
        let last_line = record.last_line;
        return Err(FileRefused::HeaderBroken { last_line });
    }
    Header::read(CellReader::new(delimiter).cells_of(record.bytes))
}

/// The delimiter of the map, or the one by which the header has the columns the map names; among
/// several, or none, the one that cuts the header into most cells.
pub(crate) fn delimiter_of<R: Read>(
    records: &mut Records<R>,
    map: &Map,
) -> Result<u8, FileRefused> {
    match map.delimiter {
        Some(Delimiter::Comma) => return Ok(b','),
        Some(Delimiter::Semicolon) => return Ok(b';'),
        Some(Delimiter::Tab) => return Ok(b'\t'),
        None => {}
    }
    // One cell is what any wrong delimiter makes of a header.
    let mut best = (false, 1, b',');
    for delimiter in [b',', b';', b'\t'] {
        let Ok(header) = header_of(records.peek(delimiter)?, delimiter) else {
            continue;
        };
        let fits = Columns::find(map, &header).is_ok();
        if (fits, header.names.len()) > (best.0, best.1) {
            best = (fits, header.names.len(), delimiter);
        }
    }
    Ok(best.2)
}

fn zone_of(map: &Map, options: &Options) -> TimeZone {
    let own = map.zone.as_deref().and_then(crate::zone_named);
    own.unwrap_or_else(|| options.zone.clone())
}
