//! The same without a browser.

use crate::deeds::vouch_for;
use kernel::{CircleId, PersonId};
use store::{AnyConnection, Stop};
use web::House;

/// These vouch for somebody who comes into a space.
///
/// # Errors
/// Where the database cannot be written.
pub fn vouched(
    conn: &mut AnyConnection,
    house: &House,
    (circle, whom): (CircleId, PersonId),
    by: &[PersonId],
) -> Result<(), Stop> {
    for (at, person) in by.iter().enumerate() {
        vouch_for(conn, house, (circle, *person, whom), ("", at > 0))?;
    }
    Ok(())
}
