//! Leaving: what somebody gave a circle looks for somebody, and their words go with them.

use super::tools::{RUNS, deed, holds, rota};
use holdfast::testing::{carried_away, on_both};

#[test]
fn bo_leaves_and_the_circle_looks_for_somebody_in_the_same_moment() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        deed(
            &town.as_person("Bo"),
            &there,
            "cant",
            &[("day", "2026-03-03")],
        )
        .expect(303);
        let yuki = town.as_person("Yuki");
        let place = rota(town, "Yuki", "aid").between("href=\"/places/", "\"");
        yuki.post(&format!("/places/{place}/take"), &[]).expect(303);
        let bo = town.as_person("Bo");
        bo.post("/me/leave", &[]).expect(303);
        let page = rota(town, "Yuki", "aid")
            .says("Needs a holder")
            .says_not(">Bo");
        assert_eq!(page.body.matches("href=\"/places/").count(), 2);
        yuki.get(&there).expect(404);
        yuki.get("/today").expect(200).says_not("You stand in");
        // A stand-in who leaves: the time looks for somebody again.
        let there = holds(town, "Rosa", ("aid", "Amara"), RUNS);
        deed(
            &town.as_person("Rosa"),
            &there,
            "cant",
            &[("day", "2026-03-03")],
        )
        .expect(303);
        let once = rota(town, "Yuki", "aid");
        let after = once.body.split_once("tomorrow, 17:00").unwrap().1;
        let once = after.split_once("/places/").unwrap().1[..36].to_owned();
        yuki.post(&format!("/places/{once}/take"), &[]).expect(303);
        yuki.post("/me/leave", &[]).expect(303);
        town.as_person("Rosa")
            .get(&there)
            .expect(200)
            .says("Looks for somebody, this once.")
            .says_not("Yuki");
        rota(town, "Sam", "aid").says("tomorrow, 17:00");
        town.sweep();
        assert!(
            !String::from_utf8_lossy(&carried_away(town.folder()))
                .contains("Grocery run, North side")
        );
    });
}

/// A stand-in who lays everything down is free from that minute: the time looks for somebody again, and
/// nobody waits for them.
#[test]
fn yuki_stands_in_lays_everything_down_and_the_time_looks_for_somebody() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        let bo = town.as_person("Bo");
        deed(&bo, &there, "cant", &[("day", "2026-03-03")]).expect(303);
        let yuki = town.as_person("Yuki");
        let place = rota(town, "Yuki", "aid").between("href=\"/places/", "\"");
        yuki.post(&format!("/places/{place}/take"), &[]).expect(303);
        bo.get(&there).says("Yuki stands in, this once.");
        yuki.post("/stepping-back/all-back", &[]).expect(303);
        bo.get(&there)
            .says("Looks for somebody, this once.")
            .says_not("Yuki");
        rota(town, "Sam", "aid").says("tomorrow, 17:00");
        yuki.get("/today").expect(200).says_not("You stand in");
    });
}

#[test]
fn what_is_promised_can_be_taken_out_by_its_giver() {
    on_both(|town| {
        holds(town, "Bo", ("aid", "Amara"), RUNS);
        town.as_person("Bo")
            .post("/me/ceiling", &[("most", "4")])
            .expect(303);
        let file = town.as_person("Bo").get("/me/export").expect(200);
        file.says("my-commitments")
            .says("Grocery run, North side")
            .says("my-ceiling");
        town.as_person("Amara")
            .get("/me/export")
            .expect(200)
            .says_not("Grocery run, North side");
    });
}
