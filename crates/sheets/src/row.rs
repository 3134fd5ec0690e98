//! One row as an ask, with everything doubtful about it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::columns::{Columns, Header, WithinAt};
use crate::kind::{Kind, is_truthy, language_of};
use crate::map::Map;
use crate::stamps::{Doubt, Stamp, read_stamp};
use crate::why::{Note, Why};

/// How much of a cell a note repeats, in letters.
const SHOWN: usize = 80;

/// A row that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the file where the row starts; the header is line 1.
    pub line: u64,
    /// What makes this row the same row in a newer file; `None` when the map names no key.
    ///
    /// It is made of what the row says and may hold a name or an address: keep it sealed, or keep
    /// a keyed hash of it.
    pub key: Option<String>,
    /// The words of the ask, never empty.
    pub words: String,
    /// How to reach the asker.
    pub contact: Option<String>,
    /// The address.
    pub place: Option<String>,
    /// The coarse area.
    pub area: Option<String>,
    /// What it is about.
    pub kind: Kind,
    /// The day it is needed by.
    pub by_when: Option<Date>,
    /// When it was received.
    pub received: Option<Timestamp>,
    /// The asker's language.
    pub language: Option<String>,
    /// What was doubtful.
    pub notes: Vec<Note>,
}

/// A row that was not taken, and where to find it.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedRow {
    /// The line of the file where the row starts; the header is line 1.
    pub line: u64,
    /// The line where it ends: another one when cells hold line breaks, or when a quotation mark
    /// swallowed what follows.
    pub last_line: u64,
    /// The header of the cell that stands in the way.
    pub column: Option<String>,
    /// Its number, counting from one.
    pub column_number: Option<usize>,
    /// Why the row was refused.
    pub why: Why,
}

impl RefusedRow {
    /// Where the row is, as a message key with its arguments: "line 12, column 5, “latitude”".
    #[must_use]
    pub fn whereabouts(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let line = ("line", self.line.to_string());
        match (self.column_number, &self.column) {
            (Some(number), column) => {
                let column = column.clone().unwrap_or_default();
                let column_number = ("column_number", number.to_string());
                let args = vec![line, ("column", column), column_number];
                ("sheet-where-column", args)
            }
            (None, _) if self.last_line > self.line => {
                let last_line = ("last_line", self.last_line.to_string());
                ("sheet-where-lines", vec![line, last_line])
            }
            (None, _) => ("sheet-where-line", vec![line]),
        }
    }
}

/// What stands in the way of a row: the number of its column, when it is one, and why.
pub(crate) type InTheWay = (Option<usize>, Why);

/// How rows are read: the map, with its columns found and its zone chosen.
pub(crate) struct Reader<'a> {
    pub(crate) map: &'a Map,
    pub(crate) header: &'a Header,
    pub(crate) columns: Columns<'a>,
    pub(crate) zone: TimeZone,
    pub(crate) max_letters: usize,
}

impl Reader<'_> {
    /// Reads the cells of one row. The key is still without an ordinal.
    pub(crate) fn row(&self, line: u64, cells: &Cells<'_>) -> Result<Row, InTheWay> {
        let words = self.words(cells).ok_or((None, Why::NoWords))?;
        let letters = words.chars().count();
        if letters > self.max_letters {
            let column = self.columns.words.first().map(|part| part.column);
            let most = self.max_letters;
            return Err((column, Why::TooManyLetters { letters, most }));
        }
        let mut notes = Vec::new();
        if let Some(within) = &self.columns.within {
            self.stay_within(within, cells, &mut notes)?;
        }
        let contact = joined(&self.columns.contact, cells);
        let place = joined(&self.columns.place, cells);
        let could_be_known = !self.columns.contact.is_empty() || !self.columns.place.is_empty();
        if could_be_known && contact.is_none() && place.is_none() {
            notes.push(Note::NobodyToReach);
        }
        Ok(Row {
            line,
            key: None,
            area: self.area(cells),
            kind: self.kind(cells, &mut notes),
            by_when: self.by_when(cells, &mut notes),
            received: self.received(cells, &mut notes),
            language: self.language(cells),
            words,
            contact,
            place,
            notes,
        })
    }

    fn words(&self, cells: &Cells<'_>) -> Option<String> {
        let mut lines = Vec::new();
        for part in &self.columns.words {
            let said = cells.at(part.column);
            match (part.when_true, part.label) {
                (Some(text), _) if is_truthy(said) => lines.push(text.to_owned()),
                (Some(_), _) => {}
                (None, _) if said.is_empty() => {}
                (None, Some(label)) => lines.push(format!("{label}: {said}")),
                (None, None) => lines.push(said.to_owned()),
            }
        }
        let words = lines.join("\n").replace("\r\n", "\n").replace('\r', "\n");
        let words = words.trim();
        if words.is_empty() {
            None
        } else {
            Some(words.to_owned())
        }
    }

    fn area(&self, cells: &Cells<'_>) -> Option<String> {
        let rules = &self.columns.area_rules;
        let fits = rules
            .iter()
            .find(|rule| cells.has(rule.column, &rule.contains));
        if let Some(rule) = fits {
            return Some(rule.area.to_owned());
        }
        let named = self.columns.area.and_then(|column| cells.said(column));
        let always = || self.map.area.as_ref().and_then(|area| area.always.clone());
        named.map(str::to_owned).or_else(always)
    }

    fn kind(&self, cells: &Cells<'_>, notes: &mut Vec<Note>) -> Kind {
        let fits = self
            .columns
            .kind_rules
            .iter()
            .find(|rule| match &rule.contains {
                Some(text) => cells.has(rule.column, text),
                None => is_truthy(cells.at(rule.column)),
            });
        if let Some(rule) = fits {
            return rule.kind;
        }
        let always = self.map.kind.as_ref().and_then(|kind| kind.always);
        let named = self.columns.kind.and_then(|at| Some((at, cells.said(at)?)));
        match named {
            None => always.unwrap_or(Kind::Other),
            Some((at, typed)) => Kind::from_text(typed).unwrap_or_else(|| {
                let (column, typed) = self.quote(at, typed);
                notes.push(Note::KindUnknown { column, typed });
                Kind::Other
            }),
        }
    }

    fn language(&self, cells: &Cells<'_>) -> Option<String> {
        let named = self.columns.language.and_then(|column| cells.said(column));
        let always = || {
            self.map
                .language
                .as_ref()
                .and_then(|from| from.always.clone())
        };
        named.map(language_of).or_else(always)
    }

    fn by_when(&self, cells: &Cells<'_>, notes: &mut Vec<Note>) -> Option<Date> {
        let at = self.columns.by_when?;
        let typed = cells.said(at)?;
        let read = read_stamp(typed, self.map.date_order, &self.zone);
        if read.is_none() {
            let (column, typed) = self.quote(at, typed);
            notes.push(Note::ByWhenUnreadable { column, typed });
        }
        read.map(|stamp| stamp.day)
    }

    /// The first column that can be read counts; the others are not consulted, even if they
    /// contradict it. What people typed goes before what a program made of it.
    fn received(&self, cells: &Cells<'_>, notes: &mut Vec<Note>) -> Option<Timestamp> {
        let mut unreadable = None;
        for &at in &self.columns.received {
            let Some(typed) = cells.said(at) else {
                continue;
            };
            let Some(stamp) = read_stamp(typed, self.map.date_order, &self.zone) else {
                unreadable = unreadable.or_else(|| Some(self.quote(at, typed)));
                continue;
            };
            if let Some((column, typed)) = unreadable {
                let used = self.name(at);
                notes.push(Note::ReceivedFromOther {
                    used,
                    column,
                    typed,
                });
            }
            self.doubts(&stamp, at, typed, notes);
            return Some(stamp.at);
        }
        match unreadable {
            Some((column, typed)) => notes.push(Note::ReceivedUnreadable { column, typed }),
            None if self.columns.received.is_empty() => {}
            None => notes.push(Note::ReceivedMissing),
        }
        None
    }

    fn doubts(&self, stamp: &Stamp, at: usize, typed: &str, notes: &mut Vec<Note>) {
        for doubt in &stamp.doubts {
            let (column, typed) = self.quote(at, typed);
            notes.push(match doubt {
                Doubt::TwiceMarked => Note::ReceivedTwiceMarked { column, typed },
                Doubt::NoSuchSeconds => Note::ReceivedWithoutSeconds { column, typed },
                Doubt::NoHour => Note::ReceivedWithoutHour { column, typed },
                Doubt::ClockChange => Note::ReceivedAtClockChange { column, typed },
            });
        }
    }

    fn stay_within(
        &self,
        within: &WithinAt<'_>,
        cells: &Cells<'_>,
        notes: &mut Vec<Note>,
    ) -> Result<(), InTheWay> {
        let mut degrees = [0.0; 2];
        let sides = [(within.latitude, 90.0), (within.longitude, 180.0)];
        for (read, (at, most)) in degrees.iter_mut().zip(sides) {
            let Some(typed) = cells.said(at) else {
                notes.push(Note::NoCoordinates);
                return Ok(());
            };
            let Some(number) = degrees_of(typed, most) else {
                let (column, typed) = self.quote(at, typed);
                notes.push(Note::CoordinatesUnreadable { column, typed });
                return Ok(());
            };
            *read = number;
        }
        let [latitude, longitude] = degrees;
        let edges = within.edges;
        let outside = Why::Outside {
            latitude,
            longitude,
        };
        if !(edges.south..=edges.north).contains(&latitude) {
            return Err((Some(within.latitude), outside));
        }
        let is_inside = if edges.west <= edges.east {
            (edges.west..=edges.east).contains(&longitude)
        } else {
            longitude >= edges.west || longitude <= edges.east
        };
        if is_inside {
            Ok(())
        } else {
            Err((Some(within.longitude), outside))
        }
    }

    /// The name of a column and the beginning of what a cell says, for a note.
    fn quote(&self, column: usize, typed: &str) -> (String, String) {
        let mut shown: String = typed.chars().take(SHOWN).collect();
        if shown.len() < typed.len() {
            shown.push('…');
        }
        (self.name(column), shown)
    }

    fn name(&self, column: usize) -> String {
        self.header.names.get(column).cloned().unwrap_or_default()
    }
}

/// The cells of a row as text, blanks around them dropped; one that is not there is empty.
pub(crate) struct Cells<'a>(pub(crate) Vec<&'a str>);

impl Cells<'_> {
    pub(crate) fn at(&self, column: usize) -> &str {
        self.0.get(column).map_or("", |cell| cell.trim())
    }

    fn said(&self, column: usize) -> Option<&str> {
        Some(self.at(column)).filter(|said| !said.is_empty())
    }

    fn has(&self, column: usize, lower_case: &str) -> bool {
        self.at(column).to_lowercase().contains(lower_case)
    }
}

fn joined(columns: &[usize], cells: &Cells<'_>) -> Option<String> {
    let said: Vec<&str> = columns.iter().filter_map(|&at| cells.said(at)).collect();
    if said.is_empty() {
        None
    } else {
        Some(said.join(", "))
    }
}

/// A number of degrees, also with a decimal comma.
fn degrees_of(typed: &str, most: f64) -> Option<f64> {
    let number: f64 = typed.replace(',', ".").parse().ok()?;
    Some(number).filter(|degrees| degrees.abs() <= most)
}
