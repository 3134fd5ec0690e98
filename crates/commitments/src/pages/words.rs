//! How sides, kinds, rhythms and days are said, the same on every page.

use crate::{
    rules::{Kind, Stage},
    tables::{CommitmentRow, Party, Said},
};
use ::rhythm::{Recurrence, Time};
use jiff::civil::{Time as Clock, Weekday};
use kernel::{CircleId, Day, Guarded};
use store::Stop;
use web::{Room, Tongue, WEEKDAYS};

/// One thing to choose.
pub(crate) struct Choice {
    pub value: String,
    pub words: String,
    pub chosen: bool,
}

pub(crate) fn kind(tongue: &Tongue, kind: Kind) -> &str {
    tongue.say(match kind {
        Kind::Material => "commit-kind-material",
        Kind::Money => "commit-kind-money",
        Kind::Space => "commit-kind-space",
        Kind::Skill => "commit-kind-skill",
        Kind::ShowUp => "commit-kind-show-up",
        Kind::Care => "commit-kind-care",
        Kind::Risk => "commit-kind-risk",
    })
}

/// How a side is called, for whoever may know it; "somebody who has left" where nobody is.
pub(crate) fn party(room: &mut Room<'_>, party: Party) -> Result<String, Stop> {
    let network = room.network.id;
    let named = match party {
        Party::Person(person) => return called(room, person),
        Party::Circle(circle) => people::circle(room.conn, network, circle)
            .map(|row| row.name)
            .ok(),
        Party::Organisation(partner) => people::organisations(room.conn, network)?
            .into_iter()
            .find(|(id, _)| *id == partner)
            .map(|(_, name)| name),
        Party::Network(_) => Some(room.network.name.clone()),
    };
    Ok(named.unwrap_or_else(|| room.tongue.say("commit-somebody-left").to_owned()))
}

/// How somebody is called, for whoever may know it.
pub(crate) fn called(room: &mut Room<'_>, person: kernel::PersonId) -> Result<String, Stop> {
    let vault = &room.house.vault;
    match people::handle_of(room.conn, vault, room.network.id, person) {
        Ok(handle) => Ok(handle
            .seen_by(&room.viewer)
            .cloned()
            .unwrap_or_else(|| room.tongue.say("commit-somebody").to_owned())),
        Err(Stop::NotThere) => Ok(room.tongue.say("commit-somebody-left").to_owned()),
        Err(other) => Err(other),
    }
}

/// What was promised, for whoever may read it.
pub(crate) fn said(
    room: &Room<'_>,
    row: &CommitmentRow,
    treasury: Option<CircleId>,
) -> Result<Guarded<Said>, Stop> {
    Ok(row.said(&room.house.vault, treasury)?)
}

/// "Tuesdays and Fridays, 17:00".
pub(crate) fn when_words(tongue: &Tongue, when: &Recurrence) -> String {
    let time = when.starts().time();
    let parts: Vec<(&str, &str)> = when
        .rule()
        .split(';')
        .filter_map(|part| part.split_once('='))
        .collect();
    let part = |name: &str| {
        parts
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| *value)
    };
    let known = |names: &[&str]| parts.iter().all(|(name, _)| names.contains(name));
    let days = when.weekdays();
    let listed = list(tongue, &days);
    let plain = part("BYDAY").is_some_and(|days| days.split(',').all(|day| day.len() == 2));
    let weeks: i64 = part("INTERVAL").and_then(|n| n.parse().ok()).unwrap_or(1);
    let said = match part("FREQ") {
        Some("WEEKLY") if plain && known(&["FREQ", "BYDAY", "INTERVAL"]) => {
            let args = [("n", weeks.into()), ("days", listed.into())];
            tongue.tell("commit-weekly", &args)
        }
        Some("MONTHLY") if known(&["FREQ", "BYDAY"]) && days.len() == 1 => {
            let nth = part("BYDAY").unwrap_or_default();
            let nth = nth.get(..nth.len().saturating_sub(2)).unwrap_or_default();
            let key = match nth {
                "1" => "commit-nth-1",
                "2" => "commit-nth-2",
                "3" => "commit-nth-3",
                "4" => "commit-nth-4",
                "-1" => "commit-nth-last",
                _ => return with_clock(tongue, when.rule(), time),
            };
            tongue.tell(key, &[("day", listed.into())])
        }
        Some("DAILY") if known(&["FREQ"]) => tongue.say("commit-daily").to_owned(),
        _ => when.rule().to_owned(),
    };
    with_clock(tongue, &said, time)
}

fn with_clock(tongue: &Tongue, said: &str, time: Clock) -> String {
    if time == Clock::midnight() {
        return said.to_owned();
    }
    let clock = crate::tables::clock_text(time);
    tongue.tell(
        "commit-at-clock",
        &[("when", said.into()), ("clock", clock.into())],
    )
}

fn list(tongue: &Tongue, days: &[Weekday]) -> String {
    let names: Vec<&str> = days
        .iter()
        .map(|day| {
            let at = usize::from(day.to_monday_zero_offset().unsigned_abs());
            tongue.say(WEEKDAYS[at.min(6)])
        })
        .collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => {
            let args = [("first", first.join(", ").into()), ("last", (*last).into())];
            tongue.tell("commit-and", &args)
        }
    }
}

/// "today 17:00", "tomorrow 17:00", "Friday 6 March, 17:00"; and that clocks moved it, where they did.
pub(crate) fn time_words(room: &Room<'_>, time: &Time) -> String {
    let said = day_and_clock(room, Day::from_date(time.at.date()), Some(time.at.time()));
    if time.moved {
        return room
            .tongue
            .tell("commit-clocks-moved", &[("when", said.into())]);
    }
    said
}

/// A day and an hour, near ones by their names.
pub(crate) fn day_and_clock(room: &Room<'_>, day: Day, clock: Option<Clock>) -> String {
    let tongue = &room.tongue;
    let named = if day == room.today {
        tongue.say("commit-today").to_owned()
    } else if day == room.today.plus(1) {
        tongue.say("commit-tomorrow").to_owned()
    } else {
        tongue.day(day)
    };
    match clock.filter(|clock| *clock != Clock::midnight()) {
        Some(clock) => format!("{named}, {}", crate::tables::clock_text(clock)),
        None => named,
    }
}

/// Where a commitment stands, for its two sides alone.
pub(crate) fn stage(tongue: &Tongue, row: &CommitmentRow) -> String {
    let day = [("day", row.review_on.into())];
    match row.stage {
        Stage::Offered => tongue.say("commit-stage-offered").to_owned(),
        Stage::Active => tongue.tell("commit-stage-active", &day),
        // P1: an awaited word is awaited, and nothing else is said of it.
        Stage::AwaitingWord | Stage::BuddyAsked => tongue.say("commit-stage-awaiting").to_owned(),
        Stage::SetAside => tongue.say("commit-stage-aside").to_owned(),
        Stage::Resting => tongue.say("commit-stage-resting").to_owned(),
        Stage::HandingOver => tongue.say("commit-stage-handing").to_owned(),
        Stage::Released => tongue.say("commit-stage-released").to_owned(),
        Stage::Completed => tongue.say("commit-stage-completed").to_owned(),
        Stage::Closed => tongue.say("commit-stage-closed").to_owned(),
    }
}
