//! Matching: wishing for a pod, naming whoever matches, trying a grouping.

use super::{pods, somebody_here};
use crate::{
    rules::{self, Pod, PodsRefusal, TRIES_A_DAY},
    sight,
    tables::{self, PodId, WISHES, WishRow},
};
use kernel::{Day, Guarded, Member, PersonId, Role, Standing};
use std::collections::BTreeSet;
use store::{AnyConnection, ERASED, Row, Stop, set_fact};
use web::{House, PowerKind, PowerUse, Room};

/// Names are sealed at one length, so that nobody sees by it whether there are any: more bytes than
/// so many characters can have.
const SEALED_LENGTH: usize = rules::WISH_LENGTH * 4;

/// "I would like a pod", and whom please not with; said again, it stands over what was said.
pub(crate) fn wish(room: &mut Room<'_>, typed: &str) -> Result<(), Stop> {
    let me = somebody_here(room)?;
    let matcher = matcher(room)?;
    let in_a_pod = tables::pod_of(room.conn, me.network, me.id)?.is_some();
    rules::may_wish(me.id, matcher.map(|(person, _)| person), in_a_pod)?;
    let names = rules::names_of(typed)?;
    // A newcomer does not know yet who is here, and does not find out by this.
    if me.standing.reads_as_member() {
        for name in &names {
            let vault = &room.house.vault;
            let found = people::person_with_handle(room.conn, vault, me.network, name)?;
            found.ok_or(PodsRefusal::NobodyCalledThat)?;
        }
    }
    keep(room.conn, room.house, (me.id, &names), room.today)
}

fn keep(
    conn: &mut AnyConnection,
    house: &House,
    (person, names): (PersonId, &[String]),
    today: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    let mut text = names.join("\n");
    while text.len() < SEALED_LENGTH {
        text.push('\n');
    }
    if let Some(row) = tables::wish_of(conn, network, (person, today))? {
        let sealed = row.key(&house.vault)?.seal(row.row(), "not_with", &text)?;
        tables::set_not_with(conn, person, &sealed)?;
        return Ok(set_fact(conn, network, ERASED, "yes")?);
    }
    tables::erase_wishes(conn, network, &[person])?;
    let at = Row {
        network: &network,
        table: WISHES,
        id: person.bytes(),
    };
    let (key, row_key) = house.vault.new_key(at)?;
    let row = WishRow {
        id: person,
        network_id: network,
        not_with: key.seal(at, "not_with", &text)?,
        ends_on: today.plus(rules::WISH_DAYS),
        row_key,
    };
    Ok(tables::put_wish(conn, &row)?)
}

/// Whom somebody said "please not with" of, for themself.
pub(crate) fn not_with(house: &House, row: &WishRow) -> Result<Guarded<Vec<String>>, Stop> {
    Ok(Guarded::new(opened(house, row)?, sight::not_with(row.id)))
}

/// The same, in the open: for the matching, and for their own export.
pub(crate) fn opened(house: &House, row: &WishRow) -> Result<Vec<String>, Stop> {
    let text = row
        .key(&house.vault)?
        .open(row.row(), "not_with", &row.not_with)?;
    let names = text.lines().filter(|name| !name.is_empty());
    Ok(names.map(str::to_owned).collect())
}

/// "Not any more": the wish and all that was said go at once.
pub(crate) fn wish_no_more(room: &mut Room<'_>) -> Result<(), Stop> {
    let me = somebody_here(room)?;
    tables::erase_wishes(room.conn, me.network, &[me.id])?;
    Ok(set_fact(room.conn, me.network, ERASED, "yes")?)
}

/// Who matches pods now, and until which day.
pub(crate) fn matcher(room: &mut Room<'_>) -> Result<Option<(PersonId, Day)>, Stop> {
    Ok(tables::matcher(room.conn, room.network.id, room.today)?)
}

/// A steward of that circle; where it has none now, a steward of another. Not there for others.
pub(crate) fn names_the_matcher(room: &mut Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    // Most people are none, and Today asks this of everybody.
    if !me.holds_any(Role::Steward) {
        return Err(Stop::NotThere);
    }
    let care = people::care_circle(room.conn, me.network)?;
    let stewards = people::holders_now(room.conn, me.network, (care, Role::Steward), room.now)?;
    match me.holds(Role::Steward, care) || stewards.is_empty() {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// Somebody else matches pods from now on, until a day.
pub(crate) fn name(room: &mut Room<'_>, handle: &str, until: Option<Day>) -> Result<(), Stop> {
    let me = names_the_matcher(room)?;
    let vault = &room.house.vault;
    let person = people::person_with_handle(room.conn, vault, me.network, handle)?
        .ok_or(PodsRefusal::NobodyCalledThat)?;
    let standing = people::standing_of(room.conn, me.network, person)?;
    let until = rules::may_match((me.id, person), standing, (room.today, until))?;
    // Whoever matches is matched by whoever comes after them.
    if tables::erase_wishes(room.conn, me.network, &[person])? {
        set_fact(room.conn, me.network, ERASED, "yes")?;
    }
    tables::set_matcher(room.conn, me.network, Some((person, until)))?;
    power(room, (me.id, person), PowerKind::RoleGiven)
}

/// The matching ends before its day: by whoever names, or by whoever matches.
pub(crate) fn end(room: &mut Room<'_>) -> Result<(), Stop> {
    let me = room.member()?;
    let (person, _) = matcher(room)?.ok_or(Stop::NotThere)?;
    if person == me.id {
        return Ok(tables::set_matcher(room.conn, me.network, None)?);
    }
    names_the_matcher(room)?;
    tables::set_matcher(room.conn, me.network, None)?;
    power(room, (me.id, person), PowerKind::RoleEnded)
}

fn power(
    room: &mut Room<'_>,
    (by, about): (PersonId, PersonId),
    kind: PowerKind,
) -> Result<(), Stop> {
    let told = PowerUse::new(kind, [by], Role::Steward.as_str())
        .about(about)
        .what("pod-matcher");
    room.house.power_used(room.conn, &told)
}

/// Whoever matches now; not there for anybody else.
fn matches(room: &mut Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    let matcher = matcher(room)?.map(|(person, _)| person);
    match sight::wishes(matcher).includes(&room.viewer) && me.standing.reads_as_member() {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// Those who would like a pod and have none, without those who rest, behind their audience.
pub(crate) fn waiting(room: &mut Room<'_>) -> Result<Vec<WishRow>, Stop> {
    let network = room.network.id;
    let seated: BTreeSet<PersonId> = tables::seated(room.conn, network)?.into_iter().collect();
    let mut waiting = Vec::new();
    for row in tables::wishes(room.conn, network, room.today)? {
        let standing = people::standing_of(room.conn, network, row.id)?;
        let here = standing.is_some_and(|s| !s.rests() && s != Standing::Left);
        if here && !seated.contains(&row.id) {
            waiting.push(row);
        }
    }
    Ok(waiting)
}

/// The same, for whoever matches: each with their name.
pub(crate) fn candidates(room: &mut Room<'_>) -> Result<Vec<(PersonId, Guarded<String>)>, Stop> {
    matches(room)?;
    let matcher = matcher(room)?.map(|(person, _)| person);
    let mut candidates = Vec::new();
    for row in waiting(room)? {
        let vault = &room.house.vault;
        let name = people::name_of(room.conn, vault, room.network.id, row.id)?;
        candidates.push((name, row.id));
    }
    candidates.sort();
    let guarded = |(name, id)| (id, Guarded::new(name, sight::wishes(matcher)));
    Ok(candidates.into_iter().map(guarded).collect())
}

/// How many groupings can be tried today.
pub(crate) fn tries_left(room: &mut Room<'_>) -> Result<usize, Stop> {
    let tried = tables::tries_on(room.conn, room.network.id, room.today)?;
    Ok(TRIES_A_DAY.saturating_sub(tried))
}

/// Whoever matches tries a grouping: it is proposed to everybody in it, or it cannot form. Either
/// way it counts towards the day's tries.
pub(crate) fn group(room: &mut Room<'_>, people: &[PersonId]) -> Result<Option<PodId>, Stop> {
    let me = matches(room)?;
    if tries_left(room)? == 0 {
        return Err(PodsRefusal::EnoughToday.into());
    }
    let pod = Pod::propose(people, room.today)?;
    let waiting = waiting(room)?;
    let mut grouping = Vec::new();
    for seat in &pod.seats {
        let row = waiting.iter().find(|row| row.id == seat.person);
        let row = row.ok_or(PodsRefusal::NotAmongThem)?;
        let vault = &room.house.vault;
        let name = people::name_of(room.conn, vault, me.network, seat.person)?;
        grouping.push((name, opened(room.house, row)?));
    }
    tables::put_try(room.conn, &*room.house.chance, me.network, room.today)?;
    match rules::holds_together(&grouping) {
        true => pods::put(room.conn, room.house, &pod, (None, None)).map(Some),
        false => Ok(None),
    }
}

/// Their wish and their matching are over, and nobody keeps their name as one "please not with".
pub(super) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    tables::erase_wishes(conn, network.id, &[person])?;
    end_if(conn, house, person)?;
    let wishes = tables::wishes(conn, network.id, today)?;
    if wishes.is_empty() {
        return Ok(());
    }
    let name = people::name_of(conn, &house.vault, network.id, person)?.to_lowercase();
    for row in wishes {
        let mut names = opened(house, &row)?;
        let before = names.len();
        names.retain(|said| *said != name);
        if names.len() < before {
            keep(conn, house, (row.id, &names), today)?;
        }
    }
    Ok(())
}

/// Ends the matching where this person does it; whether they did.
pub(crate) fn end_if(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<bool, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let matches = tables::matcher(conn, network.id, today)?.is_some_and(|(who, _)| who == person);
    if matches {
        tables::set_matcher(conn, network.id, None)?;
    }
    Ok(matches)
}
