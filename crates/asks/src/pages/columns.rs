//! Which column of a file means what, as a form for whoever never saw a map: one choice, or up to
//! three, for each thing an ask has.

use super::{import::Sent, words::Choice};
use crate::deeds::import::File;
use kernel::Audience;
use sheets::{DateOrder, Picks};
use store::Stop;
use web::{AudienceLine, Room, Tongue, Typed};

/// Times without a zone do not matter for headings.
pub(super) fn options() -> sheets::Options {
    sheets::Options::in_zone(jiff::tz::TimeZone::UTC)
}

/// How a file is to be read: its columns, and the map by which they become asks.
pub(super) struct Reading {
    pub columns: Vec<String>,
    pub map: sheets::Map,
}

/// The columns somebody picked, the map they wrote or chose, or a guess from the file's own
/// headings. Who wrote in the map itself is taken at their word; else the picks count.
pub(super) fn reading(typed: &Typed, file: &[u8]) -> Result<Reading, File> {
    let headers = sheets::headers(file, &options()).map_err(File)?;
    let columns = sheets::columns(&headers);
    let map = match typed.some("map") {
        None => sheets::Map::guess(&headers),
        Some(text) if typed.some("looked") == Some(text) => sheets::Map::unchecked(text)
            .map_err(File)?
            .with_picks(picked(typed)),
        Some(text) => sheets::Map::unchecked(text).map_err(File)?,
    };
    Ok(Reading { columns, map })
}

/// Which column means what, as a form and as the text behind it, and the file it is for.
pub(super) struct MapForm {
    pub rows: Vec<ColumnChoice>,
    pub day_first: bool,
    pub text: String,
    /// The text is open where it is what has to be mended.
    pub text_open: bool,
    pub file: String,
    pub save_as: String,
    pub audience: AudienceLine,
}

impl MapForm {
    /// The form for a map, beside the file it is for and what was typed so far.
    pub fn new(
        room: &Room<'_>,
        columns: &[String],
        map: &sheets::Map,
        sent: &Sent,
    ) -> Result<Self, Stop> {
        let picks = map.picks();
        Ok(Self {
            rows: choices(&room.tongue, columns, &picks),
            day_first: picks.date_order == sheets::DateOrder::DayFirst,
            text: map.to_toml().map_err(File)?,
            text_open: false,
            file: sent.file.clone(),
            save_as: sent.typed.text("save_as").to_owned(),
            audience: AudienceLine::new(&room.tongue, Audience::Role, "audience-import"),
        })
    }
}

/// One thing an ask has, and the columns it can come from.
pub(super) struct ColumnChoice {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    /// One select each; the first choice of each is "none".
    pub selects: Vec<Vec<Choice>>,
}

/// How many columns one thing can be made of; a map that names more keeps them all.
const AT_MOST: usize = 3;

/// The form: every thing, with the columns that were picked for it.
fn choices(tongue: &Tongue, columns: &[String], picks: &Picks) -> Vec<ColumnChoice> {
    let many = |name, label: &str, hint: &str, picked: &[String]| {
        // One more than is picked, so that the page stays short.
        let empty = AT_MOST.saturating_sub(picked.len()).min(1);
        let each = picked.iter().map(Some).chain((0..empty).map(|_| None));
        ColumnChoice {
            name,
            label: label.to_owned(),
            hint: hint.to_owned(),
            selects: each.map(|picked| select(columns, picked)).collect(),
        }
    };
    let one = |name, label: &str, hint: &str, picked: Option<&String>| ColumnChoice {
        name,
        label: label.to_owned(),
        hint: hint.to_owned(),
        selects: vec![select(columns, picked)],
    };
    vec![
        many(
            "words",
            tongue.say("map-words"),
            tongue.say("map-words-hint"),
            &picks.words,
        ),
        many(
            "contact",
            tongue.say("map-contact"),
            tongue.say("map-contact-hint"),
            &picks.contact,
        ),
        many(
            "place",
            tongue.say("map-place"),
            tongue.say("map-place-hint"),
            &picks.place,
        ),
        one(
            "area",
            tongue.say("map-area"),
            tongue.say("map-area-hint"),
            picks.area.as_ref(),
        ),
        one("kind", tongue.say("field-kind"), "", picks.kind.as_ref()),
        one(
            "by_when",
            tongue.say("map-by-when"),
            "",
            picks.by_when.as_ref(),
        ),
        many(
            "received",
            tongue.say("map-received"),
            tongue.say("map-received-hint"),
            &picks.received,
        ),
        many(
            "key",
            tongue.say("map-key"),
            tongue.say("map-key-hint"),
            &picks.key,
        ),
        one(
            "language",
            tongue.say("map-language"),
            "",
            picks.language.as_ref(),
        ),
    ]
}

fn select(columns: &[String], picked: Option<&String>) -> Vec<Choice> {
    let picked = picked.and_then(|name| sheets::column_named(columns, name));
    let choice = |(index, column): (usize, &String)| Choice {
        value: column.clone(),
        words: column.clone(),
        chosen: picked == Some(index),
    };
    columns.iter().enumerate().map(choice).collect()
}

/// The form as it came back.
fn picked(typed: &Typed) -> Picks {
    let many = |name| {
        let mut all: Vec<String> = Vec::new();
        for column in typed.all(name).filter(|column| !column.is_empty()) {
            // Picked twice is picked once.
            if !all.iter().any(|other| other == column) {
                all.push(column.to_owned());
            }
        }
        all
    };
    let one = |name| typed.some(name).map(str::to_owned);
    Picks {
        words: many("words"),
        contact: many("contact"),
        place: many("place"),
        area: one("area"),
        kind: one("kind"),
        by_when: one("by_when"),
        received: many("received"),
        key: many("key"),
        language: one("language"),
        date_order: match typed.text("date_order") {
            "day-first" => DateOrder::DayFirst,
            _ => DateOrder::MonthFirst,
        },
    }
}
