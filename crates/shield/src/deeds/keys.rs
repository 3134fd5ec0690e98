//! The list of keys: what there is, where it lies, who holds it. Never the secret.

use super::coordinating_and_hosts;
use crate::{
    rules::ShieldRefusal,
    tables::{self, KeyId, KeyRow, SHARED_KEYS},
};
use kernel::{Day, Guarded, Member, NetworkId, PersonId, Role, Who, looks_like_a_secret};
use store::{AnyConnection, ERASED, Row, Stop, set_fact};
use web::{Disposition, Held, HeldKind, House, LaidDown, PowerKind, PowerUse, Room};

/// A key is looked at again within a year.
const LONGEST_DAYS: i32 = 366;
const LIMIT: usize = 200;
/// Before the id of a key somebody holds.
const KEY: &str = "key:";

/// What was typed of a key.
pub(crate) struct Written<'a> {
    pub what: &'a str,
    pub lies: &'a str,
    pub holders: Vec<&'a str>,
    pub changed_on: &'a str,
    pub review_on: &'a str,
}

/// For those who look after the keys; for anybody else there is no such page.
pub(crate) fn keeper(room: &mut Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    let who = coordinating_and_hosts(room)?;
    match who.includes(&room.viewer) {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// Writes a key down, or anew.
pub(crate) fn write(
    room: &mut Room<'_>,
    id: Option<KeyId>,
    written: &Written<'_>,
) -> Result<(), Stop> {
    let me = keeper(room)?;
    if let Some(id) = id {
        tables::key(room.conn, me.network, id)?;
    }
    if written.what.is_empty() || written.what.chars().count() > LIMIT {
        return Err(ShieldRefusal::WhatNeeded.into());
    }
    if looks_like_a_secret(written.what) || looks_like_a_secret(written.lies) {
        return Err(ShieldRefusal::LooksLikeASecret.into());
    }
    let today = room.today;
    let changed_on = Day::parse(written.changed_on)
        .filter(|day| *day <= today)
        .ok_or(ShieldRefusal::DayNotUnderstood)?;
    let review_on = Day::parse(written.review_on)
        .filter(|day| *day > today && *day <= today.plus(LONGEST_DAYS))
        .ok_or(ShieldRefusal::DayNotUnderstood)?;
    let holders = holders_of(room, &written.holders)?;
    room.fresh()?;
    let id = id.unwrap_or_else(|| KeyId::new(&*room.house.chance));
    let at = Row {
        network: &me.network,
        table: SHARED_KEYS,
        id: id.bytes(),
    };
    let (key, row_key) = room.house.vault.new_key(at)?;
    let lies = Some(written.lies).filter(|lies| !lies.is_empty());
    let row = KeyRow {
        id,
        network_id: me.network,
        what: key.seal(at, "what", written.what)?,
        lies: key.seal_some(at, "lies", lies)?,
        changed_on,
        review_on,
        due_since: None,
        row_key,
    };
    tables::save_key(room.conn, &row, &holders)?;
    tell(room, &me)
}

fn tell(room: &mut Room<'_>, me: &Member) -> Result<(), Stop> {
    let role = match me.holds_any(Role::Host) {
        true => Role::Host,
        false => Role::Steward,
    };
    let told = PowerUse::new(PowerKind::KeysChanged, [me.id], role.as_str());
    room.house.power_used(room.conn, &told)
}

/// Two at least, each a host or a steward now.
fn holders_of(room: &mut Room<'_>, handles: &[&str]) -> Result<Vec<PersonId>, Stop> {
    let mut holders = Vec::new();
    for handle in handles.iter().filter(|handle| !handle.is_empty()) {
        let vault = &room.house.vault;
        let person = people::person_with_handle(room.conn, vault, room.network.id, handle)?
            .ok_or(ShieldRefusal::HoldersHoldRoles)?;
        if !holds_a_role(room.conn, room.house, person)? {
            return Err(ShieldRefusal::HoldersHoldRoles.into());
        }
        if !holders.contains(&person) {
            holders.push(person);
        }
    }
    match holders.len() {
        2.. => Ok(holders),
        _ => Err(ShieldRefusal::TwoHoldersNeeded.into()),
    }
}

/// Host or steward, and still here.
fn holds_a_role(conn: &mut AnyConnection, house: &House, person: PersonId) -> Result<bool, Stop> {
    let known = people::known_of(conn, house, person, house.now())?;
    Ok(known.is_some_and(|known| {
        let member = known.member;
        // Whoever steps back holds them until the day they said, and lays them down by name.
        let stays = !matches!(
            member.standing,
            kernel::Standing::Left | kernel::Standing::Dormant
        );
        stays && (member.holds_any(Role::Host) || member.holds_any(Role::Steward))
    }))
}

/// There is no such key any more.
pub(crate) fn end(room: &mut Room<'_>, id: KeyId) -> Result<(), Stop> {
    let me = keeper(room)?;
    let row = tables::key(room.conn, me.network, id)?;
    tables::erase_key(room.conn, &row)?;
    set_fact(room.conn, me.network, ERASED, "yes")?;
    tell(room, &me)
}

/// What a key is to, for whoever holds it: the list itself is for its keepers.
pub(crate) fn held(room: &mut Room<'_>, by: PersonId) -> Result<Vec<Held>, Stop> {
    let mine: Vec<KeyId> = tables::holders(room.conn, room.network.id)?
        .into_iter()
        .filter(|(_, holder)| *holder == by)
        .map(|(key, _)| key)
        .collect();
    let mut all = Vec::new();
    if mine.is_empty() {
        return Ok(all);
    }
    for row in tables::keys(room.conn, room.network.id)? {
        if mine.contains(&row.id) {
            let what = row
                .key(&room.house.vault)?
                .open(row.row(), "what", &row.what)?;
            let what = Guarded::new(what, Who::Person(by));
            all.push(Held {
                id: format!("{KEY}{}", row.id),
                kind: HeldKind::Key,
                title: what.seen_by(&room.viewer).cloned().unwrap_or_default(),
                href: "/keys".to_owned(),
                circle: None,
                suggested: None,
                may: &[Disposition::Circle],
            });
        }
    }
    Ok(all)
}

/// Its holder lays a key down: the others change it now.
pub(crate) fn lay_down(
    conn: &mut AnyConnection,
    house: &House,
    what: &LaidDown<'_>,
) -> Result<bool, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    match what.id.strip_prefix(KEY).and_then(KeyId::parse) {
        Some(id) => Ok(tables::let_go(conn, (network.id, id), what.from, today)?),
        None => Ok(false),
    }
}

/// Whoever holds neither role any more, or is quiet, holds no key: what they held is to be
/// changed. Returns how many keys that were.
pub(crate) fn let_go_of_holders(conn: &mut AnyConnection, house: &House) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let mut people: Vec<PersonId> = tables::holders(conn, network.id)?
        .into_iter()
        .map(|(_, person)| person)
        .collect();
    people.sort();
    people.dedup();
    let mut moved = 0;
    for person in people {
        if !holds_a_role(conn, house, person)? {
            moved += tables::holds_no_more(conn, network.id, person, today)?;
        }
    }
    Ok(moved)
}

/// How many hold each key, and what is due: for the quiet line on a host's Today.
pub(crate) fn wanting(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> Result<(usize, usize, usize), Stop> {
    let holders = tables::holders(conn, network)?;
    let (mut few, mut due, mut look) = (0, 0, 0);
    for row in tables::keys(conn, network)? {
        let held = holders.iter().filter(|(key, _)| *key == row.id).count();
        few += usize::from(held < 2);
        due += usize::from(row.due_since.is_some());
        look += usize::from(row.review_on <= today);
    }
    Ok((few, due, look))
}
