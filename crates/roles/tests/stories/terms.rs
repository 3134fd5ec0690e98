//! Terms end, and there are two in a row.

use super::tools::{come_to, count, does, new_role, opens, role, writes_down};
use holdfast::testing::{Town, on_both};
use kernel::Role;

/// Amara is chosen twice, as the timeline has it: 2026-01-12→07-12 and 07-12→2027-01-12.
fn chosen_twice(town: &Town) -> String {
    let steward = role(town, "aid", "steward");
    town.set_clock("2026-07-01 10:00");
    writes_down(town, "Amara", "aid", ("Amara", &steward), "2027-01-12").expect(303);
    steward
}

/// P15: given (a timeline where she is chosen twice) Amara holds Aid 2026-01-12→07-12 and
/// 07-12→2027-01-12; when Aid proposes a third running term; then refused with the rule and the two
/// lawful options (30-day extension by consent; someone else).
#[test]
fn a_third_running_term_is_refused_with_both_ways_that_are_open() {
    on_both(|town| {
        let steward = chosen_twice(town);
        let page = town.as_person("Bo").get(&steward).expect(200);
        page.says("Amara, until Sunday 12 July")
            .says("Amara, from Monday 13 July until Tuesday 12 January");
        // The first ends with its day, and the second goes on from that minute.
        town.until("2026-07-13 00:00");
        let amara = town.person("Amara").to_string();
        let third = [("kind", "consent"), ("person", &amara)];
        town.until("2027-01-02 10:00");
        let refused = |who: &str, fields: &[(&str, &str)]| {
            town.as_person(who)
                .post(&format!("{steward}/choose"), fields)
                .expect(409)
                .says("for 2 terms in a row")
                .says("founders included")
                .says("the circle consents to thirty days more, once; or somebody else holds it")
        };
        refused("Bo", &third);
        refused("Amara", &third);
        // What is decided aloud and written down keeps the same rule, an emergency too.
        let path = format!("/circles/{}/roles", town.circle("aid"));
        for how in ["consent", "selected", "lot", "emergency"] {
            let fields = [
                ("person", &*amara),
                ("role", "steward"),
                ("how", how),
                ("until", ""),
            ];
            town.as_person("Amara")
                .post(&path, &fields)
                .expect(409)
                .says("or somebody else holds it");
        }
        town.as_person("Bo")
            .get(&steward)
            .says("Amara has held the last two terms. Who else could?");
        // Only the circle reads that.
        town.as_person("Noor")
            .get(&steward)
            .expect(200)
            .says_not("has held the last two");

        // The first of the two ways: thirty days more by consent, once.
        let more = [("kind", "extension"), ("person", &*amara)];
        let choosing = opens(town, "Amara", &steward, &more);
        for who in ["Bo", "Sam", "Rosa"] {
            does(town, who, &choosing, "say", &[("says", "yes")]).expect(303);
        }
        town.as_person("Bo")
            .get(&steward)
            .says("until Tuesday 12 January");
        does(town, "Yuki", &choosing, "say", &[("says", "yes")]).expect(303);
        town.as_person("Bo")
            .get(&steward)
            .says("Amara, until Thursday 11 February");
        town.as_person("Bo")
            .post(&format!("{steward}/choose"), &more)
            .expect(409)
            .says("once to whoever holds a role");
        // The second: somebody else.
        writes_down(town, "Amara", "aid", ("Sam", &steward), "").expect(303);
        // It ends at its minute, and with it what it let her do.
        let invite = format!("/circles/{}/invite", town.circle("aid"));
        town.until("2027-02-11 23:59");
        let amara = town.as_person("Amara");
        amara.post(&invite, &[]).expect(200);
        town.set_clock("2027-02-12 00:00");
        amara.post(&invite, &[]).expect(409);
        town.as_person("Sam").post(&invite, &[]).expect(200);
    });
}

/// P15: given shadow empty on 2026-02-11; then Aid sees "no shadow yet" (day 30).
#[test]
fn aid_sees_no_shadow_yet_on_day_thirty() {
    on_both(|town| {
        let roles = format!("/circles/{}/roles", town.circle("aid"));
        town.set_clock("2026-02-10 23:00");
        town.as_person("Bo").get(&roles).says_not("No shadow yet");
        town.as_person("Amara")
            .get("/today")
            .says_not("No shadow yet");
        town.set_clock("2026-02-11 00:30");
        town.as_person("Bo").get(&roles).says("No shadow yet");
        let amara = town.as_person("Amara");
        amara.get("/today").says("No shadow yet: steward");
        // Only the circle is told so, and nobody by name.
        town.as_person("Noor")
            .get(&roles)
            .expect(200)
            .says_not("No shadow yet")
            .says("This rests on one person");
        town.as_person("Bo").get("/today").says_not("No shadow yet");
        // Sam is asked, and it counts from Sam's own word.
        let steward = role(town, "aid", "steward");
        let term = amara.get(&steward).between("name=\"term\" value=\"", "\"");
        let sam = town.person("Sam").to_string();
        let shadow = |who: &str, what: &str| {
            let fields = [("term", &*term), ("do", what), ("person", &*sam)];
            town.as_person(who)
                .post(&format!("{steward}/shadow"), &fields)
        };
        shadow("Bo", "ask").expect(409);
        shadow("Noor", "in").expect(404);
        shadow("Amara", "in").expect(409).says("from themselves");
        shadow("Amara", "ask").expect(303);
        town.as_person("Bo").get(&roles).says("No shadow yet");
        town.as_person("Sam")
            .get("/today")
            .says("You are asked to learn this alongside");
        shadow("Bo", "yes").expect(409);
        shadow("Sam", "no").expect(303);
        assert_eq!(count(town, "terms where shadow_id is not null"), 0);
        shadow("Sam", "in").expect(303);
        town.as_person("Bo")
            .get(&roles)
            .says_not("No shadow yet")
            .says("Two people or more could do this tomorrow");
        amara.get("/today").says_not("No shadow yet");
        shadow("Rosa", "in").expect(409).says("already");
        shadow("Sam", "out").expect(303);
        town.as_person("Bo").get(&roles).says("No shadow yet");
    });
}

/// P15: given Dalia (treasurer) is nominated host; then refused as incompatible.
#[test]
fn dalia_treasurer_is_not_nominated_host() {
    on_both(|town| {
        come_to(town, "host", &["Dalia", "Noor"]);
        let host = role(town, "host", "host");
        let dalia = town.person("Dalia").to_string();
        let choosing = opens(town, "Tess", &host, &[("kind", "selection")]);
        does(town, "Tess", &choosing, "on", &[]).expect(303);
        let name = [("person", &*dalia), ("why", "She is careful.")];
        does(town, "Noor", &choosing, "nominate", &name)
            .expect(409)
            .says("stays in other hands")
            .says("She is careful.");
        does(town, "Tess", &choosing, "stop", &[]).expect(303);
        // Nor by any other way.
        let consent = [("kind", "consent"), ("person", &*dalia)];
        town.as_person("Tess")
            .post(&format!("{host}/choose"), &consent)
            .expect(409);
        writes_down(town, "Ines", "host", ("Dalia", &host), "2026-06-30")
            .expect(409)
            .says("as money and server do");
        let lot = opens(town, "Tess", &host, &[("kind", "lot")]);
        does(town, "Dalia", &lot, "willing", &[("willing", "yes")]).expect(409);
        // A host is not treasurer either.
        come_to(town, "treasury", &["Tess"]);
        let treasurer = role(town, "treasury", "treasurer");
        writes_down(town, "Dalia", "treasury", ("Tess", &treasurer), "").expect(409);
        writes_down(town, "Dalia", "treasury", ("Omar", &treasurer), "").expect(303);
    });
}

#[test]
fn nobody_looks_after_three_circles() {
    on_both(|town| {
        town.hold("Chidi", Role::Steward, "housing", "2026-06-30");
        come_to(town, "care", &["Chidi"]);
        writes_down(town, "Hana", "care", ("Chidi", "steward"), "2026-06-30")
            .expect(409)
            .says("two circles already");
        writes_down(town, "Hana", "care", ("Chidi", "welcomer"), "2026-06-30").expect(303);
    });
}

#[test]
fn an_emergency_is_thirty_days_and_not_twice() {
    on_both(|town| {
        let path = format!("/circles/{}/roles", town.circle("aid"));
        let bo = town.person("Bo").to_string();
        let give = |until: &str| {
            let fields = [
                ("person", &*bo),
                ("role", "steward"),
                ("how", "emergency"),
                ("until", until),
            ];
            town.as_person("Amara").post(&path, &fields)
        };
        give("2026-04-01").expect(422).says("thirty days at most");
        give("").expect(303);
        let steward = role(town, "aid", "steward");
        town.as_person("Bo")
            .get(&steward)
            .says("Bo, until Tuesday 31 March (in an emergency");
        town.until("2026-04-01 00:00");
        town.as_person("Bo")
            .post(&format!("/circles/{}/invite", town.circle("aid")), &[])
            .expect(409);
        give("").expect(409).says("Now the circle chooses");
        writes_down(town, "Amara", "aid", ("Bo", &steward), "").expect(303);
    });
}

/// Every role ends by itself, and what it let its holder see with it; a clock that is set back makes
/// nothing begin twice, and nobody's term is lost.
#[test]
fn a_role_ends_at_its_minute_and_a_clock_set_back_doubles_nothing() {
    on_both(|town| {
        let notes = new_role(
            town,
            "Amara",
            "aid",
            &[("name", "line lead"), ("power", "intake"), ("months", "1")],
        );
        town.as_person("Bo")
            .post("/shift/take", &[("hours", "2")])
            .expect(409);
        writes_down(town, "Amara", "aid", ("Bo", &notes), "2026-03-20").expect(303);
        town.tick();
        let before = count(town, "terms");
        town.as_person("Bo")
            .post("/shift/take", &[("hours", "2")])
            .expect(303);
        town.as_person("Bo").post("/shift/end", &[]).expect(303);
        town.set_clock("2026-03-20 23:59");
        town.as_person("Bo")
            .get(&notes)
            .says("Bo, until Friday 20 March");
        town.set_clock("2026-03-21 00:00");
        town.as_person("Bo")
            .get(&notes)
            .says("Nobody holds it now.")
            .says_not("Bo, until");
        town.as_person("Bo")
            .post("/shift/take", &[("hours", "2")])
            .expect(409);
        town.set_clock("2026-03-05 09:00");
        for _ in 0..3 {
            town.tick();
        }
        assert_eq!(count(town, "terms"), before);
        assert_eq!(town.tick(), 0);
        town.as_person("Bo")
            .get(&notes)
            .says("Bo, until Friday 20 March");
    });
}

/// Terms are kept so that they can be counted, and then erased; what was given elsewhere is counted.
#[test]
fn what_nobody_counts_any_more_is_erased() {
    on_both(|town| {
        town.tick();
        let founded = count(town, "terms");
        assert!(founded > 8, "{founded}");
        assert_eq!(town.tick(), 0);
        // The holding itself goes a day after its end; that it was held is still counted.
        town.until("2026-08-01 12:00");
        assert_eq!(count(town, "role_holdings"), 0);
        assert_eq!(count(town, "terms"), founded);
        town.until("2028-01-10 12:00");
        assert_eq!(count(town, "terms"), founded);
        town.until("2028-01-15 12:00");
        assert_eq!(count(town, "terms"), 0);
    });
}
