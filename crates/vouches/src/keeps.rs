//! What this practice keeps, for how long, and who can read it.

use crate::schema::{vouch_entries, vouches};
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[Keep {
        what: "keep-vouches",
        until: "keep-vouches-until",
        who: "keep-vouches-who",
        sealed: true,
        erase: Some(old),
    }],
    sealed_tables: &["vouches", "vouch_entries"],
};

fn old(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = vouches::network_id
        .eq(sweep.network)
        .and(vouches::review_on.le(sweep.last));
    let gone = diesel::delete(vouches::table.filter(over)).execute(conn)?;
    let over = vouch_entries::network_id
        .eq(sweep.network)
        .and(vouch_entries::review_on.le(sweep.last));
    Ok(gone + diesel::delete(vouch_entries::table.filter(over)).execute(conn)?)
}
