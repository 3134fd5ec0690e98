//! What time does here: a season ends, and does not go on by itself. Twice is as once.

use crate::{rules::SeasonTurn, tables};
use kernel::{Day, NetworkId};
use store::{AnyConnection, ERASED, Stop, set_fact};

pub(crate) fn run(conn: &mut AnyConnection, network: NetworkId, today: Day) -> Result<usize, Stop> {
    let mut moved = 0;
    for mut row in tables::past(conn, network, today)? {
        let turn = row.season().tick(today);
        if turn == SeasonTurn::On(row.season()) {
            continue;
        }
        if tables::save_turn(conn, &mut row, turn)? {
            set_fact(conn, network, ERASED, "yes")?;
        }
        moved += 1;
    }
    Ok(moved)
}
