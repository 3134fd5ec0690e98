//! Slow rounds (P16).

use crate::{
    model::{Sim, all_between, text},
    seen::Id,
};

/// Somebody asks one of their circles.
pub fn ask(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let circles: Vec<Id> = sim.seen.circles_of(person).into_iter().collect();
    let Some(circle) = sim.one_of(&circles).copied() else {
        return false;
    };
    let closes = sim.seen.today.plus(1 + sim.below(12) as i32);
    let fields = [
        ("circle", text(circle)),
        ("question", "What makes you stay?".to_owned()),
        ("closes_at", format!("{closes}T18:00")),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    sim.does(person, "/rounds", &fields)
}

/// Somebody gives into one, passes, takes theirs back, or says back what they heard.
pub fn give(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let page = sim.get(person, "/rounds");
    let mut all = all_between(&page.body, "href=\"/rounds/", "\"");
    all.retain(|id| id.len() == 36);
    let Some(id) = sim.one_of(&all).cloned() else {
        return false;
    };
    let there = format!("/rounds/{id}");
    let page = sim.get(person, &there);
    let entries = all_between(&page.body, "action=\"/entries/", "/heard\"");
    if let Some(entry) = sim.one_of(&entries).cloned() {
        let heard = [("heard", "That you stay.")];
        return sim.does(person, &format!("/entries/{entry}/heard"), &heard);
    }
    let yes = all_between(&page.body, "action=\"/reflections/", "/yes\"");
    if let Some(heard) = sim.one_of(&yes).cloned() {
        return sim.does(person, &format!("/reflections/{heard}/yes"), &[]);
    }
    match sim.below(6) {
        0 => sim.does(person, &format!("{there}/pass"), &[]),
        1 => sim.does(person, &format!("{there}/take-back"), &[]),
        _ => sim.does(person, &format!("{there}/give"), &[("words", "The soup.")]),
    }
}
