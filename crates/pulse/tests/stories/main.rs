//! The pulse of a season, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

use holdfast::testing::{Answer, Town, on_both};
use store::tallied;

const ASKED: &str = "Two questions about us";

/// Somebody says a word to each.
fn says(town: &Town, who: &str, shared: &str, step_back: &str) -> Answer {
    let fields = [("shared", shared), ("step_back", step_back)];
    town.as_person(who).post("/pulse", &fields)
}

/// Nine answer: each once, without a name; the clock counts, and no number is of fewer than five.
#[test]
fn two_questions_a_season_are_counted_by_time_and_lead_to_nobody() {
    on_both(|town| {
        town.set_clock("2026-03-29 09:00");
        town.tick();
        says(town, "Bo", "yes", "yes")
            .expect(409)
            .says("Nothing is asked");
        town.set_clock("2026-04-01 09:00");
        town.tick();
        town.as_person("Bo")
            .get("/today")
            .expect(200)
            .says(ASKED)
            .says("until Wednesday 22 April");
        town.as_person("Bo")
            .get("/pulse")
            .expect(200)
            .says("Nobody sees which answer is yours.")
            .says("Counted from 8 answers on");
        says(town, "Bo", "", "")
            .expect(422)
            .says("Say one word to one of the two");
        says(town, "Bo", "hardly", "")
            .expect(422)
            .says("Say one word");
        // Newcomers and partners are asked nothing, and neither is whoever rests.
        for who in ["Farid", "Priya"] {
            town.as_person(who).get("/pulse").expect(404);
            says(town, who, "yes", "yes").expect(404);
        }
        town.as_person("Luz").get("/today").says_not(ASKED);
        let said = [
            ("Bo", "yes", "no"),
            ("Yuki", "yes", "no"),
            ("Sam", "yes", ""),
            ("Esi", "yes", "no"),
            ("Rosa", "yes", "no"),
            ("Noor", "partly", "no"),
            ("Hana", "partly", "yes"),
            ("Chidi", "yes", "partly"),
        ];
        for (who, shared, step_back) in said {
            says(town, who, shared, step_back).expect(303);
        }
        says(town, "Bo", "no", "no")
            .expect(409)
            .says("in the box already");
        town.as_person("Bo")
            .get("/pulse")
            .expect(200)
            .says("Yours is in the box")
            .says_not("name=\"shared\"");
        town.as_person("Bo").get("/today").says_not(ASKED);
        town.as_person("Lev").get("/today").says(ASKED);
        // Nobody reads anything before its time; no row leads to anybody.
        assert!(!town.would_hold().contains("Decisions here are shared"));
        town.until("2026-04-23 08:00");
        town.as_person("Lev").get("/today").says_not(ASKED);
        says(town, "Lev", "yes", "yes").expect(409);
        let whole = town.would_hold();
        assert!(
            whole.contains("Yes: 6. Partly: fewer than five. No: nobody."),
            "{whole}"
        );
        assert!(
            whole.contains("Yes: fewer than five. Partly: fewer than five. No: 5."),
            "{whole}"
        );
        town.as_person("Lev")
            .get("/pulse")
            .expect(200)
            .says("What we said last time")
            .says("Yes: 6.");
        let network = town.house.network().id;
        town.data(|conn| {
            // Nor is it among the numbers by month.
            let day = town.house.network().zone.day_of(town.house.now());
            assert!(tallied(conn, network, "pulse", day.plus(-60))?.is_empty());
            Ok(())
        });
        // The next season asks again, and what was said before goes when it is counted.
        town.set_clock("2026-07-01 09:00");
        town.tick();
        town.as_person("Bo").get("/today").says(ASKED);
        town.until("2026-07-20 08:00");
        town.until("2026-07-23 08:00");
        assert!(!town.would_hold().contains("Yes: 6."));
    });
}

/// Seven answer: nothing is counted, and the box is emptied unread.
#[test]
fn of_seven_nothing_is_ever_read() {
    on_both(|town| {
        town.set_clock("2026-04-01 09:00");
        town.tick();
        for who in ["Bo", "Yuki", "Sam", "Esi", "Rosa", "Noor", "Hana"] {
            says(town, who, "no", "no").expect(303);
        }
        town.until("2026-04-23 08:00");
        assert!(!town.would_hold().contains("Decisions here are shared"));
        town.as_person("Bo")
            .get("/pulse")
            .expect(200)
            .says("Nothing is asked just now")
            .says_not("What we said last time");
    });
}
