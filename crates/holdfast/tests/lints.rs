//! What Holdfast never is, held as tests: the words of PRACTICES.md §6.1 on every page, and the
//! schema's absences (N1–N3, N6, N12, F12, F18).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod agreed;

use agreed::{NEVER_SAID, files, of_somebody, root, schema, without_markup};
use std::{collections::BTreeMap, fs, path::Path};

/// What a page says: the sentences of an `.ftl` file, or a template without its markup.
fn said(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    if path.extension().is_some_and(|e| e == "ftl") {
        let values = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split_once(" = ").map_or(line, |(_, value)| value));
        return values.collect::<Vec<_>>().join("\n");
    }
    without_markup(&text)
}

#[test]
fn no_page_says_what_the_practices_do_not() {
    let mut pages = Vec::new();
    files(&root().join("crates"), &["ftl", "html"], &mut pages);
    assert!(pages.len() > 30, "only {} pages were found", pages.len());
    let mut wrong = Vec::new();
    for path in pages {
        let text = of_somebody(&said(&path));
        for word in text.split(|c: char| !c.is_alphabetic()) {
            if NEVER_SAID.contains(&word) {
                let name = path
                    .strip_prefix(root())
                    .unwrap_or(&path)
                    .display()
                    .to_string();
                wrong.push(format!("{name}: {word}"));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    // A spreadsheet's message speaks of a file's own columns.
    wrong.retain(|line| !line.starts_with("crates/sheets/"));
    assert!(
        wrong.is_empty(),
        "words that are not ours:\n{}",
        wrong.join("\n")
    );
}

/// All crates' sentences lie in one bundle, where the first of a name wins: a name that stands in two crates
/// makes a page say another's words. A field's name is the form's, and may stand in several.
#[test]
fn no_sentence_has_the_name_of_another_crates() {
    let mut files_of = Vec::new();
    files(&root().join("crates"), &["ftl"], &mut files_of);
    let mut named = BTreeMap::new();
    let mut twice = Vec::new();
    for path in files_of.iter().filter(|path| path.ends_with("en.ftl")) {
        let text = fs::read_to_string(path).unwrap();
        let names = text
            .lines()
            .filter_map(|line| line.split_once(" ="))
            .map(|(name, _)| name);
        for name in names.filter(|name| !name.starts_with([' ', '#', '.', '[', '*'])) {
            let before = named.insert(name.to_owned(), path.clone());
            if before.is_some() && !name.starts_with("field-") {
                twice.push(name.to_owned());
            }
        }
    }
    assert!(named.len() > 2_000, "only {} were found", named.len());
    assert_eq!(twice, Vec::<String>::new());
}

/// N1: nothing numeric or ordinal stands beside a person but dates and moments.
#[test]
fn no_number_stands_beside_a_person() {
    const DAYS_AND_MOMENTS: &[&str] = &["_on", "_at", "_day", "_since", "_until", "_by", "_when"];
    let schema = schema();
    assert!(schema.len() > 15);
    for (table, columns) in &schema {
        let of_people = table == "persons"
            || columns.iter().any(|(name, _)| {
                name.ends_with("person_id") || ["claimer_id", "hearer_id"].contains(&name.as_str())
            });
        if !of_people {
            continue;
        }
        for (name, kind) in columns {
            let number = ["integer", "bigint", "real", "numeric"].contains(&kind.as_str());
            let dated = DAYS_AND_MOMENTS.iter().any(|ending| name.ends_with(ending));
            assert!(
                !number || dated,
                "{table}.{name} is a number beside a person"
            );
        }
    }
}

/// N2, N3, N6, F12, F18: no rank, no count of deeds, no owner, no urgency, no trace of devices.
#[test]
fn the_schema_has_no_word_for_what_we_never_do() {
    const NEVER: &[&str] = &[
        "score",
        "rank",
        "rating",
        "trust",
        "reputation",
        "karma",
        "badge",
        "streak",
        "points",
        "level",
        "priority",
        "urgent",
        "owner",
        "is_admin",
        "admin",
        "last_seen",
        "last_login",
        "online",
        "presence",
        "ip",
        "address_ip",
        "user_agent",
        "device",
        "latitude",
        "longitude",
        "location",
        "read_at",
        "seen_at",
        "opened_at",
        "clicked",
        "deserving",
        "vulnerability",
        "income",
        "diagnosis",
        "immigration",
        "citizenship",
        "ethnicity",
        "gender",
        "birth",
        "attendance",
        "missed",
        "overdue",
        "failed",
        "blocked",
        "banned",
        "flagged",
        "suspicion",
    ];
    for (table, columns) in schema() {
        for (name, _) in columns {
            let parts: Vec<&str> = name.split('_').collect();
            for never in NEVER {
                assert!(
                    name != *never && !parts.contains(never),
                    "{table}.{name}: there is no {never} here"
                );
            }
        }
    }
}

/// §1.2 and F14: whatever lives carries the day it ends or is looked at again; what has none is
/// named here, with its reason.
#[test]
fn every_living_thing_carries_a_date() {
    const WITHOUT: &[(&str, &str)] = &[
        ("facts", "facts about the store itself"),
        (
            "credentials",
            "lives and goes with its person, who is looked at again",
        ),
        (
            "power_uses",
            "a day and a kind, about nobody; kept so that the chain can be looked at",
        ),
        ("key_holders", "goes with its key, which is looked at again"),
        ("pod_seats", "goes with its pod, which ends"),
        (
            "occurrences",
            "goes with what comes again, whose season ends",
        ),
        ("ask_counts", "numbers of five or more, about nobody"),
        ("ask_words", "numbers by month, about nobody"),
        ("tallies", "numbers by month, about nobody"),
        (
            "ask_places",
            "its day of death is known once the receiver has spoken",
        ),
        ("batch_rows", "go with their batch"),
        (
            "proposal_texts",
            "go with their decision, which is looked at again",
        ),
        (
            "choice_hands",
            "no time stands beside them; they go when the ballots are counted",
        ),
        (
            "pulse_hands",
            "no time stands beside them; they go when the answers are counted",
        ),
        (
            "advice_asked",
            "go with what is decided, which is looked at again",
        ),
        (
            "rapid_steps",
            "go with their use of the lane, which is looked at again",
        ),
        ("days_together", "go with somebody's first weeks"),
        (
            "circle_says",
            "goes when they are one of us, or with their first weeks",
        ),
        (
            "agreements_read",
            "goes with its person; the agreement is looked at again",
        ),
    ];
    const DATES: &[&str] = &["review_on", "ends_on", "expires_at", "to_at", "until_day"];
    for (table, columns) in schema() {
        let dated = columns
            .iter()
            .any(|(name, _)| DATES.contains(&name.as_str()));
        let excused = WITHOUT.iter().any(|(name, _)| *name == table);
        assert!(
            dated != excused,
            "{table}: dated {dated}, excused {excused}"
        );
    }
}

/// ARCHITECTURE.md, decision 4: every row carries `network_id`, and every index begins with it.
#[test]
fn every_row_and_every_index_carries_its_network() {
    for (table, columns) in schema() {
        let carries = columns.iter().any(|(name, _)| name == "network_id");
        assert!(carries || table == "networks", "{table} has no network_id");
    }
    let mut migrations = Vec::new();
    files(&root().join("migrations/sqlite"), &["sql"], &mut migrations);
    for path in migrations {
        let sql = fs::read_to_string(&path).unwrap();
        for line in sql
            .lines()
            .filter(|line| line.starts_with("create") && line.contains(" index "))
        {
            assert!(line.contains(" (network_id"), "{line}");
        }
    }
}

/// The two databases have the same tables: the migrations differ in the name of one type.
#[test]
fn both_databases_have_the_same_schema() {
    let mut sqlite = Vec::new();
    files(&root().join("migrations/sqlite"), &["sql"], &mut sqlite);
    assert!(!sqlite.is_empty());
    for path in sqlite {
        let other = path.display().to_string().replace("/sqlite/", "/postgres/");
        let here = fs::read_to_string(&path).unwrap();
        let there = fs::read_to_string(&other).unwrap_or_else(|e| panic!("{other}: {e}"));
        assert_eq!(
            here.replace(" blob", " bytea"),
            there,
            "{other}: run bin/migrations"
        );
    }
}
