//! Buddies and pods (P3).

use crate::{
    model::{Sim, all_between, text},
    seen::{Id, Line},
};

pub fn ask(sim: &mut Sim) -> bool {
    let (Some(person), Some(other)) = (sim.a_member(), sim.a_member()) else {
        return false;
    };
    let name = sim.handle(other);
    sim.does(person, "/pods/buddies", &[("handle", &name)])
}

/// On the page of whoever is one of a pair: what can be said of it.
fn of_a_pair(sim: &mut Sim, stages: &[&str], asked: bool, what: &str) -> bool {
    let pairs = sim
        .seen
        .buddies
        .iter()
        .filter(|line| stages.contains(&line.word.as_str()));
    let whom: Vec<Id> = pairs.map(if asked { Line::to } else { Line::of }).collect();
    let Some(person) = sim.one_of(&whom).copied().filter(|id| sim.is_here(*id)) else {
        return false;
    };
    on_their_page(sim, person, what)
}

fn on_their_page(sim: &mut Sim, person: Id, what: &str) -> bool {
    let page = sim.get(person, "/pods");
    let pairs = all_between(&page.body, "action=\"/pods/buddies/", &format!("/{what}\""));
    let Some(pair) = sim
        .one_of(&pairs)
        .map(|one| one[one.len() - 36..].to_owned())
    else {
        return false;
    };
    sim.does(person, &format!("/pods/buddies/{pair}/{what}"), &[])
}

pub fn yes(sim: &mut Sim) -> bool {
    let what = if sim.once_in(6) { "not-now" } else { "yes" };
    of_a_pair(sim, &["asked"], true, what)
}

/// One of two whose last day is near says "go on"; the other may, another day.
pub fn go_on(sim: &mut Sim) -> bool {
    let near = i64::from(sim.seen.today.0) + 14;
    let pairs = sim.seen.buddies.iter();
    let pairs = pairs.filter(|line| line.word == "together" && line.one <= near);
    let people: Vec<Id> = pairs.flat_map(|line| [line.of(), line.to()]).collect();
    match sim.one_of(&people).copied().filter(|id| sim.is_here(*id)) {
        Some(person) => on_their_page(sim, person, "go-on"),
        None => false,
    }
}

pub fn end(sim: &mut Sim) -> bool {
    of_a_pair(sim, &["together"], false, "end")
}

pub fn wish(sim: &mut Sim) -> bool {
    let (Some(person), Some(other)) = (sim.a_member(), sim.a_member()) else {
        return false;
    };
    let not_with = if sim.once_in(4) {
        sim.handle(other)
    } else {
        String::new()
    };
    sim.does(person, "/pods/wish", &[("not_with", &not_with)])
}

pub fn name(sim: &mut Sim) -> bool {
    let care = *sim.town.circle("care").bytes();
    let stewards = sim.seen.holders(care, "steward");
    let Some(steward) = sim.one_of(&stewards).copied().filter(|id| sim.is_here(*id)) else {
        return false;
    };
    let Some(whom) = sim.a_member() else {
        return false;
    };
    let until = sim.seen.today.plus(120).to_string();
    let name = sim.handle(whom);
    let done = sim.does(
        steward,
        "/pods/matcher",
        &[("handle", &name), ("until", &until)],
    );
    if done {
        sim.matcher = Some(whom);
    }
    done
}

pub fn group(sim: &mut Sim) -> bool {
    let Some(matcher) = sim.matcher.filter(|id| sim.is_here(*id)) else {
        return false;
    };
    let page = sim.get(matcher, "/pods/matching");
    let mut people = all_between(&page.body, "name=\"person\" value=\"", "\"");
    let many = 3 + sim.below(3);
    if people.len() < many {
        return false;
    }
    while people.len() > many {
        people.remove(sim.below(people.len()));
    }
    let fields: Vec<(&str, &str)> = people.iter().map(|id| ("person", id.as_str())).collect();
    sim.does(matcher, "/pods/matching", &fields)
}

/// Somebody of a pod in this stage who has said nothing yet, and its page.
fn seated(sim: &Sim, stages: &[&str]) -> Option<(Id, String)> {
    let pods = sim
        .seen
        .pods
        .iter()
        .filter(|line| stages.contains(&line.word.as_str()));
    let pods: Vec<Id> = pods.map(Line::id).collect();
    let seats = sim.seen.seats.iter();
    let seats: Vec<&Line> = seats
        .filter(|line| pods.contains(&line.id()) && sim.is_here(line.of()))
        .collect();
    let seat = sim.one_of(&seats)?;
    Some((seat.of(), format!("/pods/{}", text(seat.id()))))
}

/// One of a pod that forms looks at it, and all who sit in it say yes.
pub fn say_yes(sim: &mut Sim) -> bool {
    let Some((person, there)) = seated(sim, &["forming"]) else {
        return false;
    };
    sim.get(person, &there);
    let seats = sim.seen.seats.iter();
    let seats = seats.filter(|line| there.ends_with(&text(line.id())));
    let people: Vec<Id> = seats.map(Line::of).filter(|id| sim.is_here(*id)).collect();
    let mut done = false;
    for person in people {
        done |= sim.does(person, &format!("{there}/yes"), &[]);
    }
    done
}

pub fn choose(sim: &mut Sim) -> bool {
    let Some((person, there)) = seated(sim, &["choosing"]) else {
        return false;
    };
    let choice = ["renew", "renew", "reshape", "close"][sim.below(4)];
    sim.get(person, &there);
    sim.does(person, &format!("{there}/choose"), &[("choice", choice)])
}

pub fn leave(sim: &mut Sim) -> bool {
    let Some((person, there)) = seated(sim, &["meeting", "choosing"]) else {
        return false;
    };
    sim.does(person, &format!("{there}/leave"), &[])
}
