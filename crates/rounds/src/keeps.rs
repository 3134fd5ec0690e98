//! What this practice keeps, for how long, and who can read it.

use crate::schema::{reflections, slow_entries, slow_replies, slow_rounds};
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-live-round",
            until: "keep-live-round-until",
            who: "keep-live-round-who",
            sealed: false,
            erase: None,
        },
        Keep {
            what: "keep-slow-round",
            until: "keep-slow-round-until",
            who: "keep-slow-round-who",
            sealed: true,
            erase: Some(old_rounds),
        },
    ],
    sealed_tables: &["slow_rounds", "slow_entries", "reflections", "slow_replies"],
};

fn old_rounds(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = slow_replies::network_id
        .eq(sweep.network)
        .and(slow_replies::ends_on.le(sweep.last));
    diesel::delete(slow_replies::table.filter(over)).execute(conn)?;
    let over = reflections::network_id
        .eq(sweep.network)
        .and(reflections::ends_on.le(sweep.last));
    diesel::delete(reflections::table.filter(over)).execute(conn)?;
    let over = slow_entries::network_id
        .eq(sweep.network)
        .and(slow_entries::ends_on.le(sweep.last));
    diesel::delete(slow_entries::table.filter(over)).execute(conn)?;
    let over = slow_rounds::network_id
        .eq(sweep.network)
        .and(slow_rounds::ends_on.le(sweep.last));
    Ok(diesel::delete(slow_rounds::table.filter(over)).execute(conn)?)
}
