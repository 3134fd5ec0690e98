//! Who would like a pod, and one person who matches them without reading what they said.

use super::tools::{all_accept, noor_matches, noor_tries, open_pod, pod_of, wishes};
use holdfast::testing::on_both;
use std::collections::BTreeSet;

const FOUR: [&str; 4] = ["Luz", "Farid", "Rosa", "Yuki"];

/// P3: Given Luz, Farid, Rosa, Yuki ask for a pod and Rosa privately says "please not with Jonah";
/// When Noor matches five people including Jonah and Rosa; Then it will not form and Noor is told
/// only "this grouping can't form; try another". When the four accept; Then the pod opens, season
/// ends 2026-08-29, and neither Ines (host) nor Amara can open its page.
#[test]
fn five_with_jonah_and_rosa_will_not_form_and_the_four_do() {
    on_both(|town| {
        town.set_clock("2026-05-31 10:00");
        noor_matches(town);
        town.as_person("Luz").post("/me/return", &[]).expect(303);
        for who in ["Luz", "Farid", "Yuki", "Jonah"] {
            wishes(town, who, "");
        }
        wishes(town, "Rosa", "Jonah");
        town.as_person("Rosa")
            .get("/pods")
            .expect(200)
            .says("Only you read these names")
            .says(">jonah</textarea>");
        let noor = town.as_person("Noor");
        noor.get("/today")
            .expect(200)
            .says("There are enough people for a pod.");
        noor.get("/pods/matching")
            .expect(200)
            .says_not("not with")
            .says_not("t form");

        let five = ["Luz", "Farid", "Rosa", "Yuki", "Jonah"];
        let no = noor_tries(town, &five).expect(200);
        no.says("This grouping can&#39;t form; try another.")
            .says_not("not with");
        for who in five {
            let page = town.as_person(who).get("/pods").expect(200);
            page.says_not("class=\"button\" href=\"/pods/");
        }

        noor_tries(town, &FOUR).expect(303);
        let pod = pod_of(town, "Rosa");
        for who in FOUR {
            let forms = if who == "Luz" {
                "Se forma"
            } else {
                "A pod forms"
            };
            town.as_person(who).get(&pod).expect(200).says(forms);
        }
        town.as_person("Jonah").get(&pod).expect(404);
        all_accept(town, &FOUR);
        for who in FOUR {
            let page = town.as_person(who).get(&pod).expect(200);
            let page = page.says("<li>Rosa</li>").says("<li>Farid</li>");
            if who != "Luz" {
                page.says("The season ends on Saturday 29 August");
            }
        }
        // The same answer as for what never was.
        let never = "/pods/00000000-0000-4000-8000-000000000000";
        for who in ["Ines", "Amara", "Hana", "Noor", "Jonah", "Chidi"] {
            let browser = town.as_person(who);
            let there = browser.get(&pod).expect(404);
            assert_eq!(
                there.body.replace(&pod, ""),
                browser.get(never).expect(404).body.replace(never, ""),
                "{who}"
            );
            for deed in ["yes", "not-now", "agree", "choose", "invite", "leave"] {
                browser.post(&format!("{pod}/{deed}"), &[]).expect(404);
            }
            browser.get("/today").expect(200).says_not(&pod);
        }
    });
}

/// Whoever said it, of whom, and however it is put together: the same words, and nothing else.
#[test]
fn the_words_are_the_same_whoever_said_it() {
    on_both(|town| {
        noor_matches(town);
        for who in ["Yuki", "Bo", "Sam", "Dalia"] {
            wishes(town, who, "");
        }
        wishes(town, "Rosa", "Jonah\nKezia");
        wishes(town, "Jonah", "Sam");
        let answers: BTreeSet<String> = [
            ["Rosa", "Jonah", "Yuki"],
            ["Jonah", "Sam", "Yuki"],
            ["Sam", "Bo", "Jonah"],
        ]
        .iter()
        .map(|three| {
            let page = noor_tries(town, three).expect(200);
            let alert = page.between("role=\"alert\"", "</div>");
            assert!(!three.iter().any(|who| alert.contains(who)));
            alert
        })
        .collect();
        assert_eq!(answers.len(), 1);
    });
}

/// Ten groupings a day, so that it cannot be found out by trying.
#[test]
fn ten_groupings_a_day_and_no_more() {
    on_both(|town| {
        noor_matches(town);
        for who in ["Yuki", "Bo"] {
            wishes(town, who, "");
        }
        wishes(town, "Rosa", "Bo");
        let three = ["Rosa", "Bo", "Yuki"];
        for _ in 0..10 {
            noor_tries(town, &three).expect(200).says("t form");
        }
        noor_tries(town, &three)
            .expect(409)
            .says("Ten groupings were tried today");
        // What is wrong otherwise is not counted, and what was typed stays.
        town.until("2026-03-03 09:00");
        for _ in 0..11 {
            noor_tries(town, &["Rosa", "Bo"]).expect(422);
            noor_tries(town, &["Rosa", "Bo", "Amara"])
                .expect(422)
                .says("no longer among those who wait");
        }
        let page = noor_tries(town, &three).expect(200).says("t form");
        assert_eq!(page.body.matches(" checked").count(), 3);
    });
}

#[test]
fn three_to_six_and_each_says_yes() {
    on_both(|town| {
        noor_matches(town);
        let seven = ["Rosa", "Yuki", "Bo", "Sam", "Dalia", "Omar", "Lev"];
        for who in seven {
            wishes(town, who, "");
        }
        noor_tries(town, &seven).expect(422).says("three to six");
        noor_tries(town, &seven[..6]).expect(303);
        // Who is asked is not on the list; nobody is in two.
        noor_tries(town, &["Rosa", "Lev", "Bo"]).expect(422);
        let pod = pod_of(town, "Sam");
        for who in &seven[..5] {
            let said = town.as_person(who).post(&format!("{pod}/yes"), &[]);
            assert!(said.expect(303).location().ends_with("said=pod-yes"));
        }
        town.as_person("Sam")
            .get(&pod)
            .expect(200)
            .says("A pod forms")
            .says("You said yes");
        // One no, and the grouping is let go; nobody learns whose it was.
        town.as_person("Omar")
            .post(&format!("{pod}/not-now"), &[])
            .expect(303);
        for who in &seven[..6] {
            town.as_person(who).get(&pod).expect(404);
            town.as_person(who)
                .get("/pods")
                .expect(200)
                .says("You would like a pod. That stands until")
                .says_not("Omar ")
                .says_not("<li>Omar");
        }
        let again = town.as_person("Noor").get("/pods/matching").expect(200);
        assert_eq!(again.body.matches("name=\"person\"").count(), 7);
    });
}

/// Silence is never a yes: what is not answered in two weeks is let go.
#[test]
fn a_grouping_nobody_answers_is_let_go() {
    on_both(|town| {
        noor_matches(town);
        let three = ["Rosa", "Yuki", "Bo"];
        for who in three {
            wishes(town, who, "");
        }
        noor_tries(town, &three).expect(303);
        let pod = pod_of(town, "Bo");
        town.as_person("Bo")
            .post(&format!("{pod}/yes"), &[])
            .expect(303);
        town.until("2026-03-17 09:00");
        town.as_person("Bo").get(&pod).expect(404);
        noor_tries(town, &three).expect(303);
    });
}

/// Two say yes in the same moment; it opens once.
#[test]
fn two_accept_at_once() {
    on_both(|town| {
        noor_matches(town);
        let three = ["Rosa", "Yuki", "Bo"];
        for who in three {
            wishes(town, who, "");
        }
        noor_tries(town, &three).expect(303);
        let pod = pod_of(town, "Bo");
        town.as_person("Rosa")
            .post(&format!("{pod}/yes"), &[])
            .expect(303);
        let said: Vec<String> = std::thread::scope(|scope| {
            let both: Vec<_> = ["Yuki", "Bo"]
                .iter()
                .map(|who| {
                    let (browser, pod) = (town.as_person(who), pod.clone());
                    scope.spawn(move || {
                        let said = browser.post(&format!("{pod}/yes"), &[]).expect(303);
                        said.location().to_owned()
                    })
                })
                .collect();
            both.into_iter()
                .map(|one| one.join().expect("an answer"))
                .collect()
        });
        let opened = said
            .iter()
            .filter(|to| to.ends_with("said=pod-open"))
            .count();
        assert_eq!(opened, 1, "{said:?}");
        for who in three {
            let page = town.as_person(who).get(&pod).expect(200);
            page.says("Your pod meets.");
        }
    });
}

#[test]
fn whoever_rests_is_asked_for_nothing_and_names_are_checked_for_members() {
    on_both(|town| {
        noor_matches(town);
        let rosa = town.as_person("Rosa");
        rosa.post("/pods/wish", &[("not_with", "Jonah\nNobody")])
            .expect(422)
            .says("Nobody by that name")
            .says("Jonah");
        rosa.post("/pods/wish", &[("not_with", "a\nb\nc\nd\ne\nf")])
            .expect(422)
            .says("Five names at most");
        rosa.post("/pods/wish", &[("not_with", &"ä".repeat(241))])
            .expect(422);
        // A newcomer does not learn by this who is here.
        let farid = town.as_person("Farid");
        for name in ["Jonah", "Nobody"] {
            let said = farid.post("/pods/wish", &[("not_with", name)]).expect(303);
            assert!(said.location().ends_with("said=pods-wished"));
        }
        wishes(town, "Yuki", "");
        town.as_person("Yuki").post("/me/rest", &[]).expect(303);
        let page = town.as_person("Noor").get("/pods/matching").expect(200);
        page.says("Farid").says_not("Yuki");
        rosa.post("/pods/wish/back", &[]).expect(303);
        rosa.get("/pods").expect(200).says_not("That stands until");
    });
}

/// Others see only that pods exist, and how many from five people on.
#[test]
fn others_see_only_that_pods_exist() {
    on_both(|town| {
        open_pod(town, &["Rosa", "Yuki", "Bo", "Sam"]);
        let dalia = || town.as_person("Dalia").get("/pods").expect(200);
        dalia().says_not("There is one pod").says_not("Rosa");
        let others = ["Kezia", "Jonah", "Esi"];
        for who in others {
            wishes(town, who, "");
        }
        noor_tries(town, &others).expect(303);
        dalia().says_not("There are");
        all_accept(town, &others);
        dalia().says("There are 2 pods here.").says_not("Kezia");
        // Two people who take everything out take nothing of it.
        town.as_person("Kezia")
            .get("/circles")
            .expect(200)
            .says_not("/pods/");
    });
}
