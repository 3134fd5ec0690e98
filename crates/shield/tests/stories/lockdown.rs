//! Lockdown: two who do not both run the server, a day, and asking goes on.

use super::tools::{asks, two, waiting};
use holdfast::{
    HouseParts, build,
    owners::OsChance,
    practices,
    testing::{Served, Town, on_both},
};
use std::sync::Arc;
use telling::Ways;
use web::Settings;

/// P29, lockdown: given Ines alone presses it, then it needs a second, not Tess (both Host). When
/// Hana adds, then all sessions end, Gus can still ask by phone page, and 24 h later with no two
/// others it lifts.
#[test]
fn lockdown() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        asks(town, "Ines", "lockdown").expect(303);
        let yes = waiting(&town.as_person("Hana"));
        bo.get("/today").expect(200).says_not("Closed but for asks");
        town.as_person("Ines")
            .post(&yes, &[])
            .expect(409)
            .says("a second person must say yes");
        town.as_person("Tess")
            .post(&yes, &[])
            .expect(409)
            .says("You both run the server");
        // Members neither see that it waits nor say yes to it.
        bo.get("/posture").expect(200).says_not(&yes);
        bo.post(&yes, &[]).expect(404);
        bo.get("/today").expect(200);

        let hana = town.as_person("Hana");
        let done = hana.post(&yes, &[]).expect(303);
        assert_eq!(done.location(), "/sign-in?said=lockdown");
        hana.get(done.location())
            .expect(200)
            .says("everybody is signed out");
        // Everybody's session has ended, that of whoever said yes too.
        for gone in [&bo, &hana] {
            assert_eq!(gone.get("/asks").expect(303).location(), "/sign-in");
        }
        // Gus asks as always, and sees where his ask stands.
        let gus = town.stranger();
        gus.get("/")
            .expect(200)
            .says("Closed but for asks and the phone tree, until Tuesday 3 March, 09:00");
        let asked = gus
            .post("/ask", &[("words", "Food for 3"), ("contact", "555 0142")])
            .expect(303);
        gus.get(asked.location()).expect(200);
        gus.get("/s").expect(200);

        // Whoever signs in again finds what is closed, in one calm sentence, and what is open.
        let bo = town.as_person("Bo");
        bo.get("/today")
            .expect(409)
            .says("This is closed until Tuesday 3 March, 09:00")
            .says("/phone-tree");
        bo.post("/offers", &[("kind", "food"), ("words", "soup on Fridays")])
            .expect(409)
            .says("This is closed until")
            .says("soup on Fridays");
        bo.get("/asks").expect(200);
        bo.get("/phone-tree").expect(200);
        bo.get("/me/leave").expect(200);
        let sam = town.as_person("Sam");
        sam.post("/shift/take", &[("hours", "4")]).expect(303);
        sam.get("/shift").expect(200);

        town.set_clock("2026-03-03 08:59");
        bo.get("/today").expect(409);
        town.set_clock("2026-03-03 09:00");
        bo.get("/today").expect(200).says_not("Closed but for asks");
        // Whoever called it leaves the next week to others.
        asks(town, "Hana", "lockdown")
            .expect(409)
            .says("somebody else decides");
    });
}

#[test]
fn two_others_let_it_go_on_and_any_two_open_it() {
    on_both(|town| {
        two(town, ("Ines", "Hana"), "lockdown");
        asks(town, "Hana", "hold_lockdown").expect(409);
        asks(town, "Tess", "hold_lockdown").expect(303);
        let chidi = town.as_person("Chidi");
        let yes = waiting(&chidi);
        town.as_person("Hana")
            .post(&yes, &[])
            .expect(409)
            .says("Two others decide");
        chidi.post(&yes, &[]).expect(303);
        let noor = town.as_person("Noor");
        town.set_clock("2026-03-06 08:59");
        noor.get("/circles")
            .expect(409)
            .says("Friday 6 March, 09:00");
        // Once is enough.
        asks(town, "Amara", "hold_lockdown").expect(409);
        two(town, ("Ines", "Tess"), "step_down");
        noor.get("/circles").expect(200);
        // It is over: the same act does not open what comes later.
        asks(town, "Ines", "step_down").expect(409);
    });
}

/// A role that has ended since does not count as one of the two.
#[test]
fn whoever_asked_must_still_hold_the_role() {
    on_both(|town| {
        town.set_clock("2026-07-12 23:50");
        asks(town, "Amara", "lockdown").expect(303);
        town.hold("Hana", kernel::Role::Steward, "care", "2026-08-31");
        town.set_clock("2026-07-13 00:10");
        let hana = town.as_person("Hana");
        let yes = waiting(&hana);
        hana.post(&yes, &[]).expect(409);
        town.as_person("Bo").get("/today").expect(200);
    });
}

/// Whatever does not say that it stays open is closed: every page and every deed of every practice.
#[test]
fn a_page_is_closed_unless_it_says_otherwise() {
    on_both(|town| {
        two(town, ("Ines", "Hana"), "lockdown");
        let mut open = Vec::new();
        for route in practices(Ways::default())
            .iter()
            .flat_map(|practice| practice.routes())
        {
            // Files without anybody in them.
            if ["/alive", "/wake.js", "/wake-worker.js"].contains(&route.path) {
                continue;
            }
            // The line of a live round says that it is gone, and the page behind it says why.
            if route.path == "/rounds/live/{id}/stream" {
                let line = town.as_person("Chidi").get("/rounds/live/x/stream");
                assert_eq!(line.expect(200).body.trim(), "event: gone\ndata:");
                continue;
            }
            if route.stays_open {
                open.push(format!("{} {}", route.method, route.path));
                continue;
            }
            let path = route.path.replace("{id}", "x").replace("{token}", "x");
            let path = path.replace("{link}", "x").replace("{list}", "x");
            for who in [town.as_person("Chidi"), town.stranger()] {
                let answer = match route.method {
                    "GET" => who.get(&path),
                    _ => who.post(&path, &[]),
                };
                // What nobody can do without signing in leads there, after the door was looked at.
                answer.expect(409).says("This is closed until");
            }
        }
        open.retain(|path| {
            !path.contains(" /ask") && !path.contains(" /s/") && !path.contains("/shift")
        });
        open.sort();
        assert_eq!(
            open,
            [
                "GET /",
                "GET /emergency",
                "GET /link/{token}",
                "GET /me/leave",
                "GET /passkey.js",
                "GET /phone-tree",
                "GET /phone-tree/sheet",
                "GET /posture",
                "GET /prove",
                "GET /referred",
                "GET /round.js",
                "GET /rounds/sheet",
                "GET /s",
                "GET /sign-in",
                "GET /sign-in/link",
                "GET /telling/stop/{token}",
                "GET /texts",
                "GET /what-we-keep",
                "GET /what-we-keep/circles",
                "POST /emergency",
                "POST /emergency/{id}/yes",
                "POST /gateway/texts",
                "POST /gateway/texts/{id}/sent",
                "POST /language",
                "POST /line",
                "POST /link/{token}",
                "POST /me/leave",
                "POST /me/sign-out-everywhere",
                "POST /phone-tree",
                "POST /phone-tree/first",
                "POST /phone-tree/out",
                "POST /phone-tree/paper",
                "POST /phone-tree/{id}/end",
                "POST /posture",
                "POST /posture/{id}/yes",
                "POST /prove",
                "POST /prove/link",
                "POST /prove/passkey",
                "POST /s",
                "POST /sign-in",
                "POST /sign-in/link",
                "POST /sign-in/passkey",
                "POST /sign-out",
                "POST /telling/answers/{secret}",
                "POST /telling/stop/{token}",
                "POST /texts/{id}/sent",
            ]
        );
    });
}

/// It is in force for every process of the network with its next request.
#[test]
fn another_process_is_closed_at_once() {
    on_both(|town| {
        let other = another_process(town);
        let served = Served::new(&other);
        let there = holdfast::testing::Browser::new(&served.base, &other)
            .with_session(&town.session(town.person("Noor")));
        there.get("/circles").expect(200);
        two(town, ("Ines", "Hana"), "lockdown");
        assert_eq!(there.get("/asks").expect(303).location(), "/sign-in");
        there
            .get("/circles")
            .expect(409)
            .says("This is closed until");
        two(town, ("Ines", "Tess"), "step_down");
        assert_eq!(there.get("/circles").expect(303).location(), "/sign-in");
    });
}

fn another_process(town: &Town) -> web::Shared {
    build(HouseParts {
        database: town.database_url(),
        keyring: town.folder().join("keyring"),
        clock: town.clock.clone(),
        chance: Arc::new(OsChance),
        settings: Settings::default(),
        practices: practices(Ways::default()),
    })
    .expect("another house on the same database")
}

/// Leaving needs nothing but the button, whatever the posture (N11).
#[test]
fn leaving_is_possible_in_lockdown_and_the_two_are_forgotten() {
    on_both(|town| {
        two(town, ("Ines", "Hana"), "lockdown");
        town.as_person("Hana").post("/me/leave", &[]).expect(303);
        town.as_person("Bo").post("/me/leave", &[]).expect(303);
        // Closed all the same, until its day.
        town.as_person("Noor").get("/today").expect(409);
        town.set_clock("2026-03-03 09:00");
        town.as_person("Noor").get("/today").expect(200);
        town.until("2026-03-12 12:00");
        use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::BigInt};
        #[derive(QueryableByName)]
        struct Count {
            #[diesel(sql_type = BigInt)]
            n: i64,
        }
        let left: Count =
            town.data(|conn| Ok(sql_query("select count(*) as n from postures").get_result(conn)?));
        assert_eq!(left.n, 0);
    });
}
