//! The permission picture is a file (ARCHITECTURE.md, decision 7): every route of every practice ×
//! every kind of viewer, from real requests, compared with `tests/access.txt`.
//! `HOLDFAST_BLESS=1` writes the file anew; the difference belongs in the review.
//!
//! Pages are asked for first, all in one town. Each deed is tried in a town of its own, by each
//! viewer with a session of their own and a good token but an empty form, so that the status tells
//! of the door: 303 to sign in or done, 404 not there, 409 or 422 refused for what is missing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

use asks::{
    NewAsk,
    play::{Doer, Step, play},
    record,
    rules::Consent,
};
use holdfast::{
    found_network, practices,
    testing::{Answer, Browser, Database, Town},
};
use kernel::{NetworkId, PersonId, Role, Standing};
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
    ("on shift", Comes::As("Sam")),
    ("whoever said \"I can\"", Comes::As("Bo")),
    ("guest with a code", Comes::WithACode),
    ("another network", Comes::FromAnotherNetwork),
];

enum Comes {
    Unknown,
    As(&'static str),
    FromAnotherNetwork,
    /// Nobody we know, with an ask's code and its two digits.
    WithACode,
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
        ("/asks/", "id") if after == "/claim" => ask(town, Far::Open).0,
        ("/asks/", "id") => ask(town, Far::Claimed).0,
        ("/s/", "code") => ask(town, Far::SaidDone).1,
        ("/asked/", "token") => asked(town),
        ("/texts/", "id") => on_shift_finds(town, Far::SaidDone, "/texts", "/texts/", "/sent"),
        ("/shift/note/", "id") => note(town),
        ("/offers/", "id") => offer(town),
        ("/wrong/", "id") => wrong(town),
        ("/draws/", "id") => draw(town),
        ("/import/", "id") => batch(town),
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

/// How far an ask of the fixture has come.
#[derive(Clone, Copy, PartialEq)]
enum Far {
    Open,
    Claimed,
    SaidDone,
}

/// An ask of Gus's, whose two digits are 42; its id and its code.
fn ask(town: &Town, far: Far) -> (String, String) {
    let now = town.house.now();
    let shift = Doer {
        person: town.person("Sam"),
        on_shift: true,
    };
    let bo = Doer {
        person: town.person("Bo"),
        on_shift: false,
    };
    let id = town.data(|conn| {
        let house = &town.house;
        let new = NewAsk {
            words: "food for 3".into(),
            contact: Some("555 0142".into()),
            text_ok: true,
            heard: Some(Consent {
                share_words: true,
                ..Consent::default()
            }),
            ..NewAsk::default()
        };
        let id = record(conn, house, new, now)?;
        play(conn, house, id, &shift, now, &Step::Publish("Food for 3"))?;
        if far != Far::Open {
            play(conn, house, id, &bo, now, &Step::Claim)?;
        }
        if far == Far::SaidDone {
            play(conn, house, id, &bo, now, &Step::Plan("today"))?;
            play(conn, house, id, &bo, now, &Step::Done)?;
        }
        Ok(id)
    });
    let page = shift_browser(town).get(&format!("/asks/{id}")).expect(200);
    (id.to_string(), page.between("<title>", "</title>"))
}

fn shift_browser(town: &Town) -> Browser {
    let sam = town.as_person("Sam");
    sam.post("/shift/take", &[("hours", "12")]).expect(303);
    sam
}

fn on_shift_finds(town: &Town, far: Far, page: &str, before: &str, after: &str) -> String {
    ask(town, far);
    shift_browser(town)
        .get(page)
        .expect(200)
        .between(before, after)
}

fn asked(town: &Town) -> String {
    let fields = [("words", "soup"), ("contact", "555 0142")];
    let answer = town.stranger().post("/ask", &fields).expect(303);
    answer.location().trim_start_matches("/asked/").to_owned()
}

fn note(town: &Town) -> String {
    town.hold("Yuki", Role::Intake, "aid", "2026-05-31");
    let yuki = town.as_person("Yuki");
    yuki.post("/shift/take", &[("hours", "1")]).expect(303);
    yuki.post("/shift/end", &[("line1", "a note")]).expect(303);
    shift_browser(town)
        .get("/shift")
        .between("/shift/note/", "/confirm")
}

fn offer(town: &Town) -> String {
    let bo = town.as_person("Bo");
    bo.post("/offers", &[("kind", "food")]).expect(303);
    bo.get("/offers").between("/offers/", "/back")
}

fn wrong(town: &Town) -> String {
    let (_, code) = ask(town, Far::SaidDone);
    let fields = [
        ("code", code.as_str()),
        ("words", "the name was said aloud"),
    ];
    shift_browser(town).post("/wrong", &fields).expect(303);
    shift_browser(town).get("/wrong").between("/wrong/", "/")
}

fn draw(town: &Town) -> String {
    let codes = format!("{} {}", ask(town, Far::Open).1, ask(town, Far::Open).1);
    let fields = [
        ("what", "Heaters"),
        ("places", "1"),
        ("codes", codes.as_str()),
        ("next_date", "Saturday"),
    ];
    shift_browser(town).post("/draws", &fields).expect(303);
    shift_browser(town)
        .get("/draws")
        .between("/draws/", "/roll")
}

fn batch(town: &Town) -> String {
    let fields = [
        ("do", "take"),
        ("map", "words = [{ column = \"words\" }]"),
        ("file", "words\nsoup\n"),
    ];
    shift_browser(town)
        .post("/import/take", &fields)
        .expect(200);
    shift_browser(town)
        .get("/import")
        .between("/import/", "/undo")
}

/// What a guest types: the digits, and what a receiver may say.
fn as_a_guest(guest: &Browser, there: &str) -> Answer {
    let code = there
        .trim_start_matches("/s/")
        .split('/')
        .next()
        .unwrap_or_default();
    let seen = guest.post(&format!("/s/{code}"), &[("digits", "42")]);
    let pass = match seen.status {
        200 => seen.between("name=\"pass\" value=\"", "\""),
        _ => String::new(),
    };
    let fields = [
        ("code", code),
        ("digits", "42"),
        ("pass", &pass),
        ("word", "helped"),
        ("words", "the name was said aloud"),
    ];
    guest.post(there, &fields)
}

fn town() -> Town {
    let town = Town::on(Database::sqlite());
    town.add("Wren", Standing::SteppingBack, &["aid"]);
    shift_browser(&town);
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
        Comes::Unknown | Comes::WithACode => town.stranger(),
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
            _ if name == "guest with a code" && path.starts_with("/s/") => {
                as_a_guest(&browser, &there)
            }
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
