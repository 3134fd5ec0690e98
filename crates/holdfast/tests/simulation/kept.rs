//! What is kept until a day is gone after it.

use crate::agreed::schema;
use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};
use holdfast::testing::Town;

/// §1.6: what is kept until a day is gone once that day has been swept. Tables whose rows stay longer
/// are named here, with so many days and why.
const STAYS: &[(&str, &str, i64)] = &[
    // A day, so that whoever handed over reads what they held.
    ("role_holdings", "to_at", 1),
    ("terms", "to_at", 548),
    // Until its last minute, which is after the sweep.
    ("pod_matchers", "until_day", 1),
    // These end with the first minute after their last day, by their own clocks.
    ("buddies", "until_day", 1),
    ("pods", "ends_on", 1),
    ("practices", "ends_on", 1),
    ("choosings", "ends_on", 1),
    ("nominations", "ends_on", 1),
    ("choosing_words", "ends_on", 1),
    ("departures", "ends_on", 1),
    ("departure_things", "ends_on", 1),
    // P6: words go two weeks after it was closed.
    ("asks", "closed_on", 14),
];

/// Tables whose rows go with the day on which they would be looked at again.
const ENDS_WITH_REVIEW: &[&str] = &[
    "one_to_ones",
    "ties",
    "introductions",
    "vouches",
    "vouch_entries",
];

/// The columns that say until when a row is kept, and whether they hold a day or a moment.
const KEPT_UNTIL: &[(&str, bool)] = &[
    ("ends_on", true),
    ("until_day", true),
    ("dies_on", true),
    ("closed_on", true),
    ("expires_at", false),
    ("to_at", false),
];

/// §1.6, N13: after the sweep of a day nothing is there whose day it was.
pub fn nothing_stays_past_its_day(
    town: &Town,
    columns: &[(String, &'static str, bool)],
) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Stays {
        #[diesel(sql_type = Text)]
        what: String,
    }
    let now = town.house.now();
    let today = i64::from(town.house.network().zone.day_of(now).0);
    let each = columns.iter().map(|(table, column, is_day)| {
        let grace = STAYS
            .iter()
            .find(|(t, c, _)| (*t, *c) == (table.as_str(), *column));
        let days = grace.map_or(0, |(_, _, days)| *days);
        let last = if *is_day {
            today - days
        } else {
            now.0 - days * 86_400
        };
        format!("select '{table}.{column}' as what from {table} where {column} <= {last}")
    });
    let sql = each.collect::<Vec<_>>().join(" union ");
    let stays: Vec<Stays> = town.data(|conn| Ok(sql_query(sql).load(conn)?));
    stays
        .into_iter()
        .map(|one| format!("{} is past its day and still there", one.what))
        .collect()
}

/// Every column that says until when a row is kept.
pub fn kept_until() -> Vec<(String, &'static str, bool)> {
    let mut all = Vec::new();
    for table in ENDS_WITH_REVIEW {
        all.push(((*table).to_owned(), "review_on", true));
    }
    for (table, columns) in schema() {
        for (column, is_day) in KEPT_UNTIL {
            // An ask nobody could bring by its day is closed then, and goes by the day it closed.
            let closes = (table.as_str(), *column) == ("asks", "ends_on");
            if !closes && columns.iter().any(|(name, _)| name == column) {
                all.push((table.clone(), *column, *is_day));
            }
        }
    }
    all
}
