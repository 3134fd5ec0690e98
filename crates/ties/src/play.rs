//! The same without a browser, for the demo.

use crate::deeds::{picture, tie};
use kernel::{Day, PersonId};
use store::{AnyConnection, Stop};
use web::House;

/// Two count a tie from a day.
///
/// # Errors
/// Where the database cannot be written.
pub fn count_tie(
    conn: &mut AnyConnection,
    house: &House,
    two: (PersonId, PersonId),
    day: Day,
) -> Result<(), Stop> {
    tie::count(conn, house, two, day)
}

/// The picture is made.
///
/// # Errors
/// Where the database cannot be written.
pub fn make_picture(conn: &mut AnyConnection, house: &House) -> Result<(), Stop> {
    picture::make(conn, house).map(drop)
}
