//! What makes a row the same row in a newer file.

use std::collections::HashMap;

use crate::row::{Cells, Row};
use crate::why::Note;

/// The keys met so far in one file, with the line of the first row of each and how many had it.
#[derive(Default)]
pub(crate) struct Keys {
    met: HashMap<String, (u64, u64)>,
}

impl Keys {
    /// Counts the key of a row, taken or not: were only taken rows counted, mending one row would
    /// change who the next is. `None` when all key cells are empty.
    pub(crate) fn of_cells(columns: &[usize], cells: &Cells<'_>) -> Option<Key> {
        let parts: Vec<&str> = columns.iter().map(|&at| cells.at(at)).collect();
        if parts.iter().all(|part| part.is_empty()) {
            return None;
        }
        Some(Key(written(&parts)))
    }

    /// A key made of everything a row says, for a row whose key cells are empty. Such a row is
    /// known again as long as it says the same, and is never taken for another one.
    pub(crate) fn of_content(row: &Row) -> Key {
        let by_when = row.by_when.map(|day| day.to_string());
        let said = [
            row.words.as_str(),
            row.contact.as_deref().unwrap_or_default(),
            row.place.as_deref().unwrap_or_default(),
            row.area.as_deref().unwrap_or_default(),
            row.kind.as_str(),
            by_when.as_deref().unwrap_or_default(),
        ];
        Key(format!("={}", written(&said)))
    }

    /// Gives the second row with a key the key `…#2`, with a note: nothing is lost.
    pub(crate) fn own(&mut self, key: Key, line: u64) -> (String, Option<Note>) {
        let (earlier_line, ordinal) = self
            .met
            .entry(key.0.clone())
            .and_modify(|(_, count)| *count += 1)
            .or_insert((line, 1));
        let (earlier_line, ordinal) = (*earlier_line, *ordinal);
        if ordinal == 1 {
            return (key.0, None);
        }
        let own = format!("{}#{ordinal}", key.0);
        let note = Note::SameKey {
            earlier_line,
            ordinal,
        };
        (own, Some(note))
    }
}

/// A key before its ordinal.
pub(crate) struct Key(String);

/// Parts joined so that different parts never give the same key, nor one with an ordinal.
/// Capitals and the number of blanks do not make a different row.
fn written(parts: &[&str]) -> String {
    let mut key = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            key.push('|');
        }
        for (index, word) in part.split_whitespace().enumerate() {
            if index > 0 {
                key.push(' ');
            }
            for sign in word.chars().flat_map(char::to_lowercase) {
                if matches!(sign, '\\' | '|' | '#' | '=') {
                    key.push('\\');
                }
                key.push(sign);
            }
        }
    }
    key
}
