//! What people do on a day, drawn by chance. Each deed is one function: it does something through the
//! pages, as somebody, and says whether it was done. To add one, write it and name it in [`DEEDS`].

mod asks;
pub mod choosing;
mod gathering;
mod going;
mod leading;
mod listening;
mod near;
pub mod promises;
mod quick;
mod rests;
mod spaces;
mod tied;

use crate::model::Sim;

/// A deed: its name, how often it comes beside the others, and what it does.
type Deed = (&'static str, usize, fn(&mut Sim) -> bool);

/// Every deed.
pub const DEEDS: &[Deed] = &[
    ("offer something", 12, promises::offer),
    ("say yes to an offer", 14, promises::accept),
    ("decline an offer", 1, promises::decline),
    ("take an offer back", 1, promises::withdraw),
    ("keep", 8, promises::keep),
    ("ease", 3, promises::ease),
    ("change", 2, promises::change),
    ("rest one thing", 2, promises::rest),
    ("go on with it", 2, promises::go_on),
    ("hand over", 3, promises::hand_over),
    ("give back", 2, promises::release),
    ("have it done", 2, promises::done),
    ("offer it again", 2, promises::again),
    ("can't this time", 8, promises::cant),
    ("take a place one was asked for", 10, promises::take),
    ("not me", 4, promises::not_me),
    ("take a place off the rota", 4, promises::take_off_the_rota),
    ("say what one can be asked for", 2, promises::ceiling),
    ("rest", 4, rests::rest),
    ("come back", 3, rests::come_back),
    ("say how much there is of one", 3, rests::capacity),
    ("plan a rest season", 1, rests::season),
    ("leave", 1, rests::leave),
    ("step back", 2, going::step_back),
    ("take something on", 4, going::take_on),
    ("have handed over", 2, going::hand_over),
    ("give everything back", 1, going::all_back),
    ("hand over for somebody", 1, going::emergency),
    ("be back by one word", 5, going::back),
    ("plan a season of renewal", 2, going::season),
    ("choose for the season", 10, going::choose),
    ("somebody comes", 1, rests::comes),
    ("write down who holds a role", 6, leading::write_down),
    ("lay a role down", 1, leading::lay_down),
    ("learn alongside", 2, leading::learn),
    ("propose somebody", 2, leading::propose),
    ("answer a proposal", 3, leading::answer),
    ("begin a practice", 2, leading::begin),
    ("say it was held", 5, leading::held),
    ("go on for another season", 3, leading::another_season),
    ("ask slowly", 1, listening::ask),
    ("give into a slow round", 4, listening::give),
    ("ask somebody to be a buddy", 6, near::ask),
    ("say yes to a buddy", 9, near::yes),
    ("go on as buddies", 2, near::go_on),
    ("stop being buddies", 1, near::end),
    ("would like a pod", 7, near::wish),
    ("name a matcher", 2, near::name),
    ("match a pod", 4, near::group),
    ("say yes to a pod", 4, near::say_yes),
    ("choose what comes of a pod", 3, near::choose),
    ("leave a pod", 1, near::leave),
    ("bring people together", 3, gathering::open),
    ("hold it with somebody", 8, gathering::hold),
    ("say what one needs to come", 3, gathering::need),
    ("write down what was heard", 6, gathering::harvest),
    ("be quoted, and asked", 4, gathering::quote),
    ("share what was heard", 6, gathering::share),
    ("close a gathering", 1, gathering::close),
    ("ask for help", 6, asks::ask),
    ("take a shift", 3, asks::shift),
    ("hear and put on the board", 7, asks::publish),
    ("say \"I can\"", 7, asks::claim),
    ("bring it", 6, asks::bring),
    ("say how it was", 5, asks::word),
    ("call after", 2, asks::follow_up),
    ("offer a kind of help", 5, asks::offer),
    ("choose letters", 1, asks::letters),
    ("ask somebody to sit down", 5, tied::ask),
    ("agree to sit down", 6, tied::agree),
    ("say that one met", 6, tied::met),
    ("count a tie", 6, tied::count),
    ("say that one still knows somebody", 3, tied::still),
    ("let a tie go", 1, tied::let_go),
    ("suggest that two meet", 3, tied::suggest),
    ("answer an introduction", 5, tied::introduced),
    ("look at what one's ties say", 3, tied::look),
    ("take vouches in a circle", 1, spaces::open),
    ("vouch for somebody", 5, spaces::vouch),
    ("ask a space", 2, spaces::ask),
    ("say yes to somebody in a space", 3, spaces::consent),
    ("welcome somebody in a space", 3, spaces::welcome),
    ("take a vouch back", 1, spaces::withdraw),
    ("ask for the rapid lane", 3, quick::open),
    ("stand by a rapid lane", 4, quick::cosign),
    ("act in a rapid lane", 6, quick::act),
    ("end a rapid lane", 1, quick::end),
    ("say how a rapid lane was", 2, quick::review),
    ("offer to hear and look", 3, quick::offer),
    ("report an alert", 3, quick::report),
    ("go and look", 5, quick::go_and_look),
    ("tell what was confirmed", 4, quick::tell),
    ("begin a choice", 2, choosing::begin),
    ("cast ballots", 6, choosing::cast),
    ("read what was counted", 1, choosing::read),
    ("set a choice down", 1, choosing::set_down),
];

/// What chance has not done yet is tried, each once: rare things are of the two years too.
pub fn what_was_not_done(sim: &mut Sim) {
    for (name, _, deed) in DEEDS {
        let done = sim
            .journal
            .done
            .get(name)
            .is_some_and(|(done, _)| *done > 0);
        if !done {
            let done = deed(sim);
            sim.journal.note(name, done);
        }
    }
}

/// One deed, by chance.
pub fn any(sim: &mut Sim) {
    let weights: usize = DEEDS.iter().map(|(_, weight, _)| weight).sum();
    let mut nth = sim.below(weights);
    for (name, weight, deed) in DEEDS {
        if nth < *weight {
            let done = deed(sim);
            sim.journal.note(name, done);
            return;
        }
        nth -= weight;
    }
}
