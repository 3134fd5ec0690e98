//! "I can't this time": one time looks for somebody, and the rest stays as it is.

use super::tools::{RUNS, deed, holds, offer_of, rota};
use holdfast::testing::on_both;

#[test]
fn one_tap_and_somebody_stands_in_this_once() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        let bo = town.as_person("Bo");
        let today = bo
            .get("/today")
            .expect(200)
            .says("With Aid. Next: tomorrow, 17:00.");
        let tap = today.between("action=\"/times/", "\"");
        bo.post(&format!("/times/{tap}"), &[]).expect(303);
        bo.post(&format!("/times/{tap}"), &[]).expect(303);
        bo.get(&there)
            .expect(200)
            .says("Looks for somebody, this once.")
            .says("I can after all");
        let page = rota(town, "Yuki", "aid")
            .says("Needs a holder")
            .says("tomorrow, 17:00");
        assert_eq!(page.body.matches("href=\"/places/").count(), 1);
        // The rest stays: Friday is Bo's.
        bo.get("/today").expect(200).says("Friday 6 March, 17:00");
        // Bo can after all, and cannot again.
        deed(&bo, &there, "can", &[("day", "2026-03-03")]).expect(303);
        rota(town, "Yuki", "aid").says_not("Needs a holder");
        bo.post(&format!("/times/{tap}"), &[]).expect(303);
        let place = rota(town, "Yuki", "aid").between("href=\"/places/", "\"");
        let yuki = town.as_person("Yuki");
        yuki.get(&format!("/places/{place}"))
            .expect(200)
            .says("This once.");
        yuki.post(&format!("/places/{place}/take"), &[("again", "yes")])
            .expect(303);
        yuki.get("/today")
            .expect(200)
            .says("You stand in: tomorrow, 17:00.");
        bo.get(&there)
            .expect(200)
            .says("Yuki stands in, this once.")
            .says("Yuki stood in, and would again.");
        deed(&bo, &there, "can", &[("day", "2026-03-03")]).expect(409);
        deed(
            &bo,
            &there,
            "again-please",
            &[("person", &town.person("Yuki").to_string())],
        )
        .expect(303);
        bo.get(&there)
            .expect(200)
            .says("Yuki stands in again when you can&#39;t");
        // Whoever stands in can say so too.
        let tap = yuki
            .get("/today")
            .expect(200)
            .between("action=\"/times/", "\"");
        yuki.post(&format!("/times/{tap}"), &[]).expect(303);
        rota(town, "Rosa", "aid").says("Needs a holder");
        // When the day is over nothing of it is kept.
        town.until("2026-03-04 09:00");
        rota(town, "Rosa", "aid").says_not("Needs a holder");
        bo.get(&there).expect(200).says_not("Looks for somebody");
    });
}

#[test]
fn another_time_is_so_when_the_circle_says_that_it_works() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        let bo = town.as_person("Bo");
        let other = [
            ("day", "2026-03-06"),
            ("other", "2026-03-07"),
            ("clock", "10:30"),
        ];
        deed(&bo, &there, "other", &other).expect(303);
        bo.get(&there)
            .expect(200)
            .says("Or Saturday 7 March, 10:30 instead?");
        deed(&bo, &there, "works", &[("day", "2026-03-06")]).expect(409);
        deed(
            &town.as_person("Amara"),
            &there,
            "works",
            &[("day", "2026-03-06")],
        )
        .expect(303);
        bo.get(&there)
            .expect(200)
            .says("This once at another time: Saturday 7 March, 10:30.");
        rota(town, "Yuki", "aid").says_not("Needs a holder");
    });
}

#[test]
fn days_that_are_none_of_its_times_get_a_sentence() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        let bo = town.as_person("Bo");
        deed(&bo, &there, "cant", &[("day", "2026-03-04")])
            .expect(409)
            .says("not one of its coming times");
        deed(&bo, &there, "cant", &[("day", "2026-02-24")])
            .expect(409)
            .says("That time is over");
        deed(&bo, &there, "cant", &[("day", "tomorrow")]).expect(409);
        deed(
            &bo,
            &there,
            "other",
            &[
                ("day", "2026-03-06"),
                ("other", "2026-13-40"),
                ("clock", "x"),
            ],
        )
        .expect(422);
        deed(
            &town.as_person("Yuki"),
            &there,
            "cant",
            &[("day", "2026-03-06")],
        )
        .expect(409);
    });
}

/// Clocks in Chicago go forward on 8 March 2026 and skip half past two.
#[test]
fn an_hour_on_the_wall_stays_and_a_skipped_one_is_moved_and_said() {
    on_both(|town| {
        let night = [
            ("words", "Night watch"),
            ("every", "1"),
            ("day", "7"),
            ("clock", "02:30"),
            ("review_on", "2026-05-31"),
        ];
        let there = holds(town, "Bo", ("aid", "Amara"), &night);
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("Sunday 8 March, 03:30 (clocks change that night and skip the usual hour)")
            .says("Sunday 15 March, 02:30");
        let runs = holds(town, "Bo", ("aid", "Amara"), RUNS);
        town.as_person("Bo")
            .get(&runs)
            .expect(200)
            .says("Friday 6 March, 17:00")
            .says("Tuesday 10 March, 17:00");
    });
}

#[test]
fn whoever_offered_what_fits_is_asked_with_why() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        offer_of(town, "Hana", "food");
        offer_of(town, "Mateo", "words");
        deed(
            &town.as_person("Bo"),
            &there,
            "cant",
            &[("day", "2026-03-03")],
        )
        .expect(303);
        town.tick();
        let hana = town.as_person("Hana");
        let place = hana
            .get("/today")
            .expect(200)
            .says("Grocery run, North side")
            .says("because you offered something that fits")
            .between("action=\"/places/", "/take");
        town.as_person("Mateo")
            .get("/today")
            .expect(200)
            .says_not("Grocery run");
        // Not of the circle: the place is there for her, and not for others.
        hana.get(&format!("/places/{place}")).expect(200);
        town.as_person("Mateo")
            .get(&format!("/places/{place}"))
            .expect(409);
        hana.post(&format!("/places/{place}/not-me"), &[])
            .expect(303);
        hana.get("/today").expect(200).says_not("Grocery run");
        town.pass(86_400 / 2);
        hana.get("/today").expect(200).says_not("Grocery run");
    });
}
