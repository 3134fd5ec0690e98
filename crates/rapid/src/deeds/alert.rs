//! Alerts: whoever answers the line writes down what somebody saw, asks somebody to look, and tells those
//! who want to hear only what is confirmed.

use super::lane::acts;
use crate::{
    rules::{
        AlertId, AlertStage, CONSENT_DAYS, Does, HEARD_FOR, RapidRefusal as No, broadcast, verdict,
    },
    sight,
    tables::{self, ALERTS, ASKED, AlertRow, EARS, EarId, EarRow, Goes, LookerId, LookerRow},
};
use kernel::{Member, PersonId, Role, Who, YesNo};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{AtOnce, AtOnceKind, House, Room, Typed};

/// Each line of the shape, in characters.
pub(crate) const LINE_LIMIT: usize = 120;

/// Whoever answers the line: they hear what is reported first, and decide whom to ask.
pub(crate) fn answers_the_line(me: &Member) -> bool {
    me.standing.reads_as_member()
        && !me.is_resting()
        && (me.holds_any(Role::Intake) || me.holds_any(Role::Shift))
}

/// What somebody is to an alert.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Near {
    /// They answer the line.
    Line,
    /// They were asked to look.
    Looker(Goes),
    /// They were told, because they want to hear.
    Hears,
}

/// What whoever is in the room is to an alert; nothing, where it is none of theirs.
pub(crate) fn near(room: &mut Room<'_>, me: &Member, row: &AlertRow) -> Result<Option<Near>, Stop> {
    if answers_the_line(me) {
        return Ok(Some(Near::Line));
    }
    let of = (row.network_id, row.id);
    let asked = tables::lookers(room.conn, &room.house.vault, of)?;
    if let Some(mine) = asked.iter().find(|one| one.person == me.id) {
        return Ok(Some(Near::Looker(mine.is)));
    }
    let hears = row.told.is_so() && does(room, me.id, Does::Hears)?;
    Ok(hears.then_some(Near::Hears))
}

/// Whether somebody offered to hear, or to look.
pub(crate) fn does(room: &mut Room<'_>, person: PersonId, what: Does) -> Result<bool, Stop> {
    let of = (room.network.id, room.today);
    let ears = tables::ears(room.conn, &room.house.vault, of)?;
    Ok(ears
        .iter()
        .any(|ear| ear.person == person && ear.is.0 == what))
}

/// An alert that whoever is in the room is near to, and how; for anybody else there is none.
pub(crate) fn read(room: &mut Room<'_>, id: AlertId) -> Result<(Member, AlertRow, Near), Stop> {
    let me = acts(room)?;
    let row = tables::alert(room.conn, me.network, id)?;
    if row.expires_at <= room.now {
        return Err(Stop::NotThere);
    }
    match near(room, &me, &row)? {
        Some(near) => Ok((me, row, near)),
        None => Err(Stop::NotThere),
    }
}

/// Who may read what stands in it: whoever was let in by [`read`].
pub(crate) fn reader(me: &Member) -> Who {
    sight::alert(&[me.id])
}

/// Somebody reports what they saw, in the fixed shape; whoever answers the line reads it.
pub(crate) fn report(room: &mut Room<'_>, typed: &Typed) -> Result<AlertId, Stop> {
    let me = acts(room)?;
    for name in [
        "size", "activity", "place", "unit", "seen", "gear", "reporter",
    ] {
        typed.at_most(name, LINE_LIMIT)?;
    }
    let (Some(activity), Some(place)) = (typed.some("activity"), typed.some("place")) else {
        return Err(No::ShapeNeeded.into());
    };
    let fresh = room.house.vault.fresh::<AlertId>(me.network, ALERTS)?;
    let id = fresh.id;
    let row = AlertRow {
        id,
        network_id: me.network,
        stage: AlertStage::Reported,
        size: fresh.seal_some("size", typed.some("size"))?,
        activity: fresh.seal("activity", activity)?,
        place: fresh.seal("place", place)?,
        unit: fresh.seal_some("unit", typed.some("unit"))?,
        seen: fresh.seal_some("seen", typed.some("seen"))?,
        gear: fresh.seal_some("gear", typed.some("gear"))?,
        reporter: fresh.seal_some("reporter", typed.some("reporter"))?,
        found: None,
        told: YesNo::No,
        reported_at: room.now,
        expires_at: room.now.plus_seconds(HEARD_FOR),
        row_key: fresh.row_key,
    };
    tables::put_alert(room.conn, &row)?;
    Ok(id)
}

/// Whoever answers the line asks those who offered to look.
pub(crate) fn ask(room: &mut Room<'_>, id: AlertId) -> Result<(), Stop> {
    let (me, mut row, near) = read(room, id)?;
    if near != Near::Line {
        return Err(Stop::NotThere);
    }
    if row.stage == AlertStage::Cleared {
        return Err(No::NotWaiting.into());
    }
    let of = (row.network_id, row.id);
    let known = tables::lookers(room.conn, &room.house.vault, of)?;
    let ears = tables::ears(room.conn, &room.house.vault, (me.network, room.today))?;
    let mut any = !known.is_empty();
    for ear in ears.iter().filter(|ear| ear.is.0 == Does::Looks) {
        if known.iter().any(|one| one.person == ear.person) || rests(room, ear.person)? {
            continue;
        }
        any = true;
        let fresh = room.house.vault.fresh::<LookerId>(row.network_id, ASKED)?;
        let looker = fresh.id;
        let asked = LookerRow {
            id: looker,
            network_id: row.network_id,
            alert_id: row.id,
            who: fresh.seal("who", &ear.person.to_string())?,
            goes: Goes::Open,
            expires_at: row.expires_at,
            row_key: fresh.row_key,
        };
        tables::add_looker(room.conn, &asked)?;
        tell(room, ear.person)?;
    }
    if !any {
        return Err(No::NobodyLooks.into());
    }
    if row.stage == AlertStage::Reported {
        row.stage = AlertStage::Asked;
    }
    Ok(tables::put_alert(room.conn, &row)?)
}

fn rests(room: &mut Room<'_>, person: PersonId) -> Result<bool, Stop> {
    let standing = people::standing_of(room.conn, room.network.id, person)?;
    Ok(standing.is_none_or(kernel::Standing::rests))
}

fn tell(room: &mut Room<'_>, person: PersonId) -> Result<(), Stop> {
    let kind = AtOnceKind::RapidLane;
    room.house.at_once(room.conn, AtOnce { person, kind })
}

/// Somebody who was asked goes to look.
pub(crate) fn go(room: &mut Room<'_>, id: AlertId) -> Result<(), Stop> {
    let (me, mut row, _) = read(room, id)?;
    let of = (row.network_id, row.id);
    let asked = tables::lookers(room.conn, &room.house.vault, of)?;
    let mine = asked.iter().find(|one| one.person == me.id);
    tables::goes(room.conn, mine.ok_or(Stop::NotThere)?.id)?;
    if matches!(row.stage, AlertStage::Reported | AlertStage::Asked) {
        row.stage = AlertStage::Verifying;
        tables::put_alert(room.conn, &row)?;
    }
    Ok(())
}

/// Whoever went says what they found. Where it is cleared, those who were told of it are told that.
pub(crate) fn found(room: &mut Room<'_>, id: AlertId, typed: &Typed) -> Result<(), Stop> {
    let (me, mut row, _) = read(room, id)?;
    let of = (row.network_id, row.id);
    let asked = tables::lookers(room.conn, &room.house.vault, of)?;
    let went = |one: &tables::Somebody<LookerId, Goes>| one.person == me.id && one.is == Goes::Yes;
    if !asked.iter().any(went) {
        return Err(Stop::NotThere);
    }
    typed.at_most("found", LINE_LIMIT)?;
    let says = AlertStage::parse(typed.text("stage")).ok_or(Stop::NotThere)?;
    row.stage = verdict(row.stage, says)?;
    let key = row.key(&room.house.vault)?;
    row.found = key.seal_some(row.row(), "found", typed.some("found"))?;
    row.expires_at = room.now.plus_seconds(HEARD_FOR);
    tables::put_alert(room.conn, &row)?;
    if row.stage == AlertStage::Cleared {
        let heard = match row.told {
            YesNo::Yes => listeners(room)?,
            YesNo::No => Vec::new(),
        };
        let looked = asked.iter().map(|one| one.person);
        let all: std::collections::BTreeSet<PersonId> = looked.chain(heard).collect();
        for person in all.into_iter().filter(|person| *person != me.id) {
            tell(room, person)?;
        }
    }
    Ok(())
}

/// Those who want to hear, and do not rest.
fn listeners(room: &mut Room<'_>) -> Result<Vec<PersonId>, Stop> {
    let of = (room.network.id, room.today);
    let ears = tables::ears(room.conn, &room.house.vault, of)?;
    let mut all = Vec::new();
    for ear in ears.iter().filter(|ear| ear.is.0 == Does::Hears) {
        if !rests(room, ear.person)? {
            all.push(ear.person);
        }
    }
    Ok(all)
}

/// Whoever answers the line tells those who want to hear: what is confirmed, and nothing else.
pub(crate) fn tell_all(room: &mut Room<'_>, id: AlertId) -> Result<(), Stop> {
    let (_, mut row, near) = read(room, id)?;
    if near != Near::Line {
        return Err(Stop::NotThere);
    }
    let again = row.told.is_so();
    row.told = broadcast(row.stage)?;
    tables::put_alert(room.conn, &row)?;
    if !again {
        for person in listeners(room)? {
            tell(room, person)?;
        }
    }
    Ok(())
}

/// One wants to hear, or to look, until half a year from now; or not any more.
pub(crate) fn offer(room: &mut Room<'_>, typed: &Typed) -> Result<(), Stop> {
    let me = acts(room)?;
    let of = (me.network, room.today);
    for ear in tables::ears(room.conn, &room.house.vault, of)? {
        if ear.person == me.id {
            tables::remove_ear(room.conn, ear.id)?;
        }
    }
    set_fact(room.conn, me.network, ERASED, "yes")?;
    for what in Does::ALL {
        if !typed.ticked(what.as_str()) {
            continue;
        }
        let fresh = room.house.vault.fresh::<EarId>(me.network, EARS)?;
        let ear = EarRow {
            id: fresh.id,
            network_id: me.network,
            who: fresh.seal("who", &me.id.to_string())?,
            does: *what,
            until_day: room.today.plus(CONSENT_DAYS),
            row_key: fresh.row_key,
        };
        tables::add_ear(room.conn, &ear)?;
    }
    Ok(())
}

/// Whoever leaves, or goes quiet, hears and looks no more.
pub(crate) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    for ear in tables::ears(conn, &house.vault, (network.id, today))? {
        if ear.person == person {
            tables::remove_ear(conn, ear.id)?;
        }
    }
    for row in tables::alerts_here(conn, network.id, house.now())? {
        for one in tables::lookers(conn, &house.vault, (network.id, row.id))? {
            if one.person == person {
                tables::remove_looker(conn, one.id)?;
            }
        }
    }
    Ok(set_fact(conn, network.id, ERASED, "yes")?)
}
