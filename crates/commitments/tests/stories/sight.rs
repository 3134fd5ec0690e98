//! Who reads what was promised.

use super::tools::{RUNS, deed, holds, offers};
use holdfast::testing::{carried_away, on_both};

#[test]
fn the_two_sides_read_it_and_for_others_it_is_not_there() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        // The same page, but for the address that was asked for.
        let chidi = town.as_person("Chidi");
        let nobodys = "/commitments/00000000-0000-4000-8000-000000000000";
        let not_there = chidi.get(nobodys).expect(404);
        let there_not = chidi.get(&there).expect(404).body.replace(&there, nobodys);
        assert_eq!(there_not, not_there.body);
        for who in ["Chidi", "Hana", "Ines", "Dalia", "Nia"] {
            let browser = town.as_person(who);
            browser.get(&there).expect(404);
            for what in [
                "accept", "ease", "release", "cant", "wake", "see", "in-touch", "keep",
            ] {
                deed(&browser, &there, what, &[]).expect(404);
            }
        }
        town.as_person("Rosa").get(&there).expect(200);
        assert!(
            !String::from_utf8_lossy(&carried_away(town.folder()))
                .contains("Grocery run, North side")
        );
    });
}

#[test]
fn wider_sight_is_the_givers_wish_and_the_receivers_yes_and_narrower_is_at_once() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        let (bo, amara, chidi) = (
            town.as_person("Bo"),
            town.as_person("Amara"),
            town.as_person("Chidi"),
        );
        deed(&amara, &there, "see", &[("sight", "network")]).expect(409);
        deed(&bo, &there, "see", &[("sight", "network")]).expect(303);
        chidi.get(&there).expect(404);
        deed(&amara, &there, "see", &[("sight", "network")]).expect(303);
        chidi
            .get(&there)
            .expect(200)
            .says("Grocery run, North side")
            .says_not("Looked at again")
            .says_not("I can&#39;t");
        // Where it stands is for the two sides alone (N5).
        town.until("2026-06-01 08:00");
        let (amara, chidi) = (town.as_person("Amara"), town.as_person("Chidi"));
        chidi.get(&there).expect(200).says_not("Awaiting word");
        town.as_person("Farid").get(&there).expect(404);
        deed(&amara, &there, "see", &[("sight", "sides")]).expect(303);
        chidi.get(&there).expect(404);
    });
}

#[test]
fn money_is_seen_by_treasurers_too() {
    on_both(|town| {
        let money = [
            ("words", "Twenty a month"),
            ("kind", "money"),
            ("review_on", "2026-05-31"),
        ];
        let there = offers(town, "Bo", "aid", &money);
        town.as_person("Dalia")
            .get(&there)
            .expect(200)
            .says("Twenty a month")
            .says("the treasurers see this");
        for who in ["Omar", "Chidi"] {
            town.as_person(who).get(&there).expect(404);
        }
        deed(&town.as_person("Dalia"), &there, "accept", &[]).expect(409);
    });
}

#[test]
fn one_person_offers_another_and_only_they_answer() {
    on_both(|town| {
        let fields = [
            ("words", "Spanish on Sundays"),
            ("to_person", "noor"),
            ("review_on", "2026-05-31"),
        ];
        let answer = town
            .as_person("Mateo")
            .post("/commitments/new", &fields)
            .expect(303);
        let there = answer.location().split('?').next().unwrap().to_owned();
        town.as_person("Noor")
            .get("/today")
            .expect(200)
            .says("Spanish on Sundays");
        deed(&town.as_person("Chidi"), &there, "decline", &[]).expect(404);
        deed(&town.as_person("Noor"), &there, "decline", &[]).expect(303);
        let page = town.as_person("Mateo").get(&there).expect(200);
        page.says("It did not come to be.").says_not("declined");
    });
}

/// P29: while the network is careful, names stand only in one's own circles.
#[test]
fn what_others_chose_to_show_is_not_shown_while_the_network_is_careful() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        let (bo, amara) = (town.as_person("Bo"), town.as_person("Amara"));
        deed(&bo, &there, "see", &[("sight", "network")]).expect(303);
        deed(&amara, &there, "see", &[("sight", "network")]).expect(303);
        let chidi = town.as_person("Chidi");
        chidi.get("/commitments").expect(200).says("Bo to Aid");
        amara.post("/posture", &[("kind", "guard")]).expect(303);
        let yes = chidi
            .get("/posture")
            .expect(200)
            .between("action=\"/posture/", "/yes");
        chidi.post(&format!("/posture/{yes}/yes"), &[]).expect(303);
        chidi.get("/commitments").expect(200).says_not("Bo to Aid");
        chidi.get(&there).expect(404);
        // Those who are a side of it read it as before.
        bo.get(&there).expect(200);
        town.as_person("Rosa").get(&there).expect(200);
    });
}
