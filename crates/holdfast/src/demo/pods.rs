//! Rivermouth's buddies and its one pod. Nobody here is real.

use super::Rivermouth;
use kernel::Day;
use store::{AnyConnection, Stop};
use web::House;

/// Bo and Yuki look in on each other; four people meet on first Sundays. Noor matches.
pub fn pods(conn: &mut AnyConnection, house: &House, town: &Rivermouth) -> Result<(), Stop> {
    let until = Day::new(2026, 8, 15).ok_or(Stop::NotThere)?;
    let (bo, yuki) = (town.person("Bo")?, town.person("Yuki")?);
    ::pods::play::make_buddies(conn, house, bo, yuki, until)?;
    let mut people = Vec::new();
    for handle in ["Rosa", "Omar", "Ruth", "Esi"] {
        people.push(town.person(handle)?);
    }
    let agreed = (
        "What is said here stays here. Anybody may say \"not today\".",
        "First Sundays at four, at each other's in turn.",
    );
    let season_ends = Day::new(2026, 5, 24).ok_or(Stop::NotThere)?;
    ::pods::play::open_pod(conn, house, &people, agreed, season_ends)?;
    ::pods::play::name_matcher(conn, house, town.person("Noor")?, until)
}
