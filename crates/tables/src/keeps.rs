//! What this practice keeps, for how long, and who can read it.

use crate::{
    rules::ENDED_DAYS,
    schema::{open_tables, table_batch_rows, table_batches},
};
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-open-table",
            until: "keep-open-table-until",
            who: "keep-open-table-who",
            sealed: false,
            erase: Some(ended),
        },
        Keep {
            what: "keep-table-batch",
            until: "keep-table-batch-until",
            who: "keep-table-batch-who",
            sealed: false,
            erase: Some(old_batches),
        },
    ],
    sealed_tables: &[],
};

fn ended(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let due = open_tables::table.filter(
        open_tables::network_id
            .eq(sweep.network)
            .and(open_tables::ended_on.le(sweep.last.plus(-ENDED_DAYS))),
    );
    Ok(diesel::delete(due).execute(conn)?)
}

fn old_batches(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let rows = table_batch_rows::table.filter(
        table_batch_rows::network_id
            .eq(sweep.network)
            .and(table_batch_rows::ends_on.le(sweep.last)),
    );
    let erased = diesel::delete(rows).execute(conn)?;
    let batches = table_batches::table.filter(
        table_batches::network_id
            .eq(sweep.network)
            .and(table_batches::ends_on.le(sweep.last)),
    );
    diesel::delete(batches).execute(conn)?;
    Ok(erased)
}
