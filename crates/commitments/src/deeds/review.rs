//! The giver's word: keep, ease, rest, hand over, release, done. Two taps, no reason.

use super::{as_giver, duty};
use crate::{
    rules::{CommitmentId, CommitmentRefusal as No},
    suggest,
    tables::{self, CommitmentRow, HEARD, Reason},
};
use jiff::civil::Weekday;
use kernel::{Day, PersonId, Standing};
use store::{AnyConnection, Stop};
use web::{House, Room};

/// A word is heard: where a review waited for one, that is counted, of nobody.
fn heard(conn: &mut AnyConnection, row: &CommitmentRow, today: Day) -> Result<(), Stop> {
    match row.commitment().review_waits(today) {
        true => Ok(store::tally(conn, row.network_id, HEARD, today)?),
        false => Ok(()),
    }
}

/// A commitment whose giver says a word about it.
fn speaks(room: &mut Room<'_>, id: CommitmentId) -> Result<CommitmentRow, Stop> {
    let row = as_giver(room, id)?;
    heard(room.conn, &row, room.today)?;
    Ok(row)
}

fn save(room: &mut Room<'_>, row: &mut CommitmentRow) -> Result<(), Stop> {
    // Whoever speaks has been heard; their buddy need not look again.
    row.seen_by_buddy = false;
    Ok(tables::save(room.conn, row)?)
}

/// It stays as it is.
pub(crate) fn keep(room: &mut Room<'_>, id: CommitmentId, review_on: Day) -> Result<(), Stop> {
    let mut row = speaks(room, id)?;
    row.take_on(row.commitment().keep(review_on, room.today)?);
    duty::close_standing(room.conn, row.network_id, row.id)?;
    save(room, &mut row)
}

/// The same, said of everything at once in a season of renewal.
pub(crate) fn goes_on(
    conn: &mut AnyConnection,
    house: &House,
    (id, by): (CommitmentId, PersonId),
) -> Result<bool, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let row = tables::commitment_at(conn, network.id, id)?;
    let Some(mut row) = row.filter(|row| row.giver_person() == Some(by)) else {
        return Ok(false);
    };
    // What rests or is being handed over stands as it is.
    if let Ok(kept) = row
        .commitment()
        .keep(super::offer::usual_review(today), today)
    {
        heard(conn, &row, today)?;
        row.take_on(kept);
        row.seen_by_buddy = false;
        duty::close_standing(conn, network.id, row.id)?;
        tables::save(conn, &row)?;
    }
    Ok(true)
}

/// Less of it: other words, fewer days. What is let go of looks for somebody at once.
pub(crate) fn ease(
    room: &mut Room<'_>,
    id: CommitmentId,
    words: &str,
    days: Option<&[Weekday]>,
) -> Result<(), Stop> {
    let mut row = speaks(room, id)?;
    row.take_on(row.commitment().ease(words, room.today)?);
    duty::close_standing(room.conn, row.network_id, row.id)?;
    if let (Some(when), Some(days)) = (row.recurrence(), days) {
        let let_go: Vec<Weekday> = when
            .weekdays()
            .into_iter()
            .filter(|day| !days.contains(day))
            .collect();
        if !let_go.is_empty() {
            let fewer = when.only_on(days).map_err(|_| No::RhythmNever)?;
            // With the words as they were.
            duty::open_days(room.conn, room.house, &row, &let_go)?;
            row.rule = Some(fewer.rule().to_owned());
        }
    }
    let key = row.key(&room.house.vault)?;
    row.words = key.seal(row.row(), "words", words.trim())?;
    save(room, &mut row)
}

/// It rests, by itself; its giver may hold other things.
pub(crate) fn rest(room: &mut Room<'_>, id: CommitmentId) -> Result<(), Stop> {
    let row = speaks(room, id)?;
    pause(room.conn, room.house, row)
}

pub(crate) fn pause(
    conn: &mut AnyConnection,
    house: &House,
    mut row: CommitmentRow,
) -> Result<(), Stop> {
    let today = house.network().zone.day_of(house.now());
    row.take_on(row.commitment().rest(today)?);
    duty::close_standing(conn, row.network_id, row.id)?;
    duty::open(conn, house, &row, None)?;
    row.seen_by_buddy = false;
    Ok(tables::save(conn, &row)?)
}

/// It goes on where it stood.
pub(crate) fn go_on(room: &mut Room<'_>, id: CommitmentId) -> Result<(), Stop> {
    let mut row = speaks(room, id)?;
    row.take_on(row.commitment().go_on(room.today)?);
    duty::close_standing(room.conn, row.network_id, row.id)?;
    save(room, &mut row)
}

/// Somebody else shall have it: whoever was named is asked first, by their own yes.
pub(crate) fn hand_over(
    room: &mut Room<'_>,
    id: CommitmentId,
    successor: Option<PersonId>,
) -> Result<(), Stop> {
    let row = speaks(room, id)?;
    let to = successor.map(|person| (person, false));
    hand_on(room.conn, room.house, row, to)
}

/// The same, to somebody who may have said yes already; then it is theirs at once.
pub(crate) fn hand_on(
    conn: &mut AnyConnection,
    house: &House,
    mut row: CommitmentRow,
    successor: Option<(PersonId, bool)>,
) -> Result<(), Stop> {
    let today = house.network().zone.day_of(house.now());
    if let Some((person, _)) = successor {
        match people::standing_of(conn, row.network_id, person)? {
            Some(Standing::Resting | Standing::Dormant) => {
                return Err(No::SuccessorRests.into());
            }
            Some(standing) if standing.reads_as_member() => {}
            _ => return Err(No::SuccessorNotFound.into()),
        }
    }
    row.take_on(row.commitment().hand_over(today)?);
    row.seen_by_buddy = false;
    duty::close_standing(conn, row.network_id, row.id)?;
    let places = duty::open(conn, house, &row, None)?;
    tables::save(conn, &row)?;
    if let Some((person, agreed)) = successor {
        for place in places {
            if !agreed {
                suggest::ask(conn, house, place, person, Reason::Named)?;
            } else if let Some(open) = tables::place(conn, row.network_id, place)?
                && tables::take_off(conn, row.network_id, place)?
            {
                super::place::hold(conn, house, person, &open)?;
            }
        }
    }
    Ok(())
}

/// Given back, at once; a circle looks for somebody.
pub(crate) fn release(room: &mut Room<'_>, id: CommitmentId) -> Result<(), Stop> {
    let row = speaks(room, id)?;
    give_back(room.conn, room.house, row)
}

pub(crate) fn give_back(
    conn: &mut AnyConnection,
    house: &House,
    mut row: CommitmentRow,
) -> Result<(), Stop> {
    let today = house.network().zone.day_of(house.now());
    let was_there = row.stage.is_living() || row.stage == crate::rules::Stage::Resting;
    row.take_on(row.commitment().release(today)?);
    row.seen_by_buddy = false;
    duty::close(conn, &row)?;
    if was_there {
        duty::open(conn, house, &row, None)?;
    }
    Ok(tables::save(conn, &row)?)
}

/// Done, thanks to both.
pub(crate) fn complete(room: &mut Room<'_>, id: CommitmentId) -> Result<(), Stop> {
    let mut row = speaks(room, id)?;
    row.take_on(row.commitment().complete(room.today)?);
    duty::close(room.conn, &row)?;
    save(room, &mut row)
}

/// A buddy has been in touch; nobody asks what was said.
pub(crate) fn been_in_touch(room: &mut Room<'_>, id: CommitmentId) -> Result<(), Stop> {
    let me = room.member()?;
    let mut asked = tables::buddies_asked(room.conn, me.network)?;
    asked.retain(|row| row.id == id);
    let Some(mut row) = asked.pop() else {
        return Err(Stop::NotThere);
    };
    if !whom_to_ask(room.conn, room.house, &row)?.contains(&me.id) {
        return Err(Stop::NotThere);
    }
    row.seen_by_buddy = true;
    Ok(tables::save(room.conn, &row)?)
}

/// Those who are asked to see how a giver is.
pub(crate) fn whom_to_ask(
    conn: &mut AnyConnection,
    house: &House,
    row: &CommitmentRow,
) -> Result<Vec<PersonId>, Stop> {
    let Some(giver) = row.giver_person().or(row.spoken_by) else {
        return Ok(Vec::new());
    };
    people::those_near(conn, house, giver)
}
