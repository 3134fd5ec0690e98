//! What the stories share.

use holdfast::testing::{Answer, Town};

/// The question of the stories.
pub const QUESTION: &str = "What does staying look like?";

/// Where an answer leads, without what it said.
#[track_caller]
pub fn there(answer: Answer) -> String {
    let answer = answer.expect(303);
    answer.location().split('?').next().unwrap().to_owned()
}

/// Chidi begins the gathering of 6 April, for Coordinating, and asks Rosa; she has said yes.
#[track_caller]
pub fn staying(town: &Town) -> String {
    let here = begins(town, "coordinating", "network");
    town.as_person("Rosa")
        .post(&format!("{here}/host"), &[("do", "yes")])
        .expect(303);
    here
}

/// Chidi begins it, and asks Rosa.
#[track_caller]
pub fn begins(town: &Town, kind: &str, open_to: &str) -> String {
    let circle = town.circle(kind).to_string();
    let fields = [
        ("of_circle", circle.as_str()),
        ("gathers", "gathering"),
        ("shape", "round"),
        ("question", QUESTION),
        ("second", "Rosa"),
        ("on_day", "2026-04-06"),
        ("at_time", "18:00"),
        ("for_whom", "whoever is tired"),
        ("spot", "Ferry Hall"),
        ("dial_in", "555 0188"),
        ("agreements", "One speaks.\nWhat is said here stays here."),
        ("open_to", open_to),
    ];
    there(town.as_person("Chidi").post("/gatherings", &fields))
}

/// People are invited, and on 6 April it takes place.
#[track_caller]
pub fn takes_place(town: &Town, here: &str) {
    town.as_person("Chidi")
        .post(&format!("{here}/invite"), &[])
        .expect(303);
    town.set_clock("2026-04-06 20:00");
    town.as_person("Chidi")
        .post(&format!("{here}/gathered"), &[])
        .expect(303);
}

/// Somebody writes a line.
pub fn writes(town: &Town, who: &str, here: &str, fields: &[(&str, &str)]) -> Answer {
    town.as_person(who).post(&format!("{here}/lines"), fields)
}

/// The id of the line that says this, as somebody who may change or answer it sees it.
#[track_caller]
pub fn line(town: &Town, who: &str, here: &str, words: &str) -> String {
    let page = town
        .as_person(who)
        .get(&format!("{here}/harvest"))
        .expect(200);
    let after = page
        .body
        .split_once(words)
        .unwrap_or_else(|| panic!("no {words} in\n{}", page.body))
        .1;
    after.split_once("/harvest-lines/").unwrap().1[..36].to_owned()
}

/// They share it a step further.
pub fn share(town: &Town, who: &str, here: &str, far: &str) -> Answer {
    town.as_person(who)
        .post(&format!("{here}/share"), &[("far", far)])
}
