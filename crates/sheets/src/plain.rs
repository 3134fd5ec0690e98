//! Rows as they are, for a practice whose things are not asks: the same care for lines, quotation
//! marks, keys and short rows, without a map of asks.

use std::io::Read;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::Options;
use crate::cells::CellReader;
use crate::columns::Header;
use crate::keys::Keys;
use crate::kind::is_truthy;
use crate::map::Map;
use crate::read::{as_many_as_the_header, as_text, delimiter_of, header_of, refused, whole};
use crate::records::{Record, Records};
use crate::row::{Cells, InTheWay, RefusedRow};
use crate::stamps::{DateOrder, read_stamp};
use crate::why::{FileRefused, Note};

/// A row as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainRow {
    /// The line of the file where the row starts; the header is line 1.
    pub line: u64,
    /// What makes this row the same row in a newer file; `None` where its key cells are empty.
    pub key: Option<String>,
    /// As many cells as the header has, blanks around them dropped.
    pub cells: Vec<String>,
    /// What was doubtful.
    pub notes: Vec<Note>,
}

/// Reads a file row by row, each with a key made of these columns, and hands on every row or why
/// it cannot be read.
///
/// # Errors
///
/// A file that cannot be used at all, or a key column that it does not have: see [`FileRefused`].
pub fn read_rows(
    bytes: impl Read,
    key: &[String],
    options: &Options,
    mut visit: impl FnMut(Result<PlainRow, RefusedRow>),
) -> Result<(), FileRefused> {
    let mut records = Records::open(bytes, options.max_bytes)?;
    let delimiter = delimiter_of(&mut records, &Map::default())?;
    let header = header_of(records.next(delimiter)?, delimiter)?;
    let key: Vec<usize> = key
        .iter()
        .map(|column| header.find(column, "key"))
        .collect::<Result<_, _>>()?;
    let mut cell_reader = CellReader::new(delimiter);
    let mut keys = Keys::default();
    while let Some(record) = records.next(delimiter)? {
        let row = one(&record, &mut cell_reader, &header, &key, &mut keys);
        visit(row.map_err(|in_the_way| refused(&record, &header, in_the_way)));
    }
    Ok(())
}

fn one(
    record: &Record<'_>,
    cell_reader: &mut CellReader,
    header: &Header,
    key: &[usize],
    keys: &mut Keys,
) -> Result<PlainRow, InTheWay> {
    whole(record)?;
    let cells = Cells(as_text(cell_reader.cells_of(record.bytes))?);
    let key = Keys::of_cells(key, &cells).map(|key| keys.own(key, record.line));
    let columns = header.names.len();
    let mut notes: Vec<Note> = as_many_as_the_header(&cells, columns)?
        .into_iter()
        .collect();
    let key = key.map(|(own, note)| {
        notes.extend(note);
        own
    });
    Ok(PlainRow {
        line: record.line,
        key,
        cells: (0..columns).map(|at| cells.at(at).to_owned()).collect(),
        notes,
    })
}

/// Where in a file's header the column is that a map means; `part` is the part of the map that
/// names it.
///
/// # Errors
///
/// [`FileRefused::ColumnMissing`] or [`FileRefused::ColumnTwice`].
pub fn column_at(names: &[String], column: &str, part: &'static str) -> Result<usize, FileRefused> {
    let header = Header {
        names: names.to_vec(),
    };
    header.find(column, part)
}

/// The day somebody typed, in one of the ways people write days; months first in 8/31/2017.
#[must_use]
pub fn time_typed(typed: &str, zone: &TimeZone) -> Option<Date> {
    read_stamp(typed, DateOrder::MonthFirst, zone).map(|stamp| stamp.day)
}

/// Whether a cell is a yes: ticked, true, x, sí …
#[must_use]
pub fn is_yes(cell: &str) -> bool {
    is_truthy(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::headers;

    #[test]
    fn every_row_comes_out_whole_or_with_its_reason() {
        let file = "id,name\n1, soup \n2\n\"3,bread\n";
        let options = Options::in_zone(TimeZone::UTC);
        let names = headers(file.as_bytes(), &options).expect("a header");
        assert_eq!(column_at(&names, "Name", "name"), Ok(1));
        assert!(column_at(&names, "nope", "name").is_err());
        let (mut rows, mut no) = (Vec::new(), Vec::new());
        let visit = |row: Result<PlainRow, RefusedRow>| match row {
            Ok(row) => rows.push(row),
            Err(row) => no.push(row),
        };
        read_rows(file.as_bytes(), &["id".to_owned()], &options, visit).expect("a file");
        assert_eq!(rows[0].cells, ["1", "soup"]);
        assert_eq!(rows[0].key.as_deref(), Some("1"));
        assert_eq!(rows[1].cells, ["2", ""]);
        assert_eq!(rows[1].notes.len(), 1);
        assert_eq!(no[0].line, 4);
    }
}
