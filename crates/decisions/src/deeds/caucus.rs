//! Those a decision falls on gather as themselves. Nobody is verified; who is of a caucus, only its
//! members see.

use crate::{
    rules::{CaucusId, DecisionRefusal as No},
    tables::{self, CAUCUSES, CaucusRow, MEMBERS, MemberRow, MemberRowId, MemberStage},
};
use kernel::{Member, PersonId};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room, Typed};

/// A caucus, and that somebody is of it, is looked at again within a year.
const REVIEW_DAYS: i32 = 365;
/// A name, in characters.
pub(crate) const NAME_LIMIT: usize = 60;
/// What a caucus says of itself, in characters.
pub(crate) const ABOUT_LIMIT: usize = 300;

/// Members read that there are caucuses.
pub(crate) fn reads(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing.reads_as_member() {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// Somebody gathers those like themself.
pub(crate) fn gather(room: &mut Room<'_>, typed: &Typed) -> Result<CaucusId, Stop> {
    let me = reads(room)?;
    typed.at_most("name", NAME_LIMIT)?;
    typed.at_most("about", ABOUT_LIMIT)?;
    let (Some(name), Some(about)) = (typed.some("name"), typed.some("about")) else {
        return Err(No::WordsNeeded.into());
    };
    if named(room, name)?.is_some() {
        return Err(No::CaucusThere.into());
    }
    gather_for(room.conn, room.house, me.id, (name, about))
}

/// A caucus that somebody convenes, who is of it.
pub(crate) fn gather_for(
    conn: &mut AnyConnection,
    house: &House,
    convenor: PersonId,
    (name, about): (&str, &str),
) -> Result<CaucusId, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let fresh = house.vault.fresh::<CaucusId>(network.id, CAUCUSES)?;
    let id = fresh.id;
    let row = CaucusRow {
        id,
        network_id: network.id,
        name: fresh.seal("name", name)?,
        about: fresh.seal("about", about)?,
        convenor_id: convenor,
        review_on: today.plus(REVIEW_DAYS),
        row_key: fresh.row_key,
    };
    tables::put_caucus(conn, &row)?;
    is_one_of(conn, house, id, convenor)?;
    Ok(id)
}

/// Somebody is of a caucus.
pub(crate) fn is_one_of(
    conn: &mut AnyConnection,
    house: &House,
    caucus: CaucusId,
    person: PersonId,
) -> Result<(), Stop> {
    add(conn, house, (caucus, person), MemberStage::Is)
}

/// The caucus of a name, in any case of letters.
pub(crate) fn named(room: &mut Room<'_>, name: &str) -> Result<Option<CaucusRow>, Stop> {
    let sought = name.trim().to_lowercase();
    for row in tables::caucuses_here(room.conn, room.network.id)? {
        if row.opened(&room.house.vault)?.0.to_lowercase() == sought {
            return Ok(Some(row));
        }
    }
    Ok(None)
}

fn add(
    conn: &mut AnyConnection,
    house: &House,
    (caucus, person): (CaucusId, PersonId),
    stage: MemberStage,
) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let fresh = house.vault.fresh::<MemberRowId>(network.id, MEMBERS)?;
    let row = MemberRow {
        id: fresh.id,
        network_id: network.id,
        caucus_id: caucus,
        who: fresh.seal("who", &person.to_string())?,
        stage,
        review_on: today.plus(REVIEW_DAYS),
        row_key: fresh.row_key,
    };
    Ok(tables::add_member(conn, &row)?)
}

/// Those who are of a caucus now.
pub(crate) fn members(room: &mut Room<'_>, id: CaucusId) -> Result<Vec<PersonId>, Stop> {
    let of = (room.network.id, id);
    let all = tables::members_of(room.conn, &room.house.vault, of)?;
    Ok(all
        .into_iter()
        .filter(|(row, _)| row.stage == MemberStage::Is)
        .map(|(_, person)| person)
        .collect())
}

/// "I am one of them": the convenor reads it, and nobody else.
pub(crate) fn join(room: &mut Room<'_>, id: CaucusId) -> Result<(), Stop> {
    let me = reads(room)?;
    tables::caucus(room.conn, me.network, id)?;
    let of = (me.network, id);
    let known = tables::members_of(room.conn, &room.house.vault, of)?;
    if known.iter().any(|(_, person)| *person == me.id) {
        return Ok(());
    }
    add(room.conn, room.house, (id, me.id), MemberStage::Asks)
}

/// For its convenor.
pub(crate) fn convened(room: &mut Room<'_>, id: CaucusId) -> Result<CaucusRow, Stop> {
    let me = reads(room)?;
    let row = tables::caucus(room.conn, me.network, id)?;
    match row.convenor_id == me.id {
        true => Ok(row),
        false => Err(Stop::NotThere),
    }
}

/// The convenor says yes to somebody, or that it is not for them; nobody asks for proof.
pub(crate) fn welcome(
    room: &mut Room<'_>,
    id: CaucusId,
    asks: &str,
    yes: bool,
) -> Result<(), Stop> {
    let row = convened(room, id)?;
    let of = (row.network_id, id);
    let all = tables::members_of(room.conn, &room.house.vault, of)?;
    let found = all
        .into_iter()
        .find(|(row, _)| row.id.to_string() == asks && row.stage == MemberStage::Asks);
    let (asks, _) = found.ok_or(Stop::NotThere)?;
    match yes {
        true => Ok(tables::is_member_now(room.conn, asks.id)?),
        false => {
            tables::remove_member(room.conn, asks.id)?;
            Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
        }
    }
}

/// Somebody goes out of a caucus. Where it was the convenor, the next of them convenes; where they were
/// the last, it dissolves, and what it was asked stays shut.
pub(crate) fn leave(room: &mut Room<'_>, id: CaucusId) -> Result<(), Stop> {
    let me = reads(room)?;
    let row = tables::caucus(room.conn, me.network, id)?;
    go(room.conn, room.house, &row, me.id)
}

/// The same, for whoever leaves the network.
pub(crate) fn go(
    conn: &mut AnyConnection,
    house: &House,
    row: &CaucusRow,
    person: PersonId,
) -> Result<(), Stop> {
    let of = (row.network_id, row.id);
    let all = tables::members_of(conn, &house.vault, of)?;
    let Some((mine, _)) = all.iter().find(|(_, one)| *one == person) else {
        return Err(Stop::NotThere);
    };
    tables::remove_member(conn, mine.id)?;
    set_fact(conn, row.network_id, ERASED, "yes")?;
    if row.convenor_id != person {
        return Ok(());
    }
    let next = all
        .iter()
        .find(|(row, one)| row.stage == MemberStage::Is && *one != person);
    match next {
        Some((_, next)) => {
            let row = CaucusRow {
                convenor_id: *next,
                ..row.clone()
            };
            Ok(tables::put_caucus(conn, &row)?)
        }
        None => Ok(tables::remove_caucus(conn, row.network_id, row.id)?),
    }
}

/// Another of them convenes.
pub(crate) fn hand_on(room: &mut Room<'_>, id: CaucusId, name: &str) -> Result<(), Stop> {
    let row = convened(room, id)?;
    let vault = &room.house.vault;
    let person = people::person_with_handle(room.conn, vault, row.network_id, name)?;
    let members = members(room, id)?;
    let person = person.filter(|person| members.contains(person));
    let row = CaucusRow {
        convenor_id: person.ok_or(No::NobodyOfTheCircle)?,
        ..row
    };
    Ok(tables::put_caucus(room.conn, &row)?)
}
