//! Stepping back and leaving: a plan, the yes of whoever takes something on, and the day.

use super::held_by;
use crate::{
    rules::{
        self, Going, GoingStage, Outcome, RenewalRefusal as No, Said, Thanks, ThingId, outcome,
    },
    tables::{self, GoingRow, THINGS, ThingRow},
};
use diesel::Connection;
use kernel::{Day, PersonId, Standing};
use store::{AnyConnection, Stop};
use web::{
    Disposition, GoesQuiet, Held, HeldKind, House, LaidDown, Leaving, NameChoice, Quiet, Room,
    Typed,
};

/// Somebody says when, and what shall become of each thing; whoever is named is asked.
pub(crate) fn begin(room: &mut Room<'_>, typed: &Typed) -> Result<(), Stop> {
    let me = room.member()?;
    match me.standing {
        Standing::Participant => return Err(No::NothingHeldYet.into()),
        standing if !standing.reads_as_member() => return Err(Stop::NotThere),
        _ => {}
    }
    let known = tables::going_of(room.conn, me.network, me.id)?;
    if known.is_some_and(|row| row.stage == GoingStage::HandingOver) {
        return Err(No::AlreadyGoing.into());
    }
    let target = rules::target(typed.some("target"), room.today)?;
    let reachable = rules::reachable(typed.some("reachable"), target)?;
    let going = match Going::parse(typed.text("going")) {
        Some(Going::Leave) => Going::Leave,
        _ => Going::StepBack,
    };
    let row = GoingRow {
        id: me.id,
        network_id: me.network,
        going,
        stage: GoingStage::HandingOver,
        target_on: target,
        reachable_until: reachable.filter(|_| going == Going::StepBack),
        name_choice: NameChoice::parse(typed.text("name")).unwrap_or(NameChoice::Erase),
        thanks: Thanks::parse(typed.text("thanks")).unwrap_or(Thanks::Unsaid),
        ends_on: reachable.unwrap_or(target).max(target),
    };
    tables::remove_going(room.conn, me.network, me.id)?;
    tables::put_going(room.conn, &row)?;
    for held in room.held(me.id)? {
        plan_thing(room, &row, &held, typed)?;
    }
    if me.standing == Standing::Member {
        people::set_standing(room.conn, me.network, me.id, Standing::SteppingBack)?;
    }
    Ok(())
}

/// What shall become of one thing, by the fields `how:<id>` and `to:<id>`; where nothing was said, it
/// is its circle's.
fn plan_thing(room: &mut Room<'_>, row: &GoingRow, held: &Held, typed: &Typed) -> Result<(), Stop> {
    let how = Disposition::parse(typed.text(&format!("how:{}", held.id)));
    let how = how.unwrap_or_else(|| without_anybody(held));
    let to = match typed.some(&format!("to:{}", held.id)) {
        Some(name) if how == Disposition::Successor => Some(successor(room, row.id, name)?),
        _ => None,
    };
    let (how, to) = rules::choice(held.may, how, to)?;
    let thing = sealed(room.house, row, held, (how, to))?;
    Ok(tables::put_thing(room.conn, &thing)?)
}

/// What is likeliest to become of a thing: somebody who knows it takes it on, or it is its circle's.
pub(crate) fn usual(held: &Held) -> Disposition {
    let first = held.may.first().copied().unwrap_or(Disposition::Circle);
    let without_name = held.may.iter().copied();
    match (first, held.suggested) {
        (Disposition::Successor, None) => without_name
            .into_iter()
            .find(|how| *how != Disposition::Successor)
            .unwrap_or(Disposition::Circle),
        _ => first,
    }
}

fn successor(room: &mut Room<'_>, from: PersonId, name: &str) -> Result<PersonId, Stop> {
    let person = super::named(room, name)?.ok_or(No::NameNotFound)?;
    match people::standing_of(room.conn, room.network.id, person)? {
        Some(Standing::Member) if person != from => Ok(person),
        Some(Standing::Guest | Standing::Participant) | None => Err(No::NameNotFound.into()),
        _ => Err(No::NameRests.into()),
    }
}

pub(crate) fn sealed(
    house: &House,
    row: &GoingRow,
    held: &Held,
    (how, to): (Disposition, Option<PersonId>),
) -> Result<ThingRow, Stop> {
    let fresh = house.vault.fresh::<ThingId>(row.network_id, THINGS)?;
    Ok(ThingRow {
        id: fresh.id,
        network_id: row.network_id,
        departure_id: row.id,
        thing: held.id.clone(),
        title: fresh.seal("title", &held.title)?,
        // Who carries which ask is no circle's to read.
        circle_id: held.circle.filter(|_| held.kind != HeldKind::Ask),
        how,
        successor_id: to,
        said: to.map(|_| Said::Asked),
        laid_on: None,
        ends_on: row.ends_on,
        row_key: fresh.row_key,
    })
}

fn mine(room: &mut Room<'_>) -> Result<GoingRow, Stop> {
    let me = room.member()?;
    let row = tables::going_of(room.conn, me.network, me.id)?;
    row.filter(|row| row.stage == GoingStage::HandingOver)
        .ok_or(Stop::NotThere)
}

/// Whoever was named says yes, or not; nobody asks why.
pub(crate) fn answer(room: &mut Room<'_>, id: ThingId, yes: bool) -> Result<(), Stop> {
    let me = room.member()?;
    let asked = tables::asked_of(room.conn, me.network, me.id)?;
    let thing = asked.into_iter().find(|thing| thing.id == id);
    let mut thing = thing.ok_or(Stop::NotThere)?;
    if yes {
        thing.said = Some(Said::Yes);
    } else {
        thing.successor_id = None;
        thing.said = None;
    }
    Ok(tables::put_thing(room.conn, &thing)?)
}

/// One thing is handed over now, before the day.
pub(crate) fn hand_over(room: &mut Room<'_>, id: ThingId) -> Result<(), Stop> {
    let row = mine(room)?;
    let thing = tables::thing(room.conn, row.network_id, id)?;
    match thing.departure_id == row.id && thing.laid_on.is_none() {
        true => lay(room.conn, room.house, thing, Some(row.target_on)),
        false => Err(Stop::NotThere),
    }
}

/// Everything is handed over. On the day they said, or where everything goes back at once, they are
/// free from this minute.
pub(crate) fn all_handed_over(room: &mut Room<'_>, now: bool) -> Result<Going, Stop> {
    let mut row = mine(room)?;
    if now {
        row.target_on = room.today;
        row.ends_on = row.reachable_until.unwrap_or(room.today);
        tables::put_going(room.conn, &row)?;
    }
    let going = row.going;
    // From this minute, or to the last minute of the day they said.
    let last = (!now).then_some(row.target_on);
    lay_all(room.conn, room.house, &row, last)?;
    if row.target_on <= room.today {
        free(room.conn, room.house, row)?;
    }
    Ok(going)
}

/// "I'll stay, after all": what was not handed over yet stays theirs.
pub(crate) fn stay(room: &mut Room<'_>) -> Result<(), Stop> {
    let row = mine(room)?;
    let me = room.member()?;
    tables::remove_going(room.conn, row.network_id, row.id)?;
    if me.standing == Standing::SteppingBack {
        people::set_standing(room.conn, me.network, me.id, Standing::Member)?;
    }
    Ok(())
}

/// Lays down everything that is still theirs, also what came to them since the plan.
fn lay_all(
    conn: &mut AnyConnection,
    house: &House,
    row: &GoingRow,
    last: Option<Day>,
) -> Result<(), Stop> {
    let things = tables::things_of(conn, row.network_id, row.id)?;
    for held in held_by(conn, house, row.id)? {
        if !things.iter().any(|thing| thing.thing == held.id) {
            let how = without_anybody(&held);
            let thing = sealed(house, row, &held, (how, None))?;
            tables::put_thing(conn, &thing)?;
        }
    }
    for thing in tables::things_of(conn, row.network_id, row.id)? {
        if thing.laid_on.is_none() {
            lay(conn, house, thing, last)?;
        }
    }
    Ok(())
}

/// What becomes of a thing where nobody says anything: it is its circle's; what is given to a person
/// pauses, and is not taken from them.
pub(crate) fn without_anybody(held: &Held) -> Disposition {
    let order = [Disposition::Circle, Disposition::Pause, Disposition::Close];
    let found = order.into_iter().find(|how| held.may.contains(how));
    found.unwrap_or(Disposition::Circle)
}

/// Lays one thing down as it was said; where whoever agreed cannot hold it after all, it is its
/// circle's.
pub(crate) fn lay(
    conn: &mut AnyConnection,
    house: &House,
    mut thing: ThingRow,
    last: Option<Day>,
) -> Result<(), Stop> {
    let today = house.network().zone.day_of(house.now());
    let last = last.filter(|last| *last >= today);
    let said = outcome(thing.how, thing.successor_id, thing.said);
    let back = Outcome {
        how: Disposition::Circle,
        to: None,
    };
    if !try_to(conn, house, &thing, said, last)? && said.to.is_some() {
        thing.successor_id = None;
        try_to(conn, house, &thing, back, last)?;
    }
    thing.how = said.how;
    thing.laid_on = Some(today);
    Ok(tables::put_thing(conn, &thing)?)
}

/// Whether it could become that; a refusal undoes what was begun of it. What is not held any more is
/// laid down already.
fn try_to(
    conn: &mut AnyConnection,
    house: &House,
    thing: &ThingRow,
    said: Outcome,
    last: Option<Day>,
) -> Result<bool, Stop> {
    let what = LaidDown {
        to: said.to,
        agreed: said.to.is_some(),
        last,
        ..LaidDown::new(thing.departure_id, &thing.thing, said.how)
    };
    match conn.transaction(|conn| house.lay_down(conn, &what)) {
        Ok(()) | Err(Stop::NotThere) => Ok(true),
        Err(Stop::Refused(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// They hold nothing any more: nothing is sent to them from here on, or they have left.
fn free(conn: &mut AnyConnection, house: &House, row: GoingRow) -> Result<(), Stop> {
    if row.going == Going::Leave {
        let leaving = Leaving {
            person: row.id,
            name: row.name_choice,
        };
        return house.leave(conn, &leaving);
    }
    let row = GoingRow {
        stage: GoingStage::Done,
        ..row
    };
    tables::put_going(conn, &row)?;
    goes_quiet(conn, house, row.id, Quiet::Leaves)
}

pub(crate) fn goes_quiet(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    why: Quiet,
) -> Result<(), Stop> {
    people::set_standing(conn, house.network().id, person, Standing::Dormant)?;
    house.goes_quiet(conn, GoesQuiet { person, why })
}

/// The day they said has passed: what is left is laid down, and they are free.
pub(crate) fn clock(conn: &mut AnyConnection, house: &House) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let mut moved = 0;
    for row in tables::all_going(conn, network.id)? {
        if row.stage == GoingStage::HandingOver && row.target_on < today {
            lay_all(conn, house, &row, None)?;
            free(conn, house, row)?;
            moved += 1;
        }
    }
    Ok(moved)
}

/// Somebody is back from rest, or from being quiet. Whoever was handing over goes on with it; whoever
/// had stepped back is on no way any more. What was handed over for them they have yet to read.
pub(crate) fn comes_back(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network().id;
    let Some(row) = tables::going_of(conn, network, person)? else {
        return Ok(());
    };
    match (row.stage, row.going) {
        (GoingStage::HandingOver, _) => {
            people::set_standing(conn, network, person, Standing::SteppingBack)
        }
        (GoingStage::Done, Going::StepBack) => Ok(tables::remove_going(conn, network, person)?),
        (GoingStage::Done, _) => Ok(()),
    }
}
