//! Spaces that take vouches, and who comes in (P9).

use super::leading::looks_after;
use crate::{
    model::{Sim, all_between, text},
    seen::{Id, Line},
};

/// So many circles take vouches.
const SPACES: usize = 2;

/// Somebody of a circle who is here, by chance.
fn of_it(sim: &Sim, circle: Id) -> Option<Id> {
    let members = sim.seen.members(circle);
    let here: Vec<Id> = members.into_iter().filter(|id| sim.is_here(*id)).collect();
    sim.one_of(&here).copied()
}

pub fn open(sim: &mut Sim) -> bool {
    if sim.seen.spaces.len() >= SPACES {
        return false;
    }
    let Some(circle) = sim.one_of(&sim.circles).map(|circle| *circle.bytes()) else {
        return false;
    };
    let stewards = sim.seen.holders(circle, "steward");
    let Some(steward) = sim.one_of(&stewards).copied().filter(|id| sim.is_here(*id)) else {
        return false;
    };
    let circle = text(circle);
    sim.get(steward, "/spaces");
    sim.does(steward, "/spaces", &[("circle", &circle)])
}

/// Somebody of a space, and its page.
fn a_space(sim: &Sim) -> Option<(Id, Id, String)> {
    let circle = sim.one_of(&sim.seen.spaces)?.of();
    let person = of_it(sim, circle)?;
    Some((circle, person, format!("/spaces/{}", text(circle))))
}

/// Somebody vouches for whoever is on their way already, or for somebody else.
pub fn vouch(sim: &mut Sim) -> bool {
    let Some((circle, by, there)) = a_space(sim) else {
        return false;
    };
    let page = sim.get(by, &there);
    let mut names = all_between(&page.body, "<div class=\"item\"><h3>", "</h3>");
    if names.is_empty() || sim.once_in(4) {
        let inside = sim.seen.members(circle);
        let whom = sim.a_member().filter(|id| !inside.contains(id));
        names = whom.map(|id| sim.handle(id)).into_iter().collect();
    }
    let Some(who) = sim.one_of(&names).cloned() else {
        return false;
    };
    // Now and then on too little.
    let months = if sim.once_in(8) { "2" } else { "9" };
    let fields = [
        ("who", who.as_str()),
        ("known_months", months),
        ("done_together", "1"),
        ("basis", "Three nights at the door"),
    ];
    let done = sim.does(by, &format!("{there}/vouch"), &fields);
    if done {
        sim.journal.vouchers.insert((circle, by));
    }
    done
}

/// Two who are independent are there: the space is asked.
pub fn ask(sim: &mut Sim) -> bool {
    let Some((_, person, there)) = a_space(sim) else {
        return false;
    };
    let page = sim.get(person, &there);
    let ways = all_between(&page.body, "action=\"/ways-in/", "/ask\"");
    let Some(way) = sim.one_of(&ways).cloned() else {
        return false;
    };
    sim.does(person, &format!("/ways-in/{way}/ask"), &[])
}

/// A way in of which the space is asked; whoever looks after it.
fn asked(sim: &Sim) -> Option<(Line, Id)> {
    let waiting: Vec<&Line> = sim
        .seen
        .ways_in
        .iter()
        .filter(|line| line.word == "asked")
        .collect();
    let line = (*sim.one_of(&waiting)?).clone();
    let steward = looks_after(sim, line.of())?;
    Some((line, steward))
}

/// Whoever looks after it leads it to the round, and more than half of the space say yes.
pub fn consent(sim: &mut Sim) -> bool {
    let Some((line, steward)) = asked(sim) else {
        return false;
    };
    let there = format!("/decisions/{}", text(line.to()));
    for _ in 0..2 {
        sim.does(steward, &format!("{there}/on"), &[]);
    }
    let mut done = false;
    let members = sim.seen.members(line.of());
    let most = members.len().div_ceil(2) + 1;
    for member in members.into_iter().take(most) {
        if sim.is_here(member) {
            let yes = [("kind", "consent")];
            done |= sim.does(member, &format!("{there}/say"), &yes);
        }
    }
    done
}

/// The space has said yes: they are in.
pub fn welcome(sim: &mut Sim) -> bool {
    let Some((line, steward)) = asked(sim) else {
        return false;
    };
    let review = sim.seen.today.plus(100).to_string();
    let there = format!("/decisions/{}/adopt", text(line.to()));
    sim.does(steward, &there, &[("review_on", &review)]);
    let Some(person) = of_it(sim, line.of()) else {
        return false;
    };
    sim.does(
        person,
        &format!("/ways-in/{}/welcome", text(line.id())),
        &[],
    )
}

/// Whoever vouched takes it back; it is theirs alone to do.
pub fn withdraw(sim: &mut Sim) -> bool {
    let vouchers: Vec<(Id, Id)> = sim.journal.vouchers.iter().copied().collect();
    let Some((circle, by)) = sim
        .one_of(&vouchers)
        .copied()
        .filter(|(_, by)| sim.is_here(*by))
    else {
        return false;
    };
    let page = sim.get(by, &format!("/spaces/{}", text(circle)));
    let mine = all_between(&page.body, "action=\"/vouches/", "/withdraw\"");
    let Some(vouch) = sim.one_of(&mine).cloned() else {
        return false;
    };
    sim.does(by, &format!("/vouches/{vouch}/withdraw"), &[])
}
