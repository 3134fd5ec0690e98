//! What the stories share.

use holdfast::testing::{Answer, Town};
use kernel::Standing;

/// Somebody proposes something to a circle; where it stands.
#[track_caller]
pub fn propose(town: &Town, who: &str, kind: &str, class: &str, title: &str) -> String {
    let circle = town.circle(kind).to_string();
    let fields = [
        ("circle", circle.as_str()),
        ("class", class),
        ("title", title),
        ("words", "From 15 March two of us answer, and we try it."),
        ("waits", "neighbours who call this Sunday"),
    ];
    let answer = town.as_person(who).post("/decisions", &fields).expect(303);
    answer.location().split('?').next().unwrap().to_owned()
}

/// From questions to the consent round.
#[track_caller]
pub fn to_the_round(town: &Town, who: &str, there: &str) {
    for _ in 0..2 {
        town.as_person(who)
            .post(&format!("{there}/on"), &[])
            .expect(303);
    }
}

/// Somebody says something of it.
pub fn says(town: &Town, who: &str, there: &str, kind: &str, words: &str) -> Answer {
    let fields = [("kind", kind), ("words", words)];
    town.as_person(who).post(&format!("{there}/say"), &fields)
}

/// They adopt it, to be looked at on a day.
pub fn adopt(town: &Town, who: &str, there: &str, review_on: &str) -> Answer {
    let fields = [("review_on", review_on)];
    town.as_person(who).post(&format!("{there}/adopt"), &fields)
}

/// Aid as it is in a story: these, all members who do not rest.
pub fn aid_is(town: &Town, more: &[&str]) -> Vec<String> {
    let network = town.house.network().id;
    for who in ["Luz", "Farid"] {
        let person = town.person(who);
        town.data(|conn| people::set_standing(conn, network, person, Standing::Member));
    }
    for who in more {
        town.add(who, Standing::Member, &["aid"]);
    }
    let aid = town.circle("aid");
    let all = town.data(|conn| Ok(people::members_of(conn, network, aid)?));
    all.into_iter()
        .map(|id| town.data(|conn| people::name_of(conn, &town.house.vault, network, id)))
        .collect()
}
