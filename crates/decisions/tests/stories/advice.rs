//! P28, the advice process: a small thing is decided by whoever does it, after asking.

use super::tools::aid_is;
use holdfast::testing::{Answer, Town, on_both};

fn begin(town: &Town, who: &str) -> String {
    let aid = town.circle("aid").to_string();
    let fields = [
        ("circle", aid.as_str()),
        ("title", "A new flyer"),
        ("words", "Larger letters."),
    ];
    let answer = town.as_person(who).post("/advice", &fields).expect(303);
    answer.location().split('?').next().unwrap().to_owned()
}

fn ask(town: &Town, there: &str, who: &str, because: &str) -> Answer {
    let fields = [("who", who), ("because", because)];
    town.as_person("Farid")
        .post(&format!("{there}/ask"), &fields)
}

fn decide(town: &Town, there: &str, changed: &str) -> Answer {
    let fields = [("decided", "Letters twice as large."), ("changed", changed)];
    town.as_person("Farid")
        .post(&format!("{there}/decide"), &fields)
}

/// What this person was asked, as their page has it.
fn mine(town: &Town, who: &str, there: &str) -> String {
    let page = town.as_person(who).get(there).expect(200);
    format!("/advised/{}", page.between("action=\"/advised/", "\""))
}

#[test]
fn farid_asks_rosa_and_chidi_about_the_flyer_and_says_what_changed() {
    on_both(|town| {
        aid_is(town, &[]);
        town.set_clock("2026-03-09 09:00");
        let there = begin(town, "Farid");
        // Nobody it touches was asked.
        decide(town, &there, "Nothing.")
            .expect(409)
            .says("Ask somebody it touches first");
        ask(town, &there, "Chidi", "knows").expect(303);
        decide(town, &there, "Nothing.")
            .expect(409)
            .says("Ask somebody it touches first");
        ask(town, &there, "Farid", "affected")
            .expect(422)
            .says("somebody else");
        ask(town, &there, "Rosa", "affected").expect(303);
        ask(town, &there, "rosa", "knows")
            .expect(409)
            .says("have been asked");
        // They have three days, or say something sooner.
        decide(town, &there, "Nothing.")
            .expect(409)
            .says("still has time to answer");
        town.as_person("Farid")
            .get(&there)
            .says("has until Thursday 12 March, 09:00 to answer");
        town.as_person("Rosa")
            .get("/today")
            .says("You are asked for advice");
        // Chidi is of another circle, and reads it because he is asked; Omar does not.
        town.as_person("Omar").get(&there).expect(404);
        for (who, words) in [("Rosa", "My mother cannot read it."), ("Chidi", "A3 jams.")] {
            let to = mine(town, who, &there);
            town.as_person(who).post(&to, &[("words", "")]).expect(422);
            town.as_person("Omar")
                .post(&to, &[("words", words)])
                .expect(404);
            town.as_person(who)
                .post(&to, &[("words", words)])
                .expect(303);
        }
        decide(town, &there, "")
            .expect(422)
            .says("Say what the advice changed")
            .says("Letters twice as large.");
        decide(town, &there, "Two pages instead of one large one.").expect(303);
        for who in ["Rosa", "Chidi", "Bo"] {
            town.as_person(who)
                .get(&there)
                .expect(200)
                .says("Letters twice as large.")
                .says("Two pages instead of one large one.");
        }
        town.as_person("Rosa")
            .get("/today")
            .says("it says what the advice changed");
        town.as_person("Bo")
            .get("/decisions?q=twice+as+large")
            .says("A new flyer");
        decide(town, &there, "Again.").expect(409);
        ask(town, &there, "Bo", "knows").expect(409);
    });
}

/// Whoever is silent was asked, and that stands there; a neighbour without an account is heard by phone;
/// anybody of the circle can want all of it to decide.
#[test]
fn silence_is_shown_a_neighbour_is_heard_by_phone_and_the_circle_can_take_it() {
    on_both(|town| {
        aid_is(town, &[]);
        town.set_clock("2026-03-09 09:00");
        let there = begin(town, "Farid");
        ask(town, &there, "Gus next door", "affected").expect(303);
        ask(town, &there, "Yuki", "knows").expect(303);
        let gus = mine(town, "Farid", &there);
        let words = [("words", "My eyes are bad.")];
        town.as_person("Bo").post(&gus, &words).expect(404);
        town.as_person("Farid").post(&gus, &words).expect(303);
        town.as_person("Bo")
            .get(&there)
            .says("Gus next door: it touches them")
            .says("by phone")
            .says("Asked, and not heard from yet");
        town.set_clock("2026-03-12 09:00");
        decide(town, &there, "Yellow paper.").expect(303);
        town.as_person("Bo")
            .get(&there)
            .says("Asked, and not heard from yet");
        // Another one, which Bo wants the circle to decide.
        let other = begin(town, "Farid");
        town.as_person("Omar")
            .post(&format!("{other}/to-circle"), &[])
            .expect(404);
        let proposal = town
            .as_person("Bo")
            .post(&format!("{other}/to-circle"), &[])
            .expect(303);
        town.as_person("Bo")
            .get(proposal.location())
            .expect(200)
            .says("Larger letters.");
        decide(town, &other, "No.").expect(409);
        town.as_person("Bo")
            .post(&format!("{other}/to-circle"), &[])
            .expect(409);
        // What Yuki was asked goes with Yuki; a year later all of it.
        town.until("2027-03-14 03:00");
        town.as_person("Bo").get(&there).expect(404);
    });
}
