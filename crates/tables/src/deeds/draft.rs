//! One row of a file as a table, with everything doubtful about it named by its column.

use super::{
    cells::{is_contact, plain},
    map::Columns,
};
use crate::rules::{AREA_LIMIT, LINE_LIMIT, NAME_LIMIT, PLACE_LIMIT, WORDS_LIMIT};
use jiff::tz::TimeZone;
use kernel::Day;
use rhythm::Doubt;
use sheets::PlainRow;

/// A message's key with its arguments.
pub type Said = (&'static str, Vec<(&'static str, String)>);

/// Where in a row, and what of it.
pub(crate) type At = (Option<usize>, Said);

/// What a row says of a table.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub name: String,
    pub place: String,
    pub area: String,
    pub rhythm: String,
    pub offers: String,
    pub languages: String,
    pub contact: String,
    pub published_by: String,
    pub looked_on: Option<Day>,
    /// Whether the file says that one cannot come.
    pub closed: bool,
    /// What was doubtful.
    pub notes: Vec<At>,
}

/// How much of a cell a note repeats, in letters.
const SHOWN: usize = 80;

fn quote(text: &str) -> String {
    super::cells::shortened(text, SHOWN).replace('\n', " / ")
}

/// Reads a row; or says where and why it cannot be taken.
pub(crate) fn draft(columns: &Columns<'_>, row: &PlainRow, zone: &TimeZone) -> Result<Draft, At> {
    let cell = |at: usize| {
        row.cells
            .get(at)
            .map(|cell| plain(cell))
            .unwrap_or_default()
    };
    let said = |at: &[usize]| -> Vec<(usize, String)> {
        let each = at.iter().map(|at| (*at, cell(*at)));
        each.filter(|(_, text)| !text.is_empty()).collect()
    };
    let joined = |at: &[usize], glue: &str| -> String {
        let texts: Vec<String> = said(at).into_iter().map(|(_, text)| text).collect();
        texts.join(glue)
    };
    let mut draft = Draft {
        name: joined(&columns.name, ", "),
        place: joined(&columns.place, ", "),
        area: said(&columns.area)
            .into_iter()
            .next()
            .map(|(_, text)| text)
            .unwrap_or_default(),
        rhythm: joined(&columns.rhythm, "\n"),
        languages: joined(&columns.languages, ", "),
        published_by: columns.published_by.map(cell).unwrap_or_default(),
        ..Draft::default()
    };
    draft.split(columns, &cell);
    draft.contact(said(&columns.contact));
    draft.offers(columns, &cell);
    if draft.name.is_empty() {
        return Err((
            columns.name.first().copied(),
            ("table-row-no-name", Vec::new()),
        ));
    }
    draft.looked(columns, &cell, zone);
    draft.within(columns, &cell);
    draft.when(columns, &cell);
    if draft.place.is_empty() {
        draft.notes.push((
            columns.place.first().copied(),
            ("table-note-no-place", Vec::new()),
        ));
    }
    draft.fits(columns)?;
    Ok(draft)
}

impl Draft {
    fn split(&mut self, columns: &Columns<'_>, cell: &dyn Fn(usize) -> String) {
        let Some((at, sign)) = columns.split else {
            return;
        };
        let text = cell(at);
        if text.is_empty() {
            return;
        }
        match text.split_once(sign) {
            Some((name, place)) if !name.trim().is_empty() => {
                name.trim().clone_into(&mut self.name);
                place.trim().clone_into(&mut self.place);
            }
            _ => {
                let args = vec![("typed", quote(&text)), ("sign", sign.to_owned())];
                self.notes.push((Some(at), ("table-note-not-split", args)));
                self.place = text;
            }
        }
    }

    /// A cell in a contact's column that cannot be one: an address moves to the place where that
    /// has no house number, anything else to what there is; either is named.
    fn contact(&mut self, said: Vec<(usize, String)>) {
        let mut contacts = Vec::new();
        for (at, text) in said {
            let typed = vec![("typed", quote(&text))];
            if is_contact(&text) {
                contacts.push(text);
            } else if !self.place.contains(|c: char| c.is_ascii_digit()) {
                self.notes
                    .push((Some(at), ("table-note-address-in-contact", typed)));
                let known = std::mem::take(&mut self.place);
                let both = [text, known].into_iter().filter(|part| !part.is_empty());
                self.place = both.collect::<Vec<_>>().join(", ");
            } else {
                self.notes
                    .push((Some(at), ("table-note-no-contact", typed)));
                self.offers = text;
            }
        }
        self.contact = contacts.join(" · ");
    }

    fn offers(&mut self, columns: &Columns<'_>, cell: &dyn Fn(usize) -> String) {
        let mut lines: Vec<String> = Vec::new();
        for (at, part) in &columns.offers {
            let text = cell(*at);
            match (&part.when_true, &part.label) {
                (Some(words), _) if sheets::is_yes(&text) => lines.push(words.clone()),
                (Some(_), _) => {}
                _ if text.is_empty() => {}
                (None, Some(label)) => lines.push(format!("{label}: {text}")),
                (None, None) => lines.push(text),
            }
        }
        lines.extend(Some(std::mem::take(&mut self.offers)).filter(|text| !text.is_empty()));
        self.offers = lines.join("\n");
    }

    fn looked(&mut self, columns: &Columns<'_>, cell: &dyn Fn(usize) -> String, zone: &TimeZone) {
        if let Some(at) = columns.looked_on {
            let typed = cell(at);
            self.looked_on = sheets::time_typed(&typed, zone).map(Day::from_date);
            if self.looked_on.is_none() {
                let args = vec![("typed", quote(&typed))];
                self.notes
                    .push((Some(at), ("table-note-looked-unreadable", args)));
            }
        }
        if let Some(at) = columns.accepting {
            self.closed = !sheets::is_yes(&cell(at));
        }
    }

    /// Wrong coordinates are more common than wrong addresses: such a row is taken, and named.
    fn within(&mut self, columns: &Columns<'_>, cell: &dyn Fn(usize) -> String) {
        let Some((latitude_at, longitude_at, edges)) = columns.within else {
            return;
        };
        let degrees = |at: usize| cell(at).replace(',', ".").parse::<f64>().ok();
        let inside = match (degrees(latitude_at), degrees(longitude_at)) {
            (Some(latitude), Some(longitude)) => {
                (edges.south..=edges.north).contains(&latitude)
                    && (edges.west..=edges.east).contains(&longitude)
            }
            // Without coordinates nobody can say; the address stands for itself.
            _ if cell(latitude_at).is_empty() && cell(longitude_at).is_empty() => true,
            _ => false,
        };
        if !inside {
            let typed = format!("{} {}", cell(latitude_at), cell(longitude_at));
            let args = vec![("typed", quote(&typed))];
            self.notes
                .push((Some(latitude_at), ("table-note-outside", args)));
        }
    }

    fn when(&mut self, columns: &Columns<'_>, cell: &dyn Fn(usize) -> String) {
        let first = columns.rhythm.first().copied();
        if self.rhythm.is_empty() {
            if first.is_some() {
                self.notes
                    .push((first, ("table-note-no-rhythm", Vec::new())));
            }
            return;
        }
        let reading = rhythm::read(&self.rhythm);
        let at_words = |words: &str| {
            let holds = |at: &&usize| cell(**at).contains(words);
            columns.rhythm.iter().find(holds).copied().or(first)
        };
        for doubt in &reading.doubts {
            let (key, at, words) = match doubt {
                Doubt::NotUnderstood(words) => {
                    ("table-note-not-understood", at_words(words), words.clone())
                }
                Doubt::NoHalfOfDay(words) => {
                    ("table-note-half-of-day", at_words(words), words.clone())
                }
                Doubt::WhichDays(words) => {
                    ("table-note-which-days", at_words(words), words.clone())
                }
                Doubt::SaidTwice(day) => ("table-note-said-twice", first, format!("{day:?}")),
                Doubt::OpenAndClosed(day) => {
                    ("table-note-open-and-closed", first, format!("{day:?}"))
                }
            };
            self.notes.push((at, (key, vec![("words", quote(&words))])));
        }
        if reading.beats.is_empty() && reading.doubts.is_empty() {
            self.notes.push((
                first,
                (
                    "table-note-no-rhythm-read",
                    vec![("words", quote(&self.rhythm))],
                ),
            ));
        }
    }

    /// Cutting words would be losing them.
    fn fits(&self, columns: &Columns<'_>) -> Result<(), At> {
        let first = |at: &[usize]| at.first().copied();
        let offers = columns.offers.first().map(|(at, _)| *at);
        for (text, most, at) in [
            (&self.name, NAME_LIMIT, first(&columns.name)),
            (&self.place, PLACE_LIMIT, first(&columns.place)),
            (&self.area, AREA_LIMIT, first(&columns.area)),
            (&self.rhythm, WORDS_LIMIT, first(&columns.rhythm)),
            (&self.offers, WORDS_LIMIT, offers),
            (&self.languages, LINE_LIMIT, first(&columns.languages)),
            (&self.contact, LINE_LIMIT, first(&columns.contact)),
            (&self.published_by, LINE_LIMIT, columns.published_by),
        ] {
            let letters = text.chars().count();
            if letters > most {
                let args = vec![("letters", letters.to_string()), ("most", most.to_string())];
                return Err((at, ("table-row-too-long", args)));
            }
        }
        Ok(())
    }
}
