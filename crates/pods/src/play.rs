//! The same without a browser, for the demo and for other practices' stories.

use crate::{
    deeds,
    rules::{BuddyStage, Pair, Pod, PodStage, PodsRefusal},
    tables::{self, PodId},
};
use kernel::{Day, PersonId};
use store::{AnyConnection, Stop};
use web::House;

/// Two are buddies until a day; each has said yes.
pub fn make_buddies(
    conn: &mut AnyConnection,
    house: &House,
    a: PersonId,
    b: PersonId,
    until: Day,
) -> Result<(), Stop> {
    if a == b {
        return Err(PodsRefusal::SomebodyElse.into());
    }
    let pair = Pair {
        stage: BuddyStage::Together,
        until,
        ..Pair::ask(a, b, until)
    };
    Ok(tables::put_pair(
        conn,
        &*house.chance,
        house.network().id,
        &pair,
    )?)
}

/// A pod that is open: each has said yes, and they agreed this and meet like that, until the season
/// ends.
pub fn open_pod(
    conn: &mut AnyConnection,
    house: &House,
    people: &[PersonId],
    (agreements, cadence): (&str, &str),
    season_ends: Day,
) -> Result<PodId, Stop> {
    let pod = Pod {
        stage: PodStage::Meeting,
        by: season_ends,
        ..Pod::propose(people, season_ends)?
    };
    deeds::pods::put(conn, house, &pod, (Some(agreements), Some(cadence)))
}

/// Somebody matches pods until a day.
pub fn name_matcher(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    until: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    Ok(tables::set_matcher(conn, network, Some((person, until)))?)
}
