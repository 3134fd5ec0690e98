//! What people do about vouches: each loads, asks the rule, saves; in one transaction.

use crate::{
    rules::{
        EntryId, EntryStage, Space, SpaceId, VOUCH_DAYS, VouchId, VouchRefusal as No, VouchStage,
        Vouched, is_independent, may_vouch,
    },
    tables::{self, ENTRIES, EntryRow, Opened, SpaceRow, VOUCHES, VouchRow},
};
use decisions::{play::Proposed, rules::ProposalId};
use kernel::{CircleId, Member, PersonId, Standing};
use pods::PodId;
use std::collections::BTreeMap;
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room, Typed};

/// On what a vouch rests, in words, in characters.
pub(crate) const WORDS_LIMIT: usize = 200;
/// Whoever waits is looked at again after so many days, or no more on their way.
const WAIT_DAYS: i32 = 180;

/// For those inside a space; for anybody else there is none.
pub(crate) fn inside(room: &mut Room<'_>, circle: CircleId) -> Result<(Member, SpaceRow), Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() || !me.circles.contains(&circle) {
        return Err(Stop::NotThere);
    }
    let space = tables::space_of(room.conn, me.network, circle)?;
    Ok((me, space.ok_or(Stop::NotThere)?))
}

/// A circle takes vouches from today, as it decided; whoever looks after it writes that down.
pub(crate) fn open(room: &mut Room<'_>, typed: &Typed) -> Result<CircleId, Stop> {
    let me = room.member()?;
    let circle = CircleId::parse(typed.text("circle")).ok_or(Stop::NotThere)?;
    if !me.standing.reads_as_member() || !me.circles.contains(&circle) {
        return Err(Stop::NotThere);
    }
    if !people::looks_after(room.conn, &me, circle, room.now)? {
        return Err(No::StewardsOnly.into());
    }
    if tables::space_of(room.conn, me.network, circle)?.is_some() {
        return Err(No::SpaceThere.into());
    }
    let row = SpaceRow {
        id: SpaceId::new(&*room.house.chance),
        network_id: me.network,
        circle_id: circle,
        since_on: room.today,
        review_on: room.today.plus(VOUCH_DAYS),
    };
    tables::put_space(room.conn, &row)?;
    Ok(circle)
}

/// All of a space, as rules look at it.
pub(crate) fn space(
    conn: &mut AnyConnection,
    house: &House,
    circle: CircleId,
) -> Result<(Space<PodId>, Vec<Opened>), Stop> {
    let network = house.network().id;
    let members = people::members_of(conn, network, circle)?;
    let entries = tables::entries_of(conn, &house.vault, (network, Some(circle)))?;
    let entered: std::collections::BTreeSet<PersonId> = entries
        .iter()
        .filter(|(row, _)| row.stage == EntryStage::In)
        .map(|(_, person)| *person)
        .filter(|person| members.contains(person))
        .collect();
    let all = tables::vouches_of(conn, &house.vault, (network, Some(circle)))?;
    let holding = all
        .iter()
        .filter(|one| one.row.stage == VouchStage::Active && members.contains(&one.by));
    let vouches = holding
        .map(|one| Vouched {
            whom: one.whom,
            by: one.by,
        })
        .collect();
    let mut pods = BTreeMap::new();
    for person in &members {
        if let Some(pod) = pods::pod_of_person(conn, network, *person)? {
            pods.insert(*person, pod);
        }
    }
    let space = Space {
        roots: members
            .into_iter()
            .filter(|person| !entered.contains(person))
            .collect(),
        entered,
        vouches,
        pods,
    };
    Ok((space, all))
}

fn by_name(room: &mut Room<'_>, name: &str) -> Result<PersonId, Stop> {
    let vault = &room.house.vault;
    let found = people::person_with_handle(room.conn, vault, room.network.id, name)?;
    let person = found.ok_or(No::Nobody)?;
    match people::standing_of(room.conn, room.network.id, person)? {
        None | Some(Standing::Left | Standing::Guest) => Err(No::Nobody.into()),
        Some(_) => Ok(person),
    }
}

/// "I know this person, have worked with them, have seen them under pressure, and I answer for saying so."
pub(crate) fn vouch(room: &mut Room<'_>, circle: CircleId, typed: &Typed) -> Result<(), Stop> {
    let (me, _) = inside(room, circle)?;
    typed.at_most("basis", WORDS_LIMIT)?;
    let whom = by_name(room, typed.text("who"))?;
    if whom == me.id {
        return Err(No::Oneself.into());
    }
    let since = people::in_circle_since(room.conn, me.network, (circle, me.id))?;
    let days = since.map_or(0, |since| room.today.0 - since.0);
    let number = |name: &str| typed.text(name).parse::<u32>().unwrap_or(0);
    may_vouch(days, number("known_months"), number("done_together"))?;
    let of = (me.network, Some(circle));
    let entries = tables::entries_of(room.conn, &room.house.vault, of)?;
    let is_in = people::members_of(room.conn, me.network, circle)?.contains(&whom);
    if is_in && !entries.iter().any(|(_, person)| *person == whom) {
        return Err(No::Nobody.into());
    }
    let all = tables::vouches_of(room.conn, &room.house.vault, of)?;
    if let Some(before) = all.iter().find(|one| one.whom == whom && one.by == me.id) {
        if before.row.stage == VouchStage::Active {
            return Err(No::Already.into());
        }
        tables::remove_vouch(room.conn, before.row.id)?;
        set_fact(room.conn, me.network, ERASED, "yes")?;
    }
    let known = entries.iter().any(|(_, person)| *person == whom);
    let basis = typed.text("basis");
    vouch_for(room.conn, room.house, (circle, me.id, whom), (basis, known))
}

/// The same, without a browser: by whom, for whom, on what it rests, and whether they are on their way
/// already.
pub(crate) fn vouch_for(
    conn: &mut AnyConnection,
    house: &House,
    (circle, by, whom): (CircleId, PersonId, PersonId),
    (basis, known): (&str, bool),
) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let fresh = house.vault.fresh::<VouchId>(network.id, VOUCHES)?;
    let id = fresh.id;
    let row = VouchRow {
        id,
        network_id: network.id,
        circle_id: circle,
        who: fresh.seal("who", &format!("{whom} {by}"))?,
        basis: fresh.seal("basis", basis)?,
        stage: VouchStage::Active,
        review_on: today.plus(VOUCH_DAYS),
        row_key: fresh.row_key,
    };
    tables::put_vouch(conn, &row)?;
    if known {
        return Ok(());
    }
    let fresh = house.vault.fresh::<EntryId>(network.id, ENTRIES)?;
    let row = EntryRow {
        id: fresh.id,
        network_id: network.id,
        circle_id: circle,
        who: fresh.seal("who", &whom.to_string())?,
        stage: EntryStage::Waits,
        proposal_id: None,
        review_on: today.plus(WAIT_DAYS),
        row_key: fresh.row_key,
    };
    Ok(tables::put_entry(conn, &row)?)
}

/// Whoever vouched takes it back: whoever is in stays in, and the space has a conversation to have.
pub(crate) fn withdraw(room: &mut Room<'_>, id: VouchId) -> Result<CircleId, Stop> {
    let me = room.member()?;
    let mine = tables::vouch(room.conn, &room.house.vault, (me.network, id))?
        .filter(|one| one.by == me.id)
        .ok_or(Stop::NotThere)?;
    inside(room, mine.row.circle_id)?;
    let mut row = mine.row;
    row.stage = VouchStage::Withdrawn;
    tables::put_vouch(room.conn, &row)?;
    Ok(row.circle_id)
}

/// An entry of a space one is in, with who it is about.
fn entry(room: &mut Room<'_>, id: EntryId) -> Result<(Member, EntryRow, PersonId), Stop> {
    let me = room.member()?;
    let found = tables::entry(room.conn, &room.house.vault, (me.network, id))?;
    let (row, person) = found.ok_or(Stop::NotThere)?;
    let (me, _) = inside(room, row.circle_id)?;
    Ok((me, row, person))
}

/// With two independent vouches the space is asked: by its own way of deciding.
pub(crate) fn ask(room: &mut Room<'_>, id: EntryId) -> Result<ProposalId, Stop> {
    let (me, mut row, person) = entry(room, id)?;
    if row.stage != EntryStage::Waits {
        return Err(No::Already.into());
    }
    let (space, _) = space(room.conn, room.house, row.circle_id)?;
    if !is_independent(&space, person) {
        return Err(No::NotIndependent.into());
    }
    let name = people::called(room, person)?;
    let title = room
        .tongue
        .tell("vouch-proposal-title", &[("name", name.as_str().into())]);
    let words = room
        .tongue
        .tell("vouch-proposal-words", &[("name", name.into())]);
    let what = Proposed {
        circle: row.circle_id,
        author: me.id,
        class: decisions::rules::Class::Shared,
        title: &title,
        words: &words,
        waits: None,
        bears: None,
        gives: None,
    };
    let proposal = decisions::propose(room, &what)?;
    row.stage = EntryStage::Asked;
    row.proposal_id = Some(proposal);
    tables::put_entry(room.conn, &row)?;
    Ok(proposal)
}

/// The space has said yes, and the vouches still hold: they are in.
pub(crate) fn welcome(room: &mut Room<'_>, id: EntryId) -> Result<CircleId, Stop> {
    let (_, mut row, person) = entry(room, id)?;
    let proposal = row.proposal_id.filter(|_| row.stage == EntryStage::Asked);
    let proposal = proposal.ok_or(No::NotAdopted)?;
    if !decisions::is_in_effect(room.conn, row.network_id, proposal, room.now)? {
        return Err(No::NotAdopted.into());
    }
    let (space, _) = space(room.conn, room.house, row.circle_id)?;
    if !is_independent(&space, person) {
        return Err(No::NotIndependent.into());
    }
    people::add_to_circle(room.conn, row.network_id, row.circle_id, person, room.today)?;
    row.stage = EntryStage::In;
    row.review_on = room.today.plus(VOUCH_DAYS);
    tables::put_entry(room.conn, &row)?;
    Ok(row.circle_id)
}

/// Whoever leaves: what they vouched, and what was vouched for them, goes.
pub(crate) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network().id;
    for one in tables::vouches_of(conn, &house.vault, (network, None))? {
        if one.whom == person || one.by == person {
            tables::remove_vouch(conn, one.row.id)?;
        }
    }
    for (row, whom) in tables::entries_of(conn, &house.vault, (network, None))? {
        if whom == person {
            tables::remove_entry(conn, row.id)?;
        }
    }
    Ok(set_fact(conn, network, ERASED, "yes")?)
}
