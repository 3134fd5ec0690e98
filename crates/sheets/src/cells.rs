//! The cells of one record, unquoted by the `csv` crate.

use std::io::{Cursor, Read, Result};

/// Cuts records into cells. One `csv` reader serves the whole file, for setting one up takes
/// longer than reading a row with it; it is given one record at a time.
pub(crate) struct CellReader {
    delimiter: u8,
    csv: csv::Reader<OneRecord>,
    cells: csv::ByteRecord,
}

impl CellReader {
    pub(crate) fn new(delimiter: u8) -> CellReader {
        CellReader {
            delimiter,
            csv: reader(delimiter),
            cells: csv::ByteRecord::new(),
        }
    }

    /// The cells of a record whose quotation marks are in order; the text of a record that
    /// has a flaw is never asked for.
    pub(crate) fn cells_of(&mut self, record: &[u8]) -> &csv::ByteRecord {
        self.csv.get_mut().hold(record);
        let read = self.csv.read_byte_record(&mut self.cells);
        if !matches!(read, Ok(true)) {
            // The scan and `csv` would have to disagree on where a record ends. Then the row is
            // refused as one without words, and the next one starts afresh.
            self.cells.clear();
            self.csv = reader(self.delimiter);
        }
        &self.cells
    }
}

fn reader(delimiter: u8) -> csv::Reader<OneRecord> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(OneRecord::default())
}

/// One record with a line end behind it, by which `csv` knows that it is whole.
#[derive(Default)]
struct OneRecord(Cursor<Vec<u8>>);

impl OneRecord {
    fn hold(&mut self, record: &[u8]) {
        let held = self.0.get_mut();
        held.clear();
        held.extend_from_slice(record);
        held.push(b'\n');
        self.0.set_position(0);
    }
}

impl Read for OneRecord {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        self.0.read(into)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::records::Records;

    proptest! {
        /// Record by record, with the flaws of quotation marks left out, or all at once by `csv`
        /// alone: the cells are the same.
        #[test]
        fn records_and_cells_are_those_of_csv_alone(
            rows in proptest::collection::vec(
                proptest::collection::vec("[a\",;\r\n\t é]{0,5}", 1..5), 0..12,
            ),
            always in any::<bool>(),
            crlf in any::<bool>(),
            delimiter in prop::sample::select(&b",;\t"[..]),
        ) {
            let mut writer = csv::WriterBuilder::new()
                .flexible(true)
                .delimiter(delimiter)
                .quote_style(if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary })
                .terminator(if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') })
                .from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).expect("to memory");
            }
            let file = writer.into_inner().expect("to memory");
            let mut cells = CellReader::new(delimiter);
            let mut records = Records::open(&file[..], u64::MAX).expect("small");
            let mut found = Vec::new();
            while let Some(record) = records.next(delimiter).expect("small") {
                prop_assert_eq!(record.flaw, None);
                let row = cells.cells_of(record.bytes).iter();
                found.push(row.map(|cell| String::from_utf8_lossy(cell).into_owned()).collect::<Vec<_>>());
            }
            prop_assert_eq!(found, rows);
        }
    }
}
