//! What this practice keeps, for how long, and who can read it.

use crate::{
    deeds::duty,
    rules::{AGAIN_DAYS, LONGEST_REVIEW_DAYS, Stage},
    schema::{
        ceilings, commitments, cover_asks, open_places, stand_ins, times_changed, woken_times,
    },
    tables::{self, CommitmentRow},
};
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-commitment",
            until: "keep-commitment-until",
            who: "keep-commitment-who",
            sealed: true,
            erase: Some(ended),
        },
        Keep {
            what: "keep-cover",
            until: "keep-cover-until",
            who: "keep-cover-who",
            sealed: true,
            erase: Some(over),
        },
        Keep {
            what: "keep-ceiling",
            until: "keep-ceiling-until",
            who: "keep-own",
            sealed: true,
            erase: Some(old_ceilings),
        },
        Keep {
            what: "keep-heard-back",
            until: "keep-heard-back-until",
            who: "keep-heard-back-who",
            sealed: false,
            erase: None,
        },
    ],
    sealed_tables: &["commitments", "open_places", "ceilings"],
};

/// What ended a month ago, and what was set aside a year ago.
fn ended(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let old: Vec<CommitmentRow> = commitments::table
        .filter(commitments::network_id.eq(sweep.network))
        .filter(
            commitments::stage
                .eq_any(Stage::ENDED)
                .and(commitments::since_on.le(sweep.last.plus(-AGAIN_DAYS)))
                .or(commitments::stage
                    .eq(Stage::SetAside)
                    .and(commitments::since_on.le(sweep.last.plus(-LONGEST_REVIEW_DAYS)))),
        )
        .select(CommitmentRow::as_select())
        .load(conn)?;
    for row in &old {
        // Its standing places go on looking for somebody; they name nobody.
        for place in tables::places_from(conn, sweep.network, row.id)? {
            tables::orphan(conn, place.id)?;
        }
        duty::close(conn, row)?;
        tables::remove(conn, sweep.network, row.id)?;
    }
    Ok(old.len())
}

/// Times that are over, places whose day is past, who was asked for them.
fn over(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let (network, last) = (sweep.network, sweep.last);
    let mine = times_changed::network_id.eq(network);
    diesel::delete(times_changed::table.filter(mine.and(times_changed::ends_on.le(last))))
        .execute(conn)?;
    let mine = cover_asks::network_id.eq(network);
    diesel::delete(cover_asks::table.filter(mine.and(cover_asks::ends_on.le(last))))
        .execute(conn)?;
    let mine = stand_ins::network_id.eq(network);
    diesel::delete(stand_ins::table.filter(mine.and(stand_ins::ends_on.le(last)))).execute(conn)?;
    let mine = woken_times::network_id.eq(network);
    diesel::delete(woken_times::table.filter(mine.and(woken_times::ends_on.le(last))))
        .execute(conn)?;
    let mine = open_places::network_id.eq(network);
    let gone = diesel::delete(open_places::table.filter(mine.and(open_places::ends_on.le(last))))
        .execute(conn)?;
    Ok(gone)
}

fn old_ceilings(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let mine = ceilings::network_id.eq(sweep.network);
    Ok(
        diesel::delete(ceilings::table.filter(mine.and(ceilings::review_on.le(sweep.last))))
            .execute(conn)?,
    )
}
