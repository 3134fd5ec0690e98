//! What time does: a note, a buddy, planning without; and who is asked next for open places.

use crate::{
    deeds::duty,
    rules::Changed,
    suggest,
    tables::{self, CommitmentRow},
};
use kernel::{Day, Standing};
use store::{AnyConnection, Stop};
use web::House;

pub(crate) fn run(conn: &mut AnyConnection, house: &House) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let mut moved = 0;
    for mut row in tables::due(conn, network.id, today)? {
        let Some((next, changed)) = row.commitment().clock(today) else {
            continue;
        };
        if waits(conn, house, &row, today)? {
            continue;
        }
        row.take_on(next);
        row.seen_by_buddy = false;
        tables::save(conn, &row)?;
        match changed {
            Changed::SetAside => {
                store::tally(conn, network.id, tables::NOT_HEARD, today)?;
                duty::close_standing(conn, network.id, row.id)?;
                duty::open(conn, house, &row, None)?;
            }
            // Its places go on looking for somebody.
            Changed::HandedBack => tables::remove_times_of(conn, network.id, row.id)?,
            Changed::OfferOver | Changed::AwaitsWord | Changed::BuddyAsked => {}
        }
        moved += 1;
    }
    Ok(moved + suggest::propose(conn, house)?)
}

/// Clocks wait while its giver rests, and while a rest season lies over those it is for (P20).
fn waits(
    conn: &mut AnyConnection,
    house: &House,
    row: &CommitmentRow,
    today: Day,
) -> Result<bool, Stop> {
    if let Some(giver) = row.giver_person() {
        let standing = people::standing_of(conn, row.network_id, giver)?;
        if matches!(standing, Some(Standing::Resting)) {
            return Ok(true);
        }
    }
    Ok(house.season(conn, row.to_circle(), today)?.is_some())
}
