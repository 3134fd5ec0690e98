//! What time does: the picture is made anew each month, and after an introduction.

use crate::deeds::picture;
use store::{AnyConnection, Stop};
use web::House;

pub(crate) fn run(conn: &mut AnyConnection, house: &House) -> Result<usize, Stop> {
    picture::make(conn, house)
}
