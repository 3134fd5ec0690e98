//! What rest, and leaving, do to what somebody promised (P20, P5).

use super::{duty, review};
use crate::{
    rules::Stage,
    tables::{self, PartyId, TimeState},
};
use kernel::{CircleId, Day, PersonId, Standing};
use store::{AnyConnection, Stop};
use web::{House, RestChange, RestTurn};

/// From this minute nothing is asked of them, and what they hold of circles looks for somebody; when
/// they are back, what nobody took on is theirs as it was, its days as many as they were.
pub(crate) fn hear(
    conn: &mut AnyConnection,
    house: &House,
    change: RestChange,
) -> Result<(), Stop> {
    let network = house.network().id;
    match change.turn {
        RestTurn::Begins { until } => {
            tables::ask_no_more(conn, network, change.person)?;
            for row in tables::given_by(conn, network, change.person)? {
                if row.stage.is_living() && row.stage != Stage::HandingOver {
                    duty::close_standing(conn, network, row.id)?;
                    duty::open(conn, house, &row, until)?;
                }
            }
            let today = house.network().zone.day_of(house.now());
            give_up_standing_in(conn, house, change.person, today)
        }
        RestTurn::Ended { days } => {
            for mut row in tables::given_by(conn, network, change.person)? {
                if row.stage == Stage::SetAside {
                    continue;
                }
                if row.stage.is_living() && row.stage != Stage::HandingOver {
                    duty::close_standing(conn, network, row.id)?;
                }
                row.take_on(row.commitment().later(days));
                tables::save(conn, &row)?;
            }
            Ok(())
        }
    }
}

/// Whoever goes quiet is asked for nothing, and will not come where they stand in. What they gave is laid
/// down by whoever lets them go.
pub(crate) fn goes_quiet(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network();
    tables::ask_no_more(conn, network.id, person)?;
    let today = network.zone.day_of(house.now());
    give_up_standing_in(conn, house, person, today)
}

/// Times they said they would stand in for look for somebody again.
fn give_up_standing_in(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    today: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    for mut time in tables::standing_in(conn, network, person, today)? {
        let Some(row) = tables::commitment_at(conn, network, time.commitment_id)? else {
            tables::remove_time(conn, time.id)?;
            continue;
        };
        let woken = row.wakes_people.is_some();
        let new = duty::NewPlace {
            of: &row,
            when: None,
            time: Some((
                (!woken).then_some(time.rule_day),
                time.other_day.unwrap_or(time.rule_day),
                time.other_clock.clone().or(row.clock.clone()),
            )),
            ends_on: time.ends_on,
        };
        let place = duty::sealed(house, &new, today)?;
        tables::add_place(conn, &place)?;
        if woken {
            tables::remove_time(conn, time.id)?;
        } else {
            time.state = TimeState::Open;
            time.stand_in = None;
            tables::put_time(conn, &time)?;
        }
    }
    Ok(())
}

/// A person goes: what they gave circles looks for somebody, and their own words go. What was given
/// to them has nobody who receives it.
pub(crate) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network().id;
    let today = house.network().zone.day_of(house.now());
    give_up_standing_in(conn, house, person, today)?;
    for row in tables::of_party(conn, network, PartyId(person.0))? {
        if row.giver_person() == Some(person) {
            if row.stage.is_living() || row.stage == Stage::Resting {
                review::give_back(conn, house, row.clone())?;
            }
            // The place that is left, now or before, names nobody.
            for place in tables::places_from(conn, network, row.id)? {
                tables::orphan(conn, place.id)?;
            }
        } else {
            duty::close(conn, &row)?;
        }
        tables::remove(conn, network, row.id)?;
    }
    tables::unname(conn, network, person)?;
    tables::ask_no_more(conn, network, person)?;
    tables::forget_stand_in(conn, network, person)?;
    Ok(tables::remove_ceiling(conn, network, person)?)
}

/// A rest season is over: every clock that waited goes on where it stood. Those of whoever still rests
/// go on with them.
pub(crate) fn season_over(
    conn: &mut AnyConnection,
    house: &House,
    of: Option<CircleId>,
    days: i32,
) -> Result<(), Stop> {
    let network = house.network().id;
    for mut row in tables::all_open(conn, network)? {
        if of.is_some() && row.to_circle() != of {
            continue;
        }
        if let Some(giver) = row.giver_person() {
            let standing = people::standing_of(conn, network, giver)?;
            if standing == Some(Standing::Resting) {
                continue;
            }
        }
        row.take_on(row.commitment().later(days));
        tables::save(conn, &row)?;
    }
    Ok(())
}
