//! Choosing among things with ballots that lead to nobody (P28).

use crate::{
    model::{Sim, text},
    seen::{Id, Line},
};

/// Ballots of three dots, one of them blank.
const BALLOTS: [[&str; 3]; 4] = [["2", "1", ""], ["", "", "3"], ["1", "1", "1"], ["", "", ""]];

pub fn begin(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let circles: Vec<Id> = sim.seen.circles_of(person).into_iter().collect();
    let Some(circle) = sim.one_of(&circles).map(|circle| text(*circle)) else {
        return false;
    };
    let closes = sim.seen.today.plus(5 + sim.below(14) as i32).to_string();
    let fields = [
        ("circle", circle.as_str()),
        ("title", "Where the winter meal is"),
        ("things", "The old mill\nThe upper park\nSaint Brigid"),
        ("blanks", "last"),
        ("closes_on", &closes),
    ];
    sim.get(person, "/choices/new");
    sim.does(person, "/choices", &fields)
}

fn a_choice(sim: &Sim, stage: &str) -> Option<(Line, String, Vec<Id>)> {
    let all = sim.seen.choices.iter();
    let those: Vec<&Line> = all.filter(|line| line.word == stage).collect();
    let line = (*sim.one_of(&those)?).clone();
    let mut members = sim.seen.members(line.of());
    members.retain(|id| sim.is_here(*id));
    let there = format!("/choices/{}", text(line.id()));
    Some((line, there, members))
}

/// Some of the circle lay a ballot into the box; a second one of theirs is refused.
pub fn cast(sim: &mut Sim) -> bool {
    let Some((line, there, members)) = a_choice(sim, "open") else {
        return false;
    };
    let mut done = false;
    for _ in 0..1 + sim.below(6) {
        let Some(person) = sim.one_of(&members).copied() else {
            break;
        };
        sim.get(person, &there);
        let [one, two, three] = BALLOTS[sim.below(BALLOTS.len())];
        let fields = [("thing1", one), ("thing2", two), ("thing3", three)];
        if sim.does(person, &format!("{there}/cast"), &fields) {
            *sim.journal.cast.entry(line.id()).or_default() += 1;
            done = true;
        }
    }
    done
}

/// Somebody reads what the count says.
pub fn read(sim: &mut Sim) -> bool {
    let Some((_, there, members)) = a_choice(sim, "counted") else {
        return false;
    };
    match sim.one_of(&members).copied() {
        Some(person) => sim.get(person, &there).body.contains("Saint Brigid</h3>"),
        None => false,
    }
}

/// Whoever began it sets it down; the box is emptied unread.
pub fn set_down(sim: &mut Sim) -> bool {
    let Some((line, there, _)) = a_choice(sim, "open") else {
        return false;
    };
    sim.is_here(line.to()) && sim.does(line.to(), &format!("{there}/set-down"), &[])
}
