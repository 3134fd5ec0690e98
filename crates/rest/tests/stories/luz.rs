//! Luz goes to rest, and comes back softly.

use commitments::{
    play::{Given, give},
    rules::Kind,
};
use holdfast::testing::{Town, carried_away, on_both};
use kernel::{Day, Standing};

/// Rivermouth with a Luz who does not rest yet, and a distro she holds on Saturdays.
fn luz_is_here(town: &Town) {
    let (luz, network) = (town.person("Luz"), town.house.network().id);
    town.data(|conn| people::set_standing(conn, network, luz, Standing::Member));
    let start = Day::parse("2026-03-02").unwrap();
    let when =
        rhythm::Recurrence::new("FREQ=WEEKLY;BYDAY=SA", start.date().at(10, 0, 0, 0)).unwrap();
    let (aid, house) = (town.circle("aid"), &town.house);
    let given = Given {
        from: luz,
        to: aid,
        words: "Distro on Saturdays",
        kind: Kind::ShowUp,
        fits: None,
        when: Some(when),
        start,
        review_on: Day::parse("2026-06-30"),
    };
    town.data(|conn| give(conn, house, given));
}

fn rota(town: &Town, who: &str) -> holdfast::testing::Answer {
    let there = format!("/circles/{}/rota", town.circle("aid"));
    town.as_person(who).get(&there).expect(200)
}

#[test]
fn luz_taps_rest_and_nothing_is_asked_until_a_week_after_she_is_back() {
    on_both(|town| {
        luz_is_here(town);
        town.set_clock("2026-05-07 12:00");
        let bo = town.person("Bo");
        let (luz, house) = (town.person("Luz"), &town.house);
        // Yuki is her buddy: only she reads when Luz may be reached.
        let yuki = town.person("Yuki");
        let until = Day::parse("2026-12-31").unwrap();
        town.data(|conn| pods::play::make_buddies(conn, house, luz, yuki, until));
        let browser = town.as_person("Luz");
        browser.get("/rest").expect(200).says("Descansar ahora");
        browser
            .post(
                "/me/rest",
                &[
                    ("reach_me_if", "Rosa is in hospital"),
                    ("cover", "bo"),
                    ("cover_words", "Saturdays"),
                ],
            )
            .expect(303);
        // From that minute.
        browser
            .get("/today")
            .expect(200)
            .says_not("Distro on Saturdays");
        rota(town, "Rosa")
            .says("Luz — resting")
            .says("Needs a holder")
            .says("every Saturday, 10:00");
        town.as_person("Rosa")
            .get(&format!("/circles/{}", town.circle("aid")))
            .expect(200)
            .says("Luz is resting.");
        town.as_person("Bo")
            .get("/today")
            .expect(200)
            .says("Luz asks whether you cover")
            .says("Saturdays");
        town.as_person("Yuki")
            .post(&format!("/rest/{luz}/cover"), &[])
            .expect(404);
        town.as_person("Bo")
            .post(&format!("/rest/{luz}/cover"), &[])
            .expect(303);
        let circle = format!("/circles/{}", town.circle("aid"));
        town.as_person("Rosa")
            .get(&circle)
            .expect(200)
            .says("Luz is resting; Bo covers Saturdays.");
        for who in ["Rosa", "Bo", "Ines", "Amara", "Hana"] {
            town.as_person(who).get(&format!("/rest/{luz}")).expect(404);
        }
        town.as_person("Yuki")
            .get("/today")
            .expect(200)
            .says("Luz rests");
        town.as_person("Yuki")
            .get(&format!("/rest/{luz}"))
            .expect(200)
            .says("Rosa is in hospital");
        assert!(
            !String::from_utf8_lossy(&carried_away(town.folder())).contains("Rosa is in hospital")
        );

        // Time goes by; nothing is asked of her, and no clock of hers moves.
        let hour = [("address", "luz@example.org"), ("hour", "7")];
        browser.post("/me/telling", &hour).expect(303);
        town.confirms_address("Luz");
        for day in ["2026-05-20", "2026-06-20", "2026-07-01", "2026-07-31"] {
            town.until(&format!("{day} 12:00"));
            let page = town.as_person("Luz").get("/today").expect(200);
            page.says_not("class=\"item\"");
            assert!(!rota(town, "Rosa").body.contains("awaiting word"));
        }
        town.until("2026-08-01 09:00");
        let browser = town.as_person("Luz");
        let new = town.add("Nadia", Standing::Member, &["aid"]);
        assert_ne!(new, bo);
        let back = browser.post("/me/return", &[]).expect(303);
        assert_eq!(back.location(), "/rest/back");
        let page = browser.get("/rest/back").expect(200);
        page.says("No se le pide nada antes del sábado 8 de agosto.")
            .says("Nadia")
            .says_not("badge");
        // 86 days rested: her day of review is as far as it was.
        browser
            .get("/commitments")
            .expect(200)
            .says("jueves 24 de septiembre");
        rota(town, "Rosa")
            .says_not("Luz — resting")
            .says_not("Needs a holder");
        // A week in which she is asked for nothing.
        browser.post("/offers", &[("kind", "food")]).expect(303);
        let runs = [
            ("to", format!("circle:{}", town.circle("aid"))),
            ("words", "Soup".to_owned()),
        ];
        let fields: Vec<(&str, &str)> = runs
            .iter()
            .map(|(n, v)| (*n, v.as_str()))
            .chain([("fits", "food")])
            .collect();
        let there = town
            .as_person("Rosa")
            .post("/commitments/new", &fields)
            .expect(303);
        let there = there.location().split('?').next().unwrap().to_owned();
        town.as_person("Bo")
            .post(&format!("{there}/accept"), &[])
            .expect(303);
        town.as_person("Rosa")
            .post(&format!("{there}/release"), &[])
            .expect(303);
        town.until("2026-08-07 20:00");
        town.as_person("Luz")
            .get("/today")
            .expect(200)
            .says_not("action=\"/places/");
        town.until("2026-08-08 09:00");
        town.as_person("Luz")
            .get("/today")
            .expect(200)
            .says("action=\"/places/");
        town.as_person("Luz")
            .get("/rest/back")
            .expect(200)
            .says("Su semana de llegada ya pasó.");
    });
}

#[test]
fn skip_all_just_rest_and_say_a_last_day() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        bo.get("/me").expect(200).says("href=\"/rest\"");
        bo.post("/me/rest", &[]).expect(303);
        bo.get("/rest").expect(200).says("You are resting.");
        // A word more, later; the rest goes on where it began.
        bo.post("/me/rest", &[("until", "2026-03-01")])
            .expect(422)
            .says("no day to come");
        bo.post("/me/rest", &[("cover", "Luz")])
            .expect(409)
            .says("rest needs no cover");
        bo.post("/me/rest", &[("cover", "Nobody")]).expect(422);
        bo.post("/me/rest", &[("cover", "Bo")]).expect(409);
        let long = "x".repeat(121);
        bo.post("/me/rest", &[("reach_me_if", &long)])
            .expect(422)
            .says(&long);
        bo.post(
            "/me/rest",
            &[("until", "2026-03-05"), ("reach_me_if", "Anything")],
        )
        .expect(303);
        town.until("2026-03-05 23:00");
        bo.get("/rest").expect(200).says("You are resting.");
        town.until("2026-03-06 08:00");
        bo.get("/rest").expect(200).says("Rest now");
        bo.get("/rest/back")
            .expect(200)
            .says("before Friday 13 March");
        town.until("2026-03-14 08:00");
        bo.get("/rest/back")
            .expect(200)
            .says("Your week of landing is over.");
        town.as_person("Farid")
            .post("/me/rest", &[])
            .expect(409)
            .says("nothing is asked of you");
        town.as_person("Nia").post("/me/rest", &[]).expect(404);
    });
}

#[test]
fn what_she_would_rather_give_back_is_the_circles_again() {
    on_both(|town| {
        luz_is_here(town);
        let luz = town.as_person("Luz");
        let page = luz.get("/rest").expect(200).says("Distro on Saturdays");
        let id = page.between("name=\"give_back\" value=\"", "\"");
        // Nobody gives back what another holds.
        town.as_person("Bo")
            .post("/me/rest", &[("give_back", &id)])
            .expect(404);
        town.as_person("Bo")
            .get("/rest")
            .expect(200)
            .says("Rest now");
        luz.post("/me/rest", &[("give_back", &id)]).expect(303);
        rota(town, "Rosa")
            .says("Needs a holder")
            .says_not("Luz — resting");
        luz.post("/me/return", &[]).expect(303);
        rota(town, "Rosa").says("Needs a holder");
        luz.get("/commitments").expect(200).says("Devuelto.");
    });
}

#[test]
fn a_clock_set_back_gives_nobody_days_and_takes_none() {
    on_both(|town| {
        luz_is_here(town);
        let luz = town.as_person("Luz");
        luz.post("/me/rest", &[]).expect(303);
        town.set_clock("2026-02-20 09:00");
        luz.post("/me/return", &[]).expect(303);
        luz.get("/commitments")
            .expect(200)
            .says("martes 30 de junio");
        luz.post("/me/return", &[]).expect(303);
        luz.get("/commitments")
            .expect(200)
            .says("martes 30 de junio");
    });
}

#[test]
fn a_word_on_capacity_is_ones_own_and_added_up_from_five() {
    on_both(|town| {
        for (who, word) in [
            ("Bo", "little"),
            ("Yuki", "some"),
            ("Sam", "some"),
            ("Rosa", "plenty"),
        ] {
            town.as_person(who)
                .post("/rest/capacity", &[("word", word)])
                .expect(303);
        }
        town.as_person("Bo")
            .get("/rest")
            .expect(200)
            .says("little ✓")
            .says_not("Aid:");
        town.as_person("Amara")
            .get("/rest")
            .expect(200)
            .says_not("little ✓");
        town.as_person("Amara")
            .post("/rest/capacity", &[("word", "none")])
            .expect(303);
        town.as_person("Bo")
            .get("/rest")
            .expect(200)
            .says("Aid: plenty 1, some 2, little 1, none 1");
        town.as_person("Chidi")
            .get("/rest")
            .expect(200)
            .says_not("Aid:");
        town.as_person("Bo")
            .post("/rest/capacity", &[("word", "")])
            .expect(303);
        town.as_person("Bo")
            .get("/rest")
            .expect(200)
            .says_not("✓")
            .says_not("Aid:");
        town.until("2026-03-17 09:00");
        town.as_person("Amara")
            .get("/rest")
            .expect(200)
            .says_not("none ✓");
    });
}

#[test]
fn whoever_leaves_covers_for_nobody_and_their_words_go() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        bo.post(
            "/me/rest",
            &[("cover", "Yuki"), ("reach_me_if", "The roof is off")],
        )
        .expect(303);
        let id = town.person("Bo");
        town.as_person("Yuki")
            .post(&format!("/rest/{id}/cover"), &[])
            .expect(303);
        town.as_person("Yuki").post("/me/leave", &[]).expect(303);
        let circle = format!("/circles/{}", town.circle("aid"));
        town.as_person("Rosa")
            .get(&circle)
            .expect(200)
            .says("Bo is resting. Ask the circle instead.");
        bo.get("/me/export").expect(200).says("The roof is off");
        bo.post("/me/leave", &[]).expect(303);
        town.sweep();
        town.as_person("Rosa")
            .get(&circle)
            .expect(200)
            .says_not(">Bo<");
    });
}

/// P29: while the network is careful, names stand only in one's own circles; so on this page too.
#[test]
fn who_came_is_not_named_while_the_network_is_careful() {
    on_both(|town| {
        town.as_person("Bo").post("/me/rest", &[]).expect(303);
        town.add("Nadia", Standing::Member, &["housing"]);
        town.as_person("Bo").post("/me/return", &[]).expect(303);
        town.as_person("Bo")
            .get("/rest/back")
            .expect(200)
            .says("Nadia");
        town.as_person("Amara")
            .post("/posture", &[("kind", "guard")])
            .expect(303);
        let chidi = town.as_person("Chidi");
        let yes = chidi
            .get("/posture")
            .expect(200)
            .between("action=\"/posture/", "/yes");
        chidi.post(&format!("/posture/{yes}/yes"), &[]).expect(303);
        town.as_person("Bo")
            .get("/rest/back")
            .expect(200)
            .says_not("Nadia");
    });
}
