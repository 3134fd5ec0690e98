//! A map as a form: for each thing an ask has, the columns of the file it is made of. What a form
//! cannot say (labels, rules, a box on the globe) stays as it was in the map.

use crate::map::{AreaFrom, KindFrom, LanguageFrom, Map, WordsPart, normal_name};
use crate::stamps::DateOrder;

/// Which columns were picked for what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picks {
    /// What would help, in this order.
    pub words: Vec<String>,
    /// How to reach them.
    pub contact: Vec<String>,
    /// Where.
    pub place: Vec<String>,
    /// The coarse area, which is public.
    pub area: Option<String>,
    /// What it is about.
    pub kind: Option<String>,
    /// The day it is needed by.
    pub by_when: Option<String>,
    /// When it came; the first that can be read counts.
    pub received: Vec<String>,
    /// What makes a row the same row in a newer file.
    pub key: Vec<String>,
    /// The language of the asker.
    pub language: Option<String>,
    /// How 8/9/2017 is meant.
    pub date_order: DateOrder,
}

impl Map {
    /// The columns of this map, for a form to show.
    #[must_use]
    pub fn picks(&self) -> Picks {
        Picks {
            words: self.words.iter().map(|part| part.column.clone()).collect(),
            contact: self.contact.clone(),
            place: self.place.clone(),
            area: self.area.as_ref().and_then(|from| from.column.clone()),
            kind: self.kind.as_ref().and_then(|from| from.column.clone()),
            by_when: self.by_when.clone(),
            received: self.received.clone(),
            key: self.key.clone(),
            language: self.language.as_ref().and_then(|from| from.column.clone()),
            date_order: self.date_order,
        }
    }

    /// This map with the columns that a form came back with. What is made of a column that stays
    /// (its label, the rules beside it) stays too.
    #[must_use]
    pub fn with_picks(self, picks: Picks) -> Map {
        let part = |column: String| {
            let before = self
                .words
                .iter()
                .find(|part| is_column(&part.column, &column));
            match before {
                Some(part) => part.clone(),
                None => WordsPart {
                    column,
                    ..WordsPart::default()
                },
            }
        };
        Map {
            words: picks.words.into_iter().map(part).collect(),
            contact: picks.contact,
            place: picks.place,
            area: some(AreaFrom {
                column: picks.area,
                ..self.area.unwrap_or_default()
            }),
            kind: some(KindFrom {
                column: picks.kind,
                ..self.kind.unwrap_or_default()
            }),
            by_when: picks.by_when,
            received: picks.received,
            key: picks.key,
            language: some(LanguageFrom {
                column: picks.language,
                ..self.language.unwrap_or_default()
            }),
            date_order: picks.date_order,
            zone: self.zone,
            delimiter: self.delimiter,
            within: self.within,
        }
    }
}

/// A part that says something.
fn some<T: Default + PartialEq>(part: T) -> Option<T> {
    (part != T::default()).then_some(part)
}

/// Whether two names mean the same column: capitals and blanks do not matter.
fn is_column(named: &str, column: &str) -> bool {
    normal_name(named) == normal_name(column)
}

/// Which of these columns a map means by a name: the very same name before one that differs in
/// capitals, as when a file is read.
#[must_use]
pub fn column_named(columns: &[String], named: &str) -> Option<usize> {
    let exact = columns.iter().position(|column| column == named.trim());
    exact.or_else(|| columns.iter().position(|column| is_column(column, named)))
}

/// The columns of a header by the names a map finds them with, in their order: `Notes#2` for the
/// second of two that are called the same. A column without a name has none.
#[must_use]
pub fn columns<S: AsRef<str>>(headers: &[S]) -> Vec<String> {
    let names: Vec<&str> = headers.iter().map(|name| name.as_ref().trim()).collect();
    let numbered = |(index, name): (usize, &&str)| {
        let same = |other: &&&str| *other == name;
        match names.iter().filter(same).count() {
            0 | 1 => (*name).to_owned(),
            _ => format!("{name}#{}", names[..=index].iter().filter(same).count()),
        }
    };
    let named = names
        .iter()
        .enumerate()
        .filter(|(_, name)| !name.is_empty());
    named.map(numbered).collect()
}
