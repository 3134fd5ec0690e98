//! What people promise, and what comes of it (P1).

use crate::{
    model::{Sim, all_between, text},
    seen::{Id, Line},
};

const WORDS: [&str; 5] = [
    "Grocery run",
    "Rides to the clinic",
    "The phone line",
    "Open the hall",
    "Watering",
];
const FITS: [&str; 3] = ["food", "lift", ""];

/// A commitment that a person gives, in one of these stages, by chance; with its giver.
fn given(sim: &Sim, stages: &[&str]) -> Option<(Id, Id)> {
    let all = sim.seen.commitments.iter();
    let those: Vec<&Line> = all
        .filter(|line| stages.contains(&line.word.as_str()))
        .filter(|line| line.other.starts_with("person:") && sim.is_here(line.of()))
        .collect();
    sim.one_of(&those).map(|line| (line.id(), line.of()))
}

fn page(id: Id) -> String {
    format!("/commitments/{}", text(id))
}

/// A deed on the page of something somebody gives, as its giver, who looks at the page first.
fn theirs(sim: &mut Sim, stages: &[&str], what: &str, fields: &[(&str, &str)]) -> bool {
    let Some((id, giver)) = given(sim, stages) else {
        return false;
    };
    sim.get(giver, &page(id));
    sim.does(giver, &format!("{}/{what}", page(id)), fields)
}

const LIVING: &[&str] = &["active", "awaiting_word", "buddy_asked"];

fn fields_of_an_offer(sim: &Sim, person: Id) -> Option<Vec<(&'static str, String)>> {
    let circles: Vec<Id> = sim.seen.circles_of(person).into_iter().collect();
    let circle = sim.one_of(&circles)?;
    let mut fields = vec![
        ("to", format!("circle:{}", text(*circle))),
        ("words", (*sim.one_of(&WORDS)?).to_owned()),
        ("kind", "material".to_owned()),
        ("fits", (*sim.one_of(&FITS)?).to_owned()),
        ("clock", "17:00".to_owned()),
        (
            "review_on",
            sim.seen.today.plus(20 + sim.below(120) as i32).to_string(),
        ),
    ];
    let days = sim.below(3);
    if days > 0 {
        fields.push(("every", (1 + sim.below(2)).to_string()));
        for _ in 0..days {
            fields.push(("day", (1 + sim.below(7)).to_string()));
        }
    }
    Some(fields)
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect()
}

pub fn offer(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let Some(fields) = fields_of_an_offer(sim, person) else {
        return false;
    };
    sim.get(person, "/commitments/new");
    sim.does(person, "/commitments/new", &borrowed(&fields))
}

/// What is offered to a circle, and somebody who looks after it.
fn offered(sim: &Sim) -> Option<(Id, Id)> {
    let waiting = sim
        .seen
        .commitments
        .iter()
        .filter(|line| line.word == "offered");
    let waiting: Vec<&Line> = waiting.collect();
    let line = sim.one_of(&waiting)?;
    let stewards = sim.seen.holders(line.to(), "steward");
    let stewards: Vec<Id> = stewards.into_iter().filter(|id| sim.is_here(*id)).collect();
    Some((line.id(), *sim.one_of(&stewards)?))
}

pub fn accept(sim: &mut Sim) -> bool {
    let Some((id, steward)) = offered(sim) else {
        return false;
    };
    sim.get(steward, &page(id));
    let done = sim.does(steward, &format!("{}/accept", page(id)), &[]);
    if done {
        sim.journal.accepted.insert(id);
    }
    done
}

pub fn decline(sim: &mut Sim) -> bool {
    let Some((id, steward)) = offered(sim) else {
        return false;
    };
    sim.does(steward, &format!("{}/decline", page(id)), &[])
}

pub fn withdraw(sim: &mut Sim) -> bool {
    theirs(sim, &["offered"], "withdraw", &[])
}

pub fn keep(sim: &mut Sim) -> bool {
    let near = sim.seen.today.0 + 14;
    let due: Vec<(Id, Id)> = sim
        .seen
        .commitments
        .iter()
        .filter(|line| LIVING.contains(&line.word.as_str()) && line.three <= i64::from(near))
        .filter(|line| line.other.starts_with("person:") && sim.is_here(line.of()))
        .map(|line| (line.id(), line.of()))
        .collect();
    let Some((id, giver)) = sim.one_of(&due).copied() else {
        return false;
    };
    let until = sim.seen.today.plus(30 + sim.below(150) as i32).to_string();
    sim.get(giver, "/today");
    sim.does(
        giver,
        &format!("{}/keep", page(id)),
        &[("review_on", &until)],
    )
}

pub fn ease(sim: &mut Sim) -> bool {
    let day = (1 + sim.below(7)).to_string();
    let fields = [("words", "A little less of it"), ("day", day.as_str())];
    theirs(sim, LIVING, "ease", &fields)
}

pub fn change(sim: &mut Sim) -> bool {
    let Some((id, giver)) = given(sim, LIVING) else {
        return false;
    };
    let Some(mut fields) = fields_of_an_offer(sim, giver) else {
        return false;
    };
    fields.push(("before", text(id)));
    sim.get(giver, &format!("/commitments/new?before={}", text(id)));
    sim.does(giver, "/commitments/new", &borrowed(&fields))
}

pub fn rest(sim: &mut Sim) -> bool {
    theirs(sim, LIVING, "rest", &[])
}

pub fn go_on(sim: &mut Sim) -> bool {
    theirs(sim, &["resting"], "go-on", &[])
}

pub fn hand_over(sim: &mut Sim) -> bool {
    let Some((id, giver)) = given(sim, LIVING) else {
        return false;
    };
    let to = match sim.once_in(2) {
        true => sim
            .a_member()
            .map(|other| sim.handle(other))
            .unwrap_or_default(),
        false => String::new(),
    };
    sim.does(giver, &format!("{}/hand-over", page(id)), &[("to", &to)])
}

pub fn release(sim: &mut Sim) -> bool {
    theirs(
        sim,
        &["active", "awaiting_word", "handing_over", "set_aside"],
        "release",
        &[],
    )
}

pub fn done(sim: &mut Sim) -> bool {
    theirs(sim, LIVING, "done", &[])
}

pub fn again(sim: &mut Sim) -> bool {
    let until = sim.seen.today.plus(60).to_string();
    theirs(sim, &["set_aside"], "again", &[("review_on", &until)])
}

/// From Today, where the next time stands with its button.
pub fn cant(sim: &mut Sim) -> bool {
    let Some((_, giver)) = given(sim, LIVING) else {
        return false;
    };
    let page = sim.get(giver, "/today");
    let times = all_between(&page.body, "action=\"/times/", "/cant\"");
    let Some(time) = sim.one_of(&times).cloned() else {
        return false;
    };
    sim.does(giver, &format!("/times/{time}/cant"), &[])
}

/// Somebody who is asked for a place, and what stands on their Today.
fn asked(sim: &mut Sim) -> Option<(Id, String)> {
    let open = sim
        .seen
        .askings
        .iter()
        .filter(|line| line.other == "nothing");
    let whom: Vec<Id> = open.map(Line::to).filter(|id| sim.is_here(*id)).collect();
    let person = sim.one_of(&whom).copied()?;
    let page = sim.get(person, "/today");
    let places = all_between(&page.body, "action=\"/places/", "/take\"");
    Some((person, sim.one_of(&places)?.clone()))
}

pub fn take(sim: &mut Sim) -> bool {
    let Some((person, place)) = asked(sim) else {
        return false;
    };
    took(sim, person, &place)
}

fn took(sim: &mut Sim, person: Id, place: &str) -> bool {
    let again: &[(&str, &str)] = if sim.once_in(3) {
        &[("again", "yes")]
    } else {
        &[]
    };
    let done = sim.does(person, &format!("/places/{place}/take"), again);
    if done {
        sim.journal.took.insert(person);
    }
    done
}

pub fn not_me(sim: &mut Sim) -> bool {
    let Some((person, place)) = asked(sim) else {
        return false;
    };
    sim.get(person, &format!("/places/{place}"));
    sim.does(person, &format!("/places/{place}/not-me"), &[])
}

pub fn take_off_the_rota(sim: &mut Sim) -> bool {
    let Some(circle) = sim.one_of(&sim.seen.places.clone()).map(Line::of) else {
        return false;
    };
    let members = sim.seen.members(circle);
    let Some(person) = sim.one_of(&members).copied().filter(|id| sim.is_here(*id)) else {
        return false;
    };
    let page = sim.get(person, &format!("/circles/{}/rota", text(circle)));
    let places = all_between(&page.body, "href=\"/places/", "\"");
    let Some(place) = sim.one_of(&places).cloned() else {
        return false;
    };
    sim.get(person, &format!("/places/{place}"));
    took(sim, person, &place)
}

pub fn ceiling(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let most = sim.below(5);
    sim.get(person, "/me/ceiling");
    let done = sim.does(person, "/me/ceiling", &[("most", &most.to_string())]);
    if done {
        let today = sim.seen.today;
        sim.journal.ceilings.insert(person, (most, today));
    }
    done
}
