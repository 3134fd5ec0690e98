//! What one may not see answers byte for byte like what does not exist.

use super::tools::{on_shift, open_ask};
use holdfast::testing::on_both;

const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

#[test]
fn hidden_and_absent_are_the_same_bytes() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, _) = open_ask(&sam, &[], "Food for 3");
        let bo = town.as_person("Bo");
        bo.post(&format!("/asks/{id}/claim"), &[]).expect(303);
        let yuki = town.as_person("Yuki");
        for path in [
            "",
            "/plan",
            "/done",
            "/unclaim",
            "/word",
            "/hear",
            "/withdraw",
            "/unable",
        ] {
            let (hidden, absent) = (format!("/asks/{id}{path}"), format!("/asks/{NOBODY}{path}"));
            let (hidden, absent) = if path.is_empty() {
                (yuki.get(&hidden), yuki.get(&absent))
            } else {
                (yuki.post(&hidden, &[]), yuki.post(&absent, &[]))
            };
            assert_eq!(hidden.status, 404, "{path}");
            assert_eq!(absent.status, 404, "{path}");
            assert_eq!(hidden.body.replace(&id, NOBODY), absent.body, "{path}");
        }
        let (hidden, absent) = (
            yuki.post(&format!("/asks/{id}/claim"), &[]),
            yuki.post(&format!("/asks/{NOBODY}/claim"), &[]),
        );
        assert_eq!(
            (hidden.status, hidden.location()),
            (absent.status, absent.location())
        );
    });
}

#[test]
fn an_ask_for_the_shift_alone_is_not_claimed_from_the_board() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, _) = open_ask(&sam, &[("shift_only", "yes")], "Company this evening");
        town.as_person("Bo")
            .post(&format!("/asks/{id}/claim"), &[])
            .expect(409)
            .says("only somebody from the Aid shift");
        sam.post(&format!("/asks/{id}/claim"), &[]).expect(303);
    });
}

#[test]
fn newcomers_see_no_ask_and_leaving_gives_back_what_was_held() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, _) = open_ask(&sam, &[], "Food for 3");
        let farid = town.as_person("Farid");
        farid.get("/asks").expect(404);
        farid.get(&format!("/asks/{id}")).expect(404);
        farid.post(&format!("/asks/{id}/claim"), &[]).expect(404);
        let bo = town.as_person("Bo");
        bo.post(&format!("/asks/{id}/claim"), &[]).expect(303);
        bo.post("/me/leave", &[]).expect(303);
        bo.get("/today").expect(303);
        town.as_person("Yuki")
            .get("/asks")
            .expect(200)
            .says("Food for 3");
    });
}

#[test]
fn the_queue_is_safety_then_by_when_then_received() {
    on_both(|town| {
        town.set_clock("2026-03-10 08:00");
        let sam = on_shift(town, "Sam");
        open_ask(&sam, &[], "first to come");
        town.pass(60);
        open_ask(&sam, &[("by_when", "2026-03-20")], "by the twentieth");
        town.pass(60);
        open_ask(&sam, &[("by_when", "2026-03-12")], "by the twelfth");
        town.pass(60);
        open_ask(
            &sam,
            &[("window_until", "2026-03-10T20:00")],
            "not safe past eight",
        );
        let board = town.as_person("Bo").get("/asks").expect(200);
        let at = |words: &str| {
            board
                .body
                .find(words)
                .unwrap_or_else(|| panic!("no {words}"))
        };
        assert!(at("not safe past eight") < at("by the twelfth"));
        assert!(at("by the twelfth") < at("by the twentieth"));
        assert!(at("by the twentieth") < at("first to come"));
    });
}
