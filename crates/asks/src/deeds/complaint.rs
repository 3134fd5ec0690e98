//! Something went wrong (P27): said, heard by somebody who was not involved, answered by an act,
//! told back, closed.

use crate::{
    notices,
    rules::{AskId, AskRefusal, ComplaintStage, Wants, hear_complaint, on_shift},
    schema::{asks, changes, complaints},
    tables::{AskRow, ChangeId, ChangeRow, ComplaintId, ComplaintRow},
};
use diesel::prelude::*;
use store::{AnyConnection, Row, Stop};
use web::{House, Room};

/// A person hears it within three days.
const HEAR_DAYS: i32 = 3;
/// A complaint nobody could close goes after ninety days.
const LIFE_DAYS: i32 = 90;

/// Says what went wrong with an ask. Whoever went is not among those who hear it.
pub(crate) fn say_wrong(
    room: &mut Room<'_>,
    ask: &AskRow,
    words: &str,
    wants: Wants,
) -> Result<(), Stop> {
    if words.trim().is_empty() {
        return Err(AskRefusal::WordsNeeded.into());
    }
    let id = ComplaintId::new(&*room.house.chance);
    let at = Row {
        network: &ask.network_id,
        table: "complaints",
        id: id.bytes(),
    };
    let (key, row_key) = room.house.vault.new_key(at)?;
    let row = ComplaintRow {
        id,
        network_id: ask.network_id,
        ask_id: Some(ask.id),
        not_by: ask.claimer_id,
        stage: ComplaintStage::Said,
        wants,
        words: key.seal(at, "words", words.trim())?,
        answer: None,
        hearer_id: None,
        hear_by: room.today.plus(HEAR_DAYS),
        ends_on: room.today.plus(LIFE_DAYS),
        row_key,
    };
    diesel::insert_into(complaints::table)
        .values(row)
        .execute(room.conn)?;
    Ok(())
}

fn load(room: &mut Room<'_>, id: ComplaintId) -> Result<ComplaintRow, Stop> {
    let me = room.member()?;
    on_shift(&me, room.network.aid)?;
    let row: ComplaintRow = complaints::table
        .filter(
            complaints::network_id
                .eq(me.network)
                .and(complaints::id.eq(id)),
        )
        .select(ComplaintRow::as_select())
        .first(room.conn)?;
    hear_complaint(&me, row.not_by)?;
    Ok(row)
}

fn save(conn: &mut AnyConnection, row: &ComplaintRow) -> Result<(), Stop> {
    diesel::update(complaints::table.find(row.id))
        .set(row)
        .execute(conn)?;
    Ok(())
}

fn at(row: &ComplaintRow, stage: ComplaintStage) -> Result<(), Stop> {
    if row.stage == stage {
        Ok(())
    } else {
        Err(AskRefusal::ComplaintElsewhere.into())
    }
}

/// "I have it": a person who was not involved takes it.
pub(crate) fn take_complaint(room: &mut Room<'_>, id: ComplaintId) -> Result<(), Stop> {
    let mut row = load(room, id)?;
    at(&row, ComplaintStage::Said)?;
    row.stage = ComplaintStage::Heard;
    row.hearer_id = Some(room.member()?.id);
    save(room.conn, &row)
}

/// Answered by an act: a public line of what changed, and one in the call script if it belongs
/// there. Neither is about a person.
pub(crate) fn answer_complaint(
    room: &mut Room<'_>,
    id: ComplaintId,
    changed: &str,
    script_line: &str,
) -> Result<(), Stop> {
    let mut row = load(room, id)?;
    at(&row, ComplaintStage::Heard)?;
    if changed.trim().is_empty() {
        return Err(AskRefusal::WordsNeeded.into());
    }
    let change = ChangeRow {
        id: ChangeId::new(&*room.house.chance),
        network_id: row.network_id,
        words: changed.trim().to_owned(),
        script_line: script_line.trim().to_owned(),
        on_day: room.today,
        review_on: room.today.plus(365),
    };
    diesel::insert_into(changes::table)
        .values(change)
        .execute(room.conn)?;
    let key = row.key(&room.house.vault)?;
    row.answer = Some(key.seal(row.row(), "answer", changed.trim())?);
    row.stage = ComplaintStage::Answered;
    save(room.conn, &row)
}

/// Whoever said it is told what changed, by text where that is safe; else the shift calls.
pub(crate) fn tell_back(room: &mut Room<'_>, id: ComplaintId) -> Result<(), Stop> {
    let mut row = load(room, id)?;
    at(&row, ComplaintStage::Answered)?;
    let answer = row.answer.clone();
    let changed = row
        .key(&room.house.vault)?
        .open_some(row.row(), "answer", answer.as_ref())?;
    if let (Some(ask), Some(changed)) = (ask_of(room.conn, row.ask_id)?, changed) {
        notices::told_back(room.conn, room.house, &ask, &changed, room.now)?;
    }
    row.stage = ComplaintStage::ToldBack;
    save(room.conn, &row)
}

/// Closed, because whoever said it says so; its words go fourteen days later.
pub(crate) fn close_complaint(room: &mut Room<'_>, id: ComplaintId) -> Result<(), Stop> {
    let mut row = load(room, id)?;
    at(&row, ComplaintStage::ToldBack)?;
    close(room.conn, room.house, &mut row, room.today)
}

fn close(
    conn: &mut AnyConnection,
    house: &House,
    row: &mut ComplaintRow,
    today: kernel::Day,
) -> Result<(), Stop> {
    row.ends_on = today.plus(crate::rules::WORDS_DAYS);
    row.row_key = house
        .vault
        .rewrap(row.row(), &row.row_key, Some(row.ends_on))?;
    row.ask_id = None;
    save(conn, row)
}

fn ask_of(conn: &mut AnyConnection, id: Option<AskId>) -> Result<Option<AskRow>, Stop> {
    let Some(id) = id else { return Ok(None) };
    Ok(asks::table
        .find(id)
        .select(AskRow::as_select())
        .first(conn)
        .optional()?)
}
