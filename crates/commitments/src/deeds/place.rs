//! Taking an open place. Of two who say "I can" at the same moment one has it, and the other reads a
//! kind sentence.

use super::{
    duty,
    offer::{NewCommitment, sealed, usual_review},
};
use crate::{
    rules::{Commitment, CommitmentRefusal as No, HIGHEST_CEILING, PlaceId, Sight, Stage, ceiling},
    tables::{self, CEILINGS, CeilingRow, Party, PlaceRow, StandInRow, TimeId, TimeRow, TimeState},
};
use kernel::{Member, PersonId, Standing};
use store::{AnyConnection, Row, Stop};
use web::{House, Room};

/// A place that whoever is in the room may take: of their circle, or they were asked.
pub(crate) fn look(room: &mut Room<'_>, id: PlaceId) -> Result<(Member, PlaceRow), Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Err(match me.standing {
            Standing::Participant => No::NotYetAMember.into(),
            _ => Stop::NotThere,
        });
    }
    // A place that was taken and one that never was answer alike.
    let place = tables::place(room.conn, me.network, id)?.ok_or(No::PlaceTaken)?;
    let of_mine = place
        .circle_id
        .is_some_and(|circle| me.circles.contains(&circle));
    let asked = tables::is_asked(room.conn, me.network, id, me.id)?;
    match of_mine || asked {
        true if place.ends_on >= room.today => Ok((me, place)),
        true => Err(No::TimePassed.into()),
        false => Err(No::PlaceTaken.into()),
    }
}

/// "I can."
pub(crate) fn take(room: &mut Room<'_>, id: PlaceId, again: bool) -> Result<(), Stop> {
    let (me, place) = look(room, id)?;
    if me.is_resting() {
        return Err(No::YouAreResting.into());
    }
    if !tables::take_off(room.conn, me.network, id)? {
        return Err(No::PlaceTaken.into());
    }
    match place.on_day {
        Some(_) => stand_in(room, &me, &place)?,
        None => hold(room.conn, room.house, me.id, &place)?,
    }
    if let (true, Some(commitment)) = (again, place.commitment_id)
        && place.not_for.is_some_and(|giver| giver != me.id)
    {
        let row = StandInRow {
            network_id: me.network,
            commitment_id: commitment,
            would_id: me.id,
            liked: false,
            ends_on: room.today.plus(crate::rules::LONGEST_REVIEW_DAYS),
        };
        tables::would_again(room.conn, &row)?;
    }
    Ok(())
}

/// For one time.
fn stand_in(room: &mut Room<'_>, me: &Member, place: &PlaceRow) -> Result<(), Stop> {
    let (Some(commitment), Some(on_day)) = (place.commitment_id, place.on_day) else {
        return Err(No::PlaceTaken.into());
    };
    let known = match place.rule_day {
        Some(day) => tables::times_of(room.conn, me.network, commitment)?
            .into_iter()
            .find(|time| time.rule_day == day),
        None => None,
    };
    let woken = place.rule_day.is_none();
    let time = TimeRow {
        id: known.map_or_else(|| TimeId::new(&*room.house.chance), |time| time.id),
        network_id: me.network,
        commitment_id: commitment,
        rule_day: place.rule_day.unwrap_or(on_day),
        state: TimeState::StandIn,
        other_day: woken.then_some(on_day),
        other_clock: place.clock.clone().filter(|_| woken),
        stand_in: Some(me.id),
        ends_on: on_day,
    };
    Ok(tables::put_time(room.conn, &time)?)
}

/// For longer: it becomes a promise of their own, which the circle asked for, with a day to look at
/// it again.
pub(crate) fn hold(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    place: &PlaceRow,
) -> Result<(), Stop> {
    let Some(circle) = place.circle_id else {
        return Err(No::PlaceTaken.into());
    };
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let words = place
        .key(&house.vault)?
        .open(place.row(), "words", &place.words)?;
    let before = match place.commitment_id {
        Some(id) => tables::commitment_at(conn, network.id, id)?,
        None => None,
    };
    let new = NewCommitment {
        from: Party::Person(person),
        to: Party::Circle(circle),
        kind: place.kind,
        fits: place.fits,
        area: &place.area,
        words: &words,
        much: None,
        when: place.recurrence(),
        start: today,
        review_on: usual_review(today),
        sight: Sight::Sides,
        wakes: None,
        before: place.commitment_id,
    };
    let rule = Commitment::offer(&words, today, new.review_on, today)?;
    let row = sealed(house, person, &new, rule.accept(today)?)?;
    tables::add(conn, &row)?;
    // What was being handed over is, once nothing of it looks for somebody.
    if let Some(mut before) = before
        && before.stage == Stage::HandingOver
        && tables::places_from(conn, network.id, before.id)?.is_empty()
    {
        before.take_on(before.commitment().release(today)?);
        tables::save(conn, &before)?;
        duty::close(conn, &before)?;
    }
    Ok(())
}

/// "Not me, this time": they are not asked for it again.
pub(crate) fn not_me(room: &mut Room<'_>, id: PlaceId) -> Result<(), Stop> {
    let (me, _) = look(room, id)?;
    tables::not_me(room.conn, me.network, id, me.id)?;
    Ok(())
}

/// What somebody may be asked for at once; nobody else reads it.
pub(crate) fn set_ceiling(room: &mut Room<'_>, typed: &str) -> Result<(), Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let number = ceiling(typed)?.min(HIGHEST_CEILING);
    let at = Row {
        network: &me.network,
        table: CEILINGS,
        id: me.id.bytes(),
    };
    let (key, row_key) = room.house.vault.new_key(at)?;
    let row = CeilingRow {
        id: me.id,
        network_id: me.network,
        most: key.seal(at, "most", &number.to_string())?,
        review_on: room.today.plus(crate::rules::LONGEST_REVIEW_DAYS),
        row_key,
    };
    tables::put_ceiling(room.conn, &row)?;
    if number == 0 {
        tables::ask_no_more(room.conn, me.network, me.id)?;
    }
    Ok(())
}
