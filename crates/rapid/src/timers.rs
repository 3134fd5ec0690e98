//! What time does: what waited is gone, what acted has ended and is to be looked at.

use crate::{
    rules::{LaneStage, REVIEW_DAYS},
    tables,
};
use kernel::Moment;
use store::{AnyConnection, Stop};
use web::House;

pub(crate) fn run(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
    let network = house.network();
    let due = tables::rapids_due(conn, network.id, now)?;
    let many = due.len();
    for mut row in due {
        row.take_on(row.lane().at(now));
        if row.stage == LaneStage::Ended {
            row.review_on = network.zone.day_of(row.until_at).plus(REVIEW_DAYS);
        }
        tables::put_rapid(conn, &row)?;
    }
    Ok(many)
}
