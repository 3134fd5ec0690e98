//! What people do about commitments: each loads, asks the rule, saves, tells; in one transaction.

pub(crate) mod duty;
pub(crate) mod offer;
pub(crate) mod place;
pub(crate) mod rest;
pub(crate) mod review;
pub(crate) mod times;
pub(crate) mod wake;

use crate::{
    rules::{CommitmentId, CommitmentRefusal as No, Sight},
    tables::{self, CommitmentRow, Party},
};
use kernel::CircleId;
use store::{AnyConnection, Stop};
use web::Room;

/// The treasurers' circle, where there is one.
pub(crate) fn treasury(room: &mut Room<'_>) -> Result<Option<CircleId>, Stop> {
    of_kind(room.conn, room.network.id, "treasury")
}

pub(crate) fn of_kind(
    conn: &mut AnyConnection,
    network: kernel::NetworkId,
    kind: &str,
) -> Result<Option<CircleId>, Stop> {
    let circle = people::circle_of_kind(conn, network, kind)?;
    Ok(circle.map(|circle| circle.id))
}

/// One commitment that this viewer may see; what they may not is not there.
pub(crate) fn look(room: &mut Room<'_>, id: CommitmentId) -> Result<CommitmentRow, Stop> {
    let me = room.member()?;
    let treasury = treasury(room)?;
    let row = tables::commitment(room.conn, &me, treasury, id)?;
    match shown(room, &row) {
        true => Ok(row),
        false => Err(Stop::NotThere),
    }
}

/// What every member may read leads to names of other circles: not while the network is careful (P29).
/// Those who stand on a side of it by more than being a member read it as before.
pub(crate) fn shown(room: &Room<'_>, row: &CommitmentRow) -> bool {
    let everybodys = |side: &Party| matches!(side, Party::Network(_));
    let sides = [row.from(), row.to()];
    let is_a_side = sides
        .iter()
        .any(|side| !everybodys(side) && side.who().includes(&room.viewer));
    let by_membership = row.sight == Sight::Network || sides.iter().any(everybodys);
    !room.posture().is_careful() || is_a_side || !by_membership
}

/// Whether whoever is in the room may speak for a side now.
pub(crate) fn speaks_for(room: &mut Room<'_>, party: Party) -> Result<bool, Stop> {
    let me = room.member()?;
    match party {
        Party::Person(person) => Ok(person == me.id),
        Party::Organisation(partner) => Ok(me.liaison_of.contains(&partner)),
        Party::Circle(circle) => people::looks_after(room.conn, &me, circle, room.now),
        // What is promised to everybody is accepted by those who keep the whole together.
        Party::Network(network) => match of_kind(room.conn, network, "coordinating")? {
            Some(circle) => people::looks_after(room.conn, &me, circle, room.now),
            None => Ok(me.holds_any(kernel::Role::Steward)),
        },
    }
}

/// A commitment whose giver is in the room.
pub(crate) fn as_giver(room: &mut Room<'_>, id: CommitmentId) -> Result<CommitmentRow, Stop> {
    let row = look(room, id)?;
    match speaks_for(room, row.from())? {
        true => Ok(row),
        false => Err(No::GiverOnly.into()),
    }
}

/// A commitment whose receiver is in the room.
pub(crate) fn as_receiver(room: &mut Room<'_>, id: CommitmentId) -> Result<CommitmentRow, Stop> {
    let row = look(room, id)?;
    match speaks_for(room, row.to())? {
        true => Ok(row),
        false => Err(No::ReceiverOnly.into()),
    }
}
