//! The pages of P15.

mod choosing;
mod circle;
mod lot;
mod role;
mod sheet;
mod today;
mod write;

pub(crate) use today::{hear, held, today};

use crate::{
    book::{Book, Written},
    rules::{RoleId, Standard, Term, TermStage},
    sight, words,
};
use kernel::{CircleId, Day, Guarded, PersonId, Role as Power, Who};
use people::PeopleRefusal;
use std::collections::HashMap;
use store::Stop;
use web::{Room, Route, Typed};

pub(crate) fn routes() -> Vec<Route> {
    [
        circle::routes(),
        role::routes(),
        write::routes(),
        sheet::routes(),
        choosing::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How many one can choose from in a list; where they are more, a name is typed.
const PEOPLE: usize = 100;

/// How people are called, for whoever may know it.
struct Names {
    all: HashMap<PersonId, Guarded<String>>,
}

impl Names {
    fn of(room: &mut Room<'_>, people: &[PersonId]) -> Result<Self, Stop> {
        let (vault, network) = (&room.house.vault, room.network.id);
        let all = people::handles_of(room.conn, vault, network, people)?;
        Ok(Self { all })
    }

    /// A name behind an audience of its own; empty for anybody else, and where they have left.
    fn called(&self, room: &Room<'_>, person: PersonId, who: &Who) -> String {
        let name = self.all.get(&person).filter(|_| who.includes(&room.viewer));
        name.and_then(|name| name.seen_by(&room.viewer))
            .cloned()
            .unwrap_or_default()
    }
}

/// One person of a list to choose from.
struct PersonLine {
    id: String,
    handle: String,
}

/// The people of a circle, by name; `None` where they are too many to choose from. For its members,
/// and whoever looks after it.
fn people_of(room: &mut Room<'_>, circle: CircleId) -> Result<Option<Vec<PersonLine>>, Stop> {
    let inside = people::members_of(room.conn, room.network.id, circle)?;
    if inside.len() > PEOPLE {
        return Ok(None);
    }
    let names = Names::of(room, &inside)?;
    let who = Who::Network(room.network.id);
    let mut lines: Vec<PersonLine> = inside
        .into_iter()
        .map(|person| PersonLine {
            id: person.to_string(),
            handle: names.called(room, person, &who),
        })
        .collect();
    lines.sort_by(|a, b| a.handle.cmp(&b.handle));
    Ok(Some(lines))
}

/// Everybody who holds a role of these, or learns one alongside.
fn everybody(book: &Book, roles: &[RoleId]) -> Vec<PersonId> {
    let terms = book.terms.iter().filter(|term| roles.contains(&term.role));
    let mut all: Vec<PersonId> = terms
        .flat_map(|term| {
            let asked = term.shadow_asked().or(term.shadow());
            [Some(term.person), asked].into_iter().flatten()
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

/// Who may read who holds the roles of this circle now.
fn who_holds(room: &Room<'_>, circle: CircleId) -> Who {
    sight::holders(room.network.id, circle, room.posture().is_careful())
}

/// "Amara, until Sunday 12 July; the circle consented", as far as its reader may know.
fn term_line(room: &Room<'_>, book: &Book, term: &Term, names: &Names) -> Option<String> {
    let name = names.called(room, term.person, &who_holds(room, term.circle));
    if name.is_empty() {
        return None;
    }
    let how = room.tongue.say(words::how(term.how)).to_owned();
    let key = match book.stage(term) {
        TermStage::Coming => "roles-coming",
        TermStage::HandingOver => "roles-handing-over",
        TermStage::Held | TermStage::Over => "roles-held",
    };
    Some(room.tongue.tell(
        key,
        &[
            ("name", name.into()),
            ("first", term.first.into()),
            ("last", term.last.into()),
            ("how", how.into()),
        ],
    ))
}

/// How many could do it tomorrow: words about the duty, and about nobody.
fn coverage(room: &Room<'_>, book: &Book, written: &Written) -> String {
    let key = match book.could_do(written.role.id).len() {
        0 => "roles-vacant",
        1 => "roles-rests-on-one",
        _ => "roles-two-could",
    };
    room.tongue.say(key).to_owned()
}

/// What only the circle reads about a role: who could learn it, who else could hold it.
fn nudges(room: &Room<'_>, book: &Book, written: &Written, names: &Names) -> Vec<String> {
    let circle = sight::within(written.role.circle);
    if !circle.includes(&room.viewer) {
        return Vec::new();
    }
    let mut all = Vec::new();
    if book.lacks_shadow(&written.role) {
        all.push(room.tongue.say("roles-no-shadow").to_owned());
    }
    if let Some(person) = book.held_the_last_two(written.role.id) {
        let name = names.called(room, person, &circle);
        all.push(room.tongue.tell("roles-last-two", &[("name", name.into())]));
    }
    all
}

/// A day that was typed; `None` where the field was left empty.
fn day_typed(typed: &Typed, field: &str) -> Result<Option<Day>, Stop> {
    match typed.text(field) {
        "" => Ok(None),
        text => Ok(Some(
            Day::parse(text).ok_or(PeopleRefusal::DayNotUnderstood)?,
        )),
    }
}

/// A role that was typed: by its id, or by the word of what it lets its holder do.
fn role_typed(circle: CircleId, text: &str) -> Result<RoleId, Stop> {
    if let Some(id) = RoleId::parse(text) {
        return Ok(id);
    }
    let power = Power::parse(text).and_then(Standard::of_power);
    let standard = power.ok_or(Stop::NotThere)?;
    Ok(RoleId::standard(circle, standard))
}
