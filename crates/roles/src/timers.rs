//! What time does here. A term ends by itself, by every reading of the clock; this writes down what is
//! held and was given elsewhere, lets choosings end that came to nothing, and finds the circle's word
//! complete where whoever was still asked has left.

use crate::{
    deeds::{adopt, choose},
    rules::Stage,
    tables,
};
use kernel::Moment;
use store::{AnyConnection, Stop};
use web::House;

pub(crate) fn run(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(now);
    let (_, mut moved) = adopt(conn, house, now)?;
    for row in tables::choosings(conn, network.id)? {
        if row.ends_on < today {
            // Nobody is chosen by time (N10).
            tables::erase_choosing(conn, &row)?;
            moved += 1;
        } else if row.stage == Stage::Asked {
            match choose::settle(conn, house, &row, None) {
                Ok(chosen) => moved += usize::from(chosen),
                // Who was proposed may not hold it any more: the circle finds out when it looks.
                Err(Stop::Refused(_)) => {}
                Err(other) => return Err(other),
            }
        }
    }
    Ok(moved)
}
