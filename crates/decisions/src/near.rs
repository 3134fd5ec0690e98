//! What the practices around this one ask of it.

use crate::{
    deeds::{caucus as deed, proposal::sealed},
    play::Proposed,
    rules::{CaucusId, ProposalId, Stage},
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
    match tables::proposal(conn, network, id) {
        Ok(row) => Ok(row.proposal().is_in_effect(now)),
        Err(diesel::result::Error::NotFound) => Ok(false),
        Err(other) => Err(other.into()),
    }
}
