//! What time does: the day somebody said has passed; seasons open, are gathered, and close.

use crate::deeds::{going, season};
use store::{AnyConnection, Stop};
use web::House;

pub(crate) fn run(conn: &mut AnyConnection, house: &House) -> Result<usize, Stop> {
    Ok(going::clock(conn, house)? + season::clock(conn, house)?)
}
