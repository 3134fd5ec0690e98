//! Open places: who is asked, who is not, and two who say "I can" at once.

use super::tools::{RUNS, deed, holds, offer_of, rota};
use holdfast::testing::{Town, on_both};
use std::sync::atomic::{AtomicUsize, Ordering};

fn ceiling(town: &Town, who: &str, most: &str) {
    town.as_person(who)
        .post("/me/ceiling", &[("most", most)])
        .expect(303);
}

/// How often somebody is asked on their Today page.
fn asked(town: &Town, who: &str) -> usize {
    let page = town.as_person(who).get("/today").expect(200);
    page.body.matches("action=\"/places/").count()
}

#[test]
fn nobody_is_asked_above_their_ceiling_nor_while_resting_nor_more_than_three_times_a_day() {
    on_both(|town| {
        for (n, day) in ["1", "2", "3", "4", "5", "6"].into_iter().enumerate() {
            let words = format!("Door {n}");
            let fields = [
                ("words", words.as_str()),
                ("fits", "company"),
                ("every", "1"),
                ("day", day),
                ("review_on", "2026-05-31"),
            ];
            let there = holds(town, "Bo", ("aid", "Amara"), &fields);
            deed(&town.as_person("Bo"), &there, "release", &[]).expect(303);
        }
        for who in ["Hana", "Lev", "Mateo", "Ruth"] {
            offer_of(town, who, "company");
        }
        ceiling(town, "Hana", "12");
        ceiling(town, "Lev", "1");
        ceiling(town, "Mateo", "0");
        town.as_person("Ruth").post("/me/rest", &[]).expect(303);
        town.tick();
        assert_eq!((asked(town, "Hana"), asked(town, "Lev")), (3, 1));
        assert_eq!(
            (asked(town, "Mateo"), asked(town, "Ruth"), asked(town, "Bo")),
            (0, 0, 0)
        );
        // Another day, and the two that are left are asked for; nobody twice a day.
        town.tick();
        assert_eq!(asked(town, "Hana"), 3);
        town.until("2026-03-03 09:00");
        assert!(asked(town, "Hana") <= 3, "a page shows three at most");
        town.as_person("Lev")
            .get("/me/ceiling")
            .expect(200)
            .says("value=\"1\"");
        for who in ["Hana", "Amara", "Ines"] {
            town.as_person(who)
                .get("/me/ceiling")
                .expect(200)
                .says_not("value=\"1\"");
        }
    });
}

/// What somebody was asked for this morning, and may still take, is part of what they said they could.
#[test]
fn what_somebody_may_still_take_counts_until_they_answer() {
    on_both(|town| {
        let give_back = |words: &str| {
            let fields = [
                ("words", words),
                ("fits", "company"),
                ("review_on", "2026-05-31"),
            ];
            let there = holds(town, "Bo", ("aid", "Amara"), &fields);
            deed(&town.as_person("Bo"), &there, "release", &[]).expect(303);
        };
        offer_of(town, "Lev", "company");
        ceiling(town, "Lev", "1");
        give_back("The door");
        town.tick();
        assert_eq!(asked(town, "Lev"), 1);
        give_back("The kitchen");
        town.tick();
        assert_eq!(asked(town, "Lev"), 1, "two at once are more than Lev said");
        let lev = town.as_person("Lev");
        let page = lev.get("/today").expect(200).says("The door");
        let place = page.between("action=\"/places/", "/take\"");
        lev.post(&format!("/places/{place}/not-me"), &[])
            .expect(303);
        town.tick();
        lev.get("/today").expect(200).says("The kitchen");
        assert_eq!(asked(town, "Lev"), 1);
    });
}

/// Three a day are three a day, also for whoever says yes to one of them.
#[test]
fn whoever_takes_a_place_is_not_asked_a_fourth_time_that_day() {
    on_both(|town| {
        offer_of(town, "Hana", "company");
        ceiling(town, "Hana", "12");
        let give_back = |words: &str| {
            let fields = [
                ("words", words),
                ("fits", "company"),
                ("review_on", "2026-05-31"),
            ];
            let there = holds(town, "Bo", ("aid", "Amara"), &fields);
            deed(&town.as_person("Bo"), &there, "release", &[]).expect(303);
        };
        for words in ["The door", "The kitchen", "The chairs"] {
            give_back(words);
        }
        town.tick();
        assert_eq!(asked(town, "Hana"), 3);
        let hana = town.as_person("Hana");
        let page = hana.get("/today").expect(200);
        let place = page.between("action=\"/places/", "/take\"");
        hana.post(&format!("/places/{place}/take"), &[]).expect(303);
        give_back("The lights");
        town.tick();
        hana.get("/today").expect(200).says_not("The lights");
        assert_eq!(asked(town, "Hana"), 2);
        town.until("2026-03-04 09:00");
        town.as_person("Hana")
            .get("/today")
            .expect(200)
            .says("The lights");
    });
}

/// Two people, and sixty-two more, take one place at the same moment.
#[test]
fn sixty_four_say_i_can_at_once_and_one_has_it() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        deed(
            &town.as_person("Bo"),
            &there,
            "cant",
            &[("day", "2026-03-03")],
        )
        .expect(303);
        let place = rota(town, "Yuki", "aid").between("href=\"/places/", "\"");
        let path = format!("/places/{place}/take");
        let people: Vec<_> = (0..64)
            .map(|n| {
                let handle = format!("Helper {n}");
                town.add(&handle, kernel::Standing::Member, &["aid"]);
                town.as_person(&handle)
            })
            .collect();
        let (had, kind) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for browser in people {
                let (path, had, kind) = (&path, &had, &kind);
                scope.spawn(move || {
                    let answer = browser.post(path, &[]);
                    match answer.status {
                        303 => had.fetch_add(1, Ordering::SeqCst),
                        409 if answer
                            .body
                            .contains("it is good to know that two of you would") =>
                        {
                            kind.fetch_add(1, Ordering::SeqCst)
                        }
                        other => panic!("{other}: {}", answer.body),
                    };
                });
            }
        });
        assert_eq!((had.into_inner(), kind.into_inner()), (1, 63));
        let page = town.as_person("Bo").get(&there).expect(200);
        assert_eq!(page.body.matches("stands in, this once").count(), 1);
    });
}

#[test]
fn a_standing_place_becomes_a_promise_with_a_day_to_look_again() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        deed(&town.as_person("Bo"), &there, "release", &[]).expect(303);
        let place = rota(town, "Yuki", "aid").between("href=\"/places/", "\"");
        let yuki = town.as_person("Yuki");
        yuki.get(&format!("/places/{place}"))
            .expect(200)
            .says("yours for a season");
        yuki.post(&format!("/places/{place}/take"), &[]).expect(303);
        yuki.get("/commitments")
            .expect(200)
            .says("Grocery run, North side")
            .says("Sunday 31 May");
        // Newcomers go along with somebody first; those who rest are asked for nothing.
        let place = rota(town, "Yuki", "aid").between("href=\"/places/", "\"");
        town.as_person("Farid")
            .post(&format!("/places/{place}/take"), &[])
            .expect(409)
            .says("Newcomers go along");
        town.as_person("Luz")
            .post(&format!("/places/{place}/take"), &[])
            .expect(409)
            .says("Está en descanso.");
    });
}

#[test]
fn the_load_is_seen_in_duties_and_not_at_all_of_a_few() {
    on_both(|town| {
        holds(town, "Bo", ("aid", "Amara"), RUNS);
        offer_of(town, "Yuki", "food");
        holds(
            town,
            "Yuki",
            ("aid", "Amara"),
            &[
                ("words", "The door"),
                ("fits", "words"),
                ("review_on", "2026-05-31"),
            ],
        );
        let page = rota(town, "Amara", "aid");
        page.says("2 of 3 duties have a second pair of hands.")
            .says("It is as if 2 people carried equally.")
            .says("One duty rests on one person.")
            .says("Resting: Luz")
            .says("<svg role=\"img\"");
        // Three keep doors in Housing: nothing is shown of them.
        holds(
            town,
            "Jonah",
            ("housing", "Esi"),
            &[("words", "Leaflets"), ("review_on", "2026-05-31")],
        );
        rota(town, "Esi", "housing")
            .says("Leaflets")
            .says_not("The load, together")
            .says_not("<svg role=\"img\"");
    });
}
