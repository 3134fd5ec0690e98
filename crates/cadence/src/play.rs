//! The same deeds without a browser, for the demo and for stories.

pub use crate::deeds::practices::{New, make};
use crate::tables::{self, PracticeId};
use kernel::PersonId;
use store::{AnyConnection, Stop};
use web::House;

/// These host in turn, in this order.
pub fn hosts(
    conn: &mut AnyConnection,
    house: &House,
    id: PracticeId,
    rota: &[PersonId],
) -> Result<(), Stop> {
    let all = tables::all(conn, house.network().id)?;
    let mut row = all.into_iter().find(|row| row.id == id);
    let row = row.as_mut().ok_or(Stop::NotThere)?;
    row.set_rota(rota);
    Ok(tables::save(conn, row)?)
}
