//! What this practice keeps, for how long, and who can read it.

use crate::{
    rules::{AdviceId, Answer, ChoiceId, ProposalId, Stage},
    schema::{
        advice_asked, advices, caucus_members, choice_hands, choices, gates, honoraria,
        honorarium_takers, power_nodes, proposal_texts, proposals, voices,
    },
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
        Keep {
            what: "keep-advice",
            until: "keep-a-year",
            who: "keep-circle",
            sealed: true,
            erase: Some(old_advice),
        },
        Keep {
            what: "keep-choices",
            until: "keep-choices-until",
            who: "keep-choices-who",
            sealed: true,
            erase: Some(old_choices),
        },
        Keep {
            what: "keep-powers",
            until: "keep-a-year",
            who: "keep-circle",
            sealed: true,
            erase: Some(old_nodes),
        },
        Keep {
            what: "keep-honoraria",
            until: "keep-honoraria-until",
            who: "keep-honoraria-who",
            sealed: true,
            erase: Some(old_honoraria),
        },
    ],
    sealed_tables: &[
        "proposals",
        "proposal_texts",
        "voices",
        "caucuses",
        "caucus_members",
        "gates",
        "advices",
        "advice_asked",
        "choices",
        "choice_hands",
        "power_nodes",
        "honoraria",
        "honorarium_takers",
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

/// What somebody decided after asking, and what they were advised, when its day has come.
fn old_advice(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = || {
        advices::network_id
            .eq(sweep.network)
            .and(advices::review_on.le(sweep.last))
    };
    let gone: Vec<AdviceId> = advices::table
        .filter(over())
        .select(advices::id)
        .load(conn)?;
    let of = advice_asked::network_id
        .eq(sweep.network)
        .and(advice_asked::advice_id.eq_any(gone));
    diesel::delete(advice_asked::table.filter(of)).execute(conn)?;
    Ok(diesel::delete(advices::table.filter(over())).execute(conn)?)
}

/// What was chosen, a year after; one that was never counted too, with whose ballots lay in it.
fn old_choices(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = || {
        choices::network_id
            .eq(sweep.network)
            .and(choices::review_on.le(sweep.last))
    };
    let gone: Vec<ChoiceId> = choices::table
        .filter(over())
        .select(choices::id)
        .load(conn)?;
    let of = choice_hands::network_id
        .eq(sweep.network)
        .and(choice_hands::choice_id.eq_any(gone));
    diesel::delete(choice_hands::table.filter(of)).execute(conn)?;
    Ok(diesel::delete(choices::table.filter(over())).execute(conn)?)
}

/// What stands on a map of power and nobody has looked at for a year.
fn old_nodes(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = power_nodes::network_id
        .eq(sweep.network)
        .and(power_nodes::review_on.le(sweep.last));
    Ok(diesel::delete(power_nodes::table.filter(over)).execute(conn)?)
}

/// What was offered for time and nobody took goes back in silence.
fn old_honoraria(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = honorarium_takers::network_id
        .eq(sweep.network)
        .and(honorarium_takers::until_day.le(sweep.last));
    let takers = diesel::delete(honorarium_takers::table.filter(over)).execute(conn)?;
    let over = honoraria::network_id
        .eq(sweep.network)
        .and(honoraria::until_day.le(sweep.last));
    Ok(takers + diesel::delete(honoraria::table.filter(over)).execute(conn)?)
}
