//! The rapid lane, and alerts that are looked at before anybody hears them (P21).

use super::asks::on_the_line;
use crate::{
    journal::Of,
    model::{Sim, text},
    seen::{Id, Line},
};

pub fn open(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let circles: Vec<Id> = sim.seen.circles_of(person).into_iter().collect();
    let Some(circle) = sim.one_of(&circles).copied() else {
        return false;
    };
    let of = text(circle);
    let hours = (12 + sim.below(150)).to_string();
    let mut fields = vec![
        ("circle", of.as_str()),
        ("happens", "Two children sleep outside tonight"),
        ("says", "Their mother says so"),
        ("step", "A motel for one night"),
        ("cap", "300"),
        ("hours", &hours),
    ];
    if !sim.once_in(3) {
        fields.push(("voice", "We stand on the pavement"));
    }
    sim.get(person, "/rapid/new");
    let said = sim.post(person, "/rapid", &fields);
    let there = said.location().split('?').next().unwrap_or_default();
    // Now and then whoever is beside them stands by it in the same hour.
    if said.status == 303 && sim.once_in(2) {
        let members = sim.seen.members(circle);
        let members: Vec<Id> = members.into_iter().filter(|id| sim.is_here(*id)).collect();
        if let Some(second) = sim.one_of(&members).copied() {
            sim.does(second, &format!("{there}/cosign"), &[]);
        }
    }
    said.status == 303
}

/// A lane in a stage, by chance; where it stands, and somebody of its circle who did not open it.
fn a_lane(sim: &Sim, stage: &str) -> Option<(Id, String, Id)> {
    let all = sim.seen.lanes.iter();
    let those: Vec<&Line> = all.filter(|line| line.word == stage).collect();
    let line = sim.one_of(&those)?;
    let mut members = sim.seen.members(line.of());
    members.retain(|id| *id != line.to() && sim.is_here(*id));
    let person = sim.one_of(&members).copied()?;
    Some((line.id(), format!("/rapid/{}", text(line.id())), person))
}

/// Another person stands by it; where no voice is there yet, they write down whose it is.
pub fn cosign(sim: &mut Sim) -> bool {
    let Some((_, there, person)) = a_lane(sim, "waits") else {
        return false;
    };
    let page = sim.get(person, &there);
    if page.body.contains(&format!("{there}/voice")) && !sim.once_in(3) {
        let voice = [("voice", "We stand on the pavement")];
        sim.does(person, &format!("{there}/voice"), &voice);
    }
    sim.does(person, &format!("{there}/cosign"), &[])
}

/// Something is done in it, and something more; what would cost more than is left is refused.
pub fn act(sim: &mut Sim) -> bool {
    // Also where it only waits, or is over: then it is refused.
    let stage = ["live", "live", "live", "waits", "ended"][sim.below(5)];
    let Some((_, there, person)) = a_lane(sim, stage) else {
        return false;
    };
    sim.get(person, &there);
    let mut done = false;
    for _ in 0..1 + sim.below(3) {
        let cost = sim.below(180).to_string();
        let fields = [("done", "A room on Pine Street"), ("cost", &cost)];
        done |= sim.does(person, &format!("{there}/step"), &fields);
    }
    done
}

pub fn end(sim: &mut Sim) -> bool {
    match a_lane(sim, "live") {
        Some((_, there, person)) => sim.does(person, &format!("{there}/end"), &[]),
        None => false,
    }
}

/// Somebody else than whoever opened it writes down how the circle sees it.
pub fn review(sim: &mut Sim) -> bool {
    let Some((_, there, person)) = a_lane(sim, "ended") else {
        return false;
    };
    sim.get(person, &there);
    let verdict = ["real", "could_wait", "made_urgent"][sim.below(3)];
    let fields = [("verdict", verdict), ("learned", "Keep a key ready")];
    sim.does(person, &format!("{there}/review"), &fields)
}

/// Somebody wants to hear what is confirmed, or would go and look, or not any more.
pub fn offer(sim: &mut Sim) -> bool {
    let Some(person) = sim.a_member() else {
        return false;
    };
    let offers: &[(&str, &str)] = match sim.below(4) {
        0 => &[],
        1 => &[("hears", "1")],
        _ => &[("hears", "1"), ("looks", "1")],
    };
    let done = sim.does(person, "/alerts/offer", offers);
    if done && offers.len() == 2 {
        sim.journal.lookers.insert(person);
    }
    done
}

/// Somebody on the line writes down what was seen, and asks those who would look.
pub fn report(sim: &mut Sim) -> bool {
    let Some(person) = on_the_line(sim, "intake") else {
        return false;
    };
    let fields = [
        ("activity", "Two vans without signs"),
        ("place", "Main and First"),
        ("reporter", "555 0142"),
    ];
    let said = sim.post(person, "/alerts", &fields);
    let there = said.location().split('?').next().unwrap_or_default();
    said.status == 303 && sim.does(person, &format!("{there}/ask"), &[])
}

fn an_alert(sim: &Sim, stages: &[&str]) -> Option<(Id, String)> {
    let all = sim.seen.alerts.iter();
    let those: Vec<&Line> = all
        .filter(|line| stages.contains(&line.word.as_str()))
        .collect();
    let line = sim.one_of(&those)?;
    Some((line.id(), format!("/alerts/{}", text(line.id()))))
}

/// Whoever was asked goes, and says what they found.
pub fn go_and_look(sim: &mut Sim) -> bool {
    let Some((id, there)) = an_alert(sim, &["asked", "verifying", "confirmed"]) else {
        return false;
    };
    let mut lookers: Vec<Id> = sim.journal.lookers.iter().copied().collect();
    lookers.retain(|id| sim.is_here(*id));
    let went = format!("{there}/go");
    // To anybody else there is none.
    let goes = |sim: &mut Sim, id: &Id| sim.does(*id, &went, &[]);
    let Some(person) = lookers.into_iter().find(|id| goes(sim, id)) else {
        return false;
    };
    let stage = ["confirmed", "confirmed", "uncertain", "cleared"][sim.below(4)];
    let fields = [("stage", stage), ("found", "Plumbers in both")];
    let done = sim.does(person, &format!("{there}/found"), &fields);
    if done && stage == "confirmed" {
        sim.journal.says(Of::Confirms, id, &[person]);
    }
    done
}

/// Whoever is on the line tells those who want to hear; what is not confirmed stays where it is.
pub fn tell(sim: &mut Sim) -> bool {
    let any = ["asked", "verifying", "confirmed", "uncertain", "cleared"];
    let stages = if sim.once_in(4) { &any[..] } else { &any[2..3] };
    let (Some((_, there)), Some(person)) = (an_alert(sim, stages), on_the_line(sim, "intake"))
    else {
        return false;
    };
    sim.does(person, &format!("{there}/tell"), &[])
}
