//! Tables out, and our own tables in again.
//!
//! A cell that begins with `=`, `+`, `-` or `@` is a formula to a spreadsheet program, and what
//! people write in a form would run on the desk of whoever opens the export. Such cells get an
//! apostrophe in front (OWASP, "CSV Injection"); reading our own table takes exactly it off again.

use std::io::{Read, Write};

use crate::cells::CellReader;
use crate::columns::Header;
use crate::read::{Options, as_text, header_of, refused, whole};
use crate::records::Records;
use crate::row::{InTheWay, RefusedRow};
use crate::why::{FileRefused, Why};

/// A column of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Who may see it, when the export says so: the header reads `contact [named]`.
    pub audience: Option<String>,
}

impl Column {
    /// A column without a label.
    #[must_use]
    pub fn plain(name: &str) -> Column {
        Column {
            name: name.to_owned(),
            audience: None,
        }
    }

    /// A column labelled with its audience.
    #[must_use]
    pub fn labelled(name: &str, audience: &str) -> Column {
        Column {
            name: name.to_owned(),
            audience: Some(audience.to_owned()),
        }
    }

    fn header(&self) -> String {
        match &self.audience {
            None => self.name.clone(),
            Some(audience) => format!("{} [{audience}]", self.name),
        }
    }

    fn of_header(header: &str) -> Column {
        let labelled = header
            .strip_suffix(']')
            .and_then(|header| header.rsplit_once(" ["));
        match labelled {
            Some((name, audience)) => Column::labelled(name, audience),
            None => Column::plain(header),
        }
    }
}

/// Why a table could not be written. These are mistakes of the program, not of a person.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// A table has columns.
    #[error("a table without columns")]
    NoColumns,
    /// The name or audience of a column could not be read back as it is.
    #[error("column {number} has a name or audience that would not read back the same")]
    ColumnName {
        /// Which column, counting from one.
        number: usize,
    },
    /// A row has another number of cells than there are columns.
    #[error("row {row} has {cells} cells for {columns} columns")]
    Width {
        /// Which row, counting from one.
        row: u64,
        /// Its cells.
        cells: usize,
        /// The columns.
        columns: usize,
    },
    /// Writing failed.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// Writing failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// Writes a table as CSV (RFC 4180: UTF-8, commas, CR LF), every cell in quotation marks, so that
/// a program that takes semicolons for delimiters finds no cell to begin inside another.
///
/// Returns how many rows were written.
///
/// # Errors
///
/// See [`TableError`].
pub fn write_table<Rows, Cells, Cell>(
    columns: &[Column],
    rows: Rows,
    out: impl Write,
) -> Result<u64, TableError>
where
    Rows: IntoIterator<Item = Cells>,
    Cells: IntoIterator<Item = Cell>,
    Cell: AsRef<str>,
{
    if columns.is_empty() {
        return Err(TableError::NoColumns);
    }
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(out);
    for (index, column) in columns.iter().enumerate() {
        let header = column.header();
        if Column::of_header(header.trim()) != *column {
            let number = index + 1;
            return Err(TableError::ColumnName { number });
        }
        writer.write_field(guarded(&header))?;
    }
    let end_of_row: [&str; 0] = [];
    writer.write_record(end_of_row)?;
    let mut count = 0;
    for row in rows {
        count += 1;
        let mut cells = 0;
        for cell in row {
            cells += 1;
            writer.write_field(guarded(cell.as_ref()))?;
        }
        if cells != columns.len() {
            return Err(TableError::Width {
                row: count,
                cells,
                columns: columns.len(),
            });
        }
        writer.write_record(end_of_row)?;
    }
    writer.flush()?;
    Ok(count)
}

/// One of our own tables, read again.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns, with their audiences.
    pub columns: Vec<Column>,
    /// The rows, every cell as it was before it was written.
    pub rows: Vec<Vec<String>>,
    /// Rows that somebody's editing has broken.
    pub refused: Vec<RefusedRow>,
}

/// Reads a table that [`write_table`] wrote. The zone of the options plays no part.
///
/// # Errors
///
/// A file that cannot be used at all: see [`FileRefused`].
pub fn read_table(bytes: impl Read, options: &Options) -> Result<Table, FileRefused> {
    const COMMA: u8 = b',';
    let mut records = Records::open(bytes, options.max_bytes)?;
    let header = header_of(records.next(COMMA)?, COMMA)?;
    let names = header.names.iter();
    let mut table = Table {
        columns: names
            .map(|name| Column::of_header(unguarded(name)))
            .collect(),
        rows: Vec::new(),
        refused: Vec::new(),
    };
    let mut cell_reader = CellReader::new(COMMA);
    while let Some(record) = records.next(COMMA)? {
        let row =
            whole(&record).and_then(|()| own_cells(cell_reader.cells_of(record.bytes), &header));
        match row {
            Ok(row) => table.rows.push(row),
            Err(in_the_way) => table.refused.push(refused(&record, &header, in_the_way)),
        }
    }
    Ok(table)
}

fn own_cells(cells: &csv::ByteRecord, header: &Header) -> Result<Vec<String>, InTheWay> {
    let texts = as_text(cells)?;
    let (cells, columns) = (texts.len(), header.names.len());
    if cells > columns {
        return Err((None, Why::TooManyCells { cells, columns }));
    }
    if cells < columns {
        return Err((None, Why::TooFewCells { cells, columns }));
    }
    Ok(texts
        .into_iter()
        .map(unguarded)
        .map(str::to_owned)
        .collect())
}

/// A cell with an apostrophe before it, if a spreadsheet program could take it for a formula.
fn guarded(cell: &str) -> String {
    if needs_guard(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Takes off what [`guarded`] put before the cell, and nothing else.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(inner) if needs_guard(inner) => inner,
        _ => cell,
    }
}

/// Apostrophes that stand there already are looked through, so that a cell that was written with
/// one by a person gets a second, and taking off one leaves theirs.
fn needs_guard(cell: &str) -> bool {
    let cell = cell.trim_start_matches('\'');
    let starts_formula = |sign| {
        matches!(sign, '=' | '+' | '-' | '@' | '\t' | '\r')
        // The wide forms of East Asian keyboards count as the same signs.
        || matches!(sign, '＝' | '＋' | '－' | '＠')
    };
    let is_passed_over = |sign: char| {
        (sign.is_whitespace() && !starts_formula(sign)) || matches!(sign, '\u{feff}' | '\u{200b}')
    };
    cell.trim_start_matches(is_passed_over)
        .starts_with(starts_formula)
}
