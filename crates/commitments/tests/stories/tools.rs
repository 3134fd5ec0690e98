//! What the stories share.

use holdfast::testing::{Answer, Browser, Town};
use kernel::Day;

/// What Bo offers Aid: two grocery runs a week.
pub const RUNS: &[(&str, &str)] = &[
    ("words", "Grocery run, North side"),
    ("kind", "material"),
    ("fits", "food"),
    ("every", "1"),
    ("day", "2"),
    ("day", "5"),
    ("clock", "17:00"),
    ("review_on", "2026-05-31"),
];

/// Somebody offers a circle something; its address.
#[track_caller]
pub fn offers(town: &Town, who: &str, circle: &str, fields: &[(&str, &str)]) -> String {
    let to = format!("circle:{}", town.circle(circle));
    let mut all = vec![("to", to.as_str())];
    all.extend_from_slice(fields);
    let answer = town
        .as_person(who)
        .post("/commitments/new", &all)
        .expect(303);
    answer.location().split('?').next().unwrap().to_owned()
}

/// The same, and whoever looks after the circle says yes.
#[track_caller]
pub fn holds(
    town: &Town,
    who: &str,
    (circle, steward): (&str, &str),
    fields: &[(&str, &str)],
) -> String {
    let there = offers(town, who, circle, fields);
    deed(&town.as_person(steward), &there, "accept", &[]).expect(303);
    there
}

/// A deed on a commitment's page.
#[track_caller]
pub fn deed(by: &Browser, there: &str, what: &str, fields: &[(&str, &str)]) -> Answer {
    by.post(&format!("{there}/{what}"), fields)
}

/// A circle's rota.
#[track_caller]
pub fn rota(town: &Town, who: &str, circle: &str) -> Answer {
    let there = format!("/circles/{}/rota", town.circle(circle));
    town.as_person(who).get(&there).expect(200)
}

/// Somebody offers something of a kind, so that they are asked for what fits.
#[track_caller]
pub fn offer_of(town: &Town, who: &str, kind: &str) {
    let fields = [("kind", kind), ("until", "2026-04-30")];
    town.as_person(who).post("/offers", &fields).expect(303);
}

/// Somebody's buddy.
pub fn buddies(town: &Town, who: &str, buddy: &str, since: &str) {
    let (who, buddy) = (town.person(who), town.person(buddy));
    let since = Day::parse(since).unwrap();
    town.data(|conn| joining::new_path(conn, &town.house, (who, None, Some(buddy)), since));
}
