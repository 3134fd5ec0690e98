//! A shift: taking it, handing it on in three lines, closing the line.

use crate::{
    rules::{AskRefusal, on_shift},
    schema::{handovers, texts},
    tables::{HandoverId, HandoverRow, TextId},
};
use diesel::prelude::*;
use kernel::{Day, Moment, Role};
use store::{AnyConnection, ERASED, Row, Stop, set_fact};
use web::{House, Room};

/// The longest shift, in hours; it ends by itself, and with it what it lets its holder see.
pub(crate) const LONGEST_SHIFT: i64 = 12;

/// Takes a shift. Whoever answers the line may; a note that waits is confirmed first.
pub(crate) fn take_shift(room: &mut Room<'_>, hours: i64) -> Result<(), Stop> {
    let me = room.member()?;
    let aid = room.network.aid;
    if !me.holds(Role::Intake, aid) {
        return Err(AskRefusal::NotOnTheLine.into());
    }
    if me.is_resting() {
        return Err(AskRefusal::YouAreResting.into());
    }
    let until = room.now.plus_hours(hours.clamp(1, LONGEST_SHIFT));
    people::hold_until(
        room.conn,
        room.house,
        (aid, me.id, Role::Shift),
        room.now,
        until,
    )
}

/// Ends a shift with a note of three lines for whoever is next.
pub(crate) fn end_shift(room: &mut Room<'_>, note: &str) -> Result<(), Stop> {
    let me = room.member()?;
    let aid = room.network.aid;
    on_shift(&me, aid)?;
    if !note.trim().is_empty() {
        let id = HandoverId::new(&*room.house.chance);
        let at = Row {
            network: &me.network,
            table: "handovers",
            id: id.bytes(),
        };
        let (key, row_key) = room.house.vault.new_key(at)?;
        let row = HandoverRow {
            id,
            network_id: me.network,
            note: key.seal(at, "note", note.trim())?,
            written_by: me.id,
            written_at: room.now,
            confirmed: false,
            ends_on: room.today.plus(14),
            row_key,
        };
        diesel::insert_into(handovers::table)
            .values(row)
            .execute(room.conn)?;
    }
    people::end_role(room.conn, room.house, (aid, me.id, Role::Shift), room.now)
}

/// The next holder has read the note; it goes three days later.
pub(crate) fn confirm_note(room: &mut Room<'_>, id: HandoverId) -> Result<(), Stop> {
    let me = room.member()?;
    on_shift(&me, room.network.aid)?;
    let note: HandoverRow = handovers::table
        .filter(
            handovers::network_id
                .eq(me.network)
                .and(handovers::id.eq(id)),
        )
        .select(HandoverRow::as_select())
        .first(room.conn)?;
    if note.written_by == me.id {
        return Err(AskRefusal::NotYourNote.into());
    }
    let ends_on = room.today.plus(3);
    let row_key = room
        .house
        .vault
        .rewrap(note.row(), &note.row_key, Some(ends_on))?;
    diesel::update(handovers::table.find(id))
        .set((
            handovers::confirmed.eq(true),
            handovers::ends_on.eq(ends_on),
            handovers::row_key.eq(row_key),
        ))
        .execute(room.conn)?;
    Ok(())
}

/// A person has sent a text by hand; it is gone.
pub(crate) fn text_sent(room: &mut Room<'_>, id: TextId) -> Result<(), Stop> {
    let me = room.member()?;
    on_shift(&me, room.network.aid)?;
    let gone =
        diesel::delete(texts::table.filter(texts::network_id.eq(me.network).and(texts::id.eq(id))))
            .execute(room.conn)?;
    if gone == 0 {
        Err(Stop::NotThere)
    } else {
        Ok(set_fact(room.conn, me.network, ERASED, "yes")?)
    }
}

/// Whoever may close and open the line: the shift, and Aid's stewards.
pub(crate) fn may_set_line(room: &Room<'_>) -> Result<(), Stop> {
    let me = room.member()?;
    let aid = room.network.aid;
    if !me.holds(Role::Steward, aid) {
        on_shift(&me, aid)?;
    }
    Ok(())
}

/// Closes the line with a public sentence, or opens it again.
pub(crate) fn set_line(
    room: &mut Room<'_>,
    sentences: Option<(&str, &str)>,
    until: Option<Day>,
) -> Result<(), Stop> {
    may_set_line(room)?;
    Ok(people::set_line(
        room.conn,
        room.network.id,
        sentences,
        until,
    )?)
}

/// A line that was closed until a day opens on that day; its sentence goes.
pub(crate) fn open_line_on_its_day(
    conn: &mut AnyConnection,
    house: &House,
    now: Moment,
) -> Result<(), Stop> {
    let network = house.network();
    let row = people::network_row(conn, network.id)?;
    let today = network.zone.day_of(now);
    if row.line_closed_until.is_some_and(|until| until <= today) {
        people::set_line(conn, network.id, None, None)?;
    }
    Ok(())
}
