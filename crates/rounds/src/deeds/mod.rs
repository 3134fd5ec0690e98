//! What people do about slow rounds: each loads, asks the rule, saves; in one transaction.

pub(crate) mod heard;
pub(crate) mod slow;

use crate::{
    rules::SlowId,
    sight,
    tables::{self, SlowRow},
};
use kernel::{Member, PersonId, Standing};
use std::collections::BTreeSet;
use store::{AnyConnection, Stop};
use web::Room;

/// Whoever takes part: newcomers too, partners' liaisons not.
pub(crate) fn takes_part(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing {
        Standing::Guest | Standing::Left => Err(Stop::NotThere),
        _ => Ok(me),
    }
}

/// A slow round of a circle one is in; for anybody else there is none.
pub(crate) fn look(room: &mut Room<'_>, id: SlowId) -> Result<(Member, SlowRow), Stop> {
    let me = takes_part(room)?;
    let row = tables::slow_round(room.conn, me.network, id)?;
    match sight::slow(row.circle_id).includes(&room.viewer) {
        true => Ok((me, row)),
        false => Err(Stop::NotThere),
    }
}

/// Those of its circle who are here and do not rest.
pub(crate) fn those_here(
    conn: &mut AnyConnection,
    row: &SlowRow,
) -> Result<BTreeSet<PersonId>, Stop> {
    let standings = people::standings(conn, row.network_id)?;
    let here: BTreeSet<PersonId> = standings
        .into_iter()
        .filter(|(_, standing)| {
            !standing.rests() && !matches!(standing, Standing::Guest | Standing::Left)
        })
        .map(|(person, _)| person)
        .collect();
    let of = people::members_of(conn, row.network_id, row.circle_id)?;
    Ok(of.into_iter().filter(|one| here.contains(one)).collect())
}
