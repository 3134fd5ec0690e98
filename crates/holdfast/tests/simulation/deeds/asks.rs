//! What neighbours ask for, who brings it, and only their own word for how it was (P6); and letters.

use crate::{
    model::{Neighbour, Sim, address, all_between, text},
    seen::{Id, Line, NONE},
};

/// A neighbour without an account asks on the public page.
pub fn ask(sim: &mut Sim) -> bool {
    let stranger = sim.town.stranger();
    let form = stranger.get("/ask");
    let form = sim.shown("/ask", form);
    let once = form.between("name=\"once\" value=\"", "\"");
    let contact = format!("555 01{:02}", sim.below(100));
    let fields = [
        ("once", once.as_str()),
        ("words", "Food for three"),
        ("contact", &contact),
    ];
    let asked = stranger.post("/ask", &fields);
    let asked = sim.shown("/ask", asked);
    if asked.status != 303 {
        return false;
    }
    let page = stranger.get(asked.location());
    let page = sim.shown("/asked", page);
    let code = page.between("<p class=\"code\">", "</p>");
    let digits = contact[contact.len() - 2..].to_owned();
    sim.neighbours.push(Neighbour { code, digits });
    true
}

/// Somebody who holds a role of Aid.
pub fn on_the_line(sim: &Sim, role: &str) -> Option<Id> {
    let aid = *sim.town.circle("aid").bytes();
    let people = sim.seen.holders(aid, role);
    let people: Vec<Id> = people.into_iter().filter(|id| sim.is_here(*id)).collect();
    sim.one_of(&people).copied()
}

/// Whoever is on shift; where nobody is, somebody who answers the line takes it.
fn on_shift(sim: &mut Sim) -> Option<Id> {
    if let Some(person) = on_the_line(sim, "shift") {
        return Some(person);
    }
    let person = on_the_line(sim, "intake")?;
    sim.get(person, "/shift");
    let done = sim.does(person, "/shift/take", &[("hours", "8")]);
    done.then_some(person)
}

pub fn shift(sim: &mut Sim) -> bool {
    on_shift(sim).is_some()
}

fn an_ask(sim: &Sim, stages: &[&str]) -> Option<Line> {
    let asks = sim
        .seen
        .asks
        .iter()
        .filter(|line| stages.contains(&line.word.as_str()));
    let asks: Vec<&Line> = asks.collect();
    sim.one_of(&asks).map(|line| (*line).clone())
}

pub fn publish(sim: &mut Sim) -> bool {
    let Some(line) = an_ask(sim, &["received"]) else {
        return false;
    };
    let Some(shift) = on_shift(sim) else {
        return false;
    };
    sim.get(shift, "/shift");
    let there = format!("/asks/{}", text(line.id()));
    let heard = [
        ("words", "Food for three until Friday"),
        ("contact", "Gus, 555 0142"),
        ("place", "18 Alder St, side door"),
        ("area", "North side"),
        ("kind", "food"),
        ("language", "en"),
        ("share_words", "yes"),
    ];
    sim.does(shift, &format!("{there}/hear"), &heard);
    sim.does(
        shift,
        &format!("{there}/publish"),
        &[("published", "Food for three")],
    )
}

pub fn claim(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let page = sim.get(person, "/asks");
    let mut open = all_between(&page.body, "href=\"/asks/", "\"");
    open.retain(|id| id.len() == 36);
    let Some(ask) = sim.one_of(&open).cloned() else {
        return false;
    };
    sim.get(person, &format!("/asks/{ask}"));
    let said = sim.post(person, &format!("/asks/{ask}/claim"), &[]);
    if !said.location().ends_with("said=claimed") {
        return false;
    }
    // Now and then somebody says "I can" and makes no plan.
    let plan = [("plan", "Friday at four")];
    sim.once_in(4) || sim.does(person, &format!("/asks/{ask}/plan"), &plan)
}

pub fn bring(sim: &mut Sim) -> bool {
    let Some(line) = an_ask(sim, &["claimed", "arranged"]) else {
        return false;
    };
    if !sim.is_here(line.of()) {
        return false;
    }
    let there = format!("/asks/{}", text(line.id()));
    sim.get(line.of(), &there);
    sim.does(line.of(), &format!("{there}/done"), &[])
}

/// The neighbour says how it was, on the page of their code, or to the shift.
pub fn word(sim: &mut Sim) -> bool {
    let Some(line) = an_ask(sim, &["said_done", "unconfirmed"]) else {
        return false;
    };
    let word = ["helped", "partly", "didnt_help", "helped"][sim.below(4)];
    let known = sim
        .neighbours
        .iter()
        .find(|one| one.code == line.other)
        .cloned();
    if let Some(neighbour) = known.filter(|_| !sim.once_in(3)) {
        let stranger = sim.town.stranger();
        let there = format!("/s/{}", neighbour.code);
        let page = stranger.post(&there, &[("digits", &neighbour.digits)]);
        let page = sim.shown(&there, page);
        let pass = all_between(&page.body, "name=\"pass\" value=\"", "\"");
        if let Some(pass) = pass.first() {
            let said = stranger.post(&format!("{there}/word"), &[("pass", pass), ("word", word)]);
            return sim.shown(&there, said).status == 303;
        }
    }
    let Some(shift) = on_shift(sim) else {
        return false;
    };
    sim.does(
        shift,
        &format!("/asks/{}/word", text(line.id())),
        &[("word", word)],
    )
}

pub fn follow_up(sim: &mut Sim) -> bool {
    // Where somebody is still to be called the ask is not closed.
    let told = ["helped", "partly", "didnt_help", "made_harder"];
    let open = sim.seen.asks.iter().filter(|line| line.two == NONE);
    let open: Vec<&Line> = open
        .filter(|line| told.contains(&line.word.as_str()))
        .collect();
    let Some(line) = sim.one_of(&open).map(|line| (*line).clone()) else {
        return false;
    };
    let Some(shift) = on_shift(sim) else {
        return false;
    };
    sim.does(shift, &format!("/asks/{}/follow-up", text(line.id())), &[])
}

pub fn offer(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let kind = ["food", "lift"][sim.below(2)];
    let until = sim.seen.today.plus(60).to_string();
    sim.does(person, "/offers", &[("kind", kind), ("until", &until)])
}

/// A few choose a letter of the day, at the hour at which time goes by here.
pub fn letters(sim: &mut Sim) -> bool {
    if sim.journal.letter_readers >= 3 {
        return false;
    }
    let Some(person) = sim.a_member() else {
        return false;
    };
    let handle = sim.handle(person);
    sim.come_in_anew(person);
    let fields = [("address", address(&handle)), ("hour", "07".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let done = sim.does(person, "/me/telling", &fields);
    if done {
        sim.town.confirms_address(&handle);
        sim.journal.letter_readers += 1;
    }
    done
}
