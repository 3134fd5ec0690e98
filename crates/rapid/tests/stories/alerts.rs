//! P21: alerts are verified before anybody hears them.

use holdfast::testing::{Answer, Town, carried_away, on_both};

const TITLE: &str = "Two vans, Main and 1st";

fn offers(town: &Town, who: &str, what: &[(&str, &str)]) {
    town.as_person(who).post("/alerts/offer", what).expect(303);
}

/// Rosa answers the line and writes down what a first-time caller saw.
fn reported(town: &Town) -> String {
    let fields = [
        ("activity", "Two vans"),
        ("place", "Main and 1st"),
        ("gear", "Vans without signs"),
        ("reporter", "555 0142"),
    ];
    let rosa = town.as_person("Rosa");
    let there = rosa.post("/alerts", &fields).expect(303);
    there.location().split('?').next().unwrap().to_owned()
}

fn found(town: &Town, who: &str, there: &str, stage: &str, words: &str) -> Answer {
    let fields = [("stage", stage), ("found", words)];
    town.as_person(who).post(&format!("{there}/found"), &fields)
}

#[test]
fn two_vans_at_main_and_first_are_plumbers_and_nobody_else_ever_heard() {
    on_both(|town| {
        town.set_clock("2026-03-18 07:10");
        offers(town, "Yuki", &[("looks", "1")]);
        offers(town, "Bo", &[("looks", "1"), ("hears", "1")]);
        offers(town, "Omar", &[("hears", "1")]);
        let missing = [("activity", "Two vans")];
        town.as_person("Rosa")
            .post("/alerts", &missing)
            .expect(422)
            .says("and where")
            .says("Two vans");
        let there = reported(town);
        // Nobody but the line knows.
        for who in ["Yuki", "Omar", "Esi", "Ines"] {
            town.as_person(who).get(&there).expect(404);
            town.as_person(who).get("/alerts").says_not(TITLE);
        }
        town.as_person("Rosa").get(&there).says("555 0142");
        // Unconfirmed it goes nowhere.
        town.as_person("Rosa")
            .post(&format!("{there}/tell"), &[])
            .expect(409)
            .says("Only what somebody confirmed");
        town.as_person("Rosa")
            .post(&format!("{there}/ask"), &[])
            .expect(303);
        town.as_person("Yuki")
            .get("/today")
            .says("Could you go and look?");
        town.as_person("Yuki").get(&there).says_not("555 0142");
        found(town, "Yuki", &there, "cleared", "From afar").expect(404);
        town.as_person("Yuki")
            .post(&format!("{there}/go"), &[])
            .expect(303);
        town.as_person("Omar")
            .post(&format!("{there}/go"), &[])
            .expect(404);
        found(town, "Yuki", &there, "cleared", "Plumbers").expect(303);
        // Cleared goes to those told: the line, and Bo who was asked too.
        for who in ["Rosa", "Bo"] {
            town.as_person(who).get("/today").says("Cleared.");
            town.as_person(who).get(&there).says("Plumbers");
        }
        for who in ["Omar", "Esi", "Ines"] {
            town.as_person(who).get(&there).expect(404);
            town.as_person(who).get("/today").says_not("vans");
        }
        town.as_person("Rosa")
            .post(&format!("{there}/tell"), &[])
            .expect(409);
        found(town, "Yuki", &there, "confirmed", "").expect(409);
        // Three days later nothing of it is there.
        town.until("2026-03-22 04:00");
        for who in ["Rosa", "Yuki"] {
            town.as_person(who).get(&there).expect(404);
        }
        let carried = String::from_utf8_lossy(&carried_away(town.folder())).into_owned();
        for words in ["Main and 1st", "Plumbers", "555 0142"] {
            assert!(!carried.contains(words), "{words}");
        }
    });
}

#[test]
fn what_is_confirmed_is_told_to_those_who_want_to_hear_and_cleared_to_the_same() {
    on_both(|town| {
        town.set_clock("2026-03-18 07:10");
        offers(town, "Omar", &[("hears", "1")]);
        let there = reported(town);
        // Nobody offered to look.
        town.as_person("Rosa")
            .post(&format!("{there}/ask"), &[])
            .expect(409)
            .says("Nobody has offered to look");
        offers(town, "Yuki", &[("looks", "1")]);
        town.as_person("Rosa")
            .post(&format!("{there}/ask"), &[])
            .expect(303);
        town.as_person("Yuki")
            .post(&format!("{there}/go"), &[])
            .expect(303);
        // A careful answer is a good one; it is told to nobody.
        found(town, "Yuki", &there, "uncertain", "Too far").expect(303);
        town.as_person("Rosa")
            .post(&format!("{there}/tell"), &[])
            .expect(409);
        found(town, "Yuki", &there, "confirmed", "Two marked vans").expect(303);
        town.as_person("Omar").get(&there).expect(404);
        town.as_person("Yuki")
            .post(&format!("{there}/tell"), &[])
            .expect(404);
        for _ in 0..2 {
            town.as_person("Rosa")
                .post(&format!("{there}/tell"), &[])
                .expect(303);
        }
        town.as_person("Omar")
            .get(&there)
            .expect(200)
            .says("Confirmed on the spot")
            .says_not("555 0142");
        town.as_person("Esi").get(&there).expect(404);
        found(town, "Yuki", &there, "cleared", "They left").expect(303);
        town.as_person("Omar").get("/today").says("Cleared.");
        // Consent ends after half a year, and can be taken back any time.
        town.as_person("Omar")
            .get("/alerts")
            .says("Until Monday 14 September");
        offers(town, "Omar", &[]);
        town.as_person("Omar")
            .get("/alerts")
            .says_not("Until Monday");
        town.as_person("Omar").get(&there).expect(404);
        town.until("2026-09-15 04:00");
        town.as_person("Yuki")
            .get("/alerts")
            .says_not("Until Monday 14 September");
    });
}
