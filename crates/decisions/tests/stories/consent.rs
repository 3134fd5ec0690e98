//! P28: by consent, never past an objection, looked at again.

use super::tools::{adopt, aid_is, propose, says, to_the_round};
use holdfast::testing::on_both;

#[test]
fn sunday_intake_is_objected_to_changed_adopted_and_looked_at_again() {
    on_both(|town| {
        // Seven in Aid.
        let all = aid_is(town, &[]);
        assert_eq!(all.len(), 7, "{all:?}");
        town.set_clock("2026-03-09 09:00");
        let there = propose(town, "Sam", "aid", "shared", "Open intake on Sundays");
        // Questions and reactions come first.
        says(town, "Rosa", &there, "consent", "")
            .expect(409)
            .says("Questions and reactions come first");
        says(town, "Rosa", &there, "question", "Who answers in April?").expect(303);
        says(town, "Rosa", &there, "reaction", "").expect(422);
        // Another circle reads nothing, nor that it is there.
        town.as_person("Omar").get(&there).expect(404);
        town.as_person("Priya").get(&there).expect(404);
        town.as_person("Bo")
            .post(&format!("{there}/on"), &[])
            .expect(409)
            .says("Only whoever proposed it");
        to_the_round(town, "Sam", &there);
        for who in all.iter().filter(|who| *who != "Yuki") {
            says(town, who, &there, "consent", "").expect(303);
        }
        says(town, "Yuki", &there, "objection", "")
            .expect(422)
            .says("Say how it would harm");
        let harm = "Two of three intake people rest Sundays; the line would go unanswered.";
        says(town, "Yuki", &there, "objection", harm).expect(303);
        town.set_clock("2026-03-12 09:00");
        adopt(town, "Sam", &there, "2026-06-07")
            .expect(409)
            .says("An objection is open");
        // Nobody but Yuki can say that it is met.
        let page = town.as_person("Yuki").get(&there).expect(200);
        let voice = page.between("action=\"/voices/", "/met");
        for who in ["Sam", "Amara"] {
            town.as_person(who)
                .post(&format!("/voices/{voice}/met"), &[])
                .expect(409)
                .says("Only whoever raised it");
        }
        town.as_person("Omar")
            .post(&format!("/voices/{voice}/met"), &[])
            .expect(404);
        // Changed on the tenth: the clock begins anew, and everybody speaks anew.
        town.set_clock("2026-03-10 09:00");
        let words = "Every second Sunday, two on shift, till 7 June.";
        let fields = [("words", words), ("meaning", "changed")];
        town.as_person("Sam")
            .post(&format!("{there}/amend"), &fields)
            .expect(303);
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("Earliest: Friday 13 March")
            .says("then the meaning changed")
            .says_not("Rosa: consent");
        for who in &all {
            says(town, who, &there, "consent", "").expect(303);
        }
        adopt(town, "Sam", &there, "2026-06-07")
            .expect(409)
            .says("stays open for its whole time");
        town.set_clock("2026-03-13 09:00");
        for wrong in ["", "2026-03-13", "2027-06-07"] {
            adopt(town, "Sam", &there, wrong).expect(422);
        }
        adopt(town, "Sam", &there, "2026-06-07").expect(303);
        let agreed = format!("/decisions/of/{}", town.circle("aid"));
        town.as_person("Bo")
            .get(&agreed)
            .expect(200)
            .says(words)
            .says("in effect, looked at again on Sunday 7 June");
        town.as_person("Omar").get(&agreed).expect(404);
        // Found in two steps.
        town.as_person("Bo")
            .get("/decisions?q=second+sunday")
            .expect(200)
            .says("Open intake on Sundays");
        town.as_person("Bo")
            .get("/decisions?q=aubergine")
            .expect(200)
            .says_not("Open intake on Sundays");
        // A month later nobody's word is kept, but for the objection and how it was met.
        town.until("2026-04-12 23:45");
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says(harm)
            .says("Met by what it says now")
            .says_not("Rosa: consent")
            .says_not("Who answers in April?");
        // The seventh of June passes, and three weeks: still in force, at the top.
        town.until("2026-06-29 09:00");
        for page in [&agreed, &there] {
            town.as_person("Bo")
                .get(page)
                .expect(200)
                .says("Past its review; still in force until the circle looks");
        }
        let keep = [("review_on", "2026-12-01")];
        town.as_person("Amara")
            .post(&format!("{there}/keep"), &keep)
            .expect(303);
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says_not("Past its review");
    });
}

#[test]
fn silence_is_not_present_and_a_voice_by_phone_is_a_voice() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        town.set_clock("2026-03-09 09:00");
        let there = propose(town, "Sam", "aid", "everyday", "A kettle");
        to_the_round(town, "Sam", &there);
        for who in ["Sam", "Bo", "Rosa"] {
            says(town, who, &there, "consent", "").expect(303);
        }
        // Once more is once.
        says(town, "Bo", &there, "pass", "").expect(303);
        town.set_clock("2026-03-10 09:00");
        town.as_person("Sam")
            .get(&there)
            .expect(200)
            .says("One more needs to speak or pass.");
        adopt(town, "Sam", &there, "2026-06-07")
            .expect(409)
            .says("consents to nothing");
        // Luz rang Amara, who looks after Aid; Bo cannot write her voice down.
        let voice = [("kind", "consent"), ("who", "Luz")];
        town.as_person("Bo")
            .post(&format!("{there}/say"), &voice)
            .expect(409)
            .says("Only whoever looks after the circle");
        town.as_person("Amara")
            .post(
                &format!("{there}/say"),
                &[("kind", "consent"), ("who", "Omar")],
            )
            .expect(422);
        town.as_person("Amara")
            .post(&format!("{there}/say"), &voice)
            .expect(303);
        town.as_person("Bo").get(&there).says("by phone");
        // Whoever rests is not counted, and is asked for nothing.
        town.as_person("Yuki").post("/me/rest", &[]).expect(303);
        town.as_person("Yuki").get("/today").says_not("A kettle");
        adopt(town, "Sam", &there, "2026-06-07").expect(303);
        assert!(all.len() == 7);
        // Whoever leaves takes their words along; what was agreed stays, and nobody is its author.
        town.as_person("Sam").post("/me/leave", &[]).expect(303);
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("A kettle")
            .says_not("proposed by");
    });
}

/// Two change it at once, and nothing of either is lost; an objection in the last second of cooling.
#[test]
fn two_amendments_at_once_and_an_objection_in_the_last_second() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        town.set_clock("2026-06-01 09:00");
        let there = propose(town, "Amara", "aid", "weighty", "Join the county coalition");
        let amend = format!("{there}/amend");
        let mut browsers = vec![town.as_person("Amara"), town.as_person("Amara")];
        std::thread::scope(|scope| {
            for (nth, browser) in browsers.drain(..).enumerate() {
                let amend = amend.as_str();
                scope.spawn(move || {
                    let words = format!("We join, in words {nth}.");
                    let fields = [("words", words.as_str()), ("meaning", "changed")];
                    browser.post(amend, &fields).expect(303);
                });
            }
        });
        let page = town.as_person("Bo").get(&there).expect(200);
        let page = page
            .says("We join, in words 0.")
            .says("We join, in words 1.");
        page.says("From 15 March two of us answer");
        to_the_round(town, "Amara", &there);
        let sat = |day: &str| {
            town.set_clock(day);
            let browser = town.as_person("Amara");
            browser.post(&format!("{there}/sitting"), &[])
        };
        sat("2026-06-02 19:00").expect(303);
        sat("2026-06-02 21:00").expect(409).says("Sleep on it");
        sat("2026-06-09 19:00").expect(303);
        for who in &all {
            says(town, who, &there, "consent", "").expect(303);
        }
        adopt(town, "Amara", &there, "2026-12-01").expect(303);
        town.set_clock("2026-06-11 18:59");
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("takes effect on");
        says(
            town,
            "Bo",
            &there,
            "objection",
            "It binds our keys to theirs.",
        )
        .expect(303);
        town.set_clock("2026-06-11 19:01");
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("An objection is open")
            .says_not("takes effect on");
        says(town, "Bo", &there, "consent", "").expect(303);
        adopt(town, "Amara", &there, "2026-12-01").expect(303);
        town.set_clock("2026-06-13 19:02");
        says(town, "Yuki", &there, "objection", "Too late?").expect(409);
        town.as_person("Bo").get(&there).says("in effect");
    });
}
