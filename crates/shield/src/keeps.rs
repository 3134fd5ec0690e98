//! What this practice keeps, for how long, and who can read it.

use crate::tables;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-posture",
            until: "keep-posture-until",
            who: "keep-posture-who",
            sealed: false,
            erase: Some(over),
        },
        Keep {
            what: "keep-power",
            until: "keep-power-until",
            who: "keep-network-reads",
            sealed: false,
            erase: None,
        },
        Keep {
            what: "keep-power-words",
            until: "keep-power-words-until",
            who: "keep-power-words-who",
            sealed: true,
            erase: Some(old_words),
        },
        Keep {
            what: "keep-tree",
            until: "keep-tree-until",
            who: "keep-tree-who",
            sealed: true,
            erase: Some(old_places),
        },
        Keep {
            what: "keep-keys",
            until: "keep-keys-until",
            who: "keep-keys-who",
            sealed: true,
            erase: None,
        },
    ],
    sealed_tables: &["power_words", "tree_places", "shared_keys"],
};

fn over(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    Ok(tables::erase_over(conn, sweep.network, sweep.last)?)
}

/// While counsel's word stops erasing anywhere, who did what stays as well.
fn old_words(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    if !sweep.holds.is_empty() {
        return Ok(0);
    }
    Ok(tables::shred_old(conn, sweep.network, sweep.last)?)
}

/// A number nobody has looked at for a year; the last one takes the place.
fn old_places(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let old = tables::old_places(conn, sweep.network, sweep.last)?;
    for row in &old {
        let rows = tables::places(conn, sweep.network)?;
        let mut tree = tables::tree_of(&rows);
        tree.go(row.id);
        tables::erase_place(conn, row.id)?;
        tables::save_tree(conn, &rows, &tree)?;
    }
    Ok(old.len())
}
