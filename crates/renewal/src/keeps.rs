//! What this practice keeps, for how long, and who can read it.

use crate::{
    rules::{GoingStage, SeasonStage},
    schema::{departure_things, departures, renewal_seasons, renewal_words},
};
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-going",
            until: "keep-going-until",
            who: "keep-going-who",
            sealed: true,
            erase: Some(free),
        },
        Keep {
            what: "keep-renewal",
            until: "keep-renewal-until",
            who: "keep-renewal-who",
            sealed: true,
            erase: Some(old_words),
        },
    ],
    sealed_tables: &["departure_things", "renewal_words"],
};

/// Whoever has handed everything over, once they need not be asked any more.
fn free(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = departures::network_id
        .eq(sweep.network)
        .and(departures::stage.eq(GoingStage::Done))
        .and(departures::ends_on.le(sweep.last));
    let done = diesel::delete(departures::table.filter(over)).execute(conn)?;
    let still: Vec<kernel::PersonId> = departures::table
        .filter(departures::network_id.eq(sweep.network))
        .select(departures::id)
        .load(conn)?;
    let over = departure_things::network_id
        .eq(sweep.network)
        .and(departure_things::departure_id.ne_all(still));
    Ok(done + diesel::delete(departure_things::table.filter(over)).execute(conn)?)
}

fn old_words(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = renewal_words::network_id
        .eq(sweep.network)
        .and(renewal_words::ends_on.le(sweep.last));
    diesel::delete(renewal_words::table.filter(over)).execute(conn)?;
    let over = renewal_seasons::network_id
        .eq(sweep.network)
        .and(renewal_seasons::stage.eq_any([SeasonStage::Closed, SeasonStage::CalledOff]))
        .and(renewal_seasons::ends_on.le(sweep.last));
    Ok(diesel::delete(renewal_seasons::table.filter(over)).execute(conn)?)
}
