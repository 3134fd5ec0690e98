//! The same without a browser, for the demo and the benches.

use crate::{deeds::slow, rules::SlowId, tables};
use kernel::{CircleId, Moment, PersonId};
use store::{AnyConnection, Stop};
use web::House;

/// A question asked slowly.
pub struct Asked<'a> {
    /// Of which circle.
    pub circle: CircleId,
    /// By whom.
    pub host: PersonId,
    /// The question.
    pub question: &'a str,
    /// When it opens at the latest.
    pub closes: Moment,
}

/// It is asked.
///
/// # Errors
/// Where the database cannot be written.
pub fn asked(conn: &mut AnyConnection, house: &House, what: &Asked<'_>) -> Result<SlowId, Stop> {
    slow::put(conn, house, what)
}

/// Somebody gives their words into it, or passes.
///
/// # Errors
/// Where the database cannot be written.
pub fn gives(
    conn: &mut AnyConnection,
    house: &House,
    id: SlowId,
    (person, words): (PersonId, Option<&str>),
) -> Result<(), Stop> {
    let row = tables::slow_round(conn, house.network().id, id)?;
    slow::put_entry(conn, house, &row, (person, words))
}
