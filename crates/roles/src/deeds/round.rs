//! A selection round: what the role needs, silent names, their reasons, a change, a proposal.

use super::{book, choose, hold, may_hold};
use crate::{
    rules::{How, RolesRefusal, Stage},
    tables::{self, ChoosingId, ChoosingRow, NOMINATIONS, NominationId, NominationRow},
};
use kernel::PersonId;
use store::{AnyConnection, Stop};
use web::{House, Room};

/// What the role needs, in the circle's words.
pub(crate) fn criteria(room: &mut Room<'_>, id: ChoosingId, words: &str) -> Result<(), Stop> {
    let mut row = choose::of_circle(room, id)?;
    row.stage.must_be(Stage::Criteria)?;
    let key = row.key(&room.house.vault)?;
    let words = Some(words).filter(|words| !words.is_empty());
    row.criteria = key.seal_some(row.row(), "criteria", words)?;
    Ok(tables::save_choosing(room.conn, &row)?)
}

/// The round goes on.
pub(crate) fn on(room: &mut Room<'_>, id: ChoosingId) -> Result<(), Stop> {
    let mut row = choose::of_circle(room, id)?;
    choose::moves(room, &row)?;
    row.stage = row.stage.on()?;
    Ok(tables::save_choosing(room.conn, &row)?)
}

/// Whom somebody would like, and why. With the last one in, the names are read.
pub(crate) fn nominate(
    room: &mut Room<'_>,
    id: ChoosingId,
    nominee: PersonId,
    why: &str,
) -> Result<(), Stop> {
    let mut row = choose::of_circle(room, id)?;
    let me = room.member()?;
    row.stage.takes_names()?;
    if why.is_empty() {
        return Err(RolesRefusal::ReasonNeeded.into());
    }
    fits(room, &row, nominee)?;
    let fresh = room
        .house
        .vault
        .fresh::<NominationId>(me.network, NOMINATIONS)?;
    let new = fresh.id;
    let name = NominationRow {
        id: new,
        network_id: me.network,
        choosing_id: id,
        nominator_id: me.id,
        nominee: fresh.seal("nominee", &nominee.to_string())?,
        why: fresh.seal("why", why)?,
        ends_on: row.ends_on,
        row_key: fresh.row_key,
    };
    tables::save_nomination(room.conn, &name)?;
    if row.stage == Stage::Silent && wait_for(room.conn, &row)? == 0 {
        row.stage = row.stage.on()?;
        tables::save_choosing(room.conn, &row)?;
    }
    Ok(())
}

/// How many of the circle have written no name yet.
pub(crate) fn wait_for(conn: &mut AnyConnection, row: &ChoosingRow) -> Result<usize, Stop> {
    let wrote = tables::nominators(conn, row)?;
    let all = choose::voices(conn, row.network_id, row.circle_id)?;
    Ok(all.iter().filter(|one| !wrote.contains(one)).count())
}

fn fits(room: &mut Room<'_>, row: &ChoosingRow, person: PersonId) -> Result<(), Stop> {
    let book = book(room)?;
    let role = &book.role(row.role_id)?.role;
    let first = hold::first_day(&book, (role.id, person), room.today);
    may_hold(
        room.conn,
        &book,
        (role, person),
        How::Selected,
        first,
        room.house,
    )
}

/// Whoever moves the round proposes somebody; after an objection, somebody else or the same again.
pub(crate) fn propose(room: &mut Room<'_>, id: ChoosingId, person: PersonId) -> Result<(), Stop> {
    let mut row = choose::of_circle(room, id)?;
    choose::moves(room, &row)?;
    if row.kind != crate::rules::Kind::Selection || row.stage != Stage::Asked {
        row.stage.must_be(Stage::Change)?;
    }
    fits(room, &row, person)?;
    let same = row.candidate_id == Some(person);
    row.said_yes_on = row.said_yes_on.filter(|_| same);
    row.candidate_id = Some(person);
    row.stage = Stage::Asked;
    tables::save_choosing(room.conn, &row)?;
    tables::erase_words(room.conn, &row)
}

/// A nomination, opened.
pub(crate) struct Opened {
    pub by: PersonId,
    pub nominee: PersonId,
    pub why: String,
}

/// What was written, in the open: `sight::nomination` says for whom.
pub(crate) fn opened(
    conn: &mut AnyConnection,
    house: &House,
    row: &ChoosingRow,
) -> Result<Vec<Opened>, Stop> {
    let mut all = Vec::new();
    for name in tables::nominations(conn, row)? {
        let key = name.key(&house.vault)?;
        let nominee = key.open(name.row(), "nominee", &name.nominee)?;
        all.push(Opened {
            by: name.nominator_id,
            nominee: PersonId::parse(&nominee).ok_or(Stop::NotThere)?,
            why: key.open(name.row(), "why", &name.why)?,
        });
    }
    Ok(all)
}

/// Whoever leaves is nobody's wish any more.
pub(crate) fn forget_name(
    conn: &mut AnyConnection,
    house: &House,
    row: &ChoosingRow,
    person: PersonId,
) -> Result<(), Stop> {
    for name in tables::nominations(conn, row)? {
        let key = name.key(&house.vault)?;
        if key.open(name.row(), "nominee", &name.nominee)? == person.to_string() {
            tables::erase_nomination(conn, name.id)?;
        }
    }
    Ok(())
}
