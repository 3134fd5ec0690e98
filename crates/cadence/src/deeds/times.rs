//! Closing a time, with the next date; moving one, and leaving one out.

use super::{Whole, next_host, rest_days, writes};
use crate::{
    rules::{CadenceRefusal, Closing, Coming, How, Stage},
    tables::{self, PracticeId},
};
use kernel::{Day, Moment};
use store::Stop;
use web::Room;

fn living(room: &mut Room<'_>, id: PracticeId) -> Result<Whole, Stop> {
    let (_, row) = writes(room, id)?;
    match row.stage {
        // What was in the season can be closed while the circle talks about it.
        Stage::Living | Stage::Review => Whole::of(room.conn, row),
        Stage::Ended => Err(CadenceRefusal::Ended.into()),
    }
}

/// Closes a time. Where no next date is said, the one by the rule is asked for, once, and nothing is
/// written yet.
pub(crate) fn close(
    room: &mut Room<'_>,
    id: PracticeId,
    (on, how): (Day, How),
    next: Option<Day>,
) -> Result<Option<Coming>, Stop> {
    let mut whole = living(room, id)?;
    let network = room.network.clone();
    let plan = whole.plan(&network.zone);
    let after = network.zone.moment(on, 0, 0).timestamp();
    let days: Vec<Day> = plan.coming(after).iter().map(|one| one.day).collect();
    let resting = rest_days(room.conn, room.house, whole.row.circle_id, days)?;
    let rested = |day: Day| resting.contains(&day);
    match plan.close((on, how), next, (room.today, rested))? {
        Closing::Asks(next) => Ok(Some(next)),
        Closing::Writes(all) => {
            for one in &all {
                tables::write(room.conn, &whole.row, one)?;
            }
            if how == How::Held {
                whole.row.last_host_id = match next_host(room.conn, &whole.row)? {
                    Some(host) => Some(host),
                    None => whole.row.last_host_id,
                };
                tables::save(room.conn, &whole.row)?;
            }
            Ok(None)
        }
    }
}

/// Moves a time to another day.
pub(crate) fn move_to(
    room: &mut Room<'_>,
    id: PracticeId,
    (on, to): (Day, Option<Day>),
) -> Result<(), Stop> {
    let whole = living(room, id)?;
    let network = room.network.clone();
    let moved = whole.plan(&network.zone).move_to(on, to, room.today)?;
    Ok(tables::write(room.conn, &whole.row, &moved)?)
}

/// What comes after a moment, each with whether a rest season lies over it; so many at most.
pub(crate) fn coming(
    room: &mut Room<'_>,
    whole: &Whole,
    (after, most): (Moment, usize),
) -> Result<Vec<(Coming, bool)>, Stop> {
    if whole.row.stage != Stage::Living {
        return Ok(Vec::new());
    }
    let network = room.network.clone();
    let mut coming = whole.plan(&network.zone).coming(after.timestamp());
    coming.truncate(most);
    let days: Vec<Day> = coming.iter().map(|one| one.day).collect();
    let resting = rest_days(room.conn, room.house, whole.row.circle_id, days)?;
    let with_rest = |one: Coming| (one, resting.contains(&one.day));
    Ok(coming.into_iter().map(with_rest).collect())
}
