//! What people do about joining: each loads, asks the rule, saves; in one transaction.

use crate::{
    rules::{
        self, BUDDY_DAYS, CALL_DAYS, CallStage, FIRST_THING_DAYS, JoiningRefusal, QUIET_DAYS, Says,
        WORD_DAYS,
    },
    schema::{circle_says, days_together, newcomers, paths},
    sight,
    tables::{self, NEWCOMERS, NewcomerId, NewcomerRow, PATHS, PathRow, TogetherId},
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Member, NetworkId, PersonId, Role, Standing};
use store::{AnyConnection, Row, Stop};
use web::{Arrival, House, Lang, Room};

/// Somebody leaves a name and a way to reach them; returns the day by which they are called.
pub fn leave_word(
    conn: &mut AnyConnection,
    house: &House,
    (name, reach): (&str, &str),
    lang: Lang,
    today: Day,
) -> Result<Day, Stop> {
    let (name, reach) = (name.trim(), reach.trim());
    if name.is_empty() || reach.is_empty() {
        return Err(JoiningRefusal::NameAndReachNeeded.into());
    }
    let network = house.network().id;
    let fresh = house.vault.fresh::<NewcomerId>(network, NEWCOMERS)?;
    let call_by = today.plus(CALL_DAYS);
    let row = NewcomerRow {
        id: fresh.id,
        network_id: network,
        name: fresh.seal("name", name)?,
        reach: fresh.seal("reach", reach)?,
        language: lang,
        stage: CallStage::Left,
        came_on: today,
        call_by,
        caller_id: None,
        buddy_id: None,
        circle_id: None,
        invitation_id: None,
        ends_on: today.plus(WORD_DAYS),
        row_key: fresh.row_key,
    };
    diesel::insert_into(newcomers::table)
        .values(row)
        .execute(conn)?;
    Ok(call_by)
}

fn change_call(
    room: &mut Room<'_>,
    id: NewcomerId,
    rule: impl FnOnce(rules::Call, &Member, CircleId) -> Result<rules::Call, JoiningRefusal>,
) -> Result<NewcomerRow, Stop> {
    let me = room.member()?;
    let care = welcomer(room, &me)?;
    let mut row = tables::newcomer(room.conn, me.network, id)?;
    let call = rule(row.call(), &me, care)?;
    row.stage = call.stage;
    row.caller_id = call.caller;
    diesel::update(newcomers::table.find(id))
        .set(&row)
        .execute(room.conn)?;
    Ok(row)
}

/// The circle whose welcomers call, for whoever is one; for anybody else there is no such page.
pub(crate) fn welcomer(room: &mut Room<'_>, me: &Member) -> Result<CircleId, Stop> {
    // Most people are none, and Today asks this of everybody: the database is not.
    if !me.holds_any(Role::Welcomer) && !me.holds_any(Role::Steward) {
        return Err(Stop::NotThere);
    }
    let care = people::care_circle(room.conn, me.network)?;
    match sight::left_word(care).includes(&room.viewer) {
        true => Ok(care),
        false => Err(Stop::NotThere),
    }
}

/// "I'll call."
pub(crate) fn take_call(room: &mut Room<'_>, id: NewcomerId) -> Result<(), Stop> {
    change_call(room, id, |call, me, care| call.take(me, care)).map(drop)
}

/// "I can't after all."
pub(crate) fn give_back_call(room: &mut Room<'_>, id: NewcomerId) -> Result<(), Stop> {
    change_call(room, id, |call, me, care| call.give_back(me, care)).map(drop)
}

/// They have talked: a buddy, a home circle, and an invitation. Returns what stands in its link.
pub(crate) fn talked(
    room: &mut Room<'_>,
    id: NewcomerId,
    (buddy, circle): (Option<PersonId>, CircleId),
) -> Result<String, Stop> {
    if let Some(buddy) = buddy {
        is_a_member(room, buddy)?;
    }
    people::circle(room.conn, room.network.id, circle)?;
    let mut row = change_call(room, id, |call, me, care| call.talked(me, care))?;
    let invited = people::Invited {
        circle: Some(circle),
        role: None,
        standing: Standing::Participant,
    };
    let link = people::invite(room.conn, room.house, &invited, room.now)?;
    row.invitation_id = people::invitation_of(&link).map(Into::into);
    row.buddy_id = buddy;
    row.circle_id = Some(circle);
    diesel::update(newcomers::table.find(id))
        .set(&row)
        .execute(room.conn)?;
    Ok(link)
}

fn is_a_member(room: &mut Room<'_>, person: PersonId) -> Result<(), Stop> {
    match people::standing_of(room.conn, room.network.id, person)? {
        Some(Standing::Member) => Ok(()),
        _ => Err(JoiningRefusal::BuddyIsAMember.into()),
    }
}

/// They do not want to, or could not be reached: the name and the way to reach them go at once.
pub(crate) fn let_go(room: &mut Room<'_>, id: NewcomerId) -> Result<(), Stop> {
    let me = room.member()?;
    welcomer(room, &me)?;
    tables::newcomer(room.conn, me.network, id)?;
    diesel::delete(newcomers::table.find(id)).execute(room.conn)?;
    store::set_fact(room.conn, me.network, store::ERASED, "yes")?;
    Ok(())
}

/// Somebody has come in: what a welcomer wrote down of them becomes their first weeks.
pub(crate) fn begin_path(
    conn: &mut AnyConnection,
    house: &House,
    arrival: &Arrival,
    today: Day,
) -> Result<(), Stop> {
    if arrival.standing != Standing::Participant {
        return Ok(());
    }
    let network = house.network().id;
    let called = tables::newcomer_of_invitation(conn, network, arrival.invitation.into())?;
    let buddy = called.as_ref().and_then(|row| row.buddy_id);
    if let Some(row) = &called {
        diesel::delete(newcomers::table.find(row.id)).execute(conn)?;
        store::set_fact(conn, network, store::ERASED, "yes")?;
    }
    new_path(conn, house, (arrival.person, arrival.circle, buddy), today)
}

/// The first weeks of somebody, with the buddy they have.
pub fn new_path(
    conn: &mut AnyConnection,
    house: &House,
    (person, circle_id, buddy_id): (PersonId, Option<CircleId>, Option<PersonId>),
    today: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    let at = Row {
        network: &network,
        table: PATHS,
        id: person.bytes(),
    };
    let (_, row_key) = house.vault.new_key(at)?;
    diesel::insert_into(paths::table)
        .values(PathRow {
            id: person,
            network_id: network,
            circle_id,
            buddy_id,
            buddy_until: today.plus(BUDDY_DAYS),
            open_from: today.plus(QUIET_DAYS),
            first_by: today.plus(FIRST_THING_DAYS),
            first_on: None,
            first_words: None,
            asked_on: None,
            ends_on: today.plus(365),
            row_key,
        })
        .execute(conn)?;
    Ok(())
}

/// Somebody's first weeks, for those who are near; not there for anybody else.
pub(crate) fn near(room: &mut Room<'_>, person: PersonId) -> Result<PathRow, Stop> {
    let me = room.member()?;
    let care = people::care_circle(room.conn, me.network)?;
    let row = tables::path(room.conn, me.network, person)?.ok_or(Stop::NotThere)?;
    // Of a home circle those who are members; two newcomers of one circle do not read each other.
    let is_near = sight::path(row.id, row.buddy_id, row.circle_id, care).includes(&room.viewer)
        && (me.id == person || me.standing.reads_as_member());
    match is_near {
        true => Ok(row),
        false => Err(Stop::NotThere),
    }
}

/// The same, for whoever helps: the newcomer reads their own page, others write on it.
fn helps(room: &mut Room<'_>, person: PersonId) -> Result<PathRow, Stop> {
    let row = near(room, person)?;
    let me = room.member()?;
    match me.id == person || !me.standing.reads_as_member() {
        true => Err(JoiningRefusal::NotNear.into()),
        false => Ok(row),
    }
}

fn save(room: &mut Room<'_>, row: &PathRow) -> Result<(), Stop> {
    diesel::update(paths::table.find(row.id))
        .set(row)
        .execute(room.conn)?;
    Ok(())
}

/// "I'll be their buddy."
pub(crate) fn be_buddy(room: &mut Room<'_>, person: PersonId) -> Result<(), Stop> {
    let mut row = helps(room, person)?;
    let me = room.member()?;
    is_a_member(room, me.id)?;
    row.buddy_id = Some(me.id);
    row.buddy_until = room.today.plus(BUDDY_DAYS);
    save(room, &row)
}

/// What they do first, and when.
pub(crate) fn first_thing(
    room: &mut Room<'_>,
    person: PersonId,
    words: &str,
    day: Option<Day>,
) -> Result<(), Stop> {
    let mut row = helps(room, person)?;
    let words = words.trim();
    if words.is_empty() {
        return Err(JoiningRefusal::FirstThingNeeded.into());
    }
    let day = day
        .filter(|day| *day >= room.today && *day <= room.today.plus(60))
        .ok_or(JoiningRefusal::DayNotUnderstood)?;
    let key = row.key(&room.house.vault)?;
    row.first_words = Some(key.seal(row.row(), "first_words", words)?);
    row.first_on = Some(day);
    save(room, &row)
}

/// They did something with us on that day; a day counts once.
pub(crate) fn did_together(
    room: &mut Room<'_>,
    person: PersonId,
    day: Option<Day>,
) -> Result<(), Stop> {
    let row = helps(room, person)?;
    let day = day
        .filter(|day| *day <= room.today && *day >= room.today.plus(-60))
        .ok_or(JoiningRefusal::DayNotUnderstood)?;
    day_together(room.conn, room.house, row.id, day)
}

/// Writes down a day of doing something together. Twice is as once.
pub fn day_together(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    day: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    if tables::days_of(conn, network, person)?.contains(&day) {
        return Ok(());
    }
    diesel::insert_into(days_together::table)
        .values((
            days_together::id.eq(TogetherId::new(&*house.chance)),
            days_together::network_id.eq(network),
            days_together::person_id.eq(person),
            days_together::on_day.eq(day),
        ))
        .execute(conn)?;
    Ok(())
}

/// The home circle is asked.
pub(crate) fn ask_circle(room: &mut Room<'_>, person: PersonId) -> Result<(), Stop> {
    let mut row = helps(room, person)?;
    tables::path_as_ruled(room.conn, &row)?.ask()?;
    row.asked_on.get_or_insert(room.today);
    save(room, &row)
}

/// A member of the home circle says yes or not yet; a second word replaces the first.
pub(crate) fn say(room: &mut Room<'_>, person: PersonId, says: Says) -> Result<(), Stop> {
    let row = helps(room, person)?;
    let me = room.member()?;
    let circle = row.circle_id.ok_or(JoiningRefusal::CircleOnly)?;
    if !me.circles.contains(&circle) {
        return Err(JoiningRefusal::CircleOnly.into());
    }
    if row.asked_on.is_none() {
        return Err(JoiningRefusal::NotAskedYet.into());
    }
    diesel::delete(
        circle_says::table.filter(
            circle_says::network_id
                .eq(me.network)
                .and(circle_says::person_id.eq(person))
                .and(circle_says::member_id.eq(me.id)),
        ),
    )
    .execute(room.conn)?;
    diesel::insert_into(circle_says::table)
        .values((
            circle_says::network_id.eq(me.network),
            circle_says::person_id.eq(person),
            circle_says::member_id.eq(me.id),
            circle_says::says.eq(says),
            circle_says::said_on.eq(room.today),
        ))
        .execute(room.conn)?;
    Ok(())
}

/// The circle has said yes: they are a member. What was said of them goes; their buddy stays.
pub(crate) fn take_in(room: &mut Room<'_>, person: PersonId) -> Result<(), Stop> {
    let mut row = helps(room, person)?;
    let me = room.member()?;
    let circle = row.circle_id.ok_or(JoiningRefusal::CircleOnly)?;
    if !me.circles.contains(&circle) {
        return Err(JoiningRefusal::CircleOnly.into());
    }
    room.posture().entries_open(&room.network.zone)?;
    tables::path_as_ruled(room.conn, &row)?.take_in(room.today)?;
    people::become_member(room.conn, room.house, person)?;
    forget_what_was_said(room.conn, me.network, person)?;
    row.ends_on = row.buddy_until.max(room.today);
    save(room, &row)
}

pub(crate) fn forget_what_was_said(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> Result<(), Stop> {
    diesel::delete(
        circle_says::table.filter(
            circle_says::network_id
                .eq(network)
                .and(circle_says::person_id.eq(person)),
        ),
    )
    .execute(conn)?;
    diesel::delete(
        days_together::table.filter(
            days_together::network_id
                .eq(network)
                .and(days_together::person_id.eq(person)),
        ),
    )
    .execute(conn)?;
    Ok(())
}
