//! The permission picture is a file (ARCHITECTURE.md, decision 7): every route of every practice ×
//! every kind of viewer, from real requests, compared with `tests/access.txt`.
//! `HOLDFAST_BLESS=1` writes the file anew; the difference belongs in the review.
//!
//! Pages are asked for first, all in one town. Each deed is tried in a town of its own, by each
//! viewer with a session of their own and a good token but an empty form, so that the status tells
//! of the door: 303 to sign in or done, 404 not there, 409 or 422 refused for what is missing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod asking;
mod deciding;
mod gathering;
mod handing;
mod listening;
mod meeting;
mod quick;
mod things;
mod tied;
mod vouched;

use holdfast::{
    found_network,
    owners::OsChance,
    practices,
    testing::{Answer, Browser, Database, Town},
};
use kernel::{NetworkId, PersonId, Standing};
use people::{NetworkRow, NewPerson};
use std::{fmt::Write, path::Path, sync::Arc};
use telling::{Mail, Ways};

/// Whoever may come: a name for the picture, and how they come.
const VIEWERS: &[(&str, Comes)] = &[
    ("stranger", Comes::Unknown),
    ("guest with a code", Comes::WithTheCode),
    ("newcomer", Comes::As("Farid")),
    ("member", Comes::As("Noor")),
    ("resting", Comes::As("Luz")),
    ("stepping back", Comes::As("Wren")),
    ("claimer", Comes::As("Bo")),
    ("on shift", Comes::OnShift),
    ("steward of aid", Comes::As("Amara")),
    ("steward of another", Comes::As("Hana")),
    ("host", Comes::As("Tess")),
    ("partner liaison", Comes::As("Priya")),
    ("another network", Comes::FromAnotherNetwork),
];

enum Comes {
    Unknown,
    WithTheCode,
    OnShift,
    As(&'static str),
    FromAnotherNetwork,
}

fn town() -> Town {
    let ways = Ways {
        gateway_key: Some(b"nobody here signs with this key at all".to_vec()),
        // Letters could leave; here nobody carries them.
        mail: Mail::Folder("nowhere".into()),
        ..Ways::default()
    };
    let practices = practices(ways);
    let town = Town::with(Database::sqlite(), practices, Arc::new(OsChance), |_| {});
    town.add("Wren", Standing::SteppingBack, &["aid"]);
    town
}

/// Somebody of another network in the same database, with a session there.
fn token_of_another_network(town: &Town) -> String {
    let ours = (*town.house.network()).clone();
    let network = NetworkId::new(&*town.house.chance);
    let person: PersonId = town.data(|conn| {
        let row = NetworkRow {
            id: network,
            ..people::network_row(conn, ours.id)?
        };
        found_network(conn, &town.house, &row, &[("aid", "Aid", "Theirs.")])?;
        let new = NewPerson {
            handle: "Ada",
            standing: Standing::Member,
            lang: None,
        };
        people::add_person(conn, &town.house, &new, row.founded_on)
    });
    let token = town.session(person);
    town.house.set_network(ours);
    token
}

fn browser(town: &Town, comes: &Comes) -> Browser {
    match comes {
        Comes::Unknown | Comes::WithTheCode => town.stranger(),
        Comes::OnShift => things::on_shift(town),
        Comes::As(handle) => town.as_person(handle),
        Comes::FromAnotherNetwork => town
            .stranger()
            .with_session(&token_of_another_network(town)),
    }
}

/// A guest has the code of an ask and its two digits, and with them the page's pass; nothing else.
fn with_the_code(browser: &Browser, path: &str, there: &str) -> Answer {
    let Some(status) = path.strip_prefix("/s/{code}") else {
        return browser.post(there, &[]);
    };
    let page = there.strip_suffix(status).unwrap_or(there);
    let digits = ("digits", things::DIGITS);
    let pass = browser
        .post(page, &[digits])
        .between("name=\"pass\" value=\"", "\"");
    browser.post(there, &[digits, ("pass", &pass)])
}

fn line(town: &Town, method: &str, path: &str) -> String {
    // Everyone comes before anyone acts: a deed may end another's session or stay.
    let all: Vec<_> = VIEWERS
        .iter()
        .map(|(name, comes)| (*name, comes, browser(town, comes)))
        .collect();
    let mut line = format!("{method} {path}");
    for (name, comes, browser) in all {
        let there = things::fill(town, path)
            .unwrap_or_else(|| panic!("{path}: tell things::fill what stands in its braces"));
        if path.ends_with("/stream") {
            // It goes on, and ends at once for whoever may not hear it; the stories of rounds look at that.
            write!(line, " | {name} {}", browser.status_of(&there)).unwrap();
            continue;
        }
        let answer = match (method, comes) {
            ("GET", _) => browser.get(&there),
            (_, Comes::WithTheCode) => with_the_code(&browser, path, &there),
            _ => browser.post(&there, &[]),
        };
        let to = if answer.location() == "/sign-in" {
            " to sign in"
        } else {
            ""
        };
        assert_ne!(
            answer.status, 503,
            "{method} {path} as {name}: {}",
            answer.body
        );
        write!(line, " | {name} {}{to}", answer.status).unwrap();
    }
    line
}

fn picture() -> String {
    let mut routes: Vec<(&str, &str)> = practices(Ways::default())
        .iter()
        .flat_map(|practice| practice.routes())
        .map(|route| (route.method, route.path))
        .collect();
    routes.sort_unstable();
    let pages = town();
    let mut picture = String::from(
        "# Who gets which answer: every route, every kind of viewer, from real requests with an\n\
         # empty form. Written by crates/holdfast/tests/access; HOLDFAST_BLESS=1 writes it anew.\n",
    );
    for (method, path) in routes {
        let line = if method == "GET" {
            line(&pages, method, path)
        } else {
            line(&town(), method, path)
        };
        picture.push_str(&line);
        picture.push('\n');
    }
    picture
}

#[test]
fn the_permission_picture_is_as_it_was_agreed() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/access.txt");
    let now = picture();
    if bless() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, now).unwrap();
        return;
    }
    let agreed = std::fs::read_to_string(&file).unwrap_or_default();
    let mut changed = String::new();
    for line in agreed
        .lines()
        .filter(|line| !now.lines().any(|other| other == *line))
    {
        writeln!(changed, "- {line}").unwrap();
    }
    for line in now
        .lines()
        .filter(|line| !agreed.lines().any(|other| other == *line))
    {
        writeln!(changed, "+ {line}").unwrap();
    }
    assert!(
        changed.is_empty(),
        "the permission picture has changed:\n{changed}"
    );
}

#[allow(clippy::disallowed_methods)] // whoever runs the test says so
fn bless() -> bool {
    std::env::var_os("HOLDFAST_BLESS").is_some()
}
