//! What time does to asks; each step is idempotent.

use crate::{
    deeds, notices,
    rules::{Clocked, FOLLOW_UP_GIVEN_UP_DAYS, PLAN_SECONDS, WORD_SECONDS},
    schema::asks,
    tables::{self, AskRow, StageWord},
};
use diesel::prelude::*;
use kernel::{Day, Moment};
use store::{AnyConnection, Stop, fact, set_fact};
use web::House;

/// Moves every ask whose time has come; says how many.
pub(crate) fn run(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(now);
    let since = |stage: StageWord, seconds: i64| {
        asks::stage
            .eq(stage)
            .and(asks::stage_since.le(now.plus_seconds(-seconds)))
    };
    let waiting = [StageWord::Received, StageWord::Heard, StageWord::Open];
    let due: Vec<AskRow> = asks::table
        .filter(asks::network_id.eq(network.id))
        .filter(
            since(StageWord::Claimed, PLAN_SECONDS)
                .or(since(StageWord::SaidDone, WORD_SECONDS))
                .or(asks::stage.eq_any(waiting).and(asks::ends_on.lt(today)))
                .or(asks::closed_on
                    .is_null()
                    .and(asks::follow_up_on.lt(today.plus(-FOLLOW_UP_GIVEN_UP_DAYS)))
                    .assume_not_null()),
        )
        .select(AskRow::as_select())
        .load(conn)?;
    let mut moved = 0;
    for mut row in due {
        let place_dies_on =
            tables::place_row(conn, row.network_id, row.id)?.and_then(|place| place.dies_on);
        let Ok((ask, what)) = row.ask(place_dies_on).clock(now, today) else {
            continue;
        };
        if what == Clocked::OpenAgain {
            notices::to_whoever_said_i_can(conn, house, &row)?;
            row.plan = None;
        }
        tables::save(conn, &house.vault, &mut row, &ask, now)?;
        if what == Clocked::NobodyFound {
            notices::unable(conn, house, &row, None, now)?;
        }
        moved += 1;
    }
    deeds::open_line_on_its_day(conn, house, now)?;
    Ok(moved + remind_on_the_day(conn, house, now)?)
}

/// The hour at which whoever said "I can" is told that the day has come.
const MORNING: i8 = 8;
/// The last day on which they were.
const REMINDED: &str = "asks-reminded-on";

/// Once a day, in the morning: the day by which an ask needs an answer has come.
fn remind_on_the_day(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(now);
    let before = fact(conn, network.id, REMINDED)?.and_then(|day| Day::parse(&day));
    if network.zone.hour_minute(now) < (MORNING, 0) || before.is_some_and(|day| day >= today) {
        return Ok(0);
    }
    set_fact(conn, network.id, REMINDED, &today.to_string())?;
    let on_their_way = [StageWord::Claimed, StageWord::Arranged];
    let due: Vec<AskRow> = asks::table
        .filter(asks::network_id.eq(network.id))
        .filter(
            asks::stage
                .eq_any(on_their_way)
                .and(asks::by_when.eq(today)),
        )
        .select(AskRow::as_select())
        .load(conn)?;
    for row in &due {
        notices::to_whoever_said_i_can(conn, house, row)?;
    }
    Ok(0)
}
