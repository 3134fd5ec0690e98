//! What this practice keeps, for how long, and who can read it.

use crate::schema::{answerable_letters, letters, relayed_words, wake_places, wakings};
use diesel::prelude::*;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-telling",
            until: "keep-telling-until",
            who: "keep-own",
            sealed: true,
            erase: None,
        },
        Keep {
            what: "keep-letter",
            until: "keep-letter-until",
            who: "keep-nobody",
            sealed: true,
            erase: Some(old_letters),
        },
        Keep {
            what: "keep-answers",
            until: "keep-answers-until",
            who: "keep-own",
            sealed: true,
            erase: Some(old_answers),
        },
        Keep {
            what: "keep-wake-place",
            until: "keep-wake-place-until",
            who: "keep-nobody",
            sealed: true,
            erase: Some(old_places),
        },
    ],
    sealed_tables: &[
        "tellings",
        "letters",
        "answerable_letters",
        "relayed_words",
        "wake_places",
        "wake_keys",
    ],
};

/// Letters that could not leave. They hold nothing that does not stand elsewhere, so no hold keeps
/// them.
fn old_letters(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let due = letters::network_id
        .eq(sweep.network)
        .and(letters::ends_on.le(sweep.last));
    let erased = diesel::delete(letters::table.filter(due)).execute(conn)?;
    let due = wakings::network_id
        .eq(sweep.network)
        .and(wakings::ends_on.le(sweep.last));
    diesel::delete(wakings::table.filter(due)).execute(conn)?;
    Ok(erased)
}

/// Letters whose time to be answered is over, and words that were told for long enough.
fn old_answers(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let due = answerable_letters::network_id
        .eq(sweep.network)
        .and(answerable_letters::ends_on.le(sweep.last));
    let letters = diesel::delete(answerable_letters::table.filter(due)).execute(conn)?;
    let due = relayed_words::network_id
        .eq(sweep.network)
        .and(relayed_words::ends_on.le(sweep.last));
    Ok(letters + diesel::delete(relayed_words::table.filter(due)).execute(conn)?)
}

fn old_places(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let due = wake_places::network_id
        .eq(sweep.network)
        .and(wake_places::ends_on.le(sweep.last));
    Ok(diesel::delete(wake_places::table.filter(due)).execute(conn)?)
}
