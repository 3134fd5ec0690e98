//! Two people hand over for somebody who cannot: arrested, in hospital, nowhere to be found.

use super::{going, held_by};
use crate::{
    rules::{self, Going, GoingStage, Near, RenewalRefusal as No, Thanks},
    tables::{self, GoingRow},
};
use kernel::{Member, PersonId};
use people::{ActId, ActKind, ActRow};
use store::{AnyConnection, Stop};
use web::{House, NameChoice, PowerKind, PowerUse, Quiet, Room};

/// Acts of this practice.
pub(crate) const KINDS: &[ActKind] = &[ActKind::HandOver];
/// So long they find, when they are back, what was handed over for them.
const TOLD_DAYS: i32 = 180;

/// How near somebody is to whom it is about.
pub(crate) fn nearness(room: &mut Room<'_>, by: &Member, about: PersonId) -> Result<Near, Stop> {
    let care = people::circle_of_kind(room.conn, by.network, "care")?;
    let buddies = room.house.buddies(room.conn, about)?;
    let held = held_by(room.conn, room.house, about)?;
    Ok(Near {
        steward: by.holds_any(kernel::Role::Steward),
        buddy: buddies.contains(&by.id),
        shadow: held.iter().any(|held| held.suggested == Some(by.id)),
        care: care.is_some_and(|circle| by.circles.contains(&circle.id)),
    })
}

fn may(room: &mut Room<'_>, about: PersonId) -> Result<Member, Stop> {
    let me = super::reads(room)?;
    let near = nearness(room, &me, about)?;
    rules::may_hand_over((me.id, me.standing), near, about)?;
    Ok(me)
}

/// One asks; nothing happens yet.
pub(crate) fn ask(room: &mut Room<'_>, name: &str) -> Result<(), Stop> {
    let about = super::named(room, name)?.ok_or(No::NameNotFound)?;
    let me = may(room, about)?;
    room.fresh()?;
    let here = people::standing_of(room.conn, me.network, about)?;
    if !here.is_some_and(kernel::Standing::reads_as_member) {
        return Err(No::NameNotFound.into());
    }
    let what = (ActKind::HandOver, about.to_string());
    let what = (what.0, what.1.as_str());
    people::ask_act(room.conn, room.house, &me, what, room.now)
}

/// Acts that wait, whose person this viewer is near to.
pub(crate) fn waiting(room: &mut Room<'_>) -> Result<Vec<(ActRow, PersonId)>, Stop> {
    let me = super::reads(room)?;
    let mut all = Vec::new();
    for act in people::acts_waiting(room.conn, me.network, KINDS, room.now)? {
        let Some(about) = PersonId::parse(&act.detail) else {
            continue;
        };
        let near = nearness(room, &me, about)?;
        if rules::may_hand_over((me.id, me.standing), near, about).is_ok() {
            all.push((act, about));
        }
    }
    Ok(all)
}

/// The second says yes, and it is done: everything is back with its circle, keys are to be changed,
/// the account is paused and not removed.
pub(crate) fn second(room: &mut Room<'_>, id: ActId) -> Result<(), Stop> {
    // Before anything is looked for: what waits is for those who are near.
    let seen = waiting(room)?;
    let (act, about) = seen
        .into_iter()
        .find(|(act, _)| act.id == id)
        .ok_or(Stop::NotThere)?;
    let me = room.member()?;
    rules::second(act.asked_by, me.id)?;
    room.fresh()?;
    hand_over(room.conn, room.house, about)?;
    people::act_seconded(room.conn, id, me.id, room.today)?;
    people::forget_whom(room.conn, id)?;
    let told = PowerUse::new(PowerKind::HandedOver, [act.asked_by, me.id], "near").about(about);
    room.house.power_used(room.conn, &told)
}

fn hand_over(conn: &mut AnyConnection, house: &House, about: PersonId) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let row = GoingRow {
        id: about,
        network_id: network.id,
        going: Going::Emergency,
        stage: GoingStage::Done,
        target_on: today,
        reachable_until: None,
        name_choice: NameChoice::KeepName,
        thanks: Thanks::Unsaid,
        ends_on: today.plus(TOLD_DAYS),
    };
    tables::remove_going(conn, network.id, about)?;
    tables::put_going(conn, &row)?;
    for held in held_by(conn, house, about)? {
        let how = going::without_anybody(&held);
        let thing = going::sealed(house, &row, &held, (how, None))?;
        going::lay(conn, house, thing, None)?;
    }
    going::goes_quiet(conn, house, about, Quiet::Taken)
}

/// They have read what was handed over for them.
pub(crate) fn read(room: &mut Room<'_>) -> Result<(), Stop> {
    let me = room.member()?;
    let row = tables::going_of(room.conn, me.network, me.id)?;
    match row.is_some_and(|row| row.going == Going::Emergency) {
        true => Ok(tables::remove_going(room.conn, me.network, me.id)?),
        false => Err(Stop::NotThere),
    }
}
