//! How the network stands: asked for by one, done with another's yes.

use crate::{
    rules::{ShieldRefusal, Signer, Stands},
    tables,
};
use kernel::{Moment, NetworkId, PersonId};
use people::{ActId, ActKind, ActRow};
use store::{AnyConnection, Stop};
use web::{Posture, PowerKind, PowerUse, Room};

/// The kinds of acts that are this practice's.
pub(crate) const KINDS: &[ActKind] = &[
    ActKind::Guard,
    ActKind::Lockdown,
    ActKind::HoldLockdown,
    ActKind::StepDown,
];

const GUARDED: &str = "guarded";
const LOCKDOWN: &str = "lockdown";

/// The posture in force: one row, by its primary key.
///
/// # Errors
/// Where the database cannot be read.
pub fn posture(conn: &mut AnyConnection, network: NetworkId, now: Moment) -> Result<Posture, Stop> {
    Ok(tables::stands(conn, network)?.in_force(now))
}

/// What an act is about, besides its kind.
fn in_force(stands: &Stands, now: Moment) -> &'static str {
    match stands.in_force(now) {
        Posture::Lockdown { .. } => LOCKDOWN,
        Posture::Guarded { .. } => GUARDED,
        Posture::Open => "",
    }
}

/// One person asks; nothing happens yet.
pub(crate) fn ask(room: &mut Room<'_>, kind: ActKind, days: &str) -> Result<(), Stop> {
    let me = room.member()?;
    let by = Signer::from(&me);
    let (now, stands) = (room.now, tables::stands(room.conn, me.network)?);
    let detail = match kind {
        ActKind::Guard => {
            stands.may_guard(&by)?;
            String::new()
        }
        ActKind::Lockdown => {
            stands.may_lock(&by, now)?;
            String::new()
        }
        ActKind::HoldLockdown => {
            stands.may_hold(&by, now)?;
            held_days(days)?.to_string()
        }
        ActKind::StepDown => {
            stands.may_step_down(&by, now)?;
            in_force(&stands, now).to_owned()
        }
        _ => return Err(Stop::NotThere),
    };
    room.fresh()?;
    people::ask_act(room.conn, room.house, &me, (kind, &detail), now)
}

fn held_days(text: &str) -> Result<i64, ShieldRefusal> {
    text.trim()
        .parse()
        .ok()
        .filter(|days| (1..=crate::rules::LONGEST_HOLD_DAYS).contains(days))
        .ok_or(ShieldRefusal::DaysNotUnderstood)
}

/// What is waiting for a second person.
pub(crate) fn waiting(room: &mut Room<'_>) -> Result<Vec<ActRow>, Stop> {
    let network = room.network.id;
    Ok(people::acts_waiting(room.conn, network, KINDS, room.now)?)
}

/// The second person says yes: from this moment it is in force for everybody. Returns whether
/// everybody's sessions ended with it.
pub(crate) fn second(room: &mut Room<'_>, id: ActId) -> Result<bool, Stop> {
    let me = room.member()?;
    let (network, now) = (me.network, room.now);
    let by = Signer::from(&me);
    // Before anything is looked for: what waits is for them to know.
    if !by.steward && !by.host {
        return Err(ShieldRefusal::StewardsOrHosts.into());
    }
    let act = people::act_waiting(room.conn, network, id, KINDS, now)?;
    let first = asked_by(room, act.asked_by)?;
    let stands = tables::stands(room.conn, network)?;
    if act.kind == ActKind::StepDown && act.detail != in_force(&stands, now) {
        return Err(ShieldRefusal::NothingToStepDownFrom.into());
    }
    let before = stands.in_force(now);
    let pair = [&first, &by];
    room.fresh()?;
    let (after, kind) = match act.kind {
        ActKind::Guard => {
            let again = matches!(before, Posture::Guarded { .. });
            let kind = match again {
                true => PowerKind::GuardedAgain,
                false => PowerKind::Guarded,
            };
            (stands.guard(pair, now)?, kind)
        }
        ActKind::Lockdown => (stands.lock(pair, now)?, PowerKind::Lockdown),
        ActKind::HoldLockdown => {
            let days = held_days(&act.detail)?;
            (stands.hold(pair, days, now)?, PowerKind::LockdownHeld)
        }
        _ => (stands.step_down(pair, now)?, PowerKind::SteppedDown),
    };
    tables::save_stands(room.conn, network, &after, &room.network.zone)?;
    people::act_seconded(room.conn, id, me.id, room.today)?;
    let role = match act.kind {
        ActKind::Guard => "steward",
        _ => "steward, host",
    };
    let told = PowerUse::new(kind, [first.id, me.id], role).what(act.detail);
    room.house.power_used(room.conn, &told)?;
    let ends = act.kind == ActKind::Lockdown;
    if ends {
        people::close_everyones(room.conn, network)?;
    }
    Ok(ends)
}

/// Whoever asked, with what they hold now: a role that has ended since then does not count.
fn asked_by(room: &mut Room<'_>, person: PersonId) -> Result<Signer, Stop> {
    let known = people::known_of(room.conn, room.house, person, room.now)?;
    let member = known.ok_or(people::PeopleRefusal::ActGone)?.member;
    Ok(Signer::from(&member))
}

/// Whoever leaves stands nowhere here any more.
pub(crate) fn forget(
    conn: &mut AnyConnection,
    house: &web::House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network();
    let mut stands = tables::stands(conn, network.id)?;
    if let Some(lock) = &mut stands.lock
        && lock.by.contains(&person)
    {
        lock.by.retain(|by| *by != person);
        tables::save_stands(conn, network.id, &stands, &network.zone)?;
    }
    Ok(())
}
