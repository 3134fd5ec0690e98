//! Resting, coming back, saying how much there is of one, and leaving (P20, N11).

use crate::{
    model::{Sim, text},
    seen::Id,
};

pub fn rest(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let mut fields: Vec<(&str, String)> = Vec::new();
    if sim.once_in(2) {
        let days = 3 + sim.below(60) as i32;
        fields.push(("until", sim.seen.today.plus(days).to_string()));
    }
    if sim.once_in(3)
        && let Some(other) = sim.a_member()
    {
        fields.push(("cover", sim.handle(other)));
        fields.push(("cover_words", "Saturdays".to_owned()));
        fields.push(("reach_me_if", "Anything burns".to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    // Two screens at most (N11).
    sim.get(person, "/rest");
    sim.does(person, "/me/rest", &fields)
}

fn somebody_resting(sim: &Sim) -> Option<Id> {
    let resting = sim.seen.people.iter().filter(|line| line.word == "resting");
    let resting: Vec<Id> = resting
        .map(|line| line.id())
        .filter(|id| sim.is_here(*id))
        .collect();
    sim.one_of(&resting).copied()
}

pub fn come_back(sim: &mut Sim) -> bool {
    let Some(person) = somebody_resting(sim).filter(|id| sim.is_now(*id, "resting")) else {
        return false;
    };
    // Until they say so, their Today asks for nothing.
    let page = sim.get(person, "/today");
    for asks in ["/places/", "/cant\"", "/accept\""] {
        if page.body.contains(asks) {
            sim.wrong
                .push(format!("somebody who rests is asked on Today: {asks}"));
        }
    }
    let done = sim.does(person, "/me/return", &[]);
    sim.get(person, "/rest/back");
    done
}

pub fn capacity(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let word = ["plenty", "some", "little", "none", ""][sim.below(5)];
    sim.does(person, "/rest/capacity", &[("word", word)])
}

/// About twice a year, three weeks before.
pub fn season(sim: &mut Sim) -> bool {
    if !sim.seen.seasons.is_empty() || !sim.once_in(4) {
        return false;
    }
    let circle = *sim.town.circle("coordinating").bytes();
    let stewards = sim.seen.holders(circle, "steward");
    let Some(steward) = sim.one_of(&stewards).copied().filter(|id| sim.is_here(*id)) else {
        return false;
    };
    let of = match sim.once_in(3) {
        true => text(circle),
        false => String::new(),
    };
    let from = sim.seen.today.plus(22).to_string();
    let to = sim
        .seen
        .today
        .plus(22 + 6 + sim.below(9) as i32)
        .to_string();
    let fields = [("circle", of.as_str()), ("from", &from), ("to", &to)];
    sim.get(steward, "/rest-seasons");
    sim.does(steward, "/rest-seasons", &fields)
}

/// No reason, no permission, two screens, at once.
pub fn leave(sim: &mut Sim) -> bool {
    let anybody: Vec<Id> = sim.seen.people.iter().map(|line| line.id()).collect();
    let Some(person) = sim.one_of(&anybody).copied().filter(|id| sim.is_here(*id)) else {
        return false;
    };
    if sim.here() < 150 {
        return false;
    }
    sim.get(person, "/me/leave");
    let done = sim.does(person, "/me/leave", &[]);
    if done {
        sim.goes(person);
    }
    done
}

pub fn comes(sim: &mut Sim) -> bool {
    sim.comes();
    true
}
