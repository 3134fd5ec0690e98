//! What Holdfast never is, held as tests: the words of PRACTICES.md §6.1 on every page, and the
//! schema's absences (N1–N3, N6, N12, F12, F18).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("target") && !path.ends_with("node_modules") {
            files(&path, endings, found);
        } else if endings
            .iter()
            .any(|ending| path.extension().is_some_and(|e| e == *ending))
        {
            found.push(path);
        }
    }
}

/// Words that turn neighbours into clients and people into numbers, in both languages.
const NEVER_SAID: &[&str] = &[
    // English.
    "ticket",
    "tickets",
    "case",
    "cases",
    "client",
    "clients",
    "beneficiary",
    "beneficiaries",
    "recipient",
    "recipients",
    "user",
    "users",
    "task",
    "tasks",
    "overdue",
    "failed",
    "lapsed",
    "inactive",
    "admin",
    "administrator",
    "owner",
    "moderator",
    "superuser",
    "offender",
    "sanction",
    "penalty",
    "probation",
    "ban",
    "banned",
    "away",
    "churned",
    "rejected",
    "rating",
    "score",
    "scores",
    "rank",
    "ranking",
    "badge",
    "streak",
    "points",
    "leaderboard",
    "reliability",
    "success",
    "metrics",
    "urgent",
    "performance",
    // Spanish.
    "ticket",
    "caso",
    "casos",
    "cliente",
    "clientes",
    "beneficiario",
    "beneficiaria",
    "beneficiarios",
    "usuario",
    "usuaria",
    "usuarios",
    "tarea",
    "tareas",
    "vencido",
    "atrasado",
    "inactivo",
    "administrador",
    "dueño",
    "propietario",
    "moderador",
    "sanción",
    "castigo",
    "rechazado",
    "calificación",
    "puntos",
    "puntaje",
    "insignia",
    "urgente",
];

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
    let mut out = String::new();
    let (mut tag, mut code) = (false, false);
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("{{") || rest.starts_with("{%") {
            code = true;
        }
        if rest.starts_with("}}") || rest.starts_with("%}") {
            code = false;
            rest = &rest[2..];
            out.push(' ');
            continue;
        }
        match c {
            _ if code => {}
            '<' => tag = true,
            '>' if tag => {
                tag = false;
                out.push(' ');
            }
            _ if tag => {}
            _ => out.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

#[test]
fn no_page_says_what_the_practices_do_not() {
    let mut pages = Vec::new();
    files(&root().join("crates"), &["ftl", "html"], &mut pages);
    assert!(pages.len() > 30, "only {} pages were found", pages.len());
    let mut wrong = Vec::new();
    for path in pages {
        let text = said(&path).to_lowercase();
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

/// Every table: its columns and their types, as the migrations make them.
fn schema() -> BTreeMap<String, Vec<(String, String)>> {
    let mut migrations = Vec::new();
    files(&root().join("migrations/sqlite"), &["sql"], &mut migrations);
    let mut tables = BTreeMap::new();
    for path in migrations.iter().filter(|path| path.ends_with("up.sql")) {
        let sql = fs::read_to_string(path).unwrap();
        for table in sql.split("create table ").skip(1) {
            let (name, body) = table.split_once(" (").unwrap();
            let body = body.split_once("\n);").unwrap().0;
            let columns = body
                .lines()
                .map(|line| line.trim().trim_end_matches(','))
                .filter(|line| !line.is_empty() && !line.starts_with("primary key"))
                .map(|line| {
                    let mut words = line.split_whitespace();
                    (
                        words.next().unwrap().to_owned(),
                        words.next().unwrap().to_owned(),
                    )
                })
                .collect();
            tables.insert(name.to_owned(), columns);
        }
    }
    tables
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
        (
            "ask_places",
            "its day of death is known once the receiver has spoken",
        ),
        ("batch_rows", "go with their batch"),
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
