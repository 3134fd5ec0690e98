//! A network of two hundred people over two years on a clock that moves, with what people do drawn by
//! chance; after every step everything holds that was promised. A run is told by its seed:
//! `HOLDFAST_SEED=7 cargo nextest run -p holdfast --test simulation` plays it again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

#[path = "../agreed/mod.rs"]
mod agreed;
mod between;
mod copies;
mod deeds;
mod invariants;
mod journal;
mod kept;
mod model;
mod planted;
mod post;
mod reading;
mod seen;

use holdfast::testing::Database;
use model::Sim;

const TWO_YEARS: u64 = 730;
const FOUR_MONTHS: u64 = 120;
const SEED: u64 = 20_260_302;

#[allow(clippy::disallowed_methods)] // whoever runs the test says so
fn told(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn number(name: &str, otherwise: u64) -> u64 {
    told(name).map_or(otherwise, |text| text.parse().unwrap())
}

/// So many days, morning to night.
fn live(database: Database, days: i32) {
    store::testing::wait_for_no_disk();
    let seed = number("HOLDFAST_SEED", SEED);
    let mut sim = Sim::new(database, seed);
    let first = sim.seen.today;
    for nth in 0..days {
        let day = first.plus(nth);
        sim.timers(day, 7, 0);
        for _ in 0..3 + sim.below(5) {
            sim.town.clock.advance(60 * (1 + sim.below(40) as i64));
            deeds::any(&mut sim);
        }
        // From the third month on, while the roles of the beginning still run.
        if nth >= 60 {
            deeds::what_was_not_done(&mut sim);
        }
        sim.deeds_done();
        sim.night(day);
        sim.all_holds(seed);
    }
    eprintln!("seed {seed}, {days} days\n{}", sim.summary());
    let never: Vec<&str> = deeds::DEEDS
        .iter()
        .map(|(name, _, _)| *name)
        .filter(|name| {
            sim.journal
                .done
                .get(name)
                .is_none_or(|(done, _)| *done == 0)
        })
        .collect();
    let all = seed == SEED && days >= 365;
    assert!(!all || never.is_empty(), "never done: {never:?}");
}

#[test]
fn two_years_of_two_hundred_people() {
    let days = number("HOLDFAST_DAYS", TWO_YEARS);
    live(Database::sqlite(), i32::try_from(days).unwrap());
}

#[test]
fn four_months_on_postgresql() {
    if told("HOLDFAST_SQLITE_ONLY").is_some() {
        eprintln!("left out, because HOLDFAST_SQLITE_ONLY is set");
        return;
    }
    let days = number("HOLDFAST_DAYS", FOUR_MONTHS);
    live(Database::postgres(), i32::try_from(days).unwrap());
}
