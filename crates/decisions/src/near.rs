//! What the practices around this one ask of it.

use crate::{
    deeds::{caucus as deed, gate, proposal::sealed},
    play::Proposed,
    rules::{Answer, CaucusId, DecisionRefusal as No, ProposalId, Stage},
    sight, tables,
};
use kernel::{CircleId, Day, Guarded, Moment, NetworkId, PersonId};
use store::{AnyConnection, Stop};
use web::{House, Room};

/// The names of the caucuses, as whoever is in the room reads them.
///
/// # Errors
/// Where the database cannot be read.
pub fn caucus_names(room: &mut Room<'_>) -> Result<Vec<String>, Stop> {
    let mut names = Vec::new();
    for row in tables::caucuses_here(room.conn, room.network.id)? {
        let name = Guarded::new(
            row.opened(&room.house.vault)?.0,
            sight::caucus(row.network_id),
        );
        names.extend(name.seen_by(&room.viewer).cloned());
    }
    names.sort();
    Ok(names)
}

/// The caucus of a name, in any case of letters.
///
/// # Errors
/// Where the database cannot be read.
pub fn caucus_named(room: &mut Room<'_>, name: &str) -> Result<Option<CaucusId>, Stop> {
    Ok(deed::named(room, name)?.map(|row| row.id))
}

/// Who convenes a caucus, while it is there.
///
/// # Errors
/// Where the database cannot be read.
pub fn convenor(
    conn: &mut AnyConnection,
    network: NetworkId,
    caucus: CaucusId,
) -> Result<Option<PersonId>, Stop> {
    match tables::caucus(conn, network, caucus) {
        Ok(row) => Ok(Some(row.convenor_id)),
        Err(diesel::result::Error::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// Something is proposed, in the way that the circle gave itself; questions first.
///
/// # Errors
/// Where the database cannot be written.
pub fn propose(room: &mut Room<'_>, what: &Proposed<'_>) -> Result<ProposalId, Stop> {
    let manner = tables::manners(room.conn, room.network.id, what.circle, room.now)?.0;
    let row = sealed(room.house, what, manner, room.now)?;
    tables::put_proposal(room.conn, &row)?;
    Ok(row.id)
}

/// How many decisions that a circle keeps were adopted since a day.
///
/// # Errors
/// Where the database cannot be read.
pub fn adopted_since(room: &mut Room<'_>, circle: CircleId, since: Day) -> Result<usize, Stop> {
    let from = room.network.zone.moment(since, 0, 0);
    let of = (room.network.id, Some(circle));
    Ok(tables::adopted_from(
        room.conn,
        of,
        (&[Stage::Adopted], from),
    )?)
}

/// How many decisions of a network were adopted since a day, whatever became of them.
///
/// # Errors
/// Where the database cannot be read.
pub fn all_adopted_since(
    conn: &mut AnyConnection,
    house: &House,
    since: Day,
) -> Result<usize, Stop> {
    let network = house.network();
    let from = network.zone.moment(since, 0, 0);
    Ok(tables::adopted_from(
        conn,
        (network.id, None),
        (Stage::ALL, from),
    )?)
}

/// How far something proposed is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It is being decided, or cools.
    Open,
    /// It is decided, and binds.
    InEffect,
    /// It was set down, it ended, or it is not there.
    Over,
}

/// How far something proposed is at a moment.
///
/// # Errors
/// Where the database cannot be read.
pub fn progress(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ProposalId,
    now: Moment,
) -> Result<Progress, Stop> {
    let rule = match tables::proposal(conn, network, id) {
        Ok(row) => row.proposal(),
        Err(diesel::result::Error::NotFound) => return Ok(Progress::Over),
        Err(other) => return Err(other.into()),
    };
    Ok(match rule.stage {
        _ if rule.is_in_effect(now) => Progress::InEffect,
        Stage::SetDown | Stage::Ended => Progress::Over,
        _ => Progress::Open,
    })
}

/// Whether a decision binds at a moment; what is not there does not.
///
/// # Errors
/// Where the database cannot be read.
pub fn is_in_effect(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ProposalId,
    now: Moment,
) -> Result<bool, Stop> {
    Ok(progress(conn, network, id, now)? == Progress::InEffect)
}

/// The words of something proposed, as they are; for whoever shows them to no more people than may read it.
///
/// # Errors
/// Where the database cannot be read.
pub fn words_of(
    conn: &mut AnyConnection,
    house: &House,
    id: ProposalId,
) -> Result<Option<String>, Stop> {
    match tables::proposal(conn, house.network().id, id) {
        Ok(row) => Ok(Some(row.key(&house.vault)?.open(
            row.row(),
            "words",
            &row.words,
        )?)),
        Err(diesel::result::Error::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// What was proposed falls on a caucus: they are asked, and nothing is adopted before their yes.
///
/// # Errors
/// Where there is no such caucus, or it was asked already.
pub fn ask_those(room: &mut Room<'_>, id: ProposalId, caucus: CaucusId) -> Result<(), Stop> {
    let network = room.network.id;
    if convenor(room.conn, network, caucus)?.is_none() {
        return Err(No::NoSuchCaucus.into());
    }
    let row = tables::proposal(room.conn, network, id)?;
    gate::raise(room, &row, (caucus, Answer::Asked))
}
