//! Bo, who goes silent, and nothing is called missed; Bo, who eases.

use super::tools::{RUNS, buddies, deed, holds, offers, rota};
use holdfast::testing::{Town, on_both};

/// Words that would make silence into something (P1, N5).
const NEVER: &[&str] = &[
    "missed", "overdue", "late", "failed", "broken", "lapsed", "inactive",
];

fn no_word_of_failure(town: &Town) {
    for who in ["Bo", "Yuki", "Amara", "Chidi"] {
        for path in ["/today", "/commitments", "/circles"] {
            let page = town
                .as_person(who)
                .get(path)
                .expect(200)
                .body
                .to_lowercase();
            for word in NEVER {
                let found = page.split(|c: char| !c.is_alphabetic()).any(|w| w == *word);
                assert!(!found, "{who} reads {word:?} on {path}");
            }
        }
    }
}

#[test]
fn bo_goes_silent_and_nothing_is_called_missed() {
    on_both(|town| {
        let there = offers(town, "Bo", "aid", RUNS);
        let amara = town.as_person("Amara");
        amara
            .get("/today")
            .expect(200)
            .says("Grocery run, North side")
            .says("Bo offers this");
        amara.get(&there).expect(200).says("Yes, please");
        // Nothing yet: silence is not a yes, and Bo cannot say yes for Aid.
        deed(&town.as_person("Bo"), &there, "accept", &[]).expect(409);
        rota(town, "Yuki", "aid").says_not("Grocery run");
        deed(&amara, &there, "accept", &[]).expect(303);
        rota(town, "Yuki", "aid")
            .says("Grocery run, North side")
            .says("every Tuesday and Friday, 17:00");

        buddies(town, "Bo", "Yuki", "2026-05-20");
        town.until("2026-05-31 20:00");
        rota(town, "Yuki", "aid").says_not("awaiting word");
        town.until("2026-06-01 08:00");
        let bo = town.as_person("Bo");
        bo.get("/today")
            .expect(200)
            .says("Its day was Sunday 31 May. Keep it, ease it");
        rota(town, "Yuki", "aid").says("Bo — awaiting word");
        // To Aid only.
        for stranger in ["Chidi", "Hana", "Dalia"] {
            let browser = town.as_person(stranger);
            browser
                .get(&format!("/circles/{}/rota", town.circle("aid")))
                .expect(404);
            browser.get(&there).expect(404);
        }
        town.as_person("Yuki")
            .get("/today")
            .expect(200)
            .says_not("Could you see how Bo is?");
        no_word_of_failure(town);

        town.until("2026-06-20 08:00");
        town.as_person("Yuki")
            .get("/today")
            .expect(200)
            .says_not("Could you see how Bo is?");
        town.until("2026-06-21 08:00");
        town.as_person("Yuki")
            .get("/today")
            .expect(200)
            .says("Could you see how Bo is?");
        town.as_person("Sam")
            .get("/today")
            .expect(200)
            .says_not("Could you see how");
        no_word_of_failure(town);

        town.until("2026-07-20 08:00");
        town.until("2026-08-19 08:00");
        rota(town, "Yuki", "aid")
            .says("Bo — awaiting word")
            .says_not("Needs a holder");
        town.until("2026-08-20 08:00");
        let page = rota(town, "Yuki", "aid")
            .says("Needs a holder")
            .says_not("awaiting word");
        // The two slots.
        assert_eq!(
            page.body.matches("href=\"/places/").count(),
            2,
            "{}",
            page.body
        );
        page.says("every Tuesday, 17:00")
            .says("every Friday, 17:00");
        no_word_of_failure(town);
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("Set aside: please don&#39;t plan on this");
        // Every right is as it was: Bo asks for help that day.
        town.stranger()
            .post(
                "/ask",
                &[
                    ("words", "A lift to the clinic"),
                    ("contact", "Bo, 555 0142"),
                ],
            )
            .expect(303);
        let bo = town.as_person("Bo");
        bo.get("/asks").expect(200);
        bo.post("/offers", &[("kind", "food")]).expect(303);
        // Coming back is an offer, and Aid's yes.
        deed(&bo, &there, "again", &[("review_on", "2026-11-01")]).expect(303);
        // Every term ended in July; Aid has a steward again.
        town.hold("Amara", kernel::Role::Steward, "aid", "2026-12-31");
        deed(&town.as_person("Sam"), &there, "accept", &[]).expect(409);
        deed(&town.as_person("Amara"), &there, "accept", &[]).expect(303);
        rota(town, "Yuki", "aid").says("every Tuesday and Friday, 17:00");
    });
}

#[test]
fn bo_eases_to_fridays_at_once_and_nobody_asks_why() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        town.until("2026-04-10 12:00");
        let bo = town.as_person("Bo");
        let page = bo.get(&there).expect(200).says("Ease it");
        assert!(!page.body.contains("reason\""), "no field for a reason");
        deed(
            &bo,
            &there,
            "ease",
            &[("words", "One grocery run, North side"), ("day", "5")],
        )
        .expect(303);
        rota(town, "Amara", "aid")
            .says("One grocery run, North side")
            .says("every Friday, 17:00")
            .says("Needs a holder")
            .says("every Tuesday, 17:00");
        // Twice is as once more: no reason, no count.
        bo.get(&there)
            .expect(200)
            .says("In force. Looked at again on Sunday 31 May.");
    });
}

#[test]
fn two_taps_rest_release_and_done() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        let bo = town.as_person("Bo");
        deed(&bo, &there, "rest", &[]).expect(303);
        rota(town, "Amara", "aid")
            .says("Bo — resting")
            .says("Needs a holder");
        town.until("2026-03-12 09:00");
        deed(&bo, &there, "go-on", &[]).expect(303);
        rota(town, "Amara", "aid")
            .says_not("Needs a holder")
            .says_not("Bo — resting");
        // Ten days rested, ten days later.
        bo.get(&there).expect(200).says("Wednesday 10 June");
        deed(&bo, &there, "release", &[]).expect(303);
        rota(town, "Amara", "aid").says("Needs a holder");
        deed(&bo, &there, "release", &[])
            .expect(409)
            .says("It has ended");
        bo.get(&there).expect(200).says("Given back.");
        // A month after, it is gone.
        town.until("2026-04-12 23:59");
        town.as_person("Bo").get(&there).expect(404);
        rota(town, "Amara", "aid").says("Needs a holder");
    });
}

#[test]
fn bo_hands_over_to_yuki_who_says_yes_herself() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        let bo = town.as_person("Bo");
        // Luz rests: she is asked for nothing, and the sentence says what to do.
        deed(&bo, &there, "hand-over", &[("to", "Luz")])
            .expect(409)
            .says("They are resting");
        deed(&bo, &there, "hand-over", &[("to", "Nobody")]).expect(422);
        deed(&bo, &there, "hand-over", &[("to", "Yuki")]).expect(303);
        let yuki = town.as_person("Yuki");
        let page = yuki
            .get("/today")
            .expect(200)
            .says("Whoever holds it now would like to hand it to you.");
        rota(town, "Amara", "aid").says("Bo — handing over");
        let places: Vec<String> = page
            .body
            .split("action=\"/places/")
            .skip(1)
            .map(|rest| rest[..36].to_owned())
            .collect();
        assert_eq!(places.len(), 2);
        for place in &places {
            yuki.post(&format!("/places/{place}/take"), &[]).expect(303);
        }
        rota(town, "Amara", "aid")
            .says("Yuki")
            .says_not("handing over")
            .says_not("Needs a holder");
        bo.get(&there).expect(200).says("Given back.");
    });
}

#[test]
fn a_hand_over_that_nobody_takes_ends_by_itself() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        deed(&town.as_person("Bo"), &there, "hand-over", &[]).expect(303);
        town.until("2026-03-16 09:00");
        rota(town, "Amara", "aid")
            .says_not("handing over")
            .says("Needs a holder");
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("Given back.");
    });
}

/// A clock that goes back does nothing twice, and nothing early.
#[test]
fn a_clock_set_back_moves_nothing() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        town.until("2026-06-01 08:00");
        town.set_clock("2026-03-10 08:00");
        town.tick();
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("Awaiting word.");
        town.set_clock("2026-06-01 09:00");
        assert_eq!(town.tick(), 0);
        deed(&town.as_person("Bo"), &there, "keep", &[]).expect(303);
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("In force.");
    });
}

#[test]
fn a_changed_promise_needs_a_yes_and_the_old_one_goes_on_until_then() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        let bo = town.as_person("Bo");
        let id = there.rsplit('/').next().unwrap();
        let page = bo.get(&format!("/commitments/new?before={id}")).expect(200);
        page.says("Grocery run, North side").says("Say it anew");
        let anew = offers(
            town,
            "Bo",
            "aid",
            &[
                ("words", "The van on Mondays"),
                ("every", "1"),
                ("day", "1"),
                ("before", id),
                ("review_on", "2026-06-30"),
            ],
        );
        rota(town, "Yuki", "aid")
            .says("Grocery run, North side")
            .says_not("The van on Mondays");
        deed(&town.as_person("Amara"), &anew, "accept", &[]).expect(303);
        rota(town, "Yuki", "aid")
            .says("The van on Mondays")
            .says_not("Grocery run, North side");
        bo.get(&there).expect(200).says("Done, with thanks.");
    });
}
