//! P19: slowness as strategy.

use super::tools::{adopt, aid_is, propose, says, to_the_round};
use holdfast::testing::on_both;

#[test]
fn join_the_county_coalition_takes_its_week_its_sittings_and_its_nights() {
    on_both(|town| {
        // Nine of Aid.
        let all = aid_is(town, &["Nia2", "Ona"]);
        assert_eq!(all.len(), 9, "{all:?}");
        town.set_clock("2026-06-01 09:00");
        let there = propose(town, "Sam", "aid", "weighty", "Join the county coalition");
        to_the_round(town, "Sam", &there);
        let sitting = format!("{there}/sitting");
        town.as_person("Sam").post(&sitting, &[]).expect(303);
        town.set_clock("2026-06-03 09:00");
        for who in &all {
            says(town, who, &there, "consent", "").expect(303);
        }
        let adopts = || adopt(town, "Sam", &there, "2026-12-01");
        adopts().expect(409).says("stays open for its whole time");
        town.as_person("Sam")
            .get(&there)
            .expect(200)
            .says("Earliest: Monday 8 June, 09:00");
        // A slip of the pen moves nothing; on the fifth the meaning changes.
        let amend = format!("{there}/amend");
        let typo = [("words", "May speak for us."), ("meaning", "typo")];
        town.as_person("Sam").post(&amend, &typo).expect(303);
        town.as_person("Bo")
            .get(&there)
            .says("Earliest: Monday 8 June, 09:00");
        town.set_clock("2026-06-05 09:00");
        let changed = [("words", "Never speaks for us."), ("meaning", "changed")];
        town.as_person("Sam").post(&amend, &changed).expect(303);
        town.as_person("Bo")
            .get(&there)
            .says("Earliest: Friday 12 June, 09:00");
        // Yuki lays it over on the twelfth; a second time the circle is asked.
        town.set_clock("2026-06-12 09:00");
        town.as_person("Sam").post(&sitting, &[]).expect(303);
        for who in &all {
            says(town, who, &there, "consent", "").expect(303);
        }
        let later = format!("{there}/lay-over");
        town.as_person("Yuki").post(&later, &[]).expect(303);
        adopts().expect(409).says("another sitting");
        let again = [("circle_consents", "1")];
        town.as_person("Yuki")
            .post(&later, &again)
            .expect(409)
            .says("Ask the circle");
        town.as_person("Amara").post(&later, &again).expect(303);
        town.set_clock("2026-06-20 10:00");
        town.as_person("Sam").post(&sitting, &[]).expect(303);
        adopts().expect(303);
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("takes effect on Monday 22 June, 10:00");
        town.set_clock("2026-06-22 10:00");
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says_not("takes effect on");
        // Meanwhile nobody who asked for help waited: P6 has no minimum.
        let ask = [
            ("words", "Food for two"),
            ("contact", "555 0142"),
            ("kind", "food"),
        ];
        town.stranger().post("/ask", &ask).expect(303);
    });
}

/// A reader says, once, that a slip of the pen changed the meaning; a rest season holds the pen.
#[test]
fn a_slip_of_the_pen_is_disputed_once_and_nothing_is_decided_while_we_rest() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        town.set_clock("2026-03-09 09:00");
        let there = propose(town, "Sam", "aid", "shared", "Open intake on Sundays");
        to_the_round(town, "Sam", &there);
        town.set_clock("2026-03-10 09:00");
        let typo = [("words", "Closed on Sundays."), ("meaning", "typo")];
        let amend = format!("{there}/amend");
        town.as_person("Sam").post(&amend, &typo).expect(303);
        let dispute = format!("{there}/dispute");
        town.as_person("Omar").post(&dispute, &[]).expect(404);
        town.as_person("Rosa").post(&dispute, &[]).expect(303);
        town.as_person("Bo")
            .get(&there)
            .says("Earliest: Friday 13 March, 09:00")
            .says("then the meaning changed");
        town.as_person("Sam").post(&amend, &typo).expect(303);
        town.as_person("Rosa")
            .post(&dispute, &[])
            .expect(409)
            .says("Somebody has said so already");
        for who in &all {
            says(town, who, &there, "consent", "").expect(303);
        }
        let season = [
            ("circle", town.circle("aid").to_string()),
            ("from", "2026-04-06".to_owned()),
            ("to", "2026-04-12".to_owned()),
        ];
        let season: Vec<(&str, &str)> = season.iter().map(|(n, v)| (*n, v.as_str())).collect();
        town.as_person("Amara")
            .post("/rest-seasons", &season)
            .expect(303);
        town.until("2026-04-07 09:00");
        adopt(town, "Sam", &there, "2026-06-07")
            .expect(409)
            .says("The circle rests");
        town.until("2026-04-13 09:00");
        adopt(town, "Sam", &there, "2026-06-07").expect(303);
    });
}

/// Six things said in a day: whoever would answer is asked whether tomorrow will do, and can answer all the
/// same. The next day nothing is said of it.
#[test]
fn much_was_said_today_and_tomorrow_will_do() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        town.set_clock("2026-06-01 09:00");
        let there = propose(town, "Sam", "aid", "shared", "A second van");
        let asks = "Reply tomorrow?";
        for who in all.iter().cycle().take(5) {
            says(town, who, &there, "reaction", "No!").expect(303);
        }
        town.as_person("Bo").get(&there).says_not(asks);
        says(town, "Bo", &there, "question", "Why?").expect(303);
        town.as_person("Bo").get(&there).expect(200).says(asks);
        says(town, "Bo", &there, "reaction", "Well.").expect(303);
        town.set_clock("2026-06-02 09:00");
        town.as_person("Bo").get(&there).expect(200).says_not(asks);
    });
}
