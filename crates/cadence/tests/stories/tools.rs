//! What the stories share.

use holdfast::testing::{Answer, Browser, Town};

/// What the form of Aid distro says: every Saturday at ten at SBK, until 30 May.
pub const DISTRO: &[(&str, &str)] = &[
    ("name", "Aid distro"),
    ("place", "SBK"),
    ("first", "2026-02-28"),
    ("time", "10:00"),
    ("minutes", "120"),
    ("often", "weekly"),
    ("season", "2026-05-30"),
    ("minimum", "Two people and a table."),
    ("find_us", "Blue door at the back."),
];

/// The same with other fields.
pub fn distro_with(other: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let kept = DISTRO
        .iter()
        .filter(|(name, _)| !other.iter().any(|(changed, _)| changed == name));
    kept.chain(other).copied().collect()
}

/// Somebody of Aid begins something; the answer.
pub fn begins(town: &Town, who: &str, fields: &[(&str, &str)]) -> Answer {
    let aid = town.circle("aid").to_string();
    let mut all = vec![("circle", aid.as_str())];
    all.extend(fields);
    town.as_person(who).post("/practices/new", &all)
}

/// Aid distro, begun by Amara: the address of its page.
#[track_caller]
pub fn distro(town: &Town) -> String {
    page_of(&begins(town, "Amara", DISTRO).expect(303))
}

/// The page an answer leads to.
pub fn page_of(answer: &Answer) -> String {
    let to = answer.location();
    to.split('?').next().unwrap_or_default().to_owned()
}

/// Chidi, who is of Aid here too.
pub fn chidi(town: &Town) -> Browser {
    let (chidi, aid) = (town.person("Chidi"), town.circle("aid"));
    let network = town.house.network();
    let today = network.zone.day_of(town.house.now());
    town.data(|conn| people::add_to_circle(conn, network.id, aid, chidi, today));
    town.as_person("Chidi")
}

/// Somebody says that the circle met on a day, and when it meets next.
#[track_caller]
pub fn held(who: &Browser, page: &str, on: &str, next: &str) {
    who.post(&format!("{page}/held"), &[("on", on), ("next", next)])
        .expect(303);
}
