//! What this practice keeps, for how long, and who can read it.

use crate::schema::{endings, introductions, one_to_ones, pictures, ties};
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-one-to-ones",
            until: "keep-one-to-ones-until",
            who: "keep-one-to-ones-who",
            sealed: true,
            erase: Some(old_meetings),
        },
        Keep {
            what: "keep-ties",
            until: "keep-ties-until",
            who: "keep-ties-who",
            sealed: true,
            erase: Some(old_ties),
        },
    ],
    sealed_tables: &["one_to_ones", "ties", "introductions", "pictures"],
};

fn old_meetings(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = one_to_ones::network_id
        .eq(sweep.network)
        .and(one_to_ones::review_on.le(sweep.last));
    let meetings = diesel::delete(one_to_ones::table.filter(over)).execute(conn)?;
    let over = introductions::network_id
        .eq(sweep.network)
        .and(introductions::review_on.le(sweep.last));
    Ok(meetings + diesel::delete(introductions::table.filter(over)).execute(conn)?)
}

fn old_ties(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = ties::network_id
        .eq(sweep.network)
        .and(ties::review_on.le(sweep.last));
    let old = diesel::delete(ties::table.filter(over)).execute(conn)?;
    let over = pictures::network_id
        .eq(sweep.network)
        .and(pictures::review_on.le(sweep.last));
    let pictures = diesel::delete(pictures::table.filter(over)).execute(conn)?;
    let over = endings::network_id
        .eq(sweep.network)
        .and(endings::review_on.le(sweep.last));
    Ok(old + pictures + diesel::delete(endings::table.filter(over)).execute(conn)?)
}
