//! Which column of a file means what, as a form for whoever never saw a map: one choice, or up to
//! three, for each thing an ask has.

use super::words::Choice;
use sheets::{DateOrder, Picks};
use web::{Tongue, Typed};

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
pub(super) fn choices(tongue: &Tongue, columns: &[String], picks: &Picks) -> Vec<ColumnChoice> {
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
pub(super) fn picked(typed: &Typed) -> Picks {
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
