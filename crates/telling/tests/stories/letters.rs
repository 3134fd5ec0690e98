//! What Yuki's letters are about, and how the stories of answers read them.

use super::tools::chooses;
use holdfast::testing::{Arrived, MailServer, Town};
use kernel::Standing;

/// What Bo gives Aid, which Yuki could step in for.
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
/// What Yuki gives Aid on Wednesdays, to be looked at on Monday.
pub const SOUP: &[(&str, &str)] = &[
    ("words", "Soup"),
    ("kind", "material"),
    ("every", "1"),
    ("day", "3"),
    ("clock", "18:00"),
    ("review_on", "2026-03-09"),
];
pub const YUKI: &str = "yuki@example.org";

/// Somebody gives Aid something, and Amara says yes; its address.
#[track_caller]
pub fn holds(town: &Town, who: &str, fields: &[(&str, &str)]) -> String {
    let to = format!("circle:{}", town.circle("aid"));
    let mut all = vec![("to", to.as_str())];
    all.extend_from_slice(fields);
    let made = town.as_person(who).post("/commitments/new", &all);
    let there = made
        .expect(303)
        .location()
        .split('?')
        .next()
        .unwrap()
        .to_owned();
    let amara = town.as_person("Amara");
    amara.post(&format!("{there}/accept"), &[]).expect(303);
    there
}

/// Yuki gets letters at seven and holds soup on Wednesdays.
#[track_caller]
pub fn yuki_gets_letters(town: &Town) -> String {
    chooses(&town.as_person("Yuki"), YUKI, "07", false);
    town.confirms_address("Yuki");
    holds(town, "Yuki", SOUP)
}

/// The letter of a day, at seven.
#[track_caller]
pub fn letter(town: &Town, mail: &MailServer, day: &str) -> Arrived {
    let before = mail.letters().len();
    town.until(&format!("{day} 07:00"));
    town.errands();
    let letters = mail.letters();
    assert_eq!(letters.len(), before + 1, "one letter on {day}");
    letters.last().unwrap().clone()
}

pub fn standing(town: &Town, who: &str) -> Standing {
    let person = town.person(who);
    let network = town.house.network().id;
    let found = town.data(|conn| Ok(people::standing_of(conn, network, person)?));
    found.unwrap()
}

/// Whether Yuki's soup of the 4th looks for somebody.
pub fn soup_is_open(town: &Town) -> bool {
    let rota = format!("/circles/{}/rota", town.circle("aid"));
    let page = town.as_person("Amara").get(&rota).expect(200);
    page.body.contains("href=\"/places/")
}

#[track_caller]
pub fn no_letter_back(town: &Town, mail: &MailServer) {
    let before = mail.letters().len();
    town.errands();
    assert_eq!(mail.letters().len(), before, "nothing is said of it");
}

/// Yuki could bring food, until the end of April.
#[track_caller]
pub fn yuki_could_bring_food(town: &Town) {
    let fields = [("kind", "food"), ("until", "2026-04-30")];
    town.as_person("Yuki").post("/offers", &fields).expect(303);
}

/// Bo runs groceries for Aid, and cannot on Friday 6 March; the address of what he gives.
#[track_caller]
pub fn bo_cannot_on_friday(town: &Town) -> String {
    let runs = holds(town, "Bo", RUNS);
    town.as_person("Bo")
        .post(&format!("{runs}/cant"), &[("day", "2026-03-06")])
        .expect(303);
    runs
}
