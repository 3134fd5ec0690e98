//! The same without a browser, for the demo and for other practices' stories.

use crate::{
    deeds::season::SPOKEN_DAYS,
    rules::{Season, SeasonId},
    tables::{self, SeasonRow},
};
use kernel::Day;
use store::{AnyConnection, Stop};
use web::House;

/// A season of renewal is told; it is read together on a day after its end.
///
/// # Errors
/// A refusal where the rules have one.
pub fn season(
    conn: &mut AnyConnection,
    house: &House,
    (opens, closes): (Day, Day),
    gathers: Option<Day>,
) -> Result<SeasonId, Stop> {
    let season = Season::plan(opens, closes, opens)?;
    let row = SeasonRow {
        id: SeasonId::new(&*house.chance),
        network_id: house.network().id,
        opens_on: opens,
        closes_on: closes,
        gathers_on: season.gathers(gathers)?,
        stage: season.stage,
        ends_on: season.ends().plus(SPOKEN_DAYS),
    };
    tables::put_season(conn, &row)?;
    Ok(row.id)
}
