//! The list of keys: for whoever runs the server and those who look after Coordinating.

use crate::{
    deeds::keys as deeds,
    tables::{self, KeyId},
};
use askama::Template;
use kernel::{Audience, Day, PersonId};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

/// How many days until a key is looked at again, unless somebody says otherwise.
const USUAL_DAYS: i32 = 182;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/keys", page),
        Route::deed("/keys", write),
        Route::deed_on("/keys/{id}", rewrite),
        Route::deed_on("/keys/{id}/end", end),
    ]
}

/// A key of the list, in words.
pub struct KeyLine {
    /// Its id, for the forms.
    pub id: String,
    /// What it is to.
    pub what: String,
    /// Where it lies.
    pub lies: String,
    /// Who holds it.
    pub holders: Vec<String>,
    /// The day it was last changed.
    pub changed_on: Day,
    /// The day it is looked at again.
    pub review_on: Day,
    /// Whether somebody who held it does so no more.
    pub change_now: bool,
    /// Fewer than two hold it.
    pub too_few: bool,
}

/// The list of keys, for whoever may read it.
///
/// # Errors
/// For anybody else there is no such thing.
pub fn key_lines(room: &mut Room<'_>) -> Result<Vec<KeyLine>, Stop> {
    let me = deeds::keeper(room)?;
    let holders = tables::holders(room.conn, me.network)?;
    let mut lines = Vec::new();
    for row in tables::keys(room.conn, me.network)? {
        let key = row.key(&room.house.vault)?;
        let held: Vec<PersonId> = holders
            .iter()
            .filter(|(key, _)| *key == row.id)
            .map(|(_, person)| *person)
            .collect();
        let mut names = Vec::new();
        for person in &held {
            names.push(people::called(room, *person)?);
        }
        names.sort();
        lines.push(KeyLine {
            id: row.id.to_string(),
            what: key.open(row.row(), "what", &row.what)?,
            lies: key
                .open_some(row.row(), "lies", row.lies.as_ref())?
                .unwrap_or_default(),
            too_few: names.len() < 2,
            holders: names,
            changed_on: row.changed_on,
            review_on: row.review_on,
            change_now: row.due_since.is_some(),
        });
    }
    Ok(lines)
}

/// What a form shows again.
struct Form {
    what: String,
    lies: String,
    holder: String,
    second: String,
    changed_on: String,
    review_on: String,
}

#[derive(Template)]
#[template(path = "keys.html")]
struct Keys {
    frame: Frame,
    lines: Vec<Shown>,
    form: Form,
    today: String,
    audience: AudienceLine,
}

struct Shown {
    key: KeyLine,
    dates: String,
    held: String,
    form: Form,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    deeds::keeper(room)?;
    room.fresh()?;
    let form = Form {
        what: String::new(),
        lies: String::new(),
        holder: String::new(),
        second: String::new(),
        changed_on: room.today.to_string(),
        review_on: room.today.plus(USUAL_DAYS).to_string(),
    };
    let tongue = room.tongue.clone();
    let again = room.today.plus(USUAL_DAYS).to_string();
    let today = room.today.to_string();
    let lines = key_lines(room)?
        .into_iter()
        .map(|key| Shown {
            dates: tongue.tell(
                "keys-dates",
                &[
                    ("changed", key.changed_on.into()),
                    ("review", key.review_on.into()),
                ],
            ),
            held: match key.holders.is_empty() {
                true => tongue.say("keys-nobody").to_owned(),
                false => tongue.tell("keys-held-by", &[("names", key.holders.join(", ").into())]),
            },
            form: Form {
                what: key.what.clone(),
                lies: key.lies.clone(),
                holder: key.holders.first().cloned().unwrap_or_default(),
                second: key.holders.get(1).cloned().unwrap_or_default(),
                changed_on: today.clone(),
                review_on: again.clone(),
            },
            key,
        })
        .collect();
    room.page(&Keys {
        frame: room.frame(tongue.say("keys-title")),
        lines,
        form,
        today,
        audience: AudienceLine::new(&tongue, Audience::Role, "audience-keys"),
    })
}

fn save(room: &mut Room<'_>, id: Option<KeyId>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::keeper(room)?;
    typed.at_most("what", 200)?;
    typed.at_most("lies", 200)?;
    let written = deeds::Written {
        what: typed.text("what"),
        lies: typed.text("lies"),
        holders: vec![typed.text("holder"), typed.text("second")],
        changed_on: typed.text("changed_on"),
        review_on: typed.text("review_on"),
    };
    deeds::write(room, id, &written)?;
    Ok(Reply::go("/keys?said=saved"))
}

fn write(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    save(room, None, typed)
}

fn rewrite(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    save(room, Some(KeyId::parse(id).ok_or(Stop::NotThere)?), typed)
}

fn end(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::end(room, KeyId::parse(id).ok_or(Stop::NotThere)?)?;
    Ok(Reply::go("/keys?said=saved"))
}
