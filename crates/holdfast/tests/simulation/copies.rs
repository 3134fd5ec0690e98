//! Copies of sealed rows, as whoever carried the database away would have them: once a row is gone and a
//! sweep has passed, no key of today opens what they hold.

use crate::seen::Id;
use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Binary};
use holdfast::testing::Town;
use kernel::{Chance, Day};
use std::collections::BTreeMap;
use store::{Row, Vault, WrappedKey};

/// So many rows of a table are copied at a time.
const OF_EACH: usize = 12;

/// One of so many that still stand is looked at more closely.
const LOOKED_CLOSER: usize = 20;

#[derive(Clone, QueryableByName)]
struct Wrapped {
    #[diesel(sql_type = Binary)]
    id: Vec<u8>,
    #[diesel(sql_type = Binary)]
    row_key: WrappedKey,
}

/// Copies of sealed rows: of each the newest.
#[derive(Default)]
pub struct Copies {
    rows: BTreeMap<&'static str, BTreeMap<Id, WrappedKey>>,
    /// How many that are gone were looked at.
    pub looked_at: usize,
}

fn sealed_tables(town: &Town) -> Vec<&'static str> {
    let keeps = town.house.practices.iter().map(|practice| practice.keeps());
    keeps
        .flat_map(|keeps| keeps.sealed_tables)
        .copied()
        .collect()
}

fn rows_of(town: &Town, table: &str) -> Vec<Wrapped> {
    let sql = format!("select id, row_key from {table} order by id");
    town.data(|conn| Ok(sql_query(sql).load(conn)?))
}

impl Copies {
    /// Copies some rows of every table that is sealed.
    pub fn take(&mut self, town: &Town, chance: &dyn Chance) {
        for table in sealed_tables(town) {
            let rows = rows_of(town, table);
            let copied = self.rows.entry(table).or_default();
            for _ in 0..OF_EACH.min(rows.len()) {
                let row = &rows[chance.below(rows.len())];
                copied.insert(id_of(row), row.row_key.clone());
            }
        }
    }

    /// Looks, after a sweep, whether what is gone can be read, and forgets it then. What still stands is
    /// copied anew: a copy of last night dies like one of last year. Of some of it is looked whether it
    /// is the same still, or what was said before stands in the copy alone.
    pub fn look(&mut self, town: &Town, chance: &dyn Chance) -> Vec<String> {
        let network = town.house.network().id;
        let vault = &town.house.vault;
        let today = town.house.network().zone.day_of(town.house.now());
        let mut wrong = Vec::new();
        for (table, copied) in &mut self.rows {
            let now = rows_of(town, table).into_iter();
            let now: BTreeMap<Id, WrappedKey> = now.map(|row| (id_of(&row), row.row_key)).collect();
            copied.retain(|id, row_key| {
                let at = Row {
                    network: &network,
                    table,
                    id,
                };
                let same = now.get(id).filter(|now| {
                    chance.below(LOOKED_CLOSER) > 0 || lives(vault, at, row_key, now)
                });
                if let Some(now) = same {
                    row_key.clone_from(now);
                    return true;
                }
                // What left early dies with the key of its day.
                if dies_later(row_key, today) {
                    return true;
                }
                self.looked_at += 1;
                if vault.open_key(at, row_key).is_ok() {
                    wrong.push(format!("a row of {table} is gone and can be read"));
                }
                false
            });
        }
        wrong
    }
}

fn id_of(row: &Wrapped) -> Id {
    row.id.as_slice().try_into().unwrap()
}

/// Whether a row's key is one that dies with a day to come.
fn dies_later(row_key: &WrappedKey, today: Day) -> bool {
    let day = row_key.under().strip_prefix("day-").and_then(Day::parse);
    day.is_some_and(|day| day > today)
}

/// Whether a copy is of what stands there now: one key seals, the other opens. A copy that does not open
/// any more is no trouble.
fn lives(vault: &Vault, at: Row<'_>, copied: &WrappedKey, now: &WrappedKey) -> bool {
    let (Ok(old), Ok(new)) = (vault.open_key(at, copied), vault.open_key(at, now)) else {
        return vault.open_key(at, copied).is_err();
    };
    let sealed = old.seal(at, "words", "as it was");
    sealed.is_ok_and(|sealed| new.open(at, "words", &sealed).is_ok())
}
