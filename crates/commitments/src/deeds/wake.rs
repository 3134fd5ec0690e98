//! Commitments that wake on a condition, their uses counted against the clause.

use super::{duty, look, speaks_for};
use crate::{
    rules::{CommitmentId, CommitmentRefusal as No, LONGEST_REVIEW_DAYS},
    suggest,
    tables::{self, Party, Reason, WakingId, WakingRow, clock_text},
};
use kernel::Moment;
use store::Stop;
use web::Room;

/// The condition has come: so many are called, by when the clause says.
pub(crate) fn wake(room: &mut Room<'_>, id: CommitmentId) -> Result<(), Stop> {
    let row = look(room, id)?;
    let me = room.member()?;
    let receives = match row.to() {
        // Whoever is of the circle may say that it has come; there may be no time to ask a steward.
        Party::Circle(circle) => me.circles.contains(&circle),
        other => speaks_for(room, other)?,
    };
    if !receives {
        return Err(No::ReceiverOnly.into());
    }
    let clause = row.clause().ok_or(No::NoClause)?;
    if !row.stage.is_living() {
        return Err(No::NotLiving.into());
    }
    let used: Vec<Moment> = tables::wakings_of(room.conn, row.network_id, row.id)?
        .iter()
        .map(|waking| waking.woken_at)
        .collect();
    let until = clause.wake(&used, room.now)?;
    let waking = WakingRow {
        id: WakingId::new(&*room.house.chance),
        network_id: row.network_id,
        commitment_id: row.id,
        woken_at: room.now,
        until_at: until,
        ends_on: room.today.plus(LONGEST_REVIEW_DAYS + 1),
    };
    tables::add_waking(room.conn, &waking)?;
    let zone = &room.network.zone;
    let (day, (hour, minute)) = (zone.day_of(until), zone.hour_minute(until));
    let clock = jiff::civil::Time::new(hour, minute, 0, 0)
        .map(clock_text)
        .ok();
    for _ in 0..clause.people {
        let new = duty::NewPlace {
            of: &row,
            when: None,
            time: Some((None, day, clock.clone())),
            ends_on: day,
        };
        let mut place = duty::sealed(room.house, &new, room.today)?;
        // Whoever gave their word is called, not whoever it was given to.
        place.not_for = None;
        place.circle_id = match row.from() {
            Party::Circle(circle) => Some(circle),
            _ => None,
        };
        tables::add_place(room.conn, &place)?;
        // A person is called by name; a circle is asked by fair cover.
        if let Some(person) = row.giver_person() {
            suggest::ask(room.conn, room.house, place.id, person, Reason::Woke)?;
        }
    }
    Ok(())
}
