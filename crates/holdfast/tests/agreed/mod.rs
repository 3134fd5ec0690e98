//! What the lints and the simulation both hold to: the words that are never said, and the schema as the
//! migrations make it.
#![allow(dead_code)] // each of them uses its own part

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files with one of these endings, in a folder and below it.
pub fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
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

/// What the network's page says of nobody in particular (P30), in words that are never said of somebody.
pub const SAID_OF_NOBODY: &[&str] = &["of them were away,", "would have to be away before"];

/// A text without what is said of nobody in particular.
pub fn of_somebody(text: &str) -> String {
    SAID_OF_NOBODY
        .iter()
        .fold(text.to_lowercase(), |text, said| text.replace(said, ""))
}

/// Words that turn neighbours into clients and people into numbers, in both languages.
pub const NEVER_SAID: &[&str] = &[
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

/// The words of a page or a template, without its markup and without what is code.
pub fn without_markup(text: &str) -> String {
    let mut out = String::new();
    let (mut tag, mut code) = (false, false);
    let mut rest = text;
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

/// Every table: its columns and their types, as the migrations make them.
pub fn schema() -> BTreeMap<String, Vec<(String, String)>> {
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
