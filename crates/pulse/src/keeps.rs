//! What this practice keeps, for how long, and who can read it.

use crate::schema::pulses;
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[Keep {
        what: "keep-pulse",
        until: "keep-pulse-until",
        who: "keep-pulse-who",
        sealed: true,
        erase: Some(old),
    }],
    sealed_tables: &["pulses", "pulse_hands"],
};

fn old(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = pulses::network_id
        .eq(sweep.network)
        .and(pulses::review_on.le(sweep.last));
    Ok(diesel::delete(pulses::table.filter(over)).execute(conn)?)
}
