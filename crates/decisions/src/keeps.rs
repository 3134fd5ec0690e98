//! What this practice keeps, for how long, and who can read it.

use crate::{
    rules::{Answer, ProposalId, Stage},
    schema::{caucus_members, gates, proposal_texts, proposals, voices},
};
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-decisions",
            until: "keep-decisions-until",
            who: "keep-decisions-who",
            sealed: true,
            erase: Some(set_down),
        },
        Keep {
            what: "keep-voices",
            until: "keep-voices-until",
            who: "keep-circle",
            sealed: true,
            erase: Some(old_voices),
        },
        Keep {
            what: "keep-caucus",
            until: "keep-caucus-until",
            who: "keep-caucus-who",
            sealed: true,
            erase: Some(old_members),
        },
    ],
    sealed_tables: &[
        "proposals",
        "proposal_texts",
        "voices",
        "caucuses",
        "caucus_members",
        "gates",
    ],
};

/// What was set down or ended, when its year is over; what was agreed stays.
fn set_down(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = proposals::network_id
        .eq(sweep.network)
        .and(proposals::stage.eq_any([Stage::SetDown, Stage::Ended]))
        .and(proposals::review_on.le(sweep.last));
    let gone: Vec<ProposalId> = proposals::table
        .filter(over)
        .select(proposals::id)
        .load(conn)?;
    for id in &gone {
        let mine = voices::network_id
            .eq(sweep.network)
            .and(voices::proposal_id.eq(*id));
        diesel::delete(voices::table.filter(mine)).execute(conn)?;
        let mine = proposal_texts::network_id
            .eq(sweep.network)
            .and(proposal_texts::proposal_id.eq(*id));
        diesel::delete(proposal_texts::table.filter(mine)).execute(conn)?;
        let mine = gates::network_id
            .eq(sweep.network)
            .and(gates::proposal_id.eq(*id));
        diesel::delete(gates::table.filter(mine)).execute(conn)?;
        diesel::delete(proposals::table.find(*id)).execute(conn)?;
    }
    Ok(gone.len())
}

fn old_voices(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = voices::network_id
        .eq(sweep.network)
        .and(voices::ends_on.le(sweep.last).assume_not_null());
    Ok(diesel::delete(voices::table.filter(over)).execute(conn)?)
}

/// Whoever has not said again within a year that they are of it; and answers of long ago that opened
/// nothing.
fn old_members(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = caucus_members::network_id
        .eq(sweep.network)
        .and(caucus_members::review_on.le(sweep.last));
    let members = diesel::delete(caucus_members::table.filter(over)).execute(conn)?;
    let over = gates::network_id
        .eq(sweep.network)
        .and(gates::answer.eq(Answer::NotOurs))
        .and(gates::review_on.le(sweep.last));
    Ok(members + diesel::delete(gates::table.filter(over)).execute(conn)?)
}
