//! What was done with power: the day and the kind for the network, names for those who look after
//! Coordinating. Printable.

use crate::{
    deeds::{coordinating, coordinating_and_hosts},
    power::{self, Chain, Words},
    tables::{self, UseRow},
};
use askama::Template;
use kernel::{Audience, Day, Guarded, PersonId, Role};
use store::Stop;
use web::{AudienceLine, Frame, PowerKind, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/power", page)]
}

/// How many stand on one page.
const LINES: i64 = 50;

/// Whether a hold exists is for counsel to say (P29).
const HOLDS: &[PowerKind] = &[PowerKind::HoldSet, PowerKind::HoldLifted];

struct Line {
    words: String,
    names: Option<String>,
}

#[derive(Template)]
#[template(path = "power.html")]
struct Power {
    frame: Frame,
    lines: Vec<Line>,
    more: Option<i64>,
    names: bool,
    chain: Option<String>,
    audience: AudienceLine,
    names_audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let names = coordinating(room)?;
    let sees_names = names.includes(&room.viewer);
    // P29: the two who were told by counsel, and the host.
    let sees_holds = coordinating_and_hosts(room)?.includes(&room.viewer);
    let not = if sees_holds { &[] } else { HOLDS };
    let number = room.page_number();
    let mut rows = tables::uses_page(room.conn, me.network, not, (number, LINES))?;
    let fits = usize::try_from(LINES).unwrap_or_default();
    let more = (rows.len() > fits).then_some(number + 1);
    rows.truncate(fits);
    let ids = rows.iter().map(|row| row.id).collect();
    let words = match sees_names {
        true => tables::words_of(room.conn, me.network, ids)?,
        false => Vec::new(),
    };
    let mut lines = Vec::new();
    for row in &rows {
        let kept = words.iter().find(|words| words.id == row.id);
        let read = match kept {
            Some(kept) => power::read(&room.house.vault, kept)?,
            None => None,
        };
        let guarded = Guarded::new(read, names.clone());
        let names = match guarded.seen_by(&room.viewer) {
            Some(Some(words)) => Some(names_line(room, row, words)?),
            Some(None) => Some(room.tongue.say("power-shredded").to_owned()),
            None => None,
        };
        lines.push(Line {
            words: told(room, &row.kind, row.on_day),
            names,
        });
    }
    let chain = match sees_holds {
        true => Some(chain_words(room)?),
        false => None,
    };
    let tongue = room.tongue.clone();
    room.page(&Power {
        frame: room.frame(tongue.say("power-title")),
        lines,
        more,
        names: sees_names,
        chain,
        audience: AudienceLine::new(&tongue, Audience::Network, "audience-power"),
        names_audience: AudienceLine::new(&tongue, Audience::Role, "audience-power-names"),
    })
}

fn told(room: &Room<'_>, kind: &str, day: Day) -> String {
    let key = format!("power-{}", kind.replace('_', "-"));
    room.tongue.tell(&key, &[("day", day.into())])
}

fn chain_words(room: &mut Room<'_>) -> Result<String, Stop> {
    let chain = power::verify(room.conn, &room.house.vault, room.network.id)?;
    Ok(match chain {
        Chain::Holds { links } => room
            .tongue
            .tell("power-chain-holds", &[("n", links.into())]),
        Chain::Broken { at } => room.tongue.tell("power-chain-broken", &[("n", at.into())]),
    })
}

fn role_words(room: &Room<'_>, role: &str) -> String {
    let key = match Role::parse(role) {
        Some(Role::Steward) => "role-steward",
        Some(Role::Host) => "role-host",
        Some(Role::Intake) => "role-intake",
        Some(Role::Welcomer) => "role-welcomer",
        Some(Role::Weaver) => "role-weaver",
        Some(Role::Shift) => "role-shift",
        None if role == "circle" => "power-with-the-circle",
        None if role == "near" => "power-near",
        None => "power-steward-or-host",
    };
    room.tongue.say(key).to_owned()
}

/// Who, in which role, about whom, about what.
fn names_line(room: &mut Room<'_>, row: &UseRow, words: &Words) -> Result<String, Stop> {
    let mut by = Vec::new();
    for id in words.by.iter().filter_map(|id| PersonId::parse(id)) {
        by.push(people::called(room, id)?);
    }
    let by = match by.is_empty() {
        true => room.tongue.say("power-at-the-machine").to_owned(),
        false => format!("{} ({})", by.join(", "), role_words(room, &words.role)),
    };
    let about = match words.about.as_deref().and_then(PersonId::parse) {
        Some(person) => people::called(room, person)?,
        None => String::new(),
    };
    let what = match PowerKind::parse(&row.kind) {
        Some(PowerKind::RoleGiven | PowerKind::RoleEnded) => {
            let (role, circle) = words.what.split_once(", ").unwrap_or((&words.what, ""));
            // A role that carries no power stands there by its name.
            let role = match Role::parse(role) {
                Some(_) => role_words(room, role),
                None => role.to_owned(),
            };
            format!("{role}, {circle}")
        }
        Some(PowerKind::SteppedDown | PowerKind::LockdownHeld) => String::new(),
        _ => words.what.clone(),
    };
    let parts = [by, about, what];
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    Ok(parts.join(" · "))
}
