//! What this practice keeps, for how long, and who can read it (§1.6). The sweep acts on these
//! lines, and the public page is written from them.

use crate::{
    deeds,
    schema::{
        ask_places, asks, batch_rows, batches, changes, complaints, draws, handovers, offers, texts,
    },
    tables::{self, AskRow},
};
use diesel::prelude::*;
use kernel::Moment;
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-place",
            until: "keep-place-until",
            who: "keep-claimer-and-shift",
            sealed: true,
            erase: Some(places),
        },
        Keep {
            what: "keep-ask",
            until: "keep-ask-until",
            who: "keep-claimer-and-shift",
            sealed: true,
            erase: Some(closed_asks),
        },
        Keep {
            what: "keep-published",
            until: "keep-published-until",
            who: "keep-members-while-open",
            sealed: true,
            erase: None,
        },
        Keep {
            what: "keep-code",
            until: "keep-ask-until",
            who: "keep-shift",
            sealed: false,
            erase: None,
        },
        Keep {
            what: "keep-counts",
            until: "keep-counts-until",
            who: "keep-anyone-from-five",
            sealed: false,
            erase: Some(small_counts),
        },
        Keep {
            what: "keep-text",
            until: "keep-text-until",
            who: "keep-shift",
            sealed: true,
            erase: Some(old_texts),
        },
        Keep {
            what: "keep-offer",
            until: "keep-offer-until",
            who: "keep-offer-who",
            sealed: true,
            erase: Some(lapsed_offers),
        },
        Keep {
            what: "keep-handover",
            until: "keep-handover-until",
            who: "keep-shift",
            sealed: true,
            erase: Some(old_handovers),
        },
        Keep {
            what: "keep-complaint",
            until: "keep-complaint-until",
            who: "keep-complaint-who",
            sealed: true,
            erase: Some(old_complaints),
        },
        Keep {
            what: "keep-change",
            until: "keep-change-until",
            who: "keep-anyone",
            sealed: false,
            erase: Some(old_changes),
        },
        Keep {
            what: "keep-draw",
            until: "keep-draw-until",
            who: "keep-draw-who",
            sealed: false,
            erase: Some(old_draws),
        },
        Keep {
            what: "keep-batch",
            until: "keep-batch-until",
            who: "keep-shift",
            sealed: true,
            erase: Some(old_batches),
        },
    ],
    sealed_tables: &[
        "asks",
        "ask_places",
        "offers",
        "texts",
        "handovers",
        "complaints",
        "batch_rows",
    ],
};

fn places(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let due: Vec<(crate::rules::AskId, Option<Moment>)> = ask_places::table
        .left_join(asks::table.on(asks::id.eq(ask_places::id)))
        .filter(
            ask_places::network_id
                .eq(sweep.network)
                .and(ask_places::dies_on.le(sweep.last)),
        )
        .select((ask_places::id, asks::received_at.nullable()))
        .load(conn)?;
    let ids: Vec<_> = due
        .into_iter()
        .filter(|(_, received)| !received.is_some_and(|at| sweep.held("aid", at)))
        .map(|(id, _)| id)
        .collect();
    Ok(diesel::delete(ask_places::table.filter(ask_places::id.eq_any(ids))).execute(conn)?)
}

fn closed_asks(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let due: Vec<AskRow> = asks::table
        .filter(asks::network_id.eq(sweep.network))
        .filter(asks::closed_on.le(sweep.last.plus(-crate::rules::WORDS_DAYS)))
        .select(AskRow::as_select())
        .load(conn)?;
    let mut erased = 0;
    for row in due.iter().filter(|row| !sweep.held("aid", row.received_at)) {
        let month = sweep.zone.day_of(row.received_at).month();
        let cell = (month.as_str(), row.kind.as_str(), row.area.as_str());
        tables::count_ask(conn, row.network_id, cell, 1)?;
        deeds::erase(conn, row)?;
        erased += 1;
    }
    Ok(erased)
}

/// Cells of months whose asks have all had time to close are folded where fewer than five.
fn small_counts(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    tables::fold_small(conn, sweep.network, &sweep.last.plus(-120).month())?;
    Ok(0)
}

macro_rules! erase_by_day {
    ($name:ident, $table:ident) => {
        fn $name(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
            if !sweep.holds.is_empty() {
                return Ok(0);
            }
            let due = $table::table.filter(
                $table::network_id
                    .eq(sweep.network)
                    .and($table::ends_on.le(sweep.last)),
            );
            Ok(diesel::delete(due).execute(conn)?)
        }
    };
}
erase_by_day!(old_texts, texts);
erase_by_day!(old_handovers, handovers);
erase_by_day!(old_complaints, complaints);

fn lapsed_offers(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let lapsed = offers::table.filter(
        offers::network_id
            .eq(sweep.network)
            .and(offers::until_day.le(sweep.last)),
    );
    Ok(diesel::delete(lapsed).execute(conn)?)
}

fn old_changes(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let old = changes::table.filter(
        changes::network_id
            .eq(sweep.network)
            .and(changes::review_on.le(sweep.last)),
    );
    diesel::delete(old).execute(conn)?;
    Ok(0)
}

fn old_draws(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let old = draws::table.filter(
        draws::network_id
            .eq(sweep.network)
            .and(draws::ends_on.le(sweep.last)),
    );
    diesel::delete(old).execute(conn)?;
    Ok(0)
}

fn old_batches(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let old: Vec<tables::BatchId> = batches::table
        .filter(
            batches::network_id
                .eq(sweep.network)
                .and(batches::ends_on.le(sweep.last)),
        )
        .select(batches::id)
        .load(conn)?;
    if old.is_empty() || !sweep.holds.is_empty() {
        return Ok(0);
    }
    let rows = batch_rows::table.filter(batch_rows::batch_id.eq_any(old.clone()));
    let erased = diesel::delete(rows).execute(conn)?;
    diesel::delete(batches::table.filter(batches::id.eq_any(old))).execute(conn)?;
    Ok(erased)
}
