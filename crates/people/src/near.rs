//! Who looks after a circle, the whole, or somebody.

use crate::{rules, tables};
use kernel::{CircleId, Member, Moment, PersonId, Role, Standing};
use store::{AnyConnection, Stop};
use web::House;

/// Whether somebody looks after a circle now: its steward, or where it has none whoever stands in.
pub fn looks_after(
    conn: &mut AnyConnection,
    member: &Member,
    circle: CircleId,
    now: Moment,
) -> Result<bool, Stop> {
    let stewarded = tables::stewarded_circles(conn, member.network, now)?;
    Ok(rules::looks_after(member, circle, &stewarded).is_ok())
}

/// Whether somebody looks after the whole now: Coordinating, or in a network without that circle any.
pub fn looks_after_the_whole(
    conn: &mut AnyConnection,
    member: &Member,
    now: Moment,
) -> Result<bool, Stop> {
    if !member.standing.reads_as_member() {
        return Ok(false);
    }
    match tables::circle_of_kind(conn, member.network, "coordinating")? {
        Some(circle) => looks_after(conn, member, circle.id, now),
        None => Ok(member.holds_any(Role::Steward)),
    }
}

/// Those who are asked to see how somebody is: their buddies who do not rest; without any, whoever
/// looks after Care.
pub fn those_near(
    conn: &mut AnyConnection,
    house: &House,
    of: PersonId,
) -> Result<Vec<PersonId>, Stop> {
    let network = house.network().id;
    let mut buddies = Vec::new();
    for buddy in house.buddies(conn, of)? {
        if tables::standing_of(conn, network, buddy)? == Some(Standing::Member) {
            buddies.push(buddy);
        }
    }
    if !buddies.is_empty() {
        return Ok(buddies);
    }
    let Some(care) = tables::circle_of_kind(conn, network, "care")? else {
        return Ok(Vec::new());
    };
    let held = (care.id, Role::Steward);
    let holders = tables::holders_now(conn, network, held, house.now())?;
    let holders = holders.into_iter().map(|(person, _)| person);
    Ok(holders.filter(|person| *person != of).collect())
}
