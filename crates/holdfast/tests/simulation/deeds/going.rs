//! Stepping back, taking on, handing over for somebody who cannot, and seasons of renewal (P4, P5).

use crate::{
    model::{Sim, all_between, text},
    seen::{Id, Line, NONE},
};

/// So many stay, so that the town stays a town.
const STAY: usize = 150;

fn of_standing(sim: &Sim, word: &str) -> Vec<Id> {
    let those = sim.seen.people.iter().filter(|line| line.word == word);
    those
        .map(|line| line.id())
        .filter(|id| sim.is_here(*id))
        .collect()
}

/// Somebody who gives something, or anybody.
fn somebody_who_holds(sim: &Sim) -> Option<Id> {
    let members = of_standing(sim, "member");
    let given = sim.seen.commitments.iter();
    let givers = given.map(Line::of).filter(|id| members.contains(id));
    let givers: Vec<Id> = givers.collect();
    match sim.once_in(2) {
        true => sim.one_of(&givers).copied(),
        false => sim.one_of(&members).copied(),
    }
}

/// A plan for everything one holds; half of it is somebody's, if they say yes.
pub fn step_back(sim: &mut Sim) -> bool {
    let Some(person) = somebody_who_holds(sim).filter(|_| sim.here() > STAY) else {
        return false;
    };
    let page = sim.get(person, "/stepping-back");
    let mut fields: Vec<(String, String)> = Vec::new();
    for id in all_between(&page.body, " name=\"how:", "\"") {
        let can = page.body.contains(&format!("name=\"to:{id}\""));
        if let (true, true, Some(other)) = (can, sim.once_in(2), sim.a_member()) {
            fields.push((format!("how:{id}"), "successor".to_owned()));
            fields.push((format!("to:{id}"), sim.handle(other)));
        }
    }
    let target = sim.seen.today.plus(sim.below(20) as i32);
    fields.push(("target".to_owned(), target.to_string()));
    if sim.once_in(5) {
        fields.push(("going".to_owned(), "leave".to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    sim.does(person, "/stepping-back", &fields)
}

/// Whoever was named says yes, or not.
pub fn take_on(sim: &mut Sim) -> bool {
    let asked = sim.seen.things.iter();
    let asked: Vec<(Id, Id)> = asked
        .filter(|line| line.word == "asked" && line.one == NONE)
        .map(|line| (line.id(), line.to()))
        .filter(|(_, person)| sim.is_here(*person))
        .collect();
    let Some((thing, person)) = sim.one_of(&asked).copied() else {
        return false;
    };
    let there = format!("/stepping-back/asked/{}", text(thing));
    sim.get(person, &there);
    let says = if sim.once_in(4) { "no" } else { "yes" };
    sim.does(person, &format!("{there}/{says}"), &[])
}

/// Whoever hands over has done it, or stays after all.
pub fn hand_over(sim: &mut Sim) -> bool {
    let going = of_standing(sim, "stepping_back");
    let Some(person) = sim.one_of(&going).copied() else {
        return false;
    };
    sim.get(person, "/stepping-back");
    let what = if sim.once_in(4) { "stay" } else { "done" };
    sim.does(person, &format!("/stepping-back/{what}"), &[])
}

/// Everything back, from this minute.
pub fn all_back(sim: &mut Sim) -> bool {
    match sim.a_member() {
        Some(person) => sim.does(person, "/stepping-back/all-back", &[]),
        None => false,
    }
}

/// Two stewards hand over for somebody who cannot.
pub fn emergency(sim: &mut Sim) -> bool {
    let Some(about) = sim.a_member() else {
        return false;
    };
    let mut stewards: Vec<Id> = sim
        .circles
        .clone()
        .iter()
        .flat_map(|circle| sim.seen.holders(*circle.bytes(), "steward"))
        .filter(|id| *id != about && sim.is_here(*id))
        .filter(|id| sim.seen.standing(*id) == Some("member"))
        .collect();
    stewards.sort();
    stewards.dedup();
    let (Some(one), Some(two)) = (stewards.first().copied(), stewards.last().copied()) else {
        return false;
    };
    if one == two {
        return false;
    }
    for steward in [one, two] {
        sim.come_in_anew(steward);
    }
    let name = sim.handle(about);
    if !sim.does(one, "/emergency", &[("name", &name)]) {
        return false;
    }
    let page = sim.get(two, "/emergency");
    let acts = all_between(&page.body, "action=\"/emergency/", "/yes");
    let done = acts
        .first()
        .is_some_and(|act| sim.does(two, &format!("/emergency/{act}/yes"), &[]));
    // What was on their phone opens no door any more.
    sim.come_in_anew(about);
    done
}

/// Whoever is quiet says one word.
pub fn back(sim: &mut Sim) -> bool {
    let quiet = of_standing(sim, "dormant");
    let mut back = false;
    for _ in 0..3 {
        let person = sim.one_of(&quiet).copied();
        if let Some(person) = person.filter(|id| sim.is_now(*id, "dormant")) {
            let page = sim.get(person, "/today");
            for asks in ["/places/", "/cant\"", "/accept\""] {
                if page.body.contains(asks) {
                    sim.wrong
                        .push(format!("somebody who is quiet is asked on Today: {asks}"));
                }
            }
            back = sim.does(person, "/me/return", &[]) || back;
        }
    }
    back
}

/// Twice a year, or so.
pub fn season(sim: &mut Sim) -> bool {
    let circle = *sim.town.circle("coordinating").bytes();
    let stewards = sim.seen.holders(circle, "steward");
    let Some(steward) = sim.one_of(&stewards).copied().filter(|id| sim.is_here(*id)) else {
        return false;
    };
    let opens = sim.seen.today.plus(1).to_string();
    let closes = sim.seen.today.plus(23).to_string();
    let fields = [("opens_on", opens.as_str()), ("closes_on", closes.as_str())];
    sim.get(steward, "/renewal");
    sim.does(steward, "/renewal", &fields)
}

/// While a season is open some of the town choose.
pub fn choose(sim: &mut Sim) -> bool {
    let open = sim.seen.renewals.iter().find(|line| line.word == "open");
    let Some(season) = open.map(|line| text(line.id())) else {
        return false;
    };
    let mut done = false;
    for _ in 0..25 {
        if let Some(person) = sim.a_member() {
            let word = match sim.below(20) {
                0 => "change",
                1 => "ease",
                2 => "rest",
                _ => "stay",
            };
            let fields = [("word", word), ("note", "as it is")];
            done = sim.does(person, &format!("/renewal/{season}/choose"), &fields) || done;
        }
    }
    done
}
