//! A pod through its seasons.

use super::tools::{open_pod, pod_of};
use holdfast::testing::{Town, on_both};

const FOUR: [&str; 4] = ["Rosa", "Yuki", "Bo", "Sam"];

#[track_caller]
fn chooses(town: &Town, pod: &str, who: &str, choice: &str) {
    town.as_person(who)
        .post(&format!("{pod}/choose"), &[("choice", choice)])
        .expect(303);
}

#[test]
fn what_a_pod_agrees_is_its_members() {
    on_both(|town| {
        let pod = open_pod(town, &FOUR);
        let agreed = [
            ("cadence", "First Sundays, at Rosa's"),
            ("agreements", "What is said here <b>stays</b> here."),
        ];
        town.as_person("Bo")
            .post(&format!("{pod}/agree"), &agreed)
            .expect(303);
        town.as_person("Sam")
            .get(&pod)
            .expect(200)
            .says("First Sundays")
            .says("&#60;b&#62;stays")
            .says("No steward and no host does");
        town.as_person("Sam")
            .get("/me/export")
            .expect(200)
            .says("First Sundays");
        for who in ["Ines", "Amara", "Noor"] {
            town.as_person(who).get(&pod).expect(404);
            town.as_person(who)
                .get("/me/export")
                .expect(200)
                .says_not("First Sundays");
        }
        town.as_person("Bo")
            .post(
                &format!("{pod}/agree"),
                &[("agreements", &"x".repeat(2001))],
            )
            .expect(422)
            .says("xxx");
    });
}

/// The clock moves over the season's end: it is asked, and nothing goes on by silence.
#[test]
fn the_season_ends_and_all_renew() {
    on_both(|town| {
        let pod = open_pod(town, &FOUR);
        // Opened on 2 March; the season ends on 31 May.
        town.until("2026-05-16 12:00");
        let rosa = || town.as_person("Rosa");
        rosa()
            .get(&pod)
            .expect(200)
            .says("The season ends on Sunday 31 May");
        rosa()
            .get("/today")
            .expect(200)
            .says_not("you choose together");
        rosa()
            .post(&format!("{pod}/choose"), &[("choice", "renew")])
            .expect(409);
        town.until("2026-05-17 00:00");
        rosa()
            .get("/today")
            .expect(200)
            .says("Until Sunday 31 May you choose together.");
        for who in FOUR {
            chooses(town, &pod, who, "renew");
        }
        rosa()
            .get(&pod)
            .expect(200)
            .says("The season ends on Saturday 29 August");
        assert_eq!(town.tick(), 0);
        // Nobody says a word: after its last day nothing is left.
        town.until("2026-08-16 12:00");
        town.until("2026-08-30 00:00");
        rosa().get(&pod).expect(404);
        rosa().get("/pods").expect(200).says("I would like a pod");
    });
}

#[test]
fn another_shape_takes_everybodys_yes() {
    on_both(|town| {
        let pod = open_pod(town, &FOUR);
        town.until("2026-05-20 12:00");
        chooses(town, &pod, "Sam", "close");
        chooses(town, &pod, "Rosa", "reshape");
        chooses(town, &pod, "Yuki", "renew");
        chooses(town, &pod, "Bo", "renew");
        town.as_person("Sam").get(&pod).expect(404);
        let bo = town.as_person("Bo");
        bo.post(&format!("{pod}/agree"), &[("agreements", "ours alone")])
            .expect(303);
        bo.get(&pod)
            .expect(200)
            .says("takes another shape")
            .says_not("Sam");
        let invite = format!("{pod}/invite");
        bo.post(&invite, &[("handle", "Luz")]).expect(409);
        bo.post(&invite, &[("handle", "nobody")])
            .expect(422)
            .says("nobody");
        bo.post(&invite, &[("handle", "Dalia")]).expect(303);
        // Whoever is asked in sees by whom, and not yet what is in it.
        let dalia = town.as_person("Dalia");
        assert_eq!(pod_of(town, "Dalia"), pod);
        dalia
            .get(&pod)
            .expect(200)
            .says("<li>Rosa</li>")
            .says_not("ours alone");
        dalia.post(&invite, &[("handle", "Omar")]).expect(404);
        for who in ["Rosa", "Yuki", "Dalia"] {
            town.as_person(who)
                .post(&format!("{pod}/yes"), &[])
                .expect(303);
        }
        dalia
            .get(&pod)
            .expect(200)
            .says("Your pod meets.")
            .says("ours alone");
    });
}

#[test]
fn leaving_adjusts_and_under_three_it_chooses_within_two_weeks() {
    on_both(|town| {
        let pod = open_pod(town, &FOUR);
        town.as_person("Sam")
            .post(&format!("{pod}/leave"), &[])
            .expect(303);
        town.as_person("Sam").get(&pod).expect(404);
        let bo = town.as_person("Bo");
        bo.get(&pod)
            .expect(200)
            .says("Your pod meets.")
            .says_not("Sam");
        // Leaving the network leaves the pod in the same moment.
        town.as_person("Rosa").post("/me/leave", &[]).expect(303);
        bo.get(&pod)
            .expect(200)
            .says_not("Rosa")
            .says("You are two now. Until Monday 16 March");
        bo.post(&format!("{pod}/choose"), &[("choice", "renew")])
            .expect(409)
            .says("Two are no pod");
        bo.post(&format!("{pod}/choose"), &[("choice", "")])
            .expect(409);
        town.until("2026-03-17 00:00");
        bo.get(&pod).expect(404);
    });
}

/// P20: whoever rests is asked for nothing and stays.
#[test]
fn whoever_rests_stays_and_nobody_waits_for_them() {
    on_both(|town| {
        let pod = open_pod(town, &FOUR);
        town.until("2026-05-20 12:00");
        let sam = town.as_person("Sam");
        sam.post("/me/rest", &[]).expect(303);
        sam.get("/today")
            .expect(200)
            .says_not("you choose together");
        for who in &FOUR[..3] {
            chooses(town, &pod, who, "renew");
        }
        sam.get(&pod)
            .expect(200)
            .says("Your pod meets.")
            .says("<li>Sam</li>");
    });
}

/// P3: Given Luz names Hana in a paper pod map; Then Hana is told nothing unless Luz sends the ask.
#[test]
fn luz_names_hana_in_a_paper_pod_map_and_hana_is_told_nothing() {
    on_both(|town| {
        // What the season asks of everybody is there already.
        town.tick();
        let hana = town.as_person("Hana");
        let before = (
            hana.get("/today").expect(200).body,
            hana.get("/pods").expect(200).body,
        );
        let luz = town.as_person("Luz");
        let sheet = luz.get("/pods/map").expect(200);
        // There is nothing to type into and nothing to send but the language.
        for field in ["<input id", "<textarea", "<select", "<script"] {
            assert!(!sheet.body.contains(field), "{field}");
        }
        assert_eq!(sheet.body.matches("<form").count(), 1);
        luz.post("/pods/map", &[("name", "Hana")]).expect(404);
        town.tick();
        town.errands();
        let after = (
            hana.get("/today").expect(200).body,
            hana.get("/pods").expect(200).body,
        );
        assert_eq!(before, after);
        // Once she asks, Hana is told.
        luz.post("/pods/buddies", &[("handle", "Hana")]).expect(303);
        hana.get("/today").expect(200).says("Luz asks whether");
        town.stranger().get("/pods/map").expect(303);
        town.as_person("Priya").get("/pods/map").expect(404);
    });
}
