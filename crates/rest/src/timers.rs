//! What time does: a rest with an end ends, seasons begin and are over.

use crate::{
    deeds::{rest, season},
    rules::SeasonStage,
    tables,
};
use store::{AnyConnection, Stop};
use web::House;

pub(crate) fn run(conn: &mut AnyConnection, house: &House) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let mut moved = 0;
    for row in tables::rests_over(conn, network.id, today)? {
        rest::end(conn, house, row.id)?;
        moved += 1;
    }
    for mut row in tables::seasons(conn, network.id)? {
        let lifelines = season::lifelines(conn, &row)?;
        let was = row.stage;
        let Some(next) = row.season().clock(today, &lifelines) else {
            continue;
        };
        if next.stage == SeasonStage::Resting {
            // It lies from the day it began, which may be later than was told.
            row.from_on = today;
        }
        row.stage = next.stage;
        tables::save_season(conn, &row)?;
        if was == SeasonStage::Resting {
            let days = (row.to_on.0 - row.from_on.0 + 1).max(0);
            house.season_over(conn, row.circle_id, days)?;
        }
        moved += 1;
    }
    Ok(moved)
}
