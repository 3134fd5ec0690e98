//! What stays when asks are gone: counts, never of fewer than five (N12).

use super::StageWord;
use crate::schema::{ask_counts, ask_words, asks};
use diesel::prelude::*;
use kernel::{Day, Moment, NetworkId};
use std::collections::BTreeMap;
use store::AnyConnection;
use web::NetworkFacts;

/// The fewest that may stand in a cell.
pub(crate) const SMALLEST: i32 = 5;

/// What receivers said of a month's deliveries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub helped: i64,
    pub partly: i64,
    pub didnt_help: i64,
    pub made_harder: i64,
    pub silent: i64,
}

impl Said {
    pub fn all(&self) -> i64 {
        self.helped + self.partly + self.didnt_help + self.made_harder + self.silent
    }

    fn add(&mut self, stage: StageWord, n: i64) {
        match stage {
            StageWord::Confirmed => self.helped += n,
            StageWord::Partly => self.partly += n,
            StageWord::NotRight => self.didnt_help += n,
            StageWord::MadeHarder => self.made_harder += n,
            _ => self.silent += n,
        }
    }

    pub fn plus(&self, other: &Said) -> Said {
        Said {
            helped: self.helped + other.helped,
            partly: self.partly + other.partly,
            didnt_help: self.didnt_help + other.didnt_help,
            made_harder: self.made_harder + other.made_harder,
            silent: self.silent + other.silent,
        }
    }
}

/// What receivers said, by month of delivery (`2026-03`): of asks that are still here and of those
/// that are gone. Silence is silence, not help.
pub(crate) fn said_by_month(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<BTreeMap<String, Said>> {
    let mut months: BTreeMap<String, Said> = BTreeMap::new();
    let here: Vec<(StageWord, Option<Day>)> = asks::table
        .filter(
            asks::network_id
                .eq(network)
                .and(asks::delivered_on.is_not_null()),
        )
        .filter(asks::stage.eq_any([
            StageWord::SaidDone,
            StageWord::Confirmed,
            StageWord::Partly,
            StageWord::NotRight,
            StageWord::MadeHarder,
            StageWord::Unconfirmed,
        ]))
        .select((asks::stage, asks::delivered_on))
        .load(conn)?;
    for (stage, day) in here {
        if let Some(day) = day {
            months.entry(day.month()).or_default().add(stage, 1);
        }
    }
    let gone: Vec<(String, StageWord, i32)> = ask_words::table
        .filter(ask_words::network_id.eq(network))
        .select((ask_words::month, ask_words::word, ask_words::n))
        .load(conn)?;
    for (month, stage, n) in gone {
        months.entry(month).or_default().add(stage, i64::from(n));
    }
    Ok(months)
}

/// Adds one to what receivers said in a month.
pub(crate) fn count_word(
    conn: &mut AnyConnection,
    network: NetworkId,
    month: &str,
    word: StageWord,
) -> QueryResult<()> {
    let cell = ask_words::table.find((network, month, word.as_str()));
    let changed = diesel::update(cell)
        .set(ask_words::n.eq(ask_words::n + 1))
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(ask_words::table)
            .values((
                ask_words::network_id.eq(network),
                ask_words::month.eq(month),
                ask_words::word.eq(word.as_str()),
                ask_words::n.eq(1),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// After how many hours somebody answered, by month.
const FIRST_WORD: &str = "first-word";
/// What takes longer is counted as this many hours.
const LONGEST_HOURS: i64 = 999;

/// Somebody answered an ask that was received at the first of two moments at the second.
pub(crate) fn count_first_word(
    conn: &mut AnyConnection,
    network: &NetworkFacts,
    (received, heard): (Moment, Moment),
) -> QueryResult<()> {
    let hours = (heard.0 - received.0).max(0) / 3600 + 1;
    let cell = format!("{:03}", hours.min(LONGEST_HOURS));
    let day = network.zone.day_of(heard);
    store::tally(conn, network.id, (FIRST_WORD, &cell), day)
}

/// Within how many hours half of all that were asked since a day had an answer; nothing of fewer than five.
pub(crate) fn first_word(
    conn: &mut AnyConnection,
    network: NetworkId,
    since: Day,
) -> QueryResult<Option<i64>> {
    let cells = store::tallied(conn, network, FIRST_WORD, since)?;
    let all: u64 = cells.iter().map(|(_, n)| n).sum();
    let mut seen = 0;
    let half = cells.iter().find(|(_, n)| {
        seen += n;
        seen * 2 >= all
    });
    let enough = all >= u64::from(SMALLEST.unsigned_abs());
    Ok(half
        .filter(|_| enough)
        .and_then(|(cell, _)| cell.parse().ok()))
}

/// Adds to the count of a month's asks of a kind in an area.
pub(crate) fn count_ask(
    conn: &mut AnyConnection,
    network: NetworkId,
    (month, kind, area): (&str, &str, &str),
    n: i32,
) -> QueryResult<()> {
    let cell = ask_counts::table.find((network, month, kind, area));
    let changed = diesel::update(cell)
        .set(ask_counts::n.eq(ask_counts::n + n))
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(ask_counts::table)
            .values((
                ask_counts::network_id.eq(network),
                ask_counts::month.eq(month),
                ask_counts::kind.eq(kind),
                ask_counts::area.eq(area),
                ask_counts::n.eq(n),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Folds small cells of months that are over: kind and area go first; what is still fewer than
/// five then is dropped.
pub(crate) fn fold_small(
    conn: &mut AnyConnection,
    network: NetworkId,
    before_month: &str,
) -> QueryResult<()> {
    let small: Vec<(String, String, String, i32)> = ask_counts::table
        .filter(
            ask_counts::network_id
                .eq(network)
                .and(ask_counts::month.lt(before_month))
                .and(ask_counts::n.lt(SMALLEST)),
        )
        .select((
            ask_counts::month,
            ask_counts::kind,
            ask_counts::area,
            ask_counts::n,
        ))
        .load(conn)?;
    for (month, kind, area, n) in small {
        diesel::delete(ask_counts::table.find((network, &month, &kind, &area))).execute(conn)?;
        if !(kind.is_empty() && area.is_empty()) {
            count_ask(conn, network, (&month, "", ""), n)?;
        }
    }
    diesel::delete(
        ask_counts::table
            .filter(ask_counts::network_id.eq(network))
            .filter(ask_counts::month.lt(before_month))
            .filter(ask_counts::n.lt(SMALLEST)),
    )
    .execute(conn)?;
    Ok(())
}

/// The counts that are kept, for an export.
pub(crate) fn kept_counts(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<(String, String, String, i32)>> {
    ask_counts::table
        .filter(
            ask_counts::network_id
                .eq(network)
                .and(ask_counts::n.ge(SMALLEST)),
        )
        .order((ask_counts::month, ask_counts::kind, ask_counts::area))
        .select((
            ask_counts::month,
            ask_counts::kind,
            ask_counts::area,
            ask_counts::n,
        ))
        .load(conn)
}
