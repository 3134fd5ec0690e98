//! What people do about P3: each loads, asks the rule, saves; in one transaction.

pub(crate) mod buddies;
pub(crate) mod matching;
pub(crate) mod pods;

use kernel::{Member, PersonId, Standing};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room};

/// Members, and newcomers, who may wish for a pod too (J7); for a guest there is nothing here.
pub(crate) fn somebody_here(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing.reads_as_member() || me.standing == Standing::Participant {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// Members.
pub(crate) fn a_member(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing.reads_as_member() {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// Whoever leaves has no buddy, no seat and no wish from that moment; the others see no more than
/// that.
pub(crate) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    buddies::forget(conn, house, person)?;
    pods::forget(conn, house, person)?;
    matching::forget(conn, house, person)?;
    Ok(set_fact(conn, house.network().id, ERASED, "yes")?)
}
