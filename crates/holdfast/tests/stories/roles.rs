//! Roles end, and some things take two people.

use holdfast::testing::on_both;
use kernel::Standing;

#[test]
fn a_role_ends_at_its_minute() {
    on_both(|town| {
        // Amara's stewardship of Aid ends with 12 July.
        town.set_clock("2026-07-12 23:59");
        let amara = town.as_person("Amara");
        let invite = format!("/circles/{}/invite", town.circle("aid"));
        amara.post(&invite, &[]).expect(200).says("/join/");
        // Another steward is there still, so it does not fall to the circle's members.
        town.hold("Chidi", kernel::Role::Steward, "aid", "2026-07-31");
        town.set_clock("2026-07-13 00:00");
        amara
            .post(&invite, &[])
            .expect(409)
            .says("A steward of this circle can do that");
    });
}

#[test]
fn a_network_whose_terms_have_all_ended_can_still_choose_its_stewards() {
    on_both(|town| {
        town.set_clock("2026-07-13 09:00");
        let (aid, care) = (town.circle("aid"), town.circle("care"));
        let bo = town.person("Bo").to_string();
        let give = |who: &str, circle: &kernel::CircleId, whom: &str| {
            let path = format!("/circles/{circle}/roles");
            let role = [
                ("person", whom),
                ("role", "steward"),
                ("until", "2026-12-31"),
            ];
            town.as_person(who).post(&path, &role)
        };
        // Nobody is steward of anything: a circle's own members choose.
        give("Noor", &aid, &bo).expect(409);
        give("Yuki", &aid, &bo).expect(303);
        give("Yuki", &aid, &bo).expect(409);
        // Care has no steward: whoever is one elsewhere looks after it.
        let lev = town.person("Lev").to_string();
        give("Hana", &care, &lev).expect(409);
        town.as_person("Bo")
            .get(&format!("/circles/{care}"))
            .expect(200)
            .says("Lev");
        give("Bo", &care, &lev).expect(303);
        give("Bo", &care, &lev).expect(409);
    });
}

#[test]
fn no_role_outlasts_six_months_and_what_was_typed_stays() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let (path, bo) = (
            format!("/circles/{}/roles", town.circle("aid")),
            town.person("Bo"),
        );
        let give = |until: &str| {
            let person = bo.to_string();
            amara.post(
                &path,
                &[("person", &person), ("role", "intake"), ("until", until)],
            )
        };
        give("2026-09-03")
            .expect(422)
            .says("ends within six months")
            .says("2026-09-03");
        give("someday").expect(422).says("someday");
        give("2026-05-31").expect(303);
        let page = amara
            .get(&format!("/circles/{}", town.circle("aid")))
            .expect(200);
        page.says("answers the line until Sunday 31 May");
    });
}

#[test]
fn one_person_cannot_take_everything_out() {
    on_both(|town| {
        let (amara, chidi) = (town.as_person("Amara"), town.as_person("Chidi"));
        town.as_person("Bo")
            .post("/two-people", &[("kind", "export")])
            .expect(409);
        amara.post("/two-people", &[("kind", "export")]).expect(303);
        amara
            .get("/two-people")
            .expect(200)
            .says("Somebody else must say yes");
        let yes = chidi
            .get("/two-people")
            .expect(200)
            .between("/two-people/", "/yes");
        let yes = format!("/two-people/{yes}/yes");
        amara
            .post(&yes, &[])
            .expect(409)
            .says("a second person must say yes");
        town.as_person("Bo").post(&yes, &[]).expect(409);
        chidi
            .get("/today")
            .expect(200)
            .says("This waits for a second steward");
        chidi
            .post(&yes, &[])
            .expect(200)
            .says("With this word it can be done once");
        chidi
            .post(&yes, &[])
            .expect(409)
            .says("has been done already");
    });
}

#[test]
fn rest_is_one_tap_and_takes_nothing_away() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        bo.post("/me/rest", &[]).expect(303);
        bo.get("/today")
            .expect(200)
            .says("You are resting. Nothing is asked of you.");
        bo.get("/circles").expect(200);
        bo.post("/me/return", &[]).expect(303);
        bo.get("/today").expect(200).says_not("You are resting");
        town.add("Wren", Standing::SteppingBack, &["aid"]);
        town.as_person("Wren").get("/circles").expect(200);
    });
}

#[test]
fn a_lost_phone_is_cut_off_by_two_stewards_or_from_any_other() {
    on_both(|town| {
        let (taken, other) = (town.as_person("Bo"), town.as_person("Bo"));
        let (amara, chidi) = (town.as_person("Amara"), town.as_person("Chidi"));
        let ask = |who: &holdfast::testing::Browser, handle: &str| {
            who.post("/two-people", &[("kind", "sign_out"), ("handle", handle)])
        };
        ask(&town.as_person("Yuki"), "Bo").expect(409);
        ask(&amara, "Nobody")
            .expect(422)
            .says("Nobody here goes by that name");
        ask(&amara, "Bo").expect(303);
        // One is not two: nothing has happened yet.
        taken.get("/today").expect(200);
        let page = chidi.get("/two-people").expect(200);
        let yes = page.clone().between("/two-people/", "/yes");
        page.says("Sign Bo out everywhere");
        amara
            .post(&format!("/two-people/{yes}/yes"), &[])
            .expect(409);
        chidi
            .post(&format!("/two-people/{yes}/yes"), &[])
            .expect(303);
        for phone in [&taken, &other] {
            assert_eq!(phone.get("/today").expect(303).location(), "/sign-in");
        }
        // The network reads that it was done, and not to whom.
        town.as_person("Yuki")
            .get("/power")
            .expect(200)
            .says("On Monday 2 March two stewards signed somebody out everywhere")
            .says_not("· Bo");

        // From another of one's own, it is cut off with the next thing it asks for.
        let (lost, mine) = (town.as_person("Yuki"), town.as_person("Yuki"));
        let id = mine.get("/me").between("/me/sessions/", "/end");
        mine.post(&format!("/me/sessions/{id}/end"), &[])
            .expect(303);
        mine.post("/me/sign-out-everywhere", &[]).expect(303);
        assert_eq!(lost.get("/today").expect(303).location(), "/sign-in");
    });
}
