//! `holdfast init`.

use holdfast::{
    commands::init::{Answers, ask, init},
    owners::{OsChance, Owners},
    settings::Settings,
    testing::{Browser, Database, on_both_databases},
};
use kernel::{ManualClock, Moment};
use std::{os::unix::fs::PermissionsExt, path::Path, sync::Arc};

const NOON: Moment = Moment(1_772_470_800);

pub fn answers() -> Answers {
    let said = |text: &str| Some(text.to_owned());
    Answers {
        name: said("Hill Street"),
        zone: said("America/Chicago"),
        about: said("We bring groceries."),
        about_es: said("Llevamos comida."),
        limits: said("Ten asks a week."),
        limits_es: None,
        areas: said("Uphill, Downhill"),
    }
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn made(
    database: &Database,
    clock: &Arc<ManualClock>,
) -> (tempfile::TempDir, Settings, Owners, String) {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("hill");
    let database_url = database.postgres_url(&data);
    let settings = Settings {
        data,
        database_url,
        ..Settings::default()
    };
    let owners = Owners {
        clock: clock.clone(),
        chance: Arc::new(OsChance),
    };
    let mut out = Vec::new();
    init(&answers(), &settings, &owners, &mut out).unwrap();
    (place, settings, owners, String::from_utf8(out).unwrap())
}

fn links(said: &str) -> Vec<String> {
    let after = said.split("http://127.0.0.1:8080").skip(1);
    after
        .map(|rest| rest.split_whitespace().next().unwrap().to_owned())
        .collect()
}

#[test]
fn init_makes_one_folder_that_only_its_owner_reads() {
    let clock = Arc::new(ManualClock::at(NOON));
    let (_place, settings, owners, said) = made(&Database::sqlite(), &clock);
    assert_eq!(mode(&settings.data), 0o700);
    for file in ["keyring", "holdfast.sqlite", "holdfast.toml"] {
        assert_eq!(mode(&settings.data.join(file)), 0o600, "{file}");
    }
    assert_eq!(links(&said).len(), 2);
    let again = init(&answers(), &settings, &owners, &mut Vec::new())
        .unwrap_err()
        .to_string();
    assert!(again.contains("nothing was changed"), "{again}");
    assert!(!again.contains('\n'), "{again}");
}

#[test]
fn what_is_missing_is_said_before_anything_is_made() {
    let place = tempfile::tempdir().unwrap();
    let settings = Settings {
        data: place.path().join("hill"),
        ..Settings::default()
    };
    let owners = Owners::of_the_machine();
    let wrong = [
        (
            Answers {
                zone: Some("Hill/Street".into()),
                ..answers()
            },
            "no time zone called Hill/Street",
        ),
        (
            Answers {
                name: None,
                ..answers()
            },
            "--name",
        ),
        (
            Answers {
                limits: None,
                ..answers()
            },
            "--limits",
        ),
    ];
    for (answers, words) in wrong {
        let said = init(&answers, &settings, &owners, &mut Vec::new())
            .unwrap_err()
            .to_string();
        assert!(said.contains(words), "{said}");
        assert!(!settings.data.exists());
    }
}

#[test]
fn a_database_that_cannot_be_reached_leaves_the_place_empty_for_the_next_try() {
    let place = tempfile::tempdir().unwrap();
    let nowhere = "postgres://nobody@127.0.0.1:1/nothing".to_owned();
    let settings = Settings {
        data: place.path().join("hill"),
        database_url: Some(nowhere),
        ..Settings::default()
    };
    let owners = Owners::of_the_machine();
    let said = init(&answers(), &settings, &owners, &mut Vec::new())
        .unwrap_err()
        .to_string();
    assert!(said.starts_with("no connection to the database"), "{said}");
    let settings = Settings {
        database_url: None,
        ..settings
    };
    init(&answers(), &settings, &owners, &mut Vec::new()).unwrap();
}

#[test]
fn the_two_founding_stewards_come_in_once_each() {
    on_both_databases(|database| {
        let clock = Arc::new(ManualClock::at(NOON));
        let (_place, settings, owners, said) = made(&database, &clock);
        let house = holdfast::commands::open(&settings, &owners).unwrap();
        let served = holdfast::testing::Served::new(&house);
        let stranger = || Browser::new(&served.base, &house);
        let links = links(&said);

        stranger()
            .get("/")
            .expect(200)
            .says("We bring groceries.")
            .says("Uphill · Downhill");
        stranger()
            .with_header("accept-language", "es-MX,es;q=0.9")
            .get("/")
            .expect(200)
            .says("lang=\"es\"")
            .says("Llevamos comida.")
            .says("Ten asks a week.");

        let ada = stranger();
        ada.get(&links[0])
            .expect(200)
            .says("Welcome to Hill Street");
        let joined = ada
            .post(&links[0], &[("handle", "Ada"), ("language", "es")])
            .expect(200);
        let cookie = joined.header("set-cookie").unwrap();
        for part in [
            "holdfast=",
            "; HttpOnly",
            "; SameSite=Lax",
            "; Path=/",
            "; Max-Age=2592000",
        ] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(
            joined.body.contains("lang=\"es\""),
            "the language Ada chose"
        );
        let words = joined.between("<p class=\"code\">", "</p>");
        assert_eq!(words.split(' ').count(), 6, "{words}");
        // Nothing waits but the agreements, which are read with somebody.
        ada.get("/today").expect(200).says("Nuestros acuerdos");

        stranger()
            .get(&links[0])
            .expect(409)
            .says("has been used or has run out");
        stranger().post(&links[0], &[("handle", "Eve")]).expect(409);

        let bea = stranger();
        bea.post(&links[1], &[("handle", "ADA"), ("language", "en")])
            .expect(422)
            .says("already called that")
            .says("value=\"ADA\"");
        bea.post(&links[1], &[("handle", "Bea"), ("language", "en")])
            .expect(200);
        bea.get("/circles")
            .expect(200)
            .says("Coordinating")
            .says("Care")
            .says("Host");
        clock.advance(60);
        assert_eq!(owners.clock.now(), NOON.plus_seconds(60));
    });
}

#[test]
fn six_questions_are_asked_unless_a_flag_answered() {
    let mut answers = Answers {
        zone: Some("Europe/Madrid".into()),
        ..Answers::default()
    };
    let mut settings = Settings::default();
    let mut typed = "Hill Street\nGroceries.\n Ten a week. \n\nhill.example\n".as_bytes();
    let mut out = Vec::new();
    ask(&mut answers, &mut settings, &mut typed, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert_eq!(out.lines().count(), 5, "{out}");
    assert!(
        out.starts_with("1 of 6.") && !out.contains("2 of 6."),
        "{out}"
    );
    assert_eq!(answers.name.as_deref(), Some("Hill Street"));
    assert_eq!(answers.limits.as_deref(), Some("Ten a week."));
    assert_eq!(answers.areas, None);
    let owners = Owners::of_the_machine();
    let said = init(&answers, &settings, &owners, &mut Vec::new())
        .unwrap_err()
        .to_string();
    assert!(
        said.contains("`public_url` should look like https://"),
        "{said}"
    );
}

#[test]
fn an_invitation_is_good_for_seven_days() {
    let clock = Arc::new(ManualClock::at(NOON));
    let (_place, settings, owners, said) = made(&Database::sqlite(), &clock);
    let house = holdfast::commands::open(&settings, &owners).unwrap();
    let served = holdfast::testing::Served::new(&house);
    let link = &links(&said)[0];
    clock.advance(7 * 86_400 - 1);
    Browser::new(&served.base, &house).get(link).expect(200);
    clock.advance(1);
    Browser::new(&served.base, &house)
        .get(link)
        .expect(409)
        .says("has run out");
}
