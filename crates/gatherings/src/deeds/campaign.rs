//! What a campaign is for; and what it asks for, which is decided with those it falls on before anybody is
//! invited (P22's affected gate, P25).

use super::{Here, held, some};
use crate::{
    deeds::hosting::{LONG, SHORT},
    rules::{ContainerId, GatherRefusal as No, Kind, Stage},
    tables::{self, CAMPAIGNS, Campaign, CampaignRow, ContainerRow},
};
use decisions::{
    Progress,
    play::Proposed,
    rules::{CaucusId, Class, ProposalId},
};
use store::{ERASED, Row, Stop, set_fact};
use web::{Room, Typed};

/// How far what a campaign asks for is decided with those it falls on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    /// It names no caucus.
    Nobody,
    /// They have not been asked, or what was decided has ended.
    Unasked,
    /// It is being decided, with them.
    Open(ProposalId),
    /// It is decided, and binds.
    Decided(ProposalId),
}

impl Gate {
    /// It falls on a caucus, and what it asks for is not decided with them.
    pub fn is_shut(self) -> bool {
        matches!(self, Self::Unasked | Self::Open(_))
    }
}

/// Where that is, at this moment.
fn gate(room: &mut Room<'_>, campaign: &CampaignRow) -> Result<Gate, Stop> {
    if campaign.caucus_id.is_none() {
        return Ok(Gate::Nobody);
    }
    let Some(id) = campaign.proposal_id else {
        return Ok(Gate::Unasked);
    };
    let progress = decisions::progress(room.conn, campaign.network_id, id, room.now)?;
    Ok(match progress {
        Progress::Open => Gate::Open(id),
        Progress::InEffect => Gate::Decided(id),
        Progress::Over => Gate::Unasked,
    })
}

/// The same, of whatever is held: only a campaign has a gate.
pub(crate) fn gate_of(room: &mut Room<'_>, row: &ContainerRow) -> Result<Gate, Stop> {
    if row.kind != Kind::Campaign {
        return Ok(Gate::Nobody);
    }
    match tables::campaign(room.conn, row.network_id, row.id)? {
        Some(campaign) => gate(room, &campaign),
        None => Ok(Gate::Nobody),
    }
}

/// What it says of itself, where it is a campaign. What is decided with those it falls on is as it was decided,
/// whatever was typed here.
pub(crate) fn opened(room: &mut Room<'_>, here: &Here) -> Result<Option<Campaign>, Stop> {
    let row = &here.row;
    let Some(campaign) = tables::campaign(room.conn, row.network_id, row.id)? else {
        return Ok(None);
    };
    let mut said = campaign.open(&room.house.vault)?;
    if let Gate::Decided(id) = here.gate {
        said.demands = decisions::words_of(room.conn, room.house, id)?;
    }
    Ok(Some(said))
}

/// What was typed of what a campaign is for, sealed. Naming another caucus asks anew.
pub(crate) fn put(room: &mut Room<'_>, row: &ContainerRow, typed: &Typed) -> Result<(), Stop> {
    let said = Campaign {
        aim: some(typed, "aim", LONG)?,
        demands: some(typed, "demands", LONG)?,
        decision_maker: some(typed, "decides", SHORT)?,
        affected: some(typed, "falls", SHORT)?,
        end_condition: some(typed, "end_when", SHORT)?,
    };
    let named = match &said.affected {
        Some(name) => decisions::caucus_named(room, name)?,
        None => None,
    };
    let before = tables::campaign(room.conn, row.network_id, row.id)?;
    let before = before.and_then(|row| row.caucus_id.zip(row.proposal_id));
    let proposal = before.filter(|(caucus, _)| Some(*caucus) == named);
    write(room, row, &said, (named, proposal.map(|(_, id)| id)))
}

fn write(
    room: &mut Room<'_>,
    row: &ContainerRow,
    said: &Campaign,
    (caucus_id, proposal_id): (Option<CaucusId>, Option<ProposalId>),
) -> Result<(), Stop> {
    let at = Row {
        network: &row.network_id,
        table: CAMPAIGNS,
        id: row.id.bytes(),
    };
    let (key, row_key) = room.house.vault.new_key(at)?;
    let some = |column, text: &Option<String>| key.seal_some(at, column, text.as_deref());
    let campaign = CampaignRow {
        id: row.id,
        network_id: row.network_id,
        aim: some("aim", &said.aim)?,
        demands: some("demands", &said.demands)?,
        decision_maker: some("decision_maker", &said.decision_maker)?,
        affected: some("affected", &said.affected)?,
        end_condition: some("end_condition", &said.end_condition)?,
        review_on: row.review_on,
        row_key,
        caucus_id,
        proposal_id,
    };
    set_fact(room.conn, row.network_id, ERASED, "yes")?;
    Ok(tables::put_campaign(room.conn, &campaign)?)
}

/// Whoever holds it puts what it asks for to the circle and to those it falls on.
pub(crate) fn ask(room: &mut Room<'_>, id: ContainerId) -> Result<ProposalId, Stop> {
    let here = held(room, id)?;
    if !here.of_circle {
        return Err(No::HostsOnly.into());
    }
    let campaign = tables::campaign(room.conn, here.row.network_id, id)?;
    let mut campaign = campaign.ok_or(Stop::NotThere)?;
    let (true, true, Some(caucus)) = (
        here.gate == Gate::Unasked,
        Stage::COMING.contains(&here.row.stage),
        campaign.caucus_id,
    ) else {
        return Err(No::NotNow.into());
    };
    let said = campaign.open(&room.house.vault)?;
    let demands = said.demands.as_deref().ok_or(No::DemandsNeeded)?;
    let question = here.row.open(&room.house.vault)?.question;
    let title = question.ok_or(No::QuestionNeeded)?;
    let what = Proposed {
        circle: here.row.circle_id,
        author: here.me.id,
        class: Class::Shared,
        title: &title,
        words: demands,
        waits: None,
        bears: said.affected.as_deref(),
        gives: None,
    };
    let proposal = decisions::propose(room, &what)?;
    decisions::ask_those(room, proposal, caucus)?;
    campaign.proposal_id = Some(proposal);
    tables::put_campaign(room.conn, &campaign)?;
    Ok(proposal)
}
