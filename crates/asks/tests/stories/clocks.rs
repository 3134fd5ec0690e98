//! What time does, with nobody blamed.

use super::tools::{brought, on_shift, open_ask, written};
use holdfast::testing::on_both;

#[test]
fn two_days_without_a_plan_and_it_is_on_the_board_again() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, _) = open_ask(&sam, &[], "Food for 3");
        let bo = town.as_person("Bo");
        bo.post(&format!("/asks/{id}/claim"), &[]).expect(303);
        town.pass(47 * 3600);
        bo.get(&format!("/asks/{id}")).expect(200).says("555 0142");
        town.pass(3600);
        bo.get(&format!("/asks/{id}"))
            .expect(200)
            .says_not("555 0142")
            .says("I can");
        bo.get("/asks")
            .expect(200)
            .says("Food for 3")
            .says_not("Bo had");
        assert_eq!(town.tick(), 0, "a clock that runs twice does nothing twice");
    });
}

#[test]
fn bo_cannot_after_all_and_nothing_is_said_of_it() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, _) = open_ask(&sam, &[], "Food for 3");
        let bo = town.as_person("Bo");
        bo.post(&format!("/asks/{id}/claim"), &[]).expect(303);
        bo.post(&format!("/asks/{id}/plan"), &[("plan", "Friday")])
            .expect(303);
        bo.post(&format!("/asks/{id}/unclaim"), &[]).expect(303);
        let yuki = town.as_person("Yuki");
        yuki.get(&format!("/asks/{id}"))
            .expect(200)
            .says_not("Friday")
            .says("I can");
        let claim = format!("/asks/{id}/claim");
        assert!(
            yuki.post(&claim, &[])
                .expect(303)
                .location()
                .ends_with("said=claimed")
        );
    });
}

#[test]
fn a_week_of_silence_is_not_help_and_the_receiver_may_still_speak() {
    on_both(|town| {
        town.set_clock("2026-03-03 10:00");
        let sam = on_shift(town, "Sam");
        let (id, code) = brought(town, &sam, "Bo");
        town.until("2026-03-10 11:00");
        let gus = town.stranger();
        let page = gus
            .post(&format!("/s/{code}"), &[("digits", "42")])
            .expect(200);
        let page = page.says("Finished; tell us anytime.");
        let pass = page.between("name=\"pass\" value=\"", "\"");
        gus.post(
            &format!("/s/{code}/word"),
            &[("pass", &pass), ("word", "helped")],
        )
        .expect(303);
        gus.post(&format!("/s/{code}"), &[("digits", "42")])
            .expect(200)
            .says("You told us. Thanks.");
        let sam = on_shift(town, "Sam");
        sam.get(&format!("/asks/{id}")).expect(200);
    });
}

#[test]
fn an_ask_that_finds_nobody_gets_an_honest_no() {
    on_both(|town| {
        town.set_clock("2026-03-02 10:00");
        let sam = on_shift(town, "Sam");
        let (_, code) = open_ask(&sam, &[("by_when", "2026-03-06")], "Food for 3");
        town.until("2026-03-20 12:00");
        let gus = town.stranger();
        let look = || {
            gus.post(&format!("/s/{code}"), &[("digits", "42")])
                .expect(200)
        };
        look().says("Looking for someone.");
        town.until("2026-03-21 12:00");
        look().says("We couldn&#39;t this time.");
        let sam = on_shift(town, "Sam");
        sam.get("/texts")
            .expect(200)
            .says("We found nobody in time");
    });
}

#[test]
fn a_shift_ends_at_its_minute_and_sight_with_it() {
    on_both(|town| {
        town.set_clock("2026-03-04 09:00");
        let sam = town.as_person("Sam");
        sam.post("/shift/take", &[("hours", "2")]).expect(303);
        let (id, _) = written(&sam, &[]);
        town.set_clock("2026-03-04 10:59");
        sam.get(&format!("/asks/{id}")).expect(200).says("555 0142");
        town.set_clock("2026-03-04 11:00");
        sam.get(&format!("/asks/{id}")).expect(404);
    });
}
