//! A slow round is asked, and people give into it or pass.

use super::{look, takes_part, those_here};
use crate::{
    live::QUESTION_LIMIT,
    play::Asked,
    rules::{EntryId, KEPT_DAYS, LONGEST_DAYS, RoundRefusal as No, SlowId, everyone_is_in},
    tables::{self, ENTRIES, EntryRow, SLOW, SlowRow},
};
use kernel::{CircleId, Moment, PersonId, YesNo};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room, Typed};

/// What somebody gives, in characters.
pub(crate) const WORDS_LIMIT: usize = 2000;

/// Somebody asks a circle they are in.
pub(crate) fn ask(room: &mut Room<'_>, typed: &Typed) -> Result<SlowId, Stop> {
    let me = takes_part(room)?;
    let circle = CircleId::parse(typed.text("circle")).ok_or(Stop::NotThere)?;
    if !me.circles.contains(&circle) {
        return Err(Stop::NotThere);
    }
    typed.at_most("question", QUESTION_LIMIT)?;
    let question = typed.some("question").ok_or(No::QuestionNeeded)?;
    let closes = room.network.zone.parse_local(typed.text("closes_at"));
    let longest = room.now.plus_hours(i64::from(LONGEST_DAYS) * 24);
    let closes = closes
        .filter(|at| *at > room.now && *at <= longest)
        .ok_or(No::ClosingTime)?;
    let what = Asked {
        circle,
        host: me.id,
        question,
        closes,
    };
    put(room.conn, room.house, &what)
}

pub(crate) fn put(
    conn: &mut AnyConnection,
    house: &House,
    what: &Asked<'_>,
) -> Result<SlowId, Stop> {
    let network = house.network();
    let fresh = house.vault.fresh::<SlowId>(network.id, SLOW)?;
    let id = fresh.id;
    let row = SlowRow {
        id,
        network_id: network.id,
        circle_id: what.circle,
        host_id: Some(what.host),
        question: fresh.seal("question", what.question)?,
        closes_at: what.closes,
        heard_at: None,
        ends_on: network.zone.day_of(what.closes).plus(KEPT_DAYS),
        row_key: fresh.row_key,
    };
    tables::put_slow_round(conn, &row)?;
    Ok(id)
}

/// Somebody gives their words into it, in place of what they gave before; without words they pass.
pub(crate) fn give(room: &mut Room<'_>, id: SlowId, words: Option<&str>) -> Result<(), Stop> {
    let (me, row) = look(room, id)?;
    if row.is_open(room.now) {
        return Err(No::SlowOver.into());
    }
    put_entry(room.conn, room.house, &row, (me.id, words))?;
    // What it replaced is gone with its key.
    set_fact(room.conn, row.network_id, ERASED, "yes")?;
    look_who_is_in(room.conn, &row, room.now)?;
    Ok(())
}

pub(crate) fn put_entry(
    conn: &mut AnyConnection,
    house: &House,
    row: &SlowRow,
    (person, words): (PersonId, Option<&str>),
) -> Result<(), Stop> {
    let fresh = house.vault.fresh::<EntryId>(row.network_id, ENTRIES)?;
    let entry = EntryRow {
        id: fresh.id,
        network_id: row.network_id,
        round_id: row.id,
        member_id: person,
        words: fresh.seal_some("words", words)?,
        waived: YesNo::No,
        ends_on: row.ends_on,
        row_key: fresh.row_key,
    };
    Ok(tables::put_entry(conn, &entry)?)
}

/// Somebody takes theirs back, at any time; what was heard of it and replied goes too.
pub(crate) fn take_back(room: &mut Room<'_>, id: SlowId) -> Result<(), Stop> {
    let (me, row) = look(room, id)?;
    if tables::take_entry(room.conn, (row.network_id, row.id), me.id)? == 0 {
        return Err(Stop::NotThere);
    }
    Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
}

/// Opens it where everyone who is here and does not rest is in; whether it is open by that.
pub(crate) fn look_who_is_in(
    conn: &mut AnyConnection,
    row: &SlowRow,
    now: Moment,
) -> Result<bool, Stop> {
    let gave = tables::who_gave(conn, row.network_id, row.id)?;
    let here = those_here(conn, row)?;
    if !everyone_is_in(&here, &gave.into_iter().collect()) {
        return Ok(false);
    }
    Ok(tables::is_heard(conn, row.id, now)? > 0)
}
