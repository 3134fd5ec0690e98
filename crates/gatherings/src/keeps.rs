//! What this practice keeps, for how long, and who can read it.

use crate::{
    rules::ContainerId,
    schema::{access_needs, campaigns, choir_seasons, choir_willing, containers, harvest_lines},
};
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

/// What was never shared goes so many days after its end.
const UNSHARED_DAYS: i32 = 90;

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-gatherings",
            until: "keep-gatherings-until",
            who: "keep-gatherings-who",
            sealed: true,
            erase: Some(unshared),
        },
        Keep {
            what: "keep-access",
            until: "keep-access-until",
            who: "keep-access-who",
            sealed: true,
            erase: Some(old_needs),
        },
    ],
    sealed_tables: &[
        "containers",
        "campaigns",
        "harvest_lines",
        "access_needs",
        "choir_seasons",
    ],
};

/// What was never shared, with all that belongs to it; what stayed in the room, in its time; seasons that
/// are over. What was shared stays.
fn unshared(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = containers::network_id
        .eq(sweep.network)
        .and(containers::shared_to.is_null())
        .and(containers::review_on.le(sweep.last.plus(-UNSHARED_DAYS)));
    let gone: Vec<ContainerId> = containers::table
        .filter(over)
        .select(containers::id)
        .load(conn)?;
    for id in &gone {
        let of = harvest_lines::network_id
            .eq(sweep.network)
            .and(harvest_lines::container_id.eq(*id));
        diesel::delete(harvest_lines::table.filter(of)).execute(conn)?;
        diesel::delete(campaigns::table.find(*id)).execute(conn)?;
        diesel::delete(containers::table.find(*id)).execute(conn)?;
    }
    let over = harvest_lines::network_id
        .eq(sweep.network)
        .and(harvest_lines::ends_on.le(sweep.last).assume_not_null());
    let lines = diesel::delete(harvest_lines::table.filter(over)).execute(conn)?;
    let over = choir_willing::network_id
        .eq(sweep.network)
        .and(choir_willing::ends_on.le(sweep.last));
    diesel::delete(choir_willing::table.filter(over)).execute(conn)?;
    let over = choir_seasons::network_id
        .eq(sweep.network)
        .and(choir_seasons::ends_on.le(sweep.last));
    let seasons = diesel::delete(choir_seasons::table.filter(over)).execute(conn)?;
    Ok(gone.len() + lines + seasons)
}

/// What people need to be able to come: gone with the day.
fn old_needs(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = access_needs::network_id
        .eq(sweep.network)
        .and(access_needs::ends_on.le(sweep.last));
    Ok(diesel::delete(access_needs::table.filter(over)).execute(conn)?)
}
