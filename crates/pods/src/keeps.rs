//! What this practice keeps, for how long, and who can read it.

use crate::{tables, timers};
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-buddies",
            until: "keep-buddies-until",
            who: "keep-buddies-who",
            sealed: false,
            erase: Some(over),
        },
        Keep {
            what: "keep-pods",
            until: "keep-pods-until",
            who: "keep-pods-who",
            sealed: true,
            erase: None,
        },
        Keep {
            what: "keep-pod-wishes",
            until: "keep-pod-wishes-until",
            who: "keep-pod-wishes-who",
            sealed: true,
            erase: Some(old_wishes),
        },
    ],
    sealed_tables: &["pods", "pod_wishes"],
};

/// Pairs and pods end by the clock; should the clock's work not have been done, the sweep does it.
fn over(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    timers::run(conn, sweep.network, sweep.zone.day_of(sweep.now))
}

fn old_wishes(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let (network, last) = (sweep.network, sweep.last);
    Ok(tables::erase_old_wishes(conn, network, last)?
        + tables::erase_old_tries(conn, network, last)?
        + tables::erase_old_matcher(conn, network, last)?)
}
