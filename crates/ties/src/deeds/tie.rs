//! A tie that both count, renewed when both say so again.

use super::meeting::takes_part;
use crate::{
    rules::{LIVE_DAYS, TieId, is_live, later},
    tables::{self, TIES, TieRow},
};
use kernel::{Day, PersonId, YesNo};
use std::collections::BTreeMap;
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room};

/// A tie that nobody renewed is forgotten so many days after its half year.
const FORGOTTEN_DAYS: i32 = 180;

/// Two count a tie from a day; where they had one, it is renewed.
pub(crate) fn count(
    conn: &mut AnyConnection,
    house: &House,
    (one, other): (PersonId, PersonId),
    today: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    let one_mark = tables::mark(&house.vault, network, one)?;
    let other_mark = tables::mark(&house.vault, network, other)?;
    if let Some(mut row) = tables::tie_of(conn, network, (&one_mark, &other_mark))? {
        renew(&mut row, today);
        return Ok(tables::put_tie(conn, &row)?);
    }
    let fresh = house.vault.fresh::<TieId>(network, TIES)?;
    let row = TieRow {
        id: fresh.id,
        network_id: network,
        one_mark,
        other_mark,
        who: fresh.seal("who", &tables::as_text(&[one, other]))?,
        still_one: YesNo::No,
        still_other: YesNo::No,
        renewed_on: today,
        review_on: today.plus(LIVE_DAYS + FORGOTTEN_DAYS),
        row_key: fresh.row_key,
    };
    Ok(tables::put_tie(conn, &row)?)
}

fn renew(row: &mut TieRow, today: Day) {
    row.renewed_on = row.renewed_on.max(today);
    row.review_on = row.renewed_on.plus(LIVE_DAYS + FORGOTTEN_DAYS);
    (row.still_one, row.still_other) = (YesNo::No, YesNo::No);
}

/// "We still know each other": when both say so within its time, it runs anew.
pub(crate) fn still(room: &mut Room<'_>, id: TieId) -> Result<(), Stop> {
    let me = takes_part(room)?;
    let mut row = tables::tie(room.conn, me.network, id)?;
    match row.two(&room.house.vault)? {
        (one, _) if one == me.id => row.still_one = YesNo::Yes,
        (_, other) if other == me.id => row.still_other = YesNo::Yes,
        _ => return Err(Stop::NotThere),
    }
    if row.still_one.is_so() && row.still_other.is_so() {
        renew(&mut row, room.today);
    }
    Ok(tables::put_tie(room.conn, &row)?)
}

/// One of the two counts it no more. It is gone; nobody is told.
pub(crate) fn let_go(room: &mut Room<'_>, id: TieId) -> Result<(), Stop> {
    let me = takes_part(room)?;
    let row = tables::tie(room.conn, me.network, id)?;
    let (one, other) = row.two(&room.house.vault)?;
    if me.id != one && me.id != other {
        return Err(Stop::NotThere);
    }
    tables::remove_tie(room.conn, id)?;
    Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
}

/// The live ties of somebody, each with the other.
pub(crate) fn live_of(room: &mut Room<'_>, me: PersonId) -> Result<Vec<(TieRow, PersonId)>, Stop> {
    let network = room.network.id;
    let rests: BTreeMap<PersonId, bool> = people::standings(room.conn, network)?
        .into_iter()
        .map(|(person, standing)| (person, standing.rests()))
        .collect();
    let is_resting = |person: PersonId| rests.get(&person).copied().unwrap_or(false);
    let mark = tables::mark(&room.house.vault, network, me)?;
    let mut all = Vec::new();
    for row in tables::ties_of(room.conn, network, &mark)? {
        let (one, other) = row.two(&room.house.vault)?;
        let rests = is_resting(one) || is_resting(other);
        if is_live(row.renewed_on, room.today, rests) {
            all.push((row, if one == me { other } else { one }));
        }
    }
    Ok(all)
}

/// Somebody comes back after so many days: the time of their ties went on standing still. Where the other
/// rested too, or both said so anew meanwhile, it runs from today, and from no day to come.
pub(crate) fn rested(
    conn: &mut AnyConnection,
    house: &House,
    (person, days): (PersonId, i32),
) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let mark = tables::mark(&house.vault, network.id, person)?;
    for mut row in tables::ties_of(conn, network.id, &mark)? {
        let since = later(row.renewed_on, days, today);
        row.review_on = row.review_on.plus(since.0 - row.renewed_on.0);
        row.renewed_on = since;
        tables::put_tie(conn, &row)?;
    }
    Ok(())
}
