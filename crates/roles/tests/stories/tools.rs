//! What the stories share.

use holdfast::testing::{Answer, Town};
use std::collections::BTreeMap;

/// The address of a role of a kind of circle, by its name there.
#[track_caller]
pub fn role(town: &Town, kind: &str, name: &str) -> String {
    let page = town
        .as_person("Chidi")
        .get(&format!("/circles/{}/roles", town.circle(kind)))
        .expect(200);
    let before = page.body.split(&format!("\">{name}</a></h3>")).next();
    let id = before.and_then(|before| before.rsplit("href=\"/roles/").next());
    let id = id.expect("a role");
    assert_eq!(id.len(), 36, "no role {name} in {}", page.body);
    format!("/roles/{id}")
}

/// Whoever looks after a circle writes a role down; its address.
#[track_caller]
pub fn new_role(town: &Town, who: &str, kind: &str, fields: &[(&str, &str)]) -> String {
    let mut all: BTreeMap<&str, &str> = BTreeMap::from([
        ("name", "facilitation"),
        (
            "purpose",
            "Opens the meeting, and sees that everybody is heard.",
        ),
        ("months", "6"),
        ("most_running", "2"),
        ("shadow", "yes"),
    ]);
    all.extend(fields.iter().copied());
    let all: Vec<(&str, &str)> = all.into_iter().collect();
    let path = format!("/circles/{}/roles/new", town.circle(kind));
    let made = town.as_person(who).post(&path, &all).expect(303);
    let to = made.location().split('?').next();
    to.expect("a role").to_owned()
}

/// Whoever looks after a circle writes down what was decided aloud.
#[track_caller]
pub fn writes_down(
    town: &Town,
    who: &str,
    kind: &str,
    (whom, role): (&str, &str),
    until: &str,
) -> Answer {
    let path = format!("/circles/{}/roles", town.circle(kind));
    let person = town.person(whom).to_string();
    let role = role.trim_start_matches("/roles/");
    let fields = [("person", &*person), ("role", role), ("until", until)];
    town.as_person(who).post(&path, &fields)
}

/// Somebody begins to choose; the address of the choosing.
#[track_caller]
pub fn opens(town: &Town, who: &str, role: &str, fields: &[(&str, &str)]) -> String {
    let opened = town
        .as_person(who)
        .post(&format!("{role}/choose"), fields)
        .expect(303);
    opened.location().to_owned()
}

/// Somebody does something in a choosing.
#[track_caller]
pub fn does(town: &Town, who: &str, choosing: &str, what: &str, fields: &[(&str, &str)]) -> Answer {
    town.as_person(who)
        .post(&format!("{choosing}/{what}"), fields)
}

/// These are in this kind of circle as well.
#[track_caller]
pub fn come_to(town: &Town, kind: &str, people: &[&str]) {
    let network = town.house.network().id;
    for handle in people {
        let (circle, person) = (town.circle(kind), town.person(handle));
        let today = kernel::Day::parse("2026-03-02").expect("a day");
        town.data(|conn| people::add_to_circle(conn, network, circle, person, today));
    }
}

/// Farid is a member by now.
#[track_caller]
pub fn farid_is_a_member(town: &Town) {
    town.two_ways_in("Farid");
    let farid = town.person("Farid");
    town.data(|conn| people::become_member(conn, &town.house, farid));
}

/// How many rows a table has.
#[track_caller]
pub fn count(town: &Town, table: &str) -> i64 {
    use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::BigInt};
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    let sql = format!("select count(*) as n from {table}");
    town.data(|conn| Ok(sql_query(&sql).get_result::<Count>(conn)?.n))
}
