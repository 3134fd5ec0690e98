//! What people say of a proposal; by phone too, written down by whoever looks after the circle.

use super::{of_circle, those_who_decide};
use crate::{
    rules::{DecisionRefusal as No, ObjectionState, ProposalId, Stage, VoiceId, VoiceKind},
    tables::{self, ProposalRow, VOICES, VoiceRow, Way},
};
use kernel::PersonId;
use store::{ERASED, Stop, set_fact};
use web::{Room, Typed};

/// What somebody says, in characters.
pub(crate) const SAID_LIMIT: usize = 800;

/// Whose voice it is: one's own, or of somebody of the circle who rang.
fn whose(room: &mut Room<'_>, row: &ProposalRow, typed: &Typed) -> Result<(PersonId, Way), Stop> {
    let me = room.member()?;
    let Some(name) = typed.some("who") else {
        return Ok((me.id, Way::Own));
    };
    if !people::looks_after(room.conn, &me, row.circle_id, room.now)? {
        return Err(No::RelayersOnly.into());
    }
    let vault = &room.house.vault;
    let person = people::person_with_handle(room.conn, vault, row.network_id, name)?;
    let person = person.ok_or(No::NobodyOfTheCircle)?;
    let members = people::members_of(room.conn, row.network_id, row.circle_id)?;
    match members.contains(&person) {
        true if person == me.id => Ok((person, Way::Own)),
        true => Ok((person, Way::Phone)),
        false => Err(No::NobodyOfTheCircle.into()),
    }
}

/// Somebody says something.
pub(crate) fn say(room: &mut Room<'_>, id: ProposalId, typed: &Typed) -> Result<(), Stop> {
    let (_, mut row) = of_circle(room, id)?;
    let kind = VoiceKind::parse(typed.text("kind")).ok_or(Stop::NotThere)?;
    typed.at_most("words", SAID_LIMIT)?;
    let words = typed.some("words");
    let (person, way) = whose(room, &row, typed)?;
    if kind.needs_words() && words.is_none() {
        return Err(match kind {
            VoiceKind::Objection => No::HarmNeeded.into(),
            _ => No::WordsNeeded.into(),
        });
    }
    let rule = row.proposal();
    if kind == VoiceKind::Objection {
        let again = rule.object(room.now)?;
        if again.stage != rule.stage {
            // It was cooling: it is open again, and what was said of it stays.
            row.take_on(again);
            tables::put_proposal(room.conn, &row)?;
            tables::voices_go(room.conn, (row.network_id, row.id), None)?;
        }
    } else if !rule.is_open() {
        return Err(No::NotOpen.into());
    } else if kind.is_of_the_round() && rule.stage != Stage::Round {
        return Err(No::NoRoundYet.into());
    }
    if kind.is_of_the_round() {
        // Whoever decides: members of the circle. Newcomers ask and react.
        if !those_who_decide(room, row.circle_id)?.contains(&person) {
            return Err(Stop::NotThere);
        }
        let of = (row.network_id, row.id, row.version);
        tables::unsay(room.conn, of, person)?;
        set_fact(room.conn, row.network_id, ERASED, "yes")?;
        if kind != VoiceKind::Objection {
            met_by(room, &row, person)?;
        }
    }
    put(room, &row, (person, way), (kind, words))
}

/// Whoever consents after all says that what they raised is met.
fn met_by(room: &mut Room<'_>, row: &ProposalRow, person: PersonId) -> Result<(), Stop> {
    for mut voice in tables::voices_of(room.conn, row.network_id, row.id)? {
        if voice.member_id == Some(person) && voice.is_open_objection() {
            voice.objection = Some(ObjectionState::Integrated);
            tables::put_voice(room.conn, &voice)?;
        }
    }
    Ok(())
}

fn put(
    room: &mut Room<'_>,
    row: &ProposalRow,
    (person, way): (PersonId, Way),
    (kind, words): (VoiceKind, Option<&str>),
) -> Result<(), Stop> {
    let fresh = room.house.vault.fresh::<VoiceId>(row.network_id, VOICES)?;
    let voice = VoiceRow {
        id: fresh.id,
        network_id: row.network_id,
        proposal_id: row.id,
        member_id: Some(person),
        kind,
        version: row.version,
        words: fresh.seal_some("words", words)?,
        objection: (kind == VoiceKind::Objection).then_some(ObjectionState::Open),
        way,
        said_on: room.today,
        ends_on: None,
        row_key: fresh.row_key,
    };
    Ok(tables::put_voice(room.conn, &voice)?)
}

/// Whoever raised an objection says that the text now meets it, or takes it back. Nobody else can.
pub(crate) fn resolve(
    room: &mut Room<'_>,
    id: VoiceId,
    state: ObjectionState,
) -> Result<ProposalId, Stop> {
    let me = super::takes_part(room)?;
    let mut voice = tables::voice(room.conn, me.network, id)?;
    // Whoever may not read the proposal learns nothing of what was said of it.
    of_circle(room, voice.proposal_id)?;
    if voice.member_id != Some(me.id) {
        return Err(No::ObjectorsOnly.into());
    }
    if !voice.is_open_objection() {
        return Err(Stop::NotThere);
    }
    voice.objection = Some(state);
    tables::put_voice(room.conn, &voice)?;
    Ok(voice.proposal_id)
}

/// "That is what I said": whoever was written down by phone confirms it, from their own account.
pub(crate) fn confirm(room: &mut Room<'_>, id: VoiceId) -> Result<ProposalId, Stop> {
    let me = super::takes_part(room)?;
    let mut voice = tables::voice(room.conn, me.network, id)?;
    of_circle(room, voice.proposal_id)?;
    if voice.member_id != Some(me.id) || voice.way != Way::Phone {
        return Err(Stop::NotThere);
    }
    voice.way = Way::Confirmed;
    tables::put_voice(room.conn, &voice)?;
    Ok(voice.proposal_id)
}
