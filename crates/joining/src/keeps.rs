//! What this practice keeps, for how long, and who can read it.

use crate::{
    deeds,
    schema::{newcomers, paths},
};
use diesel::prelude::*;
use kernel::PersonId;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-left-word",
            until: "keep-left-word-until",
            who: "keep-welcomers",
            sealed: true,
            erase: Some(old_words),
        },
        Keep {
            what: "keep-path",
            until: "keep-path-until",
            who: "keep-path-who",
            sealed: true,
            erase: Some(old_paths),
        },
        Keep {
            what: "keep-read",
            until: "keep-person-until",
            who: "keep-own",
            sealed: false,
            erase: None,
        },
    ],
    sealed_tables: &["newcomers", "paths"],
};

/// Names of those who were never reached, or who did not come in.
fn old_words(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    Ok(diesel::delete(
        newcomers::table.filter(
            newcomers::network_id
                .eq(sweep.network)
                .and(newcomers::ends_on.le(sweep.last)),
        ),
    )
    .execute(conn)?)
}

fn old_paths(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over: Vec<PersonId> = paths::table
        .filter(
            paths::network_id
                .eq(sweep.network)
                .and(paths::ends_on.le(sweep.last)),
        )
        .select(paths::id)
        .load(conn)?;
    for person in &over {
        deeds::forget_what_was_said(conn, sweep.network, *person)?;
    }
    Ok(diesel::delete(paths::table.filter(paths::id.eq_any(over))).execute(conn)?)
}
