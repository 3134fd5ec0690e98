//! What Rivermouth gathers around: an evening that comes, one whose harvest was shared, and a season of CHOIR
//! conversations. Nobody here is real.

use super::Rivermouth;
use gatherings::{
    play::{Held, choir, gathering, shared},
    rules::Wide,
};
use kernel::Day;
use store::{AnyConnection, Stop};
use web::House;

/// The run of show of a round.
const ROUND: [(i32, &str); 7] = [
    (5, "Land: soup, names"),
    (5, "How we are with one another, read aloud"),
    (30, "A round on the question; passing is fine"),
    (5, "Silence"),
    (25, "A second round: what moved in me?"),
    (10, "What may be written down, and what stays here"),
    (10, "Close: next date, who holds it, who writes"),
];

/// The CHOIR evening: ninety minutes.
const CHOIR: [(i32, &str); 8] = [
    (8, "Land"),
    (7, "Why we're here, and how we are with one another"),
    (15, "Check-in round"),
    (5, "The question, and silence"),
    (24, "Threes"),
    (18, "Everybody: what shifted?"),
    (5, "One quiet commitment each, kept or shared"),
    (8, "Next month's question, and who holds it"),
];

/// An evening in February whose harvest was shared, one that comes, and six Mondays from April on.
pub fn gatherings(conn: &mut AnyConnection, house: &House, town: &Rivermouth) -> Result<(), Stop> {
    let day = |month, day| Day::new(2026, month, day).ok_or(Stop::NotThere);
    let coordinating = town.circle("coordinating")?;
    let hosts = |one: &str, other: &str| Ok::<_, Stop>([town.person(one)?, town.person(other)?]);
    let agreements =
        "One speaks, the others listen.\nPassing is fine.\nWhat is said here stays here.";
    let before = Held {
        circle: coordinating,
        hosts: hosts("Noor", "Sam")?,
        question: "What do we carry alone?",
        for_whom: "whoever carries something",
        agreements,
        place: "Ferry Hall",
        day: day(2, 23)?,
        minute: 18 * 60,
        program: &ROUND,
        heard: &[
            "The line is heavier at night than by day.",
            "Being thanked by name helps less than being relieved on time.",
        ],
    };
    let id = gathering(conn, house, &before)?;
    shared(conn, house, id, Wide::Network)?;
    let comes = Held {
        hosts: hosts("Chidi", "Rosa")?,
        question: "What does staying look like?",
        for_whom: "whoever is tired, and whoever is new",
        day: day(3, 16)?,
        heard: &[],
        ..before
    };
    gathering(conn, house, &comes)?;
    let first = (day(4, 6)?, 18 * 60, 6);
    choir(conn, house, coordinating, first, ("555 0188", &CHOIR))?;
    Ok(())
}
