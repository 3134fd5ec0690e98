//! "Nothing about us without us": a proposal that falls on somebody waits for their yes, at their pace.

use super::{caucus, led, look};
use crate::{
    rules::{Answer, CaucusId, DecisionRefusal as No, GateId, ProposalId},
    tables::{self, GATES, GateRow, ProposalRow},
};
use kernel::YesNo;
use store::Stop;
use web::{Room, Typed};

/// Why, or what would have to change, in characters.
pub(crate) const ANSWER_LIMIT: usize = 400;
/// A gate is looked at again.
const REVIEW_DAYS: i32 = 365;

/// Somebody who reads a proposal says on whom it falls; who said so is not kept. They can say it to the
/// circle, or to the convenor alone, who raises it as their own or leaves it.
pub(crate) fn falls_on(
    room: &mut Room<'_>,
    id: ProposalId,
    (name, convenor_only): (&str, bool),
) -> Result<(), Stop> {
    let (me, row) = look(room, id)?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    if !row.proposal().is_open() {
        return Err(No::NotOpen.into());
    }
    let caucus = caucus::named(room, name)?.ok_or(No::NoSuchCaucus)?;
    let answer = match convenor_only {
        true => Answer::Told,
        false => Answer::Asked,
    };
    raise(room, &row, (caucus.id, answer))
}

/// A gate is raised to a caucus, or its convenor alone is told.
pub(crate) fn raise(
    room: &mut Room<'_>,
    row: &ProposalRow,
    (caucus, answer): (CaucusId, Answer),
) -> Result<(), Stop> {
    let there = tables::gates_of(room.conn, row.network_id, row.id)?;
    let mut told = None;
    for gate in there.into_iter().filter(|gate| gate.caucus_id == caucus) {
        match gate.gate().is_raised() {
            true => return Err(No::GateThere.into()),
            false => told = Some(gate),
        }
    }
    if let Some(mut gate) = told {
        // It was told before: raised now, or told again, which changes nothing.
        gate.answer = answer;
        return Ok(tables::put_gate(room.conn, &gate)?);
    }
    let fresh = room.house.vault.fresh::<GateId>(row.network_id, GATES)?;
    let gate = GateRow {
        id: fresh.id,
        network_id: row.network_id,
        proposal_id: row.id,
        caucus_id: caucus,
        asked_on: room.today,
        answer,
        version: row.version,
        words: None,
        help_asked: YesNo::No,
        review_on: room.today.plus(REVIEW_DAYS),
        row_key: fresh.row_key,
    };
    Ok(tables::put_gate(room.conn, &gate)?)
}

/// What the caucus answers, through its convenor. Who said what in it stays there.
pub(crate) fn answer(room: &mut Room<'_>, id: GateId, typed: &Typed) -> Result<ProposalId, Stop> {
    let me = super::takes_part(room)?;
    let mut gate = tables::gate(room.conn, me.network, id)?;
    caucus::convened(room, gate.caucus_id)?;
    let row = tables::proposal(room.conn, me.network, gate.proposal_id)?;
    if !row.proposal().is_open() {
        return Err(No::NotOpen.into());
    }
    let answer = Answer::parse(typed.text("answer"))
        .filter(|answer| !matches!(answer, Answer::Asked | Answer::Told))
        .ok_or(Stop::NotThere)?;
    if !gate.gate().is_raised() && answer == Answer::NotOurs {
        // What the circle never knew leaves no trace.
        tables::remove_gate(room.conn, gate.id)?;
        return Ok(row.id);
    }
    typed.at_most("words", ANSWER_LIMIT)?;
    if answer == Answer::YesIf && typed.some("words").is_none() {
        return Err(No::IfNeeded.into());
    }
    let key = gate.key(&room.house.vault)?;
    gate.words = key.seal_some(gate.row(), "words", typed.some("words"))?;
    gate.take_on(gate.gate().answer(answer, row.version));
    tables::put_gate(room.conn, &gate)?;
    Ok(row.id)
}

/// "What would help?", once.
pub(crate) fn what_would_help(room: &mut Room<'_>, id: GateId) -> Result<ProposalId, Stop> {
    let me = super::takes_part(room)?;
    let mut gate = tables::gate(room.conn, me.network, id)?;
    let (_, row) = led(room, gate.proposal_id)?;
    let asked = gate.gate().ask_what_would_help(gate.asked_on, room.today)?;
    gate.take_on(asked);
    tables::put_gate(room.conn, &gate)?;
    Ok(row.id)
}
