//! Whatever is typed into any field stays inside it: on every page, in every header, in tables,
//! calendars, letters and exports. Pages and forms are found by walking, so a new one is in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod corpus;
mod out;
mod walk;

use holdfast::{
    owners::OsChance,
    practices,
    testing::{Browser, Database, Town},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use telling::{Mail, Ways};
use walk::Form;
use web::Measures;

/// Who types: between them they reach every page.
const WHO: &[&str] = &[
    "Sam", "Bo", "Amara", "Hana", "Chidi", "Ines", "Priya", "Farid",
];
const DOORS: &[&str] = &[
    "/",
    "/today",
    "/ask",
    "/join-us",
    "/sign-in",
    "/me",
    "/public-words",
    "/two-people",
];
/// What would end what the walk still needs.
const NOT_NOW: &[&str] = &[
    "/sign-out",
    "/me/sign-out-everywhere",
    "/me/sessions/{}/end",
    "/me/passphrase",
    "/me/leave",
    "/me/rest",
    "/stepping-back/all-back",
    "/stepping-back/done",
    "/stepping-back/things/{}/now",
    "/emergency/{}/yes",
    "/shift/end",
    "/asks/{}/withdraw",
    "/asks/{}/unable",
    "/s/{}/withdraw",
    "/tables/{}/end",
    "/circles/{}/roles/end",
];

/// Forms that the walk must have filled in; there are more.
const FILLED: &[&str] = &[
    "/agreements/{}/change",
    "/ask",
    "/asks/new",
    "/asks/{}/hear",
    "/asks/{}/plan",
    "/asks/{}/publish",
    "/join-us",
    "/line",
    "/me",
    "/newcomers/{}/first",
    "/offers",
    "/public-words",
    "/tables/new",
    "/tables/{}/change",
];

fn town(letters: &std::path::Path) -> Town {
    let ways = Ways {
        mail: Mail::Folder(letters.to_owned()),
        ..Ways::default()
    };
    let practices = practices(ways);
    let town = Town::with(
        Database::sqlite(),
        practices,
        Arc::new(OsChance),
        |settings| {
            settings.measures = Measures::NONE;
        },
    );
    town.as_person("Sam")
        .post("/shift/take", &[("hours", "12")]);
    town
}

/// A form that refused so many kinds of words, whole and field by field, is left.
const ENOUGH: usize = 3;

/// How often each shape of form took what was typed.
type Filled = BTreeMap<String, usize>;

/// Types everything into every form that somebody reaches and nobody filled before, and then
/// presses every button once, so that there is more to reach.
fn type_everywhere(browser: &Browser, filled: &mut Filled) {
    let (mut pressed, mut tried) = (BTreeSet::new(), BTreeSet::new());
    for (path, answer) in walk::pages(browser, DOORS) {
        assert!(answer.status < 500, "GET {path}:\n{}", answer.body);
        for form in walk::forms(&answer) {
            let shape = walk::shape(&form.action);
            if NOT_NOW.contains(&&*shape) {
                continue;
            }
            if form.is_typed_into() && !filled.contains_key(&shape) && tried.insert(shape.clone()) {
                let taken = type_into(browser, &form);
                if taken > 0 {
                    filled.insert(shape, taken);
                }
            } else if pressed.insert(shape) {
                out::page(&browser.post_bare(&form.action, &form.plain()), "");
            }
        }
    }
}

/// Everything into one form: into all of its fields, and where that is refused into each alone.
/// Returns how often it was taken.
fn type_into(browser: &Browser, form: &Form) -> usize {
    let send = |words: &str, only: Option<&str>| {
        let answer = browser.post_bare(&form.action, &form.with(words, only));
        out::page(&answer, words);
        usize::from(answer.status < 400)
    };
    let each = |words| {
        let typed = form.fields.iter().filter(|field| field.typed);
        typed
            .map(|field| send(words, Some(&field.name)))
            .sum::<usize>()
    };
    let mut taken = 0;
    for (n, words) in corpus::all().enumerate() {
        taken += match send(words, None) {
            0 => each(words),
            whole => whole,
        };
        if n == ENOUGH && taken == 0 {
            // Not for this person, or not now.
            break;
        }
    }
    taken
}

#[test]
fn whatever_is_typed_stays_inside_its_field() {
    let letters = tempfile::tempdir().unwrap();
    let town = town(letters.path());
    let mut filled = Filled::new();
    for _ in 0..4 {
        type_everywhere(&town.stranger(), &mut filled);
        for who in WHO {
            type_everywhere(&town.as_person(who), &mut filled);
        }
        town.pass(3600);
    }
    let missed: Vec<_> = FILLED
        .iter()
        .filter(|form| !filled.contains_key(**form))
        .collect();
    assert!(missed.is_empty(), "{missed:?} are not among {filled:?}");

    // What came of it, for everybody.
    town.until("2026-03-04 12:00");
    for who in WHO {
        for (path, answer) in walk::pages(&town.as_person(who), DOORS) {
            assert!(answer.status < 500, "GET {path}:\n{}", answer.body);
            out::anything(&path, &answer);
        }
    }
    for (path, answer) in walk::pages(&town.stranger(), DOORS) {
        out::anything(&path, &answer);
    }
    out::letters(letters.path());
    out::exported(&town);
}

#[test]
fn the_watch_would_see_what_got_out() {
    let caught = |look: fn()| std::panic::catch_unwind(look).is_err();
    assert!(caught(|| out::html("<p><hf-one onhf=1></p>")));
    assert!(caught(|| out::html("<a title=\"\" onhf=\"1\">x</a>")));
    assert!(caught(|| out::html("<a href=\"javascript:hf()\">x</a>")));
    assert!(caught(|| out::html("<script>hf()</script>")));
    assert!(caught(|| out::table(b"a,b\n1,=HF()\n")));
    assert!(caught(|| out::calendar(
        "BEGIN:VCALENDAR\r\nX-HF:1\r\nEND:VCALENDAR\r\n"
    )));
    assert!(caught(|| out::letter("From: a\r\nX-Hf: 1\r\n\r\nbody")));
    out::html("<p>&lt;hf-one onhf=1&gt; javascript:hf()</p>");
    out::table(b"a,b\n1,'=HF()\n");
}
