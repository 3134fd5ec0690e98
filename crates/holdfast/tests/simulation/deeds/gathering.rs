//! What people gather around, and what becomes of what was heard (P22, P23).

use crate::{
    model::{Sim, all_between, text},
    seen::{Id, Line, NOBODY},
};

/// A gathering in one of these stages, by chance: where it stands, and those in its seats who are here.
fn one(sim: &Sim, stages: &[&str]) -> Option<(String, Vec<Id>)> {
    let all = sim.seen.gatherings.iter();
    let those: Vec<&Line> = all
        .filter(|line| stages.contains(&line.word.as_str()))
        .collect();
    let line = sim.one_of(&those)?;
    let mut seats = vec![line.of(), line.to()];
    seats.retain(|id| *id != NOBODY && sim.is_here(*id));
    Some((format!("/gatherings/{}", text(line.id())), seats))
}

/// The same, and one of those who hold it, who looks at its page first.
fn held(sim: &mut Sim, stages: &[&str]) -> Option<(Id, String)> {
    let (there, seats) = one(sim, stages)?;
    let host = sim.one_of(&seats).copied()?;
    sim.get(host, &there);
    Some((host, there))
}

pub fn open(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let circles: Vec<Id> = sim.seen.circles_of(person).into_iter().collect();
    let (Some(circle), Some(other)) = (sim.one_of(&circles).copied(), sim.a_member()) else {
        return false;
    };
    let (circle, other) = (text(circle), sim.handle(other));
    let day = sim.seen.today.plus(1 + sim.below(9) as i32);
    let kind = ["gathering", "gathering", "campaign", "learning"][sim.below(4)];
    let (on, ends) = (
        day.to_string(),
        day.plus(20 + sim.below(60) as i32).to_string(),
    );
    let wide = ["circle", "network", "public"][sim.below(3)];
    let fields = [
        ("of_circle", circle.as_str()),
        ("gathers", kind),
        ("question", "Who is tired?"),
        ("second", &other),
        ("on_day", &on),
        ("at_time", "08:00"),
        ("ends", &ends),
        ("open_to", wide),
    ];
    sim.get(person, "/gatherings/new");
    sim.does(person, "/gatherings", &fields)
}

/// Those who are asked say yes, and people are invited.
pub fn hold(sim: &mut Sim) -> bool {
    let Some((there, seats)) = one(sim, &["seeded"]) else {
        return false;
    };
    for person in &seats {
        sim.get(*person, &there);
        let yes = if sim.once_in(8) { "no" } else { "yes" };
        sim.does(*person, &format!("{there}/host"), &[("do", yes)]);
    }
    let invite = format!("{there}/invite");
    seats.iter().any(|person| sim.does(*person, &invite, &[]))
}

pub fn need(sim: &mut Sim) -> bool {
    let Some((there, mut who)) = one(sim, &["invited"]) else {
        return false;
    };
    // Whoever is invited; those who hold it need things too.
    who.extend(sim.a_member());
    let needs = [("need", "A ride home")];
    let there = format!("{there}/needs");
    who.iter()
        .rev()
        .any(|person| sim.does(*person, &there, &needs))
}

/// It takes place, and what was heard is written and goes back to the room.
pub fn harvest(sim: &mut Sim) -> bool {
    let Some((host, there)) = held(sim, &["invited", "gathered", "harvest_draft"]) else {
        return false;
    };
    sim.does(host, &format!("{there}/gathered"), &[]);
    for part in ["heard", "stays", "question_on"] {
        let line = [("part", part), ("line", "Some of us.")];
        sim.does(host, &format!("{there}/lines"), &line);
    }
    sim.does(host, &format!("{there}/room"), &[])
}

/// Somebody is quoted, and says yes to these words, or takes them out.
pub fn quote(sim: &mut Sim) -> bool {
    let stages = ["gathered", "harvest_draft", "back_to_room"];
    let (Some((host, there)), Some(person)) = (held(sim, &stages), sim.a_member()) else {
        return false;
    };
    let whose = sim.handle(person);
    let line = [("part", "quote"), ("line", "I am."), ("whose", &whose)];
    if !sim.does(host, &format!("{there}/lines"), &line) {
        return false;
    }
    let page = sim.get(person, "/today");
    let asked = all_between(&page.body, "href=\"/words-of-mine/", "\"");
    let Some(id) = sim.one_of(&asked).cloned() else {
        return false;
    };
    sim.get(person, &format!("/words-of-mine/{id}"));
    let what = if sim.once_in(4) { "take-out" } else { "yes" };
    sim.does(person, &format!("/harvest-lines/{id}/{what}"), &[])
}

/// It goes a step further by the word of those who hold it.
pub fn share(sim: &mut Sim) -> bool {
    let Some((there, seats)) = one(sim, &["back_to_room", "shared"]) else {
        return false;
    };
    let far = ["circle", "network", "public"][sim.below(3)];
    let mut done = false;
    for person in seats {
        sim.get(person, &format!("{there}/harvest"));
        done |= sim.does(person, &format!("{there}/share"), &[("far", far)]);
    }
    done
}

/// It ends with thanks.
pub fn close(sim: &mut Sim) -> bool {
    let Some((host, there)) = held(sim, &["invited", "shared"]) else {
        return false;
    };
    sim.does(host, &format!("{there}/end"), &[("do", "close")])
}
