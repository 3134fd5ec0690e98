//! Fills an empty data folder for `bin/bench`: so many members, so many asks in all their stages,
//! made through the same rules as by hand. Prints the session of a member, that of the shift with its
//! form token, and one open ask.
#![forbid(unsafe_code)]

use asks::{
    NewAsk,
    play::{Doer, Step, play},
    record,
    rules::{AskId, Consent, Kind, Word},
};
use clap::Parser;
use diesel::Connection;
use holdfast::{HouseParts, Trouble, build, demo, folder::Folder, owners::Owners, practices};
use kernel::{Chance, PersonId, Role, SeededChance, Standing};
use people::NewPerson;
use std::path::PathBuf;
use store::{AnyConnection, Stop};
use telling::Ways;
use web::{House, Settings};

/// What to make.
#[derive(Parser)]
struct Words {
    /// A new folder
    #[arg(long)]
    data: PathBuf,
    /// How many members
    #[arg(long, default_value_t = 1000)]
    members: usize,
    /// How many asks
    #[arg(long, default_value_t = 10_000)]
    asks: usize,
    /// How many members' sessions with their form tokens to print, for rounds
    #[arg(long, default_value_t = 0)]
    keepers: usize,
    /// postgres://…, else SQLite in the folder
    #[arg(long)]
    database_url: Option<String>,
}

fn main() -> Result<(), Trouble> {
    let words = Words::parse();
    let owners = Owners::of_the_machine();
    let folder = Folder::at(&words.data);
    folder.make()?;
    let house = build(HouseParts {
        database: folder.database_url(words.database_url.as_deref()),
        keyring: folder.keyring(),
        clock: owners.clock.clone(),
        chance: owners.chance.clone(),
        settings: Settings::default(),
        practices: practices(Ways::default()),
    })?;
    let (member, shift, ask, keepers) = house.db.alone(|conn| {
        conn.transaction(|conn| {
            demo::rivermouth(conn, &house)?;
            let members = members(conn, &house, words.members)?;
            let ask = asks(conn, &house, &members, words.asks)?;
            promises(conn, &house, &members)?;
            let me = members.first().copied().ok_or(Stop::NotThere)?;
            let held = (house.network().aid, me, Role::Shift);
            people::hold_until(conn, &house, held, house.now(), house.now().plus_hours(12))?;
            let shift = people::open_session(conn, &house, me, house.now())?;
            let other = members.last().copied().ok_or(Stop::NotThere)?;
            let member = people::open_session(conn, &house, other, house.now())?;
            let mut keepers = Vec::new();
            for person in members.iter().take(words.keepers) {
                keepers.push(people::open_session(conn, &house, *person, house.now())?);
            }
            Ok((member, shift, ask, keepers))
        })
    })?;
    house.db.settle()?;
    println!("member={member}");
    println!("shift={shift}");
    println!("csrf={}", people::form_token(&house, &shift)?);
    println!("ask={ask}");
    let mut printed = Vec::new();
    for session in keepers {
        let token = people::form_token(&house, &session)?;
        printed.push(format!("{session}:{token}"));
    }
    println!("keepers={}", printed.join(","));
    Ok(())
}

fn members(conn: &mut AnyConnection, house: &House, many: usize) -> Result<Vec<PersonId>, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    (0..many.max(2))
        .map(|n| {
            let new = NewPerson {
                handle: &format!("member {n}"),
                standing: Standing::Member,
                lang: None,
            };
            let person = people::add_person(conn, house, &new, today)?;
            people::add_to_circle(conn, network.id, network.aid, person, today)?;
            Ok(person)
        })
        .collect()
}

/// What they promised Aid, a season of renewal, a decision, and who is whose buddy; some rest.
fn promises(conn: &mut AnyConnection, house: &House, members: &[PersonId]) -> Result<(), Stop> {
    let network = house.network();
    let now = house.now();
    let today = network.zone.day_of(now);
    for (n, person) in members.iter().enumerate() {
        let start = today.date().at(10, 0, 0, 0);
        let weekly = rhythm::Recurrence::new("FREQ=WEEKLY;BYDAY=SA", start).ok();
        for (words, when) in [("Grocery run", weekly), ("The shelves", None)] {
            let given = commitments::play::Given {
                from: *person,
                to: network.aid,
                words,
                kind: commitments::rules::Kind::ShowUp,
                fits: None,
                when,
                start: today,
                review_on: Some(today.plus(30 + (n % 60) as i32)),
            };
            commitments::play::give(conn, house, given)?;
        }
        if n % 20 == 7 {
            people::set_standing(conn, network.id, *person, Standing::Resting)?;
        }
    }
    for pair in members.chunks_exact(2) {
        pods::play::make_buddies(conn, house, pair[0], pair[1], today.plus(200))?;
    }
    renewal::play::season(conn, house, (today, today.plus(21)), None)?;
    let what = decisions::play::Proposed {
        circle: network.aid,
        author: members[0],
        class: decisions::rules::Class::Shared,
        title: "Open the phone line on Sundays",
        words: "Two of us answer every second Sunday.",
        waits: None,
        bears: None,
        gives: None,
    };
    decisions::play::proposed(conn, house, &what, now)?;
    Ok(())
}

const AREAS: [&str; 4] = ["North side", "East side", "River flats", "Old town"];
const BOARD: [&str; 5] = [
    "Food for 3, by the end of the week, no car here",
    "A lift to the clinic in the morning and home again",
    "Somebody to read a letter with, an hour or so",
    "Nappies size 1 and a warm blanket for a small room",
    "An evening of company now and then, dominoes perhaps",
];

/// Six of ten asks stand open, the others at every other stage. Returns the first in the queue.
fn asks(
    conn: &mut AnyConnection,
    house: &House,
    members: &[PersonId],
    many: usize,
) -> Result<AskId, Stop> {
    let chance = SeededChance::new(20_260_310);
    let network = house.network();
    let now = house.now();
    let today = network.zone.day_of(now);
    let shift = Doer {
        person: members[0],
        on_shift: true,
    };
    let mut first = None;
    for n in 0..many {
        let came = now.plus_seconds(-(chance.below(13 * 86_400) as i64));
        let new = NewAsk {
            words: format!(
                "Ask number {n}: food for three until Friday, I cannot leave the house."
            ),
            contact: Some(format!("555 {n:04}, ring twice")),
            place: Some(format!("{n} Alder St, side door")),
            by_when: (n % 2 == 0).then(|| today.plus(chance.below(30) as i32)),
            area: AREAS[chance.below(AREAS.len())].to_owned(),
            kind: Some(Kind::ALL[chance.below(Kind::ALL.len())]),
            heard: Some(Consent {
                share_words: true,
                ..Consent::default()
            }),
            ..NewAsk::default()
        };
        let ask = record(conn, house, new, came)?;
        if n % 10 == 9 {
            continue;
        }
        play(
            conn,
            house,
            ask,
            &shift,
            came,
            &Step::Publish(BOARD[n % BOARD.len()]),
        )?;
        if n % 10 < 6 {
            first.get_or_insert(ask);
            continue;
        }
        let goes = Doer {
            person: members[1 + chance.below(members.len() - 1)],
            on_shift: false,
        };
        play(conn, house, ask, &goes, now, &Step::Claim)?;
        if n % 10 > 6 {
            play(
                conn,
                house,
                ask,
                &goes,
                now,
                &Step::Plan("Friday after four"),
            )?;
        }
        if n % 10 == 8 {
            play(conn, house, ask, &goes, now, &Step::Done)?;
            play(
                conn,
                house,
                ask,
                &shift,
                now,
                &Step::Word(Word::Helped, None),
            )?;
        }
    }
    first.ok_or(Stop::NotThere)
}
