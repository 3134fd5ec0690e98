//! A file cut into records, each with the line it starts on.
//!
//! The `csv` crate reads the cells, but it reads on in silence where a quotation mark is never
//! closed or has text behind it, and one such mark can merge rows of two people into one. So the
//! records are cut here, with those flaws seen, and handed to `csv` one by one.

use std::io::Read;

use crate::why::FileRefused;

/// How much is read at once, in bytes.
const CHUNK: usize = 64 * 1024;

/// What is wrong with the quotation marks of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    QuoteNotClosed,
    TextAfterQuote,
}

/// One record as it stands in the file, without its line end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Record<'a> {
    pub(crate) bytes: &'a [u8],
    /// The line it starts on, counting from one.
    pub(crate) line: u64,
    /// The line it ends on; another one when cells hold line breaks.
    pub(crate) last_line: u64,
    pub(crate) flaw: Option<Flaw>,
}

/// The records of a file, one after the other. Blank lines are no records.
pub(crate) struct Records<R> {
    source: R,
    held: Vec<u8>,
    at: usize,
    line: u64,
    read: u64,
    max_bytes: u64,
    ended: bool,
}

impl<R: Read> Records<R> {
    pub(crate) fn open(source: R, max_bytes: u64) -> Result<Self, FileRefused> {
        let mut records = Records {
            source,
            held: Vec::new(),
            at: 0,
            line: 1,
            read: 0,
            max_bytes,
            ended: false,
        };
        records.fill()?;
        if records.held.starts_with(b"PK\x03\x04") || records.held.starts_with(b"\xD0\xCF\x11\xE0")
        {
            return Err(FileRefused::Workbook);
        }
        if records.held.starts_with(b"\xFF\xFE") || records.held.starts_with(b"\xFE\xFF") {
            return Err(FileRefused::Utf16);
        }
        if records.held.starts_with(b"\xEF\xBB\xBF") {
            records.at = 3;
        }
        Ok(records)
    }

    /// The next record, if there is one.
    pub(crate) fn next(&mut self, delimiter: u8) -> Result<Option<Record<'_>>, FileRefused> {
        let Some((line, cut)) = self.find(delimiter)? else {
            return Ok(None);
        };
        let start = self.at;
        self.at += cut.length + cut.line_end;
        self.line = line + cut.breaks + 1;
        Ok(Some(self.record(start, line, &cut)))
    }

    /// The next record, to be met again by the next call: for looking at a header in several ways.
    pub(crate) fn peek(&mut self, delimiter: u8) -> Result<Option<Record<'_>>, FileRefused> {
        let Some((line, cut)) = self.find(delimiter)? else {
            return Ok(None);
        };
        Ok(Some(self.record(self.at, line, &cut)))
    }

    fn record(&self, start: usize, line: u64, cut: &Cut) -> Record<'_> {
        Record {
            bytes: &self.held[start..start + cut.length],
            line,
            last_line: line + cut.breaks,
            flaw: cut.flaw,
        }
    }

    /// Leaves `at` on the start of a whole record.
    fn find(&mut self, delimiter: u8) -> Result<Option<(u64, Cut)>, FileRefused> {
        loop {
            self.pass_blank_lines();
            if self.at < self.held.len()
                && let Some(cut) = cut_record(&self.held[self.at..], delimiter, self.ended)
            {
                return Ok(Some((self.line, cut)));
            }
            if self.ended {
                return Ok(None);
            }
            self.fill()?;
        }
    }

    fn pass_blank_lines(&mut self) {
        while let Some(length) = line_end_at(&self.held, self.at, self.ended) {
            self.at += length;
            self.line += 1;
        }
    }

    /// Reads on. A record that did not fit is scanned again from its start, so what is read grows
    /// with what is held: the time stays in proportion to the file.
    fn fill(&mut self) -> Result<(), FileRefused> {
        self.held.drain(..self.at);
        self.at = 0;
        let wanted = CHUNK.max(self.held.len()) as u64;
        // One byte over the limit is enough to know.
        let allowed = (self.max_bytes - self.read).saturating_add(1);
        let wanted = wanted.min(allowed);
        let got = (&mut self.source)
            .take(wanted)
            .read_to_end(&mut self.held)
            .map_err(|error| FileRefused::BrokeOff {
                detail: error.to_string(),
            })?;
        self.read += got as u64;
        self.ended = (got as u64) < wanted;
        if self.read > self.max_bytes {
            return Err(FileRefused::TooBig {
                max_bytes: self.max_bytes,
            });
        }
        Ok(())
    }
}

/// Where a record ends.
struct Cut {
    /// Bytes of the record.
    length: usize,
    /// Bytes of the line end after it.
    line_end: usize,
    /// Line breaks inside it.
    breaks: u64,
    flaw: Option<Flaw>,
}

/// Where in a cell the scan is; the same rules by which `csv` reads cells.
#[derive(Clone, Copy)]
enum State {
    CellStart,
    Plain,
    Quoted,
    /// After a quotation mark that closes the cell, unless another follows at once.
    MaybeClosed,
    /// Closed for certain, with blanks behind.
    Closed,
}

/// Finds the end of the record at the start of `bytes`; `None` when more has to be read first.
fn cut_record(bytes: &[u8], delimiter: u8, ended: bool) -> Option<Cut> {
    let mut state = State::CellStart;
    let mut breaks = 0;
    let mut flaw = None;
    for (at, &byte) in bytes.iter().enumerate() {
        let is_break = matches!(byte, b'\r' | b'\n');
        state = match (state, byte) {
            (State::Quoted, b'"') => State::MaybeClosed,
            (State::Quoted, _) => {
                // CR LF is one break, counted at its LF.
                if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                    breaks += 1;
                }
                State::Quoted
            }
            (_, _) if is_break => {
                let line_end = line_end_at(bytes, at, ended)?;
                return Some(Cut {
                    length: at,
                    line_end,
                    breaks,
                    flaw,
                });
            }
            (_, byte) if byte == delimiter => State::CellStart,
            (State::CellStart, b'"') => State::Quoted,
            (State::MaybeClosed, b'"') => State::Quoted,
            (State::MaybeClosed | State::Closed, b' ') => State::Closed,
            (State::MaybeClosed | State::Closed, _) => {
                flaw = Some(Flaw::TextAfterQuote);
                State::Plain
            }
            (State::CellStart | State::Plain, _) => State::Plain,
        };
    }
    if !ended {
        return None;
    }
    if matches!(state, State::Quoted) {
        flaw = Some(Flaw::QuoteNotClosed);
    }
    Some(Cut {
        length: bytes.len(),
        line_end: 0,
        breaks,
        flaw,
    })
}

/// The length of the line end at a place: LF, CR LF or a lone CR. `None` when there is none, or
/// when the next byte, not yet read, would decide.
fn line_end_at(bytes: &[u8], at: usize, ended: bool) -> Option<usize> {
    match (bytes.get(at)?, bytes.get(at + 1)) {
        (b'\n', _) => Some(1),
        (b'\r', Some(b'\n')) => Some(2),
        (b'\r', None) if !ended => None,
        (b'\r', _) => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its bytes a few at a time.
    struct Trickle<'a>(&'a [u8], usize);

    impl Read for Trickle<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let take = self.1.min(into.len()).min(self.0.len());
            into[..take].copy_from_slice(&self.0[..take]);
            self.0 = &self.0[take..];
            Ok(take)
        }
    }

    fn all(bytes: &[u8]) -> Vec<(Vec<u8>, u64, u64, Option<Flaw>)> {
        let mut records = Records::open(Trickle(bytes, 3), 1 << 20).expect("small");
        let mut found = Vec::new();
        while let Some(r) = records.next(b',').expect("small") {
            found.push((r.bytes.to_vec(), r.line, r.last_line, r.flaw));
        }
        found
    }

    #[test]
    fn lines_are_those_an_editor_shows() {
        let found = all(b"\xEF\xBB\xBFa,b\r\n\r\n\"1\r\n2\n\",x\n\n\nlast\r");
        assert_eq!(
            found,
            [
                (b"a,b".to_vec(), 1, 1, None),
                (b"\"1\r\n2\n\",x".to_vec(), 3, 5, None),
                (b"last".to_vec(), 8, 8, None),
            ]
        );
    }

    #[test]
    fn flaws_of_quotation_marks_are_seen() {
        assert_eq!(all(b"\"a\"b,c\nd")[0].3, Some(Flaw::TextAfterQuote));
        assert_eq!(all(b"\"a\" ,5\" pipe\nd")[0].3, None);
        assert_eq!(all(b"\"a\"\"b\",\"\"\nd")[0].3, None);
        let open = all(b"x\n\"a\nb\nc");
        assert_eq!(
            open[1],
            (b"\"a\nb\nc".to_vec(), 2, 4, Some(Flaw::QuoteNotClosed))
        );
    }

    #[test]
    fn records_larger_than_a_chunk_are_whole() {
        let long = format!("{}\n{}\n", "x".repeat(CHUNK * 3), "y".repeat(CHUNK + 1));
        let mut records = Records::open(long.as_bytes(), 1 << 20).expect("small");
        let lengths = [CHUNK * 3, CHUNK + 1].map(Some);
        for length in lengths.into_iter().chain([None]) {
            let record = records.next(b',').expect("small");
            assert_eq!(record.map(|r| r.bytes.len()), length);
        }
    }

    #[test]
    fn the_limit_is_exact() {
        assert!(Records::open(&b"abcd"[..], 4).is_ok());
        let over = Records::open(&b"abcde"[..], 4).err();
        assert_eq!(over, Some(FileRefused::TooBig { max_bytes: 4 }));
    }
}
