//! A season in which the whole network rests.

use holdfast::testing::{Town, on_both};

const SEASON: &[(&str, &str)] = &[("circle", ""), ("from", "2026-07-06"), ("to", "2026-07-19")];

#[track_caller]
fn planned(town: &Town) -> String {
    let answer = town
        .as_person("Chidi")
        .post("/rest-seasons", SEASON)
        .expect(303);
    answer.location().split('?').next().unwrap().to_owned()
}

#[track_caller]
fn lifeline(town: &Town, there: &str, duty: &str) -> String {
    let chidi = town.as_person("Chidi");
    chidi
        .post(&format!("{there}/lifelines"), &[("duty", duty)])
        .expect(303);
    let page = chidi.get(there).expect(200);
    let after = page.body.split_once(duty).unwrap().1;
    after.split_once("/lifelines/").unwrap().1[..36].to_owned()
}

#[test]
fn it_waits_for_a_second_for_intake_or_a_sentence_and_clocks_go_on_where_they_stood() {
    on_both(|town| {
        town.set_clock("2026-06-10 09:00");
        let there = planned(town);
        let distro = lifeline(town, &there, "Distro on Saturdays");
        let intake = lifeline(town, &there, "The line");
        for who in ["Quill", "Abe"] {
            town.as_person(who)
                .post(&format!("/lifelines/{distro}/willing"), &[])
                .expect(303);
        }
        town.as_person("Rosa")
            .post(&format!("/lifelines/{intake}/willing"), &[])
            .expect(303);
        town.as_person("Rosa")
            .get(&there)
            .expect(200)
            .says("It does not begin yet")
            .says("One more is needed.");
        // Something whose clock runs: an offer of Bo's, looked at on 8 July.
        let aid = format!("circle:{}", town.circle("aid"));
        let fields = [
            ("to", aid.as_str()),
            ("words", "The van"),
            ("review_on", "2026-07-08"),
        ];
        let van = town
            .as_person("Bo")
            .post("/commitments/new", &fields)
            .expect(303);
        let van = van.location().split('?').next().unwrap().to_owned();
        town.as_person("Amara")
            .post(&format!("{van}/accept"), &[])
            .expect(303);

        town.until("2026-07-06 09:00");
        let rosa = town.as_person("Rosa");
        rosa.get(&there).expect(200).says("It does not begin yet");
        town.stranger()
            .get("/")
            .expect(200)
            .says_not("We are resting until");
        let pause = [("words", "Line closed till 20 July; call St Brigid's.")];
        town.as_person("Rosa")
            .post(&format!("/lifelines/{intake}/pause"), &pause)
            .expect(409);
        town.as_person("Chidi")
            .post(&format!("/lifelines/{intake}/pause"), &[("words", " ")])
            .expect(422);
        town.as_person("Chidi")
            .post(&format!("/lifelines/{intake}/pause"), &pause)
            .expect(303);
        town.tick();
        rosa.get(&there).expect(200).says("Everybody rests.");
        town.stranger()
            .get("/")
            .expect(200)
            .says("We are resting until Sunday 19 July")
            .says("Line closed till 20 July; call St Brigid&#39;s.");
        // Nothing is called, assigned or set aside meanwhile; an ask still waits for nobody.
        town.until("2026-07-12 09:00");
        town.as_person("Bo")
            .get(&van)
            .expect(200)
            .says("In force. Looked at again on Wednesday 8 July.");
        town.stranger()
            .post("/ask", &[("words", "Food for 3"), ("contact", "555 0142")])
            .expect(303);
        town.until("2026-07-19 22:00");
        town.as_person("Bo")
            .get(&van)
            .expect(200)
            .says("Wednesday 8 July");
        town.until("2026-07-20 08:00");
        // Two weeks rested, two weeks later.
        town.as_person("Bo")
            .get(&van)
            .expect(200)
            .says("In force. Looked at again on Wednesday 22 July.");
        town.stranger()
            .get("/")
            .expect(200)
            .says_not("We are resting until");
    });
}

/// From the first minute of its first day nobody is asked for anything, whichever clock is looked at
/// first.
#[test]
fn nobody_is_asked_in_the_first_minute_of_a_season() {
    on_both(|town| {
        planned(town);
        for who in ["Hana", "Lev"] {
            town.as_person(who)
                .post("/offers", &[("kind", "food")])
                .expect(303);
        }
        let aid = format!("circle:{}", town.circle("aid"));
        let fields = [("to", aid.as_str()), ("words", "The van"), ("fits", "food")];
        let van = town
            .as_person("Bo")
            .post("/commitments/new", &fields)
            .expect(303);
        let van = van.location().split('?').next().unwrap().to_owned();
        town.as_person("Amara")
            .post(&format!("{van}/accept"), &[])
            .expect(303);
        town.until("2026-07-05 23:59");
        for who in ["Hana", "Lev"] {
            let until = [("kind", "food"), ("until", "2026-07-30")];
            town.as_person(who).post("/offers", &until).expect(303);
        }
        town.as_person("Bo")
            .post(&format!("{van}/release"), &[])
            .expect(303);
        town.set_clock("2026-07-06 00:00");
        town.tick();
        for who in ["Hana", "Lev"] {
            let page = town.as_person(who).get("/today").expect(200);
            page.says_not("action=\"/places/");
        }
        // Afterwards it is looked for again.
        town.until("2026-07-20 08:00");
        town.tick();
        let asked = ["Hana", "Lev"].map(|who| {
            let page = town.as_person(who).get("/today").expect(200);
            page.body.contains("action=\"/places/")
        });
        assert!(asked.contains(&true));
    });
}

#[test]
fn a_season_is_told_three_weeks_before_by_those_who_keep_the_whole_together() {
    on_both(|town| {
        let chidi = town.as_person("Chidi");
        for (from, to, status, sentence) in [
            (
                "2026-03-20",
                "2026-03-25",
                422,
                "Monday 23 March at the earliest",
            ),
            ("2026-04-10", "2026-04-01", 422, "end before it begins"),
            ("2026-04-10", "2026-07-01", 422, "Two months at most"),
            ("soon", "2026-07-01", 422, "no day to come"),
        ] {
            chidi
                .post("/rest-seasons", &[("from", from), ("to", to)])
                .expect(status)
                .says(sentence);
        }
        let fields = [("from", "2026-04-01"), ("to", "2026-04-14")];
        town.as_person("Bo")
            .post("/rest-seasons", &fields)
            .expect(409);
        town.as_person("Farid")
            .post("/rest-seasons", &fields)
            .expect(404);
        let there = chidi.post("/rest-seasons", &fields).expect(303);
        let there = there.location().split('?').next().unwrap().to_owned();
        chidi
            .post("/rest-seasons", &fields)
            .expect(409)
            .says("a season at that time");
        town.as_person("Bo")
            .get("/today")
            .expect(200)
            .says("We rest together from Wednesday 1 April");
        town.as_person("Bo")
            .post(&format!("{there}/call-off"), &[])
            .expect(409);
        chidi.post(&format!("{there}/call-off"), &[]).expect(303);
        chidi.get(&there).expect(404);
        // A circle's own.
        let aid = town.circle("aid").to_string();
        town.as_person("Amara")
            .post(
                "/rest-seasons",
                &[
                    ("circle", &aid),
                    ("from", "2026-04-01"),
                    ("to", "2026-04-14"),
                ],
            )
            .expect(303);
        // None for 120 days: whoever keeps the whole together is reminded on their page.
        town.until("2026-05-13 09:00");
        town.as_person("Chidi")
            .get("/today")
            .expect(200)
            .says("We have not rested together for a while");
        town.as_person("Bo")
            .get("/today")
            .expect(200)
            .says_not("We have not rested together");
    });
}

#[test]
fn no_letter_of_the_day_leaves_while_the_whole_network_rests() {
    use holdfast::{owners::OsChance, practices, testing::Database};
    use std::sync::Arc;
    let folder = tempfile::tempdir().unwrap();
    let ways = telling::Ways {
        mail: telling::Mail::Folder(folder.path().to_owned()),
        ..telling::Ways::default()
    };
    let town = Town::with(
        Database::sqlite(),
        practices(ways),
        Arc::new(OsChance),
        |_| {},
    );
    let there = planned(&town);
    assert!(there.starts_with("/rest-seasons/"));
    let bo = town.as_person("Bo");
    bo.post(
        "/me/telling",
        &[("address", "bo@example.org"), ("hour", "7")],
    )
    .expect(303);
    town.confirms_address("Bo");
    town.errands();
    let letters = || std::fs::read_dir(folder.path()).unwrap().count();
    town.until("2026-07-05 12:00");
    let aid = format!("circle:{}", town.circle("aid"));
    let fields = [
        ("to", aid.as_str()),
        ("words", "Soup"),
        ("rule", "FREQ=DAILY"),
        ("clock", "18:00"),
        ("review_on", "2026-08-30"),
    ];
    let soup = town
        .as_person("Bo")
        .post("/commitments/new", &fields)
        .expect(303);
    let soup = soup.location().split('?').next().unwrap().to_owned();
    town.as_person("Amara")
        .post(&format!("{soup}/accept"), &[])
        .expect(303);
    town.until("2026-07-06 00:10");
    town.errands();
    let before = letters();
    for day in 6..=19 {
        town.until(&format!("2026-07-{day:02} 08:00"));
        town.errands();
    }
    assert_eq!(letters(), before);
    town.until("2026-07-20 08:00");
    town.errands();
    assert_eq!(letters(), before + 1);
}
