//! What people do about P19, P25 and P28: each loads, asks the rule, saves; in one transaction.

pub(crate) mod advice;
pub(crate) mod caucus;
pub(crate) mod choice;
pub(crate) mod gate;
pub(crate) mod honorarium;
pub(crate) mod power;
pub(crate) mod proposal;
pub(crate) mod voice;

use crate::{
    rules::{DecisionRefusal as No, Facts, ProposalId, VoiceKind, gate_is_shut},
    sight,
    tables::{self, ProposalRow},
};
use kernel::{CircleId, Member, PersonId, Standing, Who};
use std::collections::BTreeSet;
use store::Stop;
use web::Room;

/// Whoever takes part: newcomers too, partners' liaisons not.
pub(crate) fn takes_part(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing {
        Standing::Guest | Standing::Left => Err(Stop::NotThere),
        _ => Ok(me),
    }
}

/// The convenors of those who are asked about a proposal.
pub(crate) fn convenors(room: &mut Room<'_>, row: &ProposalRow) -> Result<Vec<PersonId>, Stop> {
    let mut all = Vec::new();
    for gate in tables::gates_of(room.conn, row.network_id, row.id)? {
        match tables::caucus(room.conn, row.network_id, gate.caucus_id) {
            Ok(caucus) => all.push(caucus.convenor_id),
            Err(diesel::result::Error::NotFound) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(all)
}

/// Who may read a proposal.
pub(crate) fn readers(room: &mut Room<'_>, row: &ProposalRow) -> Result<Who, Stop> {
    let convenors = convenors(room, row)?;
    let what = (row.circle_id, row.class);
    Ok(sight::proposal(row.network_id, what, &convenors))
}

/// A proposal that whoever is in the room may read, and who else may; for anybody else there is none.
pub(crate) fn read(
    room: &mut Room<'_>,
    id: ProposalId,
) -> Result<(Member, ProposalRow, Who), Stop> {
    let me = takes_part(room)?;
    let row = tables::proposal(room.conn, me.network, id)?;
    let who = readers(room, &row)?;
    match who.includes(&room.viewer) {
        true => Ok((me, row, who)),
        false => Err(Stop::NotThere),
    }
}

/// The same, where who else may read it is of no matter.
pub(crate) fn look(room: &mut Room<'_>, id: ProposalId) -> Result<(Member, ProposalRow), Stop> {
    let (me, row, _) = read(room, id)?;
    Ok((me, row))
}

/// The same, for somebody of its circle: they are those who decide.
pub(crate) fn of_circle(
    room: &mut Room<'_>,
    id: ProposalId,
) -> Result<(Member, ProposalRow), Stop> {
    let (me, row) = look(room, id)?;
    match me.circles.contains(&row.circle_id) {
        true => Ok((me, row)),
        false => Err(Stop::NotThere),
    }
}

/// The same, for its author, or whoever looks after the circle.
pub(crate) fn led(room: &mut Room<'_>, id: ProposalId) -> Result<(Member, ProposalRow), Stop> {
    let (me, row) = of_circle(room, id)?;
    match leads(room, &me, &row)? {
        true => Ok((me, row)),
        false => Err(No::AuthorsOnly.into()),
    }
}

/// Whether somebody is its author, or looks after the circle.
pub(crate) fn leads(room: &mut Room<'_>, me: &Member, row: &ProposalRow) -> Result<bool, Stop> {
    Ok(
        row.author_id == Some(me.id)
            || people::looks_after(room.conn, me, row.circle_id, room.now)?,
    )
}

/// Those of the circle who are here and do not rest: who decides.
pub(crate) fn those_who_decide(
    room: &mut Room<'_>,
    circle: CircleId,
) -> Result<BTreeSet<PersonId>, Stop> {
    let network = room.network.id;
    let standings = people::standings(room.conn, network)?;
    let decides = standings
        .into_iter()
        .filter(|(_, standing)| standing.reads_as_member() && !standing.rests())
        .map(|(person, _)| person);
    let here: BTreeSet<PersonId> = decides.collect();
    let members = people::members_of(room.conn, network, circle)?;
    let members = members.into_iter().filter(|person| here.contains(person));
    Ok(members.collect())
}

/// What is counted around a proposal at this moment, by who decides.
pub(crate) fn facts(
    room: &mut Room<'_>,
    row: &ProposalRow,
    here: &BTreeSet<PersonId>,
) -> Result<Facts, Stop> {
    let voices = tables::voices_of(room.conn, row.network_id, row.id)?;
    let round = voices
        .iter()
        .filter(|voice| voice.kind.is_of_the_round() && voice.version == row.version);
    let round: Vec<(PersonId, VoiceKind)> = round
        .filter_map(|voice| Some((voice.member_id?, voice.kind)))
        .filter(|(person, _)| here.contains(person))
        .collect();
    let who = |kind: Option<VoiceKind>| {
        let of = round
            .iter()
            .filter(|(_, said)| kind.is_none_or(|kind| kind == *said));
        of.map(|(person, _)| *person).collect::<BTreeSet<_>>().len()
    };
    let gates = tables::raised_gates(room.conn, row.network_id, row.id)?;
    let shut = gates
        .iter()
        .filter(|gate| gate_is_shut(gate.gate(), row.version));
    let resting = room
        .house
        .season(room.conn, Some(row.circle_id), room.today)?;
    Ok(Facts {
        here: here.len(),
        spoke: who(None),
        agree: who(Some(VoiceKind::Consent)),
        aside: who(Some(VoiceKind::StandAside)),
        objections: voices.iter().filter(|v| v.is_open_objection()).count(),
        shut: shut.count(),
        gates: gates.len(),
        resting: resting.is_some(),
    })
}
