//! What people do about P29: each loads, asks the rule, saves, tells; in one transaction.

pub(crate) mod keys;
pub(crate) mod posture;
pub(crate) mod tree;

use crate::sight;
use kernel::{CircleId, Who};
use store::Stop;
use web::Room;

fn of_kind(room: &mut Room<'_>, kind: &str) -> Result<Option<CircleId>, Stop> {
    let circle = people::circle_of_kind(room.conn, room.network.id, kind)?;
    Ok(circle.map(|circle| circle.id))
}

/// Those who look after Coordinating, and whoever runs the server.
pub(crate) fn coordinating_and_hosts(room: &mut Room<'_>) -> Result<Who, Stop> {
    let coordinating = of_kind(room, "coordinating")?;
    let host = of_kind(room, "host")?;
    Ok(sight::stewards_of(coordinating, host))
}

/// Those who look after Coordinating.
pub(crate) fn coordinating(room: &mut Room<'_>) -> Result<Who, Stop> {
    let coordinating = of_kind(room, "coordinating")?;
    Ok(sight::stewards_of(coordinating, None))
}
