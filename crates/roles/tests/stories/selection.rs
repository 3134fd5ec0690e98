//! A selection round, and somebody proposed.

use super::tools::{count, does, new_role, opens, role};
use holdfast::testing::{Town, on_both};

const AID: [&str; 5] = ["Amara", "Sam", "Rosa", "Bo", "Yuki"];

fn nominates(town: &Town, choosing: &str, (who, whom): (&str, &str), why: &str) -> u16 {
    let person = town.person(whom).to_string();
    let fields = [("person", &*person), ("why", why)];
    does(town, who, choosing, "nominate", &fields).status
}

/// Criteria, silent names that nobody reads before they are in, whoever began the round included,
/// reasons, a change, a proposal, everybody's word: and then nothing of it is kept but the term.
#[test]
fn a_selection_round_from_what_is_needed_to_everybodys_word() {
    on_both(|town| {
        let notes = new_role(town, "Amara", "aid", &[]);
        let choosing = opens(town, "Amara", &notes, &[("kind", "selection")]);
        let needs = [("criteria", "Evenings free")];
        does(town, "Bo", &choosing, "criteria", &needs).expect(303);
        assert_eq!(nominates(town, &choosing, ("Bo", "Sam"), "early"), 409);
        does(town, "Bo", &choosing, "on", &[])
            .expect(409)
            .says("Whoever began this");
        does(town, "Amara", &choosing, "on", &[]).expect(303);
        town.as_person("Yuki")
            .get("/today")
            .says("Whom would you like in this role?");

        // Sealed: neither whoever began it nor anybody else reads one, and the reason is needed.
        assert_eq!(nominates(town, &choosing, ("Bo", "Sam"), ""), 422);
        assert_eq!(
            nominates(town, &choosing, ("Bo", "Sam"), "listens longest"),
            303
        );
        for who in ["Amara", "Sam", "Rosa", "Yuki"] {
            town.as_person(who)
                .get(&choosing)
                .expect(200)
                .says("Evenings free")
                .says_not("listens longest")
                .says_not("says so");
        }
        town.as_person("Bo")
            .get(&choosing)
            .says("listens longest")
            .says("You say so");
        for who in ["Noor", "Hana", "Ines"] {
            town.as_person(who).get(&choosing).expect(404);
        }
        town.as_person("Farid").get(&choosing).expect(404);
        let still = "4 of you have not written a name yet";
        town.as_person("Amara").get(&choosing).says(still);
        for who in ["Amara", "Rosa", "Yuki"] {
            assert_eq!(nominates(town, &choosing, (who, "Rosa"), "knows all"), 303);
        }
        town.as_person("Amara")
            .get(&choosing)
            .says_not("listens longest");
        // With the last name they are read.
        assert_eq!(nominates(town, &choosing, ("Sam", "Rosa"), "calm"), 303);
        town.as_person("Amara")
            .get(&choosing)
            .says("listens longest")
            .says("Bo says so");
        assert_eq!(nominates(town, &choosing, ("Bo", "Rosa"), "late"), 409);
        does(town, "Amara", &choosing, "on", &[]).expect(303);
        assert_eq!(nominates(town, &choosing, ("Bo", "Rosa"), "I heard"), 303);
        town.as_person("Yuki").get(&choosing).says("I heard");

        let rosa = town.person("Rosa").to_string();
        let sam = town.person("Sam").to_string();
        does(town, "Bo", &choosing, "propose", &[("person", &rosa)]).expect(409);
        does(town, "Amara", &choosing, "propose", &[("person", &rosa)]).expect(303);
        // A no is free, and nothing of it stays.
        town.as_person("Rosa")
            .get("/today")
            .says("You are proposed: yes or no?");
        does(town, "Bo", &choosing, "answer", &[("answer", "no")]).expect(409);
        does(town, "Rosa", &choosing, "answer", &[("answer", "no")]).expect(303);
        assert_eq!(count(town, "choosings where candidate_id is not null"), 0);
        does(town, "Amara", &choosing, "propose", &[("person", &sam)]).expect(303);
        does(town, "Sam", &choosing, "answer", &[("answer", "yes")]).expect(303);
        for who in ["Amara", "Rosa"] {
            does(town, who, &choosing, "say", &[("says", "yes")]).expect(303);
        }
        does(town, "Bo", &choosing, "say", &[("says", "objection")])
            .expect(422)
            .says("An objection is words");
        let no = [("says", "objection"), ("words", "Sam has Thursdays only.")];
        does(town, "Bo", &choosing, "say", &no).expect(303);
        does(town, "Yuki", &choosing, "say", &[("says", "yes")]).expect(303);
        // Four have said something, and it is no consent.
        let page = town.as_person("Yuki").get(&choosing).expect(200);
        page.says("Sam has Thursdays only.");
        town.as_person("Yuki").get(&notes).says("Nobody holds it");
        does(town, "Bo", &choosing, "say", &[("says", "yes")]).expect(303);
        town.as_person("Noor")
            .get(&notes)
            .says("Sam, until Tuesday 1 September (in a selection round)");
        town.as_person("Bo").get(&choosing).expect(404);
        for table in ["choosings", "nominations", "choosing_words", "lot_pools"] {
            assert_eq!(count(town, table), 0, "{table}");
        }
        // The account of power says that a role was given; Coordinating reads with whose word.
        town.as_person("Chidi")
            .get("/power")
            .says("Bo (with the circle")
            .says("Sam · facilitation, Aid");
    });
}

/// Whoever began a round can open the names before all are in: for everybody at once.
#[test]
fn names_are_opened_for_everybody_at_once() {
    on_both(|town| {
        let notes = new_role(town, "Amara", "aid", &[]);
        let choosing = opens(town, "Bo", &notes, &[("kind", "selection")]);
        does(town, "Bo", &choosing, "on", &[]).expect(303);
        nominates(town, &choosing, ("Yuki", "Sam"), "listens longest");
        let bytes = |who: &str| town.as_person(who).get(&choosing).expect(200).body;
        assert!(!bytes("Bo").contains("listens longest"));
        assert!(!bytes("Amara").contains("listens longest"));
        does(town, "Bo", &choosing, "on", &[]).expect(303);
        assert!(bytes("Bo").contains("listens longest"));
        does(town, "Bo", &choosing, "stop", &[]).expect(303);
        assert_eq!(count(town, "nominations"), 0);
    });
}

/// Sixty days of silence choose nobody: the timer ends it, and who kept silent is not written down.
#[test]
fn silence_is_never_consent() {
    on_both(|town| {
        let steward = role(town, "aid", "steward");
        let sam = town.person("Sam").to_string();
        let propose = [("kind", "consent"), ("person", &*sam)];
        let choosing = opens(town, "Amara", &steward, &propose);
        town.as_person("Bo")
            .get("/today")
            .says("Somebody is proposed, and your word is asked");
        does(town, "Sam", &choosing, "answer", &[("answer", "yes")]).expect(303);
        for who in ["Amara", "Rosa", "Bo"] {
            does(town, who, &choosing, "say", &[("says", "yes")]).expect(303);
        }
        town.as_person("Bo")
            .get(&choosing)
            .says("Not said yet: Yuki");
        town.as_person("Bo")
            .post(&format!("{steward}/choose"), &propose)
            .expect(409)
            .says("choosing for this role already");
        town.until("2026-05-01 23:00");
        town.as_person("Bo").get(&steward).says_not("Sam, until");
        town.until("2026-05-02 09:00");
        town.as_person("Bo").get(&choosing).expect(404);
        town.as_person("Bo").get(&steward).says_not("Sam, until");
        assert_eq!(count(town, "choosing_words"), 0);
    });
}

/// Two people press at the same moment: each is counted, and one term begins.
#[test]
fn two_people_consent_at_the_same_moment() {
    on_both(|town| {
        for round in 0..4 {
            let name = format!("notes {round}");
            let notes = new_role(town, "Amara", "aid", &[("name", &name)]);
            let sam = town.person("Sam").to_string();
            let propose = [("kind", "consent"), ("person", &*sam)];
            let choosing = opens(town, "Sam", &notes, &propose);
            for who in ["Amara", "Rosa"] {
                does(town, who, &choosing, "say", &[("says", "yes")]).expect(303);
            }
            let browsers = [town.as_person("Bo"), town.as_person("Yuki")];
            let path = format!("{choosing}/say");
            for browser in &browsers {
                browser.get(&choosing).expect(200);
            }
            std::thread::scope(|scope| {
                for browser in browsers {
                    let path = path.clone();
                    scope.spawn(move || {
                        browser.post(&path, &[("says", "yes")]).expect(303);
                    });
                }
            });
            assert_eq!(count(town, "choosings"), 0);
            assert_eq!(count(town, "terms where how = 'consent'"), round + 1);
        }
    });
}

/// Whoever is still asked leaves: the word of the others is complete without them.
#[test]
fn a_word_that_nobody_can_say_any_more_is_not_waited_for() {
    on_both(|town| {
        let steward = role(town, "aid", "steward");
        let sam = town.person("Sam").to_string();
        let choosing = opens(
            town,
            "Sam",
            &steward,
            &[("kind", "consent"), ("person", &sam)],
        );
        for who in AID.iter().filter(|who| !["Sam", "Yuki"].contains(who)) {
            does(town, who, &choosing, "say", &[("says", "yes")]).expect(303);
        }
        town.as_person("Yuki").post("/me/leave", &[]).expect(303);
        town.as_person("Bo").get(&steward).says_not("Sam, until");
        town.tick();
        town.as_person("Bo")
            .get(&steward)
            .says("Sam, until Tuesday 1 September");
    });
}
