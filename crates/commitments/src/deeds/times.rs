//! "I can't this time", in one tap: one time looks for somebody, and the rest stays as it is.

use super::{as_giver, as_receiver, duty};
use crate::{
    rules::{AHEAD_DAYS, CommitmentId, CommitmentRefusal as No},
    tables::{self, CommitmentRow, TimeId, TimeRow, TimeState, clock_from, clock_text},
};
use kernel::{Day, Moment};
use rhythm::Time;
use store::Stop;
use web::Room;

/// One time of a commitment, as it stands.
#[derive(Clone)]
pub(crate) struct Turn {
    pub time: Time,
    pub changed: Option<TimeRow>,
}

impl Turn {
    /// The day by the rule.
    pub fn day(&self) -> Day {
        Day::from_date(self.time.day)
    }

    /// Whether its giver comes.
    pub fn is_givers(&self) -> bool {
        let state = self.changed.as_ref().map(|row| row.state);
        matches!(state, None | Some(TimeState::Moved))
    }
}

/// The coming times of a commitment, for four weeks.
pub(crate) fn coming(room: &mut Room<'_>, row: &CommitmentRow) -> Result<Vec<Turn>, Stop> {
    let Some(when) = row.recurrence() else {
        return Ok(Vec::new());
    };
    let mut changed = tables::times_of(room.conn, row.network_id, row.id)?;
    let zone = room.network.zone.time_zone();
    let until = room.today.plus(AHEAD_DAYS).date();
    let times = when.times(room.today.date(), until, zone);
    Ok(times
        .into_iter()
        .filter(|time| Moment::from(time.moment) > room.now)
        .map(|time| {
            let day = Day::from_date(time.day);
            let at = changed.iter().position(|row| row.rule_day == day);
            Turn {
                time,
                changed: at.map(|at| changed.swap_remove(at)),
            }
        })
        .collect())
}

fn turn(room: &mut Room<'_>, row: &CommitmentRow, day: Day) -> Result<Turn, Stop> {
    let mut turns = coming(room, row)?;
    turns.retain(|turn| turn.day() == day);
    match turns.pop() {
        Some(turn) => Ok(turn),
        None if day < room.today => Err(No::TimePassed.into()),
        None => Err(No::NotYourTime.into()),
    }
}

/// Not this time: by its giver, or by whoever stands in.
pub(crate) fn cant(room: &mut Room<'_>, id: CommitmentId, day: Day) -> Result<(), Stop> {
    let me = room.member()?;
    let row = match tables::commitment_at(room.conn, me.network, id)? {
        // Whoever stands in need not be of the circle.
        Some(row) if stands_in(room, &row, day)? => row,
        _ => as_giver(room, id)?,
    };
    let turn = turn(room, &row, day)?;
    let mine =
        turn.is_givers() || turn.changed.as_ref().and_then(|time| time.stand_in) == Some(me.id);
    if !mine {
        // It looks for somebody already, or somebody stands in: said once is enough.
        return Ok(());
    }
    let clock = turn.time.at.time();
    let time = TimeRow {
        id: turn
            .changed
            .map_or_else(|| TimeId::new(&*room.house.chance), |time| time.id),
        network_id: row.network_id,
        commitment_id: row.id,
        rule_day: day,
        state: TimeState::Open,
        other_day: None,
        other_clock: None,
        stand_in: None,
        ends_on: day,
    };
    tables::put_time(room.conn, &time)?;
    if row.to_circle().is_some() {
        let new = duty::NewPlace {
            of: &row,
            when: None,
            time: Some((
                Some(day),
                Day::from_date(turn.time.at.date()),
                Some(clock_text(clock)),
            )),
            ends_on: day,
        };
        let mut place = duty::sealed(room.house, &new, room.today)?;
        place.not_for = Some(me.id);
        tables::add_place(room.conn, &place)?;
    }
    Ok(())
}

fn stands_in(room: &mut Room<'_>, row: &CommitmentRow, day: Day) -> Result<bool, Stop> {
    let me = room.member()?;
    let times = tables::standing_in(room.conn, me.network, me.id, room.today)?;
    Ok(times
        .iter()
        .any(|time| time.commitment_id == row.id && time.rule_day == day))
}

/// "I can after all", while nobody stands in.
pub(crate) fn can_after_all(room: &mut Room<'_>, id: CommitmentId, day: Day) -> Result<(), Stop> {
    let row = as_giver(room, id)?;
    let turn = turn(room, &row, day)?;
    match turn.changed {
        None => Ok(()),
        Some(time) if time.state == TimeState::StandIn => Err(No::PlaceTaken.into()),
        Some(time) => {
            close_place(room, &row, day)?;
            Ok(tables::remove_time(room.conn, time.id)?)
        }
    }
}

fn close_place(room: &mut Room<'_>, row: &CommitmentRow, day: Day) -> Result<(), Stop> {
    for place in tables::places_from(room.conn, row.network_id, row.id)? {
        if place.rule_day == Some(day) {
            tables::take_off(room.conn, row.network_id, place.id)?;
        }
    }
    Ok(())
}

/// The giver could at another time; it is so when the receiver says that it works.
pub(crate) fn another_time(
    room: &mut Room<'_>,
    id: CommitmentId,
    day: Day,
    (other, clock): (Day, &str),
) -> Result<(), Stop> {
    let row = as_giver(room, id)?;
    let time = clock_from(clock).ok_or(No::DayNotUnderstood)?;
    if other < room.today || other > room.today.plus(AHEAD_DAYS) {
        return Err(No::DayNotUnderstood.into());
    }
    cant(room, id, day)?;
    let Some(mut changed) = turn(room, &row, day)?.changed else {
        return Err(No::NotYourTime.into());
    };
    if changed.state != TimeState::Open {
        return Err(No::PlaceTaken.into());
    }
    changed.other_day = Some(other);
    changed.other_clock = Some(clock_text(time));
    changed.ends_on = changed.ends_on.max(other);
    Ok(tables::put_time(room.conn, &changed)?)
}

/// The receiver says that the other time works.
pub(crate) fn that_works(room: &mut Room<'_>, id: CommitmentId, day: Day) -> Result<(), Stop> {
    let row = as_receiver(room, id)?;
    let turn = turn(room, &row, day)?;
    match turn.changed {
        Some(mut time) if time.state == TimeState::Open && time.other_day.is_some() => {
            close_place(room, &row, day)?;
            time.state = TimeState::Moved;
            Ok(tables::put_time(room.conn, &time)?)
        }
        Some(time) if time.state == TimeState::Moved => Ok(()),
        _ => Err(No::PlaceTaken.into()),
    }
}

/// The holder would like somebody to stand in again.
pub(crate) fn again_please(
    room: &mut Room<'_>,
    id: CommitmentId,
    person: kernel::PersonId,
) -> Result<(), Stop> {
    let row = as_giver(room, id)?;
    match tables::both_like(room.conn, row.network_id, row.id, person)? {
        0 => Err(Stop::NotThere),
        _ => Ok(()),
    }
}
