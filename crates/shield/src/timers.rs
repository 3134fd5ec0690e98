//! What time does here. Postures end by themselves, by every reading of the clock; this only tidies.

use crate::{deeds, power};
use store::{AnyConnection, Stop};
use web::House;

pub(crate) fn run(conn: &mut AnyConnection, house: &House) -> Result<usize, Stop> {
    power::catch_up(conn, house)?;
    deeds::keys::let_go_of_holders(conn, house)
}
