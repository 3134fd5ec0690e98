//! What this practice keeps, for how long, and who can read it.

use crate::{tables, timers};
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

/// What became of single times is kept for a year.
const HAPPENED_DAYS: i32 = 366;

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-practices",
            until: "keep-practices-until",
            who: "keep-practices-who",
            sealed: true,
            erase: Some(over),
        },
        Keep {
            what: "keep-occurrences",
            until: "keep-occurrences-until",
            who: "keep-occurrences-who",
            sealed: false,
            erase: Some(old_times),
        },
        Keep {
            what: "keep-calendars",
            until: "keep-calendars-until",
            who: "keep-own",
            sealed: false,
            erase: Some(old_feeds),
        },
    ],
    sealed_tables: &["practices"],
};

fn over(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    timers::run(conn, sweep.network, sweep.zone.day_of(sweep.now))
}

fn old_times(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let before = sweep.last.plus(-HAPPENED_DAYS);
    Ok(tables::erase_before(conn, sweep.network, before)?)
}

fn old_feeds(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    Ok(tables::erase_old_feeds(conn, sweep.network, sweep.now)?)
}
