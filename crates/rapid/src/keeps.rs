//! What this practice keeps, for how long, and who can read it.

use crate::{
    rules::{LaneStage, RapidId},
    schema::{alert_asked, alert_ears, alerts, rapid_steps, rapids},
};
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-rapid",
            until: "keep-rapid-until",
            who: "keep-rapid-who",
            sealed: true,
            erase: Some(old_lanes),
        },
        Keep {
            what: "keep-alerts",
            until: "keep-alerts-until",
            who: "keep-alerts-who",
            sealed: true,
            erase: Some(old_alerts),
        },
    ],
    sealed_tables: &[
        "rapids",
        "rapid_steps",
        "alerts",
        "alert_ears",
        "alert_asked",
    ],
};

/// What was looked at a year ago; what never opened, after a week. What ended stays until somebody says
/// how it was, a year at most.
fn old_lanes(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    const YEAR: i32 = 365;
    let done = [LaneStage::Reviewed, LaneStage::Gone, LaneStage::Proposed];
    let over = rapids::network_id.eq(sweep.network).and(
        rapids::stage
            .eq_any(done)
            .and(rapids::review_on.le(sweep.last))
            .or(rapids::review_on.le(sweep.last.plus(-YEAR))),
    );
    let gone: Vec<RapidId> = rapids::table.filter(over).select(rapids::id).load(conn)?;
    for id in &gone {
        let of = rapid_steps::network_id
            .eq(sweep.network)
            .and(rapid_steps::rapid_id.eq(*id));
        diesel::delete(rapid_steps::table.filter(of)).execute(conn)?;
        diesel::delete(rapids::table.find(*id)).execute(conn)?;
    }
    Ok(gone.len())
}

/// What was seen and found, three days after; offers that were not made again.
fn old_alerts(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = alerts::network_id
        .eq(sweep.network)
        .and(alerts::expires_at.le(sweep.now));
    let gone = diesel::delete(alerts::table.filter(over)).execute(conn)?;
    let over = alert_asked::network_id
        .eq(sweep.network)
        .and(alert_asked::expires_at.le(sweep.now));
    let asked = diesel::delete(alert_asked::table.filter(over)).execute(conn)?;
    let over = alert_ears::network_id
        .eq(sweep.network)
        .and(alert_ears::until_day.le(sweep.last));
    Ok(gone + asked + diesel::delete(alert_ears::table.filter(over)).execute(conn)?)
}
