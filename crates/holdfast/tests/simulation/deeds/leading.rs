//! Roles that end, and what circles do again and again (P15, P14).

use crate::{
    model::{Sim, all_between, text},
    seen::{Id, Line},
};

/// Circles and their roles, those with the fewest days left first.
fn wanting(sim: &Sim) -> Option<(Id, &'static str)> {
    let soon = sim.seen.now.0 + 20 * 86_400;
    let aid = *sim.town.circle("aid").bytes();
    let host = *sim.town.circle("host").bytes();
    let mut all: Vec<(Id, &'static str)> = Vec::new();
    for circle in &sim.circles {
        let id = *circle.bytes();
        let mut roles = vec!["steward"];
        if id == aid {
            roles.push("intake");
        }
        if id == host {
            roles.push("host");
        }
        for role in roles {
            let lasting = sim
                .seen
                .roles
                .iter()
                .filter(|line| line.of() == id && line.word == role && line.two > soon);
            if lasting.count() < 2 {
                all.push((id, role));
            }
        }
    }
    sim.one_of(&all).copied()
}

/// Whoever looks after a circle: its steward, a steward of another where it has none, and where there is
/// no steward anywhere one of the circle.
pub fn looks_after(sim: &Sim, circle: Id) -> Option<Id> {
    let here =
        |people: Vec<Id>| -> Vec<Id> { people.into_iter().filter(|id| sim.is_here(*id)).collect() };
    let own = here(sim.seen.holders(circle, "steward"));
    if let Some(steward) = sim.one_of(&own) {
        return Some(*steward);
    }
    let others = sim.circles.iter();
    let others: Vec<Id> = others
        .flat_map(|c| sim.seen.holders(*c.bytes(), "steward"))
        .collect();
    let anybody = here(if others.is_empty() {
        sim.seen.members(circle)
    } else {
        others
    });
    sim.one_of(&anybody).copied()
}

pub fn write_down(sim: &mut Sim) -> bool {
    let Some((circle, role)) = wanting(sim) else {
        return false;
    };
    let members = sim.seen.members(circle);
    let (Some(by), Some(person)) = (looks_after(sim, circle), sim.one_of(&members).copied()) else {
        return false;
    };
    let until = sim.seen.today.plus(60 + sim.below(110) as i32).to_string();
    let person = text(person);
    let fields = [
        ("person", person.as_str()),
        ("role", role),
        ("until", &until),
    ];
    let there = format!("/circles/{}/roles", text(circle));
    sim.get(by, &there);
    sim.does(by, &there, &fields)
}

fn held_now(sim: &Sim) -> Option<Line> {
    let now = sim.seen.now.0;
    let running = sim.seen.roles.iter().filter(|line| {
        line.two > now
            && matches!(line.word.as_str(), "steward" | "intake")
            && sim.is_here(line.to())
    });
    let running: Vec<&Line> = running.collect();
    sim.one_of(&running).map(|line| (*line).clone())
}

pub fn lay_down(sim: &mut Sim) -> bool {
    let Some(line) = held_now(sim) else {
        return false;
    };
    let person = text(line.to());
    let fields = [("role", line.word.as_str()), ("person", person.as_str())];
    sim.does(
        line.to(),
        &format!("/circles/{}/roles/end", text(line.of())),
        &fields,
    )
}

/// The page of some role of a circle, as somebody of the circle; its address.
fn a_role(sim: &mut Sim) -> Option<(Id, Id, String)> {
    let circle = *sim.one_of(&sim.circles.clone())?.bytes();
    let members = sim.seen.members(circle);
    let person = sim
        .one_of(&members)
        .copied()
        .filter(|id| sim.is_here(*id))?;
    let page = sim.get(person, &format!("/circles/{}/roles", text(circle)));
    let mut roles = all_between(&page.body, "href=\"/roles/", "\"");
    roles.retain(|id| id.len() == 36);
    let role = sim.one_of(&roles)?.clone();
    Some((circle, person, format!("/roles/{role}")))
}

pub fn learn(sim: &mut Sim) -> bool {
    let Some((_, person, role)) = a_role(sim) else {
        return false;
    };
    let page = sim.get(person, &role);
    let terms = all_between(&page.body, "name=\"term\" value=\"", "\"");
    let Some(term) = sim.one_of(&terms).cloned() else {
        return false;
    };
    sim.does(
        person,
        &format!("{role}/shadow"),
        &[("term", &term), ("do", "in")],
    )
}

pub fn propose(sim: &mut Sim) -> bool {
    let Some((circle, person, role)) = a_role(sim) else {
        return false;
    };
    let members = sim.seen.members(circle);
    let Some(whom) = sim.one_of(&members).copied() else {
        return false;
    };
    let whom = text(whom);
    let fields = [("kind", "consent"), ("person", whom.as_str())];
    sim.does(person, &format!("{role}/choose"), &fields)
}

/// Whoever is proposed says yes or no, and then each of the circle says yes.
pub fn answer(sim: &mut Sim) -> bool {
    let asked: Vec<Line> = sim
        .seen
        .choosings
        .iter()
        .filter(|l| l.word == "asked")
        .cloned()
        .collect();
    let Some(line) = sim.one_of(&asked).cloned() else {
        return false;
    };
    let (there, whom) = (format!("/choosings/{}", text(line.id())), line.to());
    if !sim.is_here(whom) {
        return false;
    }
    sim.get(whom, &there);
    let yes = if sim.once_in(5) { "no" } else { "yes" };
    let done = sim.does(whom, &format!("{there}/answer"), &[("answer", yes)]);
    let circle = sim.seen.members(line.of());
    if yes == "yes" && circle.len() < 24 {
        for member in circle.into_iter().filter(|member| *member != whom) {
            if sim.is_here(member) {
                sim.does(member, &format!("{there}/say"), &[("says", "yes")]);
            }
        }
    }
    done
}

pub fn begin(sim: &mut Sim) -> bool {
    if sim.seen.practices.len() > 12 {
        return false;
    }
    let Some(person) = sim.a_member() else {
        return false;
    };
    let circles: Vec<Id> = sim.seen.circles_of(person).into_iter().collect();
    let Some(circle) = sim.one_of(&circles).copied() else {
        return false;
    };
    let first = sim.seen.today.plus(1 + sim.below(6) as i32).to_string();
    let season = sim.seen.today.plus(60 + sim.below(60) as i32).to_string();
    let often = ["weekly", "other_week", "monthly"][sim.below(3)];
    let circle = text(circle);
    let fields = [
        ("circle", circle.as_str()),
        ("name", "Distro"),
        ("place", "The hall"),
        ("first", &first),
        ("time", "10:00"),
        ("minutes", "120"),
        ("often", often),
        ("season", &season),
        ("minimum", "Two people and a table."),
    ];
    sim.does(person, "/practices/new", &fields)
}

/// Somebody of the circle of something that comes again, and its page.
fn a_practice(sim: &Sim, ending: bool) -> Option<(Id, String)> {
    let soon = i64::from(sim.seen.today.0) + 13;
    let all = sim
        .seen
        .practices
        .iter()
        .filter(|line| !ending || line.one <= soon);
    let all: Vec<&Line> = all.collect();
    let line = sim.one_of(&all)?;
    let members = sim.seen.members(line.of());
    let person = sim
        .one_of(&members)
        .copied()
        .filter(|id| sim.is_here(*id))?;
    Some((person, format!("/practices/{}", text(line.id()))))
}

pub fn held(sim: &mut Sim) -> bool {
    let Some((person, there)) = a_practice(sim, false) else {
        return false;
    };
    let page = sim.get(person, &there);
    if sim.once_in(3) {
        sim.does(person, &format!("{there}/host"), &[]);
    }
    let on = all_between(&page.body, "name=\"on\" value=\"", "\"");
    let Some(on) = on.first().cloned() else {
        return false;
    };
    let asked = sim.post(person, &format!("{there}/held"), &[("on", &on)]);
    let next = all_between(&asked.body, "name=\"next\" value=\"", "\"");
    match (asked.status, next.first().cloned()) {
        (303, _) => true,
        (_, Some(next)) => sim.does(
            person,
            &format!("{there}/held"),
            &[("on", &on), ("next", &next)],
        ),
        _ => false,
    }
}

pub fn another_season(sim: &mut Sim) -> bool {
    let Some((person, there)) = a_practice(sim, true) else {
        return false;
    };
    if sim.once_in(4) {
        return sim.does(person, &format!("{there}/stop"), &[]);
    }
    let until = sim.seen.today.plus(80).to_string();
    sim.does(person, &format!("{there}/keep"), &[("season", &until)])
}
