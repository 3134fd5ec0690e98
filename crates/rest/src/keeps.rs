//! What this practice keeps, for how long, and who can read it.

use crate::schema::{capacities, lifelines, lifelines_willing, rest_seasons, rests};
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-rest",
            until: "keep-rest-until",
            who: "keep-rest-who",
            sealed: true,
            erase: Some(landed),
        },
        Keep {
            what: "keep-capacity",
            until: "keep-capacity-until",
            who: "keep-own",
            sealed: true,
            erase: Some(old_words),
        },
        Keep {
            what: "keep-season",
            until: "keep-season-until",
            who: "keep-network-reads",
            sealed: true,
            erase: Some(old_seasons),
        },
    ],
    sealed_tables: &["rests", "capacities", "lifelines"],
};

fn landed(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let mine = rests::network_id.eq(sweep.network);
    let over = rests::landing_until.le(sweep.last).assume_not_null();
    Ok(diesel::delete(rests::table.filter(mine.and(over))).execute(conn)?)
}

fn old_words(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let mine = capacities::network_id.eq(sweep.network);
    let over = capacities::until_day.le(sweep.last);
    Ok(diesel::delete(capacities::table.filter(mine.and(over))).execute(conn)?)
}

fn old_seasons(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let (network, last) = (sweep.network, sweep.last);
    let mine = lifelines_willing::network_id.eq(network);
    let over = lifelines_willing::ends_on.le(last);
    diesel::delete(lifelines_willing::table.filter(mine.and(over))).execute(conn)?;
    let mine = rest_seasons::network_id.eq(network);
    let over = rest_seasons::ends_on.le(last);
    diesel::delete(rest_seasons::table.filter(mine.and(over))).execute(conn)?;
    let mine = lifelines::network_id.eq(network);
    let over = lifelines::ends_on.le(last);
    Ok(diesel::delete(lifelines::table.filter(mine.and(over))).execute(conn)?)
}
