//! Buddies: asking, answering, going on, ending.

use super::a_member;
use crate::{
    rules::{self, BuddyStage, Pair, PairTurn, PodsRefusal},
    tables::{self, PairId, PairRow},
};
use kernel::PersonId;
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room};

/// Somebody asks another member, by the name they go by here.
pub(crate) fn ask(room: &mut Room<'_>, handle: &str) -> Result<(), Stop> {
    let me = a_member(room)?;
    let vault = &room.house.vault;
    let asked = people::person_with_handle(room.conn, vault, me.network, handle)?
        .ok_or(PodsRefusal::NobodyCalledThat)?;
    let standing = people::standing_of(room.conn, me.network, asked)?;
    let mine = tables::pairs_of(room.conn, me.network, me.id)?;
    let with_them = |row: &&PairRow| row.pair().other(me.id) == asked;
    let open = mine
        .iter()
        .filter(|row| row.stage == BuddyStage::Asked && row.asker_id == me.id)
        .count();
    for row in mine.iter().filter(with_them) {
        let pair = row.pair();
        match (pair.stage, pair.asker == me.id) {
            // They have asked as well: this is the yes.
            (BuddyStage::Asked, false) => return answer(room, row.id, true),
            // What they heard from me before is no answer to what I ask now.
            (BuddyStage::NotNow, false) => tables::save_pair(room.conn, row.id, &PairTurn::Over)?,
            _ => return Err(PodsRefusal::AskedAlready.into()),
        }
    }
    rules::may_ask((me.id, asked), standing, open)?;
    let pair = Pair::ask(me.id, asked, room.today);
    tables::put_pair(room.conn, &*room.house.chance, me.network, &pair)?;
    Ok(())
}

fn mine(room: &mut Room<'_>, id: PairId) -> Result<(PersonId, PairRow), Stop> {
    let me = a_member(room)?;
    let row = tables::pair_of(room.conn, me.network, (id, me.id))?;
    Ok((me.id, row))
}

/// Yes, or not now.
pub(crate) fn answer(room: &mut Room<'_>, id: PairId, yes: bool) -> Result<(), Stop> {
    let (me, row) = mine(room, id)?;
    let pair = match yes {
        true => row.pair().yes(me, room.today)?,
        false => row.pair().not_now(me, room.today)?,
    };
    Ok(tables::save_pair(room.conn, id, &PairTurn::On(pair))?)
}

/// "Go on."
pub(crate) fn go_on(room: &mut Room<'_>, id: PairId) -> Result<(), Stop> {
    let (me, row) = mine(room, id)?;
    let pair = row.pair().go_on(me, room.today)?;
    Ok(tables::save_pair(room.conn, id, &PairTurn::On(pair))?)
}

/// It ends, at once and without a reason.
pub(crate) fn end(room: &mut Room<'_>, id: PairId) -> Result<(), Stop> {
    let (me, row) = mine(room, id)?;
    row.pair().end(me)?;
    tables::save_pair(room.conn, id, &PairTurn::Over)?;
    Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
}

/// Those who are asked to see how somebody is.
pub(crate) fn of(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<Vec<PersonId>, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    Ok(tables::pairs_of(conn, network.id, person)?
        .into_iter()
        .map(|row| row.pair())
        .filter(|pair| pair.together(today))
        .map(|pair| pair.other(person))
        .collect())
}

pub(super) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    for row in tables::pairs_of(conn, house.network().id, person)? {
        tables::save_pair(conn, row.id, &PairTurn::Over)?;
    }
    Ok(())
}
