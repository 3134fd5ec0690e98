//! Two who sit down with one another, ties that both count, and introductions (P8, P30).

use crate::{
    between::{Web, whose},
    journal::Of,
    model::{Sim, all_between, text},
    seen::{Id, Line, Seen},
};

/// A meeting in one of these stages, by chance, and its two, where both are here.
fn meeting(sim: &Sim, stages: &[&str]) -> Option<(Id, [Id; 2])> {
    let all = sim.seen.meetings.iter();
    let those: Vec<&Line> = all
        .filter(|line| stages.contains(&line.word.as_str()))
        .collect();
    let line = sim.one_of(&those)?;
    two(sim, line).map(|two| (line.id(), two))
}

/// The two of a row that has no name in it, where both are here.
fn two(sim: &Sim, line: &Line) -> Option<[Id; 2]> {
    let two = [
        whose(&sim.town, &sim.seen, line.of())?,
        whose(&sim.town, &sim.seen, line.to())?,
    ];
    two.iter().all(|one| sim.is_here(*one)).then_some(two)
}

pub fn ask(sim: &mut Sim) -> bool {
    let (Some(person), Some(other)) = (sim.a_member(), sim.a_member()) else {
        return false;
    };
    let name = sim.handle(other);
    let fields = [("who", name.as_str()), ("about", "What the river took")];
    sim.does(person, "/one-to-ones", &fields)
}

/// Whoever was asked would, or not now.
pub fn agree(sim: &mut Sim) -> bool {
    let Some((id, [one, other])) = meeting(sim, &["proposed"]) else {
        return false;
    };
    let there = format!("/one-to-ones/{}", text(id));
    sim.get(other, &there);
    if sim.once_in(5) {
        return sim.does(other, &format!("{there}/not-now"), &[]);
    }
    let done = sim.does(other, &format!("{there}/agree"), &[]);
    if done {
        sim.journal.says(Of::WouldMeet, id, &[one, other]);
    }
    done
}

/// They met: each says so, now and then one alone, and keeps a note that nobody else reads.
pub fn met(sim: &mut Sim) -> bool {
    let Some((id, two)) = meeting(sim, &["agreed"]) else {
        return false;
    };
    let there = format!("/one-to-ones/{}", text(id));
    let mut done = false;
    for person in two {
        if sim.once_in(8) {
            continue;
        }
        sim.get(person, &there);
        if sim.does(person, &format!("{there}/met"), &[]) {
            sim.journal.says(Of::Met, id, &[person]);
            done = true;
        }
        let note = [("note_of_mine", "Whose brother is ill")];
        done &= sim.does(person, &format!("{there}/note"), &note);
    }
    let next = [("next_thing", "A walk along the levee")];
    done && sim.does(two[0], &format!("{there}/next"), &next)
}

/// Each says whether it counts; now and then one holds back.
pub fn count(sim: &mut Sim) -> bool {
    let Some((id, two)) = meeting(sim, &["held"]) else {
        return false;
    };
    let there = format!("/one-to-ones/{}", text(id));
    let mut done = false;
    for person in two {
        if sim.once_in(6) {
            continue;
        }
        sim.get(person, &there);
        let would = [("would", "yes")];
        if sim.does(person, &format!("{there}/count"), &would) {
            sim.journal.says(Of::Counts, id, &[person]);
            done = true;
        }
    }
    done
}

fn a_tie(sim: &Sim) -> Option<(Id, [Id; 2])> {
    let line = sim.one_of(&sim.seen.ties)?;
    two(sim, line).map(|two| (line.id(), two))
}

/// Both still know each other, or one of them says so.
pub fn still(sim: &mut Sim) -> bool {
    let Some((id, two)) = a_tie(sim) else {
        return false;
    };
    let there = format!("/ties/{}/still", text(id));
    let mut done = false;
    for person in two {
        if !sim.once_in(4) {
            done |= sim.does(person, &there, &[]);
        }
    }
    done
}

pub fn let_go(sim: &mut Sim) -> bool {
    let Some((id, [one, _])) = a_tie(sim) else {
        return false;
    };
    sim.does(one, &format!("/ties/{}/let-go", text(id)), &[])
}

/// Somebody would like two to meet.
pub fn suggest(sim: &mut Sim) -> bool {
    let (Some(by), Some(one), Some(other)) = (sim.a_member(), sim.a_member(), sim.a_member())
    else {
        return false;
    };
    let (one, other) = (sim.handle(one), sim.handle(other));
    let fields = [
        ("one", one.as_str()),
        ("other_one", other.as_str()),
        ("cares", "boilers that are cold"),
    ];
    sim.does(by, "/introductions", &fields)
}

/// Whoever is asked says yes, or not now; whoever is not asked yet reads nothing of it.
pub fn introduced(sim: &mut Sim) -> bool {
    // Of two deeds in one step the second comes after the first.
    let now = Seen::look(&sim.town);
    let Some(line) = sim.one_of(&now.introductions).cloned() else {
        return false;
    };
    let Some([one, other]) = two(sim, &line) else {
        return false;
    };
    let first = line.word == "one";
    let (asked, waits) = if first { (one, other) } else { (other, one) };
    let there = format!("/introductions/{}", text(line.id()));
    if sim.get(waits, "/ties").body.contains(&there) {
        let wrong = "an introduction asks somebody who is not asked yet, or any more";
        sim.wrong.push(wrong.to_owned());
    }
    sim.get(asked, "/ties");
    if sim.once_in(4) {
        return sim.does(asked, &format!("{there}/not-now"), &[]);
    }
    let said = sim.post(asked, &format!("{there}/yes"), &[]);
    if said.status != 303 {
        return false;
    }
    sim.journal.says(Of::WouldMeet, line.id(), &[asked]);
    let meets = all_between(said.location(), "/one-to-ones/", "?");
    if let Some(meeting) = meets
        .first()
        .and_then(|id| kernel::uuid::Uuid::parse_str(id).ok())
        && sim.journal.both_say(Of::WouldMeet, line.id())
    {
        let meeting = meeting.into_bytes();
        sim.journal.says(Of::WouldMeet, meeting, &[one, other]);
    }
    true
}

/// Somebody whom others reach one another through reads that on their own page; somebody else, whom they
/// know, reads what they read before.
pub fn look(sim: &mut Sim) -> bool {
    let web = Web::of(&sim.town, &Seen::look(&sim.town));
    let mut tied: Vec<Id> = web.tied().collect();
    tied.retain(|id| sim.is_here(*id));
    for _ in 0..2 {
        let Some(person) = sim.one_of(&tied).copied() else {
            return false;
        };
        let page = sim.get(person, "/ties");
        let wrong = web.says_it_to_whoever_it_is(person, &page.body);
        sim.wrong.extend(wrong);
    }
    true
}
