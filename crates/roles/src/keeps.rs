//! What this practice keeps, for how long, and who can read it.

use crate::tables;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

/// Long enough to count terms in a row: two of twelve months lie within it, and a season's rest.
const TERM_DAYS: i64 = 548;

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-roles",
            until: "keep-roles-until",
            who: "keep-roles-who",
            sealed: true,
            erase: None,
        },
        Keep {
            what: "keep-terms",
            until: "keep-terms-until",
            who: "keep-network-reads",
            sealed: false,
            erase: Some(old_terms),
        },
        Keep {
            what: "keep-choosings",
            until: "keep-choosings-until",
            who: "keep-choosings-who",
            sealed: true,
            erase: Some(over),
        },
    ],
    sealed_tables: &["roles", "choosings", "nominations", "choosing_words"],
};

fn old_terms(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let before = sweep.now.plus_hours(-24 * TERM_DAYS);
    Ok(tables::erase_terms(conn, sweep.network, before)?)
}

/// Timers end what has had its time; this catches what they did not.
fn over(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let mut erased = 0;
    for row in tables::choosings(conn, sweep.network)? {
        if row.ends_on < sweep.last {
            tables::erase_choosing(conn, &row)?;
            erased += 1;
        }
    }
    Ok(erased)
}
