//! Duties that look for somebody: what a circle was promised, while its giver rests, hands it over or
//! has given it back.

use crate::{
    rules::{CommitmentId, PLACE_DAYS, PlaceId},
    tables::{self, CommitmentRow, PLACES, PlaceRow},
};
use jiff::civil::Weekday;
use kernel::{Day, NetworkId};
use rhythm::Recurrence;
use store::{AnyConnection, Row, Stop};
use web::House;

/// The pieces of a duty that different people could hold: each day of the week by itself.
pub(crate) fn pieces(when: &Recurrence) -> Vec<Recurrence> {
    let days = when.weekdays();
    if days.len() < 2 {
        return vec![when.clone()];
    }
    days.iter()
        .filter_map(|day| when.only_on(&[*day]).ok())
        .collect()
}

/// A circle looks for somebody who holds what this giver does not, until a day.
pub(crate) fn open(
    conn: &mut AnyConnection,
    house: &House,
    row: &CommitmentRow,
    until: Option<Day>,
) -> Result<Vec<PlaceId>, Stop> {
    let only = |_: &[Weekday]| true;
    open_some(conn, house, row, until, only)
}

/// The same, for those of its days that were let go of.
pub(crate) fn open_days(
    conn: &mut AnyConnection,
    house: &House,
    row: &CommitmentRow,
    days: &[Weekday],
) -> Result<Vec<PlaceId>, Stop> {
    open_some(conn, house, row, None, |of| {
        of.iter().any(|day| days.contains(day))
    })
}

fn open_some(
    conn: &mut AnyConnection,
    house: &House,
    row: &CommitmentRow,
    until: Option<Day>,
    which: impl Fn(&[Weekday]) -> bool,
) -> Result<Vec<PlaceId>, Stop> {
    let Some(circle) = row.to_circle() else {
        return Ok(Vec::new());
    };
    // What wakes on a condition is nobody's turn.
    if row.wakes_people.is_some() {
        return Ok(Vec::new());
    }
    let today = house.network().zone.day_of(house.now());
    let pieces: Vec<Option<Recurrence>> = match row.recurrence() {
        None => vec![None],
        Some(when) => pieces(&when)
            .into_iter()
            .filter(|piece| which(&piece.weekdays()))
            .map(Some)
            .collect(),
    };
    let mut opened = Vec::new();
    for piece in pieces {
        let place = NewPlace {
            of: row,
            when: piece.as_ref(),
            time: None,
            ends_on: until.unwrap_or(today.plus(PLACE_DAYS)),
        };
        let mut place = sealed(house, &place, today)?;
        place.circle_id = Some(circle);
        tables::add_place(conn, &place)?;
        opened.push(place.id);
    }
    Ok(opened)
}

/// A place before it is kept.
pub(crate) struct NewPlace<'a> {
    pub of: &'a CommitmentRow,
    pub when: Option<&'a Recurrence>,
    /// One time of it: the day by the rule, where it has one, the day it is on, and its hour.
    pub time: Option<(Option<Day>, Day, Option<String>)>,
    pub ends_on: Day,
}

/// A place with its words sealed under a key of its own.
pub(crate) fn sealed(house: &House, new: &NewPlace<'_>, today: Day) -> Result<PlaceRow, Stop> {
    let network = house.network().id;
    let id = PlaceId::new(&*house.chance);
    let at = Row {
        network: &network,
        table: PLACES,
        id: id.bytes(),
    };
    let words = new
        .of
        .key(&house.vault)?
        .open(new.of.row(), "words", &new.of.words)?;
    let (key, row_key) = house.vault.new_key(at)?;
    let (rule_day, on_day, clock) = match &new.time {
        Some((rule_day, on_day, clock)) => (*rule_day, Some(*on_day), clock.clone()),
        None => (None, None, new.of.clock.clone()),
    };
    Ok(PlaceRow {
        id,
        network_id: network,
        circle_id: new.of.to_circle(),
        commitment_id: Some(new.of.id),
        rule_day,
        rule: new.when.map(|when| when.rule().to_owned()),
        clock,
        on_day,
        starts_on: new
            .when
            .map_or(today, |when| Day::from_date(when.starts().date())),
        kind: new.of.kind,
        fits: new.of.fits,
        area: new.of.area.clone(),
        words: key.seal(at, "words", &words)?,
        not_for: new.of.giver_person(),
        ends_on: new.ends_on,
        row_key,
    })
}

/// Its standing places look for nobody any more; those of one time stay, for that time is still open.
pub(crate) fn close_standing(
    conn: &mut AnyConnection,
    network: NetworkId,
    of: CommitmentId,
) -> Result<(), Stop> {
    for place in tables::places_from(conn, network, of)? {
        if place.on_day.is_none() {
            tables::take_off(conn, network, place.id)?;
        }
    }
    Ok(())
}

/// Nothing of it looks for anybody, and no time of it is as it was changed.
pub(crate) fn close(conn: &mut AnyConnection, row: &CommitmentRow) -> Result<(), Stop> {
    for place in tables::places_from(conn, row.network_id, row.id)? {
        tables::take_off(conn, row.network_id, place.id)?;
    }
    tables::remove_times_of(conn, row.network_id, row.id)?;
    Ok(tables::forget_stand_ins_of(conn, row.network_id, row.id)?)
}
