//! The permission picture is a file (ARCHITECTURE.md, decision 7): every route of every practice ×
//! every kind of viewer, from real requests, compared with `tests/access.txt`.
//! `HOLDFAST_BLESS=1` writes the file anew; the difference belongs in the review.
//!
//! Pages are asked for first, all in one town. Each deed is tried in a town of its own, by each
//! viewer with a session of their own and a good token but an empty form, so that the status tells
//! of the door: 303 to sign in or done, 404 not there, 409 or 422 refused for what is missing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

use holdfast::{
    found_network, practices,
    testing::{Browser, Database, Town},
};
use kernel::{NetworkId, PersonId, Standing};
use people::{Invited, NetworkRow, NewPerson};
use std::{fmt::Write, path::Path};

/// Whoever may come: a name for the picture, and how they come.
const VIEWERS: &[(&str, Comes)] = &[
    ("stranger", Comes::Unknown),
    ("newcomer", Comes::As("Farid")),
    ("member", Comes::As("Noor")),
    ("resting", Comes::As("Luz")),
    ("stepping back", Comes::As("Wren")),
    ("steward of aid", Comes::As("Amara")),
    ("steward of another", Comes::As("Hana")),
    ("host", Comes::As("Tess")),
    ("partner liaison", Comes::As("Priya")),
    ("another network", Comes::FromAnotherNetwork),
];

enum Comes {
    Unknown,
    As(&'static str),
    FromAnotherNetwork,
}

/// What stands in a path's braces, made so that whoever may see the thing finds it. A practice with
/// a new parameter adds its line here; a path without one fails the test.
fn fill(town: &Town, path: &str) -> Option<String> {
    if !path.contains('{') {
        return Some(path.to_owned());
    }
    let (before, rest) = path.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    let value = match (before, name) {
        ("/join/", "link") => invitation(town),
        ("/circles/", "id") => town.circle("aid").to_string(),
        ("/me/sessions/", "id") => session_of_bo(town),
        ("/two-people/", "id") => act(town),
        _ => return None,
    };
    fill(town, &format!("{before}{value}{after}"))
}

fn invitation(town: &Town) -> String {
    let invited = Invited {
        circle: Some(town.circle("aid")),
        role: None,
        standing: Standing::Participant,
    };
    town.data(|conn| people::invite(conn, &town.house, &invited, town.house.now()))
}

/// Somebody else's session, which is not there for anyone but Bo.
fn session_of_bo(town: &Town) -> String {
    town.session(town.person("Bo"));
    town.as_person("Bo")
        .get("/me")
        .between("/me/sessions/", "/end")
}

/// An act that Chidi asked for.
fn act(town: &Town) -> String {
    town.as_person("Chidi")
        .post("/two-people", &[("kind", "export")])
        .expect(303);
    town.as_person("Amara")
        .get("/two-people")
        .between("/two-people/", "/yes")
}

fn town() -> Town {
    let town = Town::on(Database::sqlite());
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
        Comes::Unknown => town.stranger(),
        Comes::As(handle) => town.as_person(handle),
        Comes::FromAnotherNetwork => town
            .stranger()
            .with_session(&token_of_another_network(town)),
    }
}

fn line(town: &Town, method: &str, path: &str) -> String {
    // Everyone comes before anyone acts: a deed may end another's session or stay.
    let all: Vec<_> = VIEWERS
        .iter()
        .map(|(name, comes)| (*name, browser(town, comes)))
        .collect();
    let mut line = format!("{method} {path}");
    for (name, browser) in all {
        let there = fill(town, path)
            .unwrap_or_else(|| panic!("{path}: tell `fill` what stands in its braces"));
        let answer = match method {
            "GET" => browser.get(&there),
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
    let mut routes: Vec<(&str, &str)> = practices()
        .iter()
        .flat_map(|practice| practice.routes())
        .map(|route| (route.method, route.path))
        .collect();
    routes.sort_unstable();
    let pages = town();
    let mut picture = String::from(
        "# Who gets which answer: every route, every kind of viewer, from real requests with an\n\
         # empty form. Written by crates/holdfast/tests/access.rs; HOLDFAST_BLESS=1 writes it anew.\n",
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
