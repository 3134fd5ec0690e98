//! What time does to open tables; twice is as once.

use crate::{schema::open_tables, tables::TableRow};
use diesel::prelude::*;
use kernel::Moment;
use store::{AnyConnection, Stop};
use web::House;

/// Opens the tables whose day has come; says how many.
pub(crate) fn run(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(now);
    let due: Vec<TableRow> = open_tables::table
        .filter(open_tables::network_id.eq(network.id))
        .filter(open_tables::closed_until.le(today))
        .select(TableRow::as_select())
        .load(conn)?;
    for mut row in due.iter().cloned() {
        let table = row.table().as_of(today);
        row.take_on(table);
        crate::tables::save(conn, &row)?;
    }
    Ok(due.len())
}
