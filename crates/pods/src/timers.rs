//! What time does here. Twice is as once.

use crate::{
    deeds,
    rules::{CHOOSING_DAYS, PairTurn, PodTurn},
    tables,
};
use kernel::{Day, NetworkId};
use store::{AnyConnection, ERASED, Stop, set_fact};

/// Asks nobody answered become "not now", pairs and pods end or choose; says how many things moved.
pub(crate) fn run(conn: &mut AnyConnection, network: NetworkId, today: Day) -> Result<usize, Stop> {
    let mut moved = 0;
    for row in tables::pairs_past(conn, network, today)? {
        let turn = row.pair().tick(today);
        if turn == PairTurn::Over {
            set_fact(conn, network, ERASED, "yes")?;
        }
        tables::save_pair(conn, row.id, &turn)?;
        moved += 1;
    }
    for row in tables::pods_to_look_at(conn, network, today.plus(CHOOSING_DAYS))? {
        let pod = tables::as_ruled(conn, &row)?;
        let turn = pod.clone().tick(today);
        if turn != PodTurn::On(pod) {
            deeds::pods::save(conn, network, &row, &turn)?;
            moved += 1;
        }
    }
    Ok(moved)
}
