//! Commitments that wake on a condition, their uses counted against the clause.

use super::tools::{deed, rota};
use holdfast::testing::on_both;

#[test]
fn an_eviction_notice_wakes_ten_of_us_and_no_more_often_than_was_agreed() {
    on_both(|town| {
        let (from, to) = (
            format!("circle:{}", town.circle("aid")),
            format!("circle:{}", town.circle("housing")),
        );
        let amara = town.as_person("Amara");
        let fields = [
            ("words", "Stand at the door"),
            ("kind", "show_up"),
            ("from", from.as_str()),
            ("to", to.as_str()),
            ("wakes_when", "there is an eviction notice"),
            ("wakes_people", "3"),
            ("wakes_hours", "12"),
            ("wakes_uses", "2"),
            ("review_on", "2027-02-28"),
        ];
        // Numbers without a condition, and a condition without numbers, get a sentence; nothing is lost.
        let mut less = fields.to_vec();
        less[4].1 = "";
        amara
            .post("/commitments/new", &less)
            .expect(422)
            .says("what has to happen")
            .says("value=\"12\"");
        less = fields.to_vec();
        less[5].1 = "a few";
        amara
            .post("/commitments/new", &less)
            .expect(422)
            .says("there is an eviction notice")
            .says("Stand at the door");
        let there = amara.post("/commitments/new", &fields).expect(303);
        let there = there.location().split('?').next().unwrap().to_owned();
        deed(&town.as_person("Esi"), &there, "accept", &[]).expect(303);

        let kezia = town.as_person("Kezia");
        kezia
            .get(&there)
            .expect(200)
            .says("If there is an eviction notice: 3 people within 12 hours.")
            .says("2 of 2 times a year are left.")
            .says("It has happened: call them");
        // Whoever gives does not wake it.
        deed(&town.as_person("Bo"), &there, "wake", &[]).expect(409);
        deed(&kezia, &there, "wake", &[]).expect(303);
        let page = rota(town, "Bo", "aid").says("today, 21:00");
        assert_eq!(page.body.matches("href=\"/places/").count(), 3);
        let place = page.between("href=\"/places/", "\"");
        town.as_person("Bo")
            .post(&format!("/places/{place}/take"), &[])
            .expect(303);
        town.as_person("Bo")
            .get("/today")
            .expect(200)
            .says("Stand at the door")
            .says("today, 21:00");
        town.until("2026-03-03 09:00");
        rota(town, "Bo", "aid").says_not("href=\"/places/");
        deed(&kezia, &there, "wake", &[]).expect(303);
        deed(&kezia, &there, "wake", &[])
            .expect(409)
            .says("as often this year as you agreed");
        kezia
            .get(&there)
            .expect(200)
            .says("0 of 2 times a year are left.");
        // A year on the first is not counted any more.
        town.until("2026-12-31 09:00");
        deed(&town.as_person("Kezia"), &there, "wake", &[]).expect(409);
    });
}
